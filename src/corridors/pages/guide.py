"""The user's guide for three people (consul, analyst, administrator), from `docs/guide`."""

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.glossary import glossary
from corridors.components.marks import marks
from corridors.components.prose import contents, headings, prose
from corridors.model.view import ViewState
from corridors.settings import settings_table
from corridors.store import Store
from corridors.text import text
from corridors.text.documents import GUIDES, guide

PATH: Final = "/guide"
TITLE: Final = "guide.title"
SETTINGS: Final = "<!-- settings -->"  # where the table made from the settings goes


def layout(view: ViewState, store: Store) -> Component:
    """The page: three doors, then the three guides, each with its own contents beside it."""
    lang = view.lang
    doors = [html.A([html.Strong(text(f"guide.{name}", lang)), text(f"guide.{name}.what", lang)],
                    href=f"#{name}", className="card docs-door") for name in GUIDES]  # fmt: skip
    doors_label: dict[str, Any] = {"aria-label": text("guide.doors", lang)}
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("guide.lede", lang), className="lede")]),
            html.Nav(doors, className="grid-3 docs-doors", **doors_label),
            *(_guide(name, lang) for name in GUIDES),
            _glossary(store, lang),
        ],
        className="page docs-page",
    )


def _guide(name: str, lang: str) -> Component:
    source = guide(name, lang).replace(SETTINGS, settings_table(lang))
    title, *parts = headings(source, name)
    named: dict[str, Any] = {"aria-labelledby": name}
    beside = contents(parts, f"{text('docs.contents', lang)}: {title.words}")
    return html.Section(html.Div([beside, html.Div(prose(source, name), className="prose")], className="docs"), **named)


def _glossary(store: Store, lang: str) -> Component:
    """The reviewed words: each with what it must not be confused with, and who defines it."""
    terms: list[Component] = []
    for term in glossary(store, lang):
        confused = html.Span([html.B(text("guide.glossary.not", lang)), " ", term.confused])
        source = html.Span(f"{text('guide.glossary.source', lang)}: {term.source}", className="small muted")
        terms.append(html.Div([html.Dt(term.name), html.Dd([html.Span(term.means), confused, source])]))
    return html.Section(
        [html.H2(text("guide.glossary", lang), id="glossary"), html.Dl(terms, className="glossary")],
        **marks(aria_labelledby="glossary"),
    )
