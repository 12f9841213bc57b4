"""Everything that an estimate of the flow to Mexico takes, from the tables: periods, priors, covariates and proxies."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import product
from typing import Final

import numpy as np
import pandas as pd

from corridors.analysis.flows import domestic, mexico, proxies
from corridors.analysis.flows.backtest import Many, One, Year, estimators
from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.draws import SEED
from corridors.analysis.flows.pairs import Pairs, pairs_of
from corridors.analysis.flows.published import Published, published

Frames = Mapping[str, pd.DataFrame]
Assumption = tuple[mexico.Prior, mexico.Route, proxies.Proxy]
# What a bench reads: tables as published, and computed ones.
TABLES: Final = (
    "trace_pairs", "trace_source_places", "trace_recovery_places", "trace_totals", "mx_seizures_by_state",
    "etrace_access", "mx_homicides_state_year", "mx_population_state_year", *domestic.TABLES,
)  # fmt: skip
COMPUTED: Final = ("state_pairs", "backtest")
# The priors that a reader may choose, and the estimators of the back-test that stand for them.
TESTED_AS: Final[Mapping[mexico.Prior, str]] = {
    "fitted": "corridors", "power": "power", "exponential": "exponential", "published": "published", "none": "flat",
}  # fmt: skip
BEST: Final[Assumption] = ("fitted", "ports", "seizures")


class Bench:
    """`tables` holds the published tables and the computed `state_pairs` and `backtest`; `names` the ids of US states
    by English name. What is costly is made once."""

    def __init__(self, tables: Frames, names: Mapping[str, str]) -> None:
        self.tables = tables
        self.names = names
        self.apart = tables["state_pairs"]
        self.origins = tuple(sorted(set(self.apart["origin"])))
        self.destinations = tuple(sorted(place for place in set(self.apart["destination"]) if place.startswith("MX-")))

    @cached_property
    def periods(self) -> list[Published]:
        """The periods with facts, the latest first."""
        return published(self.tables, self.origins, self.destinations, self.names)

    @cached_property
    def years(self) -> list[Year]:
        """Every whole year of the domestic matrix."""
        return domestic.whole(domestic.years(self.tables, self.apart, domestic.shipped(self.tables)))

    @cached_property
    def priors(self) -> Mapping[str, tuple[One, Many]]:
        """Every estimator, fitted on all years of the domestic matrix."""
        return estimators(self.years)

    @cached_property
    def latest(self) -> Array:
        """The latest whole domestic matrix (m, m)."""
        rows = domestic.shipped(self.tables)
        return domestic.matrix(rows[rows["year"] == self.years[-1].year], self.origins)

    def across(self, year: int, route: mexico.Route) -> Pairs:
        """Pairs across the border in a year."""
        people, laws = domestic.covariates(self.tables, year, self.destinations)
        rows = self.apart[self.apart["route"] == route]
        return pairs_of(rows, self.origins, self.destinations, people, laws)

    def given(self, found: Published, assumption: Assumption, draws: int) -> mexico.Given:
        """A period under an assumption, in numbers."""
        prior, route, proxy = assumption
        one, many = self.priors[TESTED_AS[prior]]
        pairs = self.across(found.period[1], route)
        home = domestic.home_pairs(self.tables, self.apart, self.origins, found.period[1])
        return mexico.Given(
            across=one(pairs),
            drawn=many(pairs, draws, np.random.default_rng(SEED)),
            factors=mexico.sent(one(home), self.latest),
            pulled=proxies.received(self.tables, proxy, found.period, self.destinations),
            sigma=self._sigma(TESTED_AS[prior]),
        )

    def etrace_weight(self, found: Published, assumption: Assumption, given: mexico.Given) -> float:
        """The share of the guns that the states' access to eTrace alone moves, from 0 to 1; NaN where the proxy does
        without it."""
        if assumption[2] != "seizures":
            return float("nan")
        pulled = proxies.received(self.tables, "seizures", found.period, self.destinations, by_etrace=False)
        return mexico.moved(found, given, replace(given, pulled=pulled))

    def _sigma(self, estimator: str) -> float:
        """The dispersion of cells that held the truth when the back-test showed as little as Mexico's record does."""
        scores = self.tables["backtest"]
        rows = scores[(scores["facts"] == "mexico") & (scores["estimator"] == estimator)]
        return float(rows["sigma"].mean())


def assumptions(latest: bool) -> Iterator[Assumption]:
    """The latest period has facts enough for a look at every assumption; the others take every prior."""
    if latest:
        yield from product(mexico.PRIORS, mexico.ROUTES, proxies.PROXIES)
    else:
        yield from ((prior, BEST[1], BEST[2]) for prior in mexico.PRIORS)
