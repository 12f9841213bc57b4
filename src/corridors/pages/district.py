"""My district: the consulates on a map and in a list; through the lens of one, or of two side by side, what is
published for its district."""

from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.district import PREFIX, by_state, find, offices
from corridors.answers.lens import lens
from corridors.components.lens_column import column
from corridors.components.lens_compare import compare
from corridors.components.lens_map import lens_map
from corridors.components.lens_parts import NAV, rungs
from corridors.components.marks import marks
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text

PATH: Final = "/district"
TITLE: Final = "home.district.title"


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: the consulates of its lens, else the first consular district among its origins."""
    lang = view.lang
    asked = view.lens or tuple(place for place in view.origins if place.startswith(PREFIX))[:1]
    chosen = tuple(id for id in asked if find(store, id, lang) is not None)
    head: list[Component] = [html.H1(text(TITLE, lang))]
    choice = _list(view, store, chosen)
    if lost := [id for id in asked if id not in chosen]:
        words = text("home.district.unknown", lang, id=lost[0].removeprefix(PREFIX))
        head.append(html.P(words, className="notice notice-warn", role="status"))
    if not chosen:
        head.append(html.P(text("home.district.lede", lang), className="lede"))
        body, shape = [choice, lens_map(store, (), lang)], "is-choosing"
    else:
        body, shape = [*_chosen(replace(view, lens=chosen), store), choice], "is-chosen"
    return html.Div([html.Header(head, className="stack"), *body], className=f"page district stack {shape}")


def _chosen(view: ViewState, store: Store) -> list[Component]:
    """What stands on what (the rungs), the picker of a second consulate, and a column for each."""
    lang = view.lang
    alone = len(view.lens) == 1
    found = [lens(store, id, lang) for id in view.lens]
    bar = [html.P(text("lens.note", lang), className="measure"), rungs(lang), _beside(view, store)]
    pair: list[Component] = [lens_map(store, view.lens, lang), compare(found, lang)]
    both = [] if alone else [html.Div(pair, className="lens-pair")]
    columns = [column(one, view, store, found[0].role) for one in found]
    shape = "lens-columns" if alone else "lens-columns is-two"
    return [html.Div(bar, className="lens-bar"), *both, html.Div(columns, className=shape)]


def _beside(view: ViewState, store: Store) -> Component:
    """The picker of the consulate beside the first; the script follows what is chosen (`assets/js/56-district.js`)."""
    lang = view.lang
    first, second = view.lens[0], view.lens[1] if len(view.lens) > 1 else ""
    options = [html.Option(text("lens.beside.none", lang), value="", **_picked("", second))]
    options += [
        html.Option(office.city, value=office.id.removeprefix(PREFIX), **_picked(office.id, second))
        for office in offices(store, lang)
        if office.id != first
    ]
    label = html.Label(text("lens.beside", lang), htmlFor="lens-beside", className="label")
    picker: dict[str, Any] = marks(data_first=first.removeprefix(PREFIX))
    return html.Div(
        [label, html.Select(options, id="lens-beside", className="input", **picker)],
        className="field lens-beside no-print",
    )


def _picked(id: str, second: str) -> dict[str, Any]:
    return {"selected": "selected"} if id == second else {}


def _list(view: ViewState, store: Store, chosen: tuple[str, ...]) -> Component:
    """Every consulate by state; the search field over it is made by the script (`assets/js/56-district.js`)."""
    lang = view.lang
    search = marks(
        data_search=text("home.district.search", lang), data_found=text("home.district.found", lang)
    )  # fmt: skip
    groups = []
    for state, members in by_state(store, lang):
        links = []
        for office in members:
            # Another lens lets go of what was selected: the empty field takes it out of the address.
            target = encode(replace(view, lens=(office.id,), origins=(), destinations=())) + "&o=&d="
            current = marks(aria_current="page") if office.id in chosen else {}
            named = marks(data_office=office.id)
            links.append(html.Li(html.A(office.city, href=f"/district?{target}", **NAV, **named, **current)))
        groups.append(html.Section([html.H3(state), html.Ul(links)], className="district-state"))
    title = text("home.district.other" if chosen else "home.district.choose", lang)
    return html.Section(
        [
            html.H2(title, className="district-list-title", id="district-choose"),
            html.Div(id="district-search", className="district-search no-print", **search),
            html.Div(groups, id="district-list", className="district-list"),
        ],
        className="district-choice",
    )
