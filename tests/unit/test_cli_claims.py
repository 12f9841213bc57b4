"""`corridors claims` on the shipped facts and on files of a user."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridors import cli
from corridors.build.checks import check

Run = Callable[..., tuple[int, Any, str]]
KEYS = {"id", "place", "verdict", "evidence", "reason_en", "reason_es"}


def test_the_list_has_exactly_the_six_keys(run: Run) -> None:
    status, found, err = run("claims")
    assert (status, err, len(found)) == (0, "", 64)
    assert all(set(entry) == KEYS and all(entry.values()) for entry in found)
    twelve = found[11]
    assert (twelve["id"], twelve["verdict"]) == ("paper-12", "holds_rounded")
    assert "value(trace_totals" in twelve["evidence"]
    assert "GAO-16-223" in twelve["reason_en"]


def test_it_can_be_narrowed(run: Run) -> None:
    _, found, _ = run("claims", "--verdict", "contradicted")
    assert {entry["id"] for entry in found} == {f"paper-{n}" for n in (20, 30, 41, 50, 51)}
    assert run("claims", "--document", "none")[1] == []
    status, said, err = run("claims", "--verdict", "true")
    assert (status, said["ok"]) == (2, False)
    assert "holds, holds_rounded" in err.replace("\n", " ")


def test_a_table_for_people(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["corridors", "claims", "--lang", "es", "--verdict", "slip"])
    with pytest.raises(SystemExit):
        cli.main()
    out = capsys.readouterr().out
    assert out.startswith("Afirmación")
    assert out.rstrip().endswith("4 afirmaciones: Desliz 4")


def test_a_file_is_checked_before_it_is_put_in_place(run: Run, root: Path, tmp_path: Path) -> None:
    shipped = root / "geodata" / "claims" / "asking_the_impossible_2020.yml"
    assert run("claims", "--check", shipped)[:2] == (
        0,
        {"ok": True, "document": "asking_the_impossible_2020", "claims": 64},
    )
    own = tmp_path / "own.yml"
    own.write_text(shipped.read_text(encoding="utf-8").replace("n: 5\n", "n: five\n"), encoding="utf-8")
    status, said, _ = run("claims", "--check", own)
    assert (status, said["error"]) == (1, "own.yml, claim paper-5, n: must be a whole number; found 'five'")


def test_the_example_of_the_documents_is_sound(run: Run, root: Path, tmp_path: Path) -> None:
    example = (root / "docs" / "claims.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    folder = tmp_path / "state" / "claims"
    folder.mkdir(parents=True)
    (folder / "speech.yml").write_text(example, encoding="utf-8")
    status, found, err = run("claims", "--document", "a_speech")
    assert (status, err, [entry["verdict"] for entry in found]) == (0, "", ["contradicted"])
    assert "7,825 of 18,206" in found[0]["reason_en"]


def test_a_users_file_that_is_wrong_is_said_on_standard_error(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "claims"
    folder.mkdir(parents=True)
    (folder / "own.yml").write_text("document: own\n", encoding="utf-8")
    status, found, err = run("claims")
    assert (status, len(found)) == (0, 64)
    assert err.strip() == "corridors: left out: own.yml: the field title is missing"


def test_the_shipped_data_are_checked_with_their_claims(root: Path, tmp_path: Path) -> None:
    found = {finding.check: finding for finding in check(root / "geodata")}
    if not found["manifest"].ok:
        pytest.fail("the shipped data have changed: run `corridors build`")
    assert found["claims"].ok
    copy = tmp_path / "geodata"
    copy.mkdir()
    for path in (root / "geodata").iterdir():
        if path.name != "claims":
            (copy / path.name).symlink_to(path)
    (copy / "claims").mkdir()
    (copy / "claims" / "own.yml").write_text(json.dumps({"document": "own"}), encoding="utf-8")
    finding = next(one for one in check(copy) if one.check == "claims")
    assert (finding.ok, finding.detail) == (False, "own.yml: the field title is missing")
