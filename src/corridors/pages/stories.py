"""One's own stories: made of views, put in order, reworded, taken out as a file and in again.

The work is done by `assets/js/74-stories.js` and `web/stories.py`, which knows who may write.
"""

import json
from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.district import offices
from corridors.components.marks import marks
from corridors.model.places import DISTRICT
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.story.dossier import LARGEST
from corridors.story.listing import titles
from corridors.story.wording import WORDS
from corridors.text import text

PATH: Final = "/stories"
TITLE: Final = "editor.title"
UNDER: Final = "/present"


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: the script asks who may write, and builds the rest."""
    lang = view.lang
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("editor.lede", lang), className="lede")]),
            html.P(id="present-status", role="status", className="muted"),
            html.Div(id="stories-work", className="stack", **marks(data_config=config(store, lang))),
        ],
        className="page stack stories",
    )


def config(store: Store, lang: str) -> str:
    """What the script has to know, as JSON: its words, the messages, the consulates, and how large a file may be."""
    return json.dumps(
        {
            "text": WORDS,
            "messages": titles(store),
            "offices": [(office.id.removeprefix(DISTRICT), office.city) for office in offices(store, lang)],
            "largest": LARGEST,
        },
        ensure_ascii=False,
    )
