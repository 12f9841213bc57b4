"""The ledger of claims: each with its verdict, its evidence and its reason; filtered and sorted in the browser."""

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.claims_list import VERDICTS, counts, section, values
from corridors.answers.ledger import Entry, faults, ledger
from corridors.components.marks import marks
from corridors.components.verdicts import badge, claim_name
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import publisher

PATH: Final = "/claims"
TITLE: Final = "ledger.title"
UNDER: Final = "/messages"
SORTS: Final = ("place", "verdict")
Options = Sequence[tuple[str, str]]


def layout(view: ViewState, store: Store) -> Component:
    """The page: how many claims have which verdict, the tools, and the list (`assets/js/61-claims.js` works on it)."""
    lang, entries = view.lang, ledger(store)
    return html.Div(
        [
            html.Header(
                [
                    html.H1(text(TITLE, lang)),
                    html.P(text("ledger.lede", lang), className="lede"),
                    html.P(text("ledger.rule", lang), className="muted measure"),
                    *(_fault(fault, lang) for fault in faults(store, lang)),
                    _counts(entries, lang),
                    _ways(view),
                ]
            ),
            html.Div(
                [
                    _tools(entries, lang),
                    html.H2(text("ledger.list", lang), className="visually-hidden"),
                    html.Ol([_claim(at, one, store, lang) for at, one in enumerate(entries)],
                            id="claims-list", className="claim-list"),
                ],
                className="stack",
            ),
        ],
        className="page docs-page claims",
    )  # fmt: skip


def _fault(fault: str, lang: str) -> Component:
    """A user's file that could not be read: what is wrong, where."""
    return html.P(text("ledger.fault", lang, fault=fault), className="notice notice-warn")


def _counts(entries: tuple[Entry, ...], lang: str) -> Component:
    """How many claims have each verdict; a verdict pressed shows its claims alone."""
    listed = [
        html.Li(
            html.Button(
                [html.B(str(count), className="num"), " ", badge(verdict, lang)],
                type="button",
                **marks(data_verdict_to=verdict, aria_pressed="false"),
            )
        )
        for verdict, count in counts(entries).items()
    ]
    return html.Ul(listed, className="claim-counts")


def _ways(view: ViewState) -> Component:
    lang = view.lang
    csv = html.A(text("ledger.csv", lang), href=f"download/claims.csv?{encode(view)}", download="corridors-claims.csv")
    ways = [("ledger.to_dropped", "/no-longer"), ("ledger.back", UNDER)]
    links = [html.A(text(key, lang), href=href, **marks(data_nav="1")) for key, href in ways]
    items = [html.Li(link) for link in (*links, csv)]
    return html.Nav(
        html.Ul(items), className="line-of-links small no-print", **marks(aria_label=text("ledger.tools", lang))
    )


def _tools(entries: tuple[Entry, ...], lang: str) -> Component:
    """The fields of the filter, a status that says how many claims are shown."""
    every = ("", text("ledger.all", lang))
    any_verdict = ("", text("ledger.all_documents", lang))
    verdicts = [(one, text(f"verdict.{one}", lang)) for one in VERDICTS]
    sections = [(one, one) for one in dict.fromkeys(map(section, entries))]
    documents = list({entry.document: entry.title for entry in entries}.items())
    fields = [
        # The script makes the field: Dash has no plain one.
        html.Div(id="claims-search", className="field is-wide", **marks(data_search=text("ledger.query", lang))),
        _field(
            "verdict", _select("verdict", [any_verdict, ("no-longer", text("ledger.no_longer", lang)), *verdicts]), lang
        ),
        _field("section", _select("section", [every, *sections]), lang),
        _field("sort", _select("sort", [(one, text(f"ledger.sort.{one}", lang)) for one in SORTS]), lang),
    ]
    if len(documents) > 1:
        found = [("", text("ledger.all_documents", lang)), *documents]
        fields.append(_field("document", _select("document", found), lang))
    told = html.P(id="claims-told", className="claim-told small muted", role="status",
                  **marks(data_found=text("ledger.found", lang)))  # fmt: skip
    named = marks(aria_label=text("ledger.tools", lang))
    return html.Div([*fields, told], id="claims-tools", className="claim-tools no-print", role="search", **named)


def _field(name: str, control: Component, lang: str) -> Component:
    label = html.Label(text(f"ledger.{name}", lang), htmlFor=f"claims-{name}", className="label")
    return html.Div([label, control], className="field")


def _select(name: str, options: Options) -> Component:
    listed = [html.Option(words, value=value) for value, words in options]
    return html.Select(listed, id=f"claims-{name}", className="select")


def _claim(at: int, one: Entry, store: Store, lang: str) -> Component:
    data = marks(data_verdict=one.verdict, data_section=section(one), data_document=one.document, data_at=at,
                 data_rank=VERDICTS.index(one.verdict))  # fmt: skip
    head = html.Header(
        [
            html.H3([html.Span(claim_name(one.id, lang), className="claim-id"), one.gist(lang)]),
            *_nature(one, lang),
            badge(one.verdict, lang),
        ]
    )
    details = html.Details([html.Summary(text("ledger.evidence", lang)), _facts(one, store, lang)])
    return html.Li([head, html.P(one.reason(lang)), details], id=one.id, className="card claim", **data)


def _nature(one: Entry, lang: str) -> list[Component]:
    """The mark of a sentence that is no statement of fact: a law, a judgement, a forecast, a position."""
    return [] if one.nature == "fact" else [html.Span(text(f"ledger.nature.{one.nature}", lang), className="stamp")]


def _facts(one: Entry, store: Store, lang: str) -> Component:
    """Where a claim stands, its figure, what checks it, what the facts say, and their sources."""
    rows: list[tuple[str, Any]] = [
        ("id", html.Code(one.id)),
        ("document", html.Span(one.title, lang="en")),
        ("place", html.Span(one.place, lang="en")),
        ("figure", one.figure),
        ("evidence", html.Code(one.evidence) if one.evidence else ""),
        ("values", values(one, lang)),
        ("sources", _sources(one, store, lang)),
        ("as_of", one.as_of),
    ]
    return html.Dl(
        [html.Div([html.Dt(text(f"ledger.col.{name}", lang)), html.Dd(words)]) for name, words in rows if words]
    )


def _sources(one: Entry, store: Store, lang: str) -> Component | str:
    cards = store.cards()
    listed = [
        html.Li(html.A(f"{publisher(cards[id], lang)} ({id})", href=f"/sources#{id}", **marks(data_nav="1")))
        if id in cards else html.Li(id)
        for id in one.sources
    ]  # fmt: skip
    return html.Ul(listed, className="cited") if listed else ""
