"""The charts of the product, by name: `chart(name, view, store)` is the one way to get one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corridors.answers import (
    homicides_chart,
    ladder_chart,
    records_chart,
    seizures_chart,
    totals_chart,
    trace_charts,
    types_chart,
    us_violence_chart,
    world_chart,
)
from corridors.answers.chart import Chart, Column, Context
from corridors.answers.synthetic import stamped
from corridors.model.view import ViewState
from corridors.store import Store

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
_IMPORTED: Final[Mapping[str, Callable[[Context], Chart]]] = {"seizures": seizures_chart.seizures, **_RECORDS}
OF_YEARS: Final = ("ladder",)  # charts that the years of a view change; the others show every year


def names(store: Store) -> tuple[str, ...]:
    """The charts that a store has data for, in the order of the page."""
    seized = ("seizures",) if seizures_chart.there(store) else ()
    return (*CHARTS, *seized, *(name for name in _RECORDS if store.has(records_chart.TABLES[name])))


def chart(name: str, view: ViewState, store: Store) -> Chart:
    """One chart, in the language and for the years and places of a view. KeyError for an unknown name.

    Charts are made once for what they depend on and shared: treat them as read-only.
    """
    if name not in names(store):
        raise KeyError(name)
    plain = ViewState(lang=view.lang, origins=view.origins, destinations=view.destinations)
    return _made(name, replace(plain, years=view.years) if name in OF_YEARS else plain, store)


@lru_cache(maxsize=64)
def _made(name: str, view: ViewState, store: Store) -> Chart:
    found = {**_MAKERS, **_IMPORTED}[name](Context(name, view, store))
    return replace(found, figure=stamped(found.figure, store, view.lang))
