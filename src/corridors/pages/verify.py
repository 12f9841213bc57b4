"""Verify a code: what became of the numbers of an export."""

import json
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.components.marks import marks
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

PATH: Final = "/verify"
TITLE: Final = "verify.title"
UNDER: Final = "/sources"  # the page that leads here: the header has no room for every page
WORDS: Final = ("field", "hint", "do", "answer", "failed", "open", "caption")
COLUMNS: Final = ("what", "before", "after")


def layout(view: ViewState, _store: Store) -> Component:
    """The page; the script fills the field and asks, since the answer depends on every edition that is kept."""
    lang = view.lang
    words = {name: text(f"verify.{name}", lang) for name in WORDS}
    words |= {name: text(f"verify.col.{name}", lang) for name in COLUMNS}
    config: dict[str, Any] = {"lang": lang, "words": words}
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("verify.lede", lang), className="lede")]),
            html.Div(id="verify", className="stack", **marks(data_config=json.dumps(config, ensure_ascii=False))),
            html.Section(
                [
                    html.H2(text("verify.how.title", lang)),
                    html.P(text("verify.how.1", lang)),
                    html.P(text("verify.how.2", lang)),
                ],
                className="stack measure",
            ),
        ],
        className="page-narrow stack-loose verify",
    )
