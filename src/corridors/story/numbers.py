"""Numbers of a consulate's lens on the stage: each with its label and, small, its unit, place and period.

Where the labels of all are too long for the least box of a picture, the first four stand in two wide columns; slides
and handouts show them all.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from corridors.answers.lens import Figure
from corridors.exports.letters import wrapped
from corridors.story.stage import FINE, LETTERS, POINTS, WHOLE
from corridors.text import text

COLUMNS: Final = 3
FEW: Final = 4  # numbers that two columns show
_GAP: Final = 24.0  # points between columns
_ROOM: Final = 330.0  # points of height: a scene of numbers has a title and a sentence of one line each
_UNIT: Final = 12  # letters of a unit that may stand beside its number
_LINES: Final = ("en", "in", "de", "of", "para", "for")  # words that lead to the place


def grid(found: Sequence[Figure], lang: str) -> str:
    """The numbers as markup; what nobody publishes says so."""
    narrow = _height(found, COLUMNS, lang) > _ROOM
    shown = found[:FEW] if narrow else found
    kind = "figures-grid is-wide" if narrow else "figures-grid"
    return f'<div class="{kind}">{"".join(_card(one, lang) for one in shown)}</div>'


def _card(one: Figure, lang: str) -> str:
    value, label, rung = _said(one, lang)
    return (
        f'<div><p class="big">{escape(value)}</p><p class="label">{escape(label)}</p>'
        f'<p class="rung">{escape(rung)}</p></div>'
    )


def _said(one: Figure, lang: str) -> tuple[str, str, str]:
    """The number, its label without the place that stands under it, and the line under it."""
    value, _, unit = (one.value or "–").partition(" ")
    beside = len(unit) <= _UNIT
    place = text("fig.status.missing", lang) if one.raw is None else one.place.replace("+", " + ")
    label = one.label.removesuffix(f": {one.place}")
    if len(one.place) > 2 * _UNIT and label.endswith(one.place):
        words = label.removesuffix(one.place).rstrip(" ,:").split(" ")
        label = " ".join(words[:-1] if words[-1] in _LINES else words)
    parts = ["" if beside else unit, place, one.period]
    return f"{value} {unit}".strip() if beside else value, label, " · ".join(part for part in parts if part)


def _height(found: Sequence[Figure], columns: int, lang: str) -> float:
    """About how high the numbers stand in so many columns, in points."""
    room = (WHOLE[0] - (columns - 1) * _GAP) / columns
    cards = []
    for one in found:
        value, label, rung = _said(one, lang)
        lines = (
            len(wrapped(value, LETTERS * 1.15, room, bold=True)) * LETTERS * 1.27
            + len(wrapped(label, LETTERS, room)) * LETTERS * 1.12
            + len(wrapped(rung, FINE * POINTS, room)) * FINE * POINTS * 1.2
        )
        cards.append(lines + 0.5 * LETTERS)
    return sum(max(cards[at : at + columns]) for at in range(0, len(cards), columns))
