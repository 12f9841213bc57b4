"""`corridors rehearse` and `corridors consistency`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridors import cli

Run = Callable[..., tuple[int, Any, str]]


def test_a_story_is_rehearsed(run: Run) -> None:
    status, found, err = run("rehearse", "iron-river", "--distance", "8m", "--screen", "2m", "--form", "7")
    assert (status, err) == (0, "")
    assert found["room"] == {"distance": 8.0, "screen": 2.0}
    assert len(found["scenes"]) == 9
    assert all(set(one) == {"scene", "kind", "level", "what", "mend"} for one in found["findings"])
    assert sum(found["counts"].values()) == len(found["findings"])


def test_lengths_may_be_in_feet(run: Run) -> None:
    _, found, _ = run("rehearse", "your-district", "--consulate", "nogales", "--distance", "26 ft", "--screen", "200cm")
    assert found["room"]["distance"] == pytest.approx(7.92, abs=0.01)
    assert found["room"]["screen"] == 2.0
    assert run("rehearse", "iron-river", "--distance", "far")[0] == 2
    assert run("rehearse", "iron-river", "--distance", "900m")[0] == 1
    assert run("rehearse")[0] == 2


def test_practice_asks_twelve_questions(run: Run) -> None:
    status, found, _ = run("rehearse", "--practice", "--lang", "es")
    assert (status, len(found)) == (0, 12)
    assert all(one["question"] and one["answer"] and one["card"] and one["base"] for one in found)


def test_a_table_for_people(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["corridors", "rehearse", "side-by-side", "--lang", "es"])
    with pytest.raises(SystemExit):
        cli.main()
    out = capsys.readouterr().out
    assert out.startswith("Los estados fronterizos, lado a lado: ")
    assert "  Remedio: " in out


def test_decks_are_compared(run: Run, tmp_path: Path) -> None:
    for name, form in (("a", 15), ("b", 3)):
        assert run("pack", "side-by-side", "--form", form, "--out", tmp_path / f"{name}.html")[0] == 0
    status, found, _ = run("consistency", tmp_path)
    assert (status, found["agree"], found["differences"], len(found["decks"])) == (0, True, [], 2)
    status, found, _ = run("consistency", tmp_path / "a.html")
    assert (status, found["agree"]) == (0, False)
