"""Parts of a lens: a figure with its rung, the table of laws, the ties, what changed, and the estimates apart."""

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.lens import RUNGS, Estimate, Figure, LawTable, Lens, Section, headline
from corridors.components.marks import marks
from corridors.components.prose import scrolling
from corridors.components.saying import disclosure
from corridors.model.view import SPLITS, ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from corridors.text.formats import number

NAV: Final[dict[str, Any]] = marks(data_nav="1")


def rungs(lang: str) -> Component:
    """The four rungs and their marks, from the nearest."""
    items = [html.Li([mark(rung), text(f"lens.rung.{rung}", lang)]) for rung in RUNGS]
    return html.Ul(items, className="lens-rungs", **marks(aria_label=text("lens.rungs", lang)))


def mark(rung: str) -> Component:
    """The mark of a rung; its words stand beside it."""
    return html.Span(className=f"rung-mark is-{rung}", **marks(aria_hidden="true"))


def numbers(found: Lens, lang: str, elsewhere: bool = False) -> Component:
    """The five numbers, each with its rung in words; each leads to its base and its card, in the sections below or,
    `elsewhere`, on the page of districts."""
    at = found.office.id.removeprefix("D-")
    items = [
        html.Li(
            [
                html.Strong(figure.value, className="num"),
                html.Span(figure.label),
                html.Span(
                    [text(f"lens.rung.{figure.rung}", lang), " · ", html.Span(figure.period, className="num")],
                    className="faint small",
                ),
                html.A(
                    text("card.open", lang),
                    href=f"{'/district' if elsewhere else ''}#{at}-{figure.id}",
                    **(NAV if elsewhere else marks(data_say=f"{at}-{figure.id}")),
                    **marks(aria_label=text("card.open_of", lang, title=figure.label)),
                ),
            ],
            className=f"is-{figure.rung}",
        )
        for figure in headline(found)
    ]
    return html.Ol(items, className="lens-numbers", **marks(aria_label=text("lens.numbers", lang)))


def section(found: Section, at: str, lang: str) -> Component:
    """The figures of one question. `at` names the office, for the anchors of a page of two."""
    title = html.H3(found.title, id=f"{at}-{found.id}")
    return html.Section(
        [title, html.Ul([_figure(figure, at, lang) for figure in found.figures], className="lens-figures")],
        className="lens-section",
    )


def _figure(figure: Figure, at: str, lang: str) -> Component:
    """One number: the value, what it counts, its rung and place, period and kind, base and source."""
    when = [figure.period] if figure.period else []
    kind = [text(f"fig.kind.{figure.kind}", lang)] if figure.raw is not None else []
    rung: list[Any] = [
        mark(figure.rung),
        text(f"lens.rung.{figure.rung}", lang),
        f": {figure.place}" if figure.value else "",
    ]
    return html.Li(
        [
            html.Span(figure.value or text("lens.rung.none", lang), className="lens-value num"),
            html.Div(
                [
                    html.P(figure.label, className="lens-label"),
                    html.P(
                        [html.Span(rung, className="lens-rung"), *(html.Span(part) for part in (*when, *kind))],
                        className="lens-meta",
                    ),
                    html.P([figure.base, *_sources(figure, lang)], className="source"),
                    disclosure(f"lens.{at}.{figure.id}", figure.label, lang),
                ]
            ),
        ],
        id=f"{at}-{figure.id}",
        className=f"lens-figure is-{figure.rung}",
        **marks(data_figure=figure.id),
    )


def _sources(figure: Figure, lang: str) -> list[Any]:
    """Where it was read, and what was read in a report that quotes it."""
    words: list[Any] = []
    for card in figure.cards:
        quoted = text("home.press", lang) if card.id in figure.press else ""
        words += [" ", html.A(cited(card, lang) + quoted, href=f"/sources#{card.id}", **NAV), "."]
    return words


def law_table(table: LawTable, at: str, lang: str) -> Component:
    """Named provisions: the states of the district, then their neighbours. No sum, no grade, no order by it."""
    title = text("lens.section.law", lang)
    heads = [
        html.Th(name, scope="col", className="is-own" if index < table.own else "")
        for index, (_, name) in enumerate(table.states)
    ]
    rows = [
        html.Tr([html.Th(law.words, scope="row"), *(_provision(value, lang) for value in law.values)])
        for law in table.rows
    ]
    made = html.Table(
        [
            html.Caption(title, className="visually-hidden"),
            html.Thead(html.Tr([html.Td(), *heads])),
            html.Tbody(rows, className="rates-laws"),
        ],
        className="table table-compact lens-law",
    )
    sources = "; ".join(cited(card, lang) for card in table.cards)
    return html.Section(
        [
            html.H3(title, id=f"{at}-law"),
            scrolling(made, title),
            html.P([table.base, " ", text("lens.law.beside", lang), " ", sources, "."], className="source"),
        ],
        className="lens-section",
    )


def _provision(value: bool | None, lang: str) -> Component:
    key = {True: "yes", False: "no", None: "missing"}[value]
    words = html.Span(text(f"home.rates.{key}", lang))
    return html.Td([html.Span(className=f"mark is-{key}"), words], className="provision")


def ties(found: Lens, view: ViewState, at: str) -> Component:
    """The Mexican states that the district is tied to, each leading to the evidence of both ends."""
    lang = view.lang
    items = []
    for tie in found.tied:
        count = number(tie.count, lang) if tie.count is not None else "–"
        href = f"/evidence?lens={found.office.id.removeprefix('D-')}&o=&d={tie.place}"
        words: list[Any] = [html.A(tie.name, href=href, **NAV), " ", html.Span(tie.base, className="faint")]
        items.append(html.Li([html.Span(count, className="lens-value num"), html.Span(words)], className="lens-tie"))
    shown = html.Ul(items, className="lens-ties") if items else html.P(text("lens.tied.none", lang), className="muted")
    return html.Section([html.H3(text("lens.tied", lang), id=f"{at}-tied"), shown], className="lens-section")


def changes(found: Lens, at: str, lang: str) -> Component:
    """What changed: this edition, the laws of the last years, restated counts."""
    items = [html.Li(line) for line in found.changed]
    more = html.A(text("lens.changed.more", lang), href="/changes", **NAV)
    title = html.H3(text("lens.changed", lang), id=f"{at}-changed")
    return html.Section([title, html.Ul(items, className="lens-changed"), html.P(more)], className="lens-section")


def estimates(found: tuple[Estimate, ...], view: ViewState, store: Store, at: str) -> Component:
    """The switch of the split, off unless the address says otherwise, and the estimates inside a marked frame."""
    lang = view.lang
    options = []
    for by in ("", *SPLITS):
        href = f"/district?{encode(ViewState(lang=lang, lens=view.lens, split=by))}" + ("" if by else "&split=")
        current = marks(aria_current="true") if by == view.split else {}
        words = text(f"lens.split.{by or 'off'}", lang)
        options.append(html.Li(html.A(words, href=href, className="btn btn-small", **NAV, **current)))
    body: list[Component] = [
        html.H3(text("lens.split", lang), id=f"{at}-split"),
        html.P(text("lens.split.note", lang), className="muted measure"),
        html.Ul(options, className="lens-switch", **marks(aria_label=text("lens.split", lang))),
    ]
    if view.split:
        body.append(_estimated(found, view, store))
    return html.Section(body, className="lens-section lens-split")


def _estimated(found: tuple[Estimate, ...], view: ViewState, store: Store) -> Component:
    lang = view.lang
    if not found:
        key = "lens.split.nothing" if view.split == "people" or store.has("ffl_county_month") else "lens.split.list"
        return html.P(text(key, lang), className="notice")
    items = [
        html.Li(
            [
                html.Span(one.value, className="lens-value num"),
                html.Div(
                    [
                        html.P(one.label, className="lens-label"),
                        html.P([one.period, " · ", text("fig.kind.modelled", lang)], className="lens-meta"),
                        html.P([one.assumption, " ", one.error], className="source"),
                    ]
                ),
            ],
            className="lens-figure is-modelled",
        )
        for one in found
    ]
    stamp = html.P(text("estimate.stamp", lang), className="lens-stamp")
    return html.Div([stamp, html.Ul(items, className="lens-figures")], className="lens-estimate")
