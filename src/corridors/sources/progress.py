"""How far the reading of a file has come: a line that the reader keeps in its own folder, and its parent passes on."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from corridors.whole import write

if TYPE_CHECKING:
    import duckdb

Phase = Literal["checking", "reading", "counting"]
FILE: Final = "progress.json"
_EVERY: Final = 0.25  # seconds between looks at a query
_FOLDER: ContextVar[Path | None] = ContextVar("folder", default=None)


@dataclass(frozen=True)
class Share:
    """What is done to a file now, and how much of it (`of` is 0 where nobody can tell)."""

    phase: str
    done: int = 0
    of: int = 0


Told = Callable[[Share], None]


def keep_in(folder: Path) -> None:
    """From now on this process leaves its progress in a folder; without it nothing is kept."""
    _FOLDER.set(folder)


def tell(phase: Phase) -> None:
    """Say what is done from now on."""
    if folder := _FOLDER.get():
        _leave(folder, Share(phase))


@contextmanager
def told_while(connection: "duckdb.DuckDBPyConnection", phase: Phase) -> Iterator[None]:
    """Say how much of its queries a connection of DuckDB has done, in percent, until the block ends."""
    folder = _FOLDER.get()
    if folder is None:
        yield
        return
    tell(phase)
    connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    over = threading.Event()

    def look() -> None:
        while not over.wait(_EVERY):
            if (share := connection.query_progress()) >= 0:  # below zero: no query runs
                _leave(folder, Share(phase, int(share), 100))

    looker = threading.Thread(target=look, daemon=True)
    looker.start()
    try:
        yield
    finally:
        over.set()
        looker.join()


def told(folder: Path) -> Share | None:
    """The last thing that a reader said; None where it said nothing yet."""
    try:
        return Share(**json.loads((folder / FILE).read_bytes()))
    except FileNotFoundError:
        return None


def _leave(folder: Path, share: Share) -> None:
    write(folder / FILE, json.dumps(asdict(share)).encode())
