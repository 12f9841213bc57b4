"""The present rows of an edition with those of its document: the document takes the place of what the press quoted."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.csv as pacsv

from corridors.model.tables import BY_NAME
from corridors.sources.batch import Note
from corridors.sources.names import fold

_CODES: Final = ("us_state_code", "mx_state_code")
Row = Mapping[Any, Any]


def present_rows(geodata: Path, table: str, source: str) -> pd.DataFrame:
    """The present rows of a source in a table, as text."""
    names = list(BY_NAME[table].names)
    path = geodata / "facts" / f"{table}.csv"
    if not path.is_file():
        return pd.DataFrame(columns=names, dtype=object)
    rows = pacsv.read_csv(path, convert_options=pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())))
    frame: pd.DataFrame = rows.to_pandas().astype(object)
    return frame[frame["source_id"] == source].reset_index(drop=True)


def _key(row: Row) -> tuple[str, ...]:
    """What a row is the number of: edition where the table has it, years, areas by code or else name, measure."""
    return (
        row.get("edition", ""),
        row["year_start"],
        row["year_end"],
        row.get("us_state_code") or fold(row["source_area"]),
        row.get("mx_state_code") or fold(row["recovery_area"]),
        row["measure"],
    )


def _quantity(row: Row) -> tuple[str, ...]:
    return row["year_start"], row["year_end"], row["measure"]


def replaced(present: pd.DataFrame, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Note]]:
    """The present rows with those of the document in the place of the same numbers, and what differs.

    Two press readings of one number give way to the one number of the document. Where the document has more places
    than the press named, what was subtracted for "all others" no longer holds and goes.
    """
    old = present.to_dict("records")
    new = {_key(row): row for row in rows.to_dict("records")}
    finer = {_quantity(new[key]) for key in set(new) - {_key(row) for row in old}}
    kept: list[Row] = []
    notes = []
    placed = set()
    cleared = 0
    for row in old:
        original = new.get(key := _key(row))
        if original is None:
            if not (_residual(row) and _quantity(row) in finer):
                kept.append(row)
            continue
        cleared += row["via_press"] == "yes"
        if float(original["value"]) != float(row["value"]):
            values = {"measure": row["measure"], "years": f"{row['year_start']}–{row['year_end']}"}
            notes.append(Note("original_differs", {**values, "before": row["value"], "after": original["value"]}))
        if key not in placed:
            kept.append({**original, "source_area": row["source_area"], "recovery_area": row["recovery_area"]})
            placed.add(key)
    kept += [row for key, row in new.items() if key not in placed]
    if cleared:
        notes.insert(0, Note("original", {"rows": cleared}))
    return pd.DataFrame(kept, columns=list(rows.columns), dtype=object), notes


def _residual(row: Row) -> bool:
    """Whether a row is our subtraction of the named states from the whole."""
    coded = [row[name] for name in _CODES if name in row]
    return bool(coded) and not any(coded) and row["kind"] == "derived" and row["via_press"] == "yes"
