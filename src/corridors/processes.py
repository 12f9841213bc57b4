"""What a process that we start may know and use: the commands of the import page, and the reader of a user's file."""

import os
import resource
from pathlib import Path
from typing import Final

import corridors

FILES: Final = 256  # open at once
GRACE: Final = 2  # seconds of processor between the signal that warns and the one that kills


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of a person's own environment: no secret, no proxies, no settings of Python or of libraries.

    `home` is where the process may write; `more` is what it has to be told.
    """
    return {
        "PATH": os.defpath,
        "PYTHONPATH": str(Path(corridors.__file__).parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "TMPDIR": str(home),
        # Threads of numerical libraries take address space, which is limited.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        **more,
    }


def limit(memory: int, seconds: int, written: int, spilling: int = 0, files: int = FILES) -> None:
    """Sets the limits of this process, for good: they can only be lowered from what they were.

    `memory`: bytes of addresses, which the process itself may raise to `spilling`; `seconds`: of processor; `written`:
    bytes of each file. A system that does not know one of them goes without it (macOS refuses RLIMIT_AS).
    """
    for kind, *both in (
        (resource.RLIMIT_AS, memory, max(memory, spilling)),
        (resource.RLIMIT_CPU, seconds, seconds + GRACE),
        (resource.RLIMIT_FSIZE, written, written),
        (resource.RLIMIT_NOFILE, files, files),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        most = resource.getrlimit(kind)[1]
        soft, hard = (one if most == resource.RLIM_INFINITY else min(one, most) for one in both)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (ValueError, OSError):
            continue
