"""A matrix of traces to test the estimate on, as a user brings it: `year, source_state, recovery_state, firearms`.

Not an import: nothing of it is kept. States may be written as USPS codes, as ids (`US-TX`) or by name.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.errors import DataError

COLUMNS: Final = ("year", "source_state", "recovery_state", "firearms")
_FIRST: Final = 2  # the number of the first row under the header


def read_matrix(path: Path, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows of COLUMNS with states as place ids; a pair without a row is zero.

    `names`: ids of states by their name in capitals. A state that is none of them (a territory, a foreign country)
    stays as it is written: it is no state of the test. DataError, with the row, for a missing column, a number that is
    not a whole one, or a pair twice in a year.
    """
    try:
        rows = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, UnicodeDecodeError) as error:  # pandas' parser errors are ValueErrors
        raise DataError(f"{path.name} cannot be read as CSV: {error}") from error
    rows.columns = rows.columns.str.strip().str.lower()
    missing = [name for name in COLUMNS if name not in rows]
    if missing:
        raise DataError(f"{path.name} has no column {missing[0]!r}: it needs {', '.join(COLUMNS)}")
    table = rows[list(COLUMNS)].apply(lambda column: column.str.strip())
    for name in ("year", "firearms"):
        bad = ~table[name].str.fullmatch(r"\d{1,9}(\.0+)?")
        if bad.any():
            at = int(bad.idxmax())
            raise DataError(
                f"{path.name}, row {at + _FIRST}, {name}: {table[name][at]!r} is not a whole number from 0 up"
            )
    whole = table.assign(**{name: table[name].astype(float).astype("int64") for name in ("year", "firearms")})
    for name in ("source_state", "recovery_state"):
        whole[name] = [_place(cell, names) for cell in table[name]]
    twice = whole.duplicated(["year", "source_state", "recovery_state"])
    if twice.any():
        at = int(twice.idxmax())
        raise DataError(f"{path.name}, row {at + _FIRST}: {whole['year'][at]}, {table['source_state'][at]} to "
                        f"{table['recovery_state'][at]} was there before")  # fmt: skip
    if whole.empty:
        raise DataError(f"{path.name} has no row")
    return pd.DataFrame(whole)


def _place(cell: str, names: Mapping[str, str]) -> str:
    said = cell.upper()
    return names.get(said, said if said.startswith("US-") else f"US-{said}")
