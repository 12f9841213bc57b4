"""The figure card: everything that a figure must print, and a real table."""

from typing import Any

import pytest
from dash import dcc, html
from dash.development.base_component import Component

from corridors.answers.charts import CHARTS, chart
from corridors.components.figure_card import figure_card
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text.cards import publisher


def parts(root: Component, kind: type[Component]) -> list[Any]:
    everything: list[Any] = list(root._traverse())
    return [part for part in everything if isinstance(part, kind)]


def words(root: Any) -> str:
    children = root.children if isinstance(root, Component) and hasattr(root, "children") else root
    if isinstance(children, list | tuple):
        return "".join(words(child) for child in children)
    return words(children) if isinstance(children, Component) else str(children or "")


def card(store: Store, name: str, lang: str) -> Component:
    view = ViewState(lang=lang)
    return figure_card(chart(name, view, store), lang, encode(view))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", CHARTS)
def test_source_base_period_date_and_kind_are_printed(store: Store, name: str, lang: str) -> None:
    answer = chart(name, ViewState(lang=lang), store)
    (source,) = [part for part in parts(card(store, name, lang), html.P) if "figure-source" in part.className]
    said = words(source)
    for value in (publisher(answer.sources[0], lang), answer.base, answer.period, answer.date):
        assert value
        assert value in said
    assert any(
        part.className.startswith("kind kind-") for part in parts(source, html.Span) if hasattr(part, "className")
    )
    chip = "via press" if lang == "en" else "vía prensa"
    assert (chip in said) is answer.via_press


@pytest.mark.parametrize("name", CHARTS)
def test_the_table_has_a_caption_and_headers_with_their_scope(store: Store, name: str) -> None:
    made = card(store, name, "en")
    (table,) = parts(made, html.Table)
    assert words(parts(table, html.Caption)[0])
    answer = chart(name, ViewState(), store)
    scopes = [head.scope for head in parts(table, html.Th)]
    assert scopes.count("col") == len(answer.columns)
    assert scopes.count("row") == len(answer.table)
    assert "nan" not in words(table).lower().split()


def test_the_download_is_of_what_is_shown(store: Store) -> None:
    (link,) = [part for part in parts(card(store, "pairs", "es"), html.A) if hasattr(part, "download")]
    assert link.href == "download/pairs.csv?v=1&lang=es"


@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_has_a_modebar_or_a_link_out(store: Store, name: str) -> None:
    made = card(store, name, "en")
    (graph,) = parts(made, dcc.Graph)
    assert graph.id == f"chart-{name}"
    assert graph.config["displayModeBar"] is False
    assert not [link.href for link in parts(made, html.A) if "://" in link.href]


def test_charts_that_follow_name_their_place(store: Store) -> None:
    following = {
        name for name in CHARTS if any(hasattr(part, "data-follows") for part in parts(card(store, name, "en"), html.B))
    }
    assert following == {"homicides", "us_violence"}
