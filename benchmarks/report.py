"""`docs/benchmarks.md`: the table as it was measured, met or not, and what one must know to read it."""

import os
import platform
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from document import at_scale, with_scale
from results import Row
from servers import HERE

TITLES: Final = {
    "step": "Under the finger",
    "select": "A selection",
    "lens": "A switch of lens",
    "first": "The first map",
    "bytes": "Bytes before the first map",
    "server": "The server",
    "startup": "Startup",
    "imports": "Official files",
    "records": "Trace records",
    "flows": "The flow estimate",
    "briefs": "Briefs",
    "stage": "A meeting",
}
HEAD: Final = """# Benchmarks

<!-- Written by `make bench`; edit benchmarks/report.py, not this file. -->

This product beside its peers on the same work: two maps, the same borders, values, classes and years, taken from our
own built data. All of one section ran in one run, in turn within each round, on one machine; so read the ratios, not
the milliseconds. A target that is missed says so.
"""
TAIL: Final = """## How it is measured

- **To the paint, the same yardstick for everyone** (`benchmarks/probe.js`): from the time of the key's or the pointer's
  event to the start of the first animation frame after the frame that painted the last change. An SVG map has changed
  when its fills read differently; a canvas when it was filled again (and its pixels are checked to differ). For our
  page and the page by hand the sentence and the charts' year marks count too; for the peers only the two maps do.
- **By hand**: the very document that our page is (its DOM taken from the browser, without any script), with every value
  ready in an array and a script that writes only what differs (`benchmarks/peers/handwritten/step.js`).
- **Peers** as their documentation would have them at their fastest: Bokeh's one column patched in place; Plotly figures
  as plain dicts with the geometry by URL; Streamlit's charts with keys. Each in its own production server.
- **Script** is given twice: as the page counts it, and as the browser's trace counts it in the first 60 ms.
- **First map**: cold, a context of its own each time; both servers with the same gunicorn flags. Our own bytes are all
  but Dash's and Plotly's bundles, as sent (compressed, with headers), until the first map stands.
- **Server**: two workers of gunicorn, eight threads each, `--preload`, the same flags for both; 50 kept connections;
  the content of `/evidence` in six views. The bare app answers the very same content from memory. The product keeps
  its last answers; the line of views that nobody asked before tells its work without them. The clients run on the
  same two cores, which draws the ratio towards 1. Memory is the proportional set size after all of these requests.
- **Startup**: both with Python's compiled files, which the round that warms the disk has written; a first start, or
  one where Python may not write them, compiles some three hundred modules and takes some 40 % longer.
- **Official files**: *parsing* is an importer's own work on a file that is open and recognised: the cells, every check
  of them, and the rows of our tables, numbers as numbers (their text is written afterwards, for what is compared and
  kept; the line of the whole way has it). Beside it stands the faster of pyarrow and pandas (for xlsx, calamine), which
  gives bare cells of the same bytes, told the encoding, the delimiter and the first line, and checks
  nothing; a .gz is unpacked in both times. The target is for this pair. Before it, ours looks at a file as one that
  may be hostile (*door*: size, archive bombs, formulas, hash) and
  asks every importer whether it knows the content (*recognised*). A plain reader does none of this; the rows *all of*
  add it and have no target. SESNSP's files are made up in the publisher's layouts (`benchmarks/sesnsp_made.py`).
  Everything is warm: an importer's layouts and the present
  rows that it compares with are in memory from the round before. A first import in a process of its own, as the product
  does it, also starts Python and reads those. Each time is the fastest of several, taken by turns: files of a few
  kilobytes measure what a check costs, not what reading costs.
- **Trace records**: synthetic ones, in one Parquet file. By hand is a `GROUP BY` on the same columns, without names for
  what is unknown, under the same limit of memory. The whole reading is an import without its process: every check, the
  query, and suppression. How both grow is told by the best of the rounds. `make bench-large`
  measures 100 million.
- **The flow estimate**: `ipfn` (its NumPy path, at its own tolerance) and `spint` run in the peers' environment on the
  same numbers: a prior of 51 × 32 pairs by distance with the margins of the shipped estimate, and the latest domestic
  matrix. Imports are not timed. The draws are lognormal cells of one prior with the same margins.
- **A meeting**: from a real key's own time, in the fifteen minute form of one story, every scene forward and back, at
  1600 × 900. The page opens cold with a warm server and its story is started as soon as the button is there; the pack
  opens cold from the disk (`file://`), and its letters, scripts and pictures are in it.
- **Offline**: no page reaches another host. Streamlit's charts would ask one for a world map and stay empty, so they
  are given an empty one before they draw, as the other Plotly pages are.

## What is not measured

Other browsers (one journey runs in Firefox among the tests), graphics hardware, a real network, drags by a hand (the
steps are keys), screens larger than 1600 × 900, and the raster threads after the main thread has painted.

## Again

`make bench` (once: a few minutes for the peers' environment, `benchmarks/requirements-peers.txt`), or one part with
`.venv/bin/python benchmarks/run.py --only step|select|first|bytes|server|startup|imports|records|flows|briefs|stage`
(`--rounds N`, `--json`).
"""
PEERS: Final = ("panel", "bokeh", "holoviews", "vizro", "streamlit", "ipfn", "spint")


def versions() -> dict[str, str]:
    """What ran: ours from this environment, the peers' from their locked list."""
    found = {name: metadata.version(name) for name in ("dash", "plotly", "pandas", "gunicorn")}
    minor = "python_full_version < '3.12'" if platform.python_version_tuple()[1] == "11" else ""
    for line in (HERE / "requirements-peers.txt").read_text("utf-8").splitlines():
        name, _, rest = line.partition("==")
        if name in PEERS and (";" not in rest or not minor or minor in rest):
            found[name] = rest.split()[0]
    return {"python": platform.python_version(), **found}


def machine() -> str:
    busy = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, headless Chromium with software rendering, {platform.system()}; "
        f"load average {busy:.1f} when the run began"
    )


def markdown(rows: list[Row], raw: dict[str, Any]) -> str:
    """The document: a table a section, then how to read it."""
    parts = [HEAD]
    named = ", ".join(f"{name} {version}" for name, version in raw["versions"].items())
    parts.append(f"**Machine**: {raw['machine']}. **Versions**: {named}, Chromium {raw['chromium']}.\n")
    parts.append("Times are median / 95th percentile where there are two.\n")
    for section, title in TITLES.items():
        lines = [row for row in rows if row.section == section]
        if lines:
            parts.append(f"## {title}\n\n{_table(lines)}\n")
    return "\n".join([*parts, TAIL])


def _table(rows: list[Row]) -> str:
    head = "| what | ours | beside | measured | target | met |\n| --- | --- | --- | --- | --- | --- |"
    return "\n".join([head, *(line(row) for row in rows)])


def line(row: Row) -> str:
    """One row of the table."""
    unit = f" {row.unit}" if row.unit else ""
    digits = 2 if row.unit == "×" else 1
    sign = "≤" if row.bound == "max" else "≥"
    value = "" if row.value is None else f"{row.value:.{digits}f}{unit}" if unit else f"{row.value:g}"
    target = "" if row.target is None else f"{sign} {row.target:g}{unit}"
    met = {True: "yes", False: "**no**", None: ""}[row.met]
    return f"| {row.what} | {row.ours} | {row.other} | {value} | {target} | {met} |"


def write(path: Path, rows: list[Row], raw: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(with_scale(markdown(rows, raw), at_scale(path)), "utf-8")
