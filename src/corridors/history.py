"""The editions of the data, as the web reads them: edition 0 is what ships, the others stand in the state folder.

    state/current                 the number of the edition in force (no file: 0)
    state/editions/0001/          a whole data folder: cards, facts, names, layouts, built, and edition.json
    state/journal.jsonl           every accept and every way back: who and when

Nothing here writes; `editions` is the only writer.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from corridors.errors import DataError

SHIPPED: Final = 0
CURRENT: Final = "current"
EDITIONS: Final = "editions"
JOURNAL: Final = "journal.jsonl"
RECORD: Final = "edition.json"
CHANGES: Final = "changes.parquet"
_REPAIR: Final = "`corridors restore` brings a backup back, `corridors rollback 0` the shipped data"


@dataclass(frozen=True)
class Edition:
    """One edition of the product's data: what was accepted, when, by whom, and what it changed."""

    number: int
    accepted: str = ""  # UTC, ISO 8601 to the second; "" for what ships
    by: str = ""
    source: str = ""  # the importer's id
    source_ids: tuple[str, ...] = ()
    edition: str = ""  # what the file is, in words of its content
    published: str = ""
    partition: str = ""
    file: str = ""  # the file's name, for people; never used to read anything
    sha256: str = ""
    base: str = ""  # data version of the shipped folder that it was made over
    data: str = ""  # data version of this edition
    parent: int = SHIPPED
    added: int = 0
    removed: int = 0
    restated: int = 0
    relabelled: int = 0  # rows whose numbers hold while their citation changed
    totals: Mapping[str, float] = field(default_factory=dict)
    before: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[Mapping[str, str], ...] = ()

    @property
    def moment(self) -> datetime | None:
        """When it was accepted; None for what ships."""
        return datetime.fromisoformat(self.accepted) if self.accepted else None


def current(state: Path) -> int:
    """The number of the edition in force; 0 (shipped) where nothing was ever accepted.

    DataError when the pointer cannot be read or names an edition that is not there.
    """
    path = state / CURRENT
    try:
        said = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return SHIPPED
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read ({error}): {_REPAIR}") from error
    if not said.isdigit():
        raise DataError(f"{path} holds {said[:40]!r}, not the number of an edition: {_REPAIR}")
    number = int(said)
    if number != SHIPPED and not (folder(state, number) / RECORD).is_file():
        raise DataError(f"{path} names edition {number}, which is not in {state / EDITIONS}: {_REPAIR}")
    return number


def folder(state: Path, number: int) -> Path:
    """The data folder of an edition in the state folder (edition 0 is the shipped folder: see `root`)."""
    return state / EDITIONS / f"{number:04d}"


def root(geodata: Path, state: Path | None, number: int | None = None) -> Path:
    """The data folder of an edition: of the one in force when `number` is None. DataError for one that is not kept."""
    if state is None:
        return geodata
    wanted = current(state) if number is None else number
    if wanted == SHIPPED:
        return geodata
    found = folder(state, wanted)
    if not (found / RECORD).is_file():
        raise DataError(f"there is no edition {wanted}: `corridors editions` lists those that are kept")
    return found


def read(found: Path) -> Edition:
    """The record of an edition's folder. DataError when it is malformed."""
    path = found / RECORD
    try:
        values: dict[str, Any] = json.loads(path.read_bytes())
        values["source_ids"] = tuple(values.get("source_ids", ()))
        values["warnings"] = tuple(values.get("warnings", ()))
        return Edition(**values)
    except (OSError, ValueError, TypeError) as error:
        raise DataError(f"{path} is not the record of an edition ({error}): {_REPAIR}") from error


def editions(state: Path | None) -> tuple[Edition, ...]:
    """Every edition that is kept, the shipped one first, by number."""
    kept = sorted((state / EDITIONS).glob("[0-9]*")) if state is not None else []
    return (Edition(SHIPPED), *(read(path) for path in kept if (path / RECORD).is_file()))


def as_of(state: Path | None, day: date) -> int:
    """The edition in force at the end of a day (UTC), by the journal; 0 before the first was accepted."""
    number = SHIPPED
    for line in journal(state):
        if datetime.fromisoformat(line["when"]).astimezone(UTC).date() <= day:
            number = int(line["current"])
    return number


def today() -> str:
    """The date, in UTC."""
    return datetime.now(UTC).date().isoformat()


def journal(state: Path | None) -> tuple[dict[str, Any], ...]:
    """What was done, in order: `when` (UTC), `who`, `action`, and `current`, the edition in force after it;
    for an accept also `file`, the name of the file that came in (older lines have none).

    The pointer is what commits an accept; the line of the journal comes after it. Where a power cut came between the
    two, the line is made up from the record of the edition, so that the journal never contradicts the pointer.
    DataError names the line that is none of the journal's.
    """
    if state is None:
        return ()
    path = state / JOURNAL
    lines = path.read_bytes().splitlines(keepends=True) if path.is_file() else []
    # A line without its end was cut off while it was written.
    whole = [(at, line) for at, line in enumerate(lines, start=1) if line.endswith(b"\n") and line.strip()]
    found = [_entry(path, at, line) for at, line in whole]
    now = current(state)
    if now != (found[-1]["current"] if found else SHIPPED):
        record = read(folder(state, now)) if now else Edition(SHIPPED)
        when = record.accepted or datetime.fromtimestamp((state / CURRENT).stat().st_mtime, UTC).isoformat()
        made = {"when": when, "who": record.by, "action": "accept" if now else "rollback", "current": now}
        found.append(made | ({"file": record.file} if record.file else {}))
    return tuple(found)


def _entry(path: Path, at: int, line: bytes) -> dict[str, Any]:
    """One line of the journal, or DataError with what to do."""
    try:
        found = json.loads(line)
        if not (isinstance(found["who"], str) and isinstance(found["action"], str) and type(found["current"]) is int):
            raise TypeError("who, action or current is not what it must be")
        if datetime.fromisoformat(found["when"]).tzinfo is None:
            raise ValueError("when has no time zone")
    except (ValueError, TypeError, KeyError) as error:
        raise DataError(
            f"{path}, line {at} is not an entry of the journal ({error}): take this line out of the file, "
            "or bring the file back from a backup; the editions themselves are not touched by it"
        ) from error
    entry: dict[str, Any] = found
    return entry
