"""Packed files, unpacked within bounds: gzip, and the zip that an xlsx workbook is.

Sizes that an archive states of itself are only a first look: every part is unpacked here with a bound, before any
reader sees the file, and must come out as stated. A workbook of 3 MB that unpacks to 1.5 GB is refused from its
directory; one whose directory lies is refused when the bound is met.
"""

import io
import re
import struct
import zipfile
import zlib
from html import unescape
from typing import Final

import numpy as np

from corridors.sources.formulas import Formula, find
from corridors.sources.kinds import UTF16
from corridors.sources.problems import Problem, Refused, problem, refuse
from corridors.sources.workbook import bound

MEGABYTE: Final = 1 << 20
UNPACKED: Final = 512 * MEGABYTE  # of a .gz: the largest official table has some 350 MB
WORKBOOK: Final = 256 * MEGABYTE  # of all parts of a workbook: the list of all licensees has some 80 MB
RATIO: Final = 200  # real files: 10 to 40; deflate itself ends at 1,032
FREE: Final = 16 * MEGABYTE  # below this the ratio is nobody's business
ENTRIES: Final = 2_000
TEXT: Final = 256 * MEGABYTE  # of a sheet's cells: a shared text is copied into each cell that shows it
PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\xfd7zXZ\x00",
                 b"BZh", b"\x28\xb5\x2f\xfd")  # fmt: skip
_CHUNK: Final = 1 << 16
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_ACTIVE: Final = re.compile(
    r"vbaproject|/externallinks/|/embeddings/|/activex/|/ctrlprops/|/connections\.xml|/querytables/|/macrosheets/|"
    r"/dialogsheets/",
    re.IGNORECASE,
)
_OTHERS: Final = (
    ("xl/workbook.bin", "xls", "xlsb"), ("word/document.xml", "kind", "DOCX"), ("ppt/presentation.xml", "kind", "PPTX"),
    ("mimetype", "kind", "OpenDocument"), ("META-INF/MANIFEST.MF", "kind", "JAR"), ("doc.kml", "geometry", "KMZ"),
)  # fmt: skip
_XML: Final = (".xml", ".rels", ".vml")
_DECLARED: Final = re.compile(rb"<!(doctype|entity)", re.IGNORECASE)
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ITEM: Final = re.compile(rb"<(?:\w+:)?si\b")
_SHOWN: Final = re.compile(rb"""\bt=["']s["'][^>]*><(?:\w+:)?v>(\d{1,9})<""")


def gunzip(data: bytes) -> bytes:
    """The content of a .gz, of one or several members. Refused when it is damaged or unpacks beyond the bounds."""
    out = io.BytesIO()
    start = 0
    # Some programs fill the last block with zeros.
    while start < len(data) and (start == 0 or data[start : start + _CHUNK].strip(b"\0")):
        start = _member(out, data, start)
    return out.getvalue()


def _member(out: io.BytesIO, data: bytes, start: int) -> int:
    """Unpacks the member that begins at `start`; where the next one begins."""
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while start < len(data) and not stream.eof:
        more = data[start : start + _CHUNK]
        start += len(more)
        while more and not stream.eof:
            try:
                out.write(stream.decompress(more, MEGABYTE))
            except zlib.error as error:
                raise refuse("damaged", found=error) from error
            more = stream.unconsumed_tail
            _bounded(out.tell(), len(data), UNPACKED)
    if not stream.eof:
        raise refuse("damaged", found="gzip")
    return start - len(stream.unused_data)


def _bounded(unpacked: int, packed: int, limit: int) -> None:
    if unpacked > limit or (unpacked > FREE and unpacked > RATIO * packed):
        raise Refused([problem("unpacked", limit=limit // MEGABYTE, ratio=RATIO)])


def workbook(data: bytes) -> tuple[Formula, ...]:
    """The formulas of a workbook that is safe to hand to a reader. Refused, with every reason, when it is not."""
    entries = _directory(data)
    _is_workbook({entry.filename for entry in entries})
    if problems := _suspicious(entries):
        raise Refused(problems)
    total = sum(entry.file_size for entry in entries)
    _bounded(total, sum(entry.compress_size for entry in entries), WORKBOOK)
    titles: dict[str, str] = {}
    formulas: list[Formula] = []
    items = np.zeros(0, dtype=np.int64)
    for entry in sorted(entries, key=_order):
        part = _part(data, entry)
        _harmless(entry.filename, part)
        bound(entry.filename, part)
        if entry.filename in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            titles |= _titles(part)
        elif entry.filename.endswith("/sharedStrings.xml"):
            items = np.diff([*(found.start() for found in _ITEM.finditer(part)), len(part)])
        elif b"sheetData" in part:  # whatever its name: the workbook may call any part a sheet
            title = titles.get(titles.get(entry.filename.removeprefix("xl/"), ""), entry.filename)
            formulas += find(part, title)
            _copied(part, items, title)
    return tuple(formulas)


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    end = len(data) - _END_SIZE
    # No comment and no zip64: two readers could find two directories, and no spreadsheet program writes either.
    if end < 0 or data[end : end + 4] != _END or data[end - 20 : end - 16] == b"PK\x06\x07":
        raise refuse("damaged", found="zip")
    count, size = struct.unpack_from("<HI", data, end + 10)
    if count > ENTRIES or size > MEGABYTE:
        raise refuse("parts", found=count)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    # What Python's reader raises for a directory that is none: it checks neither names nor numbers beforehand.
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, struct.error) as error:
        raise refuse("damaged", found=error) from error


def _is_workbook(names: set[str]) -> None:
    """Refused for a zip that is something else, with what it is."""
    if "xl/workbook.xml" in names:
        return
    for part, code, found in _OTHERS:
        if part in names:
            raise refuse(code, found=found)
    raise refuse("archive", found="ZIP")


def _suspicious(entries: list[zipfile.ZipInfo]) -> list[Problem]:
    seen: set[str] = set()
    found: list[Problem] = []
    for entry in entries:
        name = entry.orig_filename
        if entry.flag_bits & 0x1:
            found.append(problem("xls", found=name))
        outside = name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/")
        linked = entry.external_attr >> 16 & 0o170000 == 0o120000
        if outside or linked or not name.isprintable() or name.lower() in seen or entry.compress_type not in (0, 8):
            found.append(problem("parts", found=name))
        if _ACTIVE.search(f"/{name}"):
            found.append(problem("active", found=name))
        seen.add(name.lower())
    return found


def _part(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """One part, unpacked to exactly the size and check sum that the directory states."""
    start = entry.header_offset
    if start < 0 or data[start : start + 4] != b"PK\x03\x04" or start + 30 > len(data):
        raise refuse("damaged", found=entry.filename)
    named, extra = struct.unpack_from("<HH", data, start + 26)
    body = start + 30 + named + extra
    packed = memoryview(data)[body : body + entry.compress_size]
    spelt = (entry.orig_filename.encode(), entry.orig_filename.encode("cp437", "replace"))
    if data[start + 30 : start + 30 + named] not in spelt:
        raise refuse("parts", found=entry.filename)
    part = bytes(packed[: entry.file_size + 1])
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            part = stream.decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise refuse("damaged", found=f"{entry.filename}: {error}") from error
        if not stream.eof:
            raise refuse("damaged", found=entry.filename)
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        raise refuse("damaged", found=entry.filename)
    return part


def _harmless(name: str, part: bytes) -> None:
    if part.startswith(PACKED):
        raise refuse("nested", found=name)
    # A part is what it is, whatever its name; XML in UTF-16 begins with its mark.
    if not (name.endswith(_XML) or part.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or part.startswith(UTF16)):
        return
    if b"\0" in part:
        raise refuse("binary", sheet=name)  # XML in UTF-16 would hide from the searches below
    at = part.find(b"<!")
    while at >= 0:
        if _DECLARED.match(part, at):
            raise refuse("entities", sheet=name, found=part[at : at + 60].decode("utf-8", "replace"))
        at = part.find(b"<!", at + 1)


def _order(entry: zipfile.ZipInfo) -> int:
    """Names of sheets and shared texts come before the sheets that use them."""
    return not entry.filename.endswith(("/workbook.xml", ".rels", "/sharedStrings.xml"))


def _titles(part: bytes) -> dict[str, str]:
    """From the workbook: relation -> name of the sheet; from its relations: path of the part -> relation."""
    sheets = ((_attribute(tag, "id"), _attribute(tag, "name")) for tag in _SHEET.findall(part))
    targets = (
        (_attribute(tag, "Target").removeprefix("/xl/"), _attribute(tag, "Id")) for tag in _RELATION.findall(part)
    )
    return dict((*sheets, *targets))


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf"""[\s:]{name}=["']([^"']*)["']""".encode(), tag)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _copied(part: bytes, items: "np.ndarray[tuple[int], np.dtype[np.int64]]", title: str) -> None:
    """Refused when the texts that a sheet's cells share would fill memory once each cell has its own copy."""
    if not len(items) or int(items.max()) * part.count(b't="s"') <= TEXT:
        return
    shown = np.array([int(found) for found in _SHOWN.findall(part)], dtype=np.int64)
    if int(items[shown[shown < len(items)]].sum()) > TEXT:
        raise Refused([problem("repeated", sheet=title, limit=TEXT // MEGABYTE)])
