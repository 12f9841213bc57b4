"""A file at the door: opened safely, told by its content, and refused when it is no table.

No table is parsed here (the XML of a workbook is only searched), and no library for geometry is ever given a user's
file or name: a `.geojson` or `.csv` that is really a VRT would make GDAL read another file, and `/vsicurl/` would make
it call out.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np

from corridors.sources import archive, formulas
from corridors.sources.content import HEAD, Content
from corridors.sources.kinds import BINARY, UTF16, kind_of
from corridors.sources.problems import Refused, problem, refuse

MEGABYTE: Final = 1 << 20
IN_MEMORY: Final = 512 * MEGABYTE  # a larger file may only be records, which are read from disk in parts
LINE: Final = 256 * 1024  # bytes: the longest real line has some 3,000
COLUMNS: Final = 4_000
_FIRST_LINES: Final = 40
_SAMPLES: Final = 64
_SAMPLE: Final = 4_096
_BLOCK: Final = 1 << 24
_FOLDER_FILES: Final = 100_000
_FLAGS: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC  # a pipe with no writer opens at once
_TYPES: Final = (
    (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"), (stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"),
    (stat.S_ISLNK, "link"),
)  # fmt: skip


def open_file(path: Path, hints: Mapping[str, str] | None = None) -> Content:
    """The content of a file (a .gz unpacked), or of a folder of records. Refused when it may not come in.

    A link that a person names is followed once, to an ordinary file; links inside a folder of records are refused.
    `sha256` is of the file as it lies there, packed or not.
    """
    said = dict(hints or {})
    try:
        real = path.resolve(strict=True)
        if real.is_dir():
            return _folder(real, said)
        descriptor = _open(real)
        try:
            return _opened(descriptor, real, said)
        finally:
            os.close(descriptor)
    except (OSError, ValueError, RuntimeError) as error:
        raise refuse("no_file", found=getattr(error, "strerror", None) or error) from error


def too_large(size: int) -> Refused:
    """The refusal of a file that only records may be as large as, and that is none."""
    return Refused([problem("too_large", found=f"{size // MEGABYTE} MB", limit=IN_MEMORY // MEGABYTE)])


def _open(path: Path, shown: str = "") -> int:
    """A descriptor of an ordinary file, looked at before (opening a device may do something) and after."""
    _ordinary(path.lstat().st_mode, shown)
    descriptor = os.open(path, _FLAGS)
    try:
        _ordinary(os.fstat(descriptor).st_mode, shown)
    except Refused:
        os.close(descriptor)
        raise
    return descriptor


def _ordinary(mode: int, shown: str) -> None:
    if not stat.S_ISREG(mode):
        name = next((name for test, name in _TYPES if test(mode)), "?")
        raise refuse("not_file", found=f"{shown} ({name})" if shown else name)


def _opened(descriptor: int, path: Path, hints: Mapping[str, str]) -> Content:
    size = os.fstat(descriptor).st_size
    if size == 0:
        raise refuse("zero_bytes")
    head = os.pread(descriptor, HEAD, 0)
    packed = head.startswith(b"\x1f\x8b")
    if not packed:
        kind_of(head)  # another kind of file is refused before the rest of it is read
    if size > IN_MEMORY:
        return _large(descriptor, size, path, hints)
    with open(descriptor, "rb", closefd=False) as file:
        data = file.read(size)
    digest = hashlib.sha256(data).hexdigest()
    if packed:
        data = _unpacked(data)
    # Nobody asks for its sheets before `_check` has unpacked and measured each.
    content = Content(path, data, kind_of(data[:HEAD]), digest, hints, bounded=True)
    _check(content)
    return content


def _unpacked(data: bytes) -> bytes:
    unpacked = archive.gunzip(data)
    if not unpacked:
        raise refuse("zero_bytes")
    if unpacked.startswith(archive.PACKED):
        raise refuse("nested", found="gzip")
    return unpacked


def _check(content: Content) -> None:
    if content.kind == "xlsx":
        found = archive.workbook(content.data)
        if problems := formulas.wrong(found, content.sheets if found else ()):
            raise Refused(problems)
    elif content.kind == "dbf":
        _dbf(content.data)
    elif content.kind == "parquet":
        if not content.data.endswith(b"PAR1") or len(content.data) < 12:
            raise refuse("damaged", found="Parquet")
    else:
        _lines(content.data)
        _width(content.head)


def _dbf(data: bytes) -> None:
    rows, header, row = (int.from_bytes(data[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    if row < 2 or header + rows * row > len(data) + 1:
        raise refuse("damaged", found=f"{header} + {rows} x {row} > {len(data)}")


def _lines(data: bytes) -> None:
    """Refused for bytes that no text has, and for a line without end."""
    if not data.startswith(UTF16) and (at := data.find(b"\0")) >= 0:
        raise refuse("binary", row=data.count(b"\n", 0, at) + 1, found="NUL")
    # Where each half of the longest line has an end (told at a glance), no line is as long.
    half = LINE // 2
    if all(_ends(data, start, start + half) for start in range(0, len(data) - half + 1, half)):
        return
    last = -1
    for start in range(0, len(data), _BLOCK):
        block = np.frombuffer(data, dtype=np.uint8, count=min(_BLOCK, len(data) - start), offset=start)
        ends = np.flatnonzero((block == 10) | (block == 13)) + start
        stops = ends if start + _BLOCK < len(data) else np.append(ends, len(data))
        long = np.flatnonzero(np.diff(stops, prepend=last) > LINE)
        if len(long):
            before = int(stops[long[0] - 1]) if long[0] else last
            raise Refused([problem("long_line", row=data.count(b"\n", 0, before + 1) + 1, limit=LINE)])
        last = int(stops[-1]) if len(stops) else last


def _ends(data: bytes, start: int, stop: int) -> bool:
    return data.find(b"\n", start, stop) >= 0 or data.find(b"\r", start, stop) >= 0


def _width(head: str) -> None:
    for row, line in enumerate(head.splitlines()[:_FIRST_LINES], start=1):
        found = max(line.count(delimiter) for delimiter in ",;\t|") + 1
        if found > COLUMNS:
            raise Refused([problem("columns", row=row, found=found, limit=COLUMNS)])


def _large(descriptor: int, size: int, path: Path, hints: Mapping[str, str]) -> Content:
    """A file that may only be records. A look at parts of it tells holes and zeros before gigabytes are read."""
    head = os.pread(descriptor, HEAD, 0)
    kind = "gzip" if head.startswith(b"\x1f\x8b") else kind_of(head)
    if kind == "parquet":
        if os.pread(descriptor, 4, size - 4) != b"PAR1":
            raise refuse("damaged", found="Parquet")
        return Content(path, b"", "parquet", _digest(descriptor), hints)
    if kind != "csv":
        raise too_large(size)
    _width(head.decode("latin-1"))
    for at in np.linspace(0, size - _SAMPLE, _SAMPLES).astype(np.int64).tolist():
        if BINARY.search(os.pread(descriptor, _SAMPLE, at)):
            raise refuse("binary", found=f"{at // MEGABYTE} MB")
    return Content(path, b"", "csv", _digest(descriptor), hints)


def _digest(descriptor: int) -> str:
    found = hashlib.sha256()
    at = 0
    while block := os.pread(descriptor, _BLOCK, at):
        found.update(block)
        at += len(block)
    return found.hexdigest()


def _folder(path: Path, hints: Mapping[str, str]) -> Content:
    """A folder of records: Parquet or CSV files, each looked at, in folders of any depth; its digest is of them all."""
    total = hashlib.sha256()
    files = 0
    for file in _files(path):
        files += 1
        shown = file.relative_to(path).as_posix()
        descriptor = _open(file, shown)
        try:
            kind = kind_of(os.pread(descriptor, HEAD, 0))
            if kind not in ("csv", "parquet"):
                raise refuse("kind", found=f"{kind} ({shown})")
            total.update(f"{shown}\0{_digest(descriptor)}\n".encode())
        finally:
            os.close(descriptor)
    if not files:
        raise refuse("zero_bytes")
    return Content(path, b"", "folder", total.hexdigest(), hints)


def _files(path: Path) -> Iterator[Path]:
    """The files under a folder, in order of their paths; Spark's own marks (`_SUCCESS`, `.crc`) are passed over."""
    count = 0
    for folder, below, names in os.walk(path):
        below.sort()
        if linked := [name for name in (*below, *names) if (Path(folder) / name).is_symlink()]:
            raise refuse("not_file", found=f"{linked[0]} (link)")
        for name in sorted(names):
            count += 1
            if count > _FOLDER_FILES:
                raise refuse("not_file", found=f"> {_FOLDER_FILES}")
            if not name.startswith(("_", ".")):
                yield Path(folder) / name
