"""The names of municipalities that there are already: a file that brings others adds them, and changes none."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.csv as pacsv

TOWNS: Final = "mx_municipality_names"
_CODE: Final = "municipality_code"
_TEXT: Final = pacsv.ConvertOptions(include_columns=[_CODE], column_types={_CODE: pa.string()})


def known_towns(geodata: Path) -> frozenset[str]:
    """INEGI's codes, five digits each, of the municipalities that the present table names."""
    path = geodata / "facts" / f"{TOWNS}.csv"
    stamp = path.stat()
    return _known(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=2)
def _known(path: Path, _changed: int, _size: int) -> frozenset[str]:
    """Read once while the table stays as it is."""
    return frozenset(pacsv.read_csv(path, convert_options=_TEXT)[_CODE].to_pylist())
