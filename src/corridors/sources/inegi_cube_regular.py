"""The usual cube export at a glance: every cell is quoted, and every row has as many. Anything else is left alone.

Where a quote opens or closes a cell by turns, and between two cells stands nothing but a comma or the end of a line,
the places of the quotes are all that the `csv` module would find out, cell by cell.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

_COMMA, _QUOTE, _ZERO = (ord(sign) for sign in ',"0')
_SHORT: Final = 3  # digits of a count without a comma
Whole = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]
Letters = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Cut(Sequence[str]):
    """The cells of one column where they stand in a text (`letters`, a byte each): made only where they are asked for.

    A municipal export has thousands of keys and names, of which a few are ever looked at as words.
    """

    letters: Letters
    starts: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return self.letters[self.starts[at] : self.ends[at]].tobytes().decode("latin-1")

    def signs(self, rows: npt.NDArray[np.intp], wide: int) -> Letters:
        """The first letters of some cells, a row each; of a shorter cell, what follows it."""
        found: Letters = self.letters[self.starts[rows][:, None] + np.arange(wide, dtype=np.int32)]
        return found

    @property
    def first(self) -> frozenset[int]:
        """The letters that cells begin with; of an empty cell, the quote that ends it."""
        return frozenset(np.flatnonzero(np.bincount(self.letters[self.starts])).tolist())


def cells(body: str, wide: int, depth: int, count: Callable[[str], int | None]) -> tuple[list[Cut], Whole] | None:
    """The first `depth` columns as text, and the others as numbers; None when anything is out of the usual.

    `count` reads a cell of more than three characters, and gives None for what is no count. A blank cell is zero.
    """
    try:
        data = np.frombuffer(body.encode("latin-1"), dtype=np.uint8)  # a byte a letter: places are those in the text
    except UnicodeEncodeError:
        return None
    quotes = np.flatnonzero(data == _QUOTE)
    if not quotes.size or quotes.size % (2 * wide) or quotes[0] or quotes[-1] != len(data) - 1:
        return None
    pairs = quotes.astype(np.int32).reshape(-1, wide, 2)  # half the memory, of which the most is passed through
    starts, ends = (np.ascontiguousarray(pairs[:, :, side].T) for side in (0, 1))  # a column at a time from here
    if not _parted(data, starts, ends):
        return None
    starts += 1
    long = ends - starts
    if not long.any(axis=0).all() or long.max() >= csv.field_size_limit():
        return None
    values = _counts(body, data, starts[depth:].ravel(), long[depth:].ravel(), count)
    if values is None:
        return None
    return [Cut(data, starts[at], ends[at]) for at in range(depth)], values.reshape(wide - depth, len(pairs)).T


def _parted(data: Letters, opened: Places, closed: Places) -> bool:
    """Whether a comma alone stands between the cells of a row, and one and the same end of line between two rows."""
    close = closed[:-1]
    if not ((opened[1:] - close == 2).all() and (data[close + 1] == _COMMA).all()):
        return False
    close = closed[-1, :-1]
    gap = opened[0, 1:] - close - 1
    return any((gap == len(end)).all() and _stands(data, close + 1, end) for end in (b"\r\n", b"\n"))


def _stands(data: Letters, places: Places, sign: bytes) -> bool:
    return all((data[places + at] == byte).all() for at, byte in enumerate(sign))


def _counts(body: str, data: Letters, starts: Places, long: Places, count: Callable[[str], int | None]) -> Whole | None:
    """The numbers of some cells, by their first letters and lengths; None when one is no count."""
    values = np.zeros(len(starts), dtype=np.int64)
    some = np.flatnonzero(long)  # most cells of municipalities are blank
    size, last = long[some], starts[some] + long[some] - 1
    few = np.zeros(len(some), dtype=np.int16)
    for at in range(_SHORT):
        these = np.flatnonzero((size > at) & (size <= _SHORT))
        digits = data[last[these] - at] - np.uint8(_ZERO)
        if (digits > 9).any():
            return None
        few[these] += digits * np.int16(10**at)
    values[some] = few
    for at in some[size > _SHORT].tolist():
        value = count(body[starts[at] : starts[at] + long[at]])
        if value is None:
            return None
        values[at] = value
    return values
