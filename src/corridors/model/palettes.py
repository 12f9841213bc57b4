"""Colours of classes: one hue family for arms, one for violence, one neutral for law.

The ramps are ColorBrewer-like sequential ramps of our own, checked by tests: lightness falls
(light theme) or rises (dark theme) monotonically, so that they keep their order in greyscale.
"""

from collections.abc import Sequence
from typing import Final

Ramp = dict[str, tuple[str, ...]]

RAMPS: Final[dict[str, Ramp]] = {
    "arms": {
        "light": ("#dbe7f0", "#b3cde0", "#82aecd", "#4d88b2", "#1f5f8f", "#0b3a63"),
        "dark": ("#1d3140", "#24506e", "#32729b", "#5296c2", "#86badc", "#c3e0f3"),
    },
    "violence": {
        "light": ("#fbeedd", "#f5d3ac", "#eaab6c", "#d67f3a", "#ac5418", "#74300a"),
        "dark": ("#3a281a", "#5f3b1c", "#8d5423", "#bd7433", "#e09d5e", "#f7cfa2"),
    },
    "law": {
        "light": ("#e6e8ea", "#4f7f7a"),
        "dark": ("#2b3238", "#7fb8b1"),
    },
}


def ramp(family: str, classes: int, theme: str = "light") -> tuple[str, ...]:
    """`classes` colours of a family, spread over its ramp from the least to the most.

    Raises KeyError for an unknown family or theme, ValueError when the ramp is too short.
    """
    colours: Sequence[str] = RAMPS[family][theme]
    if not 1 <= classes <= len(colours):
        raise ValueError(f"{family} has {len(colours)} colours, {classes} asked")
    if classes == 1:
        return (colours[-1],)
    step = (len(colours) - 1) / (classes - 1)
    return tuple(colours[round(index * step)] for index in range(classes))
