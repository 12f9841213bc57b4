"""Bytes to text, without ever a wrong letter: in what encoding a file is, and what was done to it on its way.

Files of Spanish text come in UTF-8, UTF-16, Windows-1252 (Latin-1), and re-saved through others: UTF-8 read as
Latin-1 and saved again (once or twice), Mac Roman, the OEM pages 850 and 437. Each such path is a chain of decodings
and encodings that can be walked back. A way back is taken only when it is certain, which the importer says
(`certain`: the header and all names of states come out right), and when no other way back is certain too with another
text. Letters that are lost (U+FFFD, `?`) cannot be brought back: such a file is refused.
"""

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from corridors.sources.problems import refuse

Certain = Callable[[frozenset[str]], bool]
NAMES: Final = {
    "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "OEM 850",
    "cp437": "OEM 437",
}  # fmt: skip
BLOCK: Final = 1 << 24  # bytes read at a time where a file may be large
_LETTERS: Final = frozenset("áéíóúüñÁÉÍÓÚÜÑºª°")
_MARKS: Final = frozenset("\u00a0¡¿«»–—‘’“”…•·")
_BYTE: Final = ("cp1252", "mac_roman", "cp850", "cp437")
_HIGH: Final = re.compile(r"[^\x00-\x7f]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# A letter with an accent that is a capital inside a word, or small among capitals: `MÚxico`, `MéXICO`.
_TWISTED: Final = re.compile("[a-záéíóúüñ][ÁÉÍÓÚÜÑ]|[A-Z][ÁÉÍÓÚÜÑ][a-záéíóúüñ]|[A-Z][áéíóúüñ][A-Z]")
_MOJIBAKE: Final = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|[├┬].|√[^a-z ]")
_PRINTED: Final = bytes((9, 10, 13, *range(32, 127)))
# Every byte that the letters of Spanish (and a fixed space) take: a damaged letter takes another.
_CLEAN: Final = {code: frozenset("".join((*_LETTERS, "\u00a0")).encode(code)) for code in ("utf-8", "cp1252")}
_FIELDS: Final = re.compile(r'[,;\t|\r\n"]+')


@dataclass(frozen=True)
class Decoded:
    """A whole text; `mended` is "" or the path that the file went ("UTF-8 → Windows-1252")."""

    text: str
    encoding: str
    mended: str = ""


@dataclass(frozen=True)
class Reading:
    """How bytes become text: decode by the first step, then encode and decode by turns. No steps: line by line."""

    steps: tuple[str, ...]

    @property
    def encoding(self) -> str:
        """The encoding of the bytes as they are, or `mixed`."""
        return NAMES[self.steps[0]] if self.steps else "mixed"

    @property
    def mended(self) -> str:
        """The path from the text as published to the bytes, or "" when it was not damaged."""
        if not self.steps:
            return "UTF-8 + Windows-1252"
        if self.steps in (("utf-8",), ("cp1252",)):
            return ""
        path = [NAMES[step] for step in reversed(self.steps)]
        return " → ".join(path[:-1] if len(path) > 1 else path)

    def text(self, data: bytes) -> str:
        """The text of some whole lines. ValueError when this is not how they are written."""
        if not self.steps:
            return "".join(_line(line) for line in data.splitlines(keepends=True))
        found = _decode(data, self.steps[0])
        for wrong, right in zip(self.steps[1::2], self.steps[2::2], strict=True):
            found = _decode(_encode(found, wrong), right)
        return found


def decode(data: bytes) -> Decoded:
    """The text of a file of which nothing is known. Refused when letters are lost or damaged."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _plain(data, "utf-16")
    try:
        found = data.decode("utf-8")
    except UnicodeDecodeError:
        return _plain(data, "cp1252")
    if _clean(data, "utf-8"):
        return Decoded(found.lstrip("\ufeff"), NAMES["utf-8"])
    return _plain(data, "utf-8")


def mend(data: bytes, certain: Certain) -> Decoded:
    """The text of a file, mended where the mending is certain. Refused with what was seen otherwise."""
    inner, encoding = unwrap(data)
    reading = find(_distinct(inner), certain)
    try:
        return Decoded(reading.text(inner), encoding or reading.encoding, reading.mended)
    except ValueError as error:
        raise refuse("encoding", found=str(error)) from None


def unwrap(data: bytes) -> tuple[bytes, str]:
    """UTF-16 as UTF-8, and its name; other bytes as they are, and "". Refused when it is not what its mark says."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data, ""
    try:
        return data.decode("utf-16").encode("utf-8"), NAMES["utf-16"]
    except ValueError as error:
        raise refuse("encoding", found=str(error)) from None


def find(parts: Iterable[bytes], certain: Certain) -> Reading:
    """The one way to read a file, from its distinct lines or cells (the order tells only what is shown on refusal).

    `certain` is asked whether a set of distinct cells is right to the letter. Refused when no way is certain, or when
    two ways that are certain give different texts.
    """
    lines = list(parts)
    for plain in (Reading(("utf-8",)), Reading(("cp1252",))):
        if _undamaged(lines, plain):
            return plain
    texts: dict[frozenset[str], Reading] = {}
    for reading in map(Reading, _chains()):
        if (fields := _fields(lines, reading)) and certain(fields):
            texts.setdefault(fields, reading)
    if not texts and (fields := _fields(lines, Reading(()))) and certain(fields):
        return Reading(())
    if len(texts) != 1:
        raise _damage(lines)
    return next(iter(texts.values()))


def _plain(data: bytes, encoding: str) -> Decoded:
    if encoding == "cp1252" and _clean(data, encoding):
        # Those letters of Windows-1252 are those of Latin-1, which is quicker.
        return Decoded(_decode(data, "latin-1"), NAMES[encoding])
    try:
        found = _decode(data, encoding)
    except ValueError as error:
        raise refuse("encoding", found=str(error)) from None
    bad = _CONTROL.search(found) or re.search("\ufffd", found) or _MOJIBAKE.search(found)
    if not bad and encoding == "cp1252":
        bad = re.search("[\u0080-\u009f¤¢£‡ƒ‚]", found)
    if bad:
        line = found.count("\n", 0, bad.start()) + 1
        raise refuse("encoding", row=line, found=found.split("\n")[line - 1].strip())
    return Decoded(found, NAMES[encoding])


def _clean(data: bytes, encoding: str) -> bool:
    """The usual case, told at a glance: no byte but those of Spanish text."""
    return set(data.translate(None, _PRINTED)) <= _CLEAN[encoding]


def _distinct(data: bytes) -> list[bytes]:
    """The distinct lines without their digits, in order: a few hundred kinds of line in a file of millions."""
    seen: dict[bytes, None] = {}
    start = 0
    while start < len(data):
        stop = data.find(b"\n", start + BLOCK) + 1 or len(data)
        seen.update(dict.fromkeys(data[start:stop].translate(None, b"0123456789").splitlines()))
        start = stop
    return list(seen)


def _undamaged(lines: list[bytes], reading: Reading) -> bool:
    """Whether the text is what it seems: nothing but letters of Spanish, each where it can stand."""
    fields = _fields(lines, reading)
    if not fields:
        return False
    high = set(_HIGH.findall("".join(fields)))
    # A byte above 127 means another letter in each code page; only letters, and no marks, are beyond doubt there.
    known = _LETTERS | _MARKS if reading.steps == ("utf-8",) else _LETTERS
    return high <= known and not _TWISTED.search("\n".join(fields))


def _fields(lines: list[bytes], reading: Reading) -> frozenset[str]:
    """The distinct fields in a reading; none when the bytes cannot be so, or when a letter is lost or no letter."""
    try:
        found = reading.text(b"\n".join(lines))
    except ValueError:
        return frozenset()
    if _CONTROL.search(found) or "?" in found or not set(_HIGH.findall(found)) <= _LETTERS | _MARKS:
        return frozenset()
    return frozenset(part for part in (one.strip() for one in _FIELDS.split(found)) if part)


@cache
def _chains() -> tuple[tuple[str, ...], ...]:
    """Every way back: a code page as it is; read once in the wrong one; UTF-8 read twice in wrong ones."""
    every = ("utf-8", *_BYTE)
    once = [(saved, wrong, right) for saved, wrong, right in product(every, _BYTE, every) if wrong != right]
    twice = [("utf-8", wrong, "utf-8", again, "utf-8") for wrong, again in product(_BYTE, _BYTE)]
    return (*((one,) for one in every), *once, *twice)


def _line(line: bytes) -> str:
    """One line of a file in which some are UTF-8 and others Windows-1252. ValueError when it may be either, or a
    line of yet another code page."""
    if line.isascii():
        return line.decode("ascii")
    likely = set()
    for steps in (("utf-8",), *((page,) for page in _BYTE), ("utf-8", "cp1252", "utf-8")):
        try:
            found = Reading(steps).text(line)
        except ValueError:
            continue
        if set(_HIGH.findall(found)) <= _LETTERS and not _TWISTED.search(found):
            likely.add(found)
    if len(likely) != 1:
        raise ValueError(f"{len(likely)} readings of a line")
    return likely.pop()


def _damage(lines: list[bytes]) -> Exception:
    """The refusal, with the first line that has a letter lost or damaged."""
    for line in lines:
        if not line.isascii() or b"?" in line:
            return refuse("encoding", found=line.decode("utf-8", "backslashreplace").strip())
    return refuse("encoding")


@cache
def _tables(page: str) -> tuple[str, dict[int, int]]:
    """A code page as the 256 characters of its bytes, and the byte of each character.

    Windows gives the five unused bytes of 1252 their own number, and Latin-1 gives all of 128-159 theirs, so that the
    way back takes both.
    """
    known = [bytes([byte]).decode(page, "replace") for byte in range(256)]
    table = "".join(char if char != "\ufffd" else chr(byte) for byte, char in enumerate(known))
    back = {ord(char): byte for byte, char in enumerate(table)}
    if page == "cp1252":
        back |= {byte: byte for byte in range(128, 160)}
    return table, back


def _decode(data: bytes, encoding: str) -> str:
    if encoding in _BYTE:
        return codecs.charmap_decode(data, "strict", _tables(encoding)[0])[0]
    return data.decode(encoding).lstrip("\ufeff")  # a program may have put a second mark before the first


def _encode(found: str, encoding: str) -> bytes:
    return codecs.charmap_encode(found, "strict", _tables(encoding)[1])[0]
