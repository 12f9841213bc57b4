"""Jobs of the import page: a folder each in the state folder, so that every worker of the server sees the same.

state/inbox/lock              held while a command runs: one at a time; holds the id of its job
state/inbox/<job>/upload      the bytes as they came; never under a name from outside
state/inbox/<job>/task.json   what is run now: phase, command, limits
state/inbox/<job>/*.out       what the command printed, a phase each; said.jsonl: its progress; end.json: how it ended
"""

import fcntl
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, Literal

from corridors.errors import CorridorsError
from corridors.processes import environment
from corridors.settings import Settings, project_root
from corridors.web import child

Phase = Literal["preview", "accept"]
_PYTHON: Final = (sys.executable, "-s", "-P", "-B", "-m")  # no user's site, nothing from the present folder
COMMAND: Final = (*_PYTHON, "corridors.cli")
SUPERVISOR: Final = (*_PYTHON, "corridors.web.child")
KEPT_JOBS: Final = 8
KEPT_SECONDS: Final = 3_600
CHUNK: Final = 1 << 20
LARGEST_ANSWER: Final = 8_000_000
LARGEST_FILE: Final = 8_000_000_000  # of each that the command writes: a large sum of records spills to disk
_ID: Final = re.compile(r"[0-9a-f]{32}")
_TRIES: Final = 10


class Busy(CorridorsError):
    """Another import is running."""


@dataclass(frozen=True)
class Inbox:
    """The jobs of a state folder. `command` is the product's own command line."""

    settings: Settings
    command: Sequence[str] = COMMAND

    @property
    def folder(self) -> Path:
        """Where jobs are kept; made with the first one."""
        return self.settings.state / "inbox"

    def receive(self, stream: IO[bytes], length: int) -> str:
        """Keep `length` bytes of a stream as a new job; its id. OSError when they cannot be written or are too few."""
        self.sweep(KEPT_JOBS - 1)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        id = secrets.token_hex(16)
        job = self.folder / id
        job.mkdir(mode=0o700)
        try:
            left = length
            with (job / child.UPLOAD).open("xb") as file:
                while left and (read := stream.read(min(CHUNK, left))):
                    file.write(read)
                    left -= len(read)
            if left:
                raise ConnectionAbortedError("the upload ended early")
        except BaseException:
            shutil.rmtree(job, ignore_errors=True)
            raise
        return id

    def find(self, id: str) -> Path | None:
        """The folder of a job; None for anything that is not the id of a job that is kept."""
        job = self.folder / id
        return job if _ID.fullmatch(id) and job.is_dir() and not (job / child.CANCEL).exists() else None

    def start(self, job: Path, phase: Phase, arguments: Sequence[str]) -> None:
        """Run `corridors import` on the upload in a child process. Busy when another import runs."""
        lock = self._take(job.name)
        try:
            for old in (child.END, child.SAID):
                (job / old).unlink(missing_ok=True)
            task = {
                "phase": phase,
                "command": [*self.command, "import", str(job / child.UPLOAD), "--json", *arguments],
                "arguments": list(arguments),
                "cwd": str(project_root()),
                "memory": self.settings.import_memory_bytes,
                "seconds": self.settings.import_seconds,
                "largest": LARGEST_FILE,
            }
            child.note(job / child.TASK, task)
            process = subprocess.Popen(
                [*SUPERVISOR, str(job)],
                cwd=project_root(),
                env=self._environment(job),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                pass_fds=(lock,),
            )
        finally:
            # The process holds the lock from here on, until it ends, however it ends.
            os.close(lock)
        # An ended process whose parent never asks stays in the process table.
        threading.Thread(target=process.wait, daemon=True).start()

    def cancel(self, job: Path) -> bool:
        """Forget a job, and end its preview; False while it is being accepted, which is never broken off."""
        if not self.runs(job):
            shutil.rmtree(job, ignore_errors=True)
        elif _json(job / child.TASK)["phase"] == "accept":
            return False
        else:
            (job / child.CANCEL).touch()
        return True

    def runs(self, job: Path) -> bool:
        """Whether the command of a job runs now."""
        return self.running() == job.name

    def running(self) -> str:
        """The id of the job whose command runs now, or ""."""
        try:
            with (self.folder / "lock").open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return ""
        except BlockingIOError:
            return (self.folder / "lock").read_text(encoding="ascii")
        return ""

    def sweep(self, most: int = KEPT_JOBS) -> None:
        """Remove the jobs that were left alone for an hour, and the oldest of more than `most`."""
        found = [path for path in self.folder.glob("*") if _ID.fullmatch(path.name)] if self.folder.is_dir() else []
        running = self.running()
        idle = sorted((path for path in found if path.name != running), key=_touched)
        since = time.time() - KEPT_SECONDS
        for at, job in enumerate(idle):
            if _touched(job) < since or at < len(found) - most or (job / child.CANCEL).exists():
                shutil.rmtree(job, ignore_errors=True)

    def _take(self, id: str) -> int:
        """The lock, held and marked with the id of the job. Busy when another process holds it."""
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        for tried in range(_TRIES):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                # A worker that asks whether it is held holds it for a moment itself.
                time.sleep(0.01 * tried)
            else:
                os.pwrite(lock, id.encode("ascii"), 0)
                return lock
        os.close(lock)
        raise Busy("another import is running")

    def _environment(self, job: Path) -> dict[str, str]:
        """What the command may know: where the data are. No secret, nothing of the person who started the server."""
        return environment(
            job,
            CORRIDORS_GEODATA=str(self.settings.geodata.resolve()),
            CORRIDORS_STATE=str(self.settings.state.resolve()),
            CORRIDORS_PROGRESS="json",
        )


def state(inbox: Inbox, job: Path) -> dict[str, Any]:
    """Where a job stands, for the page: `state` and what belongs to it.

    received; running (`phase`, `progress`); previewed (`preview`); accepted (`result`); refused (`phase`, `result`:
    problems, or what the command said); failed (`phase`, `reason`: time, memory, limit, broken).
    """
    task = _json(job / child.TASK)
    if not task:
        return {"state": "received"}
    phase = str(task["phase"])
    end = _json(job / child.END)
    if not end and inbox.runs(job):
        return {"state": "running", "phase": phase, "progress": progress(job / child.SAID)}
    # It may have ended between the two looks; without a word of its end its process was killed.
    end = end or _json(job / child.END)
    said = _json(child.answer(job, phase))
    if not end or end["reason"] or "ok" not in said:
        return {"state": "failed", "phase": phase, "reason": end.get("reason") or "broken"}
    if end["exit"] or not said["ok"]:
        return {"state": "refused", "phase": phase, "result": said}
    preview = _json(child.answer(job, "preview"))
    if phase == "accept":
        return {"state": "accepted", "preview": preview, "result": said}
    return {"state": "previewed", "preview": preview}


def arguments(job: Path) -> list[str]:
    """What was added to the upload of a job when it was last run."""
    return list(_json(job / child.TASK).get("arguments", ()))


def progress(path: Path) -> dict[str, Any]:
    """The last thing that the command said of its progress, as `{"progress": words, "done": x, "of": y}`; or {}."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - child.TAIL))
        for line in reversed(file.read().splitlines()):
            if line.startswith(b'{"progress"') and (said := _parsed(line)):
                return {name: said.get(name) for name in ("progress", "done", "of")}
    return {}


def _touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _json(path: Path) -> dict[str, Any]:
    """The object in a file of a job; {} when it is not there (yet), not an object, or larger than any answer is."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        content = file.read(LARGEST_ANSWER + 1)
        return _parsed(content) if len(content) <= LARGEST_ANSWER else {}
    return {}


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
