"""What every office says: six messages, obstacles on both sides, the whole flow, and two governments side by side."""

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.charts import chart
from corridors.answers.ledger import ledger
from corridors.answers.messages import Message, messages
from corridors.answers.obstacles import SIDES, Obstacle, Shown, obstacles
from corridors.answers.printed import Printed
from corridors.answers.two_governments import Line, Quantity, label, quantities, said
from corridors.components.figure_card import figure_card
from corridors.components.marks import marks
from corridors.components.prose import Heading, contents, scrolling
from corridors.components.verdicts import claim_link
from corridors.model.cards import Card
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import publisher

PATH: Final = "/messages"
TITLE: Final = "messages.title"
PARTS: Final = (("list", "messages.list"), ("obstacles", "obstacle.title"), ("estimates", "messages.estimates"),
                ("governments", "governments.title"))  # fmt: skip
WAYS: Final = (("claims", "/claims"), ("dropped", "/no-longer"))


def layout(view: ViewState, store: Store) -> Component:
    """The page: the neutral sentence and the ways to the ledger, then four parts with a table of contents beside."""
    lang = view.lang
    body = [_messages(view, store), _obstacles(store, lang), _estimates(view, store), _governments(view, store)]
    parts = [Heading(anchor, 2, text(key, lang)) for anchor, key in PARTS]
    return html.Div(
        [
            html.Header(
                [
                    html.H1(text(TITLE, lang)),
                    html.P(text("messages.lede", lang), className="lede"),
                    html.Blockquote(
                        [
                            html.P(text("message.neutral", lang), className="neutral-words"),
                            html.P(text("messages.neutral.where", lang), className="muted small"),
                        ],
                        className="neutral",
                    ),
                    html.Div([_way(name, href, store, lang) for name, href in WAYS], className="grid-2 no-print"),
                ]
            ),
            html.Div([contents(parts, text("docs.contents", lang)), html.Div(body)], className="docs"),
        ],
        className="page docs-page messages",
    )


def _way(name: str, href: str, store: Store, lang: str) -> Component:
    what = text(f"messages.{name}.what", lang, count=len(ledger(store)))
    words: list[Any] = [html.Strong(text(f"messages.{name}", lang)), what]
    return html.A(words, href=href, className="card docs-door", **marks(data_nav="1"))


def _section(anchor: str, key: str, lang: str, note: str, content: Sequence[Component]) -> Component:
    title = html.H2(text(key, lang), id=anchor)
    return html.Section([title, html.P(note, className="muted measure"), *content], className="stack")


def _messages(view: ViewState, store: Store) -> Component:
    lang = view.lang
    found = messages(store)
    note = text("messages.count", lang, held=sum(one.holds for one in found), all=len(found))
    cards = html.Div([_message(one, store, lang) for one in found], className="message-list")
    return _section("list", "messages.list", lang, note, [cards])


def _message(one: Message, store: Store, lang: str) -> Component:
    title = one.title(lang)
    claims = [html.Li(claim_link(claim, store, lang)) for claim in one.claims]
    rests = html.Div([html.Span(text("messages.rests", lang), className="faint"), html.Ul(claims)], className="rests")
    if not one.holds:
        why = text("messages.held.why", lang, reason=one.reason(lang))
        held = html.Span(text("messages.held", lang), className="stamp")
        head = html.Header([html.H3(title), held])
        return html.Article([head, html.P(why, className="notice notice-warn"), rests],
                            id=one.id, className="card message is-held")  # fmt: skip
    copy = html.Button(
        text("messages.copy", lang), type="button", className="btn btn-small no-print",
        **marks(data_copy=one.citation(lang), aria_label=text("messages.copy_of", lang, title=title)),
    )  # fmt: skip
    position = [html.Span(text("messages.position", lang), className="stamp")] if one.position else []
    base: list[Any] = [html.B(text("messages.base", lang)), " ", one.base(lang)]
    return html.Article(
        [
            html.Header([html.H3(title), *position]),
            html.P(one.words(lang), className="message-words"),
            html.P(base, className="source"),
            _cited(one.cards, one.press, lang),
            html.Div([rests, copy], className="row row-between"),
        ],
        id=one.id,
        className="card message",
    )


def _cited(cards: Sequence[Card], press: frozenset[str], lang: str) -> Component:
    """The sources of some figures, each a link to its card."""
    listed = [html.Li(_source(card, card.id in press, lang)) for card in cards]
    return html.Ul(listed, className="cited source") if listed else html.Div()


def _source(card: Card, press: bool, lang: str) -> list[Any]:
    link = html.A(publisher(card, lang), href=f"/sources#{card.id}", **marks(data_nav="1"))
    stamp = html.Span(text("fig.card.via_press", lang), className="press", title=text("fig.card.via_press_long", lang))
    return [link, " ", stamp] if press else [link]


def _obstacles(store: Store, lang: str) -> Component:
    found = obstacles(store, lang)
    columns = [
        html.Div(
            [
                html.H3(text(f"obstacle.{side}", lang)),
                html.Ul([_obstacle(one, lang) for one in found if one.side == side], className="obstacle-list"),
            ],
            className="card",
        )
        for side in SIDES
    ]
    two = html.Div(columns, className="grid-2 obstacles")
    return _section("obstacles", "obstacle.title", lang, text("obstacle.lede", lang), [two])


def _obstacle(one: Obstacle, lang: str) -> Component:
    none = html.P(text("obstacle.none", lang), className="faint small")
    figures = [html.Li(_figure(shown, lang)) for shown in one.figures]
    return html.Li(
        [
            html.H4(text(f"obstacle.{one.id}.title", lang)),
            html.P(text(f"obstacle.{one.id}.body", lang)),
            html.Ul(figures, className="obstacle-figures") if figures else none,
        ]
    )


def _figure(shown: Shown, lang: str) -> list[Any]:
    found = shown.found
    words = [html.B(shown.value, className="num"), f" {text(f'obstacle.{shown.id}', lang)} "]
    return [*words, html.Span([shown.when, " · ", *_source(found.card, found.press, lang)], className="series-note")]


def _estimates(view: ViewState, store: Store) -> Component:
    card = figure_card(chart("flow_estimates", view, store), view.lang, encode(view))
    return _section("estimates", "messages.estimates", view.lang, text("messages.estimates.note", view.lang), [card])


def _governments(view: ViewState, store: Store) -> Component:
    lang = view.lang
    card = figure_card(chart("two_governments", view, store), lang, encode(view))
    content = [card, _table(quantities(store), store, lang)]
    return _section("governments", "governments.title", lang, text("governments.lede", lang), content)


def _table(found: Sequence[Quantity], store: Store, lang: str) -> Component:
    """One body a quantity: its title with what each side counts, its pairs, and the reason for the gap."""
    heads = [text(f"governments.{key}", lang) for key in ("quantity", "us", "mx")]
    head = html.Thead(html.Tr([html.Th(words, scope="col", className="num" if at else None)
                               for at, words in enumerate(heads)]))  # fmt: skip
    bodies = [html.Tbody(list(_rows(quantity, store, lang))) for quantity in found]
    title = text("governments.title", lang)
    caption = html.Caption(title, className="visually-hidden")
    return scrolling(html.Table([caption, head, *bodies], className="table governments"), title)


def _rows(quantity: Quantity, store: Store, lang: str) -> Sequence[Component]:
    key = f"governments.{quantity.id}"
    sides = [html.Td(text(f"{key}.{side}", lang), className="side") for side in SIDES]
    why: list[Any] = [html.B(text("governments.why", lang)), " ", text(f"{key}.reason", lang)]
    return [
        html.Tr([html.Th(text(f"{key}.title", lang), scope="rowgroup"), *sides]),
        *(_pair(line, quantity.unit, store, lang) for line in quantity.lines),
        html.Tr(html.Td(why, colSpan=3, className="reason")),
    ]


def _pair(line: Line, unit: str, store: Store, lang: str) -> Component:
    of = label(line, store, lang) or text("governments.whole", lang)
    cells = [html.Td(_side(one, unit, lang), className="num") for one in (line.us, line.mx)]
    return html.Tr([html.Th(of, scope="row"), *cells])


def _side(one: Printed | None, unit: str, lang: str) -> list[Any]:
    words = said(one, unit, lang)
    if one is None:
        return [html.Span(words, className="faint")]
    when = one.when or text("governments.no_period", lang)
    kind = text(f"fig.kind.{one.kind}", lang)
    return [html.Strong(words), html.Span([f"{when} · {kind} · ", *_source(one.card, one.press, lang)],
                                          className="series-note")]  # fmt: skip
