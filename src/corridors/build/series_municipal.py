"""Municipal homicides (INEGI): counts, share of the state's, and rates where people are imported; and imported case
files of homicide by firearm (SESNSP)."""

from typing import cast

import pandas as pd

from corridors.analysis.spatial import empirical_bayes
from corridors.build.series import Maker, Series, Tables, over_years, years

POPULATION = "population_mx_municipality"
_COUNTS = "mx_homicides_municipality_year"
_CASES = "mx_investigations_municipality_year"
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
    table = rows.pivot(index="municipality_code", columns="year", values="homicides")
    first = rows.groupby("municipality_code")["year"].min()
    state = first.index.str[:2]
    exists = first[::-1].groupby(state[::-1]).cummin()[::-1]
    known = {code: table.columns >= year for code, year in exists.items()}
    filled = table.where(table.notna(), 0.0).where(pd.DataFrame(known, index=table.columns).T)
    stacked = cast(pd.Series, filled.stack())
    long = stacked.rename("homicides").reset_index()
    code = long["municipality_code"]
    return long.assign(place="MX-" + code, state_code=code.str[:2])


def case_files(tables: Tables) -> pd.DataFrame:
    """Case files of intentional homicide by firearm: `year`, `place`, `cases`, for whole years and real municipalities.

    The publisher prints a row with zeros for each municipality, so an absent row is missing. Codes ending 998 and 999
    (other and unspecified) stay in the table and are no place.
    """
    rows = tables[_CASES]
    code = rows["municipality_code"]
    rows = rows[(rows["months"] == 12) & ~code.str[2:].isin(["998", "999"])]
    found = as_drawn(rows.assign(cases=rows["homicidio_doloso_cases_firearm"]), "cases")
    return found.assign(place="MX-" + found["municipality_code"])


def towns(tables: Tables) -> list[str]:
    """The places that all municipal measures share, sorted: those of every table that is there."""
    found = set(counts(tables)["place"].unique())
    if _CASES in tables:
        found |= set(case_files(tables)["place"].unique())
    return sorted(found)


def case_count(tables: Tables) -> Series:
    """Case files of intentional homicide by firearm, by municipality."""
    return Series(years(case_files(tables), "place", "cases"))


def case_rate(tables: Tables) -> Series:
    """The same per 100,000 people of the municipality, where its people are known."""
    rows = with_people(case_files(tables), tables)
    sums = rows.groupby("year", as_index=False)[["cases", "people"]].sum()
    return Series(
        years(rows, "place", "cases"), years(rows, "place", "people"),
        over_years(sums, "cases"), over_years(sums, "people"),
    )  # fmt: skip


def count(tables: Tables) -> Series:
    """Homicides by municipality of occurrence and year of registration."""
    return Series(years(counts(tables), "place", "homicides"))


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


def rate(tables: Tables) -> Series:
    """Homicides per 100,000 people of the municipality, where its people are known."""
    rows = with_people(counts(tables), tables)
    sums = rows.groupby("year", as_index=False)[["homicides", "people"]].sum()
    return Series(
        years(rows, "place", "homicides"), years(rows, "place", "people"),
        over_years(sums, "homicides"), over_years(sums, "people"),
    )  # fmt: skip


def rate_eb(tables: Tables) -> Series:
    """The same smoothed by empirical Bayes, year by year. The value itself is stored, per 100,000: no base to pool."""
    rows = with_people(counts(tables), tables)
    if rows.empty:  # people of other years than the deaths
        return Series(years(rows, "place", "homicides"))
    smooth = [empirical_bayes(part["homicides"], part["people"]) for _, part in rows.groupby("year")]
    value = pd.concat(smooth).reindex(rows.index) * 100_000
    return Series(years(rows.assign(rate_eb=value.round(4)), "place", "rate_eb"))


MAKERS: dict[str, Maker] = {
    "municipal_homicides": count,
    "municipal_share_of_state": share_of_state,
    "municipal_homicide_rate": rate,
    "municipal_homicide_rate_eb": rate_eb,
    "municipal_firearm_cases": case_count,
    "municipal_firearm_case_rate": case_rate,
}
