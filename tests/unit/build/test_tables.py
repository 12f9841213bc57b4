from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corridors.build.tables import arrow_table, build_tables, write_parquet
from corridors.errors import DataError
from corridors.model.tables import Table, column

TABLE = Table(
    "t", ("code",), tuple(map(column, ["code:us?", "year:year", "count:int?", "share:number?", "law:flag"])), 1
)
ROW = {"code": "TX", "year": "2020", "count": "3", "share": "0.5", "law": "1"}


def test_cells_get_their_types_and_empty_numbers_are_null() -> None:
    found = arrow_table(TABLE, [ROW, {**ROW, "code": "", "count": "", "share": ""}])
    assert found.to_pylist() == [
        {"code": "TX", "year": 2020, "count": 3, "share": 0.5, "law": 1},
        {"code": "", "year": 2020, "count": None, "share": None, "law": 1},
    ]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("code", "Tex"), ("year", ""), ("year", "20"), ("count", "-1"), ("count", "1.5"), ("count", "x"),
        ("share", "nan"), ("share", "inf"), ("law", "2"), ("law", ""),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_fit_is_named(name: str, cell: str) -> None:
    with pytest.raises(DataError, match=rf"facts/t\.csv, row 3, {name}: '{cell}' is not a"):
        arrow_table(TABLE, [ROW, {**ROW, name: cell}])


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write_parquet(arrow_table(TABLE, [ROW] * 50), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert b"pandas" not in (tmp_path / "a").read_bytes()


def test_an_unchanged_source_changes_no_byte(root: Path, tmp_path: Path) -> None:
    build_tables(root / "geodata", tmp_path, lambda _: None)
    shipped = root / "geodata" / "built" / "tables"
    made = {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}
    assert made == {path.name: path.read_bytes() for path in shipped.iterdir()}


def test_a_table_that_is_gone_goes(copy: Callable[..., Path], tmp_path: Path) -> None:
    old = tmp_path / "tables" / "old.parquet"
    old.parent.mkdir()
    write_parquet(arrow_table(TABLE, [ROW]), old)
    said: list[str] = []
    build_tables(copy(), tmp_path, said.append)
    assert not old.exists()
    assert "table trace_pairs: 7 rows" in said
    assert pq.read_metadata(tmp_path / "tables" / "trace_pairs.parquet").num_rows == 7
