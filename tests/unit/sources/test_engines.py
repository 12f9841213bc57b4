"""The same query on DuckDB, PostgreSQL and Spark: identical cubes on a million records.

It needs PostgreSQL's programs, Java and the extra [engines]; what is not there is skipped, and the reason printed.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from corridors.sources.engines import connected, cube_frame, duckdb_cube, postgres_cube, spark_cube
from corridors.sources.records_query import INPUT
from corridors.sources.synth import synthesise
from tools.serving import ROOT

ROWS = 1_000_000


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "records.parquet"
    synthesise(path, ROWS, 7, ROOT / "geodata")
    return path


@pytest.fixture(scope="module")
def cube(records: Path, tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    with connected([records], tmp_path_factory.mktemp("spill")) as connection:
        connection.execute(f"CREATE VIEW records AS FROM read_parquet('{records}')")
        rows = duckdb_cube(connection)
        found = cube_frame(connection)
    assert len(found) == rows
    assert found["firearms"].sum() == ROWS
    return found


class Short:
    """A connection that has no memory left for the whole cube."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str) -> object:
        if sql.startswith("CREATE TABLE cube") and not sql.endswith("LIMIT 0"):
            raise duckdb.OutOfMemoryException("no memory")
        return self._connection.execute(sql)


def test_a_cube_too_large_for_memory_is_made_year_by_year(
    records: Path, cube: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with connected([records], tmp_path_factory.mktemp("spill")) as connection:
        connection.execute(f"CREATE VIEW records AS FROM read_parquet('{records}')")
        short: Any = Short(connection)
        assert duckdb_cube(short) == len(cube)
        pd.testing.assert_frame_equal(cube_frame(connection), cube)


@pytest.fixture(scope="module")
def postgres() -> Iterator[Any]:
    """A connection to a server of its own, in a folder of its own, without a port."""
    psycopg = pytest.importorskip("psycopg", reason="the extra [engines] is not installed (psycopg)")
    programs = [
        *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
        Path("/usr/bin"),
        Path("/usr/local/bin"),
    ]
    bin = next((folder for folder in programs if (folder / "initdb").is_file()), None)
    if bin is None:
        pytest.skip("PostgreSQL is not here (initdb in /usr/lib/postgresql/*/bin): apt-get install postgresql")
    who: dict[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="corridors-pg-"))
    if who:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=60, **who)

    try:
        run(str(bin / "initdb"), "-D", str(data), "-U", "corridors", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c shared_buffers=128MB"
        run(str(bin / "pg_ctl"), "-D", str(data), "-o", options, "-w", "-l", str(folder / "log"), "start")
        try:
            with psycopg.connect(host=str(folder), user="corridors", dbname="postgres") as connection:
                yield connection
        finally:
            run(str(bin / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def test_postgres_gives_the_same_cube(records: Path, cube: pd.DataFrame, postgres: Any, tmp_path: Path) -> None:
    plain = tmp_path / "records.csv"
    pacsv.write_csv(pq.read_table(records, columns=list(INPUT)), plain, pacsv.WriteOptions(include_header=False))
    with postgres.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE records ({', '.join(f'{name} {kind}' for name, kind in INPUT.items())})")
        with cursor.copy("COPY records FROM STDIN (FORMAT csv)") as copy, plain.open("rb") as file:
            while block := file.read(1 << 20):
                copy.write(block)
    pd.testing.assert_frame_equal(postgres_cube(postgres), cube)


def test_spark_gives_the_same_cube(records: Path, cube: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="the extra [engines] is not installed (pyspark)")
    if shutil.which("java") is None:
        pytest.skip("Java 17 is not here: apt-get install default-jre-headless")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.memory": "2g",
        "spark.driver.host": "127.0.0.1", "spark.driver.maxResultSize": "2g",
    }  # fmt: skip
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    try:
        found = spark_cube(session, session.read.parquet(str(records)))
    finally:
        session.stop()
    pd.testing.assert_frame_equal(found, cube)
