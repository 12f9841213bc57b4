"""What a file is, told from its first bytes and never from its name."""

import re
from typing import Final

from corridors.sources.content import Kind
from corridors.sources.problems import refuse

UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")  # not 1A, with which DOS ended a text
# The code of the refusal -> what the file is -> how it begins.
_BEGINNINGS: Final = {
    "xls": {"OLE2": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
    "archive": {
        "7z": b"7z\xbc\xaf\x27\x1c", "RAR": b"Rar!\x1a\x07", "xz": b"\xfd7zXZ\0", "zstd": b"\x28\xb5\x2f\xfd",
        "LZ4": b"\x04\x22\x4d\x18", "ZIP": b"PK\x05\x06",
    },
    "geometry": {"Shapefile": b"\0\0\x27\x0a", "FlatGeobuf": b"fgb\x03"},
    "kind": {
        "PDF": b"%PDF", "PostScript": b"%!PS", "RTF": b"{\\rtf", "MHTML": b"MIME-Version:", "PNG": b"\x89PNG",
        "GIF": b"GIF8", "JPEG": b"\xff\xd8\xff", "TIFF": b"II*\0", "TIFF (big-endian)": b"MM\0*", "RIFF": b"RIFF",
        "SQLite": b"SQLite format 3\0", "ELF": b"\x7fELF", "EXE": b"MZ", "Java": b"\xca\xfe\xba\xbe",
        "Mach-O": b"\xcf\xfa\xed\xfe", "WebAssembly": b"\0asm", "#!": b"#!", "Arrow": b"ARROW1", "ORC": b"ORC",
        "Avro": b"Obj\x01", "HDF5": b"\x89HDF", "NumPy": b"\x93NUMPY", "Parquet (AES)": b"PARE",
    },
}  # fmt: skip
_MAY_BE_TEXT: Final = frozenset({"EXE", "ORC", "RIFF"})  # letters alone: a table may begin with them
_ELSEWHERE: Final = ((4, b"1AY&SY", "bzip2"), (257, b"ustar", "tar"))
_PICKLE: Final = re.compile(rb"\x80[\x02-\x05]")
# What markup says of itself near its beginning, in lower case; the first that is found counts.
_MARKUP: Final = (
    ("<ogrvrtdatasource", "geometry", "VRT"), ("<vrtdataset", "geometry", "VRT"), ("<kml", "geometry", "KML"),
    ("opengis.net/gml", "geometry", "GML"), ("<gpx", "geometry", "GPX"), ("<osm", "geometry", "OSM"),
    ("<!entity", "entities", "XML"), ("urn:schemas-microsoft-com:office:spreadsheet", "xls", "XML"),
    ("<html", "html", "HTML"), ("<!doctype html", "html", "HTML"), ("<head", "html", "HTML"), ("<body", "html", "HTML"),
    ("<table", "html", "HTML"), ("<svg", "kind", "SVG"), ("<!doctype", "entities", "XML"),
)  # fmt: skip
_JSON: Final = re.compile(r'[\[{]\s*(["{\[\]}\d-]|true|false|null|$)')
_GEOJSON: Final = re.compile(
    r'"type"\s*:\s*"(FeatureCollection|Feature|Topology|GeometryCollection|(Multi)?(Point|LineString|Polygon))"'
    r'|"(coordinates|geometry)"\s*:'
)
_WKT: Final = re.compile(r"(srid=\d+;)?\s*(multi)?(point|linestring|polygon)\s*(z|m|zm)?\s*\(", re.IGNORECASE)
_DBF: Final = frozenset(b"\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8b\x8c\xcb\xf5")


def kind_of(head: bytes) -> Kind:
    """The kind of a file. Refused, with what it is, when it is none of those that are read."""
    wide = head.startswith(UTF16)
    is_text = not BINARY.search(head.replace(b"\0", b"") if wide else head)
    _known(head, is_text)
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head.startswith(b"PAR1"):
        return "parquet"
    if _is_dbf(head):
        return "dbf"
    _markup(head.decode("utf-16" if wide else "latin-1", "replace"))
    if not is_text:
        raise refuse("binary", found=head[:16].hex(" "))
    return "csv"


def _known(head: bytes, is_text: bool) -> None:
    for code, beginnings in _BEGINNINGS.items():
        for name, signature in beginnings.items():
            if head.startswith(signature) and not (is_text and name in _MAY_BE_TEXT):
                raise refuse(code, found=name)
    for offset, signature, name in _ELSEWHERE:
        if head[offset:].startswith(signature):
            raise refuse("archive", found=name)
    if _PICKLE.match(head):
        raise refuse("kind", found="pickle")


def _markup(text: str) -> None:
    text = text.lstrip("\ufeff\u00ef\u00bb\u00bf \t\r\n\0")  # a mark of UTF-8 is three letters in Latin-1
    if text.startswith("<"):
        lower = text.lower()
        code, name = next(((code, name) for mark, code, name in _MARKUP if mark in lower), ("kind", "XML"))
        raise refuse(code, found=name)
    if _JSON.match(text):
        code, name = ("geometry", "GeoJSON") if _GEOJSON.search(text) else ("kind", "JSON")
        raise refuse(code, found=name)
    if _WKT.match(text):
        raise refuse("geometry", found="WKT")


def _is_dbf(head: bytes) -> bool:
    if len(head) < 65 or head[0] not in _DBF or not (1 <= head[2] <= 12 and 1 <= head[3] <= 31):
        return False
    size = int.from_bytes(head[8:10], "little")
    return size >= 65 and head[size - 1 : size] in (b"\r", b"\0")
