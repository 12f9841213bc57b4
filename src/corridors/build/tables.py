"""Facts (CSV, all text) into typed Parquet tables, the same bytes each time."""

import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from corridors.build.facts import Row, present, read_rows
from corridors.build.ledger import COLUMN, Line, edition_ids, read_ledger
from corridors.errors import DataError
from corridors.model.tables import TYPES, Column, Table
from corridors.whole import write

_ARROW: Final = {"year": pa.int16(), "int": pa.int64(), "number": pa.float64(), "flag": pa.int8()}
_READ: Final[dict[str, Callable[[str], int | float]]] = {"year": int, "int": int, "number": float, "flag": int}


def arrow_table(table: Table, rows: Sequence[Row], ledger: Sequence[Line] = ()) -> pa.Table:
    """The rows with their types. An empty cell of text stays "", one of a number becomes null.

    A table that names its sources gets `edition_id` as its last column, from the ledger. DataError names the row and
    the column of a cell that does not fit its type.
    """
    arrays = [_array(table, column, rows) for column in table.columns]
    names = list(table.names)
    if "source_id" in table.names:
        arrays.append(pa.array(edition_ids(ledger, table, rows), pa.string()))
        names.append(COLUMN)
    return pa.Table.from_arrays(arrays, names=names)


def _array(table: Table, column: Column, rows: Sequence[Row]) -> pa.Array:
    cells = [row[column.name] for row in rows]
    if not column.numeric:
        pattern = re.compile(TYPES[column.type] or "")
        for number, cell in enumerate(cells, start=2):
            if not (pattern.fullmatch(cell) or (cell == "" and column.optional)):
                raise _misfit(table, column, number, cell)
        return pa.array(cells, pa.string())
    read = _READ[column.type]
    values: list[int | float | None] = []
    for number, cell in enumerate(cells, start=2):
        if cell == "" and column.optional:
            values.append(None)
            continue
        try:
            value = read(cell)
        except ValueError as error:
            raise _misfit(table, column, number, cell) from error
        if not _fits(column, value):
            raise _misfit(table, column, number, cell)
        values.append(value)
    return pa.array(values, _ARROW[column.type])


def _fits(column: Column, value: float) -> bool:
    match column.type:
        case "flag":
            return value in (0, 1)
        case "year":
            return 1900 <= value <= 2100
        case "int":
            return value >= 0
        case _:
            return -1e12 < value < 1e12  # also refuses nan and infinity


def _misfit(table: Table, column: Column, number: int, cell: str) -> DataError:
    return DataError(f"facts/{table.name}.csv, row {number}, {column.name}: {cell!r} is not a {column.type}")


def write_parquet(found: pa.Table, path: Path) -> None:
    """Writes a table with fixed options, so that the same rows give the same bytes."""
    out = pa.BufferOutputStream()
    pq.write_table(
        found.replace_schema_metadata(None), out,
        compression="zstd", compression_level=9, version="2.6", row_group_size=1 << 20, store_schema=False,
    )  # fmt: skip
    write(path, out.getvalue().to_pybytes())


def build_tables(
    geodata: Path, out: Path, progress: Callable[[str], None], names: Collection[str] | None = None
) -> None:
    """Writes `tables/<table>.parquet` for each table present, and removes those of tables that are gone.

    `names`: only these tables are written anew (an import knows which facts it changed).
    """
    folder = out / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    tables = present(geodata)
    ledger = read_ledger(geodata)
    for table in tables:
        if names is not None and table.name not in names:
            continue
        found = arrow_table(table, read_rows(geodata, table), ledger)
        write_parquet(found, folder / f"{table.name}.parquet")
        progress(f"table {table.name}: {found.num_rows} rows")
    for path in folder.glob("*.parquet"):
        if path.stem not in {table.name for table in tables}:
            path.unlink()
