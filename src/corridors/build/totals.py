"""Totals against the publishers' own: each is a sum that a reader of the source could do on paper."""

import math
from collections.abc import Callable
from functools import partial
from typing import Final

import pandas as pd

from corridors.build.series import Tables
from corridors.build.slips import Sum, unknown

Fault = str
COUNTRY: Final = "00"
STATES_YEAR: Final = "mx_homicides_state_year"


def _differ(name: str, found: pd.Series, printed: pd.Series) -> list[Fault]:
    """Where two series differ on the index of the second; a sum that is missing counts as zero rows found."""
    both = pd.DataFrame({"found": found.reindex(printed.index), "printed": printed})
    off = both[~(both["found"] == both["printed"])]
    return [
        f"{name} {at}: {row.found} found, {row.printed} printed"
        for at, row in zip(off.index, off.itertuples(), strict=True)
    ]


def _printed(frame: pd.DataFrame, edition: str, first: int, last: int, measure: str) -> float:
    """What an edition prints of a measure over some years; NaN where it is not there."""
    here = (frame["edition"] == edition) & (frame["year_start"] == first) & (frame["year_end"] == last)
    found = frame.loc[here & (frame["measure"] == measure), "value"]
    return float(found.iloc[0]) if len(found) else math.nan


def traces(tables: Tables) -> list[Fault]:
    """Editions of ATF's Mexico tables: years add up to the printed period, parts to the printed whole.

    These are the numbers as the press quotes them. Those of the documents themselves are summed when they are imported,
    where a slip is the publisher's and no fault: a sum with one of them is not checked here.
    """
    frame = tables["trace_totals"]
    shipped = frame[(frame["quality"] != "rounded") & ~_original(frame)]

    value = partial(_printed, shipped)
    old, nfcta, sas = "ATF Mexico 2007-2011", "NFCTA IV 2022-2023", "SAS 2013 table 12.6"
    submitted, sourced = "recovered_submitted_for_tracing", "us_sourced"
    sums = [
        ("submitted 2007-2011", [value(old, y, y, submitted) for y in range(2007, 2012)], 99_691),
        ("printed submitted 2007-2011", [value(old, 2007, 2011, submitted)], 99_691),
        ("US-sourced 2007-2011", [value(old, y, y, sourced) for y in range(2007, 2012)], 68_161),
        ("printed US-sourced 2007-2011", [value(old, 2007, 2011, sourced)], 68_161),
        (
            "ladder of 2007-2011",
            [value(sas, 2007, 2011, step) for step in
             ("traced_to_us_retail_purchaser", "traced_to_foreign_country", "purchaser_not_determined")],
            value(sas, 2007, 2011, sourced),
        ),
        (
            "GAO 2009-2014",
            [value("GAO-16-223", 2009, 2014, part) for part in (sourced, "non_us", "undetermined")],
            value("GAO-16-223", 2009, 2014, submitted),
        ),
        *(
            (
                f"parts of {first}-{last}",
                [
                    value(f"ATF Mexico {first}-{last}", first, last, part)
                    for part in (sourced, "non_us_or_undetermined")
                ],
                value(f"ATF Mexico {first}-{last}", first, last, submitted),
            )
            for first, last in ((2017, 2022), (2018, 2023))
        ),
        (
            "US-sourced 2024",
            [value("ATF Mexico 2019-2024", 2024, 2024, part) for part in ("us_manufactured", "us_imported")],
            value("ATF Mexico 2019-2024", 2024, 2024, sourced),
        ),
        ("requests 2021-2023", [value(nfcta, 2021, 2021, "trace_requests"), value(nfcta, 2022, 2023, "trace_requests")],
         value(nfcta, 2021, 2023, "trace_requests")),
    ]  # fmt: skip
    known = [(name, sum(parts), whole) for name, parts, whole in sums if not math.isnan(sum(parts) + whole)]
    return [f"{name}: {found:,.0f} is not {whole:,.0f}" for name, found, whole in known if found != whole]


def _original(frame: pd.DataFrame) -> pd.Series:
    """Rows taken from a document of ATF itself in place of the press."""
    return frame["source_id"].str.match(r"ATF_MX_|NFCTA_") & (frame["via_press"] == "no")


def pairs(tables: Tables) -> list[Fault]:
    """2022-2023: 5,630 + 12,087 = 17,717 and 13,861 + 4,345 = 18,206, as long as all of them are the press's."""
    cells, bought = tables["trace_pairs"], tables["trace_source_places"]
    cells = cells[(cells["source_id"] == "NFCTA_IV") & (cells["measure"] == "traced_to_us_purchaser")]
    bought = bought[(bought["source_id"] == "NFCTA_IV") & (bought["measure"] == "traced_to_us_purchaser")]
    found = [
        ("five pairs", cells, cells["us_state_code"] != "", 5_630),
        ("all pairs", cells, cells["value"] >= 0, 17_717),
        ("four border states", bought, bought["us_state_code"] != "", 13_861),
        ("all source states", bought, bought["value"] >= 0, 18_206),
    ]
    return [
        f"{name}: {rows.loc[part, 'value'].sum():,.0f} is not {whole:,}"
        for name, rows, part, whole in found
        if not _original(rows).any() and rows.loc[part, "value"].sum() != whole
    ]


def domestic_matrix(tables: Tables) -> list[Fault]:
    """Cells against the printed totals of rows, columns and the whole sheet, every year.

    The publisher's own slips, kept as data with what was found and printed, are no fault: exactly those and no other.
    """
    cells, printed = tables["us_domestic_trace_od"], tables["us_domestic_trace_od_totals"]
    faults = []
    for role in ("source", "recovery"):
        known = printed[printed["role"] == role].set_index(["year", "state_code"])["firearms"]
        sums = cells.groupby(["year", f"{role}_state_code"])["firearms"].sum()
        # Zeros are left out of the cells, so a state without any has a printed total of zero.
        faults += _differ(f"{role} total", sums.reindex(known.index, fill_value=0), _mended(known, tables, role))
    grand = printed[printed["role"] == "grand"].set_index(["year", "state_code"])["firearms"]
    whole = _mended(grand, tables, "grand").droplevel("state_code")
    sums = cells.groupby("year")["firearms"].sum()
    return faults + _differ("grand total", sums.reindex(whole.index, fill_value=0), whole)


def _mended(printed: pd.Series, tables: Tables, role: str) -> pd.Series:
    """Printed totals, with the sum of the cells in place of those that are recorded as the publisher's slips."""
    slips = tables.get("publisher_slips")
    if slips is None:
        return printed
    slips = slips[(slips["of_table"] == "us_domestic_trace_od_totals") & (slips["role"] == role)]
    keyed = slips.set_index(["year", "place"])
    same = printed.reindex(keyed.index) == keyed["printed"]
    sums = keyed.loc[same, "found"].reindex(printed.index)
    return sums.fillna(printed)


def homicide_sums(tables: Tables) -> list[Sum]:
    """The country is the sum of its 32 states, and by occurrence of those abroad as well."""
    frame = tables[STATES_YEAR]
    parts = frame[frame["state_code"] != COUNTRY].groupby(["measure", "year"])["value"].sum()
    country = frame[frame["state_code"] == COUNTRY]
    whole = country.set_index(["measure", "year", "state_code"])["value"]
    parts = parts.reindex(pd.MultiIndex.from_frame(country[["measure", "year"]]), fill_value=0).set_axis(whole.index)
    return [
        Sum(STATES_YEAR, f"states of {name}", name, parts.xs(name), whole.xs(name))
        for name in map(str, whole.index.unique("measure"))
    ]


def sesnsp(tables: Tables) -> list[Fault]:
    """Four means add up to the total of each crime, state and year; twelve months to the year."""
    frame = tables["mx_homicides_state_year"].set_index(["state_code", "year", "measure"])["value"]
    wide = frame[frame.index.get_level_values(2).str.contains("_victims_")].unstack()
    faults = []
    for crime in ("homicidio_doloso", "feminicidio"):
        parts = wide[[f"{crime}_victims_{means}" for means in ("blade", "firearm", "not_specified", "other_means")]]
        faults += _differ(crime, parts.sum(axis=1), wide[f"{crime}_victims_total"])
    monthly = tables["mx_homicides_state_month_sesnsp"]
    columns = [str(column) for column in wide.columns]
    months = monthly.groupby(["state_code", "year"])[columns].sum()
    states = wide[wide.index.get_level_values(0) != COUNTRY]
    return faults + [
        fault for column in columns for fault in _differ(f"months of {column}", months[column], states[column])
    ]


def month_sums(tables: Tables) -> list[Sum]:
    """The months of INEGI and of the death register add up to their years."""
    yearly = tables[STATES_YEAR].set_index(["measure", "year", "state_code"])["value"]
    found = []
    for table, columns in (
        ("mx_homicides_state_month_inegi_1990_2015", ["homicides_inegi_by_occurrence_state"]),
        (
            "mx_homicides_state_month_register_1998_2008",
            ["firearm_homicides_death_register", "homicides_death_register"],
        ),
    ):
        sums = tables[table].groupby(["year", "state_code"])[columns].sum()
        for column in columns:
            known = yearly.xs(column)
            known = known[known.index.isin(sums.index)]
            found.append(Sum(STATES_YEAR, f"months of {column}", column, sums[column], known))
    return found


def municipal_sums(tables: Tables) -> list[Sum]:
    """Municipalities, with those not known, add up to their state."""
    towns = tables["mx_homicides_municipality_year"]
    sums = towns.groupby(["year", towns["municipality_code"].str[:2].rename("state_code")])["homicides"].sum()
    frame, measure = tables[STATES_YEAR], "homicides_inegi_by_occurrence_state"
    states = frame[(frame["measure"] == measure) & (frame["state_code"] <= "32") & (frame["state_code"] != COUNTRY)]
    printed = states.set_index(["year", "state_code"])["value"]
    return [Sum(STATES_YEAR, f"municipalities of {measure}", measure, sums, printed)]


def people_sums(tables: Tables) -> list[Sum]:
    """Census and CONAPO: the country is the sum of its states (Puerto Rico is not in the Census' country)."""
    found = []
    for table, column, country in (
        ("us_population_state_year", "population_july1", "US"),
        ("mx_population_state_year", "population_mid_year", COUNTRY),
    ):
        frame = tables[table][tables[table]["state_code"] != "PR"]
        parts = frame[frame["state_code"] != country].groupby("year")[column].sum()
        nation = frame[frame["state_code"] == country]
        whole = nation.set_index(["year", "state_code"])[column]
        parts = parts.reindex(nation["year"], fill_value=0).set_axis(whole.index)
        found.append(Sum(table, "states", "", parts, whole))
    return found


def shootings(tables: Tables) -> list[Fault]:
    """Gun Violence Archive: the country is the sum of its states; CDC 2013 as the paper's claim needs it."""
    frame = tables["us_mass_shootings"]
    frame = frame[frame["measure"] == "mass_shootings_gva"]
    parts = frame[frame["state_code"] != "US"].groupby("year")["value"].sum()
    faults = _differ("mass shootings", parts, frame[frame["state_code"] == "US"].set_index("year")["value"])
    deaths = tables["us_gun_deaths"]
    one = deaths[(deaths["state_code"] == "US") & (deaths["year"] == 2013)].set_index("measure")["value"]
    printed = {"suicide": 21_175, "homicide": 11_208, "accidental": 505, "undetermined": 281}
    off = {intent: value for intent, value in printed.items() if one[f"firearm_deaths_{intent}"] != value}
    total = one["firearm_deaths_total_excl_legal_intervention"]
    return faults + [f"CDC 2013: {off}, {total}" for _ in [0] if off or total != sum(printed.values())]


def _unknown(make: Callable[[Tables], list[Sum]], tables: Tables) -> list[Fault]:
    return unknown(make(tables), tables)


# The sums whose slips an import keeps as data (`editions/slips.py`).
SUMS: Final = (homicide_sums, month_sums, municipal_sums, people_sums)
SUMMED: Final = frozenset((STATES_YEAR, "us_population_state_year", "mx_population_state_year"))  # they print them
TOTALS: Final[tuple[tuple[str, Callable[[Tables], list[Fault]]], ...]] = (
    ("traces", traces), ("pairs", pairs), ("domestic matrix", domestic_matrix),
    ("homicides", partial(_unknown, homicide_sums)),
    ("sesnsp", sesnsp), ("months", partial(_unknown, month_sums)),
    ("municipalities", partial(_unknown, municipal_sums)),
    ("people", partial(_unknown, people_sums)),
    ("shootings and deaths", shootings),
)  # fmt: skip
