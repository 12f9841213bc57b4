"""The data that a request reads: the edition in force, or the one of the day that its view asks for.

An import writes a new edition beside the others and then one line, `state/current`. Each worker looks
at that file's status once a request and opens another store when it has changed: no restart.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Final

from corridors import history
from corridors.errors import DataError
from corridors.model.view import ViewState
from corridors.settings import Settings
from corridors.store import Clock, Store, utc_now

KEPT: Final = 4  # open stores; one more edition costs the tables that its pages read
_Mark = tuple[int, int, int]
_NEVER: Final[_Mark] = (0, 0, 0)


@dataclass(frozen=True)
class _Seen:
    """What the pointer said when it was last read: its status, the edition in force, and those of days asked for."""

    mark: _Mark
    store: Store
    days: dict[str, Store] = field(default_factory=dict)


class Stores:
    """One store an edition, opened when it is first asked for and kept, so that what was made from it stays warm."""

    def __init__(self, settings: Settings, clock: Clock = utc_now) -> None:
        self.clock = clock
        self._geodata = settings.geodata
        self._state = settings.state
        self._pointer = settings.state / history.CURRENT
        self._lock = RLock()
        self._seen: _Seen | None = None
        self._open: OrderedDict[tuple[Path, int], Store] = OrderedDict()

    def now(self) -> Store:
        """The edition in force. DataError when the state folder cannot be read."""
        return self._look().store

    def of(self, view: ViewState) -> Store:
        """The edition in force, or the one that was at the end of the day `view.as_of` (UTC)."""
        seen = self._look()
        if not view.as_of:
            return seen.store
        with self._lock:
            if view.as_of not in seen.days:
                number = history.as_of(self._state, date.fromisoformat(view.as_of))
                seen.days[view.as_of] = self._store(number)
            return seen.days[view.as_of]

    def numbered(self, number: int) -> Store:
        """The store of an edition by its number. DataError for one that is not kept."""
        with self._lock:
            return self._store(number)

    def mark(self) -> str:
        """What an answer depends on beside its question: the state folder's pointer, the users' files (claims, stories,
        packs), and the day for what grows old."""
        return f"{self._mark()} {self._files()} {self.clock():%Y-%m-%d}"

    def roots(self) -> Iterator[Path]:
        """Every data folder that is kept: the one in force, then the others, the newest first, what ships last."""
        yield self.now().root
        kept = (self._state / history.EDITIONS).glob("[0-9]*")
        yield from (path for path in sorted(kept, reverse=True) if (path / history.RECORD).is_file())
        yield self._geodata

    def _look(self) -> _Seen:
        mark = self._mark()
        seen = self._seen
        if seen is None or seen.mark != mark:
            with self._lock:
                seen = _Seen(mark, self._store(history.current(self._state)))
                self._seen = seen
        return seen

    def _files(self) -> str:
        patterns = ("claims/*.yml", "stories/*/story.yml", "stories/*/notes.*.md", "packs/*.html")
        found = sorted(path for pattern in patterns for path in self._state.glob(pattern))
        return " ".join(_status(path) for path in found)

    def _mark(self) -> _Mark:
        """The pointer's status: it is replaced by another file, never written in place."""
        try:
            found = self._pointer.stat()
        except FileNotFoundError:
            return _NEVER
        except OSError as error:
            raise DataError(f"{self._pointer} cannot be read ({error.strerror})") from error
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _store(self, number: int) -> Store:
        """The store of an edition. A state folder that was restored may hold another one under the same number."""
        root = history.root(self._geodata, self._state, number)
        record = root / history.RECORD
        key = (root, record.stat().st_mtime_ns if record.is_file() else 0)
        if key not in self._open:
            self._open[key] = Store(root, self._state, number, self.clock, self._geodata)
            while len(self._open) > KEPT:
                self._open.popitem(last=False)
        self._open.move_to_end(key)
        return self._open[key]


def _status(path: Path) -> str:
    """A file of the users as it is now; one that was taken away meanwhile says nothing."""
    try:
        seen = path.stat()
    except FileNotFoundError:
        return ""
    return f"{path}:{seen.st_mtime_ns}:{seen.st_size}"
