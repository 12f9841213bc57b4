import shutil
from pathlib import Path

import pytest

from corridors import history
from corridors.build.checks import check
from corridors.editions.rows import frame_of
from corridors.model.tables import BY_NAME
from corridors.sources.batch import Batch, Part
from corridors.sources.problems import Refused
from tests.unit.editions.making import GEODATA, planned, take

TABLE = "mx_homicides_state_year"
MEASURE = "homicides_inegi_by_registration_state"


def registered(slips: int) -> Batch:
    """INEGI's deaths by state of registration since 2010; the first printed totals are 7 too high."""
    rows = frame_of(GEODATA, BY_NAME[TABLE])
    rows = rows[(rows["measure"] == MEASURE) & (rows["year"] >= "2010")].reset_index(drop=True)
    wrong = rows.index[rows["state_code"] == "00"][:slips]
    rows.loc[wrong, "value"] = [str(int(value) + 7) for value in rows.loc[wrong, "value"]]
    part = Part(TABLE, rows, {"measure": (MEASURE,), "year": tuple(sorted(set(rows["year"])))})
    return Batch("inegi_cube", "a test", "", ("a test",), (part,), {MEASURE: 1})


@pytest.fixture(scope="module")
def slipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state with the edition that has one slip; only to look at."""
    state = tmp_path_factory.mktemp("slipped")
    take(registered(1), state)
    return state


def test_a_slip_of_the_publisher_is_taken_in_and_gone_when_the_publisher_mends_it(
    slipped: Path, tmp_path: Path
) -> None:
    shutil.copytree(slipped, tmp_path, dirs_exist_ok=True)
    root = history.root(GEODATA, tmp_path)
    assert [one for one in check(root) if not one.ok] == []
    slips = frame_of(root, BY_NAME["publisher_slips"])
    assert [(row.year, row.place, int(str(row.printed)) - int(str(row.found))) for row in slips.itertuples()] == [
        ("2010", "00", 7)
    ]
    assert planned(registered(1), tmp_path).changes_nothing
    take(registered(0), tmp_path)
    root = history.root(GEODATA, tmp_path)
    assert frame_of(root, BY_NAME["publisher_slips"]).empty
    assert [one for one in check(root) if not one.ok] == []


def test_an_export_of_fewer_years_credits_no_other_year_to_its_edition(slipped: Path) -> None:
    ledger = frame_of(history.root(GEODATA, slipped), BY_NAME["editions"])
    mine = ledger[ledger["of_table"].eq(TABLE) & ledger["of_source"].eq(ledger["edition_id"].str.partition("/")[0])]
    new = mine[mine["imported"] != ""]
    assert set(new["part_column"]) == {"year"}
    assert min(new["part_value"]) == "2010"


def test_so_many_slips_are_none(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="so many are no slip"):
        planned(registered(9), tmp_path)
