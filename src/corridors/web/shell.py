"""What stands in the shell's main area: the page of an address, a notice, or an error, as Dash components."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any, Final, Literal

from dash import dcc, html
from dash.development.base_component import Component

from corridors.answers.changes import as_of_words
from corridors.answers.district import cities, known
from corridors.answers.synthetic import verify
from corridors.errors import DataError
from corridors.model.view import ViewState, decode_or_default, encode
from corridors.store import Store
from corridors.text import text
from corridors.web import logs
from corridors.web.stores import Stores

PAGE_ID: Final = "page"
URL_ID: Final = "url"
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}


def layout() -> Component:
    """What Dash renders: the address and the empty main area. Header and footer are in the document itself."""
    return html.Div([dcc.Location(id=URL_ID, refresh=False), html.Main(id=PAGE_ID, tabIndex=-1)])


def find(pages: Sequence[ModuleType], path: str) -> ModuleType | None:
    """The page of a path without the base path (`/evidence`, with or without a slash at its end)."""
    wanted = path.rstrip("/") or "/"
    return next((page for page in pages if wanted == page.PATH), None)


def render(pages: Sequence[ModuleType], stores: Stores, base: str, path: str, search: str) -> Component:
    """The main area for an address; `path` is without the base path, `search` the query with or without `?`."""
    view, problem = decode_or_default(search)
    page = find(pages, path)
    content: list[Any]
    if page is None:
        content = [missing(view.lang)]
    else:
        try:
            content = _content(page, view, stores)
        except DataError as error:
            logs.failure(error, path)
            content = [broken(view.lang, "data")]
    if problem:
        content.insert(0, unread(view.lang, problem))
    # The script reads the address; a new key makes React draw the page anew instead of mending the old one.
    marks: dict[str, Any] = {"data-path": path.rstrip("/") or "/", "data-lang": view.lang}
    if version := _version(stores):
        marks["data-edition"] = version
    if view.lens:
        marks["data-lens"] = _lens(stores, view)
    frame = html.Div(content, className="page-frame", key=f"{path} {view}", **marks)
    _link(frame, base, view)
    return frame


def _content(page: ModuleType, view: ViewState, stores: Stores) -> list[Any]:
    """A page, under a banner when the view is of an earlier day, or the data made up. DataError when the data cannot
    be read, or a figure over made-up data does not say so."""
    store = stores.of(view)
    view, lost = known(view, store)
    drawn = page.layout(view, store)
    parts: Iterator[Any] = drawn._traverse()
    graphs: Iterator[Any] = (part for part in parts if isinstance(part, dcc.Graph))
    verify((graph.figure for graph in graphs), store)
    banners = [synthetic(view.lang)] if store.synthetic else []
    banners += [no_lens(name, view.lang) for name in lost]
    return [*banners, *([earlier(page.PATH, view, store, stores.now())] if view.as_of else []), drawn]


def synthetic(lang: str) -> Component:
    """The banner over every page while made-up trace records are loaded."""
    return html.P(text("fig.synthetic.banner", lang), className="notice notice-warn shell-notice", role="status")


def no_lens(name: str, lang: str) -> Component:
    """The banner over a page that was asked for through a consulate that does not exist."""
    choose = html.A(text("shell.lens.choose", lang), href="/district?lens=#district-choose", **_NAV)
    words: list[Any] = [text("shell.lens.unknown", lang, id=name), " ", choose]
    return html.P(words, className="notice notice-warn shell-notice", role="status")


def earlier(path: str, view: ViewState, store: Store, now: Store) -> Component:
    """The banner over a page that shows the product as it stood at the end of a day."""
    # The empty field takes the day out of the address, whatever else a person has chosen there meanwhile.
    href = f"{path}?{encode(replace(view, as_of=''))}&asof="
    latest = html.A(text("asof.show_latest", view.lang), href=href, **_NAV)
    words: list[Any] = [as_of_words(view, store, now), " ", latest]
    return html.P(words, className="notice notice-warn shell-notice asof", role="status")


def _lens(stores: Stores, view: ViewState) -> str:
    """The cities of the consulates of the lens, for the header; empty when they cannot be read, or are none."""
    try:
        return " · ".join(cities(view, stores.now()))
    except DataError:
        return ""


def _version(stores: Stores) -> str:
    """The edition in force as the document's header has it; empty when it cannot be read."""
    try:
        return stores.now().data_version[:7]
    except DataError:
        return ""


def _link(frame: Component, base: str, view: ViewState) -> None:
    """Give each link inside the product the base path and the view, so that it also works in a new tab."""
    parts: Iterator[Any] = frame._traverse()
    for part in parts:
        if not isinstance(part, html.A) or not hasattr(part, "data-nav"):
            continue
        link: Any = part
        path, mark, anchor = str(link.href).partition("#")
        if path.startswith("/") and not (base != "/" and path.startswith(base)):
            path = base + path[1:]
        if "?" not in path:
            path = f"{path}?{encode(view)}"
        link.href = path + mark + anchor


def unread(lang: str, problem: str) -> Component:
    """The notice over a page whose link could not be read in full; `problem` begins with the field's name."""
    field = problem.partition(":")[0]
    return html.Div(
        [
            html.Strong(text("state.view_title", lang)),
            html.P(text("state.view_body", lang, field=field)),
        ],
        className="notice notice-warn shell-notice",
        role="status",
    )


def missing(lang: str) -> Component:
    """The page of an address where nothing is."""
    doors = [
        html.A(text("error.home", lang), href="/", className="btn btn-primary", **_NAV),
        html.A(text("error.evidence", lang), href="/evidence", className="btn", **_NAV),
    ]
    return _message(lang, "error.404.title", text("error.404.body", lang), "404", doors)


def broken(lang: str, what: Literal["error", "data"] = "error") -> Component:
    """What stands in place of a page that could not be drawn; the reason is in the log."""
    return _message(lang, f"state.{what}_title", text(f"state.{what}_body", lang), "", [])


def _message(lang: str, title: str, body: str, kicker: str, doors: Sequence[Component]) -> Component:
    parts: list[Component] = [html.H1(text(title, lang)), html.P(body, className="lede")]
    if kicker:
        parts.insert(0, html.P(kicker, className="kicker"))
    if doors:
        parts.append(html.Div(list(doors), className="row"))
    return html.Div(parts, className="page-narrow stack shell-message")
