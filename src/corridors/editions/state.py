"""The state folder: one writer at a time, whole editions only, and a pointer that is replaced in one step."""

import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from corridors import history
from corridors.errors import CorridorsError
from corridors.whole import write

LOCK: Final = "lock"
STAGING: Final = ".staging-"
READING: Final = ".reading-"
ABANDONED: Final = 3600  # seconds after which no reader is still at work (a child is stopped long before)
PARTS: Final = ("cards", "facts", "names", "layouts", "built")
CLAIMS: Final = "claims"  # of the documents under test, which come with the product and are no part of an edition
# A person may write their name; the journal keeps it short and on one line.
WHO_LENGTH: Final = 80


class StateError(CorridorsError):
    """The state folder cannot be written, or somebody else is writing it."""


@contextmanager
def locked(state: Path) -> Iterator[None]:
    """The state folder for one writer. StateError when another is at work, or the folder cannot be written.

    What a killed writer left half made is removed: no pointer ever named it.
    """
    try:
        (state / history.EDITIONS).mkdir(parents=True, exist_ok=True)
        file = (state / LOCK).open("a")
    except OSError as error:
        raise StateError(f"{state} cannot be written ({error.strerror}): set CORRIDORS_STATE") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StateError("another import is at work: wait until it has ended") from error
        for left in (state / history.EDITIONS).glob(f"{STAGING}*"):
            shutil.rmtree(left)
        yield


@contextmanager
def staging(state: Path, parent: Path) -> Iterator[Path]:
    """A copy of an edition's folder to change, gone again unless it was moved to its place.

    Files are hard links where the file system allows it: who changes one must write it anew (`whole.write`).
    """
    folder = state / history.EDITIONS / f"{STAGING}{os.getpid()}"
    try:
        for part in PARTS:
            if (parent / part).is_dir():
                shutil.copytree(parent / part, folder / part, copy_function=_link)
        yield folder
    finally:
        if folder.exists():
            shutil.rmtree(folder)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without hard links
        shutil.copyfile(source, target)
    return target


@contextmanager
def reading(geodata: Path, state: Path, root: Path) -> Iterator[Path]:
    """The folder that importers read: the facts of the present edition with the names, layouts and claims that ship.

    An update of the product may bring new layouts, while an edition keeps those of its day.
    """
    if root == geodata:
        yield geodata
        return
    _sweep(state)
    with TemporaryDirectory(prefix=READING, dir=state) as made:
        folder = Path(made)
        for part in PARTS:
            origin = geodata if part in ("names", "layouts") else root
            shutil.copytree(origin / part, folder / part, copy_function=_link)
        if (geodata / CLAIMS).is_dir():
            shutil.copytree(geodata / CLAIMS, folder / CLAIMS, copy_function=_link)
        yield folder


def _sweep(state: Path) -> None:
    """Removes what a killed reader left; a preview holds no lock, so age tells it from one that is at work."""
    for left in state.glob(f"{READING}*"):
        try:
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left)
        except FileNotFoundError:  # another reader ended, or swept it
            continue


def settle(staged: Path, state: Path, number: int) -> Path:
    """Moves a finished edition to its place, every byte of it on the disk first."""
    for path in sorted(staged.rglob("*")):
        _sync(path)
    _sync(staged)
    place = history.folder(state, number)
    staged.rename(place)
    _sync(place.parent)
    return place


def point(state: Path, number: int, who: str, action: str, file: str = "") -> None:
    """Makes an edition the one in force (the one step that commits), then writes the journal; `file`: what came in."""
    path = state / history.CURRENT
    write(path, f"{number}\n".encode())
    _sync(path)
    _sync(state)
    line = {"when": now(), "who": who_of(who), "action": action, "current": number}
    if file:
        line["file"] = file_of(file)
    journal = state / history.JOURNAL
    torn = journal.is_file() and not journal.read_bytes().endswith(b"\n") and journal.stat().st_size > 0
    with journal.open("a", encoding="utf-8") as lines:
        # A line that a power cut left without its end is closed, so that it spoils no other.
        lines.write(("\n" if torn else "") + json.dumps(line, ensure_ascii=False) + "\n")
        lines.flush()
        os.fsync(lines.fileno())


def now() -> str:
    """The moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def who_of(name: str) -> str:
    """A person's name as it is kept: one short printable line."""
    return "".join(c for c in " ".join(name.split()) if c.isprintable())[:WHO_LENGTH]


def file_of(name: str) -> str:
    """A file's name as it is kept: what stands after the folders of any system, one short printable line."""
    return who_of(re.split(r"[/\\]", name)[-1])


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
