"""The published estimates of the whole flow on one axis."""

import pytest

from corridors.answers.charts import chart
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")


@pytest.mark.parametrize("lang", LANGS)
def test_the_estimate_in_force_stands_first_with_its_interval(store: Store, lang: str) -> None:
    found = chart("flow_estimates", ViewState(lang=lang), store)
    assert list(found.table["value"]) == [212887, 200000, 253000]
    assert found.kind == Kind.MODELLED
    for words in ("212,887", "89,816", "359,205"):
        assert words in found.summary


@pytest.mark.parametrize("lang", LANGS)
def test_the_working_paper_is_superseded_by_the_article(store: Store, lang: str) -> None:
    table = chart("flow_estimates", ViewState(lang=lang), store).table.set_index("source_id")
    assert str(table.loc["WAY_OF_THE_GUN_2013", "superseded"]) == str(table.loc["WAY_OF_THE_GUN_2014", "name"])
    assert list(table["superseded"].loc[["WAY_OF_THE_GUN_2014", "GAO_21_322"]]) == ["", ""]


@pytest.mark.parametrize("lang", LANGS)
def test_the_mark_is_inside_the_picture(store: Store, lang: str) -> None:
    layout = chart("flow_estimates", ViewState(lang=lang), store).figure["layout"]
    assert any(text("estimate.stamp", lang) in note["text"] for note in layout["annotations"])


def test_what_is_modelled_is_never_solid(store: Store) -> None:
    traces = chart("flow_estimates", ViewState(), store).figure["data"]
    assert all(trace["line"]["dash"] == "dash" for trace in traces if trace["mode"] == "lines")
    assert [trace["marker"]["symbol"] for trace in traces if trace["mode"] == "markers"] == [
        "circle", "circle", "circle-x-open",
    ]  # fmt: skip


def test_only_estimates_in_guns_a_year_share_the_axis(store: Store) -> None:
    found = chart("flow_estimates", ViewState(), store)
    assert set(found.table["unit"]) == {"firearms per year"}
    assert all(method for method in found.table["method"])
