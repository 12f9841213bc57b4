"""Published facts about a table, each a sum of cells (or a difference of two sums) that lies between two numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
NEVER: Final = np.inf


@dataclass(frozen=True)
class Fact:
    """`low <= sum over plus - sum over minus <= high`. `plus` and `minus` are (m, n) masks of cells without overlap."""

    name: str
    plus: Mask
    low: float
    high: float = NEVER
    minus: Mask | None = None

    def __post_init__(self) -> None:
        if not self.plus.any() or not self.low <= self.high:
            raise ValueError(f"the fact {self.name!r} has no cell, or its lower number is above its upper one")
        if self.minus is not None and ((self.minus & self.plus).any() or self.low != 0 or self.high != NEVER):
            raise ValueError(f"the order {self.name!r} takes two groups without overlap and no numbers")


@dataclass(frozen=True)
class Cap:
    """No cell of `cells` (m, n) is above `high`: "the five largest pairs" says it of every other pair."""

    name: str
    cells: Mask
    high: float


def row(shape: tuple[int, int], index: int, value: float, name: str = "") -> Fact:
    """The total of a row."""
    plus = np.zeros(shape, bool)
    plus[index] = True
    return Fact(name or f"row {index}", plus, value, value)


def column(shape: tuple[int, int], index: int, value: float, name: str = "") -> Fact:
    """The total of a column."""
    plus = np.zeros(shape, bool)
    plus[:, index] = True
    return Fact(name or f"column {index}", plus, value, value)


def cell(shape: tuple[int, int], at: tuple[int, int], value: float, name: str = "") -> Fact:
    """One cell."""
    plus = np.zeros(shape, bool)
    plus[at] = True
    return Fact(name or f"cell {at[0]}, {at[1]}", plus, value, value)


def group(cells: Mask, low: float, high: float | None = None, name: str = "group") -> Fact:
    """The sum of some cells: a number, or an interval."""
    return Fact(name, cells, low, low if high is None else high)


def order(shape: tuple[int, int], columns: Sequence[int], name: str = "order") -> tuple[Fact, ...]:
    """Columns from the largest total to the smallest: one fact for each neighbouring two."""
    found = []
    for first, second in pairwise(columns):
        plus, minus = np.zeros(shape, bool), np.zeros(shape, bool)
        plus[:, first] = True
        minus[:, second] = True
        found.append(Fact(f"{name}: column {first} before column {second}", plus, 0.0, NEVER, minus))
    return tuple(found)
