"""Bring in an official file: drop, look, accept. The work is done by `assets/js/57-import.js` and `web/imports.py`."""

import json
from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.quantities import named
from corridors.components.marks import marks
from corridors.model.tables import TABLES
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import AREAS, keys, text

PATH: Final = "/import"
TITLE: Final = "import.title"
_SOURCE: Final = "import.source."
_NAMES: Final = tuple(key.removeprefix("import.") for key in AREAS["import_page"])
_COMMANDS: Final = ("corridors import FILE", "corridors import FILE --accept")


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view; `store` is not read: the script asks the server who may import, and builds the rest."""
    lang = view.lang
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("import.lede", lang), className="lede")]),
            html.Div(
                [html.Div([_work(lang), _about(lang)], className="import-main"), _aside(lang)],
                className="sidebar import-body",
            ),
        ],
        className="page import stack",
    )


def config(lang: str) -> str:
    """What the script has to know, as JSON: its words, and the names of tables and measures."""
    return json.dumps(
        {
            "lang": lang,
            "text": {name: text(f"import.{name}", lang) for name in _NAMES},
            "tables": {table.name: text(f"sources.table.{table.name}", lang) for table in TABLES},
            "measures": named(lang),
        },
        ensure_ascii=False,
    )


def _work(lang: str) -> Component:
    return html.Div(id="import-work", className="import-work", **marks(data_config=config(lang)))


def _about(lang: str) -> Component:
    """What happens to the file, and how the same is done without this page."""
    safe = [html.Li(text(f"import.safe.{name}", lang)) for name in ("stays", "whole", "person")]
    return html.Div(
        [
            html.Section([html.H2(text("import.safe", lang)), html.Ul(safe)]),
            html.Section(
                [
                    html.H2(text("import.command", lang)),
                    html.P(text("import.command.note", lang)),
                    html.Pre(html.Code("\n".join(_COMMANDS)), tabIndex=0, **marks(aria_label="corridors import")),
                ]
            ),
        ],
        className="import-about",
    )


def _aside(lang: str) -> Component:
    """The sources whose files are recognised, by name."""
    names = sorted(text(key, lang) for key in keys() if key.startswith(_SOURCE))
    head = [html.H2(text("import.known", lang)), html.P(text("import.known.note", lang))]
    return html.Aside([*head, html.Ul([html.Li(name) for name in names])], className="import-aside")
