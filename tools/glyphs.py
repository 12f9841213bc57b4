"""Adds the signs that pictures and tables use to the fonts of the hand-outs: arrows turned from the font's own upward
one (in every weight), and plain shapes. Run once on a font that lacks them: `python tools/glyphs.py`.
"""

import sys
from collections.abc import Callable, Sequence
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FOLDER = Path(__file__).resolve().parents[1] / "src" / "corridors" / "exports" / "fonts"
UP = 0x2191
MIDDLE, HALF, SIDE = 264, 200, 40  # units of an em of 1000: where signs stand, how large, and the room beside them
Turn = Callable[[float, float], tuple[float, float]]
# A right arrow is the upward one turned by a quarter, and a left arrow its mirror image.
TURNED: dict[int, Turn] = {0x2192: lambda x, y: (y, -x), 0x2190: lambda x, y: (-y, -x)}
SHAPES: dict[int, Sequence[tuple[float, float]]] = {
    0x25A0: ((-1, -1), (-1, 1), (1, 1), (1, -1)),
    0x25C6: ((0, -1.2), (-1.2, 0), (0, 1.2), (1.2, 0)),
    0x25B2: ((-1.1, -0.9), (0, 1.1), (1.1, -0.9)),
    0x25BC: ((1.1, 0.9), (0, -1.1), (-1.1, 0.9)),
}
CIRCLE = 0x25CF


def added(font: Any) -> int:
    """Adds what is missing; how many glyphs that was."""
    have = font.getBestCmap()
    count = 0
    for code, turn in TURNED.items():
        if code not in have:
            _turned(font, have[UP], code, turn)
            count += 1
    for code in (*SHAPES, CIRCLE):
        if code not in have:
            _drawn(font, code)
            count += 1
    if count and "HVAR" in font:
        del font["HVAR"]  # widths of other weights are in `gvar` as well
    return count


def _turned(font: Any, up: str, code: int, turn: Turn) -> None:
    origin = font["glyf"][up]
    points = [turn(x, y) for x, y in origin.coordinates]
    left, low = min(x for x, _ in points), min(y for _, y in points)
    high = max(y for _, y in points)
    pen = TTGlyphPen(None)
    ends = [end + 1 for end in origin.endPtsOfContours]
    for first, last in zip([0, *ends[:-1]], ends, strict=True):
        ring = [(round(x - left + SIDE), round(y - (low + high) / 2 + MIDDLE)) for x, y in points[first:last]]
        # A mirror image runs the other way round, which would make it a hole.
        _ring(pen, ring[::-1] if code == 0x2190 else ring)
    width = round(max(x for x, _ in points) - left) + 2 * SIDE
    name = _named(font, code, pen.glyph(), width)
    for variation in font["gvar"].variations[up]:
        deltas = [turn(*delta) if delta else None for delta in variation.coordinates[:-4]]
        said = deltas[::-1] if code == 0x2190 else deltas
        kept = [None if one is None else (round(one[0]), round(one[1])) for one in said]
        font["gvar"].variations.setdefault(name, []).append(
            type(variation)(dict(variation.axes), [*kept, (0, 0), (0, 0), (0, 0), (0, 0)])
        )


def _drawn(font: Any, code: int) -> None:
    pen = TTGlyphPen(None)
    middle = SIDE + HALF * 1.2
    if code == CIRCLE:
        _circle(pen, middle)
    else:
        _ring(pen, [(round(middle + x * HALF), round(MIDDLE + y * HALF)) for x, y in SHAPES[code]])
    name = _named(font, code, pen.glyph(), round(2 * middle))
    font["gvar"].variations[name] = []


def _ring(pen: Any, points: Sequence[tuple[int, int]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _circle(pen: Any, middle: float) -> None:
    """A circle of eight quadratic curves."""

    def at(turn: float, long: float) -> tuple[int, int]:
        return round(middle + long * cos(-turn)), round(MIDDLE + long * sin(-turn))

    eighth = pi / 4
    pen.moveTo(at(0, HALF))
    for part in range(8):
        pen.qCurveTo(at((part + 0.5) * eighth, HALF * (1 / cos(eighth / 2))), at((part + 1) * eighth, HALF))
    pen.closePath()


def _named(font: Any, code: int, glyph: Any, width: int) -> str:
    name = f"uni{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name
    return name


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.ttf")):
        found = TTFont(path, lazy=False)
        found.ensureDecompiled()  # a table that is read later would miss the new glyphs
        if count := added(found):
            found.save(path)
        sys.stdout.write(f"{path.name}: {count} glyphs added\n")
