"""`make bench-large`: 100 million synthetic records, read as an import reads them. It writes one section of the table.

It takes some ten minutes, and room for about 2 GB of records and what DuckDB spills. The records are removed after.
"""

import argparse
import os
import platform
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

import duckdb
from document import PATH, TITLE, with_scale
from servers import CACHE, ROOT

from corridors.sources.child import Run, run
from corridors.sources.engines import MEMORY as ENGINE
from corridors.sources.problems import Refused
from corridors.sources.sandbox import Limits
from corridors.sources.synth import synthesise

GEODATA: Final = ROOT / "geodata"
TERMS: Final = {"authority": "nobody", "purpose": "a benchmark", "audience": "nobody"}
SIZES: Final = (1_000_000, 10_000_000, 100_000_000)
MEMORY: Final = 1_500  # MB
HEAD: Final = f"""{TITLE}

<!-- Written by `make bench-large`; edit benchmarks/large.py, not this section. -->

Synthetic records (one Parquet file) from the door to suppressed tables, as `corridors import` reads them: a process of
its own with its limits, the columns and every value checked, one query, suppression. Memory is the peak of that whole
process (resident), spilled the most that lay in its folder at one time.

"""


class Watch(threading.Thread):
    """The most bytes that ever lay in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder, self.most, self.over = folder, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.2):
            self.most = max(self.most, self._bytes())

    def _bytes(self) -> int:
        total = 0
        for path in self.folder.rglob("*"):
            try:
                total += path.stat().st_blocks * 512
            except FileNotFoundError:
                continue  # it went while we looked
        return total


def measured(path: Path, folder: Path) -> tuple[Run, int]:
    """The run of the importer's own process, and the most that it had on disk."""
    tempfile.tempdir = str(folder)
    watch = Watch(folder)
    watch.start()
    try:
        done = run(path, TERMS, GEODATA, Limits())
    finally:
        watch.over.set()
        watch.join()
        tempfile.tempdir = None
    if isinstance(done.outcome, Refused):
        raise SystemExit("; ".join(one.line("en") for one in done.outcome.problems))
    return done, watch.most


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, default=PATH)
    parser.add_argument("--rows", type=int, action="append", help="instead of 1, 10 and 100 million")
    asked = parser.parse_args()
    lines = [
        "| records | file | read in | a million | peak of memory | spilled | at most 1.5 GB |",
        "| ---: " * 6 + "| --- |",
    ]
    for size in asked.rows or SIZES:
        CACHE.mkdir(parents=True, exist_ok=True)
        path = CACHE / f"large-{size}.parquet"
        path.unlink(missing_ok=True)
        began = time.perf_counter()
        synthesise(path, size, 1, GEODATA)
        print(f"{size:,} records made in {time.perf_counter() - began:.0f} s", flush=True)
        try:
            with tempfile.TemporaryDirectory(prefix="corridors-large-", dir=CACHE) as folder:
                done, spilled = measured(path, Path(folder))
            file = path.stat().st_size
        finally:
            path.unlink()
        peak = done.peak / 1e6
        lines.append(
            f"| {size:,} | {file / 1e6:,.0f} MB | {done.seconds:.1f} s | {done.seconds / size * 1e6:.2f} s | "
            f"{peak:,.0f} MB | {spilled / 1e6:,.0f} MB | {'yes' if peak <= MEMORY else 'no'} |"
        )
        print(lines[-1], flush=True)
    tail = (
        f"\n**Machine**: {os.cpu_count()} cores, {platform.system()}; DuckDB {duckdb.__version__}, held to {ENGINE}.\n"
    )
    section = HEAD + "\n".join(lines) + "\n" + tail
    asked.write.write_text(with_scale(asked.write.read_text("utf-8"), section), encoding="utf-8")


if __name__ == "__main__":
    main()
