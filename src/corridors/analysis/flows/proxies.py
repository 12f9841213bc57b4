"""What stands in for margins that nobody publishes: how much a state may send or receive, before the facts decide."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import numpy as np
import pandas as pd

from corridors.analysis.flows.balance import Array
from corridors.errors import DataError

Proxy = Literal["seizures", "homicides", "people"]
PROXIES: Final[tuple[Proxy, ...]] = ("seizures", "homicides", "people")
# Guns of a state whose prosecutor cannot use eTrace are traced only through the federal one: taken as half as likely.
# An assumption with no measurement behind it; the proxies "homicides" and "people" do without it.
WITHOUT_ETRACE: Final = 0.5
SECURED: Final = "firearms_secured"
FIREARM_DEATHS: Final = ("homicidio_doloso_victims_firearm", "firearm_homicides_death_register")


def by_place(frame: pd.DataFrame, year: int, prefix: str, column: str) -> pd.Series:
    """A column of a yearly table by place id, in a year or in the nearest one known."""
    known = frame["year"].iloc[(frame["year"] - year).abs().to_numpy().argmin()]
    rows = frame[frame["year"] == known]
    return pd.Series(rows[column].to_numpy(float), index=prefix + rows["state_code"].astype(str))


def homicides(frame: pd.DataFrame, period: tuple[int, int], destinations: Sequence[str]) -> pd.Series:
    """Firearm homicide victims a year by state over a period, or in the nearest years known."""
    rows = frame[frame["measure"].isin(FIREARM_DEATHS) & (frame["state_code"] != "00")]
    years = rows["year"].to_numpy()
    away = np.maximum(np.maximum(period[0] - years, years - period[1]), 0)
    rows = rows[away == away.min()]
    first = rows[rows["measure"] == rows["measure"].iloc[0]]
    means = first.groupby("state_code")["value"].mean()
    return pd.Series(means.to_numpy(), index="MX-" + means.index).reindex(list(destinations))


def seizures(frame: pd.DataFrame, period: tuple[int, int], split: pd.Series) -> pd.Series:
    """Firearms secured by state: as printed in the listing nearest in time; the rest of the country as `split` is.

    Only the states that lead a listing are printed. Each of the others gets its share of the printed national total
    less the printed states, and never more than the least printed one.
    """
    rows = frame[frame["measure"] == SECURED]
    printed = {name: part for name, part in rows.groupby("period") if (part["mx_state_code"] == "").any()}
    best = max(
        (name for name, part in printed.items() if (part["mx_state_code"] != "").sum() >= len(split) // 4),
        key=lambda name: _overlap(printed[name].iloc[0], period),
    )
    part = printed[best]
    whole = float(part.loc[part["mx_state_code"] == "", "value"].iloc[0])
    states = part[part["mx_state_code"] != ""].set_index("mx_state_code")["value"].astype(float)
    states.index = "MX-" + states.index
    rest = split.drop(states.index.intersection(split.index))
    shares = (whole - states.sum()) * rest / rest.sum()
    found: pd.Series = pd.concat([states, shares.clip(upper=_least(states))])
    return found.reindex(split.index)


def _least(states: pd.Series) -> float:
    """The least of the states that lead a listing; those printed as the lowest of all are no bound."""
    return float(states[states >= states.max() / 10].min())


def _overlap(row: pd.Series, period: tuple[int, int]) -> tuple[int, int]:
    """Months that a listing shares with a period, then how near it is."""
    start, end = (int(str(row[name])[:4]) * 12 + int(str(row[name])[5:7]) for name in ("month_start", "month_end"))
    first, last = period[0] * 12 + 1, period[1] * 12 + 12
    return max(0, min(end, last) - max(start, first) + 1), -max(0, start - last, first - end)


def etrace(frame: pd.DataFrame, destinations: Sequence[str]) -> pd.Series:
    """The factor of each state for its prosecutor's access to eTrace, as published in 2023."""
    without = "MX-" + frame.loc[frame["state_prosecutor_has_etrace"] == "no", "mx_state_code"]
    return pd.Series(np.where(pd.Index(destinations).isin(without), WITHOUT_ETRACE, 1.0), index=list(destinations))


def received(
    tables: Mapping[str, pd.DataFrame],
    proxy: Proxy,
    period: tuple[int, int],
    places: Sequence[str],
    by_etrace: bool = True,
) -> Array:
    """How much each Mexican state may receive, by a proxy: positive numbers (n,) up to a factor.

    `by_etrace`: seizures count less where the state's prosecutor had no access to eTrace.
    """
    if proxy == "people":
        return _whole(by_place(tables["mx_population_state_year"], period[1], "MX-", "population_mid_year"), places)
    dead = homicides(tables["mx_homicides_state_year"], period, places)
    if proxy == "homicides":
        return _whole(dead, places)
    secured = seizures(tables["mx_seizures_by_state"], period, dead)
    return _whole(secured * etrace(tables["etrace_access"], places) if by_etrace else secured, places)


def _whole(found: pd.Series, places: Sequence[str]) -> Array:
    """The numbers in the order of the places. DataError for a place without any."""
    ordered = found.reindex(list(places))
    if ordered.isna().any():
        raise DataError(f"no proxy is known for {ordered.index[ordered.isna()][0]}")
    return ordered.to_numpy(float)
