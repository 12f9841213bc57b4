"""What a measurement says: medians, 95th percentiles, rows of the table, and whether a target is met."""

import statistics
from dataclasses import asdict, dataclass
from typing import Any


def median(values: list[float]) -> float:
    return statistics.median(values)


def p95(values: list[float]) -> float:
    """The 95th percentile, between neighbours; of few values, close to the largest."""
    ordered = sorted(values)
    at = 0.95 * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


@dataclass(frozen=True)
class Row:
    """One line of the table. `value` is compared with `target` in the sense of `bound`."""

    section: str
    what: str
    ours: str
    other: str
    value: float | None
    target: float | None
    bound: str = "max"  # max: value <= target; min: value >= target
    unit: str = "×"

    @property
    def met(self) -> bool | None:
        if self.value is None or self.target is None:
            return None
        return self.value <= self.target if self.bound == "max" else self.value >= self.target

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "met": self.met}
