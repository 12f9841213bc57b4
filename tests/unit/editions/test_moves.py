import io
import os
import shutil
import tarfile
from datetime import date
from pathlib import Path

import pytest

from corridors import history
from corridors.editions.moves import backup, restore
from corridors.editions.state import StateError, reading
from corridors.errors import DataError
from tests.unit.editions.making import GEODATA, moved, take


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, taken: Path) -> Path:
    """A backup of a state with one edition."""
    folder = tmp_path_factory.mktemp("saved")
    shutil.copytree(taken, folder / "state")
    (folder / "state" / "inbox").mkdir()
    (folder / "state" / "inbox" / "upload").write_text("not for the backup")
    backup(folder / "state", folder / "backup.tar.gz")
    return folder / "backup.tar.gz"


def test_a_backup_brought_back_elsewhere_is_the_same_state(saved: Path, tmp_path: Path) -> None:
    state = tmp_path / "elsewhere"
    assert restore(state, saved, "B. Admin") == 1
    assert history.current(state) == 1
    assert [line["action"] for line in history.journal(state)] == ["accept", "restore"]
    assert history.editions(state) == history.editions(saved.parent / "state")
    assert not (state / "inbox").exists()
    assert restore(state, saved, "B. Admin") == 1  # the same again changes nothing


def test_an_edition_that_is_another_one_here_is_not_overwritten(saved: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    take(moved("25.8"), state)
    record = history.read(history.folder(state, 1))
    with pytest.raises(StateError, match="another one"):
        restore(state, saved, "")
    assert history.read(history.folder(state, 1)) == record
    assert history.current(state) == 1


def archive(path: Path, name: str, data: bytes = b"x", kind: bytes = tarfile.REGTYPE, link: str = "") -> Path:
    with tarfile.open(path, "w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.type, member.linkname, member.size = kind, link, len(data) if kind == tarfile.REGTYPE else 0
        tar.addfile(member, io.BytesIO(data))
    return path


@pytest.mark.parametrize(
    ("name", "kind", "link"),
    [
        ("../outside", tarfile.REGTYPE, ""),
        ("/etc/outside", tarfile.REGTYPE, ""),
        ("editions/../../outside", tarfile.REGTYPE, ""),
        ("editions/0001", tarfile.SYMTYPE, "/etc"),
        ("editions/0001", tarfile.CHRTYPE, ""),
        ("elsewhere/file", tarfile.REGTYPE, ""),
    ],
)
def test_an_archive_with_tricks_is_refused(tmp_path: Path, name: str, kind: bytes, link: str) -> None:
    file = archive(tmp_path / "bad.tar.gz", name, kind=kind, link=link)
    with pytest.raises(DataError):
        restore(tmp_path / "state", file, "")
    assert history.current(tmp_path / "state") == 0
    assert sorted(path.name for path in (tmp_path / "state").rglob("*")) == ["editions", "lock"]
    assert not (tmp_path / "outside").exists()


def test_half_a_backup_is_refused(saved: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.tar.gz"
    half.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    with pytest.raises(DataError, match="nothing was changed"):
        restore(tmp_path / "state", half, "")
    assert history.current(tmp_path / "state") == 0


def test_a_backup_whose_bytes_were_changed_is_refused(saved: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    with tarfile.open(saved) as tar:
        tar.extractall(whole, filter="data")
    path = next((whole / "editions").glob("*/facts/border_ports_bts.csv"))
    path.unlink()
    path.write_text("port_code\n1\n")
    with tarfile.open(tmp_path / "changed.tar.gz", "w:gz") as tar:
        for name in ("editions", "journal.jsonl", "current"):
            tar.add(whole / name, arcname=name)
    with pytest.raises(DataError, match="not whole"):
        restore(tmp_path / "state", tmp_path / "changed.tar.gz", "")
    assert history.root(GEODATA, tmp_path / "state") == GEODATA


@pytest.mark.parametrize("line", ["{", "[]", '{"when": "2025", "who": "", "action": "accept", "current": 1}', "\xff"])
def test_a_journal_that_cannot_be_read_names_the_line_and_what_to_do(tmp_path: Path, line: str) -> None:
    good = '{"when": "2025-01-01T00:00:00+00:00", "who": "A", "action": "accept", "current": 0}'
    (tmp_path / "journal.jsonl").write_bytes(f"{good}\n{line}\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"journal\.jsonl, line 2 .* take this line out"):
        history.journal(tmp_path)
    with pytest.raises(DataError, match="line 2"):
        history.as_of(tmp_path, date(2025, 1, 2))


def test_what_a_killed_reader_left_is_swept_and_one_at_work_is_not(saved: Path, tmp_path: Path) -> None:
    restore(tmp_path, saved, "")
    old, young = tmp_path / ".reading-old", tmp_path / ".reading-young"
    for folder in (old, young):
        (folder / "facts").mkdir(parents=True)
    os.utime(old, (0, 0))
    with reading(GEODATA, tmp_path, history.root(GEODATA, tmp_path)) as folder:
        assert (folder / "facts").is_dir()
    assert (old.exists(), young.exists(), folder.exists()) == (False, True, False)
