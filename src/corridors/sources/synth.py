"""Made-up trace records with the margins that were published, for tests and benchmarks only (`corridors synth`).

Every row says what it is: its trace_id begins with SYNTHETIC-, and a Parquet file says it once more in its metadata.
The shares of source states, of the five printed pairs and of the types are those of 2022-2023; the states of recovery
keep the printed order. All else (years, counties, municipalities, days, makes) is drawn, and says nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from corridors.errors import DataError
from corridors.model.tables import BY_NAME
from corridors.sources.etrace_records_checks import SYNTHETIC
from corridors.sources.etrace_records_files import ID, MARK
from corridors.sources.layouts import layout
from corridors.sources.problems import refuse

CHUNK: Final = 500_000  # rows that are made, and held in memory, at a time
FIRST: Final = 2015
_LAST: Final = 2023
_MEAN_YEARS: Final = 5.4  # NFCTA IV: from the first sale to the recovery in Mexico
_EPOCH: Final = date(1970, 1, 1)
_OUTCOMES: Final = {
    "purchaser identified": 0.52, "dealer only": 0.06, "manufacturer only": 0.12, "non-US": 0.12, "undetermined": 0.18,
}  # fmt: skip
_REST: Final = "other"
Shares = npt.NDArray[np.float64]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Margins:
    """Shares of the pairs (source x recovery, flat), with the codes of both, and of the types."""

    sources: npt.NDArray[np.object_]
    recoveries: npt.NDArray[np.object_]
    pairs: Shares
    types: npt.NDArray[np.object_]
    of_types: Shares
    counties: Mapping[str, npt.NDArray[np.object_]]
    municipalities: Mapping[str, npt.NDArray[np.object_]]


def synthesise(out: Path, rows: int, seed: int, geodata: Path, progress: Progress = lambda _done, _all: None) -> None:
    """Writes `rows` synthetic records: one `.csv` or `.parquet` file by the name of `out`, else a folder of Parquet
    files partitioned by year. The same seed gives the same rows.

    DataError when `out` exists or the published figures are not in `geodata`.
    """
    if out.exists():
        raise DataError(f"{out} exists: name a file or folder that does not")
    margins = _margins(geodata)
    random = np.random.default_rng(seed)
    parts = _chunks(margins, random, rows, progress)
    first = next(parts)
    if out.suffix in (".csv", ".parquet"):
        _file(out, first, parts)
    else:
        _folder(out, first, parts)


def _file(out: Path, first: pa.Table, parts: Iterator[pa.Table]) -> None:
    writer = pacsv.CSVWriter(out, first.schema) if out.suffix == ".csv" else pq.ParquetWriter(out, first.schema)
    with writer:
        writer.write_table(first)
        for part in parts:
            writer.write_table(part)


def _folder(out: Path, first: pa.Table, parts: Iterator[pa.Table]) -> None:
    number = 0
    part: pa.Table | None = first
    while part is not None:
        years = part["recovery_date"].to_pandas().astype("datetime64[s]").dt.year.to_numpy()
        for year in np.unique(years):
            folder = out / f"year={year}"
            folder.mkdir(parents=True, exist_ok=True)
            pq.write_table(part.filter(pa.array(years == year)), folder / f"part-{number:05}.parquet")
        number += 1
        part = next(parts, None)


def _chunks(margins: _Margins, random: np.random.Generator, rows: int, progress: Progress) -> Iterator[pa.Table]:
    if rows < 1:
        raise DataError("make at least one row")
    for start in range(0, rows, CHUNK):
        size = min(CHUNK, rows - start)
        yield _records(margins, random, start, size)
        progress(start + size, rows)


def _records(margins: _Margins, random: np.random.Generator, start: int, size: int) -> pa.Table:
    cells = random.choice(len(margins.pairs), size, p=margins.pairs)
    source = margins.sources[cells // len(margins.recoveries)]
    recovery = margins.recoveries[cells % len(margins.recoveries)]
    days = random.exponential(_MEAN_YEARS * 365.25, size).astype(np.int32)
    since = (date(FIRST, 1, 1) - _EPOCH).days
    recovered = random.integers(since, (date(_LAST + 1, 1, 1) - _EPOCH).days, size).astype(np.int32)
    outcomes = np.array(list(_OUTCOMES), dtype=object)
    outcome = outcomes[random.choice(len(outcomes), size, p=list(_OUTCOMES.values()))]
    nowhere = ~np.isin(outcome, outcomes[:2])
    county = _within(margins.counties, source, random)
    bought = outcome == outcomes[0]
    columns: dict[str, Any] = {
        "trace_id": [f"{SYNTHETIC}{number:010}" for number in range(start, start + size)],
        "recovery_date": pa.array(recovered, pa.date32()),
        "recovery_country": np.full(size, "MX", dtype=object),
        "recovery_state": recovery,
        "recovery_municipality": _within(margins.municipalities, recovery, random),
        "make": _drawn("make", 60, random, size),
        "type": margins.types[random.choice(len(margins.types), size, p=margins.of_types)],
        "calibre": _drawn("calibre", 20, random, size),
        "country_of_manufacture": np.where(random.random(size) < 0.7, "US", "AT").astype(object),
        "importer": _drawn("importer", 30, random, size),
        "dealer_city": _drawn("city", 300, random, size),
        "dealer_county": pa.array(county, pa.string(), mask=nowhere),
        "dealer_state": pa.array(source, pa.string(), mask=nowhere),
        "purchase_date": pa.array(recovered - days, pa.date32(), mask=~bought),
        "time_to_crime_days": pa.array(days, pa.int32(), mask=~bought),
        "trace_outcome": outcome,
    }
    for name, column in columns.items():
        if isinstance(column, np.ndarray):
            columns[name] = pa.array(column, pa.string())
    return pa.table(columns, metadata={MARK: b"true"})


def _drawn(word: str, kinds: int, random: np.random.Generator, size: int) -> npt.NDArray[np.object_]:
    names = np.array([f"{word} {chr(65 + at // 26 % 26)}{chr(65 + at % 26)}" for at in range(kinds)], dtype=object)
    found: npt.NDArray[np.object_] = names[(kinds * random.random(size) ** 2).astype(np.int64)]
    return found


def _within(
    parts: Mapping[str, npt.NDArray[np.object_]], states: npt.NDArray[np.object_], random: np.random.Generator
) -> npt.NDArray[np.object_]:
    """A part of each row's state, the first ones far more often than the last; null where the state is null."""
    found = np.full(len(states), None, dtype=object)
    draw = random.random(len(states)) ** 3
    codes, at = np.unique(np.where(states == None, "", states).astype(str), return_inverse=True)  # noqa: E711
    for index, code in enumerate(codes):
        if code in parts:
            mine = at == index
            found[mine] = parts[code][(draw[mine] * len(parts[code])).astype(np.int64)]
    return found


def _margins(geodata: Path) -> _Margins:
    pairs = _latest(geodata, "trace_pairs")
    places = _latest(geodata, "trace_source_places")
    ranks = _latest(geodata, "trace_recovery_places")
    shares = _latest(geodata, "trace_types")
    places = places[places["measure"] == "traced_to_us_purchaser"]
    known = {row["us_state_code"]: float(row["value"]) for row in places.to_dict("records") if row["us_state_code"]}
    others = float(places.loc[places["us_state_code"] == "", "value"].iloc[0])
    states = [row["state_usps"] for row in layout(geodata, ID, "states")]
    rest = [state for state in states if state not in known]
    sources = known | dict(zip(rest, (others * _falling(len(rest))).tolist(), strict=True))
    order = [row["mx_state_code"] for row in ranks.to_dict("records") if row["measure"] == "rank_of_recovery_state"]
    order += [code for code in (f"{at:02}" for at in range(1, 33)) if code not in order]
    printed = pairs[(pairs["us_state_code"] != "") & (pairs["mx_state_code"] != "")]
    fixed = {(row["us_state_code"], row["mx_state_code"]): float(row["value"]) for row in printed.to_dict("records")}
    gun = shares[shares["measure"].isin([f"share_{kind}s" for kind in ("pistol", "rifle", "revolver", "shotgun")])]
    of_types = {
        row["measure"].removeprefix("share_").removesuffix("s"): float(row["value"]) for row in gun.to_dict("records")
    }
    of_types[_REST] = 100 - sum(of_types.values())
    return _Margins(
        np.array(list(sources), dtype=object), np.array([*order, None], dtype=object),
        _joint(sources, order, fixed).ravel(), np.array(list(of_types), dtype=object),
        np.array(list(of_types.values())) / 100, _counties(geodata), _municipalities(geodata),
    )  # fmt: skip


def _latest(geodata: Path, table: str) -> pd.DataFrame:
    """The rows of a table for 2022-2023, as text."""
    path = geodata / "facts" / f"{table}.csv"
    if not path.is_file():
        raise DataError(f"{path} is missing: synthetic records take their margins from it")
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)[list(BY_NAME[table].names)]
    found: pd.DataFrame = frame[(frame["year_start"] == "2022") & (frame["year_end"] == "2023")]
    if found.empty:
        raise refuse("no_rows", found=path.name)
    return found


def _falling(size: int) -> Shares:
    """Shares of 1 that fall from the first to the last."""
    weights: Shares = np.power(0.93, np.arange(size, dtype=np.float64))
    weights /= weights.sum()
    return weights


def _joint(sources: Mapping[str, float], order: list[str], fixed: Mapping[tuple[str, str], float]) -> Shares:
    """Shares of source x recovery (the last column: state not known), with the printed pairs as they are, the printed
    sources as row sums and recoveries that fall in the printed order, by iterative proportional fitting."""
    rows = np.array(list(sources.values()), dtype=np.float64)
    unknown = 489 / 18_206  # NFCTA IV, 2022-2023: traced guns whose state of recovery is not known
    columns = np.append(_falling(len(order)) * (1 - unknown), unknown) * rows.sum()
    kept = np.zeros((len(rows), len(columns)))
    for (source, recovery), value in fixed.items():
        kept[list(sources).index(source), order.index(recovery)] = value
    # Room for the printed pairs, without a state that passes the one printed before it.
    high = np.maximum(columns[:-1], 1.15 * kept.sum(axis=0)[:-1]) * 1.02 ** np.arange(len(order))
    falling = np.maximum.accumulate(high[::-1])[::-1] / 1.02 ** np.arange(len(order))
    columns[:-1] = falling * (columns[:-1].sum() / falling.sum())
    free = np.where(kept > 0, 0, np.outer(rows, columns))
    left, below = rows - kept.sum(axis=1), columns - kept.sum(axis=0)
    for _ in range(50):
        free *= (below / free.sum(axis=0))[None, :]
        free *= (left / free.sum(axis=1))[:, None]
    shares: Shares = free + kept
    shares /= shares.sum()
    return shares


def _counties(geodata: Path) -> dict[str, npt.NDArray[np.object_]]:
    path = geodata / "built" / "layers" / "us_counties.parquet"
    frame = pq.read_table(path, columns=["county_id_fips", "state_usps"]).to_pandas()
    return {str(state): part.to_numpy(dtype=object) for state, part in frame.groupby("state_usps")["county_id_fips"]}


def _municipalities(geodata: Path) -> dict[str, npt.NDArray[np.object_]]:
    frame = pd.read_csv(geodata / "facts" / "mx_municipality_names.csv", dtype=str, usecols=["municipality_code"])
    codes = frame["municipality_code"]
    codes = codes[~codes.str.endswith("999")]
    return {str(state): part.to_numpy(dtype=object) for state, part in codes.groupby(codes.str[:2])}
