"""The tables of the product: columns with type and unit, key, least number of rows, and source.

`TABLES` is an explicit tuple. A column is written `name:type[unit]`; a type is one of `TYPES`, text
when it is left out; `?` after the type allows an empty cell, which is never zero. Text may always
be empty; `!` after the name forbids it. `source_id`, `quality`, `kind` and `via_press` have their own types.
"""

import re
from dataclasses import dataclass
from typing import Final

from corridors.model.kinds import Kind
from corridors.model.measures import LAW_VARIABLES

# Pattern of each type that is text; None for those that are numbers.
TYPES: Final[dict[str, str | None]] = {
    "text": r"[\s\S]*",
    "name": r"[\s\S]*\S[\s\S]*",
    "us": r"[A-Z]{2}",  # USPS code; "US" for the whole country
    "mx": r"\d{2}",  # INEGI state; "00" the whole country, "33" abroad
    "municipality": r"\d{5}",  # INEGI; ending 999 is "municipality not known"
    "month": r"\d{4}-(0[1-9]|1[0-2])",
    "source": r"[A-Z][A-Z0-9_]+",
    "quality": r"[a-z_;,/ -]+",
    "kind": "|".join(Kind),
    "yesno": "yes|no",
    "year": None,
    "int": None,
    "number": None,
    "flag": None,
}
SPECIAL: Final = {"source_id": "source", "quality": "quality", "kind": "kind", "via_press": "yesno"}
UNVERIFIED: Final = "from_memory_unverified"  # never shown as a fact; what rests on it is marked
_COLUMN: Final = re.compile(r"^(\w+)(!)?(?::(\w+)(\?)?)?(?:\[([^\]]+)\])?$")


@dataclass(frozen=True)
class Column:
    """One column: its type (a key of TYPES), its unit, and whether a cell may be empty."""

    name: str
    type: str
    unit: str = ""
    optional: bool = False

    @property
    def numeric(self) -> bool:
        """Whether the cells are numbers."""
        return TYPES[self.type] is None


@dataclass(frozen=True)
class Table:
    """One table of `geodata/facts`. `floor` is the least number of rows that is plausible;
    `years` the first and last year; `optional` a table that an import may bring."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    floor: int
    years: tuple[int, int] | None = None
    optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the file."""
        return tuple(column.name for column in self.columns)


def column(spec: str) -> Column:
    """A column from its short form (`value:number?[firearms]`). ValueError when malformed."""
    match = _COLUMN.match(spec)
    if not match:
        raise ValueError(f"{spec!r} is not a column")
    name, filled, kind, optional, unit = match.groups()
    kind = kind or SPECIAL.get(name) or ("name" if filled else "text")
    if kind not in TYPES:
        raise ValueError(f"{spec!r}: {kind} is not a type")
    return Column(name, kind, unit or "", bool(optional))


def _table(
    name: str, key: str, columns: str, floor: int, years: tuple[int, int] | None = None, optional: bool = False
) -> Table:
    return Table(name, tuple(key.split()), tuple(map(column, columns.split())), floor, years, optional)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CITED: Final = "unit! publisher! document! locator! url! quality kind note source_id via_press"
_SPAN: Final = "year_start:year year_end:year"
_SESNSP, _CASES = (
    " ".join(
        f"{crime}_{counted}_{means}:int[{counted}]"
        for crime in ("feminicidio", "homicidio_doloso")
        for means in ("blade", "firearm", "not_specified", "other_means", "total")
    )
    for counted in ("victims", "cases")
)
_LAW_COLUMNS: Final = " ".join(f"{law}:flag" for law in sorted((*LAW_VARIABLES, "lawtotal"))).replace(
    "lawtotal:flag", "lawtotal:int[provisions]"
)

# Columns whose values are all known: a new value, or one that has gone, fails `corridors check`.
CATEGORIES: Final[dict[tuple[str, str], frozenset[str]]] = {
    ("trace_pairs", "measure"): _words("traced_to_us_purchaser share_of_traced"),
    ("us_domestic_trace_od_totals", "role"): _words("source recovery grand"),
    ("us_gun_deaths", "measure"): _words(
        "firearm_death_rate_age_adjusted firearm_deaths_accidental firearm_deaths_homicide firearm_deaths_suicide "
        "firearm_deaths_total firearm_deaths_total_excl_legal_intervention firearm_deaths_undetermined"
    ),
    ("us_mass_shootings", "measure"): _words(
        "mass_murders_gva_as_published_then mass_shooting_victims_injured_gva mass_shooting_victims_killed_gva "
        "mass_shootings_gva mass_shootings_gva_as_published_then mass_shootings_motherjones"
    ),
    ("mx_homicides_state_year", "measure"): _words(
        "firearm_homicides_death_register homicides_death_register homicides_inegi_by_occurrence_state "
        "homicides_inegi_by_registration_state homicides_inegi_cube_fully_specified_cells "
        f"homicides_inegi_microdata_by_occurrence {_SESNSP.replace(':int[victims]', '')}"
    ),
    ("mx_deaths_state_year", "basis"): _words("occurrence residence registration"),
    ("mx_seizures_by_state", "measure"): _words(
        "firearms_secured long_arms_secured short_arms_secured craft_arms_secured firearms_secured_by_army_and_navy "
        "firearms_secured_state_diagnostic"
    ),
    ("highway_corridors", "country"): _words("US MX"),
}  # fmt: skip

LEDGER: Final = "editions"
TABLES: Final[tuple[Table, ...]] = (
    # Which edition of its source each fact is from (`build/ledger.py` puts `edition_id` beside the rows).
    _table(LEDGER, "of_table of_source part_column part_value",
           "edition_id! of_source:source of_table! part_column part_value edition! published file_sha256 imported", 80),
    # Traces: guns recovered in Mexico and submitted to ATF.
    _table("trace_totals", "edition year_start year_end source_area measure value document",
           f"edition! {_SPAN} source_area! recovery_area! measure! value:number unit! publisher! document! locator! "
           "url! quality kind note via_press source_id", 80, (2004, 2024)),
    _table("trace_source_places", "year_start year_end source_area recovery_area measure document",
           "year_start:year? year_end:year? us_state_code:us? source_area! recovery_area! measure! value:number "
           + _CITED, 34, (2006, 2025)),
    _table("trace_pairs", "year_start year_end us_state_code mx_state_code measure source_id",
           f"{_SPAN} us_state_code:us? source_area! mx_state_code:mx? recovery_area measure! value:number {_CITED}",
           7, (2022, 2023)),
    _table("trace_recovery_places", "year_start year_end recovery_area measure source_id",
           f"{_SPAN} source_area! mx_state_code:mx? recovery_area! measure! value:number {_CITED}", 13, (2020, 2023)),
    _table("trace_types", "year_start year_end measure document",
           f"{_SPAN} source_area! recovery_area! measure! value:number {_CITED}", 31, (2007, 2024)),
    _table("time_to_crime", "year_start year_end recovery_area measure source_id",
           f"{_SPAN} source_area! recovery_area! measure! value:number {_CITED}", 6, (2006, 2023)),
    _table("mx_seizures_by_state", "period mx_state_code measure publisher document",
           "period! month_start:month month_end:month mx_state_code:mx? mx_state! measure! value:number unit! "
           "publisher! document! url! quality kind note source_id via_press", 69),
    _table("southbound_seizures", "period agency area direction measure",
           "period! agency! area! direction! measure! value:number unit! publisher! document! url! quality kind note "
           "source_id via_press", 34),
    _table("cbp_seizures_month", "month component region area direction mode seizure_type category",
           "fiscal_year:year month:month component! region! area! direction mode seizure_type! category "
           "events:int[events] quantity:int[items] quality kind source_id", 1, (2010, 2100), optional=True),
    _table("etrace_access", "as_of mx_state",
           "as_of:month mx_state_code:mx? mx_state! state_prosecutor_has_etrace:yesno publisher! document! url! "
           "quality note source_id via_press", 15),
    _table("flow_estimates", "period measure value",
           "period! measure! value:number low:number? high:number? unit! publisher! document! url! quality kind note "
           "source_id via_press", 7),
    _table("published_routes", "row",
           "row:int corridor_id! set! seq:int waypoint! kind:name publisher! document! url! note source_id via_press "
           "quality", 106),
    # Counts of trace records: what may be shown of them. An empty `firearms` is suppressed, and `status` says so.
    _table("trace_records_terms", "source_id",
           "authority! purpose! audience! synthetic:yesno firearms:int[firearms] kind source_id", 1, optional=True),
    # An empty year, US state or type is not known; US and 00 are all of them, 99 is a state not known.
    _table("trace_records_pairs", "year us_state_code mx_state_code",
           "year:int?[year] us_state_code:us? mx_state_code:mx firearms:int?[firearms] status! kind source_id", 1,
           optional=True),
    # Only places with records; an empty place is a state of which no part may be shown. 000 and 999: not known.
    _table("trace_records_counties", "year us_state_code county_id_fips",
           "year:int?[year] us_state_code:us county_id_fips firearms:int?[firearms] status! kind source_id", 0,
           optional=True),
    _table("trace_records_municipalities", "year mx_state_code municipality_code",
           "year:int?[year] mx_state_code:mx municipality_code:municipality? firearms:int?[firearms] status! kind "
           "source_id", 0, optional=True),
    _table("trace_records_types", "year type",
           "year:int?[year] type! firearms:int?[firearms] status! kind source_id", 0, optional=True),
    _table("trace_records_time_to_crime", "year time_to_crime",
           "year:int?[year] time_to_crime! firearms:int?[firearms] status! kind source_id", 0, optional=True),
    # The domestic trace matrix, to test the flow estimator against.
    _table("us_domestic_trace_od", "year source_state_code recovery_state_code",
           "year:year source_state_code:us recovery_state_code:us firearms:int[firearms] quality kind source_id",
           15_000, (2010, 2017)),
    _table("us_domestic_trace_od_totals", "year role state_code",
           "year:year role! state_code:us? firearms:int[firearms] quality kind source_id", 760, (2010, 2017)),
    _table("us_domestic_trace_od_editions", "year",
           "year:year publisher! document! table! fts_query_date! official_url! agreement! note source_id", 7,
           (2010, 2017)),
    # Printed totals that are not the sum of their cells: the publisher's own arithmetic, kept as printed.
    _table("publisher_slips", "source_id of_table year role place",
           "source_id of_table! year:year role! place found:number printed:number unit! note!", 0, optional=True),
    # United States: people, checks, dealers, laws, violence.
    _table("us_population_state_year", "year state_code",
           "year:year state_code:us population_july1:int[people] quality kind source_id", 1_800, (1990, 2024)),
    _table("nics_state_month", "month state_code",
           "month:month state_code:us nics_handgun:int?[checks] nics_long_gun:int?[checks] nics_multiple:int?[checks] "
           "nics_other:int?[checks] nics_permit:int?[checks] nics_permit_recheck:int?[checks] "
           "nics_private_sale_handgun:int?[checks] nics_private_sale_long_gun:int?[checks] nics_total:int[checks] "
           "source_id quality kind", 16_400),
    _table("ffl_by_state", "year period state license_type measure document",
           "year:year? period us_state_code:us? state! license_type! measure! value:number unit! document! locator! "
           "url! quality kind note via_press source_id", 630, (1975, 2026)),
    _table("ffl_county_month", "month us_state_code county_fips license_type",
           "month:month us_state_code:us county_fips:text license_type! licences:int[licences] quality kind note "
           "source_id", 1, optional=True),
    _table("us_gun_laws_state_year", "year state_code",
           f"year:year state_code:us {_LAW_COLUMNS} source_id quality kind", 1_500, (1991, 2020)),
    _table("us_gun_laws_codebook", "variable",
           "code:int category! subcategory! description! variable! source_id", 133),
    _table("us_gun_deaths", "year state_code measure source_id",
           "year:year state_code:us measure! value:number document url quality kind via_press source_id", 1_000,
           (2010, 2023)),
    _table("us_mass_shootings", "year state_code measure document",
           "year:year state_code:us measure! value:number document url quality kind note via_press source_id", 1_700,
           (1982, 2026)),
    _table("world_firearms", "year iso2 country measure source_id document",
           "year! iso2! country! measure! value:number unit! document url quality kind note via_press source_id", 370),
    # Dated facts of law and of events: what no series holds and a claim of a document may turn on (`docs/claims.md`).
    _table("cited_facts", "fact date publisher document",
           "fact! place! period! date! value:number unit! base_en! base_es! statement_en! statement_es! publisher! "
           "document! date_published! locator! url quality kind note source_id via_press", 1, optional=True),
    # Mexico: violence and people.
    _table("mx_homicides_state_year", "year state_code measure",
           "year:year state_code:mx measure! value:int[deaths_or_victims] quality kind note source_id", 7_200,
           (1990, 2025)),
    _table("mx_homicides_state_month_inegi_1990_2015", "year month state_code",
           "year:year month:int state_code:mx homicides_inegi_by_occurrence_state:int[deaths] quality kind source_id",
           10_500, (1990, 2015)),
    _table("mx_homicides_state_month_register_1998_2008", "year month state_code",
           "year:year month:int state_code:mx firearm_homicides_death_register:int[deaths] "
           "homicides_death_register:int[deaths] quality kind source_id", 4_500, (1998, 2008)),
    _table("mx_homicides_state_month_sesnsp", "year month state_code",
           f"year:year month:int state_code:mx {_SESNSP} quality kind source_id", 4_000, (2015, 2025)),
    _table("mx_investigations_state_month", "year month state_code",
           f"year:year month:int state_code:mx {_CASES} quality kind source_id", 32, (2015, 2025), optional=True),
    _table("mx_investigations_municipality_year", "year municipality_code",
           f"year:year municipality_code:municipality months:int[months] {_CASES} quality kind source_id", 32,
           (2015, 2025), optional=True),
    _table("mx_victims_municipality_year", "year municipality_code",
           f"year:year municipality_code:municipality months:int[months] {_SESNSP} quality kind source_id", 32,
           (2015, 2025), optional=True),
    _table("mx_homicides_municipality_year", "year municipality_code",
           "year:year municipality_code:municipality homicides:int[deaths] quality kind source_id", 37_000,
           (1990, 2015)),
    _table("mx_homicides_state_month_inegi_registration", "year month state_code",
           "year:year month:int state_code:mx homicides_inegi_by_registration_state:int[deaths] quality kind source_id",
           1, (1985, 2100), optional=True),
    # INEGI's death records, counted: `year` is that of registration, an empty year of occurrence is not known.
    _table("mx_deaths_state_year", "year basis occurrence_year state_code",
           "year:year basis! occurrence_year:int?[year] state_code:mx homicides:int[deaths] "
           "firearm_homicides:int[deaths] quality kind source_id", 33, (1985, 2100), optional=True),
    _table("mx_deaths_municipality_year", "year occurrence_year municipality_code",
           "year:year occurrence_year:int?[year] municipality_code:municipality homicides:int[deaths] "
           "firearm_homicides:int[deaths] quality kind source_id", 33, (1985, 2100), optional=True),
    _table("mx_municipality_names", "municipality_code",
           "municipality_code:municipality municipality_name! source_id", 2_400),
    _table("mx_homicides_national_year", "year period measure value document",
           "year:year period! state_code:mx measure! value:number unit! publisher! document! locator! url! "
           "date_published quality kind note source_id via_press", 96, (1990, 2025)),
    _table("mx_homicides_state_press", "year state_code measure document",
           "year:year period! state_code:mx measure! value:number unit! publisher! document! locator! url! "
           "date_published quality kind note source_id via_press", 42, (2018, 2024)),
    _table("mx_population_state_year", "year state_code",
           "year:year state_code:mx population_mid_year:int[people] quality kind source_id", 2_300, (1970, 2040)),
    _table("population_mx_municipality", "year municipality_code",
           "year:year municipality_code:municipality population:int[people] source_id", 1, (1990, 2040), optional=True),
    # The border and the consulates.
    _table("border_crossings_year", "year port_code measure",
           "year:year port_code! measure! value:int[crossings] months_in_year:int[months] quality kind source_id",
           8_000, (1996, 2025)),
    _table("border_ports_bts", "port_code",
           "port_code! port_name! state! lat:number[degrees] lon:number[degrees] source_id", 28),
    _table("ports_of_entry", "poe_id",
           "poe_id! name! us_city! us_state:us mx_city! mx_state_code:mx mx_state! bts_port bts_port_code "
           "cbp_bwt_number modes modes_source latitude:number[degrees] longitude:number[degrees] coord_quality! "
           "us_roads mx_roads roads_quality! status! source! url note source_id", 54),
    _table("consulates", "consulate_id",
           "consulate_id! name_en! name_es! category! category_quality:quality border! city! state_usps:us "
           "latitude:number[degrees] longitude:number[degrees] coordinate_kind! geonameid! address address_source "
           "website website_quality:quality opened opened_source source! url quality note source_id", 53),
    _table("consular_district_counties", "consulate_id state_usps county_name county_fips",
           "consulate_id! state_usps:us county_name! county_fips source! url quality note source_id", 280),
    _table("highway_corridors", "corridor_id sequence",
           "corridor_id! country:us road! sequence:int place! state! latitude:number[degrees] "
           "longitude:number[degrees] geonameid! geonames_name! border_poe_ids coord_source! quality state_code! "
           "source_id", 340),
)  # fmt: skip

BY_NAME: Final = {table.name: table for table in TABLES}
