"""What the sources page says: each card with all that rests on it, and the years that each layer covers."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from corridors.model.cards import Card
from corridors.model.measures import BY_ID, MEASURES
from corridors.model.tables import LEDGER, TABLES, Table
from corridors.store import Store

# Where a table belongs on the page; the theme of a card is that of its first table.
THEMES: Final[dict[str, tuple[str, ...]]] = {
    "traces": ("trace_totals", "trace_source_places", "trace_pairs", "trace_recovery_places", "trace_types",
               "time_to_crime", "etrace_access", "flow_estimates", "published_routes", "us_domestic_trace_od",
               "us_domestic_trace_od_totals", "us_domestic_trace_od_editions", "publisher_slips", "trace_records_terms",
               "trace_records_pairs", "trace_records_counties", "trace_records_municipalities", "trace_records_types",
               "trace_records_time_to_crime"),
    "secured": ("mx_seizures_by_state", "southbound_seizures", "cbp_seizures_month"),
    "mexico": ("mx_homicides_state_year", "mx_homicides_state_month_inegi_1990_2015",
               "mx_homicides_state_month_register_1998_2008", "mx_homicides_state_month_sesnsp",
               "mx_investigations_state_month", "mx_investigations_municipality_year", "mx_victims_municipality_year",
               "mx_homicides_municipality_year", "mx_municipality_names", "mx_homicides_national_year",
               "mx_homicides_state_press",
               "mx_homicides_state_month_inegi_registration", "mx_deaths_state_year", "mx_deaths_municipality_year"),
    "market": ("nics_state_month", "ffl_by_state", "ffl_county_month", "us_gun_laws_state_year",
               "us_gun_laws_codebook", "cited_facts"),
    "states": ("us_gun_deaths", "us_mass_shootings"),
    "world": ("world_firearms",),
    "people": ("us_population_state_year", "mx_population_state_year", "population_mx_municipality"),
    "places": ("consulates", "consular_district_counties", "ports_of_entry", "border_ports_bts",
               "border_crossings_year", "highway_corridors"),
}  # fmt: skip
LAWS: Final = "laws"  # the fifty provisions are one layer here, for they cover the same years
THEME_OF: Final = {table: theme for theme, tables in THEMES.items() for table in tables}
_TWINS: Final = ("_month_", "_totals", "_editions")  # tables that repeat the years of a table beside them
_TIME: Final = ("year", "year_start", "year_end", "month_start", "month_end", "period", "as_of")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Part:
    """What one edition of a source brought: the edition in words, the part of the series (`year 2014`, "" for all of
    it), and the day of its import ("" for what ships)."""

    edition: str
    part: str
    imported: str


@dataclass(frozen=True)
class Source:
    """A card, its theme, the tables and measures that rest on it, the years that they cover, and its editions where
    several stand side by side."""

    card: Card
    theme: str
    tables: tuple[str, ...]
    measures: tuple[str, ...]
    years: tuple[int, ...]
    editions: tuple[Part, ...]


@dataclass(frozen=True)
class Layer:
    """Something the slider moves: a measure, the provisions of law, or a table; `group` is us, mx or tables."""

    id: str
    group: str
    family: str
    years: tuple[int, ...]
    sources: tuple[str, ...]


def sources(store: Store) -> tuple[Source, ...]:
    """Every card, by theme in the order of THEMES, then by publisher."""
    tables: dict[str, list[str]] = defaultdict(list)
    years: dict[str, set[int]] = defaultdict(set)
    for (table, source), covered in _covered(store).items():
        tables[source].append(table)
        years[source].update(covered)
    measures: dict[str, list[str]] = defaultdict(list)
    for measure in MEASURES:
        for source in measure.sources:
            if measure.id in store.cube["measures"]:
                measures[source].append(measure.id)
    parts = _editions(store)
    found = [
        Source(
            card,
            _theme(tables[id]),
            tuple(tables[id]),
            tuple(measures[id]),
            tuple(sorted(years[id])),
            parts.get(id, ()),
        )
        for id, card in store.cards().items()
    ]
    order = list(THEMES)
    return tuple(sorted(found, key=lambda source: (order.index(source.theme), source.card.publisher, source.card.id)))


@lru_cache(maxsize=4)
def _editions(store: Store) -> dict[str, tuple[Part, ...]]:
    """By source the editions in the ledger, where there are several: an import of one year leaves the others' own."""
    if not store.has(LEDGER):
        return {}
    found: dict[str, dict[tuple[str, str], Part]] = defaultdict(dict)
    for row in store.table(LEDGER).sort_values("edition_id", kind="stable").itertuples(index=False):
        part = f"{row.part_column} {row.part_value}".strip()
        found[str(row.of_source)][str(row.edition_id), part] = Part(str(row.edition), part, str(row.imported))
    return {
        source: tuple(parts.values()) for source, parts in found.items() if len({id for id, _ in parts}) > 1
    }  # fmt: skip


def layers(store: Store) -> tuple[Layer, ...]:
    """The years that each layer covers: the measures of both maps as the cube has them, then the tables."""
    return (*_measures(store), *_tables(store))


def _theme(tables: list[str]) -> str:
    """A source without a table of its own is one of boundaries or places."""
    return THEME_OF[tables[0]] if tables else "places"


def _measures(store: Store) -> list[Layer]:
    made: list[Layer] = []
    laws: set[int] = set()
    for id, found in store.cube["measures"].items():
        covered = _years_of(found["periods"])
        if found["family"] == "law":
            laws |= covered
        elif id in BY_ID:
            made.append(Layer(id, found["country"].lower(), found["family"], tuple(sorted(covered)), BY_ID[id].sources))
    if laws:
        source = next(measure.sources for measure in MEASURES if measure.family == "law")
        made.append(Layer(LAWS, "us", "law", tuple(sorted(laws)), source))
    order = {measure.id: at for at, measure in enumerate(MEASURES)}
    return sorted(made, key=lambda layer: (layer.group != "us", order.get(layer.id, len(order))))


def _tables(store: Store) -> list[Layer]:
    """The tables that carry years; those that repeat another table's years are left to their cards."""
    resting: dict[str, list[str]] = defaultdict(list)
    years: dict[str, set[int]] = defaultdict(set)
    for (table, source), covered in _covered(store).items():
        resting[table].append(source)
        years[table].update(covered)
    shown = [table.name for table in TABLES if years[table.name] and not _twin(table.name)]
    return [Layer(name, "tables", "", tuple(sorted(years[name])), tuple(sorted(resting[name]))) for name in shown]


def _twin(table: str) -> bool:
    return table != "trace_totals" and any(mark in table for mark in _TWINS)


def _years_of(periods: Iterable[Any]) -> set[int]:
    return {year for first, last in periods for year in range(int(first), int(last) + 1)}


@lru_cache(maxsize=4)
def _covered(store: Store) -> dict[tuple[str, str], frozenset[int]]:
    """The years that each table has from each source; no year where a table is not bound to time."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for table in TABLES:
        if "source_id" not in table.names or not store.has(table.name):
            continue
        times = _time_columns(table)
        for source, *cells in (
            store.columns(table.name, ["source_id", *times]).drop_duplicates().itertuples(index=False)
        ):
            years = [int(year) for year in _YEAR.findall(" ".join(map(str, cells)))]
            found[table.name, str(source)].update(range(min(years), max(years) + 1) if years else ())
    return {key: frozenset(years) for key, years in found.items()}


def _time_columns(table: Table) -> list[str]:
    """The columns that date a row; a month is text (`2015-03`) where it stands alone, a number beside a year."""
    dating = [str(name) for name in table.names if name in _TIME]
    return dating or [name for name in table.names if name == "month"]
