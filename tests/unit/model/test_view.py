"""The view: any view survives the round trip through a link, and the reducer never breaks one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.errors import ViewError
from corridors.model import measures as m
from corridors.model.view import (
    LIMITS,
    MAX_LENS,
    MAX_SELECTED,
    Event,
    ViewState,
    decode,
    decode_or_default,
    encode,
    reduce,
)

US = [x.id for x in m.MEASURES if x.country == "US"]
MX = [x.id for x in m.MEASURES if x.country == "MX"]
us_places = st.sampled_from(["US-TX", "US-AZ", "US-CA", "US-NM", "US-48201", "D-san-diego", "D-el-paso"])
mx_places = st.sampled_from(["MX-26", "MX-02", "MX-08", "MX-26030", "MX-28"])
years = st.tuples(st.integers(*LIMITS), st.integers(*LIMITS)).map(lambda pair: (min(pair), max(pair)))
views = st.builds(
    ViewState,
    lang=st.sampled_from(["en", "es"]),
    us=st.sampled_from(US),
    mx=st.sampled_from(MX),
    years=years,
    origins=st.lists(us_places, unique=True, max_size=7).map(tuple),
    destinations=st.lists(mx_places, unique=True, max_size=5).map(tuple),
    layers=st.sets(st.sampled_from(m.LAYERS)).map(lambda s: tuple(x for x in m.LAYERS if x in s)),
    scheme=st.sampled_from(m.SCHEMES),
    map=st.sampled_from(["linked", "both"]),
    lens=st.lists(st.sampled_from(["D-san-diego", "D-el-paso", "D-san-juan"]), unique=True, max_size=2).map(tuple),
    split=st.sampled_from(["", "people", "dealers"]),
    as_of=st.one_of(st.just(""), st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(str)),
)
events = st.builds(
    Event,
    kind=st.sampled_from(
        ["select", "clear", "year", "range", "measure", "layer", "scheme", "map", "lang", "as_of", "lens", "split"]
    ),
    value=st.one_of(
        us_places,
        mx_places,
        st.sampled_from(
            [*US, *MX, *m.LAYERS, *m.SCHEMES, "both", "es", "people", "2015-2019", "2031", "2026-10-31", "2026-02-30"]
        ),
        st.text(),
    ),
    add=st.booleans(),
)


@given(views)
def test_a_view_survives_the_round_trip(view: ViewState) -> None:
    assert decode(encode(view)) == view
    assert decode("?" + encode(view)) == view


@given(views, st.lists(events, max_size=12))
def test_the_reducer_only_makes_views_that_a_link_can_hold(view: ViewState, happened: list[Event]) -> None:
    for event in happened:
        view = reduce(view, event)
    assert decode(encode(view)) == view
    assert max(len(view.origins), len(view.destinations)) <= MAX_SELECTED
    assert len(view.lens) <= MAX_LENS


@given(st.text())
def test_any_text_gives_a_view_and_a_reason_or_none(query: str) -> None:
    view, reason = decode_or_default(query)
    assert isinstance(view, ViewState)
    assert reason == "" or ":" in reason


@given(views, st.sampled_from(["US-TX", "MX-26"]))
def test_selecting_the_same_place_twice_lets_it_go(view: ViewState, place: str) -> None:
    cleared = reduce(view, Event("clear"))
    once = reduce(cleared, Event("select", place))
    assert (once.origins + once.destinations) == (place,)
    assert reduce(once, Event("select", place)) == cleared


def test_shift_adds_a_destination_to_an_origin() -> None:
    view = reduce(ViewState(), Event("select", "US-TX"))
    view = reduce(view, Event("select", "MX-28", add=True))
    assert (view.origins, view.destinations) == (("US-TX",), ("MX-28",))
    assert reduce(view, Event("select", "MX-26")) == replace(view, origins=(), destinations=("MX-26",))


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("v=9", "v"),
        ("y=later", "y"),
        ("y=2015-later", "y"),
        ("us=homicide_rate_sesnsp", "us"),
        ("o=MX-26", "o"),
        ("d=US-TX", "d"),
        ("o=" + ",".join(f"US-{n:05d}" for n in range(9)), "o"),
        ("l=border,tunnels", "l"),
        ("c=rainbow", "c"),
        ("lang=fr", "lang"),
        ("asof=yesterday", "asof"),
        ("asof=2026-02-30", "asof"),
        ("asof=1999-12-31", "asof"),
        ("lens=San Diego", "lens"),
        ("lens=D-san-diego", "lens"),
        ("lens=a-b,c-d,e-f", "lens"),
        ("split=area", "split"),
    ],
)
def test_a_bad_link_names_the_field(query: str, field: str) -> None:
    with pytest.raises(ViewError, match=f"^{field}: "):
        decode(query)


def test_a_bad_link_still_keeps_the_language() -> None:
    view, reason = decode_or_default("lang=es&us=nothing")
    assert view == ViewState(lang="es")
    assert reason.startswith("us: ")


def test_years_are_clamped_to_what_a_link_may_name() -> None:
    assert decode("y=1800-2300").years == LIMITS
    assert decode("y=2031").years == (2031, 2031)
    assert reduce(ViewState(), Event("range", "2019-2015")).years == (2015, 2019)
    assert reduce(ViewState(), Event("year", "1066")).years == ViewState().years


def test_a_view_of_an_earlier_day_is_a_field_of_the_same_version() -> None:
    then = reduce(ViewState(), Event("as_of", "2026-10-31"))
    assert encode(then) == "v=1&lang=en&asof=2026-10-31"
    assert reduce(then, Event("as_of", "2026-13-01")) == then
    assert reduce(then, Event("as_of")) == ViewState()
    assert decode("v=1&lang=en&y=2019") == ViewState(years=(2019, 2019))


def test_a_lens_is_followed_where_nothing_is_selected() -> None:
    view = reduce(ViewState(origins=("US-TX",)), Event("lens", "D-san-diego"))
    assert view == ViewState(lens=("D-san-diego",))
    assert view.followed == ("D-san-diego",)
    assert encode(view) == "v=1&lang=en&lens=san-diego"
    assert reduce(view, Event("select", "US-AZ")).followed == ("US-AZ",)
    assert reduce(view, Event("lens")) == ViewState()
    assert reduce(view, Event("lens", "US-TX")) == view


def test_two_districts_stand_side_by_side_and_the_first_is_followed() -> None:
    view = decode("lens=san-diego,el-paso")
    assert view.lens == ("D-san-diego", "D-el-paso")
    assert view.followed == ("D-san-diego",)
    assert reduce(view, Event("lens", "D-laredo", add=True)).lens == ("D-san-diego", "D-laredo")
    assert reduce(view, Event("lens", "D-san-diego", add=True)).lens == ("D-el-paso",)
    assert reduce(view, Event("lens", "D-laredo")).lens == ("D-laredo",)
