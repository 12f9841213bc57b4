"""The schema of each table as pandera checks it: types, patterns, keys, ranges, categories, least rows.

Only `corridors check` and the tests import this: the web process does not pay for pandera.
"""

from functools import cache
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from corridors.build.ledger import COLUMN
from corridors.model.tables import BY_NAME, CATEGORIES, TYPES, Column, Table

_DEGREES: Final = {"lat": (14.0, 72.0), "lon": (-180.0, -64.0)}  # Mexico and the United States with Alaska
_COUNTS: Final = 1e12
LATEST: Final = 2100


@cache
def schema(name: str) -> Any:
    """The pandera schema of a table by name."""
    table = BY_NAME[name]
    columns = {
        column.name: pa.Column(None, _checks(table, column), nullable=column.optional) for column in table.columns
    }
    if "source_id" in table.names:
        columns[COLUMN] = pa.Column(None, [pa.Check.str_matches(r"^[A-Z][A-Z0-9_]+/\d+$")])
    return pa.DataFrameSchema(
        columns,
        checks=[
            pa.Check(lambda frame: len(frame) >= table.floor, name=f"at least {table.floor} rows"),
            pa.Check(percentages, name="percentages lie between 0 and 100"),
        ],
        unique=list(table.key),
        strict=True,
        ordered=True,
    )


def percentages(frame: pd.DataFrame) -> bool:
    """Whether the values whose unit is percent lie between 0 and 100."""
    if not {"unit", "value"} <= set(frame.columns):
        return True
    growth = frame["measure"].str.startswith("growth") if "measure" in frame else False
    shares = frame.loc[(frame["unit"] == "percent") & ~pd.Series(growth, frame.index), "value"]
    return bool(shares.between(0, 100).all())


def _checks(table: Table, column: Column) -> list[Any]:
    if allowed := CATEGORIES.get((table.name, column.name)):
        return [pa.Check(lambda cells: set(cells) == allowed, name=f"exactly {', '.join(sorted(allowed))}")]
    pattern = TYPES[column.type]
    if pattern is not None:
        empty = "|" if column.optional else ""
        return [pa.Check.str_matches(f"^(?:{pattern}{empty})$")]
    if column.type == "flag":
        return [pa.Check.isin([0, 1])]
    if column.type == "year":
        first = table.years[0] if table.years else 1900
        return [pa.Check.in_range(first, LATEST)]  # an import may bring a later year than those that ship
    if column.unit == "degrees":
        return [pa.Check.in_range(*_DEGREES[column.name[:3]])]
    return [pa.Check.in_range(0, _COUNTS)]


def faults(name: str, frame: pd.DataFrame) -> list[str]:
    """What is wrong with a table, in words; empty when nothing is."""
    try:
        schema(name).validate(frame.reset_index(drop=True), lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        said = cases.groupby(["column", "check"], dropna=False, sort=True)["failure_case"].agg(["size", "first"])
        return [
            f"{column} {check}: {size} rows, such as {first!r}" for (column, check), size, first in said.itertuples()
        ]
    return []
