"""How old the data are: what was last taken in, what comes next, what is late, and whether the clock can be right.

The calendars of the publishers are in `geodata/layouts/schedule.csv`: only those that are publicly known.
"""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache
from typing import Final, Literal

from corridors import history
from corridors.answers.sources import sources
from corridors.history import Edition
from corridors.model.cards import Card
from corridors.model.tables import TABLES
from corridors.store import Store
from corridors.text.formats import month, short_day

FAR_YEARS: Final = 10
Said = tuple[str, Mapping[str, tuple[str, str]]]  # a key of the catalogue, and its fields in both languages
State = Literal["waiting", "late", "ended", "irregular"]
_ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:-(\d\d)(?!\d))?(?:-(\d\d)(?!\d))?")
_SPOKEN: Final = re.compile(rf"\b({'|'.join(calendar.month_name[1:])}) ((?:19|20)\d\d)\b")
_NOT_PUBLISHED: Final = ("read ", "downloaded ", "consulted ")


@dataclass(frozen=True)
class Line:
    """A line of the calendar: a source, or (`*`) the editions of one. `cadence`: months; 0 closed, None not known.

    `basis`: what the habit is known from (observed dates, announced by the publisher, irregular, closed).
    """

    source: str
    cadence: int | None
    lag: int
    short: str
    name: tuple[str, str]
    note: tuple[str, str]
    basis: str


@dataclass(frozen=True)
class Fact:
    """What the data have of a line: its newest card, and the last month that it covers (year x 12 + month - 1)."""

    line: Line
    card: Card
    covered: int
    monthly: bool
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """A line of the calendar with its state: `expected` is the last day on which the next edition is not late."""

    fact: Fact
    imported: date | None
    expected: date | None
    state: State


@dataclass(frozen=True)
class Freshness:
    """The whole: `imported` is the last import of this edition's line, None for what ships; `clock` is "" when it can
    be right, else `behind` or `ahead`; then nothing is called late."""

    today: date
    imported: Edition | None
    published: str
    series: tuple[Series, ...]
    clock: Literal["", "behind", "ahead"]

    @cached_property
    def headline(self) -> tuple[tuple[Said, ...], ...]:
        """The header's two lines: what was taken in and the newest publication; what is late and what comes next."""
        return _headline(self)

    @property
    def late(self) -> tuple[Series, ...]:
        """What should have come, the longest awaited first."""
        return () if self.clock else self._in("late")

    @property
    def next(self) -> Series | None:
        """What comes next, late ones aside; None when nothing is expected."""
        waiting = self._in("waiting")
        return waiting[0] if waiting else None

    def _in(self, state: State) -> tuple[Series, ...]:
        found = [one for one in self.series if one.state == state]
        return tuple(sorted(found, key=lambda one: one.expected or date.max))


def freshness(store: Store) -> Freshness:
    """How fresh a store is by its own clock (UTC); the account of a day is made once."""
    return _on(store, store.clock().astimezone(UTC).date())


@lru_cache(maxsize=8)
def _on(store: Store, today: date) -> Freshness:
    return assess(facts(store), lineage(store), today, made(store))


@lru_cache(maxsize=4)
def made(store: Store) -> date:
    """The last day that a card tells of, be it only that its source was read: no clock before it is right."""
    days = [when for card in store.cards().values() if (when := _first_day(card.published))]
    return max(days, default=date.min)


def assess(found: Sequence[Fact], imports: Sequence[Edition], today: date, since: date = date.min) -> Freshness:
    """How fresh some facts are on a day, after some imports, the oldest first; the data were made `since` a day."""
    series = tuple(_series(fact, imports, today) for fact in found)
    printed = [(when, fact.card.published) for fact in found if (when := published(fact.card.published))]
    newest = max(printed, default=(date.min, ""))
    taken = [edition.moment.date() for edition in imports if edition.moment]
    latest = max([since, newest[0], *taken])
    clock: Literal["", "behind", "ahead"] = ""
    if today < latest:
        clock = "behind"
    elif today.year - latest.year > FAR_YEARS:
        clock = "ahead"
    return Freshness(today, imports[-1] if imports else None, newest[1], series, clock)


@lru_cache(maxsize=4)
def lineage(store: Store) -> tuple[Edition, ...]:
    """The imports that a store's edition is made of, the oldest first: its own and those before it."""
    found: list[Edition] = []
    number = store.edition
    while store.state is not None and number != history.SHIPPED:
        found.append(history.read(history.folder(store.state, number)))
        number = found[-1].parent
    return tuple(reversed(found))


@lru_cache(maxsize=4)
def facts(store: Store) -> tuple[Fact, ...]:
    """What an edition has of each line of the calendar; lines of which it has nothing are left out."""
    covered = {source.card.id: max(source.years) * 12 + 11 for source in sources(store) if source.years}
    months = _months(store)
    cards = store.cards()
    found: list[Fact] = []
    for row in store.layout("schedule"):
        line = _line(row)
        ends = {id: months.get(id, end) for id, end in covered.items() if fnmatchcase(id, line.source)}
        if ends:
            newest = max(ends, key=lambda id: (ends[id], cards[id].published))
            found.append(Fact(line, cards[newest], ends[newest], newest in months, tuple(sorted(ends))))
    return tuple(found)


def _headline(fresh: Freshness) -> tuple[tuple[Said, ...], ...]:
    moment = fresh.imported.moment if fresh.imported else None
    first: list[Said] = [
        ("fresh.imported", {"day": _both(moment.date(), short_day)}) if moment else ("fresh.shipped", {})
    ]
    if newest := published(fresh.published):
        year_alone = len(fresh.published) == 4
        first.append(("fresh.newest", {"published": (fresh.published,) * 2 if year_alone else _both(newest, month)}))
    if fresh.clock:
        return tuple(first), (("fresh.clock", {"day": _both(fresh.today, short_day)}),)
    second: list[Said] = [("fresh.late", {"count": (str(len(fresh.late)),) * 2})] if fresh.late else []
    if fresh.next and fresh.next.expected:
        second.append(
            ("fresh.next", {"name": (fresh.next.fact.line.short,) * 2, "month": _both(fresh.next.expected, month)})
        )
    return tuple(first), tuple(second) or (("fresh.none", {}),)


def _both(when: date, written: Callable[[date, str], str]) -> tuple[str, str]:
    return written(when, "en"), written(when, "es")


def published(printed: str) -> date | None:
    """The first day on which a card's date of publication can be; None where it was only read or is unknown.

    Of a span (`2011–2018`) it is the last; a month or a year counts from its first day.
    """
    return None if printed.startswith(_NOT_PUBLISHED) else _first_day(printed)


def _first_day(printed: str) -> date | None:
    """The day, or the first of a month or a year, that some words of a card name; of a span the last."""
    if spoken := _SPOKEN.search(printed):
        return date(int(spoken[2]), list(calendar.month_name).index(spoken[1]), 1)
    parts = _ISO.findall(printed)
    return date(*(int(part or 1) for part in parts[-1])) if parts else None


def covered_to(fact: Fact) -> str:
    """The last month (`2023-09`) or year (`2024`) that a source covers."""
    year, month = divmod(fact.covered, 12)
    return f"{year}-{month + 1:02d}" if fact.monthly else str(year)


def _series(fact: Fact, imports: Sequence[Edition], today: date) -> Series:
    taken = [edition.moment.date() for edition in imports if edition.moment and {*edition.source_ids} & {*fact.ids}]
    imported = max(taken, default=None)
    if not fact.line.cadence:
        return Series(fact, imported, None, "irregular" if fact.line.cadence is None else "ended")
    expected = _month_end(fact.covered + fact.line.cadence + fact.line.lag)
    return Series(fact, imported, expected, "late" if today > expected else "waiting")


def _month_end(month: int) -> date:
    year, at = divmod(month, 12)
    return date(year, at + 1, calendar.monthrange(year, at + 1)[1])


def _line(row: dict[str, str]) -> Line:
    cadence = int(row["cadence_months"]) if row["cadence_months"] else None
    lag = int(row["lag_months"] or 0)
    name, note = (row["name_en"], row["name_es"]), (row["note_en"], row["note_es"])
    return Line(row["source_id"], cadence, lag, row["short"], name, note, row["basis"])


def _months(store: Store) -> dict[str, int]:
    """The last month of the sources that are published by month: a year's table alone would claim all of it."""
    found: dict[str, int] = {}
    for table in TABLES:
        typed = {column.name: column.type for column in table.columns}
        if "source_id" not in typed or not store.has(table.name):
            continue
        if typed.get("month") == "month":
            frame = store.columns(table.name, ["source_id", "month"])
            at = frame["month"].str[:4].astype(int) * 12 + frame["month"].str[5:7].astype(int) - 1
        elif "year" in typed and ("month" in typed or "months_in_year" in typed):
            within = "month" if "month" in typed else "months_in_year"
            frame = store.columns(table.name, ["source_id", "year", within])
            frame = frame[frame[within].between(1, 12)]  # 99 is a month that nobody knows
            at = frame["year"].astype(int) * 12 + frame[within].astype(int) - 1
        else:
            continue
        for source, last in at.groupby(frame["source_id"]).max().items():
            found[str(source)] = max(found.get(str(source), 0), int(last))
    return found
