"""What is published of the flow to Mexico in a period, as facts about a table of source states and recovery states.

The last column is not a state: guns whose recovery state is not known, a mass of its own that is never spread.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from corridors.analysis.flows.facts import Cap, Fact, cell, group, order

Period = tuple[int, int]
Frames = Mapping[str, pd.DataFrame]
UNKNOWN: Final = "unknown"
# The same base under the names of three editions: traced to a first buyer in the United States.
TRACED: Final = ("traced_to_us_purchaser", "traced_to_us_purchase", "traced_to_us_dealer")
KNOWN: Final = "traced_to_us_purchaser_with_recovery_state"
SHARE: Final = "share_of_us_traced"
RANK: Final = "rank_of_recovery_state"
MEXICO: Final = "Mexico"
PERCENT: Final = 0.5  # what a printed percentage may hide: they are printed whole
ROUNDED: Final = "rounded"


@dataclass(frozen=True)
class Published:
    """Facts of one period about `origins` × `destinations` (with UNKNOWN last); `cells` are the printed pairs."""

    period: Period
    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    total: tuple[float, float]
    facts: tuple[Fact, ...]
    cap: Cap | None
    cells: Mapping[tuple[int, int], float]
    unknown: float

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n + 1)."""
        return len(self.origins), len(self.destinations)


def published(
    tables: Frames, origins: Sequence[str], destinations: Sequence[str], names: Mapping[str, str]
) -> list[Published]:
    """Every period for which the total traced to a buyer and some share of a source is printed, the latest first.

    `origins` and `destinations` are ids of states; `names` gives the id of a US state by its English name, as the
    tables print groups of them ("Texas+Arizona+California").
    """
    sources = tables["trace_source_places"]
    sources = sources[sources["recovery_area"] == MEXICO]
    used = sources[sources["measure"].isin((*TRACED, SHARE)) & sources["year_start"].notna()]
    spans = sorted({(int(a), int(b)) for a, b in zip(used["year_start"], used["year_end"], strict=True)}, reverse=True)
    found = []
    for span in spans:
        rows = _of(used, span)
        total = _total(_of(tables["trace_totals"], span), rows)
        if total is not None:
            found.append(_period(span, tables, rows, total, (tuple(origins), (*destinations, UNKNOWN)), names))
    return [one for one in found if len(one.facts) > 1]


def _of(frame: pd.DataFrame, span: Period) -> pd.DataFrame:
    return frame[(frame["year_start"] == span[0]) & (frame["year_end"] == span[1])]


def _total(totals: pd.DataFrame, sources: pd.DataFrame) -> tuple[float, float] | None:
    """The guns traced to a buyer in a period: printed among the totals, or beside its sources as "all US"."""
    printed = totals[totals["measure"].isin(TRACED)]
    printed = pd.concat([printed, sources[(sources["source_area"] == "all US") & sources["measure"].isin(TRACED)]])
    if printed.empty:
        return None
    first = printed.iloc[0]
    slack = _slack(float(first["value"]), str(first["quality"]))
    return float(first["value"]) - slack, float(first["value"]) + slack


def _slack(value: float, quality: str) -> float:
    """What a number that is printed as rounded may hide: it is taken to be printed to two digits ("about 19,000",
    "more than a thousand"), so that half of the second one is open."""
    return float(10.0 ** (np.floor(np.log10(value)) - 1) / 2) if quality == ROUNDED and value >= 1 else 0.0


def _period(
    span: Period, tables: Frames, rows: pd.DataFrame, total: tuple[float, float],
    places: tuple[tuple[str, ...], tuple[str, ...]], names: Mapping[str, str],
) -> Published:  # fmt: skip
    origins, destinations = places
    shape = len(origins), len(destinations)
    cells, cap = _pairs(_of(tables["trace_pairs"], span), origins, destinations)
    totals = _of(tables["trace_totals"], span)
    known = totals.loc[totals["measure"] == KNOWN, "value"].to_numpy(float)
    missing = total[0] - float(known[0]) if len(known) else 0.0
    facts = [group(np.ones(shape, bool), *total, name="all guns traced to a buyer")]
    facts += _sources(rows, total, origins, shape, names)
    facts += [cell(shape, at, value, f"pair {origins[at[0]]} to {destinations[at[1]]}") for at, value in cells.items()]
    if missing:
        last = np.zeros(shape, bool)
        last[:, -1] = True
        facts.append(group(last, missing, name="recovery state not known"))
    ranked = _of(tables["trace_recovery_places"], span)
    ranked = ranked[ranked["measure"] == RANK].sort_values("value")
    listed = [destinations.index(f"MX-{code}") for code in ranked["mx_state_code"]]
    if listed:
        facts += order(shape, listed, "printed order")
        rest = [at for at in range(shape[1] - 1) if at not in listed]
        facts += [order(shape, [listed[-1], at], "below the printed order")[0] for at in rest]
    return Published(span, origins, destinations, total, tuple(facts), cap, cells, missing)


def _pairs(
    rows: pd.DataFrame, origins: tuple[str, ...], destinations: tuple[str, ...]
) -> tuple[dict[tuple[int, int], float], Cap | None]:
    """The printed pairs, and that no other pair is larger than the least of them (they are printed as the largest)."""
    rows = rows[rows["measure"].isin(TRACED) & (rows["us_state_code"] != "") & (rows["mx_state_code"] != "")]
    cells = {
        (origins.index(f"US-{source}"), destinations.index(f"MX-{end}")): float(value)
        for source, end, value in zip(rows["us_state_code"], rows["mx_state_code"], rows["value"], strict=True)
    }
    if not cells:
        return {}, None
    others = np.ones((len(origins), len(destinations)), bool)
    others[:, -1] = False
    for at in cells:
        others[at] = False
    return cells, Cap("no pair above the least printed one", others, min(cells.values()))


def _sources(
    rows: pd.DataFrame, total: tuple[float, float], origins: tuple[str, ...], shape: tuple[int, int],
    names: Mapping[str, str],
) -> list[Fact]:  # fmt: skip
    """Totals, shares and lower bounds of source states, alone or in printed groups."""
    facts: list[Fact] = []
    cities: dict[str, float] = {}
    read = (rows["source_area"], rows["measure"], rows["value"].astype(float), rows["quality"])
    for area, measure, value, quality in zip(*read, strict=True):
        city, _, state = area.rpartition(", ")
        if city and state in names:  # a city is part of its state: together a lower bound
            cities[state] = cities.get(state, 0.0) + value - _slack(value, quality)
            continue
        states = [names.get(part.strip(), "") for part in area.split("+")]
        if "" in states or (measure == SHARE and len(states) == len(origins)):
            continue
        low = high = value
        if measure == SHARE:
            low, high = (low - PERCENT) / 100 * total[0], (high + PERCENT) / 100 * total[1]
        facts.append(_rows(states, origins, shape, (low, high), f"source {area}"))
    facts += [
        _rows([names[state]], origins, shape, (value, np.inf), f"cities of {state}") for state, value in cities.items()
    ]
    return facts


def _rows(
    states: Sequence[str], origins: tuple[str, ...], shape: tuple[int, int], value: tuple[float, float], name: str
) -> Fact:
    plus = np.zeros(shape, bool)
    plus[[origins.index(state) for state in states]] = True
    return Fact(name, plus, value[0], value[1])
