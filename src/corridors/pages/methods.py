"""The methods: what the numbers mean and what the product does not know, from `docs/methods`."""

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.components.analysts import analysts
from corridors.components.prose import contents, headings, prose
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.documents import METHODS, method

PATH: Final = "/methods"
TITLE: Final = "methods.title"


def layout(view: ViewState, store: Store) -> Component:
    """The page: a table of contents beside the notes, one section each."""
    lang = view.lang
    sources = {name: method(name, lang) for name in METHODS}
    titles = [headings(source, name)[0] for name, source in sources.items()]
    sections = [_section(name, source) for name, source in sources.items()]
    return html.Div(
        [
            html.Header(
                [html.H1(text(TITLE, lang)), html.P(text("methods.lede", lang), className="lede"), analysts(lang)]
            ),
            html.Div([contents(titles, text("docs.contents", lang)), html.Div(sections)], className="docs"),
        ],
        className="page docs-page",
    )


def _section(name: str, source: str) -> Component:
    named: dict[str, Any] = {"aria-labelledby": name}
    return html.Section(prose(source, name), className="prose", **named)
