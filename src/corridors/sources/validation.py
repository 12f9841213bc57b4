"""A frame against its pandera schema: every failing cell as a problem with its row and the publisher's column."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from corridors.sources.problems import Problem, problem


def check(
    frame: pd.DataFrame,
    schema: pa.DataFrameSchema,
    *,
    first_row: int = 2,
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
) -> list[Problem]:
    """The problems of a frame, in the order of its rows; none when it fits the schema.

    The frame has a plain range index; row 0 of it stands in row `first_row` of the file. The name of a pandera check
    is the code of the problem (`pa.Check.ge(0, name="negative")`); a null where none may be is `empty`; a key that
    stands twice is `duplicate`. `columns` gives the publisher's header for our name.
    """
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        named = columns or {}
        found = [_problem(case, first_row, sheet, named) for case in cases.to_dict("records")]
        return sorted(found, key=lambda one: (one.row, one.column))
    return []


def _problem(case: Mapping[Any, Any], first_row: int, sheet: str, columns: Mapping[str, str]) -> Problem:
    name = str(case["check"])
    code = {"not_nullable": "empty", "multiple_fields_uniqueness": "duplicate", "field_uniqueness": "duplicate"}.get(
        name, name
    )
    at = case["index"]
    row = first_row + int(at) if pd.notna(at) else 0
    column = str(case["column"]) if pd.notna(case["column"]) else ""
    found = "" if pd.isna(case["failure_case"]) else case["failure_case"]
    return problem(code, sheet=sheet, row=row, column=columns.get(column, column), found=found)
