"""The names of municipalities that there are already: a file that brings others adds them, and changes none."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

TOWNS: Final = "mx_municipality_names"
_CODE: Final = "municipality_code"
_DIGITS: Final = 5
_NUMBERS: Final = pacsv.ConvertOptions(include_columns=[_CODE], column_types={_CODE: pa.int64()})
Known = npt.NDArray[np.bool_]


def known_towns(geodata: Path) -> Known:
    """Whether the present table names the municipality of each number that five digits of INEGI's can be."""
    path = geodata / "facts" / f"{TOWNS}.csv"
    stamp = path.stat()
    return _known(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=2)
def _known(path: Path, _changed: int, _size: int) -> Known:
    """Read once while the table stays as it is."""
    found = np.zeros(10**_DIGITS, dtype=bool)
    found[pacsv.read_csv(path, convert_options=_NUMBERS)[_CODE].to_numpy()] = True
    return found


def town_texts(codes: npt.NDArray[np.int64]) -> pa.Array:
    """Municipalities' numbers as INEGI writes them, with five digits."""
    return pc.utf8_lpad(pa.array(codes).cast(pa.string()), _DIGITS, "0")
