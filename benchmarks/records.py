"""Trace records: our query beside one written by hand for DuckDB over the same Parquet, and how both grow."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import duckdb
from results import Row, median
from servers import CACHE, ROOT

from corridors.sources import etrace_records
from corridors.sources.door import open_file
from corridors.sources.engines import MEMORY, connected, duckdb_cube
from corridors.sources.synth import synthesise

GEODATA: Final = ROOT / "geodata"
SIZES: Final = (1_000_000, 3_000_000, 10_000_000)
LONG: Final = 4_000_000  # records of which a round asks once
TERMS: Final = {"authority": "nobody", "purpose": "a benchmark", "audience": "nobody"}
# What a person who knows DuckDB and this one file would write: no value that is unknown is made the same text.
BY_HAND: Final = """
CREATE TABLE cube AS
SELECT year(recovery_date) AS year,
  CASE WHEN trace_outcome IN ('purchaser identified', 'dealer only') THEN dealer_state END AS us,
  CASE WHEN trace_outcome IN ('purchaser identified', 'dealer only') THEN dealer_county END AS county,
  recovery_state, recovery_municipality, type,
  CASE WHEN time_to_crime_days < 91 THEN 0 WHEN time_to_crime_days < 213 THEN 1 WHEN time_to_crime_days < 365 THEN 2
    WHEN time_to_crime_days < 730 THEN 3 WHEN time_to_crime_days < 1095 THEN 4
    WHEN time_to_crime_days IS NOT NULL THEN 5 END AS band,
  count(*) AS firearms
FROM read_parquet('{path}') WHERE recovery_country = 'MX' GROUP BY ALL
"""


def measure_records(_port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Each size: ours and by hand in turn within each round, then the whole reading, checks and suppression too."""
    rows: list[Row] = []
    raw: dict[str, Any] = {}
    for size in SIZES:
        path = made(size)
        ours, hand, whole = [], [], []
        turns = rounds * max(1, LONG // size)  # what is short is more easily disturbed, and is asked more often
        for number in range(turns + 1):
            mine, other, all_of_it = _ours(path), _by_hand(path), seconds(lambda path=path: read(path))
            if number:
                ours.append(mine)
                hand.append(other)
                whole.append(all_of_it)
        raw[str(size)] = {"ours_s": ours, "by_hand_s": hand, "whole_s": whole}
        said = f"the query over {size // 1_000_000} million records, beside DuckDB by hand"
        rows.append(
            Row("records", said, f"{median(ours):.2f} s", f"{median(hand):.2f} s", median(ours) / median(hand), 1.3)
        )
    first, last = (raw[str(size)] for size in (SIZES[0], SIZES[-1]))
    for key, said in (("ours_s", "the query"), ("whole_s", "the whole reading: checks, query, suppression")):
        small, large = min(first[key]), min(last[key])  # other work on the machine only ever adds
        rows.append(
            Row(
                "records", f"{said}, 10 million beside 1 million", f"{large:.2f} s", f"{small:.2f} s", large / small,
                SIZES[-1] / SIZES[0],
            )
        )  # fmt: skip
    return rows, raw


def made(size: int) -> Path:
    """Synthetic records, made once and kept in the cache of the benchmarks."""
    path = CACHE / f"records-{size}.parquet"
    if not path.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half.parquet")
        half.unlink(missing_ok=True)
        synthesise(half, size, 1, GEODATA)
        half.rename(path)
    return path


def read(path: Path) -> object:
    """From the file to suppressed tables, as an import does it."""
    return etrace_records.read(open_file(path, TERMS), GEODATA)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _ours(path: Path) -> float:
    with TemporaryDirectory() as spill, connected([path], Path(spill)) as connection:
        connection.execute(f"CREATE VIEW records AS FROM read_parquet('{path}')")
        return seconds(lambda: duckdb_cube(connection))


def _by_hand(path: Path) -> float:
    with TemporaryDirectory() as spill:
        config: dict[str, Any] = {"memory_limit": MEMORY, "temp_directory": spill}
        with duckdb.connect(":memory:", config=config) as connection:
            return seconds(lambda: connection.execute(BY_HAND.format(path=path)))
