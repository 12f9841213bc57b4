"""The first view: one picture, one sentence, three doors; below them quick answers and a second picture."""

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.border import PROVISIONS, BorderRates, border_rates
from corridors.answers.evidence import Scene, of_traces
from corridors.answers.home import Rung, greeting, ladder, last_years
from corridors.answers.lens import lens
from corridors.answers.page_config import districts, totals
from corridors.components.both_map import both_map
from corridors.components.lens_parts import numbers
from corridors.components.marks import marks
from corridors.components.prose import scrolling
from corridors.components.saying import disclosure
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent

PATH: Final = "/"
TITLE: Final = "home.title"
DOORS: Final = (("district", "/district"), ("evidence", "/evidence"), ("present", "/present"))
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: of the whole country, or through the lens of a consulate."""
    lens_of = [_district(view, store)] if view.lens else []
    return html.Div([_first(view, store), *lens_of, _quick(view, store), _rates(view, store)], className="page home")


def _district(view: ViewState, store: Store) -> Component:
    """The five numbers of the consulate of the lens, and the way to all of its district."""
    lang = view.lang
    found = lens(store, view.lens[0], lang)
    more = html.A(text("lens.home.more", lang, city=found.office.city), href="/district", className="btn", **_NAV)
    title = html.H2([text("lens.home", lang), ": ", found.office.city])
    none = html.P(text("home.district.none", lang, name=found.office.name))
    return html.Section(
        [title, numbers(found, lang, elsewhere=True) if found.sections else none, html.P(more)],
        className="home-district",
    )


def _first(view: ViewState, store: Store) -> Component:
    lang = view.lang
    scene = Scene(view, store.cube, totals(store), districts(store))
    words = greeting(store, lang, of_traces(scene) if view.followed else "")
    copy: dict[str, Any] = {"data-copy": words.citation}
    return html.Section(
        [
            html.Div(
                [
                    html.H1(text(TITLE, lang), className="kicker home-title"),
                    html.P(words.sentence, className="home-sentence", id="sentence"),
                    html.P(words.source, className="source"),
                    html.Button(text("home.copy", lang), type="button", className="btn btn-small home-copy", **copy),
                    disclosure("home", text(TITLE, lang), lang),
                ],
                className="home-words",
                **marks(data_figure="home"),
            ),
            html.Div(both_map(view, store), className="home-picture"),
            _doors(lang),
            _ladder(ladder(store, lang), words.caveat, lang),
        ],
        className="home-first",
    )


def _doors(lang: str) -> Component:
    links = [
        html.A(
            [
                html.Span(text(f"home.door.{key}", lang), className="door-name"),
                html.Span(text(f"home.door.{key}.sub", lang)),
            ],
            href=path,
            className=f"card card-link door door-{key}",
            **_NAV,
        )
        for key, path in DOORS
    ]
    named: dict[str, Any] = {"aria-label": text("home.doors", lang)}
    return html.Nav(links, className="home-doors", **named)


def _ladder(rungs: tuple[Rung, ...], caveat: str, lang: str) -> Component:
    """Thin bars on one scale: three bases, and under the third its two parts (the second hatched)."""
    widest = rungs[0].count
    items = []
    for above, rung in zip((None, *rungs), rungs, strict=False):
        share = ""
        if rung.share is not None and above is not None:
            base = rungs[2] if rung.key in ("pairs", "rest") else above
            share = text("home.ladder.share", lang, share=percent(rung.share, lang), base=number(base.count, lang))
        bar = html.Span(className="ladder-bar", style={"width": f"{100 * rung.count / widest:.2f}%"})
        said: list[Any] = [html.Strong(number(rung.count, lang), className="num"), " ", rung.words]
        items.append(
            html.Li(
                [html.Span(bar, className="ladder-track"), html.Span(said), html.Span(share, className="faint num")],
                className=f"rung is-{rung.key}",
            )
        )
    head = [html.H2(text("home.ladder.title", lang), className="kicker"), html.P(caveat, className="source")]
    return html.Section(
        [html.Div(head, className="row ladder-head"), html.Ol(items, className="ladder")], className="home-ladder"
    )


def _quick(view: ViewState, store: Store) -> Component:
    lang = view.lang
    data = store.cube["flows"]
    share = percent(100 * data["border_total"] / data["traced"], lang)
    values: dict[str, Any] = {
        "share": share,
        "traced": number(data["traced"], lang),
        "submitted": number(data["submitted"], lang),
        "other": percent(100 * data["border_total"] / data["submitted"], lang),
        **last_years(store),
    }
    links = {
        "district": "/district",
        "base": "/methods",
        "csv": f"download/pairs.csv?{encode(view)}",
        "years": "/sources#coverage",
        "offline": "/guide",
    }
    answers = [
        html.Div(
            [
                html.Dt(text(f"home.quick.{key}", lang, **values)),
                html.Dd(
                    [
                        html.P(text(f"home.quick.{key}.answer", lang, **values)),
                        html.A(text(f"home.quick.{key}.link", lang), href=href, **({} if key == "csv" else _NAV)),
                    ]
                ),
            ],
            className="quick",
        )
        for key, href in links.items()
    ]
    title = html.H2(text("home.quick.title", lang), className="kicker")
    return html.Section([title, html.Dl(answers, className="quick-list")], className="home-quick")


def _rates(view: ViewState, store: Store) -> Component:
    lang = view.lang
    rates = border_rates(store, lang)
    answer = [
        html.H3(text("home.rates.answer.title", lang)),
        html.P(rates.answer),
        html.P(rates.more, className="small muted"),
    ]
    return html.Section(
        [
            html.H2(text("home.rates.title", lang)),
            html.P([rates.lede, " ", rates.summary], className="measure"),
            html.Div(
                [
                    scrolling(_rates_table(rates, lang), text("home.rates.caption", lang)),
                    html.Aside(answer, className="card card-quiet rates-answer"),
                ],
                className="rates-body",
            ),
            html.P(rates.source, className="source"),
        ],
        className="home-rates",
    )


def _rates_table(rates: BorderRates, lang: str) -> Component:
    """Four columns from west to east: a bar each for the rate, counts and people under it, then the provisions."""
    states = rates.states
    highest = max(state.rate for state in states)
    head = [html.Td(), *(html.Th(state.name, scope="col") for state in states)]
    bars = [
        html.Td(
            html.Div(
                [
                    html.Span(number(state.rate, lang), className="rate-number num"),
                    html.Span(className="rate-bar", style={"height": f"{100 * state.rate / highest:.1f}%"}),
                ],
                className="rate",
            )
        )
        for state in states
    ]
    body = [
        _row(text("home.rates.row.rate", lang), bars, "row-rate"),
        _row(text("home.rates.row.guns", lang), [html.Td(number(s.guns, lang), className="num") for s in states]),
        _row(
            text("home.rates.row.people", lang, year=rates.people_year),
            [html.Td(number(s.people, lang), className="num") for s in states],
        ),
    ]
    laws = [
        _row(text(f"law.{law}", lang), [_mark(state.provisions[at], lang) for state in states])
        for at, law in enumerate(PROVISIONS)
    ]
    group = html.Tr(html.Th(text("home.rates.row.laws", lang, year=rates.law_year), scope="rowgroup", colSpan=5))
    return html.Table(
        [
            html.Caption(text("home.rates.caption", lang), className="visually-hidden"),
            html.Thead(html.Tr(head)),
            html.Tbody(body),
            html.Tbody([group, *laws], className="rates-laws"),
        ],
        className="table rates",
    )


def _row(words: str, cells: Sequence[Component], kind: str = "") -> Component:
    return html.Tr([html.Th(words, scope="row"), *cells], className=kind)


def _mark(provision: bool | None, lang: str) -> Component:
    """In force: a full disc; not in force: a ring; not published: a dash. The words are there for everyone."""
    key = {True: "yes", False: "no", None: "missing"}[provision]
    words = html.Span(text(f"home.rates.{key}", lang))
    return html.Td([html.Span(className=f"mark is-{key}"), words], className="provision")
