"""Going back to an edition, comparing two, and moving the state folder from one machine to another."""

import shutil
import tarfile
from pathlib import Path
from typing import Final

import pandas as pd

from corridors import history
from corridors.build.checks import manifest_faults
from corridors.build.manifest import read_manifest
from corridors.editions.rows import COLUMNS, compare, frame_of
from corridors.editions.state import StateError, locked, point
from corridors.errors import DataError
from corridors.model.tables import LEDGER, TABLES

RESTORING: Final = ".staging-restore"
MOST: Final = 20_000_000_000  # bytes that a backup may hold when unpacked
# What belongs to the state and is moved; an inbox of uploads or a lock does not.
MOVED: Final = (history.EDITIONS, history.JOURNAL, history.CURRENT, "stories", "claims")


def rollback(geodata: Path, state: Path, number: int | None, by: str) -> int:
    """Puts an edition back in force (the parent of the present one when `number` is None) and gives its number.

    Later editions are kept: a way back is itself an entry of the journal. DataError for an edition that is not kept or
    whose files have changed.
    """
    with locked(state):
        now = history.current(state)
        wanted = number if number is not None else _parent(state, now)
        if wanted == now:
            raise StateError(f"edition {now} is in force already")
        root = history.root(geodata, state, wanted)
        if wanted != history.SHIPPED and (faults := manifest_faults(root, read_manifest(root / "built"))):
            raise DataError(f"edition {wanted} is not whole: {'; '.join(faults[:5])}")
        point(state, wanted, by, "rollback")
    return wanted


def _parent(state: Path, now: int) -> int:
    if now == history.SHIPPED:
        raise StateError("the shipped edition is in force: there is nothing before it")
    return history.read(history.folder(state, now)).parent


def diff(geodata: Path, state: Path | None, first: int, second: int) -> pd.DataFrame:
    """Every cell that differs between two editions, as `rows.compare` tells it, over all tables."""
    a, b = history.root(geodata, state, first), history.root(geodata, state, second)
    found = [pd.DataFrame(columns=list(COLUMNS), dtype=str)]
    for table in TABLES:
        names = [root / "facts" / f"{table.name}.csv" for root in (a, b)]
        if table.name == LEDGER or _same_file(*names):
            continue
        found.append(compare(table, frame_of(a, table), frame_of(b, table)))
    return pd.concat(found, ignore_index=True)


def _same_file(a: Path, b: Path) -> bool:
    if not (a.is_file() and b.is_file()):
        return not (a.is_file() or b.is_file())
    return a.samefile(b) or a.read_bytes() == b.read_bytes()


def backup(state: Path, out: Path) -> int:
    """Writes the state folder into one .tar.gz file and gives its size in bytes; it is there whole or not at all."""
    with locked(state):
        part = out.with_name(out.name + ".part")
        try:
            with tarfile.open(part, "w:gz", compresslevel=6) as tar:
                for name in MOVED:
                    if (state / name).exists():
                        tar.add(state / name, arcname=name, filter=_plain)
            part.replace(out)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise StateError(f"{out} cannot be written ({error.strerror}): nothing was changed") from error
    return out.stat().st_size


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """A member without the owner of this machine; nothing that is half made."""
    if "/.staging-" in member.name:
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def restore(state: Path, file: Path, by: str) -> int:
    """Brings the editions of a backup into the state folder and puts its current one in force; gives its number.

    Each edition is verified against its manifest before anything is moved. An edition of the same number that is
    another one here is an error: nothing is overwritten. DataError for a file that is no backup.
    """
    with locked(state):
        staged = state / history.EDITIONS / RESTORING
        try:
            _unpack(file, staged)
            number = history.current(staged)
            incoming = sorted((staged / history.EDITIONS).glob("[0-9]*"))
            for folder in incoming:
                _verify(folder, state)
            for folder in incoming:
                place = state / history.EDITIONS / folder.name
                if not place.exists():
                    folder.rename(place)
            _carry(staged, state)
            point(state, number, by, "restore")
        finally:
            if staged.exists():
                shutil.rmtree(staged)
    return number


def _unpack(file: Path, staged: Path) -> None:
    """The members of a backup, none of them outside the folder, no link to elsewhere, no device."""
    try:
        with tarfile.open(file, "r:gz") as tar:
            size = 0
            for member in tar:
                size += member.size
                if member.name.partition("/")[0] not in MOVED or size > MOST:
                    raise DataError(f"{file.name} is no backup of this product: it holds {member.name!r}")
                tar.extract(member, staged, filter="data")
    except (tarfile.TarError, EOFError, OSError) as error:
        raise DataError(f"{file.name} is no whole backup of this product ({error}): nothing was changed") from error


def _verify(folder: Path, state: Path) -> None:
    record = history.read(folder)
    if faults := manifest_faults(folder, read_manifest(folder / "built")):
        raise DataError(f"edition {record.number} of the backup is not whole: {'; '.join(faults[:5])}")
    place = state / history.EDITIONS / folder.name
    if place.exists() and history.read(place) != record:
        raise StateError(
            f"edition {record.number} here is another one than in the backup: move {state} away, then restore"
        )


def _carry(staged: Path, state: Path) -> None:
    """The journal of the backup where this folder has none, and what the state holds beside editions."""
    for name in MOVED:
        if name not in (history.EDITIONS, history.CURRENT) and (staged / name).exists() and not (state / name).exists():
            (staged / name).rename(state / name)
