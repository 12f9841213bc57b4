"""The only assembly of Dash: settings and data in, an application out."""

from functools import partial
from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from corridors.pages import PAGES
from corridors.settings import Settings, project_root
from corridors.store import Clock, utc_now
from corridors.web import (
    briefs,
    dispatch,
    downloads,
    failures,
    imports,
    logs,
    meeting,
    rehearsing,
    routes,
    sayings,
    security,
    shell,
    stories,
)
from corridors.web.assets import Assets, is_hashed
from corridors.web.bundles import Bundles
from corridors.web.index import Around, document
from corridors.web.stores import Stores

_CATCH_ALL = "<path:path>"


class CorridorsDash(Dash):
    """Dash with our document around its main area."""

    around: Around

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The document of the current request (Dash calls this with the parts that it makes)."""
        parts["entry"] = parts.pop("app_entry")
        return document(self.around, {name: html for name, html in parts.items() if name not in ("title", "favicon")})


def create_app(settings: Settings, clock: Clock = utc_now) -> Dash:
    """The application. DataError when the data cannot be read. `clock` tells the time by which data grow old.

    One app a process: Dash keeps some of its lists globally. Nothing here is global: callbacks are
    registered on the app, pages come from the tuple PAGES.
    """
    stores = Stores(settings, clock)
    _ = stores.now().manifest  # DataError here, rather than at the first request
    server = Flask("corridors")
    app = CorridorsDash(
        "corridors",
        server=server,  # type: ignore[arg-type]
        assets_folder=str(project_root() / "assets"),
        include_assets_files=False,
        routes_pathname_prefix="/",
        requests_pathname_prefix=settings.base_path,
        use_pages=False,
        title="",
        update_title="",
        add_log_handler=False,
        enable_mcp=False,
    )
    # The handler needs the app.
    app._on_error = partial(failures.in_callback, app)
    app.layout = shell.layout()
    _register(app, stores, settings)
    app.validation_layout = html.Div([app.layout, *_parts(app)])  # type: ignore[assignment]
    _serve(app, stores, settings)
    return app


def _register(app: Dash, stores: Stores, settings: Settings) -> None:
    """The callback that draws a page, and those of the pages that have their own."""

    @app.callback(Output(shell.PAGE_ID, "children"), Input(shell.URL_ID, "pathname"), Input(shell.URL_ID, "search"))
    def draw(pathname: object, search: object) -> Component:
        path = pathname if isinstance(pathname, str) else "/"
        base = settings.base_path
        rest = path[len(base) - 1 :] if path.startswith(base) else path
        return shell.render(PAGES, stores, base, rest, search if isinstance(search, str) else "")

    for page in PAGES:
        if hasattr(page, "register"):
            page.register(app, stores.of)


def _parts(app: Dash) -> list[Component]:
    """Stand-ins for the parts of pages that callbacks name: Dash wants to know that they can exist.

    The pages come later, so that the alternative would be `suppress_callback_exceptions`, which
    silences every mistake.
    """
    known = {shell.URL_ID, shell.PAGE_ID}
    ids: dict[str, None] = {}
    for spec in app.callback_map.values():
        outputs = spec["output"] if isinstance(spec["output"], (list, tuple)) else [spec["output"]]
        names = (one.component_id for one in outputs)
        ids.update(dict.fromkeys((*names, *(one["id"] for one in (*spec["inputs"], *spec["state"])))))
    return [html.Div(id=id) for id in ids if id not in known]


def _serve(app: CorridorsDash, stores: Stores, settings: Settings) -> None:
    """Routes, limits, headers and logs, in the order in which responses pass through them."""
    server = app.server
    assets = Assets.of_project(settings.bundles)
    bundles = Bundles(app, settings.bundles)
    fonts = tuple(sorted(path.name for path in (assets.root / "fonts").glob("*.woff2") if is_hashed(path.name)))
    # Flask runs what is installed first last: the log line sees the finished response.
    logs.install(server, settings)
    # Registers the bundles' files now rather than at the first request.
    app._setup_server()  # type: ignore[no-untyped-call]
    security.install(server, settings, security.policy(app.csp_hashes()))
    routes.install(server, settings, stores, PAGES, assets)
    downloads.install(server, stores)
    briefs.install(server, stores)
    sayings.install(server, stores)
    meeting.install(server, stores, assets, settings)
    rehearsing.install(server, stores)
    stories.install(server, stores, settings)
    imports.install(server, settings, stores)
    bundles.install()
    failures.install(server, settings, assets)
    dispatch.install(app, stores.mark)
    _documents(app, settings)
    security.trust(server, settings)
    app.around = Around(settings, PAGES, assets, stores, bundles.plotly_url(), fonts)


def _documents(app: CorridorsDash, settings: Settings) -> None:
    """The documents: 404 where no page is, one address a page."""

    def catch_all(path: str) -> AnyResponse:
        page = shell.find(PAGES, request.path)
        if page is not None and request.path != page.PATH:
            query = request.query_string.decode("ascii", "replace")
            return redirect(settings.base_path + page.PATH[1:] + ("?" + query if query else ""), code=308)
        content = app.index()  # type: ignore[no-untyped-call]
        response = Response(content, status=404 if page is None else 200, mimetype="text/html")
        response.vary.update(("Accept-Language", "Accept-Encoding"))
        return response

    def front() -> Response:
        return catch_all("")  # type: ignore[return-value]

    app.server.view_functions[app.config.routes_pathname_prefix + _CATCH_ALL] = catch_all
    app.server.view_functions[app.config.routes_pathname_prefix] = front
