"""`corridors export` and `corridors verify` on the command line."""

import json
import sys
from pathlib import Path

import pytest

from corridors import cli
from tests.unit.conftest import Run

VIEW = "v=1&lang=es&y=2022-2023&o=US-TX"


def fails(run_: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["corridors", *run_])
    with pytest.raises(SystemExit) as done:
        cli.main()
    return int(done.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize("format", ["csv", "xlsx", "geojson", "parquet", "png", "svg", "pdf", "pptx"])
def test_a_view_is_written_to_a_file_and_its_code_verifies(run: Run, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"pairs.{format}"
    status, said, _ = run("export", f"/evidence?{VIEW}", "--thing", "pairs", "--out", out, "--marking", "onward")
    assert (status, said["ok"]) == (0, True)
    assert out.stat().st_size == said["bytes"] > 500
    status, told, _ = run("verify", said["code"], "--lang", "es")
    assert (status, told["state"]) == (0, "unchanged")
    assert told["said"].startswith("Sin cambios")


def test_the_format_may_be_named(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "pairs.json"
    assert run("export", VIEW, "--thing", "pairs", "--out", out, "--format", "geojson")[0] == 0
    assert json.loads(out.read_bytes())["type"] == "FeatureCollection"


@pytest.mark.parametrize("given", [["pairs.geoparquet"], ["pairs.bin", "--format", "geoparquet"]])
def test_geoparquet_may_be_called_by_its_name(run: Run, tmp_path: Path, given: list[str]) -> None:
    out = tmp_path / given[0]
    assert run("export", VIEW, "--thing", "pairs", "--out", out, *given[1:])[0] == 0
    assert out.read_bytes()[:4] == b"PAR1"


def test_a_code_that_cannot_be_read_exits_with_1(run: Run) -> None:
    status, said, _ = run("verify", "2202-SX9E-73HT")
    assert (status, said["ok"], said["state"]) == (1, False, "mistyped")


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        (["--thing", "us_violence", "--out", "x.csv"], 1, "Gun Violence Archive"),
        (["--thing", "nothing", "--out", "x.csv"], 1, "there are map-us"),
        (["--thing", "nothing", "--out", "x.csv"], 1, "lens and corridors, such as corridors-2022-2023-fitted-ports"),
        (["--thing", "lens", "--out", "x.csv"], 1, "looks through no consulate"),
        (["--thing", "totals", "--out", "x.geojson"], 1, "name no place"),
        (["--thing", "pairs", "--out", "x.doc"], 2, "is none of csv"),
        (["--thing", "pairs", "--out", "x.csv", "--marking", "secret"], 1, "is not a marking"),
    ],
)
def test_what_cannot_be_exported_says_why_and_writes_nothing(
    given: list[str], status: int, said: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CORRIDORS_STATE", str(tmp_path / "state"))
    found, told = fails(["export", VIEW, *given], monkeypatch, capsys)
    assert found == status
    assert said in " ".join(told.replace("│", " ").split())
    assert not list(tmp_path.glob("x.*"))
