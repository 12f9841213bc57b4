"""The back-test: how near the flow estimate comes where the true pairs are known, and what that does not say."""

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.backtest import TABLE, newer
from corridors.answers.charts import chart
from corridors.components.figure_card import figure_card
from corridors.components.flow_around import not_computed
from corridors.components.marks import marks
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text

PATH: Final = "/backtest"
TITLE: Final = "backtest.title"
UNDER: Final = "/methods"  # the page that leads here: the header has no room for every page
READ: Final = ("cpc", "r2", "top50", "error", "coverage", "modes")
SILENT: Final = ("transfer", "proxies", "sample", "years", "small", "roads")


def layout(view: ViewState, store: Store) -> Component:
    """The page: the scores as picture and table, how to read them, and what they do not show."""
    lang = view.lang
    if not store.has_derived(TABLE):
        return not_computed(text(TITLE, lang), lang)
    later = newer(store)
    note = [] if later is None else [html.P(text("backtest.newer", lang, year=later), className="notice notice-warn")]
    scores = figure_card(chart("backtest", view, store), lang, encode(view))
    back = html.A(text("backtest.methods", lang), href=f"{UNDER}#flows", **marks(data_nav="1"))
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("backtest.lede", lang), className="lede")]),
            *note,
            html.Div(
                [
                    html.Section([html.H2(text("backtest.scores", lang)), scores], className="stack"),
                    html.Div([_list("read", READ, lang), _list("silent", SILENT, lang)], className="backtest-lists"),
                    html.P([back, " ", text("backtest.command", lang)], className="measure"),
                ],
                className="stack-loose",
            ),
        ],
        className="page docs-page backtest",
    )


def _list(key: str, items: Sequence[str], lang: str) -> Component:
    said = [html.Li(text(f"backtest.{key}.{item}", lang)) for item in items]
    return html.Section([html.H2(text(f"backtest.{key}", lang)), html.Ul(said, className="measure")], className="stack")
