"""Official files: reading beside the fastest plain reader of the format, and from preview to accepted.

Where the agencies' real files lie on the machine (CORRIDORS_TEST_OFFICIAL, or beside the checkout); otherwise the
section says that they are not there.
"""

import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow.csv as pc
import sesnsp_made
from python_calamine import CalamineWorkbook
from results import Row, median
from servers import ROOT

from corridors.sources import reading
from corridors.sources.door import open_file

GEODATA: Final = ROOT / "geodata"
LARGEST: Final = "bts/bts_us_mexico_monthly_1996_2025-02.csv.gz"
FILES: Final = (
    "atf/trace_2014.xlsx", "atf/final_source_recovery_by_state-cy_2013.xlsx", "inegi/1990.csv", "inegi/2015.csv",
    "inegi/df_homicides_00-2019_inegi_registro.csv", "fbi/nics-firearm-background-checks.csv",
    "census/NST-EST2024-ALLDATA.csv", "conapo/conapo_pob_ent_gender_1950_2070.csv",
    LARGEST, "laws/laws_by_state_year.csv",
)  # fmt: skip
# Opened and checked as hostile; recognised; a workbook's cells; parsed and validated.
STEPS: Final = ("door", "told", "cells", "read")
UNPACKED: Final = "unpacked"  # the part of the door that a plain reader of a .gz does too
ACCEPTED_S: Final = 30
TIMES: Final = 15  # a read takes milliseconds: each round is the fastest of these, ours and the plain one by turns


def measure_imports(_port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Each file in turn within each round; then the largest, changed, from preview to accepted.

    The target is for parsing (with every check of the importer) beside a plain reader; what the door and recognition
    add is a row of its own, without a target.
    """
    folder = Path(os.environ.get("CORRIDORS_TEST_OFFICIAL", ROOT.parent / "shared" / "official"))
    if not folder.is_dir():
        return [Row("imports", f"the agencies' files are not at {folder.name}", "", "", None, None)], {}
    rows: list[Row] = []
    raw: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as made:
        for name, path in ({name: folder / name for name in FILES} | sesnsp_made.made(Path(made))).items():
            _measure(name, path, rounds, rows, raw)
    taken = raw["accepted_s"] = _accepted(folder / LARGEST)
    said = "from the largest file, changed, to accepted: read, compared, tables and cube rebuilt"
    return [*rows, Row("imports", said, f"{taken:.1f} s", "", taken, ACCEPTED_S, unit="s")], raw


def _measure(name: str, path: Path, rounds: int, rows: list[Row], raw: dict[str, Any]) -> None:
    """Two lines of the table for one file: the parse alone, and all of the way from the door."""
    found = [_round(path) for _ in range(rounds + 1)][1:]
    steps = {step: median([one[step] for one in found]) for step in found[0]}
    plain = min(steps["arrow"], steps["pandas"]) if "arrow" in steps else steps["calamine"]
    raw[name] = found
    parsing = steps[UNPACKED] + steps["cells"] + steps["read"]
    beside = f"{plain * 1e3:.1f} ms"
    apart = f"door {steps['door'] * 1e3:.1f} ms, recognised {steps['told'] * 1e3:.1f} ms: not counted here"
    rows.append(Row("imports", f"parsing `{name}`", f"{parsing * 1e3:.1f} ms ({apart})", beside, parsing / plain, 2))
    whole = sum(steps[step] for step in STEPS)
    said = f"all of `{name}`: door, recognised and parsed"
    rows.append(Row("imports", said, f"{whole * 1e3:.1f} ms", beside, whole / plain, None))


def _round(path: Path) -> dict[str, float]:
    """The fastest seconds of each of our steps and of each plain reader, which take turns: neighbours on the machine
    disturb them alike."""
    found: dict[str, list[float]] = {}
    plain = _plain(path)
    packed = path.read_bytes() if path.suffix == ".gz" else b""
    for _ in range(TIMES):
        began = time.perf_counter()
        if packed:
            gzip.decompress(packed)
        found.setdefault(UNPACKED, []).append(time.perf_counter() - began)
        began = time.perf_counter()
        content = open_file(path)
        opened = time.perf_counter()
        _ = content.sheets  # kept for recognition and for the importer, and it is parsing that it belongs to
        cells = time.perf_counter()
        module, _ = reading.identify(content)
        told = time.perf_counter()
        module.read(content, GEODATA)
        read = time.perf_counter()
        for step, seconds in zip(STEPS, (opened - began, told - cells, cells - opened, read - told), strict=True):
            found.setdefault(step, []).append(seconds)
        for name, work in plain.items():
            began = time.perf_counter()
            work()
            found.setdefault(name, []).append(time.perf_counter() - began)
    return {name: min(seconds) for name, seconds in found.items()}


def _plain(path: Path) -> dict[str, Callable[[], object]]:
    """The plain readers that give the cells, by name: no decoding to rows of ours, no check.

    They begin where ours does, with the bytes of the file; a .gz is unpacked in both times.
    """
    if path.suffix == ".xlsx":
        book = path.read_bytes()
        return {"calamine": lambda: CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()}
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    skip = next(at for at, line in enumerate(raw.splitlines()) if line.count(b",") > 3 or line.count(b";") > 3)
    body = b"\n".join(line for line in raw.splitlines()[skip:] if line.count(b",") > 3 or line.count(b";") > 3)
    delimiter = ";" if body.count(b";") > body.count(b",") else ","
    encoding = "utf8" if _is_utf8(raw) else "latin1"

    packed = path.read_bytes() if path.suffix == ".gz" else b""

    def data() -> io.BytesIO:
        return io.BytesIO(gzip.decompress(packed) if packed else body if skip else raw)

    def arrow() -> object:
        options = pc.ReadOptions(encoding=encoding, skip_rows=1, autogenerate_column_names=True)
        return pc.read_csv(data(), options, pc.ParseOptions(delimiter=delimiter))

    def pandas() -> object:
        return pd.read_csv(data(), encoding=encoding, sep=delimiter, skiprows=1, header=None)

    return {"arrow": arrow, "pandas": pandas}


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _accepted(path: Path) -> float:
    """The largest of the files with one number changed, taken in by the command line over the shipped data."""
    with tempfile.TemporaryDirectory() as made:
        changed = Path(made) / "changed.csv"
        head, _, last = gzip.decompress(path.read_bytes()).rstrip().rpartition(b",")
        changed.write_bytes(head + b"," + str(int(last) + 1).encode() + b"\n")
        command = (sys.executable, "-m", "corridors.cli", "import", str(changed), "--accept", "--json")
        began = time.perf_counter()
        done = subprocess.run(
            [*command, "--geodata", str(GEODATA), "--state", str(Path(made) / "state")],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        seconds = time.perf_counter() - began
        if not json.loads(done.stdout)["accepted"]:
            raise RuntimeError(f"{path.name} was not accepted: {done.stdout[:500]}")
        return seconds
