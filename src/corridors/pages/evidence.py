"""The evidence: two linked maps, the charts that follow, one slider, one sentence."""

from collections.abc import Callable
from typing import Any, Final

from dash import Dash, Input, Output, State, html

from corridors.answers import charts
from corridors.answers.evidence import Scene, sentence
from corridors.answers.page_config import districts, page_config, totals
from corridors.answers.regions import available
from corridors.answers.synthetic import verify
from corridors.components.analysts import analysts
from corridors.components.both_map import both_map
from corridors.components.figure_card import figure_card
from corridors.components.map_panel import map_panel
from corridors.components.marks import marks
from corridors.components.toolbar import toolbar
from corridors.model.view import ViewState, decode_or_default, encode
from corridors.store import Store
from corridors.text import text

PATH: Final = "/evidence"
TITLE: Final = "evidence.title"


def layout(view: ViewState, store: Store) -> html.Div:
    """The page for a view: a finished picture, that the script then repaints without a request."""
    asked, view = view, available(view, store)
    lang = view.lang
    if view.map == "both":
        maps = [html.Section(both_map(view, store), className="map-panel map-panel-both")]
    else:
        maps = [map_panel("us", view, store), map_panel("mx", view, store)]
    page = html.Div(
        [
            _head(view, store),
            toolbar(view),
            html.Div(maps, className="evidence-maps"),
            _charts(lang),
            html.Section(html.Div(id="time"), className="evidence-time", **marks(aria_label=text("ev.time", lang))),
        ],
        id="evidence",
        className=f"evidence is-loading evidence-{view.map}",
        **marks(data_config=page_config(view, store)),
    )
    return html.Div([*_gone((asked.us, asked.mx) != (view.us, view.mx), lang), page, analysts(lang)])


def register(app: Dash, at: Callable[[ViewState], Store]) -> None:
    """The one callback of the page: the charts, asked for once the maps are painted; `at` has the data of a view."""

    @app.callback(
        Output("charts-body", "children"),
        Input("charts-wanted", "n_clicks"),
        State("url", "search"),
        prevent_initial_call=True,
    )
    def show_charts(_clicks: object, search: object) -> list[Any]:
        return chart_cards(search if isinstance(search, str) else "", at)


def chart_cards(search: str, at: Callable[[ViewState], Store]) -> list[Any]:
    """The cards of all charts for the view of a query string."""
    view, _ = decode_or_default(search)
    query, store = encode(view), at(view)
    found = [charts.chart(name, view, store) for name in charts.names(store)]
    verify((chart.figure for chart in found), store)
    return [figure_card(chart, view.lang, query, compact=True) for chart in found]


def _gone(gone: bool, lang: str) -> list[html.P]:
    """The notice over a link whose measure is not in this edition."""
    return [html.P(text("ev.measure_gone", lang), className="notice notice-warn", role="status")] if gone else []


def _head(view: ViewState, store: Store) -> html.Header:
    """The title, the sentence, and the keys to find a place and to copy what is said."""
    scene = Scene(view, store.cube, totals(store), districts(store))
    actions = [_action("ev.find", view.lang, "data_find"), _action("ev.copy", view.lang, "data_copy_sentence")]
    return html.Header(
        [
            html.H1(text("evidence.title", view.lang), className="evidence-title"),
            html.P(
                sentence(scene),
                id="sentence",
                className="evidence-sentence",
                tabIndex=0,
                role="group",
                **marks(aria_label=text("ev.sentence", view.lang)),
            ),
            html.Div(actions, className="evidence-actions"),
        ],
        className="evidence-head",
    )


def _action(key: str, lang: str, role: str) -> html.Button:
    return html.Button(text(key, lang), type="button", className="btn btn-small", **marks(**{role: "1"}))


def _charts(lang: str) -> html.Aside:
    return html.Aside(
        [
            html.H2(text("ev.charts", lang), className="charts-title"),
            html.Div(id="charts-body", **marks(data_loading=text("ev.loading", lang))),
            html.Button(text("ev.charts", lang), id="charts-wanted", n_clicks=0, hidden=True),
        ],
        id="charts",
        className="evidence-charts",
        tabIndex=0,
        **marks(aria_label=text("ev.charts", lang)),
    )
