"""Dash's and Plotly's bundles and our own scripts and styles, pre-compressed and immutable.

`python -m corridors.web.bundles FOLDER` compresses them all at install time; what is missing there
is compressed once, in memory, when it is first asked for. Nothing is ever compressed per request.
"""

import importlib
import mimetypes
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dash import Dash, dcc, html
from dash.fingerprint import build_fingerprint, check_fingerprint
from flask import Response, abort

from corridors.settings import Settings, load_or_exit
from corridors.web.assets import Assets
from corridors.web.encoding import IMMUTABLE, REVALIDATE, SUFFIX, Body, Encoding, compress, digest
from corridors.whole import write

PLOTLY: Final = ("plotly", "package_data/plotly.min.js")
_ROUTE: Final = "_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
_ENCODINGS: Final[tuple[Encoding, ...]] = ("br", "gzip")


class Bundles:
    """The files of the packages that a page may load; `folder` holds what was compressed at install time."""

    def __init__(self, app: Dash, folder: Path | None) -> None:
        self._app = app
        self._folder = folder
        self._bodies: dict[tuple[str, str], Body] = {}

    def body(self, package: str, path: str) -> Body:
        """The body of a registered file of a package. KeyError for any other."""
        if path not in self._app.registered_paths.get(package, ()):
            raise KeyError(f"{package}/{path}")
        key = (package, path)
        if key not in self._bodies:
            file = _file(package, path)
            mimetype = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self._bodies[key] = Body(mimetype, file.read_bytes, digest(file.read_bytes()), self._folder)
        return self._bodies[key]

    def plotly_url(self) -> str:
        """The address of plotly.min.js: it has the content's hash, so that a browser keeps it for ever."""
        package, path = PLOTLY
        version = importlib.import_module("plotly").__version__
        name = build_fingerprint(path, version, self.body(package, path).sha[:12])
        return f"{self._app.config.requests_pathname_prefix}_dash-component-suites/{package}/{name}"

    def serve(self, package_name: str, fingerprinted_path: str) -> Response:
        """Answer a request for a bundle: immutable under a fingerprint, revalidated without."""
        path, fingerprinted = check_fingerprint(fingerprinted_path)
        try:
            body = self.body(package_name, path)
        except (KeyError, FileNotFoundError):
            abort(404)
        return body.respond(IMMUTABLE if fingerprinted else REVALIDATE)

    def install(self) -> None:
        """Answer in the place of Dash's own route, which reads and sends the plain file each time."""
        endpoint = self._app.config.routes_pathname_prefix + _ROUTE
        self._app.server.view_functions[endpoint] = self.serve

    def scripts(self) -> Iterator[Body]:
        """Every script and style of the packages, without source maps."""
        for package, paths in sorted(self._app.registered_paths.items()):
            for path in sorted(paths):
                if not path.endswith(".map") and _file(package, path).is_file():
                    yield self.body(package, path)


def _file(package: str, path: str) -> Path:
    return Path(str(sys.modules[package].__file__)).parent / path


def _bodies(settings: Settings) -> Iterator[Body]:
    """Everything worth compressing at install time."""
    # Building the tags of a bare app is what registers the packages' files.
    app = Dash("corridors", assets_folder=str(Path.cwd()), include_assets_files=False)
    app.layout = html.Main(dcc.Location(id="url"))
    app.server.test_client().get("/")
    yield from Bundles(app, None).scripts()
    yield from Assets.of_project().bodies()
    for path in sorted((settings.geodata / "built" / "web").glob("*.json")):
        yield Body("application/json", path.read_bytes, digest(path.read_bytes()))


def write_bundles(folder: Path, settings: Settings) -> tuple[int, int]:
    """Compress every bundle into `folder` (`<sha256>.br`, `.gz`), at the best quality.

    What is there is kept, what is no longer used is removed. Returns how many files stand in the
    folder and how many bytes they hold.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted: set[str] = set()
    for body in _bodies(settings):
        for encoding in _ENCODINGS:
            path = folder / (body.sha + SUFFIX[encoding])
            wanted.add(path.name)
            if not path.is_file():
                write(path, compress(body.load(), encoding, best=True))
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    return len(wanted), sum(path.stat().st_size for path in folder.iterdir())


def main(arguments: list[str]) -> int:
    """`python -m corridors.web.bundles [FOLDER]`."""
    settings = load_or_exit()
    if len(arguments) > 1:
        sys.stderr.write("corridors: give one folder, or none for CORRIDORS_BUNDLES\n")
        return 2
    folder = Path(arguments[0]) if arguments else settings.bundles
    sys.stdout.write(f"Compressing what the browser loads into {folder} (once; some seconds) …\n")
    sys.stdout.flush()
    count, size = write_bundles(folder, settings)
    sys.stdout.write(f"{count} files, {size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
