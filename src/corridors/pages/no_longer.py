"""What we no longer say: claims that the facts deny or replaced, why, and what may be said instead."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.claims_list import no_longer
from corridors.answers.instead import instead
from corridors.answers.ledger import Entry
from corridors.components.marks import marks
from corridors.components.prose import Heading, contents
from corridors.components.verdicts import badge, claim_name
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

PATH: Final = "/no-longer"
TITLE: Final = "dropped.title"
UNDER: Final = "/messages"


def layout(view: ViewState, store: Store) -> Component:
    """The page: a section a verdict, the gravest first, each claim with its reason and its replacement."""
    lang, found = view.lang, no_longer(store)
    parts = [Heading(verdict, 2, text(f"dropped.{verdict}", lang)) for verdict in found]
    body = [_section(verdict, entries, store, lang) for verdict, entries in found.items()]
    empty = [] if found else [html.P(text("dropped.empty", lang), className="notice")]
    back = html.A(text("dropped.all", lang), href="/claims", **marks(data_nav="1"))
    return html.Div(
        [
            html.Header(
                [html.H1(text(TITLE, lang)), html.P(text("dropped.lede", lang), className="lede"), html.P(back)]
            ),
            *empty,
            html.Div([contents(parts, text("docs.contents", lang)), html.Div(body)], className="docs"),
        ],
        className="page docs-page claims",
    )


def _section(verdict: str, entries: tuple[Entry, ...], store: Store, lang: str) -> Component:
    listed = html.Ul([_claim(one, store, lang) for one in entries], className="claim-list")
    return html.Section([html.H2(text(f"dropped.{verdict}", lang), id=verdict), listed], className="stack")


def _claim(one: Entry, store: Store, lang: str) -> Component:
    id = html.A(claim_name(one.id, lang), href=f"/claims#{one.id}", className="claim-id", **marks(data_nav="1"))
    words = instead(one, store, lang)
    rows = [
        ("was", one.gist(lang), "claim-was"),
        ("why", one.reason(lang), None),
        ("instead", words or text("dropped.nothing", lang), "claim-instead" if words else "faint"),
    ]
    said = html.Dl(
        [html.Div([html.Dt(text(f"dropped.{name}", lang)), html.Dd(said, className=css)]) for name, said, css in rows]
    )
    return html.Li([html.Header([badge(one.verdict, lang), id]), said], className="card claim")
