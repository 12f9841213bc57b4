"""The domestic matrix as years to fit and to test on: the one place where the true cells are known."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from corridors.analysis.flows.backtest import Year
from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.pairs import Pairs, pairs_of
from corridors.analysis.flows.proxies import by_place
from corridors.errors import DataError

Frames = Mapping[str, pd.DataFrame]
MATRIX: Final = "us_domestic_trace_od"
TABLES: Final = (MATRIX, "us_population_state_year", "us_gun_laws_state_year")
COLUMNS: Final = ("year", "source_state", "recovery_state", "firearms")
WHOLE: Final = 0.2
FAR: Final = ("US-AK", "US-HI")  # outside the contiguous states; territories are not among the pairs
_NO_WAY: Final = {"km": 1.0, "km_near": 1.0, "km_centre": 1.0, "border": False, "people_nearer": 0.0,
                  "people_nearer_back": 0.0}  # fmt: skip


def contiguous(state_pairs: pd.DataFrame) -> tuple[str, ...]:
    """The 48 contiguous states and the District of Columbia, by id."""
    return tuple(place for place in sorted(set(state_pairs["origin"])) if place not in FAR)


def covariates(tables: Frames, year: int, mexican: Sequence[str] = ()) -> tuple[pd.Series, pd.Series]:
    """People and provisions in force by place id, in a year or the nearest one known. Nobody counts Mexico's."""
    people = [by_place(tables["us_population_state_year"], year, "US-", "population_july1")]
    if mexican:
        people.append(by_place(tables["mx_population_state_year"], year, "MX-", "population_mid_year"))
    return pd.concat(people), by_place(tables["us_gun_laws_state_year"], year, "US-", "lawtotal")


def home_pairs(tables: Frames, state_pairs: pd.DataFrame, places: tuple[str, ...], year: int) -> Pairs:
    """Pairs within the United States; a state with itself is there with numbers that nothing may use."""
    inside = state_pairs[state_pairs["destination"].isin(places) & (state_pairs["route"] == "straight")]
    diagonal = pd.DataFrame({"origin": places, "destination": places, **_NO_WAY})
    people, laws = covariates(tables, year)
    return pairs_of(pd.concat([inside, diagonal]), places, places, people, laws)


def matrix(rows: pd.DataFrame, places: tuple[str, ...]) -> Array:
    """Counts (m, m) of rows of COLUMNS whose states are place ids; a pair without a row is zero."""
    at = {place: index for index, place in enumerate(places)}
    inside = rows[rows["source_state"].isin(places) & rows["recovery_state"].isin(places)]
    table = np.zeros((len(places), len(places)))
    np.add.at(table, (inside["source_state"].map(at).to_numpy(), inside["recovery_state"].map(at).to_numpy()),
              inside["firearms"].to_numpy(float))  # fmt: skip
    return table


def shipped(tables: Frames) -> pd.DataFrame:
    """The domestic matrices of the data in force, as rows of COLUMNS with place ids."""
    frame = tables[MATRIX]
    return pd.DataFrame({
        "year": frame["year"], "source_state": "US-" + frame["source_state_code"],
        "recovery_state": "US-" + frame["recovery_state_code"], "firearms": frame["firearms"],
    })  # fmt: skip


def years(tables: Frames, state_pairs: pd.DataFrame, rows: pd.DataFrame) -> list[Year]:
    """Each year of rows (COLUMNS, place ids) as a matrix over the contiguous states, the diagonal left out.

    DataError for a year without any gun that crossed a state line.
    """
    places = contiguous(state_pairs)
    found = []
    for year, part in rows.groupby("year"):
        table = matrix(part, places)
        np.fill_diagonal(table, np.nan)
        if not np.nansum(table):
            raise DataError(f"the matrix of {year} has no gun that was recovered in another contiguous state")
        found.append(Year(int(str(year)), table, home_pairs(tables, state_pairs, places, int(str(year)))))
    return found


def whole(found: Sequence[Year]) -> list[Year]:
    """The years to fit on: those whose guns that crossed a state line are at least WHOLE of the median year's.

    Every year counts alike in a fit, so a part of a matrix would bend it.
    """
    sums = np.array([one.truth.sum() for one in found])
    return [one for one, total in zip(found, sums, strict=True) if total >= WHOLE * np.median(sums)]
