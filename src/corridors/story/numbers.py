"""Numbers of a consulate's lens on the stage: each with its label and, small, its unit, place and period.

They stand as cards in three columns; where long labels make those too high for a picture, as rows of a table, the
first ones that it has room for. Slides and handouts show them all.
"""

from collections.abc import Sequence
from html import escape
from itertools import accumulate
from typing import Final

from corridors.answers.lens import Figure
from corridors.exports.letters import width, wrapped
from corridors.story.stage import FINE, LETTERS, POINTS, WHOLE
from corridors.text import text

COLUMNS: Final = 3
_GAP: Final = 24.0  # points between columns
ROOM: Final = 400.0  # points of height beside a title of one line and a foot of three
SENTENCE: Final = 38.0  # points that a sentence of one line takes of it
_RUNG: Final = 230.0  # points of the last column of a table
_SPARE: Final = 10.0  # points between the rows of a table
_UNIT: Final = 12  # letters of a unit that may stand beside its number
NEVER: Final = 0
_LINES: Final = ("en", "in", "de", "of", "para", "for")  # words that lead to the place


def grid(found: Sequence[Figure], lang: str, high: float) -> str:
    """The numbers as markup in so many points of height; what nobody publishes says so."""
    if _height(found, lang) <= high:
        return f'<div class="figures-grid">{"".join(_card(one, lang) for one in found)}</div>'
    return (
        f'<table class="figures-table"><tbody>{"".join(_row(*one) for one in rows(found, lang, high))}</tbody></table>'
    )


def rows(found: Sequence[Figure], lang: str, high: float) -> list[tuple[str, str, str]]:
    """The numbers, labels and rungs that a table has room for, in order."""
    told = [said(one, lang, NEVER) for one in found]
    number = max(width(value, LETTERS, bold=True) for value, _, _ in told)
    room = WHOLE[0] - number - _RUNG - 2 * _GAP
    ends = accumulate(
        max(
            len(wrapped(label, LETTERS, room)) * LETTERS * 1.12,
            len(wrapped(rung, FINE * POINTS, _RUNG)) * FINE * POINTS * 1.2,
        )
        + _SPARE
        for _, label, rung in told
    )
    return [one for one, down in zip(told, ends, strict=True) if down <= high]


def _card(one: Figure, lang: str) -> str:
    value, label, rung = said(one, lang)
    return (
        f'<div><p class="big">{escape(value)}</p><p class="label">{escape(label)}</p>'
        f'<p class="rung">{escape(rung)}</p></div>'
    )


def _row(value: str, label: str, rung: str) -> str:
    return (
        f'<tr><td class="big">{escape(value)}</td><th scope="row" class="label">{escape(label)}</th>'
        f'<td class="rung">{escape(rung)}</td></tr>'
    )


def said(one: Figure, lang: str, most: int = _UNIT) -> tuple[str, str, str]:
    """The number, with a unit of so many letters at most, its label without the place that stands under it, and the
    line under it."""
    value, _, unit = (one.value or "–").partition(" ")
    beside = len(unit) <= most
    place = text("fig.status.missing", lang) if one.raw is None else one.place.replace("+", " + ")
    label = one.label.removesuffix(f": {one.place}")
    if len(one.place) > 2 * _UNIT and label.endswith(one.place):
        words = label.removesuffix(one.place).rstrip(" ,:").split(" ")
        label = " ".join(words[:-1] if words[-1] in _LINES else words)
    parts = ["" if beside else unit, place, one.period]
    return f"{value} {unit}".strip() if beside else value, label, " · ".join(part for part in parts if part)


def _height(found: Sequence[Figure], lang: str) -> float:
    """About how high the cards stand, in points."""
    room = (WHOLE[0] - (COLUMNS - 1) * _GAP) / COLUMNS
    cards = []
    for one in found:
        value, label, rung = said(one, lang)
        lines = (
            len(wrapped(value, LETTERS * 1.15, room, bold=True)) * LETTERS * 1.27
            + len(wrapped(label, LETTERS, room)) * LETTERS * 1.12
            + len(wrapped(rung, FINE * POINTS, room)) * FINE * POINTS * 1.2
        )
        cards.append(lines + 0.5 * LETTERS)
    return sum(max(cards[at : at + COLUMNS]) for at in range(0, len(cards), COLUMNS))
