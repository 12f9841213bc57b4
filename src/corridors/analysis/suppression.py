"""Which cells of published counts must not be shown, so that no count under ten can be seen or worked out.

Cells from 1 to 9 are suppressed, and with them as many others as it takes (complementary suppression, Cox 1980,
"Suppression methodology and statistical disclosure control", JASA 75). Zeros are published as zeros, so a reader knows
that what is suppressed is 1 or more; everything below counts with that. Where a row's total is suppressed, all of
the row is, zeros too.

In a line with a printed total, no cell can be told when there are two or more of them and each could be ten. In a
table with both margins a suppressed cell can be told exactly when no cycle of suppressed cells goes through it
(Gusfield 1988, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17). The shortest cycle is
a rectangle: its corners can go up and down by turns without moving a margin. So each small cell gets a rectangle
along which it could rise to ten (the hypercube method: Giessing and Repsilber 2002). A row or column for which there
is none is folded: of two or more such rows together only their own totals and the sum by column can be known, and no
cell of two rows and two columns can be told from those. This hides more than the least possible; it is short enough
to be read and proved.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

LEAST: Final = 10  # the smallest count that is shown
Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_NEVER: Final = np.iinfo(np.int64).max // 8


def line(counts: Counts) -> Mask | None:
    """The cells to suppress of a line whose total is published.

    None when no choice protects them: then nothing of the line may be shown but its total.
    """
    hidden: Mask = (counts > 0) & (counts < LEAST)
    if not hidden.any():
        return hidden
    for at in np.argsort(counts, kind="stable"):
        if _safe(counts[hidden]):
            return hidden
        if counts[at] > 0:
            hidden[at] = True
    return hidden if _safe(counts[hidden]) else None


def _safe(hidden: Counts) -> bool:
    """Whether each of some hidden counts could be LEAST, all others being 1 or more and their sum known."""
    return len(hidden) > 1 and int(hidden.sum()) - (len(hidden) - 1) >= LEAST


@dataclass(frozen=True)
class Hidden:
    """What to suppress of a table: row totals, column totals and cells. Its grand total is shown."""

    rows: Mask
    columns: Mask
    cells: Mask


def table(counts: Counts) -> Hidden:
    """What to suppress of a table of counts whose margins are published beside it; its grand total is 10 or more.

    A folded row or column shows none of its cells, except zeros that the others give away.
    """
    totals = counts.sum(axis=1), counts.sum(axis=0)
    hidden = [_margin(total) for total in totals]
    folded = [mask.copy() for mask in hidden]
    while True:
        merged = _merge(_merge(counts, folded[0]).T, folded[1]).T
        cells, failed = _rectangles(merged)
        victim = _alone(counts, totals, hidden, folded) or (_victim(failed, totals, folded) if failed else None)
        if victim is None:
            return Hidden(hidden[0], hidden[1], _expand(merged, cells, folded))
        side, at = victim
        folded[side][at] = True


def _margin(totals: Counts) -> Mask:
    found = line(totals)
    return np.ones(len(totals), dtype=bool) if found is None else found


def _merge(counts: Counts, folded: Mask) -> Counts:
    """The rows that are shown, and the folded ones as one row at the end: that sum is what a reader can work out."""
    if not folded.any():
        return counts
    merged: Counts = np.vstack([counts[~folded], counts[folded].sum(axis=0)])
    return merged


def _alone(
    counts: Counts, totals: tuple[Counts, Counts], hidden: list[Mask], folded: list[Mask]
) -> tuple[int, int] | None:
    """One more line to fold, where those that are folded do not have two lines and two places to move between."""
    for side, lines in enumerate((counts, counts.T)):
        part = lines[folded[side]]
        told = (folded[side] & ~hidden[side]).any()
        if told and min((part.sum(axis=1) > 0).sum(), (part.sum(axis=0) > 0).sum()) < 2:
            shown = np.flatnonzero(~folded[side] & (totals[side] > 0))
            return side, int(shown[np.argmin(totals[side][shown])])
    return None


def _rectangles(counts: Counts) -> tuple[Mask, tuple[int, int] | None]:
    """Every cell under LEAST and the other corners of its cheapest rectangle; the first cell that has none."""
    hidden: Mask = (counts > 0) & (counts < LEAST)
    small = np.argwhere(hidden)
    for row, column in small[np.argsort(counts[hidden], kind="stable")]:
        need = LEAST + 1 - counts[row, column]  # what both neighbours must hold for this cell to rise to LEAST
        cost = np.where(hidden, 0, counts)
        total = cost + cost[row, :] + cost[:, [column]]
        fits = (counts > 0) & (counts[row, :] >= need) & (counts[:, [column]] >= need)
        fits[row, :] = False
        fits[:, column] = False
        across, down = np.unravel_index(np.argmin(np.where(fits, total, _NEVER)), counts.shape)
        if not fits[across, down]:
            return hidden, (int(row), int(column))
        hidden[[row, across, across], [down, column, down]] = True
    return hidden, None


def _victim(failed: tuple[int, int], totals: tuple[Counts, Counts], folded: list[Mask]) -> tuple[int, int]:
    """The side and the place of the line to fold: the smaller one through the cell, else the smallest that is shown."""
    shown = [np.flatnonzero(~mask) for mask in folded]
    through = [
        (int(totals[side][shown[side][at]]), side, int(shown[side][at]))
        for side, at in enumerate(failed)
        if at < len(shown[side])
    ]
    rest = [(int(totals[side][at]), side, int(at)) for side in (0, 1) for at in shown[side] if totals[side][at] > 0]
    _, side, at = min(through or rest)
    return side, at


def _expand(merged: Counts, cells: Mask, folded: list[Mask]) -> Mask:
    """The mask of the whole table: what stands in a folded line is hidden, but for zeros that its sum gives away."""
    at = [np.where(mask, (~mask).sum(), np.cumsum(~mask) - 1) for mask in folded]
    grid = np.ix_(at[0], at[1])
    either = folded[0][:, None] | folded[1][None, :]
    out: Mask = np.where(either, merged[grid] > 0, cells[grid])
    return out
