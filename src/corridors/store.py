"""The only reader of `geodata/built`: read-only, lazy, cached, safe between threads.

It opens nothing but what is asked for, so the web process starts fast; `corridors check` is what
verifies hashes.
"""

import csv
import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Final, TypeVar, cast

import pandas as pd
import pyarrow.parquet as pq

from corridors.errors import DataError
from corridors.model.cards import Card, parse

T = TypeVar("T")
_REBUILD: Final = "run `corridors build`, or point CORRIDORS_GEODATA to the shipped data folder"


Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time of this computer, in UTC."""
    return datetime.now(UTC)


class Store:
    """The data of one folder. `root` is the geodata folder, `state` the writable one (None: nothing is written),
    `edition` the number of the edition that the folder holds (0: what ships), `clock` the time in UTC, `shipped` the
    folder that came with the product (None: `root` itself).

    Frames and JSON that it returns are shared between callers: treat them as read-only.
    """

    def __init__(
        self,
        root: Path,
        state: Path | None = None,
        edition: int = 0,
        clock: Clock = utc_now,
        shipped: Path | None = None,
    ) -> None:
        self.root = root
        self.state = state
        self.edition = edition
        self.clock = clock
        self._built = root / "built"
        self.shipped = shipped or root
        self._layouts = self.shipped / "layouts"
        self._kept: dict[str, Any] = {}
        self._lock = RLock()

    def _once(self, key: str, make: Callable[[], T]) -> T:
        """What `make` gives, made at most once; two threads never make the same thing twice."""
        if key not in self._kept:
            with self._lock:
                if key not in self._kept:
                    self._kept[key] = make()
        return cast(T, self._kept[key])

    def _bytes(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise DataError(f"{path} cannot be read ({error.strerror}): {_REBUILD}") from error

    def _json(self, path: Path) -> Any:
        try:
            return json.loads(self._bytes(path))
        except ValueError as error:
            raise DataError(f"{path} is not JSON ({error}): {_REBUILD}") from error

    def _object(self, path: Path) -> dict[str, Any]:
        return cast("dict[str, Any]", self._json(path))

    def kept(self, key: str, make: Callable[[], T]) -> T:
        """What an answer made of this store alone, made at most once: name in `key` all else that it rests on."""
        return self._once(f"kept {key}", make)

    def claim_files(self) -> tuple[Path, ...]:
        """The files of claims: those that ship (with the product, like layouts), then the users' in the state."""
        folders = [self.shipped / "claims", *([self.state / "claims"] if self.state is not None else [])]
        return tuple(path for folder in folders for path in sorted(folder.glob("*.yml")))

    @property
    def manifest(self) -> dict[str, Any]:
        """Hashes, row counts and checks of everything built."""
        return self._once("manifest", lambda: self._object(self._built / "manifest.json"))

    @property
    def data_version(self) -> str:
        """Twelve hex digits that name this edition of the data."""
        digest = self._once("version", lambda: hashlib.sha256(self._bytes(self._built / "manifest.json")).hexdigest())
        return digest[:12]

    def has(self, table: str) -> bool:
        """Whether a table is there (some come only by import)."""
        return (self._built / "tables" / f"{table}.parquet").is_file()

    def table(self, name: str) -> pd.DataFrame:
        """A table of `geodata/facts`: codes are text, an empty text is "", an empty number NaN."""
        return self._once(f"table {name}", lambda: self._read(name))

    def has_derived(self, name: str) -> bool:
        """Whether a computed table is there: an edition made before the product computed it has none."""
        return (self._built / "derived" / f"{name}.parquet").is_file()

    def derived(self, name: str) -> pd.DataFrame:
        """A table that the build computed, of `built/derived`. DataError when it is not there."""
        return self._once(f"derived {name}", lambda: self._derived(name))

    def _derived(self, name: str) -> pd.DataFrame:
        path = self._built / "derived" / f"{name}.parquet"
        if not self.has_derived(name):
            raise DataError(f"there is no computed table {name!r} in {path.parent}: {_REBUILD}")
        frame: pd.DataFrame = pq.read_table(path).to_pandas()
        return frame

    @property
    def synthetic(self) -> bool:
        """Whether made-up trace records are loaded (`corridors synth`): then every figure and file must say so."""
        return self._once("synthetic", self._synthetic)

    def _synthetic(self) -> bool:
        return self.has("trace_records_terms") and "yes" in set(self.table("trace_records_terms")["synthetic"])

    def columns(self, table: str, names: Sequence[str]) -> pd.DataFrame:
        """Some columns of a table, read afresh: an overview of all tables need not keep them in memory."""
        return self._read(table, names)

    def _read(self, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        if not self.has(name):
            raise DataError(f"there is no table {name!r} in {self._built / 'tables'}: {_REBUILD}")
        path = self._built / "tables" / f"{name}.parquet"
        frame: pd.DataFrame = pq.read_table(path, columns=None if columns is None else list(columns)).to_pandas()
        return frame

    def cards(self) -> dict[str, Card]:
        """Every source card, by id."""
        return self._once("cards", self._cards)

    def _cards(self) -> dict[str, Card]:
        return {id: parse(f"cards.json, {id}", found) for id, found in self._object(self._built / "cards.json").items()}

    def card(self, id: str) -> Card:
        """One source card. DataError for a source that has none."""
        try:
            return self.cards()[id]
        except KeyError as error:
            raise DataError(f"there is no card of the source {id!r}: add geodata/cards/{id}.yml") from error

    def layout(self, name: str) -> tuple[dict[str, str], ...]:
        """The rows of the shipped `layouts/<name>.csv`, every cell as text; none where there is no such table.

        What a product knows of publishers comes with it, not with an edition that an older one took in.
        """
        return self._once(f"layout {name}", lambda: self._layout(self._layouts / f"{name}.csv"))

    def _layout(self, path: Path) -> tuple[dict[str, str], ...]:
        if not path.is_file():
            return ()
        return tuple(csv.DictReader(self._bytes(path).decode("utf-8").splitlines()))

    def words(self, name: str) -> Any:
        """The shipped `<name>.yml`: reviewed words in both languages. DataError when it is missing or is not YAML.

        Like layouts, words come with the product, not with an edition.
        """
        return self._once(f"words {name}", lambda: self._words(self.shipped / f"{name}.yml"))

    def _words(self, path: Path) -> Any:
        import yaml  # noqa: PLC0415 - only those who ask for words pay for it

        try:
            return yaml.load(self._bytes(path), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.YAMLError as error:
            raise DataError(f"{path} is not YAML ({error}): restore the shipped data folder") from error

    def web(self, name: str) -> str:
        """The file name (with its hash) of a browser asset, as served under `data/`."""
        files: dict[str, str] = self.manifest["web"]
        if name not in files:
            raise DataError(f"there is no browser asset {name!r}: {_REBUILD}")
        return files[name]

    def has_web(self, name: str) -> bool:
        """Whether a browser asset is there: an edition made before the product had it has none."""
        return name in self.manifest["web"]

    def web_json(self, name: str) -> Any:
        """A browser asset, parsed."""
        return self._once(f"web {name}", lambda: self._json(self._built / "web" / self.web(name)))

    @property
    def cube(self) -> dict[str, Any]:
        """Year x place x measure, and the published flows: see `build/cube.py`."""
        return cast("dict[str, Any]", self.web_json("cube"))
