"""The stories of this instance: those that ship (`geodata/stories`), and those of its people (`stories` in the state).

One that cannot be told is named by `faults` and leaves the others as they are.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from corridors.errors import StoryError
from corridors.model.story import Story, parse
from corridors.store import Store
from corridors.story.drafts import FILES, LOADER, NOTES, YAML

FOLDER: Final = "stories"
KEPT: Final = 64  # stories that were read
MOST: Final = 1_000_000  # bytes of one file of a story


def read(folder: Path) -> Story:
    """The story of a folder: `story.yml` and `notes.<lang>.md`. StoryError says what is wrong, and where.

    One that was read is kept until a file of it changes: pages and decks ask for every story at every request.
    """
    return _read(folder, tuple(_mark(folder / name) for name in FILES))


def _mark(path: Path) -> tuple[int, int, int]:
    """What tells a file from its earlier state: files are replaced whole, so that the inode changes too."""
    try:
        seen = path.stat()
    except OSError:
        return (0, 0, 0)
    return seen.st_ino, seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=KEPT)
def _read(folder: Path, _marks: tuple[tuple[int, int, int], ...]) -> Story:
    raw = text_of(folder, YAML)
    try:
        found = yaml.load(raw, Loader=LOADER)
    except yaml.YAMLError as error:
        raise StoryError(f"{folder.name}, {YAML}: is not YAML ({error})") from error
    return parse(folder.name, found, {lang: text_of(folder, name) for lang, name in NOTES.items()})


def text_of(folder: Path, name: str) -> str:
    """A file of a story as text. StoryError where it cannot be read, is too large, or is not UTF-8."""
    path = folder / name
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise StoryError(f"{folder.name}, {name}: cannot be read ({error.strerror})") from error
    if len(raw) > MOST:
        raise StoryError(f"{folder.name}, {name}: is larger than {MOST:,} bytes")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StoryError(f"{folder.name}, {name}: is not UTF-8 (byte {error.start})") from error


def stories(store: Store) -> tuple[Story, ...]:
    """Every story that can be told, the shipped ones first, each group by id."""
    return tuple(one for one in _all(store) if isinstance(one, Story))


def faults(store: Store) -> tuple[str, ...]:
    """What is wrong with the stories that cannot be told."""
    return tuple(str(one) for one in _all(store) if isinstance(one, StoryError))


def story(store: Store, id: str) -> Story:
    """One story. StoryError for an id that is none's, with those that are there."""
    found = {one.id: one for one in stories(store)}
    if id not in found:
        raise StoryError(f"there is no story {id!r}; there are {', '.join(found)}")
    return found[id]


def _all(store: Store) -> Iterator[Story | StoryError]:
    seen: set[str] = set()
    for folder in _folders(store):
        if folder.name in seen:
            yield StoryError(f"{folder.name}: a shipped story has this name; rename the folder in the state")
            continue
        seen.add(folder.name)
        try:
            yield read(folder)
        except StoryError as error:
            yield error


def _folders(store: Store) -> Iterator[Path]:
    roots = [store.shipped / FOLDER, *([store.state / FOLDER] if store.state else [])]
    for root in roots:
        if root.is_dir():
            yield from sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
