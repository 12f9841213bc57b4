"""CONAPO, people of the municipalities at mid-year: estimates and projections, with which municipal rates appear.

An edition comes in one file or, as that of 2019, in two with some of the states each. Codes are kept as printed: what
municipalities fold into which on the map is the map's business.
"""

from pathlib import Path
from typing import Final

import numpy as np

from corridors.sources.batch import Batch, Note, Part
from corridors.sources.cards import card, spans
from corridors.sources.conapo_people import People, columns_told, later, people, present_states
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.problems import LISTED, Refused, problem

ID: Final = "conapo_municipal"
SOURCE: Final = "CONAPO_MUNICIPAL"
TABLE: Final = "population_mx_municipality"
STATES: Final = 32
LAST_TOWN: Final = 998  # 999 is a municipality that is not known: no people are given for it
_PEOPLE: Final = ("POB", "POB_TOTAL", "POB_MIT_MUN")
_LAYOUTS: Final = tuple(("CLAVE", "CLAVE_ENT", "NOM_ENT", column) for column in _PEOPLE)


def recognise(content: Content) -> tuple[str, ...]:
    """Codes of municipalities and of their states, and one of CONAPO's columns of people, in the header."""
    return columns_told(content, _LAYOUTS)


def read(content: Content, geodata: Path) -> Batch:
    """The people of each municipality, both sexes and all ages, of the years that the table carries."""
    found = people(content, geodata, ID)
    kept = found.within(TABLE)
    _codes(kept)
    rows, columns = np.nonzero(~np.isnan(kept.values))
    towns = np.array([f"{code:05d}" for code in kept.codes.tolist()])
    table = frame(TABLE, {
        "year": kept.years[rows], "municipality_code": towns[columns],
        "population": kept.values[rows, columns].astype(np.int64), "source_id": SOURCE,
    })  # fmt: skip
    beyond = later(int(found.years[-1]), kept.years)
    states = sorted(set((kept.codes // 1000).tolist()))
    whole = len(states) == STATES
    scope = {"year": tuple(map(str, kept.years.tolist()))}
    if not whole:
        # Half of an edition: the other half's municipalities are not its business.
        scope["municipality_code"] = tuple(towns.tolist())
    part = "" if whole else f", states {states[0]:02d} to {states[-1]:02d}"
    return Batch(
        source=SOURCE,
        edition=f"people at mid-year, {kept.years[0]} to {kept.years[-1]}{part}",
        published="",
        recognised_by=recognise(content),
        parts=(Part(TABLE, table, scope),),
        totals={"population": int(np.nansum(found.values[-1]))},
        apart=("population",) if beyond else (),
        warnings=(*beyond, *found.notes, *_against_states(kept, geodata)),
        cards=(card(geodata / "layouts" / ID / "card.yml", coverage=spans(set(kept.years.tolist()))),),
    )


def _codes(kept: People) -> None:
    """Refused when a code is no municipality's."""
    state, town = kept.codes // 1000, kept.codes % 1000
    wrong = kept.codes[(state < 1) | (state > STATES) | (town < 1) | (town > LAST_TOWN)]
    if wrong.size:
        raise Refused([problem("municipality", column="CLAVE", found=code) for code in wrong[:LISTED].tolist()])


def _against_states(kept: People, geodata: Path) -> tuple[Note, ...]:
    """A warning with the largest difference from the table of states; none when every sum is that of the state."""
    states, first = np.unique(kept.codes // 1000, return_index=True)
    sums = np.add.reduceat(np.nan_to_num(kept.values), first, axis=1)
    printed = present_states(geodata, kept.years, states)
    off = np.nan_to_num(np.abs(sums - printed))
    if not off.any():
        return ()
    year, state = np.unravel_index(off.argmax(), off.shape)
    values: dict[str, str | int] = {
        "where": f"{states[state]:02d}, {kept.years[year]}",
        "found": int(sums[year, state]),
        "printed": int(printed[year, state]),
        "percent": f"{100 * off[year, state] / printed[year, state]:.2f}",
    }
    return (Note("municipal_people", values),)
