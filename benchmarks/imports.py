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
ACCEPTED_S: Final = 30
TIMES: Final = 5  # a read takes milliseconds: each round is the median of these


def measure_imports(_port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Each file in turn within each round; then one changed copy of each from preview to accepted."""
    folder = Path(os.environ.get("CORRIDORS_TEST_OFFICIAL", ROOT.parent / "shared" / "official"))
    if not folder.is_dir():
        return [Row("imports", f"the agencies' files are not at {folder.name}", "", "", None, None)], {}
    rows: list[Row] = []
    raw: dict[str, Any] = {}
    for name in FILES:
        ours, plain = [], []
        for number in range(rounds + 1):
            mine, other = _seconds(lambda name=name: _read(folder / name)), _plain(folder / name)
            if number:
                ours.append(mine)
                plain.append(other)
        raw[name] = {"ours_s": ours, "plain_s": plain}
        rows.append(
            Row(
                "imports", f"reading `{name}`", f"{median(ours) * 1e3:.1f} ms", f"{median(plain) * 1e3:.1f} ms",
                median(ours) / median(plain), 2,
            )
        )  # fmt: skip
    taken = raw["accepted_s"] = _accepted(folder / LARGEST)
    said = "from the largest file, changed, to accepted: read, compared, tables and cube rebuilt"
    return [*rows, Row("imports", said, f"{taken:.1f} s", "", taken, ACCEPTED_S, unit="s")], raw


def _seconds(work: Callable[[], object]) -> float:
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return median(found)


def _read(path: Path) -> object:
    """What the product does with the bytes, once the door has them: tell, decode, parse, validate."""
    content = open_file(path)
    module, _ = reading.identify(content)
    return module.read(content, GEODATA)


def _plain(path: Path) -> float:
    """The fastest of the plain readers that give the cells: no decoding to rows of ours, no check."""
    data = path.read_bytes()
    if path.suffix == ".xlsx":
        return _seconds(
            lambda: CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_index(0).to_python()
        )
    raw = gzip.decompress(data) if path.suffix == ".gz" else data
    skip = next(at for at, line in enumerate(raw.splitlines()) if line.count(b",") > 3 or line.count(b";") > 3)
    body = b"\n".join(line for line in raw.splitlines()[skip:] if line.count(b",") > 3 or line.count(b";") > 3)
    delimiter = ";" if body.count(b";") > body.count(b",") else ","
    encoding = "utf8" if _is_utf8(raw) else "latin1"

    def arrow() -> object:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        options = pc.ReadOptions(encoding=encoding, skip_rows=1, autogenerate_column_names=True)
        return pc.read_csv(io.BytesIO(body if skip else data), options, pc.ParseOptions(delimiter=delimiter))

    def pandas() -> object:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return pd.read_csv(
            io.BytesIO(body if skip else data), encoding=encoding, sep=delimiter, skiprows=1, header=None
        )

    return min(_seconds(arrow), _seconds(pandas))


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
