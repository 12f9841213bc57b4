"""What a process that reads a user's file may use and touch: limits of the system, and a guard over what it opens.

The guard is a Python audit hook: it sees files that Python opens, sockets, processes and libraries that are loaded. It
does not see what compiled code opens by itself; the readers in use (Arrow, calamine) are given bytes or the one file,
never a name out of the file.
"""

import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corridors import processes

GIGABYTE: Final = 1 << 30
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEVER: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.kill", "pty.",
    "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "sqlite3.", "pickle.find_class", "sys.addaudithook",
)  # fmt: skip
_CHANGES: Final = frozenset({
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.utime", "os.chdir", "shutil.rmtree", "shutil.move", "shutil.copyfile", "shutil.copytree",
})  # fmt: skip
_LOOKS: Final = frozenset({"os.listdir", "os.scandir", "ctypes.dlopen"})
_SYSTEM: Final = ("/usr/share/zoneinfo", "/dev/null")


@dataclass(frozen=True)
class Limits:
    """What one file may cost: bytes of memory and of each file written, seconds of processor and of waiting."""

    memory: int = 2 * GIGABYTE
    spilling: int = 4 * GIGABYTE  # for what keeps its own bound and spills (addresses, not pages: see `widen`)
    written: int = 8 * GIGABYTE  # of each file: a large sum of records spills to disk
    cpu: int = 900
    wall: int = 900
    files: int = processes.FILES


class Reached(BaseException):
    """Something outside was tried. Not an Exception, so that no reader takes it for a fault of the file."""


def meter() -> Callable[[], int]:
    """What tells the most memory of this process so far, in bytes, without what its parent held before it began.

    To be asked for before `guard`, which lets nothing else be opened.
    """
    try:
        status = Path("/proc/self/status").open(encoding="ascii")  # noqa: SIM115 - kept open to be read later
    except OSError:  # not Linux
        return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def read() -> int:
        status.seek(0)
        return next(int(line.split()[1]) * 1024 for line in status.read().splitlines() if line.startswith("VmHWM"))

    return read


def limit(limits: Limits) -> None:
    """Sets the limits of this process, for good."""
    processes.limit(limits.memory, limits.cpu, limits.written, limits.spilling, limits.files)
    signal.alarm(limits.wall + 5)  # should the one who waits be gone


def widen() -> None:
    """Lets this process have as many addresses as it may: DuckDB reserves far more than the memory it is held to."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def guard(reads: Iterable[Path], writes: Path) -> list[str]:
    """From now on this process reads only `reads` and its own programs, and writes only under `writes`.

    Whatever else is tried raises Reached; the list that is returned tells what it was, should a reader swallow that.
    """
    programs = [*sys.path, *sysconfig.get_paths().values(), *_SYSTEM]
    may_read = tuple(_real(path) for path in (*reads, writes, *programs) if str(path))
    may_write = (_real(writes), "/dev/null")
    tried: list[str] = []

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = args
            write = flags & _WRITES or (isinstance(mode, str) and set(mode) & set("wax+"))
            allowed = isinstance(path, int) or _within(path, may_write if write else may_read)
        elif event in _CHANGES:
            allowed = all(_within(path, may_write) for path in args if isinstance(path, str | bytes | os.PathLike))
        elif event in _LOOKS:
            allowed = args[0] is None or isinstance(args[0], int) or _within(args[0], may_read)
        else:
            allowed = not event.startswith(_NEVER)
        if not allowed:
            tried.append(f"{event} {args[0] if args else ''}".strip())
            raise Reached(tried[-1])

    sys.addaudithook(hook)
    return tried


def _real(path: Any) -> str:
    name = os.fsdecode(path)
    return name if "\0" in name else os.path.realpath(name)  # no file has such a name


def _within(path: Any, roots: tuple[str, ...]) -> bool:
    real = _real(path)
    return any(real == root or real.startswith(f"{root}/") for root in roots)
