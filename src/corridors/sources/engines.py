"""The query over records on three engines: DuckDB (the default), PostgreSQL and Spark. The cubes are identical.

`corridors` itself always uses DuckDB; the others are the extra [engines], for who keeps records in such a system
(docs/records.md). Each takes what its system calls records and gives the cube as a frame, in the order of CUBE.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb
import pandas as pd

from corridors.sources.records_query import CUBE, INPUT, QUERY

if TYPE_CHECKING:
    import psycopg
    from pyspark.sql import DataFrame, SparkSession

MEMORY: Final = "1000MB"  # with what Python itself takes, 100 million records stay within 1.5 GB; the rest is spilt


@contextmanager
def connected(files: Sequence[Path], spill: Path, memory: str = MEMORY) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB in this process, which may open these files and the folder where it spills, and nothing else."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": memory,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        },
    )
    connection.execute("SET allowed_paths = ?", [[str(path) for path in files]])
    connection.execute("SET allowed_directories = ?", [[str(spill)]])
    connection.execute("SET enable_external_access = false")
    try:
        yield connection
    finally:
        connection.close()


def duckdb_cube(connection: duckdb.DuckDBPyConnection) -> int:
    """Makes the table `cube` from the relation `records`, out of core; the number of its rows.

    A cube too large to be sorted out at once is made year by year, which reads the records as many times.
    """
    # The order of the rows is nothing to a cube, and keeping it would keep them all in memory.
    connection.execute("SET preserve_insertion_order = false")
    try:
        connection.execute(f"CREATE TABLE cube AS {QUERY}")
    except duckdb.OutOfMemoryException:
        _by_year(connection)
    connection.execute("SET preserve_insertion_order = true")
    [(rows,)] = connection.sql("SELECT COUNT(*) FROM cube").fetchall()
    return int(rows)


def _by_year(connection: duckdb.DuckDBPyConnection) -> None:
    year = "EXTRACT(YEAR FROM recovery_date)"
    connection.execute(f"CREATE TABLE cube AS {QUERY} LIMIT 0")
    for (one,) in connection.sql(f"SELECT DISTINCT {year} FROM records").fetchall():
        where = f"{year} = {one}" if one is not None else "recovery_date IS NULL"
        connection.execute(f"INSERT INTO cube WITH records AS (SELECT * FROM main.records WHERE {where}) {QUERY}")


def postgres_cube(connection: "psycopg.Connection") -> pd.DataFrame:
    """The cube of a table or view `records` in PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY.encode())
        return _ordered(pd.DataFrame(cursor.fetchall(), columns=[*CUBE, "firearms"]))


def spark_cube(session: "SparkSession", records: "DataFrame") -> pd.DataFrame:
    """The cube of a Spark frame of records, on the session's own cluster."""
    typed = records.selectExpr(*(f"CAST({name} AS {kind}) AS {name}" for name, kind in INPUT.items()))
    typed.createOrReplaceTempView("records")
    return _ordered(session.sql(QUERY).toArrow().to_pandas())


def cube_frame(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The table `cube` of `duckdb_cube` as a frame."""
    return _ordered(connection.sql("FROM cube").df())


def _ordered(cube: pd.DataFrame) -> pd.DataFrame:
    """The cube in one order, with one type a column, so that two engines can be compared."""
    typed = cube.astype({"year": "Int64", "firearms": "int64"} | dict.fromkeys(CUBE[1:], "str"))
    return typed.sort_values(list(CUBE), ignore_index=True)
