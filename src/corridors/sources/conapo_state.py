"""CONAPO, people of the states and the country at mid-year: reconciliation to 2019 and projections.

CONAPO publishes the same columns for 1 January, half a year of growth earlier. Where no header tells the two apart, the
figures are compared with those that are there.
"""

from pathlib import Path
from typing import Final

import numpy as np

from corridors.model.cards import Card
from corridors.sources.batch import Batch, Part
from corridors.sources.cards import card
from corridors.sources.conapo_people import (
    STATES,
    Matrix,
    People,
    columns_told,
    differing,
    later,
    people,
    present_states,
)
from corridors.sources.content import Content
from corridors.sources.frames import coded, frame
from corridors.sources.layouts import fold
from corridors.sources.problems import Refused, problem, refuse

ID: Final = "conapo_state"
SOURCE: Final = "CONAPO_2023"
MID_YEAR: Final = "mid-year"
CODES: Final = tuple(range(33))  # the country, then the states
CLEARLY: Final = 2  # times nearer to one day than to the other that the figures must lie
_LAYOUTS: Final = (("CVE_GEO", "EDAD", "SEXO", "POBLACION"), ("cve_ent", "genero", "pob_start_year", "pob_mid_year"))


def recognise(content: Content) -> tuple[str, ...]:
    """Codes of states, sex, age and people in the header, or CONAPO's two days side by side."""
    return columns_told(content, _LAYOUTS)


def read(content: Content, geodata: Path) -> Batch:
    """The people of each state and of the country, both sexes and all ages, of the years that the table carries.

    Refused when a state is missing in a year, and when the figures are those of 1 January or may be.
    """
    found = people(content, geodata, ID)
    kept = found.within(STATES)
    _all_states(kept)
    before = present_states(geodata, kept.years, kept.codes)
    if fold("pob_mid_year") not in found.header and content.hints.get("reference") != MID_YEAR:
        _at_mid_year(kept, before, present_states(geodata, kept.years - 1, kept.codes))
    states = [f"{code:02d}" for code in kept.codes.tolist()]
    years = np.repeat(kept.years, len(states))
    table = frame(STATES, {
        "year": years, "state_code": coded(states, np.tile(np.arange(len(states)), len(kept.years))),
        "population_mid_year": kept.values.astype(np.int64).ravel(),
        "quality": "exact", "kind": "observed", "source_id": SOURCE,
    })  # fmt: skip
    printed = np.flatnonzero(~np.isnan(found.values[:, 0]))[-1]  # the last year of the country
    beyond = later(int(found.years[printed]), kept.years)
    added = kept.values[:, 1:].sum(axis=1, keepdims=True)
    return Batch(
        source=SOURCE,
        edition=f"people at mid-year, {kept.years[0]} to {kept.years[-1]}",
        published="",
        recognised_by=recognise(content),
        parts=(Part(STATES, table, {"source_id": (SOURCE,), "year": tuple(map(str, kept.years.tolist()))}),),
        totals={"population_mid_year": int(found.values[printed, 0])},
        apart=("population_mid_year",) if beyond else (),
        warnings=(*beyond, *found.notes, *differing(kept.years, kept.codes[:1], kept.values[:, :1], added)),
        cards=_cards(geodata, kept, before),
    )


def _all_states(kept: People) -> None:
    """Refused when a code is no state's, or when a year lacks a state or the country."""
    if tuple(kept.codes.tolist()) == CODES and not np.isnan(kept.values).any():
        return
    problems = [problem("state", found=code) for code in kept.codes.tolist() if code not in CODES]
    absent = [code for code in CODES if code not in kept.codes]
    for year, row in zip(kept.years.tolist(), np.isnan(kept.values), strict=True):
        if gone := sorted({*absent, *(code for code in kept.codes[row].tolist() if code in CODES)}):
            problems.append(problem("states", found=year, missing=", ".join(f"{code:02d}" for code in gone)))
    if problems:
        raise Refused(problems)


def _at_mid_year(kept: People, before: Matrix, earlier: Matrix) -> None:
    """Refused when the figures lie nearer to those of 1 January (half-way between two mid-years), or between both.

    Half a year of growth is some 0.5 %: far more than two editions of one reconciliation differ by.
    """
    both = ~np.isnan(before) & ~np.isnan(earlier)
    mid, january = (np.abs(kept.values - day)[both].sum() for day in (before, (before + earlier) / 2))
    if january * CLEARLY < mid:
        raise refuse("january")
    if not mid * CLEARLY < january:
        raise refuse("mid_year_unknown")


def _cards(geodata: Path, kept: People, before: Matrix) -> tuple[Card, ...]:
    """The card without its date of publication, where a figure that was there has changed: no content says the date."""
    same = np.isnan(before) | (before == kept.values)
    return () if same.all() else (card(geodata / "cards" / f"{SOURCE}.yml", published=""),)
