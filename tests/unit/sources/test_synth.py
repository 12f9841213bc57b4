"""Synthetic records: the margins that were printed, the mark in every row, and an importer that always knows."""

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal

from corridors.errors import DataError
from corridors.sources import etrace_records
from corridors.sources.door import open_file
from corridors.sources.synth import synthesise
from tools.serving import ROOT

GEODATA = ROOT / "geodata"
HINTS = {"authority": "nobody", "purpose": "a test", "audience": "nobody"}
ROWS = 40_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("synth") / "records.parquet"
    synthesise(path, ROWS, 3, GEODATA)
    return path


def test_the_printed_margins_are_kept(made: Path) -> None:
    rows = pd.read_parquet(made)
    assert len(rows) == ROWS
    reached = rows[rows["dealer_state"].notna()]
    states = reached["dealer_state"].value_counts(normalize=True)
    for state, guns in (("TX", 7_825), ("AZ", 3_969), ("CA", 1_575), ("NM", 492)):
        assert states[state] == pytest.approx(guns / 18_206, abs=0.012)
    pair = (reached["dealer_state"] == "AZ") & (reached["recovery_state"] == "26")
    assert pair.mean() == pytest.approx(1_618 / 18_206, abs=0.012)
    assert rows["recovery_state"].value_counts().index[0] == "26"
    assert (rows["type"] == "rifle").mean() == pytest.approx(0.32, abs=0.012)
    assert rows["time_to_crime_days"].mean() / 365.25 == pytest.approx(5.4, abs=0.2)


def test_every_row_and_the_file_say_that_they_are_synthetic(made: Path) -> None:
    assert pq.read_metadata(made).metadata[b"synthetic"] == b"true"
    assert pd.read_parquet(made, columns=["trace_id"])["trace_id"].str.startswith("SYNTHETIC-").all()


def test_the_same_seed_gives_the_same_rows(made: Path, tmp_path: Path) -> None:
    synthesise(tmp_path / "again.parquet", ROWS, 3, GEODATA)
    assert_frame_equal(pd.read_parquet(tmp_path / "again.parquet"), pd.read_parquet(made))
    synthesise(tmp_path / "other.parquet", ROWS, 4, GEODATA)
    assert not pd.read_parquet(tmp_path / "other.parquet").equals(pd.read_parquet(made))


@pytest.mark.parametrize("name", ["r.csv", "r.parquet", "folder"])
def test_the_importer_knows_them_in_every_form(tmp_path: Path, name: str) -> None:
    said: list[tuple[int, int]] = []
    synthesise(tmp_path / name, 3_000, 1, GEODATA, lambda done, of: said.append((done, of)))
    found = etrace_records.read(open_file(tmp_path / name, HINTS), GEODATA)
    assert said == [(3_000, 3_000)]
    assert found.totals == {"firearms": 3_000}
    assert found.parts[0].frame["synthetic"].tolist() == ["yes"]
    assert {id for part in found.parts for id in part.frame["source_id"]} == {"ETRACE_SYNTHETIC"}
    assert [note.code for note in found.warnings] == ["records_synthetic"]
    assert found.cards[0].caveat_en.startswith("SYNTHETIC")


def test_one_synthetic_row_among_others_is_enough(made: Path, tmp_path: Path) -> None:
    rows = pd.read_parquet(made).head(500)
    rows.loc[1:, "trace_id"] = [f"T{at:08}" for at in range(1, 500)]
    rows.to_parquet(tmp_path / "mixed.parquet")
    found = etrace_records.read(open_file(tmp_path / "mixed.parquet", HINTS), GEODATA)
    assert found.parts[0].frame["synthetic"].tolist() == ["yes"]


def test_nothing_is_written_over_and_no_file_is_empty(made: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError):
        synthesise(made, 10, 1, GEODATA)
    with pytest.raises(DataError):
        synthesise(tmp_path / "none.parquet", 0, 1, GEODATA)
    with pytest.raises(DataError):
        synthesise(tmp_path / "r.parquet", 10, 1, tmp_path)
