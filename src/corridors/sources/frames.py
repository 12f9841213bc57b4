"""Columns as a frame of one of our tables, every cell text: what an importer gives."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.arrays import ArrowStringArray

from corridors.model.tables import BY_NAME

_DTYPE: Final = pd.StringDtype("pyarrow", na_value=np.nan)  # what pandas calls `str`
_TEXT: Final = pa.large_string()  # as pandas holds it
_NUMBERS: Final = 1 << 14  # of a longer list, more would be read from memory than is written


def frame(table: str, columns: Mapping[str, Any]) -> pd.DataFrame:
    """A table's columns in its order, every cell text: Arrow's null becomes "", a plain string fills its column."""
    length = len(next(cells for cells in columns.values() if not isinstance(cells, str)))
    made = {at: _column(columns[name], length) for at, name in enumerate(BY_NAME[table].names)}
    # Ten times quicker than a table's `to_pandas`, and the same; the names, which are known, come last.
    found = pd.DataFrame(made, index=pd.RangeIndex(length), copy=False)
    found.columns = _names(table)
    return found


def coded(values: Sequence[str], at: Any) -> pa.DictionaryArray:
    """A column of few values by the place of each row's value among them: no text is made a row."""
    return pa.DictionaryArray.from_arrays(pa.array(at), pa.array(values, pa.string()))


@cache
def _names(table: str) -> pd.Index:
    return pd.Index(BY_NAME[table].names)


def _column(cells: Any, length: int) -> ArrowStringArray:
    return ArrowStringArray(_text(cells, length), dtype=_DTYPE)  # type: ignore[call-arg]


def _text(cells: Any, length: int) -> pa.Array:
    if isinstance(cells, str):
        return _same(cells, length) if length < _NUMBERS else pa.repeat(pa.scalar(cells, _TEXT), length)
    if isinstance(cells, list) and cells and isinstance(cells[0], str):
        found = pa.array(cells, _TEXT)
        return found.fill_null("") if found.null_count else found
    found = cells if isinstance(cells, pa.Array) else pa.array(cells)
    text = _numbers().take(found) if _small(found) else found.cast(_TEXT)
    return text.fill_null("") if text.null_count else text


@lru_cache(maxsize=64)
def _same(cell: str, length: int) -> pa.Array:
    """One text in every row: it cannot be changed, so that the files of a series share it."""
    return pa.repeat(pa.scalar(cell, _TEXT), length)


def _small(cells: pa.Array) -> bool:
    if not pa.types.is_integer(cells.type):
        return False
    ends = pc.min_max(cells)
    first, last = ends["min"].as_py(), ends["max"].as_py()
    return first is not None and first >= 0 and last < _NUMBERS


@cache
def _numbers() -> pa.Array:
    """The text of each small number: to take it is twice as quick as to write it out in every row."""
    return pa.array(range(_NUMBERS)).cast(_TEXT)
