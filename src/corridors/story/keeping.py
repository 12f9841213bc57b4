"""Stories of one's own, in `stories/` of the state folder: written whole or not at all, one writer at a time.

A shipped story is never written: it is copied. A story in work may have faults already (its files are a person's too);
a change may not add one.
"""

import fcntl
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from corridors.errors import StoryError
from corridors.model.story_faults import ID, Fault
from corridors.store import Store
from corridors.story.dossier import Dossier, digest
from corridors.story.drafts import FILES, Draft, draft_of, files
from corridors.story.editing import Edited, edited, free
from corridors.story.library import FOLDER, text_of
from corridors.story.tellable import checked
from corridors.whole import write

_OLD: Final = ".old"
_NEW: Final = ".new"


class Changed(StoryError):
    """The story was changed by somebody else since it was read."""


class Refused(StoryError):
    """A change that would add faults; nothing was written."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(str(faults[0]))
        self.faults = faults


def ids(store: Store) -> tuple[str, ...]:
    """The ids of every story, the shipped ones and one's own, those with faults too."""
    folders = (root / FOLDER for root in (store.shipped, store.state) if root is not None)
    return tuple(path.name for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())
                 if path.is_dir() and not path.name.startswith("."))  # fmt: skip


def shipped(store: Store, id: str) -> bool:
    """Whether a story came with the product."""
    return ID.fullmatch(id) is not None and (store.shipped / FOLDER / id).is_dir()


def content(store: Store, id: str) -> dict[str, bytes]:
    """The files of a story as they are. StoryError for one that is not there."""
    if not ID.fullmatch(id) or id not in ids(store):
        raise StoryError(f"there is no story {id!r}; there are {', '.join(ids(store))}")
    root = store.shipped if shipped(store, id) else store.state
    assert root is not None  # `ids` found it in one of them
    return {name: text_of(root / FOLDER / id, name).encode() for name in FILES}


def draft(store: Store, id: str) -> tuple[Draft, str]:
    """A story as it can be edited, and the digest of its files. StoryError where it is not there, or too broken."""
    found = content(store, id)
    return draft_of(id, found), digest(id, found)


def create(store: Store, found: Edited) -> str:
    """Write a story that is not there yet; its digest. Refused for one with faults, Changed where its id is taken."""
    with _alone(store) as folder:
        if found.draft.id in ids(store):
            raise Changed(f"{found.draft.id}: there is a story of this name already")
        return _write(folder, found, checked(found, store))


def change(store: Store, found: Edited, against: str) -> str:
    """Write a changed story; its new digest. Changed where it is no longer that of the digest `against`; Refused for
    faults that it did not have."""
    with _alone(store) as folder:
        before, now = draft(store, found.draft.id)
        if shipped(store, found.draft.id):
            raise StoryError(f"{found.draft.id}: came with the product and is never changed; copy it")
        if now != against:
            raise Changed(f"{found.draft.id}: was changed meanwhile")
        had = {_name(fault) for fault in checked(edited(before), store)}
        return _write(folder, found, tuple(one for one in checked(found, store) if _name(one) not in had))


def delete(store: Store, id: str, against: str) -> None:
    """Take a story of one's own away. StoryError for one that is shipped, not there, or changed meanwhile."""
    with _alone(store) as folder:
        if shipped(store, id):
            raise StoryError(f"{id}: came with the product and stays")
        if digest(id, content(store, id)) != against:
            raise Changed(f"{id}: was changed meanwhile")
        gone = folder / f".{id}{_OLD}"
        (folder / id).rename(gone)
        shutil.rmtree(gone)


def taken_in(store: Store, dossier: Dossier) -> tuple[str, bool]:
    """The id under which a story from outside would be kept, and whether this instance has that very story already.

    StoryError, or Refused with every fault, for one that cannot be told here.
    """
    found = edited(draft_of(dossier.id, dossier.files))
    if faults := checked(found, store):
        raise Refused(faults)
    if dossier.id not in ids(store):
        return dossier.id, False
    if digest(dossier.id, content(store, dossier.id)) == dossier.digest:
        return dossier.id, True
    return free(dossier.id, ids(store)), False


def take_in(store: Store, dossier: Dossier) -> str:
    """Keep a story from outside, its files as they are; the id under which it is kept."""
    with _alone(store) as folder:
        id, already = taken_in(store, dossier)
        if not already:
            _swap(folder, id, dossier.files)
        return id


@contextmanager
def _alone(store: Store) -> Iterator[Path]:
    """The folder of one's own stories, for one writer; what an interrupted one left is put right first."""
    if store.state is None:
        raise StoryError("there is no state folder to write to; set CORRIDORS_STATE")
    folder = store.state / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _recover(folder)
        yield folder


def _recover(folder: Path) -> None:
    for left in folder.glob(f".*{_OLD}"):
        target = folder / left.name.removeprefix(".").removesuffix(_OLD)
        if target.exists() or not (folder / f".{target.name}{_NEW}").exists():
            shutil.rmtree(left)
        else:
            left.rename(target)
    for left in folder.glob(f".*{_NEW}"):
        shutil.rmtree(left)


def _write(folder: Path, found: Edited, faults: tuple[Fault, ...]) -> str:
    if faults:
        raise Refused(faults)
    written = files(found.draft)
    _swap(folder, found.draft.id, written)
    return digest(found.draft.id, written)


def _swap(folder: Path, id: str, written: Mapping[str, bytes]) -> None:
    """Put a folder of new files in the place of the old one: at no time is there a story of old and new files. What
    else a person keeps in the folder goes with it."""
    fresh, old, target = folder / f".{id}{_NEW}", folder / f".{id}{_OLD}", folder / id
    try:
        for name, data in written.items():
            write(fresh / name, data, flush=True)
        for path in target.iterdir() if target.exists() else ():
            if path.is_file() and path.name not in written:
                shutil.copy2(path, fresh / path.name)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _name(fault: Fault) -> tuple[str, str, str]:
    return fault.scene, fault.field, fault.code
