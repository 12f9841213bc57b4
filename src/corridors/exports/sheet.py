"""A picture to take away: the chart, the map or the rows, with title, claim, base, key, sources, filters, day and code.

The same sheet as the browser makes of what it shows (`assets/js/37-picture.js`). As SVG its letters stay letters; as
PNG it is that SVG at twice the size, with the same words in its text fields.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.exports.chart import WIDTH, moved
from corridors.exports.drawing import Drawing, Item, Line, Paint, Words, box
from corridors.exports.letters import width, wrapped
from corridors.exports.page_parts import keys, page_of, shares, shown
from corridors.exports.paper import compiled, made_on
from corridors.exports.svg import svg
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

EDGE: Final = 24.0
SHEET: Final = WIDTH + 2 * EDGE
INK, SOFT, MARK, ACCENT = "#1a1f26", "#444d58", "#a3242c", "#5a3ea6"
TALL: Final = 430.0  # of a map
PIXELS: Final = 144.0  # an inch: twice the size of the sheet
ROWS: Final = 40  # of a table that stands where a picture has no other form
COLUMNS: Final = 7
_SWATCH: Final = 11.0
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass
class _Sheet:
    """Items from the top down; `y` is where the next one begins."""

    items: list[Item] = field(default_factory=list)
    y: float = EDGE

    def words(self, said: str, size: float, colour: str = INK, *, bold: bool = False) -> None:
        """A text in as many lines as it takes."""
        for line in wrapped(said, size, WIDTH, bold):
            self.items.append(Words(line, EDGE, self.y + size * 0.65, size, colour, bold=bold))
            self.y += size * 1.3

    def drawn(self, picture: Drawing) -> None:
        """A picture in the middle, no wider than the sheet."""
        large = min(1.0, WIDTH / picture.width)
        self.items += moved(picture, (SHEET - picture.width * large) / 2, self.y, large)
        self.y += picture.height * large + 8

    def key(self, items: Sequence[tuple[str, Paint]]) -> None:
        """The classes of a map, one after the other."""
        x = EDGE
        for words, look in items:
            wide = _SWATCH + 6 + width(words, 12) + 14
            if x > EDGE and x + wide > SHEET - EDGE:
                x, self.y = EDGE, self.y + 18
            self.items.append(box("", x, self.y, _SWATCH, _SWATCH, look))
            self.items.append(Words(words, x + _SWATCH + 6, self.y + 5.5, 12, INK))
            x += wide
        self.y += 22 if items else 0


def sheet(name: str, view: ViewState, download: Download, stamp: Stamp, store: Store) -> Drawing:
    """The whole sheet as a drawing."""
    made = _Sheet()
    if stamp.marking:
        made.words(stamp.marking.upper(), 14, MARK, bold=True)
    made.words(stamp.title, 20, bold=True)
    if stamp.say and stamp.say != stamp.title:
        made.words(stamp.say, 14, SOFT)
    made.y += 10
    page = page_of(name, view, download, stamp, store)
    picture = shown(name, view, page, store, WIDTH, TALL)
    if picture is not None:
        made.drawn(picture)
        made.key(keys(name, view, store))
    elif len(page.rows) > 1:
        _table(made, page.rows, stamp.lang)
    made.y += 8
    for line in _below(stamp):
        made.words(line, 11, SOFT)
    made.words(" · ".join(stamp.tail), 12, bold=True)
    tall = float(np.ceil(made.y + EDGE))
    ground = box("", 0, 0, SHEET, tall, Paint("#ffffff"))
    return Drawing(SHEET, tall, f"{stamp.title}. {stamp.say}", (ground, *made.items))


def _below(stamp: Stamp) -> Iterator[str]:
    lang = stamp.lang
    if stamp.base:
        yield f"{text('fig.download.base', lang)}: {stamp.base}"
    if stamp.period:
        yield f"{text('fig.download.period', lang)}: {stamp.period}"
    if stamp.not_shown:
        yield f"{text('export.not_shown', lang)}: {' · '.join(stamp.not_shown)}"
    yield from stamp.citation
    yield " · ".join(stamp.filters)


def _table(made: _Sheet, rows: Sequence[tuple[str, ...]], lang: str) -> None:
    """The first rows and columns, each cell in as many lines as it takes."""
    shown = [row[:COLUMNS] for row in rows[: ROWS + 1]]
    ends = EDGE + np.concatenate([[0.0], np.cumsum(shares(shown))]) * WIDTH
    for at, row in enumerate(shown):
        rooms = np.diff(ends) - 10
        cells = [wrapped(cell, 11, float(room), at == 0) for cell, room in zip(row, rooms, strict=True)]
        for left, lines in zip(ends.tolist(), cells, strict=False):
            for down, line in enumerate(lines):
                made.items.append(Words(line, left, made.y + (down + 0.65) * 14, 11, INK, bold=at == 0))
        made.y += 14 * max((len(lines) for lines in cells), default=1) + 5
        made.items.append(Line("", np.array([[EDGE, made.y - 2], [SHEET - EDGE, made.y - 2]]), Paint("", "#dcd8cf", 1)))
    if len(rows) > len(shown):
        made.words(text("brief.table.more", lang, count=len(rows) - len(shown)), 11, ACCENT)


def png(picture: Drawing, stamp: Stamp, store: Store) -> bytes:
    """The sheet as PNG. Its text fields say what is printed on it, for those who do not see it."""
    size = {"svg": svg(picture), "width": picture.width, "height": picture.height, "alt": picture.alt}
    drawn = compiled("sheet", size, made_on(store), format="png", pdf_standards=[], ppi=PIXELS)
    said = {
        "Title": stamp.title,
        "Description": "\n".join([stamp.say, *_below(stamp)]),
        "Comment": "\n".join(stamp.tail),
    }
    return _with_text(drawn, said)


def _with_text(content: bytes, said: Mapping[str, str]) -> bytes:
    """A PNG with international text fields (`iTXt`) after its head. ValueError for bytes that are none."""
    if not content.startswith(_PNG):
        raise ValueError("not a PNG")
    head = len(_PNG) + 25  # IHDR is always the first chunk, and always as long
    chunks = b"".join(_chunk(b"iTXt", key.encode() + b"\0\0\0\0\0" + words.encode()) for key, words in said.items())
    return content[:head] + chunks + content[head:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def file(name: str, view: ViewState, download: Download, stamp: Stamp, store: Store, form: str) -> bytes:
    """A thing as a picture: `form` is `svg` or `png`."""
    picture = sheet(name, view, download, stamp, store)
    return svg(picture).encode() if form == "svg" else png(picture, stamp, store)
