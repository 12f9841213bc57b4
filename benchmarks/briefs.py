"""Briefs: one as a person asks for it, and every one of them, with the memory that it takes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from results import Row, median
from servers import ROOT

ONE_S: Final = 3.0
ALL_S: Final = 180.0
FLAT: Final = 1.3  # memory of the last third beside the middle third
PAUSE_S: Final = 0.5
COMMAND: Final = (sys.executable, "-m", "corridors.cli", "brief")


def measure_briefs(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """`corridors brief san-diego` from the prompt to the file, `rounds` times; then `--all` once. No port is needed."""
    del port
    with tempfile.TemporaryDirectory() as folder:
        one = {kind: median([_one(folder, kind) for _ in range(rounds)]) for kind in ("pdf", "pptx")}
        seconds, megabytes = _all(folder)
    third = max(len(megabytes) // 3, 1)
    growth = median(megabytes[-third:]) / median(megabytes[third : 2 * third] or megabytes)
    rows = [
        Row("briefs", f"one brief, {kind}, from the prompt to the file", f"{took:.2f} s", "", took, ONE_S, unit=" s")
        for kind, took in one.items()
    ]
    rows += [
        Row("briefs", "every consulate in both languages", f"{seconds:.0f} s", "", seconds, ALL_S, unit=" s"),
        Row("briefs", f"memory of all processes, at most {max(megabytes):.0f} MB: last third beside the middle",
            f"{growth:.2f}", "", growth, FLAT),
    ]  # fmt: skip
    return rows, {"one_s": one, "all_s": seconds, "megabytes": megabytes}


def _one(folder: str, kind: str) -> float:
    began = time.perf_counter()
    subprocess.run([*COMMAND, "san-diego", "--format", kind, "--out", f"{folder}/one.{kind}"], check=True, cwd=ROOT,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    return time.perf_counter() - began


def _all(folder: str) -> tuple[float, list[float]]:
    """Seconds, and the resident memory (MB) of the command and its processes twice a second."""
    began = time.perf_counter()
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(
        [*COMMAND, "--all", "--out", f"{folder}/all"], cwd=ROOT, start_new_session=True, **silent
    )
    seen: list[float] = []
    while process.poll() is None:
        seen.append(_resident(process.pid))
        time.sleep(PAUSE_S)
    if process.returncode:
        raise RuntimeError(f"corridors brief --all ended with {process.returncode}")
    return time.perf_counter() - began, seen


def _resident(group: int) -> float:
    """The pages of every process of a group (Linux), in MB."""
    pages = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[2]) == group:
            pages += int(fields[21])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
