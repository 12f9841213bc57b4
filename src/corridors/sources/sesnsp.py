"""SESNSP, new methodology (2015 on): case files and victims, by state and by municipality; the columns tell which.

Every month the publisher restates every year, so a file speaks for all its years. `Homicidio doloso` leaves out
`Feminicidio`; both are kept by weapon (`Modalidad`), and all other crimes are only counted in the total.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.sources import cards, layouts
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.encoding import find, unwrap
from corridors.sources.names import codes, fold
from corridors.sources.sesnsp_card import card
from corridors.sources.sesnsp_letters import HEADERS, certain, head, printed
from corridors.sources.sesnsp_rows import FIRST, Names, clean
from corridors.sources.sesnsp_scan import scan
from corridors.sources.sesnsp_tables import CRIMES, monthly, state_months, state_years, town_years
from corridors.text import text

ID: Final = "sesnsp"
TOWN_NAMES: Final = "mx_municipality_names"
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
    rows, last = clean(found, kept, shape, names)
    local = "municipality_code" in shape.at
    variant = VARIANTS[local, "sex" in shape.at]
    months, absent = monthly(rows, "town" if local else "state", variant.unit, last)
    notes = [Note("mended", {"how": reading.mended})] if reading.mended else []
    notes += _notes(rows, months, variant, absent)
    years = sorted(rows["year"].unique())
    return Batch(
        source=variant.source,
        edition=f"cut-off {last}",
        published="",
        recognised_by=recognise(content),
        parts=_parts(variant, months, last, kept, geodata),
        totals={**_totals(months, variant), "all_crimes": found.everything},
        partition=f"year={years[0]}" if len(years) == 1 and int(years[0]) > FIRST else "",
        warnings=tuple(notes),
        cards=(card(geodata, variant.source, variant.card, years[0], last),),
    )


def _parts(variant: Variant, months: pd.DataFrame, last: str, kept: pd.DataFrame, geodata: Path) -> tuple[Part, ...]:
    if "state" in months:
        parts = (state_months(variant.table, months, variant.source),)
        return (*parts, state_years(months, variant.source, last)) if variant.unit == "victims" else parts
    return (town_years(variant.table, months, variant.source, variant.unit), *_names(variant, kept, geodata))


def _names(variant: Variant, kept: pd.DataFrame, geodata: Path) -> tuple[Part, ...]:
    """The names of municipalities that no table has yet; nothing when all are known."""
    with (geodata / "facts" / f"{TOWN_NAMES}.csv").open(encoding="utf-8", newline="") as file:
        known = {row["municipality_code"] for row in csv.DictReader(file, strict=True)}
    code = kept["municipality_code"].str.strip().str.zfill(5)
    new = ~code.isin(known) & ~code.str[2:].isin(PLACELESS)
    if "municipality" not in kept or not new.any():
        return ()
    named = pd.DataFrame({
        "municipality_code": code, "municipality_name": kept["municipality"].str.strip(), "source_id": variant.source
    })[new]  # fmt: skip
    named = named.drop_duplicates("municipality_code").sort_values("municipality_code", ignore_index=True)
    return (Part(TOWN_NAMES, named[named["municipality_name"] != ""]),)


def _totals(months: pd.DataFrame, variant: Variant) -> dict[str, int]:
    """The sums of the whole file, intentional homicide first and its total before its parts."""
    wanted = [f"{crime}_{variant.unit}_{means}" for crime in reversed(CRIMES) for means in ("total", "firearm")]
    return {name: int(months[name].sum()) for name in wanted}


def _notes(rows: pd.DataFrame, months: pd.DataFrame, variant: Variant, absent: int) -> list[Note]:
    notes = [Note("sesnsp_no_row", {"count": absent})] if absent else []
    notes += [Note("sesnsp_unspecified", values) for values in _unspecified(months, variant)]
    apart = rows["town"].str[2:].isin(PLACELESS)
    if apart.any():
        notes.append(Note("sesnsp_placeless", {"count": int(rows.loc[apart, "town"].nunique())}))
    return notes


def _unspecified(months: pd.DataFrame, variant: Variant) -> list[dict[str, str | int]]:
    """For each state with years in which too many homicides have no weapon: the years, and the largest share."""
    state = months["state"] if "state" in months else months["town"].str[:2]
    names = [f"homicidio_doloso_{variant.unit}_{part}" for part in ("not_specified", "total")]
    sums = months.groupby([state.rename("state"), "year"])[names].sum()
    share = 100 * sums[names[0]] / sums[names[1]].where(sums[names[1]] > 0)
    over = share[share > UNSPECIFIED].reset_index(name="share").astype({"year": int})
    return [
        {
            "state": text(f"place.MX-{code}", "es"),
            "years": cards.spans(set(part["year"])),
            "most": round(float(part["share"].max())),
        }
        for code, part in over.groupby("state")
    ]
