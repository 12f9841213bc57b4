"""What is wrong with trace records, before they are counted: every bad value with a sample of its rows.

Dates and numbers are looked at row by row, in one pass. Codes and words are looked at once for each different value,
whole files long: a column of codes has few, and a column of words that has very many holds something else.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import duckdb

from corridors.sources.etrace_records_files import ID, Relation
from corridors.sources.layouts import layout
from corridors.sources.personal import personal_values
from corridors.sources.problems import Problem, problem
from corridors.sources.records_query import INPUT

SYNTHETIC: Final = "SYNTHETIC-"  # how the trace_id of every row of `corridors synth` begins
DIFFERENT: Final = 40_000  # more different values than any column of codes or words has
DUPLICATES: Final = 5_000_000  # of more rows than these, traces that stand twice are not looked for
_ROWS: Final = 5  # of each fault, so many rows are shown
_VALUES: Final = 20
_LOOKED: Final = 2_000  # numbers of traces whose form is looked at; all of them are looked at for spaces and @
_LONGEST: Final = 50_000  # days from a sale to a recovery: some 137 years
_EARLIEST: Final = "DATE '1900-01-01'"
Connection = duckdb.DuckDBPyConnection


def typed(name: str, kind: str) -> str:
    """A column of INPUT (or `purchase_date`) as SQL of its type; null where its text is none (see `faults`)."""
    if name.endswith("_date"):
        return f"TRY_CAST({name} AS DATE)"
    if name == "time_to_crime_days":
        return f"TRY_CAST({name} AS INTEGER)"
    return f"CAST({name} AS VARCHAR)" if kind.startswith("ENUM") else name


def view(relation: Relation) -> str:
    """The relation `records` of the query, over the relation `source`."""
    columns = (f"{typed(name, relation.types[name])} AS {name}" for name in INPUT)
    return f"CREATE VIEW records AS SELECT {', '.join(columns)} FROM source"


def look(connection: Connection, relation: Relation, geodata: Path) -> tuple[list[Problem], int, bool]:
    """The problems, the number of rows, and whether any row is synthetic."""
    tests = _tests(relation.types)
    synthetic = f"COUNT_IF(starts_with(trace_id, '{SYNTHETIC}'))" if "trace_id" in relation.types else "0"
    counts = ", ".join(f"COUNT_IF({sql})" for _, _, sql in tests)
    [(rows, marked, *bad)] = connection.sql(f"SELECT COUNT(*), {synthetic}, {counts} FROM source").fetchall()
    found = [
        one
        for (code, column, sql), count in zip(tests, bad, strict=True)
        if count
        for one in _rows(connection, relation, sql, code, column, count)
    ]
    for column, fits in _vocabulary(geodata).items():
        found += _values(connection, relation, column, fits)
    found += [one for row in layout(geodata, ID, "columns") if row["kind"] == "word" and row["name"] in relation.types
              for one in _words(connection, row["name"])]  # fmt: skip
    if "trace_id" in relation.types:
        found += _ids(connection, relation, int(rows))
    return found, int(rows), bool(marked)


def pairs(connection: Connection, relation: Relation, geodata: Path) -> list[Problem]:
    """Counties that are not in their state, municipalities not in theirs, and Mexican states that are none: told from
    the cube, where each pair stands once."""
    fips = {row["state_usps"]: row["state_id_fips"] for row in layout(geodata, ID, "states")}
    states = {f"{code:02}" for code in range(1, 33)} | {""}
    found = []
    for state, county in connection.sql("SELECT DISTINCT us_state_code, county_id_fips FROM cube").fetchall():
        if county and county[:2] != fips.get(state):
            same = f"dealer_county = {_sql(county)} AND COALESCE(dealer_state, '') = {_sql(state)}"
            found += _rows(connection, relation, same, "records_county", "dealer_county")
    for state, place in connection.sql("SELECT DISTINCT mx_state_code, municipality_code FROM cube").fetchall():
        here = f"recovery_country = 'MX' AND COALESCE(recovery_state, '') = {_sql(state)}"
        if state not in states:
            found += _rows(connection, relation, here, "state", "recovery_state")
        elif place and (place[:2] != state or len(place) != 5 or not _digits(place)):
            same = f"{here} AND recovery_municipality = {_sql(place)}"
            found += _rows(connection, relation, same, "records_municipality", "recovery_municipality")
    return found


def _tests(types: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Code of the problem, column, and the SQL that is true for a row at fault."""
    found = []
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    for name in ("recovery_date", "purchase_date"):
        if name not in types:
            continue
        value, is_text = typed(name, types[name]), types[name] == "VARCHAR"
        wrong = f"{name} <> '' AND ({value} IS NULL OR length({name}) <> 10)" if is_text else f"NOT isfinite({value})"
        found += [
            ("records_date", name, wrong),
            ("records_future", name, f"isfinite({value}) AND ({value} > DATE '{tomorrow}' OR {value} < {_EARLIEST})"),
        ]
    days, kind = "time_to_crime_days", types["time_to_crime_days"]
    number = typed(days, kind)
    wrong = (
        f"{days} <> '' AND NOT regexp_full_match({days}, '-?[0-9]{{1,9}}')"
        if kind == "VARCHAR"
        else f"{days} IS NOT NULL AND ({number} IS NULL OR {number} <> {days})"
    )
    found += [
        ("records_days", days, wrong),
        ("negative", days, f"{number} < 0"),
        ("records_days", days, f"{number} > {_LONGEST}"),
    ]
    return found


def _vocabulary(geodata: Path) -> dict[str, Callable[[str], bool]]:
    """For each column of codes, whether a value is one."""
    codes: dict[str, set[str]] = {}
    for row in layout(geodata, ID, "codes"):
        codes.setdefault(row["column"], set()).add(row["code"])
    states = layout(geodata, ID, "states")
    usps = {row["state_usps"] for row in states}
    fips = {row["state_id_fips"] for row in states}
    return {
        "type": codes["type"].__contains__,
        "trace_outcome": codes["trace_outcome"].__contains__,
        "dealer_state": usps.__contains__,
        "dealer_county": lambda value: len(value) == 5 and _digits(value) and value[:2] in fips,
        "recovery_country": lambda value: len(value) == 2 and value.isascii() and value.isalpha() and value.isupper(),
    }


def _digits(value: str) -> bool:
    return value.isascii() and value.isdecimal()


def _values(connection: Connection, relation: Relation, column: str, fits: Callable[[str], bool]) -> list[Problem]:
    """A column of codes: its values that are none."""
    bad = [value for value in _distinct(connection, column) if not fits(value)]
    return [
        one
        for value in bad[:_VALUES]
        for one in _rows(connection, relation, f"{column} = {_sql(value)}", f"records_{column}", column, limit=1)
    ]


def _words(connection: Connection, column: str) -> list[Problem]:
    """A column of words: whatever looks like something about a person, and more values than such a column has.

    Nothing of it is quoted. One value in the form of a licence, an identity number, a contact or an address is enough.
    """
    values = _distinct(connection, column)
    if len(values) > DIFFERENT:
        return [problem("records_many", column=column, limit=DIFFERENT)]
    what = next((said for value in values if (said := personal_values([value])) not in ("", "serial")), "")
    what = what or ("" if column == "calibre" else personal_values(values))
    return [problem(f"personal_{what}", column=column)] if what else []


def _ids(connection: Connection, relation: Relation, rows: int) -> list[Problem]:
    """Numbers of traces: none may look like something about a person, and none may stand twice."""
    found = []
    odd = "contains(trace_id, ' ') OR contains(trace_id, '@') OR length(trace_id) > 60"
    [(count,)] = connection.sql(f"SELECT COUNT_IF({odd}) FROM source").fetchall()
    if count:
        found.append(problem("records_id", column="trace_id"))
    sample = [row[0] for row in connection.sql(f"SELECT trace_id FROM source LIMIT {_LOOKED}").fetchall() if row[0]]
    what = next((said for value in sample if (said := personal_values([value])) not in ("", "serial")), "")
    if what:
        found.append(problem(f"personal_{what}", column="trace_id"))
    if rows <= DUPLICATES:
        twice = connection.sql(
            f"SELECT trace_id FROM source WHERE trace_id <> '' GROUP BY trace_id HAVING COUNT(*) > 1 "
            f"ORDER BY trace_id LIMIT {_VALUES}"
        ).fetchall()
        for (value,) in twice:
            found += _rows(connection, relation, f"trace_id = {_sql(value)}", "duplicate", "trace_id")[1:2]
    return found


def _distinct(connection: Connection, column: str) -> list[str]:
    """The different values of a column, at most one more than DIFFERENT."""
    found = connection.sql(
        f"SELECT DISTINCT CAST({column} AS VARCHAR) AS value FROM source WHERE {column} <> '' LIMIT {DIFFERENT + 1}"
    ).fetchall()
    return sorted(str(row[0]) for row in found)


def _rows(
    connection: Connection, relation: Relation, where: str, code: str, column: str, count: int = 0, limit: int = _ROWS
) -> list[Problem]:
    """A problem for each of the first rows at fault."""
    numbered = relation.sql(numbered=True)
    found: list[tuple[Any, ...]] = connection.sql(
        f"SELECT in_file, in_row, CAST({column} AS VARCHAR) FROM ({numbered}) WHERE {where} "
        f"ORDER BY in_file, in_row LIMIT {limit}"
    ).fetchall()
    more = {"count": count} if count else {}
    return [
        problem(code, sheet=relation.shown(file), row=row, column=column, found=value or "", **more)
        for file, row, value in found
    ]


def _sql(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
