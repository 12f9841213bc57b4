"""Tables that are computed once at the build, for the web process to read: `built/derived/<name>.parquet`.

What takes permutations, regressions or a geometry library is done here; a page only reads its rows.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from corridors.build.series import Tables
from corridors.build.tables import write_parquet
from corridors.whole import write

if TYPE_CHECKING:
    import geopandas as gpd

FOLDER: Final = "derived"
READS: Final = "reads.json"
EDITION: Final = "edition_id"
Layers = Callable[[str], "gpd.GeoDataFrame"]  # a built layer by its name, read when asked for


@dataclass(frozen=True)
class Derived:
    """One computed table. `rests_on`: the tables whose change makes it old; it may also read the layers.

    `make` is given the tables and, under their names, the computed ones before it. It gives the rows in an order of its
    own that is the same each time, and columns with fixed types (an empty frame has them too). It raises DataError, or
    gives no rows, when the tables do not hold what it needs. `reads`: the rows that it really uses, where they are few
    of their tables: an import that leaves them as they were does not make it anew.
    """

    name: str
    make: Callable[[Tables, Layers], pd.DataFrame]
    rests_on: frozenset[str]
    reads: Callable[[Tables], Sequence[pd.DataFrame]] | None = None


def build_derived(
    out: Path,
    tables: Tables,
    derived: Sequence[Derived],
    progress: Callable[[str], None],
    names: Collection[str] | None = None,
) -> None:
    """Writes every computed table, or with `names` only those that rest on the tables named; removes those gone."""
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)

    @lru_cache
    def layers(name: str) -> "gpd.GeoDataFrame":
        from corridors.build.geoparquet import read_layer  # noqa: PLC0415 - needs a geometry library

        return read_layer(out / "layers", name)

    known = dict(tables)
    digests = _digests(folder)
    for one in derived:
        path = folder / f"{one.name}.parquet"
        digest = _digest(one.reads(known)) if one.reads is not None else ""
        same = digest != "" and digests.get(one.name) == digest
        if names is not None and path.is_file() and (same or not one.rests_on & set(names)):
            known[one.name] = pq.read_table(path).to_pandas()
            continue
        known[one.name] = frame = one.make(known, layers)
        write_parquet(pa.Table.from_pandas(frame, preserve_index=False), path)
        progress(f"derived {one.name}: {len(frame)} rows")
        if digest:
            digests[one.name] = digest
    write(folder / READS, json.dumps(digests, indent=1, sort_keys=True).encode() + b"\n")
    for path in folder.glob("*.parquet"):
        if path.stem not in {one.name for one in derived}:
            path.unlink()


def _digests(folder: Path) -> dict[str, str]:
    """What the tables were made from, by name, as an earlier build left it."""
    path = folder / READS
    found: dict[str, str] = json.loads(path.read_bytes()) if path.is_file() else {}
    return found


def _digest(frames: Sequence[pd.DataFrame]) -> str:
    """Sixteen hex digits of rows, whatever edition brought them."""
    found = hashlib.sha256()
    for frame in frames:
        plain = frame[[name for name in frame if name != EDITION]]
        found.update(plain.to_csv(index=False).encode())
    return found.hexdigest()[:16]
