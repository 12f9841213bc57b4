"""`corridors brief`: one file, or a folder that is gone on with."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corridors.cli import briefs
from corridors.exports.briefs import Order
from corridors.store import Store

Run = Callable[..., tuple[int, Any, str]]
TWO = [Order("D-san-diego", lang, "pdf") for lang in ("en", "es")]


def test_one_brief_is_written_where_it_was_asked_for(run: Run, tmp_path: Path) -> None:
    status, said, _ = run("brief", "san-diego", "--lang", "en", "--out", tmp_path / "a.pdf")
    assert status == 0
    assert said["office"] == "D-san-diego"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.pdf"]


def test_an_unknown_consulate_is_answered_with_those_there_are(run: Run) -> None:
    status, said, _ = run("brief", "atlantis")
    assert status == 1
    assert "san-diego" in said["error"]


def test_a_folder_is_gone_on_with(root: Path, tmp_path: Path) -> None:
    told: list[str] = []

    def again() -> dict[str, Any]:
        return briefs.run(TWO, Store(root / "geodata"), tmp_path, date(2026, 1, 2), lambda said, *_: told.append(said))

    first = again()
    assert (first["made"], first["kept"]) == (2, 0)
    assert len(told) == 2
    (tmp_path / "corridors-san-diego-es.pdf").write_bytes(b"half a fi")
    second = again()
    assert (second["made"], second["kept"]) == (1, 1)
    assert again()["made"] == 0
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("given", [["brief"], ["brief", "san-diego", "--all"]])
def test_either_one_consulate_or_all(run: Run, given: list[str]) -> None:
    assert run(*given)[0] == 2
