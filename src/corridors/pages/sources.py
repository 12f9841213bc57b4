"""The sources: what every layer covers, and one card for each document that a figure comes from."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.analysis.slices import runs
from corridors.answers.chart import spoken_date
from corridors.answers.home import acronym
from corridors.answers.sources import LAWS, THEME_OF, Layer, Part, Source, layers, sources
from corridors.components.prose import Heading, contents, link, scrolling
from corridors.components.years import Run, listed, strip
from corridors.model.measures import BY_ID, LAW_VARIABLES
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import cards, text

PATH: Final = "/sources"
TITLE: Final = "sources.title"
COVERAGE: Final = "coverage"  # anchor of the table of years
MANY: Final = 3  # more sources than these are named by their theme


def layout(view: ViewState, store: Store) -> Component:
    """The page: the table of years, then the cards by theme, with a table of contents beside them."""
    lang = view.lang
    found = sources(store)
    first, last = store.cube["years"]
    span = (int(first), int(last))
    themes = {theme: tuple(group) for theme, group in groupby(found, key=lambda source: source.theme)}
    parts = [
        Heading(COVERAGE, 2, text("sources.coverage.title", lang)),
        *(Heading(f"theme-{theme}", 3, text(f"sources.theme.{theme}", lang)) for theme in themes),
    ]
    body = [
        _coverage(layers(store), {source.card.id: acronym(source.card, lang) for source in found}, span, lang),
        html.Section(
            [
                html.H2(text("sources.list.title", lang)),
                *(_theme(theme, group, span, lang) for theme, group in themes.items()),
            ]
        ),
    ]
    return html.Div(
        [
            _intro(found, store, lang),
            html.Div([contents(parts, text("docs.contents", lang)), html.Div(body)], className="docs"),
        ],
        className="page docs-page",
    )


def _intro(found: Sequence[Source], store: Store, lang: str) -> Component:
    press = sum(source.card.via_press for source in found)
    counts = text("sources.count", lang, sources=len(found), press=press, version=store.data_version)
    return html.Header(
        [
            html.H1(text(TITLE, lang)),
            html.P(text("sources.lede", lang), className="lede"),
            html.P([counts, " ", text("sources.offline", lang)], className="muted small measure"),
        ]
    )


def _coverage(found: Sequence[Layer], names: Mapping[str, str], span: Run, lang: str) -> Component:
    columns = ("layer", "first", "last", "years", "source")
    titles = [text(f"sources.coverage.{name}", lang, first=span[0], last=span[1]) for name in columns]
    head = html.Thead(html.Tr([html.Th(words, scope="col") for words in titles]))
    bodies = [
        html.Tbody(
            [
                html.Tr(html.Th(text(f"sources.coverage.{group}", lang), scope="rowgroup", colSpan=len(columns))),
                *(_layer(layer, names, span, lang) for layer in rows),
            ]
        )
        for group, rows in groupby(found, key=lambda layer: layer.group)
    ]
    title = text("sources.coverage.title", lang)
    return html.Section(
        [
            html.H2(title, id=COVERAGE),
            html.P(text("sources.coverage.note", lang), className="muted measure"),
            scrolling(html.Table([head, *bodies], className="table coverage"), title),
        ],
        className="stack",
    )


def _layer(layer: Layer, names: Mapping[str, str], span: Run, lang: str) -> Component:
    return html.Tr(
        [
            html.Th(_layer_name(layer, lang), scope="row"),
            html.Td(layer.years[0], className="num"),
            html.Td(layer.years[-1], className="num"),
            html.Td(strip(runs(layer.years), span, lang, layer.family), className="years-cell"),
            html.Td(_rests_on(layer, names, lang)),
        ]
    )


def _rests_on(layer: Layer, names: Mapping[str, str], lang: str) -> Component:
    """Links to the cards of a layer; many are one link to their theme."""
    if len(layer.sources) > MANY:
        words = text("sources.coverage.many", lang, count=len(layer.sources))
        return html.A(words, href=f"#theme-{THEME_OF[layer.id]}")
    links = [html.A(names.get(source, source), href=f"#{source}", title=source) for source in layer.sources]
    return html.Ul([html.Li(one) for one in links], className="ids")


def _layer_name(layer: Layer, lang: str) -> str:
    if layer.id == LAWS:
        return text("sources.coverage.laws", lang, count=len(LAW_VARIABLES))
    return _table_name(layer.id, lang) if layer.group == "tables" else text(f"measure.{layer.id}.name", lang)


def _table_name(table: str, lang: str) -> str:
    return text(f"sources.table.{table}", lang)


def _theme(theme: str, found: Sequence[Source], span: Run, lang: str) -> Component:
    anchor = f"theme-{theme}"
    named: dict[str, Any] = {"aria-labelledby": anchor}
    listing = html.Div([_card(source, span, lang) for source in found], className="source-list")
    title = html.H3(text(f"sources.theme.{theme}", lang), id=anchor)
    return html.Section([title, listing], className="sources-theme", **named)


def _card(source: Source, span: Run, lang: str) -> Component:
    card = source.card
    press = html.Span(text("sources.press", lang), className="stamp", title=text("sources.press.why", lang))
    title = html.H4([cards.publisher(card, lang), *([" ", press] if card.via_press else ())])
    return html.Article(
        [
            html.Header([title, html.Span(card.id, className="id")]),
            html.P(cards.document(card, lang), className="document"),
            html.P(card.caveat(lang), className="small muted"),
            html.Dl([_fact(name, words, lang) for name, words in _facts(source, span, lang) if words]),
        ],
        id=card.id,
        className="card source-card",
    )


def _fact(name: str, words: Any, lang: str) -> Component:
    return html.Div([html.Dt(text(f"sources.{name}", lang)), html.Dd(words)], className=f"fact-{name}")


def _facts(source: Source, span: Run, lang: str) -> tuple[tuple[str, Any], ...]:
    """What a card says, in order; what it does not have is empty."""
    card = source.card
    covered = runs(source.years)
    return (
        ("published", cards.published(card, lang)),
        ("years", [listed(covered), strip(covered, span, lang)] if covered else ""),
        ("licence", cards.licence(card, lang)),
        ("redistribute", text(f"sources.redistribute.{card.redistribute}", lang)),
        ("editions", _names([_edition(line, lang) for line in source.editions])),
        ("measures", _names(_measure_names(source.measures, lang))),
        ("tables", _names([_table_name(table, lang) for table in source.tables])),
        ("original", link(card.url, card.url) if card.url else ""),
    )


def _edition(line: Part, lang: str) -> str:
    """One edition of a source beside others: what it is, of which part, and when it came in."""
    part = f"{line.part}: " if line.part else ""
    if not line.imported:
        return text("sources.edition.shipped", lang, edition=part + line.edition)
    return text("sources.edition.imported", lang, edition=part + line.edition, day=spoken_date(line.imported, lang))


def _names(names: Sequence[str]) -> Any:
    return html.Ul([html.Li(name) for name in names]) if names else ""


def _measure_names(measures: Sequence[str], lang: str) -> list[str]:
    """The names of measures; the provisions of law are one."""
    laws = [id for id in measures if BY_ID[id].family == "law"]
    names = [text(f"measure.{id}.name", lang) for id in measures if id not in laws]
    return [*names, text("sources.laws", lang, count=len(laws))] if laws else names
