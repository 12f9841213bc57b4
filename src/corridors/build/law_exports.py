"""Guns that leave a US state beside the laws in force there, computed from the domestic matrix of traces.

Laws are those of the year of purchase (the year of recovery less a printed mean time to crime, rounded down, for each
mean that a source prints) and those of the last year known. DC has no row of laws and is left out.
"""

from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.analysis.flows.distance import kilometres
from corridors.analysis.limits import LEAST_PLACES
from corridors.analysis.provisions import by_laws, by_pairs, differences
from corridors.build.derived import Derived, Layers
from corridors.build.series import Tables
from corridors.build.series_us import exported_rate
from corridors.errors import DataError
from corridors.model.measures import LAW_VARIABLES

PER: Final = 100_000
KEYS: Final = ("year", "basis", "delay", "law_year")
_MEANS: Final = ("mean_time_to_crime", "average_time_to_crime")
_HOME: Final = "United States"
_MATRIX: Final = "us_domestic_trace_od"
_LAWS: Final = "us_gun_laws_state_year"
_RESTS_ON: Final = frozenset({_MATRIX, _LAWS, "us_population_state_year", "time_to_crime"})


def law_years(tables: Tables, year: int) -> pd.DataFrame:
    """The years whose laws are set beside guns recovered in `year`: KEYS, `basis` purchase (one a printed mean, the
    earliest first, `delay` in years) or last (`delay` NaN)."""
    last = int(tables[_LAWS]["year"].max())
    delays = tables["time_to_crime"]
    home = (delays["source_area"] == _HOME) & (delays["recovery_area"] == _HOME)
    means = delays[home & delays["measure"].isin(_MEANS)].sort_values("year_start")["value"].astype(float)
    rows = [(year, "purchase", delay, min(last, int(np.floor(year - delay)))) for delay in means]
    return pd.DataFrame([*rows, (year, "last", float("nan"), last)], columns=list(KEYS))


def law_provisions(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """Each named provision in the last year of the matrix: guns that leave per 100,000 people, with it and without it
    (KEYS and the columns of `analysis.provisions.DIFFERENCES`)."""
    exports = _exports(tables)
    year = max(exports)
    rates = exports[year]["guns"] / exports[year]["people"] * PER
    names = [name for name in LAW_VARIABLES if name in tables[_LAWS]]
    found = [
        differences(rates, _laws(tables, int(row.law_year)), names).assign(**_keys(row))  # type: ignore[arg-type]
        for row in law_years(tables, year).itertuples()
    ]
    frame = pd.concat(found, ignore_index=True)
    return frame[[*KEYS, *(name for name in frame if name not in KEYS)]].round(6)


def law_slopes(tables: Tables, layers: Layers) -> pd.DataFrame:
    """The slopes of Knight's question in every year of the matrix: `model` states or pairs, KEYS and the columns of
    `analysis.provisions.TERMS`. A slope is of the logarithm of guns, for one provision more."""
    distances = _distances(layers)
    found = []
    for year, exports in _exports(tables).items():
        for row in law_years(tables, year).itertuples():
            laws = _laws(tables, int(row.law_year))["lawtotal"]  # type: ignore[arg-type]
            states = by_laws(exports.assign(laws=laws))[0].assign(model="states")
            pairs = by_pairs(_pairs(tables, year, exports["people"], laws, distances)).assign(model="pairs")
            found.append(pd.concat([states, pairs]).assign(**_keys(row)))
    frame = pd.concat(found, ignore_index=True)
    return frame[["model", *KEYS, "term", "slope", "low", "high", "dispersion", "rows"]].round(6)


def law_residuals(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """What the number of provisions does not account for, by state, in the last year of the matrix: KEYS, `place`,
    `guns`, `people`, `expected`, `residual` (standard deviations)."""
    exports = _exports(tables)
    year = max(exports)
    found = []
    for row in law_years(tables, year).itertuples():
        laws = _laws(tables, int(row.law_year))["lawtotal"]  # type: ignore[arg-type]
        rest = by_laws(exports[year].assign(laws=laws))[1]
        found.append(exports[year].join(rest).rename_axis("place").reset_index().assign(**_keys(row)))
    frame = pd.concat(found, ignore_index=True)
    return frame[[*KEYS, "place", "guns", "people", "expected", "residual"]].round(6)


def _keys(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in KEYS}


def _exports(tables: Tables) -> dict[int, pd.DataFrame]:
    """Year -> guns that left and people, by state with a row of laws; years in which LEAST_PLACES states sent a gun."""
    series = exported_rate(tables)
    known = "US-" + tables[_LAWS]["state_code"].unique()
    frame = pd.DataFrame({"guns": series.num}).join(series.den.rename("people")).dropna()  # type: ignore[union-attr]
    frame = frame[frame.index.get_level_values("place").isin(known)].droplevel("last")
    found = {int(str(year)): part.droplevel("first").sort_index() for year, part in frame.groupby(level="first")}
    whole = {year: part for year, part in found.items() if (part["guns"] > 0).sum() >= LEAST_PLACES}
    if not whole:
        raise DataError(f"no year of the domestic matrix has {LEAST_PLACES} states that sent a gun to another state")
    return whole


def _laws(tables: Tables, year: int) -> pd.DataFrame:
    rows = tables[_LAWS]
    rows = rows[rows["year"] == year]
    return rows.set_index("US-" + rows["state_code"])


def _distances(layers: Layers) -> pd.DataFrame:
    """Great circles between the middles of states, km."""
    states = layers("us_states").set_index("place_id").sort_index()
    middles = states[["centroid_lon", "centroid_lat"]].to_numpy(float)
    return pd.DataFrame(kilometres(middles, middles), index=states.index, columns=states.index)


def _pairs(tables: Tables, year: int, people: pd.Series, laws: pd.Series, distances: pd.DataFrame) -> pd.DataFrame:
    """Every ordered pair of different states. The matrix is whole, so that a pair without a row has no gun."""
    matrix = tables[_MATRIX]
    rows = matrix[matrix["year"] == year]
    guns = rows.set_index(["US-" + rows["source_state_code"], "US-" + rows["recovery_state_code"]])["firearms"]
    pairs = pd.MultiIndex.from_product([people.index, people.index], names=["origin", "destination"]).to_frame(
        index=False
    )
    pairs = pairs[pairs["origin"] != pairs["destination"]].reset_index(drop=True)
    keys = pd.MultiIndex.from_frame(pairs)
    pairs["guns"] = guns.reindex(keys, fill_value=0).to_numpy()
    pairs["km"] = distances.stack().reindex(keys).to_numpy()
    for end in ("origin", "destination"):
        pairs[f"{end}_laws"] = laws.reindex(pairs[end]).to_numpy()
        pairs[f"{end}_people"] = people.reindex(pairs[end]).to_numpy()
    return pairs


LAW_EXPORTS: Final = (
    Derived("law_provisions", law_provisions, _RESTS_ON),
    Derived("law_slopes", law_slopes, _RESTS_ON),
    Derived("law_residuals", law_residuals, _RESTS_ON),
)
