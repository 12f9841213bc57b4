"""Rehearsal: a story in a room before its meeting, twelve hostile questions, and the decks of several offices compared.

The work is done by `assets/js/76-rehearse.js` and `web/rehearsing.py`.
"""

import json
from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.district import offices
from corridors.components.marks import marks
from corridors.model.places import DISTRICT
from corridors.model.story import FORMS
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.story.library import stories
from corridors.story.rehearsal import LEVELS
from corridors.text import text

PATH: Final = "/rehearse"
TITLE: Final = "rehearsing.title"
UNDER: Final = "/present"
WORDS: Final = (
    "story",
    "office",
    "form",
    "distance",
    "screen",
    "do",
    "working",
    "failed",
    "found",
    "count",
    "every",
    "scenes",
    "practice",
    "practice.how",
    "compare",
    "compare.how",
    "packs",
    "compare.do",
    "compare.failed",
    "compare.differences",
)
COLUMNS: Final = ("scene", "arcmin", "contrast", "words", "time", "part", "values")


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: the script makes the form and asks for what is found."""
    lang = view.lang
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("rehearsing.lede", lang), className="lede")]),
            html.Div(id="rehearse", className="stack-loose", **marks(data_config=_config(view, store))),
        ],
        className="page-narrow stack-loose rehearse",
    )


def _config(view: ViewState, store: Store) -> str:
    """What the script has to know, as JSON: its words, the stories with their forms, the consulates."""
    lang = view.lang
    words = {name: text(f"rehearsing.{name}", lang) for name in WORDS}
    words |= {f"col.{name}": text(f"rehearsing.col.{name}", lang) for name in COLUMNS}
    words |= {level: text(f"rehearse.{level}", lang) for level in LEVELS}
    found = {
        "lang": lang,
        "words": words | {"mend": text("rehearse.mend", lang), "none": text("rehearse.none", lang),
                          "whole": text("rehearse.whole", lang), "card": text("rehearse.card", lang)},
        "stories": [[one.id, one.title(lang), one.lens] for one in stories(store)],
        "forms": [[minutes, text("deck.paper.form", lang, minutes=minutes)] for minutes in FORMS],
        "offices": [[office.id.removeprefix(DISTRICT), office.city] for office in offices(store, lang)],
        "lens": view.lens[0].removeprefix(DISTRICT) if view.lens else "",
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False)
