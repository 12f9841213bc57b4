"""Municipal homicides (INEGI, 1990-2015): counts, share of the state's, and rates where people are imported."""

from typing import cast

import pandas as pd

from corridors.analysis.spatial import empirical_bayes
from corridors.build.series import Maker, Series, Tables, over_years, years

POPULATION = "population_mx_municipality"
_COUNTS = "mx_homicides_municipality_year"
_STATES = "homicides_inegi_by_occurrence_state"


def _real(frame: pd.DataFrame) -> pd.DataFrame:
    """Without the pseudo-codes ending 999 (state known, municipality not): they stay in the state's total."""
    return frame[~frame["municipality_code"].str.endswith("999") & (frame["municipality_code"].str[:2] <= "32")]


def counts(tables: Tables) -> pd.DataFrame:
    """One row a year and municipality that existed: `year`, `place`, `state_code`, `homicides`.

    The source leaves out municipalities without a homicide, so an absent row is a zero, if the municipality
    existed. Codes are given in order within a state, so a code counts as existing from the first year in which its
    state has a row with a code at least as high; before that the cell is missing.
    """
    rows = _real(tables[_COUNTS])
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


def _with_people(tables: Tables) -> pd.DataFrame:
    people = tables[POPULATION].set_index(["municipality_code", "year"])["population"]
    rows = counts(tables)
    keys = pd.MultiIndex.from_arrays([rows["place"].str[3:], rows["year"]])
    rows = rows.assign(people=people.reindex(keys).to_numpy())
    return rows[rows["people"].notna()]


def rate(tables: Tables) -> Series:
    """Homicides per 100,000 people of the municipality, where its people are known."""
    rows = _with_people(tables)
    sums = rows.groupby("year", as_index=False)[["homicides", "people"]].sum()
    return Series(
        years(rows, "place", "homicides"), years(rows, "place", "people"),
        over_years(sums, "homicides"), over_years(sums, "people"),
    )  # fmt: skip


def rate_eb(tables: Tables) -> Series:
    """The same smoothed by empirical Bayes, year by year. The value itself is stored, per 100,000: no base to pool."""
    rows = _with_people(tables)
    smooth = [empirical_bayes(part["homicides"], part["people"]) for _, part in rows.groupby("year")]
    value = pd.concat(smooth).reindex(rows.index) * 100_000
    return Series(years(rows.assign(rate_eb=value.round(4)), "place", "rate_eb"))


MAKERS: dict[str, Maker] = {
    "municipal_homicides": count,
    "municipal_share_of_state": share_of_state,
    "municipal_homicide_rate": rate,
    "municipal_homicide_rate_eb": rate_eb,
}
