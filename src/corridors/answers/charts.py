"""The charts of the product, by name: `chart(name, view, store)` is the one way to get one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corridors.analysis.limits import FALSE_SHARE, TAIL
from corridors.answers import (
    association_chart,
    backtest,
    estimates_chart,
    homicides_chart,
    ladder_chart,
    law_chart,
    notice_chart,
    outbound,
    received_chart,
    records_chart,
    seizures_chart,
    shooters_chart,
    totals_chart,
    trace_charts,
    two_governments,
    types_chart,
    unusual_chart,
    us_violence_chart,
    world_chart,
)
from corridors.answers.chart import Chart, Column, Context
from corridors.answers.corridors import ASSET
from corridors.answers.synthetic import stamped
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import percent

__all__ = ["CHARTS", "Chart", "Column", "chart"]

_MAKERS: Final[Mapping[str, Callable[[Context], Chart]]] = {
    "totals": totals_chart.totals,
    "ladder": ladder_chart.ladder,
    "origins": trace_charts.origins,
    "pairs": trace_charts.pairs,
    "firepower": types_chart.firepower,
    "clock": trace_charts.clock,
    "homicides": homicides_chart.homicides,
    "us_violence": us_violence_chart.us_violence,
    "world": world_chart.world,
}
CHARTS: Final = tuple(_MAKERS)
# Charts of what only an import brings.
_RECORDS: Final[Mapping[str, Callable[[Context], Chart]]] = {
    "records_pairs": records_chart.pairs,
    "records_types": records_chart.types,
    "records_time": records_chart.times,
}
# Charts that stand on a page of their own, not among the evidence.
_APART: Final[Mapping[str, Callable[[Context], Chart]]] = {"backtest": backtest.backtest}
# Charts of the page of messages.
_SAID: Final[Mapping[str, Callable[[Context], Chart]]] = {
    "flow_estimates": estimates_chart.flow_estimates,
    "two_governments": two_governments.two_governments,
}
SAID: Final = tuple(_SAID)
# Charts of the analyst's page, each with the computed table that it shows ("": a table of facts).
_ANALYSES: Final[Mapping[str, tuple[Callable[[Context], Chart], str]]] = {
    "early_notice": (notice_chart.early_notice, notice_chart.FRAME),
    "early_checks": (notice_chart.early_checks, notice_chart.FRAME),
    "unusual": (unusual_chart.unusual, unusual_chart.FRAME),
    "unusual_towns": (unusual_chart.unusual_towns, unusual_chart.FRAME),
    "law_exports": (law_chart.law_exports, law_chart.PROVISIONS),
    "law_residuals": (law_chart.law_residuals, law_chart.RESIDUALS),
    "received_and_deaths": (received_chart.received_and_deaths, received_chart.FRAME),
    "guns_and_deaths": (association_chart.guns_and_deaths, association_chart.FRAME),
    "world_shooters": (shooters_chart.world_shooters, ""),
}
_IMPORTED: Final[Mapping[str, Callable[[Context], Chart]]] = {"seizures": seizures_chart.seizures, **_RECORDS}
_AS: Final = {"early_checks": "early_notice", "unusual_towns": "unusual"}  # charts whose error reads the same
OF_YEARS: Final = ("ladder",)  # charts that the years of a view change; the others show every year


def names(store: Store) -> tuple[str, ...]:
    """The charts that a store has data for, in the order of the page."""
    seized = ("seizures",) if outbound.there(store) else ()
    return (*CHARTS, *seized, *(name for name in _RECORDS if store.has(records_chart.TABLES[name])))


def analyses(store: Store) -> tuple[str, ...]:
    """The charts of the analyst's page that an edition has: it may be older than the tables computed for them."""
    found = [name for name, (_, table) in _ANALYSES.items() if not table or store.has_derived(table)]
    if "received_and_deaths" in found and not store.has_web(ASSET):
        found.remove("received_and_deaths")
    if "unusual_towns" in found and not unusual_chart.has_towns(store):
        found.remove("unusual_towns")
    return tuple(found)


def chart(name: str, view: ViewState, store: Store) -> Chart:
    """One chart, in the language and for the years and places of a view. KeyError for an unknown name.

    Charts are made once for what they depend on and shared: treat them as read-only.
    """
    apart = tuple(one for one in _APART if store.has_derived(one))  # each named as its computed table
    if name not in (*names(store), *SAID, *apart, *analyses(store)):
        raise KeyError(name)
    plain = ViewState(lang=view.lang, origins=view.followed, destinations=view.destinations)
    return _made(name, replace(plain, years=view.years) if name in OF_YEARS else plain, store)


def page_of(name: str) -> str:
    """The path of the page where a chart stands."""
    if name in _APART:
        return f"/{name}"
    if name in _SAID:
        return "/messages"
    return "/analysis" if name in _ANALYSES else "/evidence"


@lru_cache(maxsize=64)
def _made(name: str, view: ViewState, store: Store) -> Chart:
    analyst = {one: make for one, (make, _) in _ANALYSES.items()}
    found = {**_MAKERS, **_IMPORTED, **_APART, **_SAID, **analyst}[name](Context(name, view, store))
    error = found.error or (_error(name, view.lang) if found.kind is Kind.MODELLED else "")
    return replace(found, figure=stamped(found.figure, store, view.lang), error=error)


def _error(name: str, lang: str) -> str:
    """How far a modelled chart may err: KeyError for one that has no words for it, so that none goes without."""
    inside, share = percent(100 - 200 * TAIL, lang), percent(100 * FALSE_SHARE, lang)
    return text(f"fig.error.{_AS.get(name, name)}", lang, inside=inside, share=share)
