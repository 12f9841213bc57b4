"""A chart as a room can read it: a few bars with their words and numbers beside them, from the chart's own table.

The charts of the pages are made for a desk; on a stage the same rows stand as large bars. What a chart marks as an
estimate is marked here too, and intervals are drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.answers.chart import Chart
from corridors.errors import StoryError
from corridors.exports.drawing import Anchor, Drawing, Item, Line, Paint, Words, box
from corridors.model.kinds import Kind
from corridors.story.stage import INK, LETTERS, wide
from corridors.text import text
from corridors.text.formats import number

BAR: Final = "#3c83b5"
REST: Final = "#b9c2cb"  # what is left over: all others, not published
MOST: Final = 8
_GAP: Final = 12.0  # points between a bar and its words
_ROWS: Final = 4  # bars that leave room for two lines each
_SHORT, _LONG = 18, 40  # letters of a line, with two lines and with one


@dataclass(frozen=True)
class Bar:
    """One bar: its words, its value, the number as it is written, and its interval (None without one)."""

    words: str
    value: float
    said: str
    low: float | None = None
    high: float | None = None
    rest: bool = False


def _named(chart: Chart, lang: str) -> list[Bar]:
    rows = _rows(chart)
    return [Bar(str(row["name"]), row["guns"], _share(row, rows, lang), rest=not row.get("place", "x")) for row in rows]


def _pairs(chart: Chart, lang: str) -> list[Bar]:
    left = text("deck.rest", lang)
    rows = _rows(chart)
    return [
        Bar(
            f"{row['origin_name']} → {row['destination_name']}" if row["destination"] else left,
            row["guns"], _share(row, rows, lang), rest=not row["destination"],
        )
        for row in rows
    ]  # fmt: skip


def _clock(chart: Chart, lang: str) -> list[Bar]:
    first = chart.table.iloc[0]["measure"]
    rows = [row for row in _rows(chart) if row["measure"] == first]
    return [
        Bar(f"{row['area']}, {row['period']}", row["value"], f"{number(row['value'], lang, 1)} {row['unit']}")
        for row in rows
    ]


def _estimates(chart: Chart, lang: str) -> list[Bar]:
    found = []
    for row in _rows(chart):
        known = not pd.isna(row["low"])
        said = number(row["value"], lang)
        if known:
            said += f" ({number(row['low'], lang)}–{number(row['high'], lang)})"
        low, high = (row["low"], row["high"]) if known else (None, None)
        found.append(Bar(f"{row['name']}, {row['period']}", row["value"], said, low, high))
    return found


STAGED: Final[Mapping[str, Callable[[Chart, str], list[Bar]]]] = {
    "ladder": _named, "origins": _named, "pairs": _pairs, "clock": _clock, "flow_estimates": _estimates,
}  # fmt: skip


def _rows(chart: Chart) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in chart.table.to_dict("records")]


def _share(row: Mapping[str, Any], rows: list[dict[str, Any]], lang: str) -> str:
    """The number and its share; the base too, unless it is that of every bar: then it stands under the picture."""
    said = number(row["guns"], lang)
    if pd.isna(row["share"]):
        return said
    share = number(row["share"], lang, 1)
    if len({one["base"] for one in rows}) == 1:
        return f"{said} ({share} %)"
    return f"{said}\n{text('deck.of', lang, share=share, base=number(float(row['base']), lang))}"


def bars(chart: Chart, lang: str) -> list[Bar]:
    """The bars of a chart. StoryError for one that a stage does not show."""
    if chart.name not in STAGED:
        raise StoryError(f"a stage does not show the chart {chart.name!r}; it shows {', '.join(STAGED)}")
    return STAGED[chart.name](chart, lang)[:MOST]


def staged(chart: Chart, lang: str, width: float, height: float, alt: str) -> Drawing:
    """The drawing of a chart's bars in a box of points. All bars have one scale, which begins at zero."""
    found = bars(chart, lang)
    most = _SHORT if len(found) <= _ROWS else _LONG
    modelled = chart.kind is Kind.MODELLED
    left = max(wide(line) for one in found for line in _broken(one.words, most)) + _GAP
    right = max(wide(line) for one in found for line in _broken(one.said, most)) + 2 * _GAP
    top = LETTERS * 1.3 if modelled else 0.0
    scale = (width - left - right) / max(max(one.value, one.high or 0) for one in found)
    room = (height - top) / len(found)
    items: list[Item] = []
    if modelled:
        items.append(Words(text("deck.estimate", lang), left, LETTERS * 0.6, LETTERS, "#8c1d18", bold=True))
    for at, one in enumerate(found):
        items += _bar(one, left, top + (at + 0.5) * room, min(room * 0.66, 60.0), scale, modelled, most)
    return Drawing(width, height, alt, tuple(items))


def _bar(one: Bar, left: float, middle: float, thick: float, scale: float, modelled: bool, most: int) -> list[Item]:
    long = one.value * scale
    fill = REST if one.rest else BAR
    look = Paint(fill, BAR, 2.0, opacity=0.45, dashed=True) if modelled else Paint(fill)
    end = max(long, (one.high or 0) * scale)
    items = [
        *_lines(_broken(one.words, most), left - _GAP, middle, "end"),
        box("", left, middle - thick / 2, long, thick, look),
    ]
    if one.low is not None and one.high is not None:
        span = np.array([[left + one.low * scale, middle], [left + one.high * scale, middle]])
        items.append(Line("", span, Paint("", INK, 3.0)))
    return [*items, *_lines(_broken(one.said, most), left + end + _GAP, middle, "start", bold=True)]


def _lines(lines: list[str], x: float, middle: float, anchor: Anchor, bold: bool = False) -> list[Item]:
    first = middle - (len(lines) - 1) / 2 * LETTERS * 1.1
    return [
        Words(line, x, first + at * LETTERS * 1.1, LETTERS, INK, anchor, bold=bold) for at, line in enumerate(lines)
    ]


def _broken(words: str, most: int) -> list[str]:
    """Words in at most two lines, broken where they say so, else at the space nearest to the middle."""
    if "\n" in words:
        return words.split("\n")
    if len(words) <= most:
        return [words]
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    at = min(spaces, key=lambda one: abs(one - len(words) / 2), default=0)
    return [words[:at], words[at + 1 :]] if at else [words]
