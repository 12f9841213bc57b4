"""An official file through the command line: preview, accept, history, the way back, and a refusal."""

import csv
import os
import pwd
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from corridors import history
from corridors.store import Store
from tests.unit.sources.atf_files import sourced, xlsx
from tools.serving import ROOT

Run = Callable[..., tuple[int, Any, str]]
NOTES = (
    "Information is provided by the Firearms Tracing System.",
    "Includes traces with recovery dates between January 1, 2018 - December 31, 2018.",
    "FTS query performed on March 20, 2019.",
)


def matrix(path: Path, extra: int = 0, printed: Mapping[tuple[int, int], int] | None = None) -> Path:
    """Guns sourced and recovered in 2018, in ATF's layout: every state ten in itself, and five from Texas in Ohio;
    `printed` changes single cells of it."""
    with (ROOT / "geodata" / "names" / "states.csv").open(encoding="utf-8") as file:
        names = {row["state_code"]: row["name"].upper() for row in csv.DictReader(file) if row["country"] == "US"}
    with (ROOT / "geodata" / "facts" / "us_domestic_trace_od_totals.csv").open(encoding="utf-8") as file:
        codes = sorted({row["state_code"] for row in csv.DictReader(file) if row["role"] == "source"})
    cells = [[10 if a == b else 0 for b in codes] for a in codes]
    cells[codes.index("TX")][codes.index("OH")] = 5 + extra
    listed = [names[code] for code in codes]
    path.write_bytes(xlsx(sourced(cells, sources=listed, recoveries=listed, printed=printed, notes=NOTES)))
    return path


def test_a_new_year_comes_in_and_the_whole_product_has_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = matrix(tmp_path / "anything.bin")
    status, seen, err = run("import", file)
    assert (status, seen["ok"], seen["accepted"], seen["no_change"]) == (0, True, False, False)
    assert seen["source"] == "atf_sourced_recovered"
    assert next(iter(seen["totals"])) == "firearms"
    grand = seen["totals"]["firearms"]
    assert grand % 10 == 5
    assert (seen["removed"], seen["restated"]) == (0, 0)
    assert seen["added"] == seen["rows"] > 100
    assert seen["before"] == {"edition": 0, "totals": {"firearms": 0.0}}
    assert seen["after"] == {"edition": None, "totals": {"firearms": grand}}
    assert any("Recovery State" in told for told in seen["recognised_by"])
    assert "file anything.bin" in err
    assert not (tmp_path / "state").exists()

    status, taken, _ = run("import", file, "--accept", "--by", "A. Analyst")
    assert (status, taken["accepted"], taken["after"]["edition"]) == (0, True, 1)
    store = Store(history.root(ROOT / "geodata", tmp_path / "state"))
    measure = store.cube["measures"]["exported_to_other_states"]
    at = store.cube["places"]["US"].index("US-TX")
    assert measure["periods"][-1] == [2018, 2018]
    assert measure["num"][-1][at] == 5
    rows = store.table("us_domestic_trace_od")
    assert set(rows.loc[rows["year"] == 2018, "edition_id"]) == {"ATF_SR/2"}
    assert set(rows.loc[rows["year"] < 2018, "edition_id"]) == {"ATF_SR/1"}

    status, again, _ = run("import", file, "--accept")
    assert (status, again["no_change"], again["accepted"], again["added"]) == (0, True, False, 0)
    assert run("check")[1]["ok"]
    assert run("version")[1]["data"] == store.data_version

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)  # a container may run as a number without a name
    _, changed, _ = run("import", matrix(file, extra=2), "--accept")
    assert changed["restated"] >= 1
    assert (changed["before"]["totals"]["firearms"], changed["totals"]["firearms"]) == (grand, grand + 2)
    listed = run("editions")[1]
    assert [(one["number"], one["by"], one["current"]) for one in listed] == [
        (0, "", False), (1, "A. Analyst", False), (2, f"uid {os.getuid()}", True),
    ]  # fmt: skip
    cells = run("diff", 1, 2)[1]
    cell = next(row for row in cells if row["table"] == "us_domestic_trace_od")
    assert cell["key"] == {"year": "2018", "source_state_code": "TX", "recovery_state_code": "OH"}
    assert (cell["before"], cell["after"], cell["change"]) == ("5", "7", "restated")
    assert run("rollback", "--by", "B. Admin")[1] == {"ok": True, "current": 1}
    assert run("backup", tmp_path / "all.tar.gz")[1]["bytes"] > 1_000_000
    elsewhere = tmp_path / "elsewhere"
    assert run("restore", tmp_path / "all.tar.gz", "--state", elsewhere)[1]["current"] == 1
    assert Store(history.root(ROOT / "geodata", elsewhere)).data_version == store.data_version


def test_a_refused_file_says_where_and_what_to_do_in_both_languages_and_nothing_is_kept(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "matrix.xlsx"
    cells: list[list[int | str]] = [[1, 2], ["x", 4]]
    names = ("ALABAMA", "ATLANTIS")
    file.write_bytes(xlsx(sourced(cells, sources=names, recoveries=names, notes=NOTES)))
    status, refused, _ = run("import", file, "--accept")
    assert (status, refused["ok"]) == (1, False)
    assert len(refused["problems"]) >= 2
    for problem in refused["problems"]:
        assert problem["sheet"] == "Sheet1"
        assert all(problem[part][lang] for part in ("expected", "todo") for lang in ("en", "es"))
    assert {"ATLANTIS", "x"} <= {problem["found"] for problem in refused["problems"]}
    assert not (tmp_path / "state").exists()


def test_what_the_import_page_saw_is_what_is_taken_in(run: Run, tmp_path: Path) -> None:
    file = matrix(tmp_path / "matrix.xlsx")
    sha256 = run("import", file)[1]["sha256"]
    for wrong in (("--expect", "0" * 64), ("--against", 3)):
        status, said, _ = run("import", file, "--accept", *wrong)
        assert (status, said["ok"]) == (1, False)
        assert "look at it again" in said["error"]
    assert run("import", file, "--accept", "--expect", sha256, "--against", 0)[1]["accepted"]


@pytest.mark.parametrize("name", ["atf/trace_2014.xlsx", "bts/bts_us_mexico_monthly_1996_2025-02.csv.gz"])
def test_a_shipped_source_brought_in_again_changes_nothing(run: Run, official: Path, name: str) -> None:
    status, seen, _ = run("import", official / name, "--accept")
    assert (status, seen["no_change"], seen["added"], seen["removed"], seen["restated"]) == (0, True, 0, 0, 0)
