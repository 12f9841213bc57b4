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
from corridors.exports.drawing import Drawing, Item, Line, Paint, Words, box
from corridors.model.kinds import Kind
from corridors.text import text
from corridors.text.formats import number

INK: Final = "#14181d"
SOFT: Final = "#3d4650"
BAR: Final = "#3c83b5"
REST: Final = "#b9c2cb"  # what is left over: all others, not published
MOST: Final = 8
LETTERS: Final = 11.0  # points of a drawing that fills a screen: about 30 points there
_ROOM: Final = 0.38  # of the width: the words before the bars


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
    return [
        Bar(str(row["name"]), row["guns"], _share(row, lang), rest=not row.get("place", "x")) for row in _rows(chart)
    ]


def _pairs(chart: Chart, lang: str) -> list[Bar]:
    left = text("deck.rest", lang)
    return [
        Bar(
            f"{row['origin_name']} → {row['destination_name']}" if row["destination"] else left,
            row["guns"], _share(row, lang), rest=not row["destination"],
        )
        for row in _rows(chart)
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


def _share(row: Mapping[str, Any], lang: str) -> str:
    said = number(row["guns"], lang)
    if pd.isna(row["share"]):
        return said
    return (
        f"{said} · {text('deck.of', lang, share=number(row['share'], lang, 1), base=number(float(row['base']), lang))}"
    )


def bars(chart: Chart, lang: str) -> list[Bar]:
    """The bars of a chart. StoryError for one that a stage does not show."""
    if chart.name not in STAGED:
        raise StoryError(f"a stage does not show the chart {chart.name!r}; it shows {', '.join(STAGED)}")
    return STAGED[chart.name](chart, lang)[:MOST]


def staged(chart: Chart, lang: str, width: float, height: float, alt: str) -> Drawing:
    """The drawing of a chart's bars in a box of points. All bars have one scale, which begins at zero."""
    found = bars(chart, lang)
    modelled = chart.kind is Kind.MODELLED
    left, top = width * _ROOM, 16.0 if modelled else 2.0
    scale = (width * 0.32) / max(max(one.value, one.high or 0) for one in found)
    room = (height - top) / len(found)
    items: list[Item] = []
    if modelled:
        items.append(Words(text("deck.estimate", lang), left, 7, LETTERS, "#8c1d18", bold=True))
    for at, one in enumerate(found):
        items += _bar(one, left, top + (at + 0.5) * room, min(room * 0.56, 26.0), scale, modelled)
    return Drawing(width, height, alt, tuple(items))


def _bar(one: Bar, left: float, middle: float, thick: float, scale: float, modelled: bool) -> list[Item]:
    long = one.value * scale
    fill = REST if one.rest else BAR
    look = Paint(fill, BAR, 0.8, opacity=0.45, dashed=True) if modelled else Paint(fill)
    end = max(long, (one.high or 0) * scale)
    lines = _broken(one.words)
    items: list[Item] = [
        Words(line, left - 8, middle + (row - (len(lines) - 1) / 2) * 13, LETTERS, INK, "end")
        for row, line in enumerate(lines)
    ]
    items.append(box("", left, middle - thick / 2, long, thick, look))
    if one.low is not None and one.high is not None:
        span = np.array([[left + one.low * scale, middle], [left + one.high * scale, middle]])
        items.append(Line("", span, Paint("", INK, 1.2)))
    items.append(Words(one.said, left + end + 6, middle, LETTERS, INK, bold=True))
    return items


def _broken(words: str, most: int = 30) -> list[str]:
    """Words in at most two lines, broken at a space nearest to the middle."""
    if len(words) <= most:
        return [words]
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    at = min(spaces, key=lambda one: abs(one - len(words) / 2), default=0)
    return [words[:at], words[at + 1 :]] if at else [words]
