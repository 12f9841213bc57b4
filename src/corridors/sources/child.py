"""A user's file is read in a process of its own: with limits, without network, and with nothing else in reach.

The process is `corridors.sources.reader`; it gets the request as JSON, and a private folder for the result: tables as
Arrow files, all else as JSON. Nothing is pickled.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from pyarrow import feather

from corridors.errors import DataError
from corridors.model.cards import Card
from corridors.processes import environment
from corridors.sources import progress
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.problems import Problem, Refused, problem, refuse
from corridors.sources.reader import PEAK, RESULT, no_memory
from corridors.sources.sandbox import Limits

Outcome = Batch | Refused
_POLL: Final = 0.005
_SAID: Final = 20_000  # bytes of what a process that failed said last
_NO_MEMORY: Final = re.compile(
    r"memory allocation|bad_alloc|MemoryError|[Oo]ut of [Mm]emory|annot allocate memory|failed to map"
)
_FRAME: Final = re.compile(r'File "[^"]*/([^"/]+)", line (\d+)')


def _silent(_: progress.Share) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True)
class Run:
    """What came of a file, and what it cost: seconds, and the peak of memory in bytes."""

    outcome: Outcome
    seconds: float
    peak: int


def parse(
    path: Path, hints: Mapping[str, str], geodata: Path, limits: Limits | None = None, told: progress.Told = _silent
) -> Outcome:  # fmt: skip
    """The rows of a publisher's file, or the refusal with every reason; whatever the file is, nothing else.

    `told` hears how far the reading has come. DataError when the present data (`geodata`) are at fault, not the file.
    """
    return run(path, hints, geodata, limits or Limits(), told).outcome


def run(
    path: Path, hints: Mapping[str, str], geodata: Path, limits: Limits, told: progress.Told = _silent
) -> Run:  # fmt: skip
    """`parse`, with what it cost."""
    started = time.monotonic()
    asked = {"path": str(path.absolute()), "hints": dict(hints), "geodata": str(geodata.resolve())}
    with tempfile.TemporaryDirectory(prefix="corridors-") as name:
        folder = Path(name)
        (folder / "request.json").write_text(json.dumps({**asked, "limits": asdict(limits)}), encoding="utf-8")
        code, peak = _process(folder, limits.wall, told)
        if (folder / PEAK).is_file():  # what the parent held when it forked is not in it
            peak = int((folder / PEAK).read_text(encoding="ascii"))
        outcome = _take(folder) if code == 0 else died(code, _said(folder), limits)
    return Run(outcome, time.monotonic() - started, peak)


def _process(folder: Path, wall: float, told: progress.Told) -> tuple[int | None, int]:
    """Runs the process to its end; its exit code (None: it was ended, the time being over) and its peak of memory."""
    with (folder / "request.json").open("rb") as request, (folder / "said").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-s", "-P", "-m", "corridors.sources.reader"],
            stdin=request, stdout=out, stderr=out, cwd=folder, env=environment(folder), start_new_session=True,
        )  # fmt: skip
    deadline = time.monotonic() + wall
    said: progress.Share | None = None
    try:
        # Not `process.wait`: it does not tell what the process has cost.
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        while not ended and time.monotonic() < deadline:
            time.sleep(_POLL)
            said = _passed_on(folder, said, told)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    except BaseException:
        process.kill()
        process.wait()
        raise
    if not ended:
        process.kill()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # whatever it may have started goes with it
    unit = 1 if sys.platform == "darwin" else 1024
    return (process.returncode if ended else None), usage.ru_maxrss * unit


def _passed_on(folder: Path, last: progress.Share | None, told: progress.Told) -> progress.Share | None:
    """Passes on what the reader said, once."""
    said = progress.told(folder)
    if said and said != last:
        told(said)
    return said


def _take(folder: Path) -> Outcome:
    found: dict[str, Any] = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    if "error" in found:
        raise DataError(found["error"])
    if "refused" in found:
        refused = Refused([Problem(**one) for one in found["refused"]])
        refused.more = found["more"]
        return refused
    parts = [
        Part(
            table, feather.read_feather(folder / file, memory_map=False), {name: tuple(v) for name, v in scope.items()}
        )
        for table, file, scope in found["parts"]
    ]
    return Batch(
        found["source"], found["edition"], found["published"], tuple(found["recognised_by"]), tuple(parts),
        found["totals"], found["partition"], tuple(Note(*note) for note in found["warnings"]),
        tuple(Card(**card) for card in found["cards"]), found["sha256"], tuple(found["apart"]),
    )  # fmt: skip


def _said(folder: Path) -> str:
    return (folder / "said").read_bytes()[-_SAID:].decode("utf-8", "replace")


def died(code: int | None, said: str, limits: Limits) -> Refused:
    """One clear refusal for a process that gave no result."""
    if code is None or code == -signal.SIGXCPU:
        seconds = limits.wall if code is None else limits.cpu
        return Refused([problem("slow", limit=seconds)])
    if code == -signal.SIGKILL or _NO_MEMORY.search(said):
        return no_memory(limits)
    places = _FRAME.findall(said)
    where = f" ({':'.join(places[-1])})" if places else ""
    last = said.strip().splitlines()[-1:] or [f"signal {-code}" if code < 0 else f"status {code}"]
    return refuse("unreadable", found=f"{last[0][:80]}{where}")
