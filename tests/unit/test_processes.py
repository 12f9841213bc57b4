"""What a process that we start may know and use."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corridors.processes import environment

LIMITED = """
import json, resource
from corridors.processes import limit
limit(3 << 30, 50, 1 << 20, spilling={spilling}, files=64)
limit(9 << 40, 5_000, 1 << 40)
kinds = ("AS", "CPU", "FSIZE", "NOFILE", "CORE")
print(json.dumps([resource.getrlimit(getattr(resource, "RLIMIT_" + kind)) for kind in kinds]))
"""


def printed(code: str, home: Path, **more: str) -> object:
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment(home, **more), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses RLIMIT_AS")
def test_limits_are_set_for_good_and_only_lowered(tmp_path: Path) -> None:
    room = 3 << 30
    assert printed(LIMITED.format(spilling=0), tmp_path) == [
        [room, room], [52, 52], [1 << 20, 1 << 20], [64, 64], [0, 0],
    ]  # fmt: skip
    assert printed(LIMITED.format(spilling=4 << 30), tmp_path) == [
        [4 << 30, 4 << 30], [52, 52], [1 << 20, 1 << 20], [64, 64], [0, 0],
    ]  # fmt: skip


def test_nothing_of_a_person_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CORRIDORS_ADMIN_TOKEN", "HTTPS_PROXY", "PYTHONSTARTUP", "USER"):
        monkeypatch.setenv(name, "secret")
    known = printed("import json, os; print(json.dumps(dict(os.environ)))", tmp_path, CORRIDORS_PROGRESS="json")
    assert isinstance(known, dict)
    assert "secret" not in known.values()
    assert (known["HOME"], known["TMPDIR"], known["CORRIDORS_PROGRESS"]) == (str(tmp_path), str(tmp_path), "json")
    assert known["PATH"] == os.defpath
