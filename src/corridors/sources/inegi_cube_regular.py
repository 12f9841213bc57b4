"""The usual cube export at a glance: every cell is quoted, and every row has as many. Anything else is left alone.

Where a quote opens or closes a cell by turns, and between two cells stands nothing but a comma or the end of a line,
the places of the quotes are all that the `csv` module would find out, cell by cell.
"""

import csv
from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

_COMMA, _QUOTE, _ZERO = (ord(sign) for sign in ',"0')
_SHORT: Final = 3  # digits of a count without a comma
Whole = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]


def cells(body: str, wide: int, depth: int, count: Callable[[str], int | None]) -> tuple[list[list[str]], Whole] | None:
    """The first `depth` cells of each row as text, and the others as numbers; None when anything is out of the usual.

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
    starts, ends = pairs[:, :, 0] + 1, pairs[:, :, 1]
    long = ends - starts
    if not _parted(data, pairs) or not long.any(axis=1).all() or long.max() >= csv.field_size_limit():
        return None
    values = _counts(body, data, starts[:, depth:].ravel(), ends[:, depth:].ravel(), count)
    if values is None:
        return None
    return _said(data, starts[:, 0], ends[:, depth - 1], depth), values.reshape(len(pairs), wide - depth)


def _said(data: npt.NDArray[np.uint8], starts: Places, ends: Places, depth: int) -> list[list[str]]:
    """The first `depth` cells of each row, a list a column: cut out with their quotes in one look, and parted there."""
    turns = np.empty(2 * len(starts), dtype=np.int64)
    turns[0::2] = starts
    turns[1::2] = ends + 1  # the quote that closes the last of them still belongs, and parts two rows
    # By turns what lies between two rows' cells and those cells; behind the last of them nothing more is wanted.
    kept = np.repeat(np.arange(len(turns)) % 2 == 1, np.diff(turns, prepend=0))
    parts = data[: len(kept)][kept][:-1].tobytes().decode("latin-1").split('"')
    return [parts[2 * at :: 2 * depth - 1] for at in range(depth)]


def _parted(data: npt.NDArray[np.uint8], pairs: Places) -> bool:
    """Whether a comma alone stands between the cells of a row, and one and the same end of line between two rows."""
    close, after = pairs[:, :-1, 1], pairs[:, 1:, 0]
    if not ((after - close == 2).all() and (data[close + 1] == _COMMA).all()):
        return False
    close, after = pairs[:-1, -1, 1], pairs[1:, 0, 0]
    gap = after - close - 1
    return any((gap == len(end)).all() and _stands(data, close + 1, end) for end in (b"\r\n", b"\n"))


def _stands(data: npt.NDArray[np.uint8], places: Places, sign: bytes) -> bool:
    return all((data[places + at] == byte).all() for at, byte in enumerate(sign))


def _counts(
    body: str, data: npt.NDArray[np.uint8], starts: Places, ends: Places, count: Callable[[str], int | None]
) -> Whole | None:
    """The numbers of some cells; None when one is no count."""
    values = np.zeros(len(starts), dtype=np.int64)
    some = np.flatnonzero(ends > starts)  # most cells of municipalities are blank
    long, last = (ends - starts)[some], ends[some] - 1
    few = np.zeros(len(some), dtype=np.int16)
    for at in range(_SHORT):
        these = (long > at) & (long <= _SHORT)
        digits = data[last[these] - at] - np.uint8(_ZERO)
        if (digits > 9).any():
            return None
        few[these] += digits * np.int16(10**at)
    values[some] = few
    for at in some[long > _SHORT].tolist():
        value = count(body[starts[at] : ends[at]])
        if value is None:
            return None
        values[at] = value
    return values
