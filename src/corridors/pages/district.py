"""My district: the list of consulates; for one, its extent, how well it is known, what is published for its states."""

from dataclasses import replace
from typing import Any, Final

from dash import dcc, html
from dash.development.base_component import Component

from corridors.answers.district import APPROXIMATE, GROUPS, PREFIX, District, Office, by_state, district, find, offices
from corridors.answers.home import name
from corridors.answers.licences import licences
from corridors.answers.synthetic import stamped
from corridors.components.both_map import CONFIG
from corridors.components.prose import scrolling
from corridors.figures.district import DistrictData, district_map
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number

PATH: Final = "/district"
TITLE: Final = "home.district.title"
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: the first consular district among its origins is the one shown."""
    lang = view.lang
    chosen = next((place for place in view.origins if place.startswith(PREFIX)), "")
    office = find(store, chosen, lang) if chosen else None
    if office is not None:
        body = _chosen(view, store, office)
    else:
        body = [_all(store, lang), _list(view, store, "")]
        if chosen:
            unknown = text("home.district.unknown", lang, id=chosen.removeprefix(PREFIX))
            body.insert(0, html.P(unknown, className="notice notice-warn", role="status"))
    head: list[Component] = [html.H1(text(TITLE, lang))]
    if office is None:
        head.append(html.P(text("home.district.lede", lang), className="lede"))
    note = html.P(text("home.district.notyet", lang), className="notice", role="note")
    return html.Div([html.Header([*head, note], className="stack"), *body], className="page district stack")


def _chosen(view: ViewState, store: Store, office: Office) -> list[Component]:
    lang = view.lang
    found = district(store, office, lang)
    main = [_nothing(office, lang)] if found is None else _extent(view, store, found)
    content = html.Div([html.H2(office.name, id="district-name"), *main], className="stack")
    return [html.Div([content, _list(view, store, office.id)], className="sidebar district-body")]


def _nothing(office: Office, lang: str) -> Component:
    said = html.P(text("home.district.none", lang, name=office.name))
    return html.Div([html.H3(text("home.district.none.title", lang)), said], className="empty")


def _extent(view: ViewState, store: Store, found: District) -> list[Component]:
    lang = view.lang
    states = ", ".join(name(store, state, lang) for state in found.states)
    facts = [
        html.Dt(text("home.district.states", lang)),
        html.Dd(states),
        html.Dt(text("home.district.counties", lang)),
        html.Dd(number(found.size, lang), className="num"),
    ]
    known = [
        html.Li(
            [
                html.Strong(number(len(found.counties[group]), lang), className="num"),
                " ",
                text(f"home.district.{group}", lang),
            ]
        )
        for group in GROUPS
        if found.counties[group]
    ]
    chosen = replace(view, origins=(found.office.id,), destinations=())
    return [
        _map(store, found, lang),
        html.Dl(facts, className="facts"),
        html.H3(text("home.district.quality", lang)),
        html.Ul(known, className="district-known"),
        html.P([found.extent_source, " ", text("home.district.official", lang)], className="source"),
        html.A(
            text("home.district.evidence", lang, name=found.office.city),
            href=f"/evidence?{encode(chosen)}",
            className="btn btn-primary",
            **_NAV,
        ),
        html.H3(text("home.district.figures", lang)),
        html.P(text("home.district.figures.note", lang), className="muted measure"),
        scrolling(_figures(found, lang), text("home.district.figures", lang)),
        html.P(found.source, className="source"),
        *_licences(store, found, lang),
    ]


def _licences(store: Store, found: District, lang: str) -> list[Component]:
    """What an imported list of licensees has in the counties of the district; nothing without one."""
    listed = licences(store, found, lang)
    if listed is None:
        return []
    title = text("home.district.licences", lang)
    heads = [text(f"home.district.licences.{column}", lang) for column in ("type", "count")]
    head = html.Thead(html.Tr([html.Th(words, scope="col") for words in heads]))
    rows = [html.Tr([html.Th(kind, scope="row"), html.Td(count, className="num")]) for kind, count in listed.rows]
    table = html.Table([html.Caption(title, className="visually-hidden"), head, html.Tbody(rows)], className="table")
    shown = scrolling(table, title) if rows else html.P(text("home.district.licences.none", lang))
    left_out = [html.P(text("home.district.licences.hidden", lang), className="muted")] if listed.hidden else []
    return [
        html.H3(title, id="district-licences"),
        html.P(listed.base, className="muted measure"),
        shown,
        *left_out,
        html.P(listed.source, className="source"),
    ]


def _map(store: Store, found: District, lang: str) -> Component:
    approximate = [county for group in APPROXIMATE for county in found.counties[group]]
    known = [county for group in GROUPS if group not in APPROXIMATE for county in found.counties[group]]
    data = DistrictData(
        f"data/{store.web('us_states')}",
        f"data/{store.web('us_counties')}",
        store.cube["places"]["US"],
        known,
        approximate,
        store.web_json("district_outlines")[found.office.id],
        [(found.office.lon, found.office.lat, found.office.city)],
    )
    keys = [key for key, counties in (("sourced", known), ("approximate", approximate)) if counties]
    legend = [
        html.Li([html.Span(className=f"swatch is-{key}"), text(f"home.district.key.{key}", lang)]) for key in keys
    ]
    words = text("home.district.map", lang, name=found.office.city)
    shown = "has-both" if known and approximate else "has-approximate" if approximate else "has-known"
    drawn = stamped(district_map(data, label=True), store, lang)
    return _figure(drawn, words, html.Ul(legend, className="both-key district-key"), shown)


def _all(store: Store, lang: str) -> Component:
    """The map of all consulates in the states that it draws, each a dot."""
    drawn = store.cube["places"]["US"]
    points = [(office.lon, office.lat, office.name) for office in offices(store, lang) if office.state in drawn]
    data = DistrictData(f"data/{store.web('us_states')}", f"data/{store.web('us_counties')}", drawn, (), (), {}, points)
    figure = stamped(district_map(data, label=False), store, lang)
    return _figure(figure, text("home.district.map.all", lang), html.Div())


def _figure(figure: dict[str, Any], words: str, legend: Component, shown: str = "") -> Component:
    """`shown` tells the style sheet which traces are there: plotly draws no group for one without regions."""
    named: dict[str, Any] = {"aria-label": words}
    graph = dcc.Graph(id="map-district", figure=figure, config=CONFIG, className="both-graph", responsive=True)
    frame = html.Div(graph, className=f"district-map {shown}".strip(), role="img", **named)
    return html.Figure([frame, legend], className="district-figure")


def _figures(found: District, lang: str) -> Component:
    head = [html.Th(text("home.district.states", lang), scope="col")]
    for column in found.columns:
        kind = text("home.district.rung.state", lang, kind=text(f"home.both.{column.kind}", lang))
        rung = html.Span(f"{column.period} · {kind}", className="faint")
        head.append(html.Th([column.words, html.Br(), rung], scope="col", className="district-figure-head"))
    missing = text("home.district.rung.none", lang)
    rows = [
        html.Tr(
            [
                html.Th(state, scope="row"),
                *(html.Td(html.Span(missing, className="faint") if value is None else value) for value in values),
            ]
        )
        for state, values in found.rows
    ]
    caption = html.Caption(text("home.district.figures", lang), className="visually-hidden")
    return html.Table([caption, html.Thead(html.Tr(head)), html.Tbody(rows)], className="table")


def _list(view: ViewState, store: Store, chosen: str) -> Component:
    """Every consulate by state; the search field over it is made by the script (`assets/js/56-district.js`)."""
    lang = view.lang
    search: dict[str, Any] = {
        "data-search": text("home.district.search", lang),
        "data-found": text("home.district.found", lang),
    }
    groups = []
    for state, members in by_state(store, lang):
        links = []
        for office in members:
            target = encode(replace(view, origins=(office.id,), destinations=()))
            current: dict[str, Any] = {"aria-current": "page"} if office.id == chosen else {}
            links.append(html.Li(html.A(office.city, href=f"/district?{target}", **_NAV, **current)))
        groups.append(html.Section([html.H3(state), html.Ul(links)], className="district-state"))
    title = text("home.district.other" if chosen else "home.district.choose", lang)
    return html.Section(
        [
            html.H2(title, className="district-list-title"),
            html.Div(id="district-search", className="district-search no-print", **search),
            html.Div(html.Div(groups, id="district-list", className="district-list"), className="district-scroll"),
        ],
        className="district-choice",
    )
