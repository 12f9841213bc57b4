"""Corridors: the estimate that knows its error. The script paints from one asset; the words are the server's."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.corridors import ASSET, dial, sentence
from corridors.answers.corridors_page import page_config
from corridors.answers.corridors_selection import selection
from corridors.components.flow_around import ant_arithmetic, not_computed, ways
from corridors.components.flow_dial import dial_panel
from corridors.components.flow_picture import filters, picture
from corridors.components.flow_questions import analyst, what_if
from corridors.components.flow_table import table
from corridors.components.marks import marks
from corridors.components.saying import disclosure
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

PATH: Final = "/corridors"
TITLE: Final = "flow.title"


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: the sentence, the captions and the table are finished; the script draws and repaints."""
    lang = view.lang
    if not store.has_web(ASSET):
        return not_computed(text("flow.h1", lang), lang)
    at = dial(store).at(view.years)
    return html.Div(
        [
            _head(view, store, at),
            filters(lang),
            html.Div(
                [
                    picture(view, store, at),
                    html.Div(
                        [dial_panel(store, at, lang), what_if(dial(store).harden_km, lang)], className="flow-side"
                    ),
                ],
                className="flow-body",
            ),
            table(view, store, at),
            html.Div([analyst(lang), ant_arithmetic(store, lang)], className="flow-questions"),
            ways(lang),
        ],
        id="flows",
        className="page flows is-loading",
        **marks(data_config=page_config(view, store)),
    )


def _head(view: ViewState, store: Store, at: int) -> html.Header:
    """The title and the sentence of what is and is not known, with the key that copies it."""
    lang = view.lang
    return html.Header(
        [
            html.H1(text("flow.h1", lang)),
            html.P(
                " ".join(filter(None, (selection(view, store), sentence(dial(store), at, lang)))),
                id="flow-sentence",
                className="flow-sentence",
                **marks(aria_label=text("flow.sentence", lang)),
            ),
            html.Button(text("flow.copy", lang), id="flow-copy", type="button", className="btn btn-small"),
            disclosure("corridors", text("flow.h1", lang), lang),
        ],
        className="flow-head",
        **marks(data_figure="corridors"),
    )
