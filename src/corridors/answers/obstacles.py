"""What stands in the way of cooperation on both sides, as the paper names it: as many, as long, each with its figures.

The words are texts `obstacle.<id>.*`; a figure is read from the facts, never typed. An obstacle without a figure has
no published measure, and says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corridors.answers.chart import spoken_date
from corridors.answers.printed import Printed, counted, figure, printed
from corridors.answers.two_governments import quantities
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number

SIDES: Final = ("us", "mx")
OBSTACLES: Final = {"us": ("privacy", "agencies", "priorities"), "mx": ("trust", "protocols", "etrace")}
NORTHBOUND: Final = "Personal Vehicles"
INSIDE: Final = 2020  # the calendar year inside the period of the operation whose seizures stand beside it
WITHOUT: Final = {"state_prosecutor_has_etrace": "no"}
_STATES: Final = 32


@dataclass(frozen=True)
class Shown:
    """A figure beside an obstacle: what it counts (text `obstacle.<obstacle>.<id>`), its value, when, its source."""

    id: str
    value: str
    when: str
    found: Printed


@dataclass(frozen=True)
class Obstacle:
    """One obstacle of a side; without figures there is no published measure of it."""

    id: str
    side: str
    figures: tuple[Shown, ...]


def obstacles(store: Store, lang: str) -> tuple[Obstacle, ...]:
    """Those of the United States, then those of Mexico."""
    makers = {"agencies": _agencies, "priorities": _priorities, "protocols": _protocols, "etrace": _etrace}
    return tuple(
        Obstacle(id, side, tuple(makers[id](store, lang)) if id in makers else ())
        for side in SIDES
        for id in OBSTACLES[side]
    )


def _shown(id: str, found: Printed | None, lang: str) -> Iterator[Shown]:
    if found is not None:
        yield Shown(id, number(found.value, lang), found.when, found)


def _agencies(store: Store, lang: str) -> Iterator[Shown]:
    """What one department seized and analysed, and what was recovered in Mexico: two counts of one audit."""
    seized = printed(store, "flow_estimates", source_id="GAO_21_322", unit="firearms")
    yield from _shown("seized", seized, lang)
    recovered = printed(store, "trace_totals", source_id="GAO_21_322", measure="us_sourced")
    yield from _shown("recovered", recovered, lang)


def _priorities(store: Store, lang: str) -> Iterator[Shown]:
    """Guns seized on their way south in one operation beside vehicles on their way north in the year inside it."""
    hsi = printed(store, "southbound_seizures", source_id="ICE_HSI", unit="firearms")
    yield from _shown("southbound", hsi, lang)
    entries = store.table("border_crossings_year")
    rows = entries[(entries["year"] == INSIDE) & (entries["measure"] == NORTHBOUND)]
    if len(rows):
        one = rows.tail(1).assign(value=float(rows["value"].sum()))
        yield from _shown("vehicles", figure(store, one), lang)


def _protocols(store: Store, lang: str) -> Iterator[Shown]:
    """Guns secured and guns submitted to ATF in the last year of which both are printed: not the same guns."""
    last = quantities(store)[0].lines[-1]
    yield from _shown("secured", last.mx, lang)
    yield from _shown("submitted", last.us, lang)


def _etrace(store: Store, lang: str) -> Iterator[Shown]:
    """The state prosecutors without eTrace, of all, at the last date on which they were listed by state."""
    rows = store.table("etrace_access")
    found = counted(store, "etrace_access", as_of=rows.loc[rows["mx_state_code"] != "", "as_of"].max(), **WITHOUT)
    if found is None:
        return
    of = text("obstacle.of", lang, count=number(found.value, lang), all=number(_STATES, lang))
    yield Shown("without", of, spoken_date(found.when, lang), found)
