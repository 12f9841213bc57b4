"""Two governments side by side: both cards, a reason for the gap, and never a mean."""

import pytest

from corridors.answers.charts import chart, page_of
from corridors.answers.printed import printed
from corridors.answers.two_governments import label, quantities, said
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")


def test_every_figure_has_its_card_and_none_is_of_the_paper(store: Store) -> None:
    sides = [one for quantity in quantities(store) for line in quantity.lines for one in (line.us, line.mx) if one]
    assert len(sides) >= 16
    assert all(one.card.id != "PAPER_2020" for one in sides)


def test_pairs_have_different_publishers(store: Store) -> None:
    for quantity in quantities(store):
        for line in quantity.lines:
            assert line.us or line.mx
            if line.us and line.mx:
                assert line.us.card.publisher != line.mx.card.publisher


def test_the_years_are_those_of_which_both_print_a_number(store: Store) -> None:
    guns = quantities(store)[0]
    assert {line.of: (line.us.value, line.mx.value) for line in guns.lines if line.us and line.mx} == {
        "2021": (20868, 21751), "2022": (24642, 23378), "2023": (25767, 28280), "2024": (25884, 24236),
    }  # fmt: skip


def test_nothing_is_averaged_or_added(store: Store) -> None:
    for lang in LANGS:
        found = chart("two_governments", ViewState(lang=lang), store)
        shown = [float(y) for trace in found.figure["data"] for y in trace["y"]]
        both = found.table[["us", "mx"]].dropna().to_numpy(dtype=float)
        pairs = [(float(us), float(mx)) for us, mx in both]
        assert len(pairs) == 7
        every = set(shown) | set(found.table["us"]) | set(found.table["mx"])
        for us, mx in pairs:
            assert (us + mx) / 2 not in every
            assert us + mx not in every


@pytest.mark.parametrize("lang", LANGS)
def test_each_quantity_says_what_each_side_counts_and_why_they_differ(store: Store, lang: str) -> None:
    for quantity in quantities(store):
        for part in ("title", "us", "mx", "reason"):
            assert text(f"governments.{quantity.id}.{part}", lang)


def test_what_one_side_does_not_publish_is_said(store: Store) -> None:
    flow = next(one for one in quantities(store) if one.id == "flow")
    assert flow.lines[0].us is None
    assert said(flow.lines[0].us, "guns", "es") == "no publicado"
    assert said(flow.lines[0].mx, "guns", "en") == "200,000"


def test_states_have_their_names(store: Store) -> None:
    shares = next(one for one in quantities(store) if one.id == "shares")
    assert [label(line, store, "en") for line in shares.lines] == ["Texas", "Arizona", "California"]
    assert said(shares.lines[0].us, "percent", "en") == "43\u00a0%"


def test_a_figure_of_the_paper_is_never_printed(store: Store) -> None:
    assert printed(store, "trace_totals", edition="ATF Mexico 2013-2018", year_start=2017) is None


def test_the_charts_stand_on_the_page_of_messages() -> None:
    assert page_of("two_governments") == page_of("flow_estimates") == "/messages"
