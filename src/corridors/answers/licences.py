"""Federal firearms licences in the counties of a consular district, by type, from an imported list of ATF."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from corridors.answers.district import District
from corridors.answers.home import cite
from corridors.figures.rows import each
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import month, number

TABLE: Final = "ffl_county_month"
FEW: Final = 5  # a unit with fewer is for analysts only, and is shown nowhere (design: Diplomacy)


@dataclass(frozen=True)
class Licences:
    """Licences of the last month imported, for one district: `rows` of (name of the type, number), the largest first.

    A type with fewer than FEW is in no row: such types are one row together where they reach FEW, else `hidden` says
    that they are left out. `base` says what was counted, `source` cites the list.
    """

    rows: tuple[tuple[str, str], ...]
    hidden: bool
    base: str
    source: str


def licences(store: Store, found: District, lang: str) -> Licences | None:
    """The licences in the counties of a district; None when no list was imported."""
    if not store.has(TABLE):
        return None
    table = store.table(TABLE)
    when = str(table["month"].max())
    inside = {county.removeprefix("US-") for counties in found.counties.values() for county in counties}
    here = table[(table["month"] == when) & table["county_fips"].isin(inside)]
    sums = here.groupby("license_type")["licences"].sum().sort_values(ascending=False, kind="stable")
    named = "name_es" if lang == "es" else "name_en"
    names = {row["code"]: row[named] for row in store.layout("atf_ffl/types")}
    large = sums[sums >= FEW]
    few = int(sums[sums < FEW].sum())
    rows = [(names[str(kind)], int(count)) for kind, count in large.items()]
    if few >= FEW:
        rows.append((text("home.district.licences.few", lang, few=FEW), few))
    shown = sum(count for _, count in rows)
    spoken = month(date.fromisoformat(f"{when}-01"), lang)
    card = next(each(here if len(here) else table)).source_id
    return Licences(
        rows=tuple((name, number(count, lang)) for name, count in rows),
        hidden=0 < few < FEW,
        base=text("home.district.licences.base", lang, count=number(shown, lang), month=spoken,
                  counties=number(found.size, lang)),
        source=text("home.district.licences.source", lang, cite=cite(store.card(card), lang)),
    )  # fmt: skip
