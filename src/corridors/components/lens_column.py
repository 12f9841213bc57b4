"""One consulate's column on the page of districts: its name and role, five numbers, its extent, then its sections."""

from collections.abc import Mapping
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.district import GROUPS, District, district
from corridors.answers.home import name
from corridors.answers.lens import Estimate, Lens, Role, split
from corridors.answers.licences import licences
from corridors.components.brief_button import brief_button
from corridors.components.export_button import export_button
from corridors.components.lens_map import lens_map
from corridors.components.lens_parts import NAV, changes, estimates, law_table, numbers, section, ties
from corridors.components.marks import marks
from corridors.components.prose import scrolling
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number

ORDER: Final[Mapping[Role, tuple[str, ...]]] = {
    "border": ("border", "traces", "law", "market"),
    "capital": ("law", "traces", "market", "border"),
    "other": ("traces", "market", "law", "border"),
}


def column(found: Lens, view: ViewState, store: Store, role: Role) -> Component:
    """Everything of one lens, its questions in the order of a `role`: of two side by side, that of the first. Alone,
    its map stands in it; of two one map stands above."""
    lang, alone = view.lang, len(view.lens) == 1
    at = found.office.id.removeprefix("D-")
    drawn = district(store, found.office, lang)
    files = [_files(found, lang)] if drawn is not None else []
    brief = brief_button(found.office.id, found.office.city, lang)
    head = html.Div([*_head(found, view, store), *files, brief], className="lens-head")
    if drawn is None:
        return html.Section([head, _nothing(found, lang)], className="lens-column")
    aside: list[Component] = [lens_map(store, [found.office.id], lang)] if alone else []
    parts = [
        html.Div([*aside, *_extent(found, drawn, store, lang)], className="lens-aside"),
        html.Div(
            [*_sections(found, role, lang), *_licences(drawn, store, lang), ties(found, view, at),
             changes(found, at, lang), estimates(_split(found, view, store), view, store, at)],
            className="lens-main",
        ),
    ]  # fmt: skip
    body = html.Div(parts, className="lens-body")
    return html.Section([head, numbers(found, lang), body], className="lens-column")


def _split(found: Lens, view: ViewState, store: Store) -> tuple[Estimate, ...]:
    """The estimates that were asked for; none unless the address says so."""
    return split(store, found.office.id, view.split, view.lang) if view.split else ()


def _files(found: Lens, lang: str) -> Component:
    """Every number of the lens as a file, and the menu of the other files; the picture is that of the map."""
    chosen = ViewState(lang=lang, lens=(found.office.id,))
    title = text("export.lens.title", lang, city=found.office.city)
    csv = html.A(
        text("fig.card.csv", lang),
        href=f"download/lens.csv?{encode(chosen)}",
        download=f"corridors-lens-{found.office.id.removeprefix('D-')}.csv",
        className="figure-download",
        **marks(aria_label=text("fig.card.csv_of", lang, title=title)),
    )
    return html.Span([csv, export_button("lens-map", title, lang)], className="figure-files no-print")


def _head(found: Lens, view: ViewState, store: Store) -> list[Component]:
    lang = view.lang
    states = ", ".join(name(store, state, lang) for state in found.states)
    chosen, first = ViewState(lang=lang, lens=(found.office.id,)), view.lens[0] == found.office.id
    line: list[Any] = [html.Span(text(f"lens.role.{found.role}", lang), className="chip"), f" {states}"]
    return [
        html.H2(found.office.name, id="district-name" if first else "district-name-2"),
        html.P(line, className="lens-role"),
        html.A(
            text("home.district.evidence", lang, name=found.office.city),
            href=f"/evidence?{encode(chosen)}&o=&d=",
            className="btn btn-small no-print",
            **NAV,
        ),
    ]


def _nothing(found: Lens, lang: str) -> Component:
    said = html.P(text("home.district.none", lang, name=found.office.name))
    return html.Div([html.H3(text("home.district.none.title", lang)), said], className="empty")


def _extent(found: Lens, drawn: District, store: Store, lang: str) -> list[Component]:
    """How many counties, and how each of them is known."""
    items = [
        html.Li([html.Strong(number(len(drawn.counties[group]), lang), className="num"), " ",
                 text(f"home.district.{group}", lang)])
        for group in GROUPS if drawn.counties[group]
    ]  # fmt: skip
    rough = [html.P(found.unverified, className="notice lens-rough")] if found.unverified else []
    return [
        *rough,
        html.H3(text("home.district.extent", lang)),
        html.P([text("home.district.counties", lang), ": ", number(drawn.size, lang), ". ",
                text("home.district.quality", lang), ":"]),
        html.Ul(items, className="district-known"),
        html.P([drawn.source, " ", text("home.district.official", lang)], className="source"),
        *_ports(found, lang),
    ]  # fmt: skip


def _ports(found: Lens, lang: str) -> list[Component]:
    """The crossings of the district, from west to east, with the cities on both sides."""
    items = [html.Li(f"{port.name}: {port.us_city} – {port.mx_city}") for port in found.ports]
    title = html.H3(text("lens.ports", lang))
    return [title, html.Ul(items, className="small")] if items else []


def _sections(found: Lens, role: Role, lang: str) -> list[Component]:
    """The questions in the order of a role: a capital leads with the laws of its state, a border office with ports."""
    at = found.office.id.removeprefix("D-")
    made = {one.id: section(one, at, lang) for one in found.sections}
    if found.law is not None:
        made["law"] = law_table(found.law, at, lang)
    return [made[id] for id in ORDER[role] if id in made]


def _licences(drawn: District, store: Store, lang: str) -> list[Component]:
    """What an imported list of licensees has in the counties of the district; nothing without one."""
    listed = licences(store, drawn, lang)
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
