"""`make bench`: the speed table, each line as a ratio measured in one run. See docs/benchmarks.md."""

import argparse
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import briefs
import contenders
import data
import first
import flows
import imports
import lens
import load
import records
import report
import stage
import startup
import steps
from browser import chromium
from results import Row
from servers import CACHE, ROOT

Section = Callable[[int, int], tuple[list[Row], dict[str, Any]]]
SECTIONS: Final[dict[str, tuple[tuple[str, Section, int], ...]]] = {
    "step": (("step", steps.measure_steps, 5), ("regions", steps.measure_regions, 3)),
    "select": (("select", steps.measure_selection, 5),),
    "lens": (("lens", lens.measure_lens, 3),),
    "first": (("first", first.measure_first, 7),),
    "bytes": (("bytes", first.measure_first, 1),),
    "server": (("server", load.measure_server, 3),),
    "startup": (("startup", startup.measure_startup, 7),),
    "imports": (("imports", imports.measure_imports, 5),),
    "records": (("records", records.measure_records, 3),),
    "flows": (("flows", flows.measure_flows, 5),),
    "briefs": (("briefs", briefs.measure_briefs, 3),),
    "stage": (("stage", stage.measure_stage, 3),),
}
# `first` counts the bytes too.
WHOLE: Final = (
    "step",
    "select",
    "lens",
    "first",
    "server",
    "startup",
    "imports",
    "records",
    "flows",
    "briefs",
    "stage",
)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=list(SECTIONS), help="one part of the table; without it, all of it")
    parser.add_argument("--rounds", type=int, help="rounds of each part (the default differs by part)")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of the table")
    parser.add_argument("--write", type=Path, help="where the document goes (the whole run: docs/benchmarks.md)")
    parser.add_argument("--port", type=int, default=8120, help="first of ten ports on 127.0.0.1 (8120)")
    return parser.parse_args()


def main() -> int:
    """Measure, print, write. Exit 0 also when a target is missed: the table says so."""
    asked = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers are stopped then too
    data.build(contenders.built(), CACHE / "maps.json")
    raw: dict[str, Any] = {"versions": report.versions(), "machine": report.machine(), "chromium": _chromium()}
    rows: list[Row] = []
    for section in (asked.only,) if asked.only else WHOLE:
        for name, measure, rounds in SECTIONS[section]:
            print(f"{name} ...", file=sys.stderr, flush=True)
            found, details = measure(asked.port, asked.rounds or rounds)
            rows += [row for row in found if section != "bytes" or row.section == "bytes"]
            raw[name] = details
    target = asked.write or (None if asked.only else ROOT / "docs" / "benchmarks.md")
    if target:
        report.write(target, rows, raw)
    (CACHE / "last.json").write_text(json.dumps({"rows": [row.as_dict() for row in rows], **raw}), "utf-8")
    if asked.json:
        print(json.dumps({"rows": [row.as_dict() for row in rows], **raw}, ensure_ascii=False))
    else:
        for row in rows:
            print(report.line(row))
    return 0


def _chromium() -> str:
    with chromium() as browser:
        return browser.version


if __name__ == "__main__":
    sys.exit(main())
