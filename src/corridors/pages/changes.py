"""What changed: figures that publishers restated, the editions of our data, and how fresh each source is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors import history
from corridors.answers.changes import Entry, Figure, Restatement, entries, restatements
from corridors.answers.chart import spoken_date
from corridors.answers.freshness import Freshness, Series, covered_to, freshness
from corridors.answers.quantities import importer, quantity
from corridors.answers.wording import brought
from corridors.components.marks import marks
from corridors.components.prose import Heading, contents, scrolling
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import cards, text
from corridors.text.formats import day, number, percent, period

PATH: Final = "/changes"
TITLE: Final = "changes.title"
RESTATED: Final = "restated"
HISTORY: Final = "editions"
FRESH: Final = "freshness"
_NONE: Final = "–"


def layout(view: ViewState, store: Store) -> Component:
    """The page: restatements, then our editions, then freshness, with a table of contents beside them."""
    lang = view.lang
    parts = [
        Heading(anchor, 2, text(f"changes.{key}.title", lang))
        for anchor, key in ((RESTATED, "restated"), (HISTORY, "history"), (FRESH, "fresh"))
    ]
    body = [_restated(view, store), _history(view, store), _fresh(freshness(store), store, lang)]
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("changes.lede", lang), className="lede")]),
            html.Div([contents(parts, text("docs.contents", lang)), html.Div(body)], className="docs"),
        ],
        className="page docs-page changes",
    )


def _section(anchor: str, key: str, lang: str, content: Sequence[Any], **said: object) -> Component:
    title = html.H2(text(f"changes.{key}.title", lang), id=anchor)
    note = html.P(text(f"changes.{key}.note", lang, **said), className="muted measure")
    return html.Section([title, note, *content], className="stack")


def _restated(view: ViewState, store: Store) -> Component:
    lang = view.lang
    found = restatements(view, store)
    none = [] if found else [html.P(text("changes.restated.none", lang))]
    return _section(RESTATED, "restated", lang, [*none, *(_restatement(one, lang) for one in found)])


def _restatement(one: Restatement, lang: str) -> Component:
    what = quantity(one.measure, lang)
    steps: list[Any] = []
    for at, figure in enumerate(one.figures):
        steps += [html.Span("→", className="change-arrow")] if at else []
        steps.append(html.Strong(_value(figure.value, lang)))
    # One reading is not later than another of the same edition: no arrow, no difference.
    if one.kind == "readings":
        steps = [html.Strong(" / ".join(_value(figure.value, lang) for figure in one.figures))]
    return html.Article(
        [
            html.Header(
                [
                    html.H3([html.Span(period(*one.years), className="change-years"), " ", what]),
                    html.Span(text(f"changes.kind.{one.kind}", lang), className="stamp"),
                ]
            ),
            html.P(steps, className="change-values"),
            *([html.P(_difference(one, lang), className="small")] if one.kind == "editions" else []),
            html.Ul([html.Li(_figure(figure, lang)) for figure in one.figures], className="change-figures"),
        ],
        className="card change-card",
    )


def _figure(figure: Figure, lang: str) -> list[Any]:
    """A value, its edition, when it was published, and its source with a link to the card."""
    words: list[Any] = [html.B(_value(figure.value, lang)), f" · {figure.edition}"]
    if figure.published:
        words.append(f" · {text('changes.published', lang, published=spoken_date(figure.published, lang))}")
    href = f"/sources#{figure.card.id}"
    words += [" · ", html.A(cards.publisher(figure.card, lang), href=href, **marks(data_nav="1"))]
    if figure.via_press:
        press = text("sources.press", lang)
        words += [" ", html.Span(press, className="stamp", title=text("sources.press.why", lang))]
    return [*words, html.Span(figure.document, className="change-document", lang="en")]


def _difference(one: Restatement, lang: str) -> str:
    of_it = percent(one.percent, lang, 1) if one.percent == one.percent else _NONE
    return text("changes.difference", lang, difference=_signed(one.difference, lang), percent=_plus(of_it, one.percent))


def _history(view: ViewState, store: Store) -> Component:
    lang = view.lang
    found = [one for one in entries(view, store) if one.edition.number != history.SHIPPED]
    none = [] if found else [html.P(text("changes.history.none", lang), className="notice")]
    back = html.P([text("changes.back", lang), " ", html.Code("corridors rollback")], className="small")
    steps = [*([back] if found else []), *_steps(store, lang)]
    return _section(HISTORY, "history", lang, [*none, *(_edition(one, view) for one in found), *steps])


def _edition(entry: Entry, view: ViewState) -> Component:
    edition, lang = entry.edition, view.lang
    place = html.Span(text(f"changes.place.{entry.place}", lang), className=f"stamp place-{entry.place}")
    title = text("changes.edition", lang, number=edition.number)
    counts = {name: number(getattr(edition, name), lang) for name in ("added", "removed", "restated", "relabelled")}
    then = replace(view, as_of=edition.accepted[:10])
    facts: list[tuple[str, Any]] = [
        ("accepted", _accepted(entry, lang)),
        ("source", importer(edition.source, lang)),
        ("what", brought(edition.edition, edition.partition, lang)),
        ("printed", spoken_date(edition.published, lang) or text("changes.unsaid", lang)),
        ("sha", [edition.file, " ", html.Code(edition.sha256, className="hash")]),
        ("rows", text("changes.counts", lang, **counts)),
        ("warnings", _warnings(entry, lang)),
    ]
    shown = [
        html.Div([html.Dt(text(f"changes.{key}", lang)), html.Dd(words)], className=f"fact-{key}")
        for key, words in facts
        if words
    ]
    csv = html.A(
        text("changes.cells.csv", lang, number=edition.number),
        href=f"download/changes-{edition.number:04d}.csv?{encode(view)}",
        download=f"corridors-changes-{edition.number:04d}.csv",
    )
    link = html.A(text("changes.show_then", lang), href=f"/?{encode(then)}", **marks(data_nav="exact"))
    content = [html.Header([html.H3(title), place]), html.Dl(shown), *_totals(entry, lang), *_cells(entry, lang)]
    return html.Article([*content, html.P([csv, link], className="row small")], className="card change-card edition")


def _accepted(entry: Entry, lang: str) -> Component:
    moment = entry.edition.moment
    words = text("changes.accepted_by", lang, moment=_moment(moment, lang), by=entry.edition.by) if moment else ""
    return html.Time(words, dateTime=entry.edition.accepted)


def _warnings(entry: Entry, lang: str) -> Component | str:
    said = [html.Li(warning[lang]) for warning in entry.edition.warnings]
    return html.Ul(said) if said else ""


def _totals(entry: Entry, lang: str) -> list[Component]:
    """The file's own totals, and what the data had in their place before."""
    edition = entry.edition
    rows = [
        [quantity(name, lang), *_pair(edition.before.get(name), after, lang)] for name, after in edition.totals.items()
    ]
    heads = [text(f"changes.{key}", lang) for key in ("total", "before", "after", "change")]
    title = text("changes.totals.title", lang, number=edition.number)
    return [_table(title, heads, rows, 1)] if rows else []


def _pair(before: float | None, after: float, lang: str) -> list[str]:
    if before is None:
        return [_NONE, _value(after, lang), _NONE]
    return [_value(before, lang), _value(after, lang), _signed(after - before, lang)]


def _cells(entry: Entry, lang: str) -> list[Component]:
    if not entry.cells:
        return []
    rows = [
        [[cell.quantity, html.Span(cell.table, className="series-note")], cell.before, cell.after]
        for cell in entry.cells
    ]
    heads = [text(f"changes.{key}", lang) for key in ("quantity", "before", "after")]
    title = text("changes.cells.title", lang, number=entry.edition.number)
    found = [html.Summary(title), _table(title, heads, rows, 1)]
    if entry.more:
        found.append(html.P(text("changes.cells.more", lang, count=number(entry.more, lang)), className="small muted"))
    return [html.Details(found, open=entry.place == "current")]


def _steps(store: Store, lang: str) -> list[Component]:
    """Every line of the journal, the last first."""
    lines = history.journal(store.state)
    rows = [
        [
            html.Time(_moment(datetime.fromisoformat(line["when"]), lang), dateTime=line["when"]),
            line["who"],
            text(f"changes.step.{line['action']}", lang),
            line.get("file") or _NONE,
            str(line["current"]),
        ]
        for line in reversed(lines)
    ]
    heads = [text(f"changes.steps.{key}", lang) for key in ("when", "who", "what", "file", "current")]
    title = text("changes.steps.title", lang)
    return [html.Details([html.Summary(title), _table(title, heads, rows, 4)])] if rows else []


def _fresh(fresh: Freshness, store: Store, lang: str) -> Component:
    today = day(fresh.today, lang)
    rows = [_series(one, fresh, lang) for one in fresh.series]
    heads = [
        text(f"changes.fresh.{key}", lang) for key in ("series", "state", "covers", "expected", "printed", "taken")
    ]
    rest = len(store.cards()) - sum(len(one.fact.ids) for one in fresh.series)
    content = [
        *(_clock(fresh, today, lang) if fresh.clock else []),
        html.P(" ".join(_summary(fresh, lang)), className="measure"),
        _table(text("changes.fresh.title", lang), heads, rows, len(heads)),
        html.P(text("changes.fresh.rest", lang, count=rest), className="small muted"),
    ]
    return _section(FRESH, "fresh", lang, content, day=today)


def _clock(fresh: Freshness, today: str, lang: str) -> list[Component]:
    return [html.P(text(f"changes.clock.{fresh.clock}", lang, day=today), className="notice notice-warn")]


def _summary(fresh: Freshness, lang: str) -> list[str]:
    """The account in sentences."""
    taken = fresh.imported
    said = [text("changes.fresh.shipped", lang)]
    if taken and taken.moment:
        said = [text("changes.fresh.imported", lang, moment=_moment(taken.moment, lang), number=taken.number)]
    said.append(text("changes.fresh.newest", lang, published=spoken_date(fresh.published, lang)))
    if fresh.late:
        said.append(text("changes.fresh.late", lang, count=len(fresh.late), all=len(fresh.series)))
    if fresh.next and fresh.next.expected:
        name = fresh.next.fact.line.name[lang == "es"]
        said.append(text("changes.fresh.next", lang, name=name, day=day(fresh.next.expected, lang)))
    return said


def _series(one: Series, fresh: Freshness, lang: str) -> list[Any]:
    line, card = one.fact.line, one.fact.card
    expected = {"ended": text("changes.fresh.ended", lang), "irregular": text("changes.fresh.unknown", lang)}
    name = html.A(line.name[lang == "es"], href=f"/sources#{card.id}", **marks(data_nav="1"))
    chip = html.Span(text(f"changes.state.{one.state}", lang), className=f"state state-{one.state}")
    return [
        [
            name,
            html.Span(
                [line.note[lang == "es"], f" {text(f'changes.basis.{line.basis}', lang)}"], className="series-note"
            ),
        ],
        # Without a clock nothing is judged.
        _NONE if fresh.clock and one.expected else chip,
        spoken_date(covered_to(one.fact), lang),
        day(one.expected, lang) if one.expected else expected[one.state],
        spoken_date(cards.published(card, lang), lang) or text("changes.unsaid", lang),
        day(one.imported, lang) if one.imported else text("changes.fresh.origin", lang),
    ]


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[Any]], first_number: int) -> Component:
    """A table with a name; the columns from `first_number` on hold numbers."""
    css = ["num" if at >= first_number else None for at in range(len(heads))]
    columns = [
        html.Th(words, scope="col", className=name, role="columnheader") for words, name in zip(heads, css, strict=True)
    ]
    # Roles are said: a browser forgets them where the style of a small screen shows a row as a list.
    head = html.Tr(columns, role="row")
    body = [
        html.Tr(
            [
                html.Th(row[0], scope="row", role="rowheader"),
                *(
                    html.Td(html.Span(cell), className=name, role="cell", **marks(data_label=words))
                    for words, cell, name in zip(heads[1:], row[1:], css[1:], strict=True)
                ),
            ],
            role="row",
        )
        for row in rows
    ]
    caption = html.Caption(title, className="visually-hidden")
    groups = [caption, html.Thead(head, role="rowgroup"), html.Tbody(body, role="rowgroup")]
    return scrolling(html.Table(groups, className="table table-compact listed", role="table"), title)


def _moment(moment: datetime, lang: str) -> str:
    return f"{day(moment.date(), lang)}, {moment:%H:%M} UTC"


def _value(value: float, lang: str) -> str:
    return number(value, lang, 0 if float(value).is_integer() else 1)


def _signed(value: float, lang: str) -> str:
    return _plus(_value(value, lang), value)


def _plus(words: str, value: float) -> str:
    return f"+{words}" if value > 0 else words
