"""Municipal homicides (INEGI): counts, share of the state's, and rates where people are imported; and, once imported,
INEGI's death records and SESNSP's case files and victims of homicide by firearm."""

from collections.abc import Callable
from typing import cast

import pandas as pd

from corridors.analysis.spatial import empirical_bayes
from corridors.build.series import Maker, Series, Tables, years

Rows = Callable[[Tables], pd.DataFrame]
POPULATION = "population_mx_municipality"
_COUNTS = "mx_homicides_municipality_year"
_CASES = "mx_investigations_municipality_year"
_VICTIMS = "mx_victims_municipality_year"
_RECORDS = "mx_deaths_municipality_year"
_STATES = "homicides_inegi_by_occurrence_state"
# Municipalities that are newer than the boundaries -> that within which they are drawn. The tables keep them apart.
NEWER = {
    "02006": "02001", "02007": "02001", "04012": "04004", "04013": "04001", "07125": "07080", "12082": "12053",
    "12083": "12012", "12084": "12041", "12085": "12023", "17036": "17022", "24059": "24028", "25019": "25006",
    "25020": "25011",
}  # fmt: skip


def _real(frame: pd.DataFrame) -> pd.DataFrame:
    """Without the pseudo-codes ending 999 (state known, municipality not): they stay in the state's total."""
    return frame[~frame["municipality_code"].str.endswith("999") & (frame["municipality_code"].str[:2] <= "32")]


def as_drawn(rows: pd.DataFrame, value: str) -> pd.DataFrame:
    """A count by `year` and `municipality_code`, with newer municipalities added to those within which they are drawn.

    CONAPO gives the people of a newer municipality for the years before it was made as well, while its deaths of those
    years are its parent's: only together are they of one area.
    """
    codes = rows["municipality_code"].replace(NEWER)
    return pd.DataFrame(
        rows.assign(municipality_code=codes).groupby(["year", "municipality_code"], as_index=False)[value].sum()
    )


def counts(tables: Tables) -> pd.DataFrame:
    """One row a year and municipality that existed: `year`, `place`, `state_code`, `homicides`.

    The source leaves out municipalities without a homicide, so an absent row is a zero, if the municipality
    existed. Codes are given in order within a state, so a code counts as existing from the first year in which its
    state has a row with a code at least as high; before that the cell is missing.
    """
    rows = as_drawn(_real(tables[_COUNTS]), "homicides")
    return _zeroed(rows, rows, "homicides")


def deaths(tables: Tables, column: str) -> pd.DataFrame:
    """The same from the death records that were imported, by municipality where they happened and year of registration.

    A file holds the deaths of a whole country and year, so here too an absent row is a zero; which municipalities
    exist is known from the longer table of counts and from the records together.
    """
    records = _real(tables[_RECORDS])
    rows = as_drawn(records, column)
    known = pd.concat([as_drawn(_real(tables[_COUNTS]), "homicides"), as_drawn(records, "homicides")])
    return _zeroed(rows, known, column)


def _zeroed(rows: pd.DataFrame, known: pd.DataFrame, value: str) -> pd.DataFrame:
    """Rows of a count with a zero for each municipality that existed (as `known` shows) and has no row."""
    first = known.groupby("municipality_code")["year"].min()
    table = rows.pivot(index="municipality_code", columns="year", values=value).reindex(first.index)
    state = first.index.str[:2]
    exists = first[::-1].groupby(state[::-1]).cummin()[::-1]
    there = {code: table.columns >= year for code, year in exists.items()}
    filled = table.where(table.notna(), 0.0).where(pd.DataFrame(there, index=table.columns).T)
    stacked = cast(pd.Series, filled.stack())
    long = stacked.rename(value).reset_index()
    code = long["municipality_code"]
    return long.assign(place="MX-" + code, state_code=code.str[:2])


def case_files(tables: Tables) -> pd.DataFrame:
    """Case files of intentional homicide by firearm: `year`, `place`, `cases`."""
    return _whole(tables[_CASES], "homicidio_doloso_cases_firearm", "cases")


def victims(tables: Tables) -> pd.DataFrame:
    """Victims of intentional homicide by firearm in case files: `year`, `place`, `victims`."""
    return _whole(tables[_VICTIMS], "homicidio_doloso_victims_firearm", "victims")


def _whole(rows: pd.DataFrame, column: str, value: str) -> pd.DataFrame:
    """A count of SESNSP under the name `value`, for whole years and real municipalities.

    The publisher prints a row with zeros for each municipality, so an absent row is missing. Codes ending 998 and 999
    (other and unspecified) stay in the table and are no place.
    """
    code = rows["municipality_code"]
    rows = rows[(rows["months"] == 12) & ~code.str[2:].isin(["998", "999"])]
    found = as_drawn(rows.assign(**{value: rows[column]}), value)
    return found.assign(place="MX-" + found["municipality_code"])


def towns(tables: Tables) -> list[str]:
    """The places that all municipal measures share, sorted: those of every table that is there."""
    found = set(counts(tables)["place"].unique())
    for table, rows in ((_CASES, case_files), (_VICTIMS, victims)):
        if table in tables:
            found |= set(rows(tables)["place"].unique())
    if _RECORDS in tables:
        found |= set(deaths(tables, "homicides")["place"].unique())
    return sorted(found)


def counted(rows: Rows, value: str) -> Maker:
    """A count by municipality."""

    def make(tables: Tables) -> Series:
        return Series(years(rows(tables), "place", value))

    return make


def rated(rows: Rows, value: str) -> Maker:
    """A count per 100,000 people of the municipality, where its people are known.

    The whole country has none: the sum of municipalities leaves out what happened in one that is not known, or whose
    people are not, so it is not Mexico. The measures by state have the country.
    """

    def make(tables: Tables) -> Series:
        found = with_people(rows(tables), tables)
        return Series(years(found, "place", value), years(found, "place", "people"))

    return make


def share_of_state(tables: Tables) -> Series:
    """The same over the state's total, which includes deaths whose municipality is not known."""
    rows = counts(tables)
    frame = tables["mx_homicides_state_year"]
    state = frame[frame["measure"] == _STATES].set_index(["state_code", "year"])["value"]
    keys = pd.MultiIndex.from_frame(rows[["state_code", "year"]])
    rows = rows.assign(state_total=state.reindex(keys).to_numpy())
    return Series(years(rows, "place", "homicides"), years(rows, "place", "state_total"))


def with_people(rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The rows of a municipal count (`place`, `year`) whose people are known, with the column `people`."""
    drawn = as_drawn(tables[POPULATION], "population")
    people = drawn.set_index(["municipality_code", "year"])["population"]
    keys = pd.MultiIndex.from_arrays([rows["place"].str[3:], rows["year"]])
    rows = rows.assign(people=people.reindex(keys).to_numpy())
    return rows[rows["people"].notna()]


def rate_eb(tables: Tables) -> Series:
    """The rate of homicides smoothed by empirical Bayes, year by year. The value itself is stored, per 100,000: there
    is no base to pool."""
    rows = with_people(counts(tables), tables)
    if rows.empty:  # people of other years than the deaths
        return Series(years(rows, "place", "homicides"))
    smooth = [empirical_bayes(part["homicides"], part["people"]) for _, part in rows.groupby("year")]
    value = pd.concat(smooth).reindex(rows.index) * 100_000
    return Series(years(rows.assign(rate_eb=value.round(4)), "place", "rate_eb"))


def _all_deaths(tables: Tables) -> pd.DataFrame:
    return deaths(tables, "homicides")


def _gun_deaths(tables: Tables) -> pd.DataFrame:
    return deaths(tables, "firearm_homicides")


MAKERS: dict[str, Maker] = {
    "municipal_homicides": counted(counts, "homicides"),
    "municipal_share_of_state": share_of_state,
    "municipal_homicide_rate": rated(counts, "homicides"),
    "municipal_homicide_rate_eb": rate_eb,
    "municipal_deaths": counted(_all_deaths, "homicides"),
    "municipal_death_rate": rated(_all_deaths, "homicides"),
    "municipal_firearm_deaths": counted(_gun_deaths, "firearm_homicides"),
    "municipal_firearm_death_rate": rated(_gun_deaths, "firearm_homicides"),
    "municipal_firearm_victims": counted(victims, "victims"),
    "municipal_firearm_victim_rate": rated(victims, "victims"),
    "municipal_firearm_cases": counted(case_files, "cases"),
    "municipal_firearm_case_rate": rated(case_files, "cases"),
}
