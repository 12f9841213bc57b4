"""Ant arithmetic in words: published estimates of all guns that cross, as guns a day at one crossing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corridors.analysis.ants import Ants, Span, ants
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from corridors.text.formats import number

ESTIMATES: Final = "flow_estimates"
CAPACITY: Final = "port_capacity"
COUNTS: Final = "border_crossings_year"


@dataclass(frozen=True)
class Said:
    """One estimate in a sentence with its intervals, and the line of its sources."""

    sentence: str
    source: str


def said(store: Store, lang: str) -> list[Said]:
    """Every published estimate of guns a year whose source printed an interval: without one, no number stands here."""
    capacity = store.derived(CAPACITY)
    # Crossings that are counted together repeat the count of their port.
    vehicles = int(capacity.drop_duplicates("bts_port_code")["vehicles"].sum())
    (year,) = capacity["year"].unique()
    counts = "; ".join(cited(store.card(id), lang) for id in sorted(store.table(COUNTS)["source_id"].unique()))
    return [
        Said(
            _sentence(one, int(year), lang),
            text("flow.ants.source", lang, cite=cited(store.card(one.source_id), lang), vehicles=counts),
        )
        for one in ants(store.table(ESTIMATES), len(capacity), vehicles)
        if one.year.low is not None
    ]


def _sentence(one: Ants, counted: int, lang: str) -> str:
    parts = {"year": one.year, "day": one.day, "crossing": one.day_crossing, "vehicles": one.vehicles_per_gun}
    values = dict(pair for name, span in parts.items() for pair in _ends(name, span, lang))
    return text(
        "flow.ants.said", lang, period=one.period.replace("-", "–"), counted=str(counted),
        crossings=number(one.crossings, lang), **values,
    )  # fmt: skip


def _ends(name: str, span: Span, lang: str) -> Iterator[tuple[str, str]]:
    yield name, number(span.value, lang)
    for end, value in (("low", span.low), ("high", span.high)):
        if value is not None:
            yield f"{name}_{end}", number(value, lang)
