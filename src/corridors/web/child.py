"""The process beside the server that runs one command on one uploaded file: limited, watched, ended in time.

`python -m corridors.web.child FOLDER` reads `task.json` in the folder of a job (`web/jobs.py`), runs its
command there and writes `end.json`. It is a process of its own, so that a worker of the server may be
replaced while it runs, and single-threaded, so that limits can be set between fork and exec.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from corridors import processes
from corridors.whole import write

TASK: Final = "task.json"
END: Final = "end.json"
CANCEL: Final = "cancel"
UPLOAD: Final = "upload"
SAID: Final = "said.jsonl"  # what the command writes on standard error: progress, one JSON document a line
NICE: Final = 10
TAIL: Final = 8_192
_LOOK_SECONDS: Final = 0.1
_NO_MEMORY: Final = re.compile(rb"MemoryError|bad_alloc|[Oo]ut of [Mm]emory|Cannot allocate memory|malloc of size")


def note(path: Path, content: object) -> None:
    """Write JSON whole: a reader sees the old or the new, never half of it."""
    write(path, json.dumps(content).encode())


def answer(folder: Path, phase: str) -> Path:
    """The file that holds what the command printed on standard output in a phase of a job."""
    return folder / f"{phase}.out"


def limit(memory: int, seconds: int, largest: int) -> None:
    """The limits of the command itself, set between fork and exec; and it yields to the server."""
    processes.limit(memory, seconds, largest)
    os.nice(NICE)
    # Where memory is short in spite of the limit, the kernel ends this process and not the server.
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def run(folder: Path, task: dict[str, Any]) -> dict[str, Any]:
    """Run a task to its end: its exit status, and the reason where it was ended (time, memory, limit, cancelled)."""
    server = os.getppid() if task["phase"] == "preview" else None
    with answer(folder, task["phase"]).open("wb") as out, (folder / SAID).open("wb") as said:
        child = subprocess.Popen(
            task["command"],
            cwd=task["cwd"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=said,
            start_new_session=True,
            preexec_fn=partial(limit, task["memory"], task["seconds"], task["largest"]),  # noqa: PLW1509 - one thread
        )
        reason = watch(child, folder, time.monotonic() + task["seconds"], server)
    return {"exit": child.returncode, "reason": reason or _why(child.returncode, folder)}


def watch(child: "subprocess.Popen[bytes]", folder: Path, deadline: float, server: int | None) -> str:
    """Wait for the command; "" when it ended by itself, else why it was ended, with all that it started."""
    while True:
        try:
            child.wait(_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            # A preview that nobody can read any more is not finished; an accept always is.
            gone = server is not None and os.getppid() != server
            reason = "cancelled" if gone or (folder / CANCEL).exists() else "time"
            if reason == "time" and time.monotonic() < deadline:
                continue
            end_all(child.pid)
            child.wait()
            return reason
        return ""


def end_all(pid: int) -> None:
    """Kill a process and all that it started, also what leads a session of its own, where there is a /proc."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # pid (name) state parent …; a name may hold anything, brackets too
            parents[int(stat.parent.name)] = int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    doomed = [pid]
    for one in doomed:
        doomed += [each for each, parent in parents.items() if parent == one]
    for one in doomed:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def _why(status: int, folder: Path) -> str:
    """Which limit ended a command that was not asked to end; "" where it only failed."""
    if status == -signal.SIGXCPU:
        return "time"
    with (folder / SAID).open("rb") as said:
        said.seek(max(0, said.seek(0, os.SEEK_END) - TAIL))
        if status and _NO_MEMORY.search(said.read()):
            return "memory"
    # The kernel short of memory, and a crash in a parser: both of them a signal.
    return "limit" if status < 0 else ""


def main(folder: Path) -> None:
    """Run a job; what is no longer wanted (cancelled, or accepted) is removed with its bytes."""
    task = json.loads((folder / TASK).read_bytes())
    end = run(folder, task)
    if end["reason"] == "cancelled":
        shutil.rmtree(folder, ignore_errors=True)
        return
    if end["exit"] == 0 and task["phase"] == "accept":
        (folder / UPLOAD).unlink(missing_ok=True)
    note(folder / END, end)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
