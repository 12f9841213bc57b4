"""Columns as rows of one of our tables: what an importer gives. Numbers stay numbers until their text is wanted."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pyarrow as pa

from corridors.model.tables import BY_NAME

_TEXT: Final = pa.large_string()  # as pandas holds it, which takes it over as it is


def frame(table: str, columns: Mapping[str, Any]) -> pa.Table:
    """A table's columns in its order; a plain string fills its column, and null stands for an empty cell."""
    length = len(next(cells for cells in columns.values() if not isinstance(cells, str)))
    names = BY_NAME[table].names
    return pa.Table.from_arrays([_column(columns[name], length) for name in names], names)


def coded(values: Sequence[str], at: Any) -> pa.DictionaryArray:
    """A column of few values by the place of each row's value among them: no text is made a row."""
    return pa.DictionaryArray.from_arrays(pa.array(at), pa.array(values, pa.string()))


def texts(rows: pa.Table) -> pa.Table:
    """The rows with every cell as text, as the tables of `geodata/facts` hold them: null becomes ""."""
    columns = [cells.cast(_TEXT) for cells in rows.columns]
    return pa.Table.from_arrays([one.fill_null("") if one.null_count else one for one in columns], rows.column_names)


def _column(cells: Any, length: int) -> Any:
    if isinstance(cells, str):
        return pa.repeat(cells, length)
    return cells if isinstance(cells, pa.Array | pa.ChunkedArray) else pa.array(cells)
