"""The axes of a chart: where a value stands in its picture, and which values have a tick."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from corridors.text.formats import number

TICKS: Final = 5
_STEPS: Final = (1, 2, 2.5, 5, 10)
_PAD: Final = 0.05  # of the span, beyond the values of an axis that has no range of its own


@dataclass(frozen=True)
class Scale:
    """One axis: the ends of its range, and where they stand in the picture. `names` are the values of categories."""

    look: Mapping[str, Any]
    ends: tuple[float, float]
    at: tuple[float, float]
    names: tuple[str, ...] = ()

    def value(self, cell: Any) -> float:
        """A cell as a number of the axis: a category is its place; NaN for none."""
        if cell is None:
            return float("nan")
        return float(self.names.index(str(cell))) if self.names else float(cell)

    def place(self, cell: Any) -> float:
        """Where a cell stands, in pixels of the picture."""
        return self.stands(self.value(cell))

    def stands(self, value: float) -> float:
        """Where a number of the axis stands, also between two categories."""
        first, last = self.ends
        return self.at[0] + (value - first) / (last - first) * (self.at[1] - self.at[0])

    def holds(self, cell: Any) -> bool:
        """Whether a cell lies within the range, with a hair's breadth to spare."""
        low, high = sorted(self.ends)
        slack = (high - low) * 0.002
        return bool(low - slack <= self.value(cell) <= high + slack)

    def ticks(self, lang: str) -> list[tuple[float, str]]:
        """Where a tick stands, and its words."""
        if (given := self.look.get("tickvals")) is not None:
            words = self.look.get("ticktext") or [self._said(float(one), lang) for one in given]
            return [(self.place(one), str(said)) for one, said in zip(given, words, strict=True) if self.holds(one)]
        if self.names:
            return [(self.place(name), name) for name in self.names]
        low, high = sorted(self.ends)
        step = float(self.look.get("dtick") or _step(high - low, int(self.look.get("nticks") or TICKS)))
        base = float(self.look.get("tick0") or 0)
        first = base + np.ceil((low - base) / step - 1e-9) * step
        values = np.arange(first, high + step * 1e-6, step)
        return [(self.place(one), self._said(float(one), lang)) for one in values]

    def _said(self, value: float, lang: str) -> str:
        form = str(self.look.get("tickformat") or "")
        if form == "d":
            return str(round(value))
        return number(value + 0.0, lang, 0 if value == round(value) else 1)


def _step(span: float, ticks: int) -> float:
    raw = span / ticks
    power = float(10.0 ** np.floor(np.log10(raw)))
    return next(step * power for step in _STEPS if step * power >= raw * 0.999)


def scale(look: Mapping[str, Any], values: Sequence[Sequence[Any]], room: tuple[float, float]) -> Scale:
    """An axis of some values in a room of pixels (its first and last)."""
    first, last = look.get("domain") or (0, 1)
    low, high = (room[0] + share * (room[1] - room[0]) for share in (first, last))
    cells = [cell for column in values for cell in column if cell is not None]
    if look.get("type") == "category" or any(isinstance(cell, str) for cell in cells):
        names = tuple(dict.fromkeys(str(one) for one in (*look.get("categoryarray", ()), *cells)))
        return Scale(look, (-0.5, len(names) - 0.5), (low, high), names)
    return Scale(look, _ends(look, np.array(cells, dtype=float)), (low, high))


def _ends(look: Mapping[str, Any], cells: "np.ndarray[Any, Any]") -> tuple[float, float]:
    if given := look.get("range"):
        return float(given[0]), float(given[1])
    known = cells[~np.isnan(cells)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    spare = (high - low or abs(high) or 1.0) * _PAD
    return (min(low, 0.0) if look.get("rangemode") == "tozero" else low - spare), high + spare
