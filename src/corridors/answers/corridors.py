"""The estimated corridors as they are shown: bands, intervals, what is known, and the error that stands in captions.

The browser repeats it from the same asset without a request (`assets/js/58-dial.js`); a test compares the two.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.priors import PUBLISHED_LAW
from corridors.analysis.flows.published import UNKNOWN
from corridors.analysis.flows.reading import Flags, among_top, band
from corridors.model.cards import Card
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from corridors.text.formats import number, percent, period

ASSET: Final = "corridor_dial"
PRIORS: Final = ("fitted", "power", "exponential", "published", "none")
ROUTES: Final = ("ports", "straight")
PROXIES: Final = ("seizures", "homicides", "people")
# Ratio of what an origin sends per unit of its law score, with its interval (PMC7799862).
LAW: Final = dict(zip(("ratio", "low", "high"), PUBLISHED_LAW, strict=True))
_NAME: Final = re.compile(r"corridors-(\d{4})-(\d{4})-([a-z]+)-([a-z]+)-([a-z]+)")
WHOLE: Final = 0.9995  # shares are thousandths: from here on a pair passes whole
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Table:
    """One period under one set of assumptions: flat arrays over origins × destinations, row by row."""

    guns: Array
    low: Array
    high: Array


@dataclass(frozen=True)
class Row:
    """One pair as it is told: exact guns (`published`), or the band and the closed 80 % interval; and in how many
    sets of assumptions it is among the first (`stays`). `printed`: the pair is printed, if not this part of it."""

    origin: str
    destination: str
    published: int | None
    band: int
    low: int
    high: int
    stays: int
    guns: float
    printed: bool


@dataclass(frozen=True)
class Filters:
    """What the page's own fields leave: crossings in a state of the border, or through a port; and of the estimated
    pairs only those that stay under every assumption. Of a pair that crosses there in part, that part is told."""

    border: str = ""
    port: str = ""
    robust: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """The filters in the address of the page."""
        return cls(query.get("border", ""), query.get("port", ""), query.get("robust") == "1")

    @property
    def crossing(self) -> bool:
        """Whether only some crossings count."""
        return bool(self.border or self.port)


class Dial:
    """The asset of the page, as arrays."""

    def __init__(self, asset: Mapping[str, Any]) -> None:
        self.origins: list[str] = asset["origins"]
        self.destinations: list[str] = asset["destinations"]
        self.periods: list[dict[str, Any]] = asset["periods"]
        self.errors: dict[str, dict[str, list[float]]] = asset["backtest"]
        self.tested: list[int] = asset["tested"]
        prior, route, proxy = asset["best"]
        self.harden_km: int = asset["choice"]["harden"]
        self.best: Key = (prior, route, proxy)
        self.gates: list[dict[str, Any]] = asset["gates"]
        self.ports: list[dict[str, Any]] = asset["ports"]
        self.shares: list[list[int]] = asset["shares"]
        # Of our ways with published routes (`analysis.agreement`); an edition of an earlier product has none.
        self.agreement: dict[str, int] | None = asset.get("agreement")
        self.tables = {
            (found["period"], found["prior"], found["route"], found["proxy"]): Table(
                np.array(found["tenths"]) / 10, np.array(found["low"], float), np.array(found["high"], float)
            )
            for found in asset["sets"]
        }

    def at(self, years: tuple[int, int]) -> int:
        """The index of the period of some years; the latest where they are none."""
        spans = [tuple(one["years"]) for one in self.periods]
        return spans.index(years) if years in spans else len(spans) - 1

    def sets(self, at: int) -> list[Table]:
        """Every set of assumptions of a period."""
        return [table for key, table in self.tables.items() if key[0] == at]

    def published(self, at: int) -> dict[tuple[str, str], int]:
        """The printed pairs of a period."""
        return {(origin, to): guns for origin, to, guns in self.periods[at]["pairs"]}

    def apart(self, at: int) -> Flags:
        """Cells that are no estimated corridor: the printed pairs, and the column of unknown recovery states."""
        printed = self.published(at)
        return np.array([
            to == UNKNOWN or (origin, to) in printed for origin in self.origins for to in self.destinations
        ])  # fmt: skip

    def stays(self, at: int) -> list[int]:
        """In how many sets of a period each cell is among the first."""
        found: list[int] = among_top([table.guns for table in self.sets(at)], self.apart(at)).tolist()
        return found


@lru_cache(maxsize=4)
def dial(store: Store) -> Dial:
    """The dial of an edition. DataError when the estimates are not built."""
    return Dial(store.web_json(ASSET))


def ends(view: ViewState, store: Store) -> tuple[list[str], list[str]]:
    """The states that a view selects at both ends: a district stands for those in which it lies, a municipality for its
    own. A county selects none: estimates are of states."""
    found = dial(store)
    districts: Mapping[str, Any] = store.web_json("districts")
    origins = [state for place in view.followed for state in districts.get(place, {}).get("states", [place])]
    destinations = [place[:5] for place in view.destinations]
    return (
        list(dict.fromkeys(place for place in origins if place in found.origins)),
        list(dict.fromkeys(place for place in destinations if place in found.destinations)),
    )


def part(found: Dial, origin: int, to: int, filters: Filters) -> float:
    """The part of a pair (indices) that passes the crossings which the filters leave."""
    if not filters.crossing:
        return 1.0
    listed = found.shares[origin * (len(found.destinations) - 1) + to]
    return sum(
        share for port, share in zip(listed[::2], listed[1::2], strict=True) if _fits(found, port, filters)
    ) / 1000  # fmt: skip


def _fits(found: Dial, port: int, filters: Filters) -> bool:
    one = found.ports[port]
    if filters.port:
        return bool(found.gates[one["gate"]]["id"] == filters.port)
    return filters.border in (one["us"], one["mx"])


ALL: Final = Filters()


def pairs(view: ViewState, store: Store, key: Key | None = None, filters: Filters = ALL) -> list[Row]:
    """Every pair that the view and the filters select, in the order of ids."""
    found = dial(store)
    at = found.at(view.years)
    table, printed, stays = found.tables[(at, *(key or found.best))], found.published(at), found.stays(at)
    wanted, received = ends(view, store)
    told = []
    for cell in np.nonzero(table.high)[0].tolist():
        row, column = divmod(cell, len(found.destinations))
        origin, to = found.origins[row], found.destinations[column]
        if to == UNKNOWN or (wanted and origin not in wanted) or (received and to not in received):
            continue
        known = printed.get((origin, to))
        share = part(found, row, column, filters)
        if not share or (filters.robust and known is None and stays[cell] < len(found.sets(at))):
            continue
        guns = float(table.guns[cell]) * share
        low, high = math.floor(table.low[cell] * share), math.ceil(table.high[cell] * share)
        exact = known if share >= WHOLE else None
        told.append(Row(origin, to, exact, int(band(np.array(guns))), low, high, stays[cell], guns, known is not None))
    return told


def listed(found: list[Row]) -> list[Row]:
    """Those of some pairs that have a line of their own: printed pairs first, then estimated pairs of 10 guns or more
    by band; within each, in the order of ids."""
    told = [row for row in found if row.printed or row.band]
    return sorted(told, key=lambda row: (-(row.published or 0), -row.band, row.origin, row.destination))


def band_words(row: Row, lang: str, cap: int | None) -> str:
    """The number of a pair in words: exact, or its band; the last band ends at the cap where there is one."""
    if row.published is not None:
        return number(row.published, lang)
    if row.band == 5 and cap is not None:
        return text("flow.band.5.cap", lang, cap=number(cap, lang))
    return text(f"flow.band.{row.band}", lang)


def cap_of(found: Dial, at: int) -> int | None:
    """No estimated pair is above the least printed one."""
    return min(found.published(at).values(), default=None)


def sentence(found: Dial, at: int, lang: str) -> str:
    """What is and is not known of a period."""
    return " ".join(_known(found.periods[at], lang))


def _known(facts: Mapping[str, Any], lang: str) -> Iterator[str]:
    low, high = facts["total"]
    total = number(low, lang)
    if low != high:
        total = text("flow.say.between", lang, low=total, high=number(high, lang))
    yield text("flow.say.total", lang, period=period(*facts["years"]), total=total)
    yield text("flow.say.published", lang, list="; ".join(_published(facts, lang)))
    if facts["unknown"]:
        yield text("flow.say.unknown", lang, number=number(facts["unknown"], lang))
    if not facts["pairs"]:
        yield text("flow.say.none", lang)
        return
    rest = low - facts["unknown"] - sum(guns for *_, guns in facts["pairs"])
    yield text("flow.say.rest", lang, number=number(rest, lang))


def _published(facts: Mapping[str, Any], lang: str) -> Iterator[str]:
    if facts["rows"]:
        yield text("flow.say.rows", lang, rows=facts["rows"], sum=number(facts["rows_sum"], lang))
    if facts["groups"]:
        yield text("flow.say.groups", lang)
    if facts["bounds"]:
        yield text("flow.say.bounds", lang, count=facts["bounds"])
    if facts["pairs"]:
        guns = sum(guns for *_, guns in facts["pairs"])
        yield text("flow.say.pairs", lang, count=len(facts["pairs"]), sum=number(guns, lang))
    if facts["ranked"]:
        yield text("flow.say.order", lang, count=facts["ranked"])


def error_words(found: Dial, prior: str, lang: str) -> str:
    """The error of the back-test under a prior, in the mode of Mexico and with all margins, for captions."""
    values: dict[str, str] = {}
    for mode, (cpc, error, cover) in found.errors[prior].items():
        values |= {
            f"cpc_{mode}": number(cpc, lang, 2),
            f"error_{mode}": percent(100 * error, lang),
            f"cover_{mode}": percent(100 * cover, lang),
        }
    return text("flow.caption.error", lang, years=period(found.tested[0], found.tested[-1]), **values)


def source_words(found: Dial, at: int, store: Store, lang: str) -> str:
    """Where the published facts come from, with their base and period."""
    facts = found.periods[at]
    base = "–".join(number(value, lang) for value in dict.fromkeys(facts["total"]))
    return text("flow.caption.source", lang, cite=cites(at, store, lang), base=base, period=period(*facts["years"]))


def cites(at: int, store: Store, lang: str) -> str:
    """The documents in which the facts of a period are printed."""
    first, last = dial(store).periods[at]["years"]
    ids: list[str] = []
    for name, where in (("trace_source_places", "Mexico"), ("trace_pairs", "")):
        table = store.table(name)
        found = table[table["year_start"].eq(first) & table["year_end"].eq(last)]
        ids += found.loc[found["recovery_area"].eq(where) | (not where), "source_id"].tolist()
    return "; ".join(_cite(store.card(id), lang) for id in dict.fromkeys(ids))


def _cite(card: Card, lang: str) -> str:
    return f"{cited(card, lang)} ({text('ev.via_press', lang)})" if card.via_press else cited(card, lang)


def key_of(name: str, found: Dial) -> tuple[int, Key]:
    """The period and assumptions in the name of a file. KeyError for any other name."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise KeyError(name)
    years = (int(match[1]), int(match[2]))
    at = found.at(years)
    key = (match[3], match[4], match[5])
    if tuple(found.periods[at]["years"]) != years or (at, *key) not in found.tables:
        raise KeyError(name)
    return at, key
