"""Routes beside Dash's own: health, the site map, the browser's data, downloads, our styles and scripts."""

import json
from collections.abc import Sequence
from types import ModuleType

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from corridors import __version__
from corridors.answers.download import LicenceError, download
from corridors.errors import DataError
from corridors.exports import csv
from corridors.model.view import decode_or_default
from corridors.settings import Settings
from corridors.store import Store
from corridors.web.assets import Assets, is_hashed
from corridors.web.encoding import IMMUTABLE, REVALIDATE, Body, digest


def install(server: Flask, settings: Settings, store: Store, pages: Sequence[ModuleType], assets: Assets) -> None:
    """Add the routes; each is a plain function of the request."""
    data = DataFiles(store, settings)

    @server.get("/health")
    def health() -> Response:
        return health_of(settings)

    @server.get("/sitemap.json")
    def sitemap() -> Response:
        return _json([{"path": page.PATH} for page in pages])

    @server.get("/data/<string:name>")
    def data_file(name: str) -> Response:
        return data.respond(name)

    @server.get("/download/<string:name>.csv")
    def table(name: str) -> Response:
        return csv_of(name, store)

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
        edition = Store(settings.geodata).data_version
    except DataError as error:
        return _json({"status": "error", "version": __version__, "data": None, "reason": str(error)}, 503)
    return _json({"status": "ok", "version": __version__, "data": edition})


def csv_of(name: str, store: Store) -> Response:
    """A chart's table for the view in the query, as a file. 404 for a chart that there is not."""
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    try:
        filename, content = csv.file(download(name, view, store))
    except KeyError:
        abort(404)
    except LicenceError as error:
        abort(403, str(error))
    response = Response(content, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = REVALIDATE
    response.add_etag()
    response.make_conditional(request.environ)
    return response


class DataFiles:
    """The browser's assets of `geodata/built/web`: only those of the manifest, each under its hashed name."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._folder = settings.geodata / "built" / "web"
        self._bundles = settings.bundles
        self._bodies: dict[str, Body] = {}

    def respond(self, name: str) -> Response:
        """Answer a request for a file of the manifest; 404 for any other name."""
        if name not in self._bodies:
            if name not in self._store.manifest["web"].values():
                abort(404)
            path = self._folder / name
            # A data folder that is being exchanged may lack a file for a moment.
            if not path.is_file():
                abort(404)
            self._bodies[name] = Body("application/json", path.read_bytes, digest(path.read_bytes()), self._bundles)
        return self._bodies[name].respond(IMMUTABLE)


def _json(content: object, status: int = 200) -> Response:
    response = Response(json.dumps(content, ensure_ascii=False), status=status, mimetype="application/json")
    response.headers["Cache-Control"] = REVALIDATE
    return response
