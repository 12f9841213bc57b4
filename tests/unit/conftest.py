"""The command line on a state folder of the test's own."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridors import cli

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `corridors … --json` on a state folder of the test: exit status, the document, standard error."""
    monkeypatch.setenv("CORRIDORS_STATE", str(tmp_path / "state"))

    def call(*arguments: object) -> tuple[int, Any, str]:
        monkeypatch.setattr(sys, "argv", ["corridors", *map(str, arguments), "--json"])
        with pytest.raises(SystemExit) as done:
            cli.main()
        out, err = capsys.readouterr()
        return int(done.value.code or 0), json.loads(out), err

    return call
