"""The ledger of editions: which edition of its source each row of the facts came from.

`geodata/facts/editions.csv` has a line for each table and source, and one more for each part (a year) that a later
file brought. The most exact line that fits a row is the one it came from.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from corridors.build.facts import Row, read_rows
from corridors.errors import DataError
from corridors.model.tables import BY_NAME, LEDGER, Table

COLUMN: Final = "edition_id"  # beside the columns of every table that names its sources
Line = Mapping[str, str]


def read_ledger(geodata: Path) -> list[Row]:
    """The lines of the ledger, in their order."""
    return read_rows(geodata, BY_NAME[LEDGER])


def edition_ids(ledger: Sequence[Line], table: Table, rows: Sequence[Row]) -> list[str]:
    """The edition of each row. DataError for a source whose edition of this table no line gives."""
    mine = [line for line in ledger if line["of_table"] == table.name]
    whole = {line["of_source"]: line["edition_id"] for line in mine if not line["part_column"]}
    parts = {
        (line["of_source"], line["part_column"], line["part_value"]): line["edition_id"]
        for line in mine
        if line["part_column"]
    }
    columns = sorted({column for _, column, _ in parts})
    found = []
    for row in rows:
        source = row["source_id"]
        exact = (parts.get((source, column, row[column])) for column in columns)
        id = next((one for one in exact if one), whole.get(source, ""))
        if not id:
            raise DataError(f"facts/{LEDGER}.csv has no line for {table.name} of {source}: add one")
        found.append(id)
    return found
