"""How old the data are, by a clock that the test sets."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.answers.freshness import Fact, Freshness, Line, assess, covered_to, facts, made, published
from corridors.history import Edition
from corridors.store import Store
from corridors.text import text

NOW = date(2026, 11, 24)
days = st.dates(date(1980, 1, 1), date(2200, 1, 1))


def month(year: int, number: int) -> int:
    return year * 12 + number - 1


@pytest.fixture(scope="module")
def found(store: Store) -> tuple[Fact, ...]:
    return facts(store)


def one(store: Store, cadence: int | None, covered: int, lag: int = 1) -> Fact:
    line = Line("NICS", cadence, lag, "NICS", ("FBI NICS", "FBI NICS"), ("note", "nota"), "observed")
    return Fact(line, replace(store.card("NICS"), published="2026-09"), covered, True, ("NICS",))


def imported(number: int, when: str, *sources: str) -> Edition:
    return Edition(number, accepted=when, source_ids=sources)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2025-01-08", date(2025, 1, 8)),
        ("2023-10", date(2023, 10, 1)),
        ("2025", date(2025, 1, 1)),
        ("2011–2018", date(2018, 1, 1)),
        ("1996-01 to 2025-02", date(2025, 2, 1)),
        ("cut-off June 2025", date(2025, 6, 1)),
        ("read 2026-07-22", None),
        ("downloaded late 2020", None),
        ("", None),
    ],
)
def test_when_a_card_was_published(printed: str, day: date | None) -> None:
    assert published(printed) == day


def test_the_shipped_data_cover_what_their_tables_do(found: tuple[Fact, ...]) -> None:
    ends = {fact.line.source: covered_to(fact) for fact in found}
    assert ends["NICS"] == "2023-09"
    assert ends["SESNSP_VICT*"] == "2025-06"  # six months of 2025, not the year
    assert ends["BTS_BORDER"] == "2025-02"
    assert ends["ATF_MX_*"] == "2024"
    newest = {fact.line.source: fact.card.id for fact in found}
    assert newest["ATF_MX_*"] == "ATF_MX_2019_2024"


def test_every_line_of_the_calendar_has_a_source(store: Store, found: tuple[Fact, ...]) -> None:
    assert len(found) == len(store.layout("schedule"))
    assert all(fact.line.note[0] and fact.line.note[1] for fact in found)


def test_a_series_is_late_on_the_day_after_its_delay(store: Store) -> None:
    fact = one(store, 1, month(2026, 9))  # October, and a month: until 30 November
    for day, late in ((30, 0), (1, 1)):
        now = date(2026, 11 if day == 30 else 12, day)
        fresh = assess([fact], [], now)
        assert len(fresh.late) == late
        assert fresh.series[0].expected == date(2026, 11, 30)
    assert fresh.next is None


@pytest.mark.parametrize(("cadence", "state"), [(0, "ended"), (None, "irregular")])
def test_what_will_not_come_is_never_late(store: Store, cadence: int | None, state: str) -> None:
    fresh = assess([one(store, cadence, month(1998, 1))], [], NOW)
    assert [series.state for series in fresh.series] == [state]
    assert fresh.late == ()
    assert fresh.next is None
    assert fresh.headline[1] == (("fresh.none", {}),)


def test_the_last_import_is_that_of_each_source(store: Store) -> None:
    imports = [imported(1, "2026-11-02T08:00:00+00:00", "NICS"), imported(2, "2026-11-20T08:00:00+00:00", "BTS_BORDER")]
    fresh = assess([one(store, 1, month(2026, 9))], imports, NOW)
    assert fresh.imported is imports[1]
    assert fresh.series[0].imported == date(2026, 11, 2)
    assert assess([one(store, 1, month(2026, 9))], [], NOW).series[0].imported is None


@pytest.mark.parametrize(
    ("now", "clock"),
    [
        (date(2009, 5, 3), "behind"),
        (date(2026, 11, 19), "behind"),  # the day before the last import
        (date(2026, 11, 20), ""),
        (date(2036, 12, 31), ""),
        (date(2037, 1, 1), "ahead"),
    ],
)
def test_a_clock_that_cannot_be_right_says_so_and_judges_nothing(
    found: tuple[Fact, ...], now: date, clock: str
) -> None:
    fresh = assess(found, [imported(1, "2026-11-20T08:00:00+00:00", "NICS")], now)
    assert fresh.clock == clock
    assert bool(fresh.late) == (clock == "")
    keys = [key for line in fresh.headline for key, _ in line]
    assert ("fresh.clock" in keys) == bool(clock)


def test_a_publication_of_the_future_makes_the_clock_implausible(store: Store) -> None:
    fact = one(store, 1, month(2026, 9))
    later = replace(fact, card=replace(fact.card, published="2026-12-01"))
    assert assess([later], [], NOW).clock == "behind"
    assert assess([fact], [], NOW).clock == ""


def test_the_data_were_made_when_the_last_source_was_read(store: Store) -> None:
    newest = max(when for card in store.cards().values() if (when := published(card.published)))
    assert newest < made(store) == date(2026, 7, 22)  # a card says `read 2026-07-22`
    assert assess([], [], date(2026, 7, 21), made(store)).clock == "behind"
    assert assess([], [], date(2026, 7, 22), made(store)).clock == ""


def test_what_a_habit_is_known_from_agrees_with_it(found: tuple[Fact, ...]) -> None:
    for fact in found:
        allowed = {None: {"irregular"}, 0: {"closed"}}.get(fact.line.cadence, {"observed", "announced"})
        assert fact.line.basis in allowed, fact.line.source


@given(days)
def test_any_day_gives_an_account_that_can_be_said(store: Store, now: date) -> None:
    fresh = assess(facts(store), [], now, made(store))
    assert isinstance(fresh, Freshness)
    assert (fresh.clock == "behind") == (now < made(store))
    for line in fresh.headline:
        for key, values in line:
            for at, lang in enumerate(("en", "es")):
                assert text(key, lang, **{name: pair[at] for name, pair in values.items()})
    assert {one.state for one in fresh.series} <= {"waiting", "late", "ended", "irregular"}
