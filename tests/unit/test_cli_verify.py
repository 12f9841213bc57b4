"""A code from an export, through an import that restates a number, and back: what `corridors verify` says of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.test_cli_editions import matrix

Run = Callable[..., tuple[int, Any, str]]
VIEW = "v=1&lang=en&us=exported_to_other_states&y=2018-2018"
LONGEST = 40


def exported(run: Run, out: Path, view: str = VIEW) -> str:
    status, said, _ = run("export", view, "--thing", "map-us", "--out", out)
    assert status == 0
    return str(said["code"])


def test_a_code_tells_what_an_import_restated_and_that_a_rollback_undid_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = matrix(tmp_path / "matrix.xlsx")
    assert run("import", file, "--accept")[1]["after"]["edition"] == 1
    code = exported(run, tmp_path / "map.svg")
    assert len(code) <= LONGEST
    assert code.replace("-", "") in (tmp_path / "map.svg").read_text(encoding="utf-8").replace("-", "")
    status, said, _ = run("verify", code)
    assert (status, said["ok"], said["state"], said["changes"]) == (0, True, "unchanged", [])
    # However a person copies it: without hyphens, in small letters, O for 0.
    assert run("verify", code.replace("-", "").lower().replace("0", "o"))[1]["state"] == "unchanged"

    # An import that brings the same numbers changes nothing, and one that restates a number is told.
    assert run("import", matrix(file, extra=2), "--accept")[1]["after"]["edition"] == 2
    status, said, _ = run("verify", code)
    assert (status, said["ok"], said["state"]) == (1, False, "restated")
    assert {one["what"].partition(" · ")[0] for one in said["changes"]} == {"Texas"}
    assert ("5", "7") in [(one["before"], one["after"]) for one in said["changes"]]
    assert said["edition"] in said["said"]
    assert said["now"] in said["said"]
    assert run("verify", code, "--lang", "es")[1]["said"] != said["said"]
    # A code of the new numbers is another, and stands.
    assert (new := exported(run, tmp_path / "map.csv")) != code
    assert run("verify", new)[1]["state"] == "unchanged"

    assert run("rollback")[1]["current"] == 1
    assert run("verify", code)[1]["state"] == "unchanged"
    assert run("verify", new)[1]["state"] == "restated"

    # Elsewhere, where this edition was never taken in, it says that it is not there.
    monkeypatch.setenv("CORRIDORS_STATE", str(tmp_path / "another"))
    status, said, _ = run("verify", code)
    assert (status, said["ok"]) == (1, False)
    assert said["state"] in ("absent", "gone")
    assert said["edition"] in said["said"]


def test_a_view_that_fits_no_code_has_a_link_that_verifies(run: Run, tmp_path: Path) -> None:
    states = "_".join(f"US-{state}" for state in ("TX", "AZ", "CA", "NM", "FL", "GA", "NV"))
    link = exported(run, tmp_path / "map.csv", f"v=1&lang=es&o={states.replace('_', ',')}")
    assert link.startswith("/verify?")
    assert run("verify", link)[1]["state"] == "unchanged"
    assert run("verify", f"https://example.org/corridors{link}")[1]["state"] == "unchanged"
    assert run("verify", link.replace("&x=", "&x=00000"))[1]["state"] == "mistyped"
