"""Rows of a file as native tables: as many as a slide has room for, the rest on the slides after it."""

from collections.abc import Sequence
from typing import Any, Final

from corridors.exports.letters import wrapped

LEADING: Final = 1.25  # of the size, from one line of a cell to the next
INSIDE: Final = 8.0  # points that a cell keeps from its left and right neighbours
KEPT: Final = 3  # rows that a last slide has at least
Row = tuple[str, ...]
Said = tuple[str, float, str, bool]  # words, size in points, colour, bold
Room = tuple[Sequence[float], float]  # the widths of the columns and the height of a slide


def heights(rows: Sequence[Row], widths: Sequence[float], size: float) -> list[float]:
    """How tall each row is, in points: its longest cell decides."""
    lines = [
        max(len(wrapped(cell, size, width - INSIDE)) or 1 for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return [count * size * LEADING + 4 for count in lines]


def spread(head: Row, rows: Sequence[Row], rooms: Sequence[Room], size: float) -> list[list[Row]]:
    """The rows of each slide, each with the head before them. `rooms`: of the first slide, then of all
    others; one alone where there is but one slide, and what does not fit is left out."""
    left = list(rows)
    slides: list[list[Row]] = []
    while left:
        widths, room = rooms[min(len(slides), len(rooms) - 1)]
        talls = heights([head, *left], widths, size)
        fits = next((at for at in range(1, len(left) + 1) if sum(talls[: at + 1]) > room), len(left) + 1) - 1
        fits = max(fits, 1)
        slides.append([head, *left[:fits]])
        left = left[fits:]
        if len(rooms) == 1:
            break
    if len(slides) > 1:
        _kept(slides)
    return slides


def set_out(table: Any, talls: Sequence[float]) -> None:
    """Make a table one of words: its rows as tall as they are, its cells from the left."""
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415 - loaded when a deck is asked for
    from pptx.util import Pt  # noqa: PLC0415

    for row, tall in zip(table.rows, talls, strict=True):
        row.height = Pt(tall)
        for cell in row.cells:
            cell.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def smaller(rows: Sequence[Said], wide: float, tall: float) -> list[Said]:
    """Lines of a box in letters that fit its width and height: as they are, or smaller, down to two thirds."""
    found = list(rows)
    for by in (1.0, 0.92, 0.84, 0.76, 0.68):
        found = [(said, size * by, colour, bold) for said, size, colour, bold in rows]
        if sum(len(wrapped(said, size, wide, bold)) * size * LEADING for said, size, _, bold in found) <= tall:
            break
    return found


def _kept(slides: list[list[Row]]) -> None:
    """Rows from the last but one slide for a last one that would have fewer than KEPT."""
    before, last = slides[-2], slides[-1]
    short = min(KEPT + 1 - len(last), len(before) - KEPT - 1)
    if short > 0:
        last[1:1] = before[-short:]
        del before[-short:]
