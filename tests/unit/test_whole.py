"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from corridors.whole import write


def test_an_edition_that_shares_the_old_file_keeps_it(tmp_path: Path) -> None:
    kept, changed = tmp_path / "kept", tmp_path / "now" / "changed"
    write(kept, b"old")
    changed.parent.mkdir()
    os.link(kept, changed)
    write(changed, b"new", flush=True)
    assert (kept.read_bytes(), changed.read_bytes()) == (b"old", b"new")


def test_a_disk_that_fails_leaves_what_stood_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "file"
    write(target, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(target, b"new", flush=True)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
