"""Who is measured: this product, a page written by hand, and the peers, each with its server and its page."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any, Final

import data
from browser import Contender
from servers import CACHE, HERE, ROOT, Server, gunicorn, peer_python, product_env

QUERY: Final = f"v=1&lang=en&us={data.US_MEASURE}&mx={data.MX_MEASURE}&y={data.START}"
SELECT: Final = "v=1&lang=en"  # the opening view, where published pairs tie both maps
MUNICIPAL: Final = f"v=1&lang=en&us={data.US_MEASURE}&mx=municipal_share_of_state&y={data.START}"
READY: Final = "#evidence[data-ready='1']"
SLIDER: Final = "#time input[type=range]:not([hidden])"


def _svg(us: str, mx: str) -> tuple[dict[str, Any], ...]:
    return tuple({"kind": "svg", "sel": f"{where} .choroplethlayer path"} for where in (us, mx))


PAGE_TARGETS: Final = (
    *_svg("#map-us", "#map-mx"),
    {"kind": "style", "sel": "#charts .year-mark", "optional": True},
    {"kind": "text", "sel": "#sentence"},
)
CANVAS_TARGETS: Final = tuple({"kind": "canvas", "sel": "canvas.bk-layer", "side": side} for side in ("left", "right"))


def product(port: int, app: str = "app:server") -> Server:
    return Server("corridors", gunicorn(app, port), port, "/health", product_env(port))


def handwritten(port: int) -> Server:
    folder = CACHE / "handwritten"
    command = (sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder))
    return Server("handwritten", command, port)


def bare_dash(port: int) -> Server:
    return Server("bare-dash", gunicorn("bare_dash:server", port), port, folder=HERE / "peers")


def peers(port: int) -> list[Server]:
    """The peers' servers as their own documentation starts them, on the ports from `port` on."""
    python = str(peer_python())
    folder = HERE / "peers"
    panel = [
        Server(
            name,
            (python, "-m", "panel", "serve", str(folder / f"{file}.py"), "--port", str(at), "--address", "127.0.0.1"),
            at,
            f"/{file}",
        )
        for at, name, file in ((port, "panel-bokeh", "panel_bokeh"), (port + 1, "panel-holoviews", "panel_holoviews"))
    ]
    options = {
        "server.port": str(port + 3), "server.address": "127.0.0.1", "server.headless": "true",
        "server.enableStaticServing": "true", "browser.gatherUsageStats": "false",
    }  # fmt: skip
    flags = [part for name, value in options.items() for part in (f"--{name}", value)]
    streamlit = (python, "-m", "streamlit", "run", str(_streamlit_folder() / "streamlit_app.py"), *flags)
    return [
        *panel,
        Server("vizro", gunicorn("vizro_app:server", port + 2, Path(python)), port + 2, folder=folder),
        Server("streamlit", streamlit, port + 3),
    ]


def _streamlit_folder() -> Path:
    """Streamlit serves static files from a folder beside the script, so the script is laid beside the shapes."""
    folder = CACHE / "streamlit"
    (folder / "static").mkdir(parents=True, exist_ok=True)
    work = json.loads((CACHE / "maps.json").read_text("utf-8"))
    for key in ("us", "mx"):
        (folder / "static" / f"{key}.json").write_text(json.dumps(work[key]["geojson"]), "utf-8")
    shutil.copy(HERE / "peers" / "streamlit_app.py", folder / "streamlit_app.py")
    return folder


def product_page(server: Server, query: str = QUERY, name: str = "corridors") -> Contender:
    return Contender(name, "Corridors", f"http://127.0.0.1:{server.port}/evidence?{query}", SLIDER, PAGE_TARGETS, READY)


def handwritten_page(server: Server) -> Contender:
    return Contender("handwritten", "by hand", f"{server.url}index.html", SLIDER, PAGE_TARGETS, "#map-us path")


def peer_pages(servers: list[Server]) -> list[Contender]:
    """The peers' pages: what is their slider, and where their two maps are."""
    stub = HERE / "peers" / "assets" / "geo-stub.js"
    url = {server.name: server.url for server in servers}
    keyed = _svg(".st-key-us", ".st-key-mx")
    return [
        Contender("panel-bokeh", "Panel + Bokeh", url["panel-bokeh"], "[role=slider]", CANVAS_TARGETS, "canvas"),
        Contender("vizro", "Vizro", url["vizro"], "[role=slider]", _svg("#us", "#mx"), "#mx .choroplethlayer path"),
        Contender("streamlit", "Streamlit", url["streamlit"], "input[type=range]", keyed, keyed[1]["sel"], init=stub),
        Contender(
            "panel-holoviews", "Panel + HoloViews", url["panel-holoviews"], "[role=slider]", CANVAS_TARGETS, "canvas"
        ),
    ]


def built() -> Path:
    return ROOT / "geodata" / "built"
