"""The two commands, the lock files and the container say what they promise."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tools import browsers

HARDENING = {
    "read_only": True,
    "cap_drop": ["ALL"],
    "security_opt": ["no-new-privileges:true"],
    "user": "10001:10001",
}


def pins(root: Path, lock: str) -> dict[tuple[str, str], list[str]]:
    """(package, environment marker) -> version and hashes, of one lock file."""
    text = (root / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    found: dict[tuple[str, str], list[str]] = {}
    for block in re.split(r"\n(?=[a-z0-9])", text):
        if match := re.match(r"([a-z0-9.-]+)==([^\s;]+)(?: ; ([^\\]+?))? \\\n", block):
            name, version, marker = match.groups()
            found[name, marker or ""] = [version, *sorted(re.findall(r"sha256:[0-9a-f]{64}", block))]
    return found


@pytest.mark.parametrize("lock", ["run", "build", "dev"])
def test_every_pin_has_hashes_and_no_lock_names_an_index(root: Path, lock: str) -> None:
    text = (root / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    found = pins(root, lock)
    assert len(found) == len(re.findall(r"^[a-z0-9.-]+==", text, flags=re.MULTILINE)) > 40
    assert all(len(values) > 1 for values in found.values())
    assert "://" not in text
    assert "--index-url" not in text


def test_tests_run_against_the_versions_that_are_served(root: Path) -> None:
    run, build, dev = (pins(root, lock) for lock in ("run", "build", "dev"))
    assert {name: run[name] for name in run} == {name: dev.get(name) for name in run}
    assert {name: build[name] for name in build} == {name: dev.get(name) for name in build}


def test_make_alone_says_what_every_target_does(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, flags=re.MULTILINE)
    assert targets
    said = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True).stdout
    missing = [name for name in targets[1].split() if not re.search(rf"make {name} +\w+", said)]
    assert missing == []


def test_ci_runs_both_commands_and_can_be_executed(root: Path) -> None:
    script = root / ".ci/run"
    assert os.access(script, os.X_OK)
    commands = script.read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in commands
    assert {"make check", "make test"} <= set(commands)


def test_the_container_has_no_more_rights_than_it_needs(root: Path) -> None:
    service = yaml.safe_load((root / "compose.yaml").read_text(encoding="utf-8"))["services"]["corridors"]
    assert {name: service[name] for name in HARDENING} == HARDENING
    assert all(published.startswith("${CORRIDORS_BIND:-127.0.0.1}:") for published in service["ports"])
    assert service["volumes"] == ["state:/state"]
    assert {"mem_limit", "pids_limit", "healthcheck"} <= set(service)
    assert "privileged" not in service


def test_the_image_is_the_one_that_image_test_hardens(root: Path) -> None:
    dockerfile = (root / "Dockerfile").read_text(encoding="utf-8")
    final = dockerfile.rsplit("\nFROM ", 1)[1]
    assert "USER 10001:10001" in final
    assert "HEALTHCHECK" in final
    assert final.rstrip().endswith('"--preload", "--no-control-socket", "app:server"]')
    assert "pip install" not in final
    tested = (root / "tools/image_test.sh").read_text(encoding="utf-8")
    for flag in ("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--network=none"):
        assert flag in tested


def test_a_browser_that_is_missing_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CORRIDORS_TEST_FIREFOX", "/nowhere/firefox")
    assert browsers.main(["firefox"]) == 1
    assert "apt-get install firefox-esr" in capsys.readouterr().err
    assert browsers.main(["netscape"]) == 2


@pytest.mark.parametrize("script", ["setup.sh", "browsers.sh", "check.sh", "test.sh", "lock.sh", "image.sh"])
def test_scripts_are_plain_sh(root: Path, script: str) -> None:
    path = root / "tools" / script
    assert path.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", str(path)], check=True)
