"""`corridors backtest`: a matrix that a user brings, and what is wrong with it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corridors import cli
from corridors.analysis.flows import backtest as module
from corridors.analysis.flows import domestic
from corridors.answers.corridors import dial
from corridors.answers.estimate import place_flows
from corridors.sources.matrix import read_matrix
from corridors.store import Store
from tools.serving import ROOT

Run = Callable[..., tuple[int, str, str]]
HEAD = "year,source_state,recovery_state,firearms\n"
NAMES = {"TEXAS": "US-TX", "NEW MEXICO": "US-NM", "DISTRICT OF COLUMBIA": "US-DC"}
KEYS = {"year", "facts", "estimator", "cpc", "r2", "top50", "median_error", "coverage80", "coverage80_all"}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `corridors backtest …` on what ships, with few draws: exit status, standard output, standard error."""
    monkeypatch.setattr(module, "DRAWS", 20)
    monkeypatch.setattr(module, "CALIBRATION_DRAWS", 10)

    def call(*arguments: str) -> tuple[int, str, str]:
        where = ["--geodata", str(ROOT / "geodata")]
        monkeypatch.setattr(sys, "argv", ["corridors", "backtest", *arguments, *where])
        with pytest.raises(SystemExit) as done:
            cli.main()
        out, err = capsys.readouterr()
        return int(done.value.code or 0), out, err

    return call


def write(folder: Path, rows: str, head: str = HEAD) -> Path:
    path = folder / "od.csv"
    path.write_text(head + rows, encoding="utf-8")
    return path


@pytest.mark.parametrize("facts", ["margins", "mexico"])
def test_a_matrix_of_an_unknown_year_is_scored(run: Run, tmp_path: Path, store: Store, facts: str) -> None:
    rows = domestic.shipped({domestic.MATRIX: store.table(domestic.MATRIX)})
    names = {place: said[0] for place, said in store.cube["names"].items()}
    rows = rows[(rows["year"] == 2016) & rows["source_state"].isin(names) & rows["recovery_state"].isin(names)]
    mixed = rows.assign(
        year=2031,
        source_state=rows["source_state"].map(names),
        recovery_state=rows["recovery_state"].str.removeprefix("US-"),
        firearms=rows["firearms"].astype(int),
    )
    path = write(tmp_path, mixed.to_csv(index=False, header=False) + "2031,PR,TX,5\n2031,Guam,Texas,2\n")
    status, out, err = run("--od", str(path), "--facts", facts, "--json")
    found = json.loads(out)
    assert status == 0
    assert "GUAM (2), PR (5)" in err  # what is left out of the test is said
    assert all(set(one) == KEYS for one in found)
    assert [one["estimator"] for one in found] == list(module.ESTIMATORS)
    assert {(one["year"], one["facts"]) for one in found} == {(2031, facts)}
    own = found[0]
    assert own["estimator"] == "corridors"
    assert own["cpc"] == max(one["cpc"] for one in found)
    assert all(0 <= one[name] <= 1 for one in found for name in ("cpc", "r2", "coverage80", "coverage80_all"))


def test_lines_are_for_people(run: Run) -> None:
    status, out, _ = run("--year", "2017")
    assert status == 0
    assert out.splitlines()[0].startswith("2017  margins corridors")


def test_a_year_that_is_not_there_is_said_with_those_that_are(run: Run) -> None:
    status, _, err = run("--year", "1999")
    assert status == 1
    assert "1999" in err
    assert "2017" in err


@pytest.mark.parametrize(
    ("rows", "head", "said"),
    [
        ("2017,TX,OK,3\n2017,TX,NM,many\n", HEAD, ["row 3", "firearms", "'many'"]),
        ("2017,TX,OK,-3\n", HEAD, ["row 2", "firearms", "'-3'"]),
        ("2017,TX,OK,2.5\n", HEAD, ["row 2", "firearms", "'2.5'"]),
        ("2017,TX,OK,\n", HEAD, ["row 2", "firearms"]),
        ("about 2017,TX,OK,2\n", HEAD, ["row 2", "year"]),
        ("2017,TX,OK,3\n2017,NM,OK,3\n2017,Texas,OK,4\n", HEAD, ["row 4", "Texas to OK", "there before"]),
        ("2017,TX,3\n", "year,source_state,firearms\n", ["recovery_state", "od.csv"]),
        ("", HEAD, ["no row"]),
        ("2017,PR,TX,3\n2017,TX,TX,3\n", HEAD, ["2017", "no gun"]),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_row(
    run: Run, tmp_path: Path, rows: str, head: str, said: list[str]
) -> None:
    status, out, err = run("--od", str(write(tmp_path, rows, head)), "--json")
    assert status == 1
    assert "Traceback" not in err
    answer = json.loads(out)
    assert answer["ok"] is False
    for part in said:
        assert part in answer["error"]


def test_states_are_read_as_codes_ids_or_names(tmp_path: Path) -> None:
    path = write(tmp_path, "2017,tx,US-NM, 3 \n2017, New Mexico ,District of Columbia,4.0\n", "\ufeff" + HEAD.upper())
    found = read_matrix(path, NAMES)
    assert found.to_numpy().tolist() == [[2017, "US-TX", "US-NM", 3], [2017, "US-NM", "US-DC", 4]]


def test_what_is_published_of_a_state_bounds_what_is_told_of_it(store: Store) -> None:
    _, parts = place_flows(store, "US-AZ")
    found = {one.destination: one for one in parts}
    assert (found["MX-26"].low, found["MX-26"].high) == (1618, 1618)  # a printed pair
    assert max(one.high for one in parts if one.destination not in ("MX-26", "unknown")) == 831  # the cap


def test_a_state_is_told_by_the_numbers_that_the_page_shows(store: Store) -> None:
    _, parts = place_flows(store, "US-FL")
    found = dial(store)
    table, row = found.tables[(len(found.periods) - 1, *found.best)], found.origins.index("US-FL")
    for one in parts:
        cell = row * len(found.destinations) + found.destinations.index(one.destination)
        assert (one.estimate, one.low, one.high) == (table.guns[cell], table.low[cell], table.high[cell])


def test_a_printed_pair_is_told_as_observed_and_an_estimate_is_rounded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--json", "--geodata", str(ROOT / "geodata")]
    monkeypatch.setattr(sys, "argv", ["corridors", "estimate", "US-AZ", *where])
    with pytest.raises(SystemExit):
        cli.main()
    rows = {row["destination"]: row for row in json.loads(capsys.readouterr().out)}
    sonora = rows.pop("MX-26")
    assert (sonora["estimate"], sonora["low"], sonora["kind"]) == (1618, 1618, "observed")
    assert {row["kind"] for row in rows.values()} == {"modelled"}
    assert not [row for row in rows.values() if row["estimate"] % 5]


def test_a_district_sends_a_part_of_what_its_state_sends(store: Store) -> None:
    (_, whole), (_, part) = (place_flows(store, place) for place in ("US-AZ", "D-nogales"))
    sent = {one.destination: one for one in whole}
    assert all(one.high <= sent[one.destination].high for one in part if one.destination in sent)
    assert 0 < sum(one.estimate for one in part) < sum(one.estimate for one in whole)
