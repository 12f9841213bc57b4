"""SESNSP, new methodology (2015 on): case files and victims, by state and by municipality; the columns tell which.

Every month the publisher restates every year, so a file speaks for all its years. `Homicidio doloso` leaves out
`Feminicidio`; both are kept by weapon (`Modalidad`), and all other crimes are only counted in the total.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from corridors.sources import cards, layouts
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.encoding import find, unwrap
from corridors.sources.frames import frame
from corridors.sources.names import codes, fold
from corridors.sources.sesnsp_card import card
from corridors.sources.sesnsp_letters import HEADERS, certain, head, printed
from corridors.sources.sesnsp_rows import FIRST, Names, clean
from corridors.sources.sesnsp_scan import Rows, scan
from corridors.sources.sesnsp_tables import (
    CRIMES,
    MEANS,
    Months,
    columns,
    monthly,
    state_months,
    state_years,
    town_years,
)
from corridors.sources.towns import TOWNS, known_towns
from corridors.text import text

ID: Final = "sesnsp"
UNSPECIFIED: Final = 15  # per cent of a state's victims or cases without a weapon, above which the reader is told
PLACELESS: Final = ("998", "999")  # other and unspecified municipalities of a state


@dataclass(frozen=True)
class Variant:
    """One of the four files: its source, the table it fills, what it counts, and the folder of its card."""

    source: str
    table: str
    unit: str
    card: str


VARIANTS: Final = {  # (has municipalities, has victims)
    (False, True): Variant("SESNSP_VICT", "mx_homicides_state_month_sesnsp", "victims", "sesnsp_victims"),
    (False, False): Variant("SESNSP_IDEFC", "mx_investigations_state_month", "cases", "sesnsp_cases"),
    (True, False): Variant("SESNSP_IDM", "mx_investigations_municipality_year", "cases", "sesnsp_municipal_cases"),
    (True, True): Variant("SESNSP_VICT_MUN", "mx_victims_municipality_year", "victims", "sesnsp_municipal_victims"),
}


def recognise(content: Content) -> tuple[str, ...]:
    """The headers that only SESNSP's files have together; those with accents may be damaged, and are not asked."""
    found = layouts.shared(content, HEADERS)
    if len(found) < len(HEADERS):
        return ()
    extra = layouts.shared(content, (*HEADERS, "Sexo", "Cve. Municipio"))[len(HEADERS) :]
    return (f"the header {', '.join(HEADERS)}", *(f"the column {name}" for name in extra))


def read(content: Content, geodata: Path) -> Batch:
    """The tables of one file. Refused with every problem."""
    crimes, weapons = (
        {fold(row["name"]): row["code"] for row in layouts.layout(geodata, ID, name)} for name in ("crimes", "weapons")
    )
    names = Names(codes(geodata, "MX"), crimes, weapons)
    data, _ = unwrap(content.data)
    columns = layouts.layout(geodata, ID, "columns")
    shape, header = head(data, columns)
    found = scan(data, shape, names.crimes)
    reading = find((*header, *found.cells), certain(geodata, columns))
    kept = printed(found, reading)
    months = monthly(clean(found, kept, shape, names))
    variant = VARIANTS["municipality_code" in shape.at, "sex" in shape.at]
    notes = [Note("mended", {"how": reading.mended})] if reading.mended else []
    notes += _notes(months)
    last, years = months.last, months.years
    return Batch(
        source=variant.source,
        edition=f"cut-off {last}",
        published="",
        recognised_by=recognise(content),
        parts=_parts(variant, months, kept, geodata),
        totals={**_totals(months, variant), "all_crimes": found.everything},
        partition=f"year={years[0]}" if len(years) == 1 and int(years[0]) > FIRST else "",
        warnings=tuple(notes),
        cards=(card(geodata, variant.source, variant.card, years[0], last),),
    )


def _parts(variant: Variant, months: Months, kept: Rows, geodata: Path) -> tuple[Part, ...]:
    if "municipality_code" not in kept.words:
        parts = (state_months(variant.table, months, variant.source, variant.unit),)
        return (*parts, state_years(months, variant.source)) if variant.unit == "victims" else parts
    return (town_years(variant.table, months, variant.source, variant.unit), *_names(variant, kept, geodata))


def _names(variant: Variant, kept: Rows, geodata: Path) -> tuple[Part, ...]:
    """The names of municipalities that no table has yet, each as in its first row; nothing when all are known."""
    printed, said = kept.words["municipality_code"], kept.words.get("municipality")
    if said is None:
        return ()
    known = known_towns(geodata)
    codes = [code.zfill(5) for code in printed.values]
    wanted = [at for at, code in enumerate(codes) if not known[int(code)] and code[2:] not in PLACELESS]
    rows = np.flatnonzero(np.isin(printed.at, wanted))
    first = np.sort(np.unique(printed.at[rows], return_index=True)[1])
    new: dict[str, str] = {}
    for row in rows[first].tolist():
        new.setdefault(codes[printed.at[row]], said.values[said.at[row]])
    if not new:
        return ()
    told = {code: new[code] for code in sorted(new) if new[code]}
    columns = {"municipality_code": list(told), "municipality_name": list(told.values()), "source_id": variant.source}
    return (Part(TOWNS, frame(TOWNS, columns)),)


def _totals(months: Months, variant: Variant) -> dict[str, int]:
    """The sums of the whole file, intentional homicide first and its total before its parts."""
    sums = dict(zip(columns(variant.unit), months.counts.sum(axis=(0, 1)).ravel().tolist(), strict=True))
    wanted = [f"{crime}_{variant.unit}_{means}" for crime in reversed(CRIMES) for means in ("total", "firearm")]
    return {name: sums[name] for name in wanted}


def _notes(months: Months) -> list[Note]:
    notes = [Note("sesnsp_no_row", {"count": months.absent})] if months.absent else []
    notes += [Note("sesnsp_unspecified", values) for values in _unspecified(months)]
    apart = {months.places[at] for at in np.unique(months.place).tolist() if months.places[at][2:] in PLACELESS}
    if apart:
        notes.append(Note("sesnsp_placeless", {"count": len(apart)}))
    return notes


def _unspecified(months: Months) -> list[dict[str, str | int]]:
    """For each state with years in which too many homicides have no weapon: the years, and the largest share."""
    states, at = np.unique([place[:2] for place in months.places], return_inverse=True)
    state = at[months.place]
    cell, shape = state * len(months.years) + months.year, (len(states), len(months.years))
    homicides = months.yearly[:, CRIMES.index("homicidio_doloso")]
    parts, every = (
        np.bincount(cell, homicides[:, at], shape[0] * shape[1]).reshape(shape)
        for at in (MEANS.index("not_specified"), len(MEANS))
    )
    share = 100 * parts / np.where(every > 0, every, np.nan)
    return [
        {
            "state": text(f"place.MX-{states[at]}", "es"),
            "years": cards.spans({int(months.years[year]) for year in np.flatnonzero(share[at] > UNSPECIFIED)}),
            "most": round(float(np.nanmax(share[at]))),
        }
        for at in np.flatnonzero((share > UNSPECIFIED).any(axis=1)).tolist()
    ]
