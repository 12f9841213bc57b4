"""What a measure says of a place over the years of a view: the reference for the browser's script.

The cube holds, for each measure, periods (first and last year) and for each period one numerator
and one denominator a place. `assets/js/10-cube.js` mirrors these rules for the slider; a contract
test compares the two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from corridors.model.kinds import Status

Period = tuple[int, int]
SUPPRESSED: Final = "s"  # a suppressed cell of the cube; null is missing, 0 is zero


@dataclass(frozen=True)
class Resolution:
    """Which periods stand for the years asked. `how`: `inside` (within the years asked), `pooled`
    (one published period that overlaps them, never split), `earlier` (the nearest earlier one), `none`."""

    indexes: tuple[int, ...]
    how: str
    first: int = 0
    last: int = 0


@dataclass(frozen=True)
class Cell:
    """One value: its status, the value in the measure's unit, and its numerator and denominator."""

    status: Status
    value: float | None = None
    num: float | None = None
    den: float | None = None


def resolve(periods: Sequence[Sequence[int]], years: Period, latest_only: bool = False) -> Resolution:
    """The periods that answer for `years`.

    Periods wholly inside the years asked are pooled, unless they overlap each other or
    `latest_only` (a state of affairs, such as a law): then the latest alone. Without any, a
    period that overlaps the years is shown whole; without one, the nearest earlier.
    """
    first, last = years
    inside = [i for i, (a, b) in enumerate(periods) if a >= first and b <= last]
    if inside:
        overlap = any(periods[j][0] <= periods[i][1] for i, j in pairwise(inside))
        chosen = inside[-1:] if overlap or latest_only else inside
        return Resolution(tuple(chosen), "inside", periods[chosen[0]][0], periods[chosen[-1]][1])
    touching = [i for i, (a, b) in enumerate(periods) if a <= last and b >= first]
    if touching:
        at = touching[-1]
        return Resolution((at,), "pooled", periods[at][0], periods[at][1])
    earlier = [i for i, (_, b) in enumerate(periods) if b < first]
    if earlier:
        at = earlier[-1]
        return Resolution((at,), "earlier", periods[at][0], periods[at][1])
    return Resolution((), "none")


def latest_only(measure: Mapping[str, Any]) -> bool:
    """Whether a measure is a state of affairs or an estimate, of which only the latest period may be shown."""
    return bool(measure.get("latest_only"))


def cell(measure: Mapping[str, Any], indexes: Sequence[int], at: int) -> Cell:
    """The pooled value at place number `at`: sum of numerators over sum of denominators x scale.

    A missing or suppressed part makes the whole missing or suppressed: nothing is filled in.
    """
    return _pool(
        [measure["num"][i][at] for i in indexes],
        [measure["den"][i][at] for i in indexes] if measure.get("den") else None,
        float(measure["scale"]),
    )


def national(measure: Mapping[str, Any], indexes: Sequence[int]) -> Cell:
    """The national value over the same periods, where the cube has a national row."""
    row = measure.get("national")
    if not row:
        return Cell(Status.MISSING)
    dens = [row["den"][i] for i in indexes] if row.get("den") else None
    return _pool([row["num"][i] for i in indexes], dens, float(measure["scale"]))


def _pool(nums: Sequence[Any], dens: Sequence[Any] | None, scale: float) -> Cell:
    parts = [*nums, *(dens or ())]
    if SUPPRESSED in parts:
        return Cell(Status.SUPPRESSED)
    if not nums or any(part is None for part in parts):
        return Cell(Status.MISSING)
    num = float(sum(nums))
    if dens is None:
        return Cell(Status.VALUE if num else Status.ZERO, num * scale, num)
    den = float(sum(dens))
    if den <= 0:
        return Cell(Status.MISSING)
    return Cell(Status.VALUE if num else Status.ZERO, num / den * scale, num, den)


def class_of(value: float, breaks: Sequence[float]) -> int:
    """The class of a value: breaks are the upper bounds of all classes but the last (value <= bound)."""
    return next((index for index, bound in enumerate(breaks) if value <= bound), len(breaks))


def runs(years: Iterable[int]) -> tuple[Period, ...]:
    """Years as unbroken runs, each with its first and last: 2010 2011 2013 -> (2010, 2011), (2013, 2013)."""
    found: list[Period] = []
    for year in sorted(set(years)):
        if found and year == found[-1][1] + 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return tuple(found)
