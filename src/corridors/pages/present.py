"""Present: what works in a meeting room today, and what is not built yet."""

from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text

PATH: Final = "/present"
TITLE: Final = "home.present.title"
TODAY: Final = ("full", "keys", "lang", "link", "print", "offline")
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}
_KEYS: Final = {"f": "f", "back": ",", "next": ".", "t": "t", "help": "?", "l": "l"}


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view; `store` is not read: nothing here depends on data."""
    lang = view.lang
    today = [
        html.Div([html.Dt(text(f"home.present.{key}", lang)), html.Dd(_how(key, lang))], className="present-item")
        for key in TODAY
    ]
    return html.Div(
        [
            html.H1(text(TITLE, lang)),
            html.P(text("home.present.notyet", lang), className="notice", role="note"),
            html.H2(text("home.present.today", lang)),
            html.Dl(today, className="present-list"),
            html.H2(text("home.present.start", lang)),
            html.Ul([html.Li(link) for link in _starts(view)], className="present-starts"),
        ],
        className="page-narrow stack present",
    )


def _how(key: str, lang: str) -> list[Any]:
    """The words of one hint, with each key as a key cap."""
    words = text(f"home.present.{key}.how", lang, **{name: f"\0{cap}\0" for name, cap in _KEYS.items()})
    return [html.Kbd(part) if index % 2 else part for index, part in enumerate(words.split("\0"))]


def _starts(view: ViewState) -> list[Component]:
    """Links to views that open well in a meeting: each is a whole view in its address."""
    plain = ViewState(lang=view.lang)
    views = {
        "both": replace(plain, map="both"),
        "texas": replace(plain, origins=("US-TX",)),
        "arizona": replace(plain, origins=("US-AZ",)),
        "laws": replace(plain, us="law_universal", years=(2020, 2020)),
    }
    return [
        html.A(text(f"home.present.start.{key}", view.lang), href=f"/evidence?{encode(start)}", **_NAV)
        for key, start in views.items()
    ]
