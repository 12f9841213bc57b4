"""Workbooks of a few parts, honest and not: what `corpus` bends."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
MEGABYTE: Final = 1 << 20
_STAMP: Final = (2020, 1, 1, 0, 0, 0)


def cell(place: str, value: str, formula: str = "") -> bytes:
    """A cell of a number, of a text, or of a formula with the value stored beside it."""
    said = f"<f>{formula}</f>" if formula else ""
    if value.lstrip("-").isdigit():
        return f'<c r="{place}">{said}<v>{value}</v></c>'.encode()
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'.encode()


def sheet(cells: bytes) -> bytes:
    """The XML of a sheet with these cells in one row element."""
    return b'<worksheet xmlns="%s"><sheetData><row>%s</row></sheetData></worksheet>' % (MAIN.encode(), cells)


def workbook(parts: Mapping[str | zipfile.ZipInfo, bytes] | None = None, title: str = "Sheet1") -> bytes:
    """A workbook of one sheet, with parts added or put in the place of its own."""
    listed = f'<sheets><sheet name="{title}" sheetId="1" r:id="rId1"/></sheets>'
    relation = f'<Relationship Id="%s" Type="{_OFFICE}/%s" Target="%s"/>'
    both = relation % ("rId1", "worksheet", "worksheets/sheet1.xml") + relation % (
        "rId2",
        "sharedStrings",
        "sharedStrings.xml",
    )
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{both}</Relationships>'
    root = relation % ("rId1", "officeDocument", "xl/workbook.xml")
    own: dict[str | zipfile.ZipInfo, bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>'.encode(),
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">{listed}</workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": relations.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"></sst>'.encode(),
        "xl/worksheets/sheet1.xml": sheet(b""),
    }
    return zipped({**own, **(parts or {})})


def formula(text: str, stored: str) -> bytes:
    """A workbook with 1 and 2 in A1 and A2, and a formula in A3."""
    cells = cell("A1", "1") + cell("A2", "2") + cell("A3", stored, text)
    return workbook({"xl/worksheets/sheet1.xml": sheet(cells)})


def zipped(
    parts: Mapping[str | zipfile.ZipInfo, bytes] | Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip, the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, _STAMP)
            archive.writestr(entry, part, how)
    return out.getvalue()


def rezipped(whole: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The same zip with some bytes of one part put in place of others."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return zipped({**parts, name: parts[name].replace(old, new)})


def _zeros(size: int) -> tuple[bytes, int]:
    """So many zeros, deflated in parts, and their check sum."""
    stream, out, crc, block = zlib.compressobj(9, wbits=-15), [], 0, bytes(MEGABYTE)
    for _ in range(size // MEGABYTE):
        out.append(stream.compress(block))
        crc = zlib.crc32(block, crc)
    return b"".join([*out, stream.flush()]), crc


def directory_lies(size: int, *, honest: bool) -> bytes:
    """A workbook with a sheet of zeros; its directory says how large it is, or that it has 1,000 bytes."""
    packed, crc = _zeros(size)
    name = b"xl/worksheets/sheet2.xml"
    whole = workbook()
    start = struct.unpack_from("<I", whole, len(whole) - 6)[0]
    count = struct.unpack_from("<H", whole, len(whole) - 12)[0]
    sizes = struct.pack("<IIIHH", crc, len(packed), size if honest else 1_000, len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0x5021) + sizes + name + packed
    entry = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0x5021) + sizes
    entry += struct.pack("<HHHII", 0, 0, 0, 0, start) + name
    listed = whole[start : len(whole) - 22] + entry
    end = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(listed), start + len(local), 0)
    return whole[:start] + local + listed + b"PK\x05\x06" + end


def many_names_for_one() -> bytes:
    """A workbook whose directory lists 200 names for the same packed megabytes."""
    whole = directory_lies(2 * MEGABYTE, honest=True)
    start = struct.unpack_from("<I", whole, len(whole) - 6)[0]
    listed = whole[start : len(whole) - 22]
    last = listed.rfind(b"PK\x01\x02")
    more = b"".join(listed[last:].replace(b"sheet2", b"s%05d" % n) for n in range(200))
    count = struct.unpack_from("<H", whole, len(whole) - 12)[0] + 200
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listed) + len(more), start, 0)
    return whole[:start] + listed + more + b"PK\x05\x06" + end
