"""The map of both countries with what must stand beside it: key, source line, list and table."""

from dataclasses import replace
from typing import Any, Final

from dash import dcc, html
from dash.development.base_component import Component

from corridors.answers.both import both_data, ends, line, order_line, source_line
from corridors.answers.chart import Context
from corridors.answers.home import Flow, flows
from corridors.answers.synthetic import stamped
from corridors.components.export_button import export_button
from corridors.components.marks import marks
from corridors.components.prose import scrolling
from corridors.components.saying import disclosure
from corridors.figures.both import both_map as figure
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent

ID: Final = "map-both"
FRAME: Final = "frame-both"
CONFIG: Final[Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}


def both_map(view: ViewState, store: Store) -> Component:
    """The map as a figure of the page; `data-flow` on list items ties them to the shapes for `assets/js/55-both.js`."""
    lang = view.lang
    named: dict[str, Any] = {"aria-label": text("home.both.aria", lang)}
    # A district is drawn by its states: the map has no other shape of it.
    shown = replace(view, origins=Context("both", view, store).states("origin"))
    drawn = stamped(figure(both_data(store, lang), shown), store, lang)
    graph = dcc.Graph(id=ID, figure=drawn, config=CONFIG, className="both-graph", responsive=True)
    drawing = html.Div(graph, className="both-drawing", role="img", **named)
    return html.Figure(
        [
            html.Div([drawing, _key(store, lang)], className="both-frame", id=FRAME),
            html.Figcaption(source_line(store, lang), className="source"),
            _details(view, store),
            disclosure("map-both", text("home.both.title", lang), lang),
            html.P(_files(view), className="both-files"),
        ],
        className="both",
        **marks(data_figure="map-both"),
    )


def _files(view: ViewState) -> list[Any]:
    """The table of the map as a file, and the menu of the others."""
    title = text("home.both.title", view.lang)
    named: dict[str, Any] = marks(aria_label=text("fig.card.csv_of", view.lang, title=title))
    href = f"download/{ID}.csv?{encode(view)}"
    file = html.A(text("fig.card.csv", view.lang), href=href, download=f"corridors-{ID}.csv", **named)
    return [file, " ", export_button(FRAME, title, view.lang)]


def _key(store: Store, lang: str) -> Component:
    rest = number(store.cube["flows"]["other_pairs"], lang)
    items = [
        html.Li([html.Span(className=f"both-swatch is-{role}"), text(f"home.both.key.{role}", lang, count=rest)])
        for role in ("source", "pair", "rest")
    ]
    return html.Ul(items, className="both-key")


def _details(view: ViewState, store: Store) -> Component:
    lang = view.lang
    return html.Details(
        [
            html.Summary(text("home.both.list", lang)),
            html.Ol([_item(view, store, flow) for flow in flows(store.cube)], className="both-list"),
            html.P(order_line(store, lang), className="small"),
            scrolling(_table(store, lang), text("home.both.title", lang)),
            html.P(text("home.both.boundaries", lang), className="source"),
        ],
        className="both-details",
        **marks(data_table="both"),
    )


def _item(view: ViewState, store: Store, flow: Flow) -> Component:
    """A line that, focused, lights its shape, and that leads to the evidence where a place of its own is behind it."""
    words = line(store, flow, view.lang)
    flowed = marks(data_flow=flow.id)
    if not flow.origin:
        return html.Li(html.Span(words, tabIndex=0), **flowed)
    chosen = replace(view, origins=(flow.origin,), destinations=(flow.destination,) if flow.destination else ())
    return html.Li(html.A(words, href=f"/evidence?{encode(chosen)}", **_NAV), **flowed)


def _table(store: Store, lang: str) -> Component:
    heads = ("from", "to", "guns", "share", "base", "kind")
    numeric = ("guns", "share", "base")
    head = [
        html.Th(text(f"home.both.col.{column}", lang), scope="col", className="num" if column in numeric else "")
        for column in heads
    ]
    rows = []
    for flow in flows(store.cube):
        origin, destination = ends(store, flow, lang)
        figures = (number(flow.count, lang), percent(flow.share, lang, 1), number(flow.base, lang))
        rows.append(
            html.Tr(
                [
                    html.Th(origin, scope="row"),
                    html.Td(destination),
                    *(html.Td(value, className="num") for value in figures),
                    html.Td(text(f"home.both.{flow.kind}", lang)),
                ]
            )
        )
    rows.append(_unknown(store, lang))
    caption = html.Caption(text("home.both.title", lang))
    return html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)], className="table")


def _unknown(store: Store, lang: str) -> html.Tr:
    """The guns whose state of recovery is not known: the difference between the two bases."""
    data = store.cube["flows"]
    share = percent(100 * data["unknown_recovery"] / data["traced"], lang, 1)
    figures = (number(data["unknown_recovery"], lang), share, number(data["traced"], lang))
    return html.Tr(
        [
            html.Th(text("home.both.unknown", lang), scope="row"),
            html.Td(text("home.both.mexico", lang)),
            *(html.Td(value, className="num") for value in figures),
            html.Td(text("home.both.derived", lang)),
        ]
    )
