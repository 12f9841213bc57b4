"""The files of trace records as one relation of DuckDB: where they lie, what their columns are, and of which types."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from corridors.sources.content import HEAD, Content
from corridors.sources.engines import connected
from corridors.sources.layouts import layout
from corridors.sources.personal import personal_columns
from corridors.sources.problems import Problem, Refused, problem, refuse

ID: Final = "etrace_records"
KEYS: Final = frozenset(("year", "month", "recovery_year"))  # of a partitioned folder, passed over: dates say it
MARK: Final = b"synthetic"  # the key in a Parquet file's metadata that `corridors synth` writes
_MAGIC: Final = b"PAR1"
_WORDS: Final = ("VARCHAR", "ENUM")


@dataclass(frozen=True)
class Relation:
    """Files that DuckDB reads as one table. `types` are those of its known columns; `marked`: a file says of itself
    that it is synthetic."""

    files: tuple[Path, ...]
    parquet: bool
    types: Mapping[str, str]
    marked: bool
    root: Path

    def sql(self, numbered: bool = False) -> str:
        """The relation; `numbered` with the columns `in_file` and `in_row` (0: not known), for the place of a fault."""
        names = ", ".join(_quoted(str(path)) for path in self.files)
        more = ", filename = 'in_file'" if numbered else ""
        if self.parquet:
            rows = ", file_row_number = true" if numbered else ""
            scan = f"read_parquet([{names}], hive_partitioning = true, hive_types_autocast = false{more}{rows})"
            return f"SELECT *, file_row_number + 1 AS in_row FROM {scan}" if numbered else f"FROM {scan}"
        header = ", ".join(f"{_quoted(name)}: 'VARCHAR'" for name in _csv_header(self.files[0]))
        scan = (
            f"read_csv([{names}], auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', "
            f"strict_mode = true, columns = {{{header}}}, hive_partitioning = true, hive_types_autocast = false{more})"
        )
        at = "row_number() OVER () + 1" if len(self.files) == 1 else "0"
        return f"SELECT *, {at} AS in_row FROM {scan}" if numbered else f"FROM {scan}"

    def shown(self, path: str) -> str:
        """A file's name as a problem gives it: within the folder; nothing for a single file."""
        return Path(path).relative_to(self.root).as_posix() if len(self.files) > 1 else ""


def headers(content: Content) -> tuple[str, ...]:
    """The columns of the first file; none when it is neither a CSV nor Parquet. Never raises on foreign content."""
    try:
        if content.kind == "csv":
            return (
                tuple(next(csv.reader(content.head.splitlines()[:1]), ()))
                if content.head
                else _csv_header(content.path)
            )
        if content.kind == "parquet" and content.data:
            return tuple(pq.read_schema(pa.BufferReader(content.data)).names)
        if content.kind in ("parquet", "folder"):
            first = _files(content.path)[0]
            return (*_header(first), *_keys(first, content.path))
    except (OSError, csv.Error, pa.ArrowException, IndexError):
        return ()
    return ()


@contextmanager
def opened(content: Content, geodata: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, Relation]]:
    """The records as the view `source`, in a folder of their own where DuckDB may spill. Refused for wrong columns."""
    with TemporaryDirectory(prefix="corridors-records-") as folder:
        path = content.path
        if content.data:
            path = Path(folder) / f"records.{content.kind}"
            path.write_bytes(content.data)
        found = _files(path) if content.kind == "folder" else (path,)
        spill = Path(folder) / "spill"
        spill.mkdir()
        parquet = _is_parquet(found[0])
        if mixed := [one for one in found if _is_parquet(one) != parquet]:
            raise refuse("records_mixed", found=mixed[0].relative_to(path).as_posix())
        marked = parquet and any(
            pq.read_metadata(one).metadata and MARK in pq.read_metadata(one).metadata for one in found
        )
        relation = Relation(found, parquet, {}, bool(marked), path)
        _same(relation, geodata)
        with connected(found, spill) as connection:
            connection.execute(f"CREATE VIEW source AS {relation.sql()}")
            types = {str(name): str(kind) for name, kind, *_ in connection.sql("DESCRIBE source").fetchall()}
            _typed(types, geodata)
            yield connection, Relation(found, parquet, types, bool(marked), path)


def _files(path: Path) -> tuple[Path, ...]:
    """The files of records, in order; marks of Spark (`_SUCCESS`) and hidden files are no records."""
    if path.is_file():
        return (path,)
    inside = (one for one in sorted(path.rglob("*")) if one.is_file() and not one.is_symlink())
    found = tuple(one for one in inside if not any(part.startswith(("_", ".")) for part in one.relative_to(path).parts))
    if not found:
        raise refuse("no_rows")
    return found


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _MAGIC


def _header(path: Path) -> tuple[str, ...]:
    return tuple(pq.read_schema(path).names) if _is_parquet(path) else _csv_header(path)


def _csv_header(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return tuple(next(csv.reader([file.readline(HEAD)]), ()))


def _keys(path: Path, root: Path) -> tuple[str, ...]:
    """The keys of a partitioned folder (`recovery_state=26/part.parquet`)."""
    folders = path.relative_to(root).parts[:-1]
    return tuple(part.partition("=")[0] for part in folders if "=" in part)


def _same(relation: Relation, geodata: Path) -> None:
    """Refused when a file has a column that is personal, unknown, missing or there twice, or another header."""
    first = _header(relation.files[0])
    problems = _columns(first, _keys(relation.files[0], relation.root) if relation.root.is_dir() else (), geodata)
    for path in relation.files[1:]:
        header = _header(path)
        same = header == first if not relation.parquet else set(header) == set(first)
        if not same:
            problems.append(problem("records_header", sheet=relation.shown(str(path)), found=", ".join(header)))
    if problems:
        raise Refused(problems)


def _columns(header: tuple[str, ...], keys: tuple[str, ...], geodata: Path) -> list[Problem]:
    known = {row["name"]: row["required"] == "yes" for row in layout(geodata, ID, "columns")}
    personal = {one.column: one.what for one in personal_columns(header, geodata) if one.column not in known}
    found = [problem(f"personal_{what}", column=name) for name, what in personal.items()]
    every = (*header, *(key for key in keys if key not in KEYS))
    found += [problem("records_column", column=name) for name in every if name not in known and name not in personal]
    found += [problem("header_twice", column=name) for name in dict.fromkeys(every) if every.count(name) > 1]
    found += [problem("header", column=name, wanted=name) for name, must in known.items() if must and name not in every]
    return found


def _typed(types: Mapping[str, str], geodata: Path) -> None:
    """Refused when a column of codes holds numbers: 01 and 1 would be the same, and zeros are lost."""
    wrong = [
        problem("records_text", column=row["name"], found=types[row["name"]])
        for row in layout(geodata, ID, "columns")
        if row["kind"] in ("code", "word", "id") and row["name"] in types and not types[row["name"]].startswith(_WORDS)
    ]
    if wrong:
        raise Refused(wrong)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
