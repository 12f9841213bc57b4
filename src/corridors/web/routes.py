"""Routes beside Dash's own: health, the site map, the browser's data, our styles and scripts."""

import json
import re
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Final

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from corridors import __version__, history
from corridors.errors import DataError
from corridors.settings import Settings
from corridors.store import Store
from corridors.web.assets import Assets, is_hashed
from corridors.web.encoding import IMMUTABLE, REVALIDATE, Body, digest
from corridors.web.stores import Stores

KEPT_FILES: Final = 64  # assets that stay compressed in memory: those of some editions
_HASHED: Final = re.compile(r"[a-z0-9_]+\.[0-9a-f]{8}\.json")


def install(server: Flask, settings: Settings, stores: Stores, pages: Sequence[ModuleType], assets: Assets) -> None:
    """Add the routes; each is a plain function of the request."""
    data = DataFiles(stores, settings)

    @server.get("/health")
    def health() -> Response:
        return health_of(settings)

    @server.get("/sitemap.json")
    def sitemap() -> Response:
        return _json([{"path": page.PATH} for page in pages])

    @server.get("/data/<string:name>")
    def data_file(name: str) -> Response:
        return data.respond(name)

    @server.get("/assets/bundle/<string:name>")
    def bundle(name: str) -> Response:
        try:
            body, current = assets.find(name)
        except KeyError:
            abort(404)
        return body.respond(IMMUTABLE if current else REVALIDATE)

    @server.get("/favicon.ico")
    def favicon() -> AnyResponse:
        return redirect(f"{settings.base_path}assets/icons/favicon.svg", code=301)

    @server.after_request
    def keep_assets(response: Response) -> Response:
        if request.endpoint == "_dash_assets.static" and response.status_code < 400:
            response.headers["Cache-Control"] = IMMUTABLE if is_hashed(request.path) else REVALIDATE
        return response


def health_of(settings: Settings) -> Response:
    """Whether the data can be read now: 200 and the versions, or 503 and the reason."""
    try:
        edition = Store(history.root(settings.geodata, settings.state)).data_version
    except DataError as error:
        return _json({"status": "error", "version": __version__, "data": None, "reason": str(error)}, 503)
    return _json({"status": "ok", "version": __version__, "data": edition})


class DataFiles:
    """The browser's assets of `built/web`: only those of a manifest, each under its hashed name.

    A page that was opened before an import, or that shows an earlier day, asks for those of an edition that is
    no longer in force: every kept edition is looked through.
    """

    def __init__(self, stores: Stores, settings: Settings) -> None:
        self._stores = stores
        self._bundles = settings.bundles
        self._bodies: OrderedDict[str, Body] = OrderedDict()

    def respond(self, name: str) -> Response:
        """Answer a request for a file of a manifest; 404 for any other name."""
        body = self._bodies.get(name)
        if body is None:
            path = self._find(name)
            body = Body("application/json", path.read_bytes, digest(path.read_bytes()), self._bundles)
            self._bodies[name] = body
            if len(self._bodies) > KEPT_FILES:
                self._bodies.popitem(last=False)
        return body.respond(IMMUTABLE)

    def _find(self, name: str) -> Path:
        if _HASHED.fullmatch(name):
            for root in self._stores.roots():
                path = root / "built" / "web" / name
                if path.is_file() and name in Store(root).manifest["web"].values():
                    return path
        abort(404)


def _json(content: object, status: int = 200) -> Response:
    response = Response(json.dumps(content, ensure_ascii=False), status=status, mimetype="application/json")
    response.headers["Cache-Control"] = REVALIDATE
    return response
