"""Classes on a map: in each theme the farther from the middle a class is, the more it stands out from the page."""

import re
from itertools import pairwise

import pytest

from corridors.figures.shaded import CLASSES

PAPERS = ("#ffffff", "#fbfaf7", "#181d24", "#11151a")  # surface and paper, light and dark (assets/css/00-tokens.css)
RAMPS = (
    ("far_above", "above", "near"),
    ("far_below", "below", "near"),
    ("high_among_high", "high_among_low", "high_alone", "usual", "apart"),
    ("low_among_low", "low_among_high", "low_alone", "usual", "apart"),
)
# Linear RGB as a protanope and a deuteranope see it (Machado, Oliveira and Fernandes 2009, severity 1).
SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def on(colour: str, paper: str) -> list[float]:
    """Linear red, green and blue of a translucent colour on a page."""
    ground = [int(paper[at : at + 2], 16) for at in (1, 3, 5)]
    *parts, alpha = (float(part) for part in re.findall(r"[\d.]+", colour))
    mixed = [(alpha * part + (1 - alpha) * under) / 255 for part, under in zip(parts, ground, strict=True)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in mixed]


def apart(colour: str, paper: str) -> float:
    """The contrast of a class with the page."""
    weights = (0.2126, 0.7152, 0.0722)
    one, page = (sum(w * p for w, p in zip(weights, on(c, paper), strict=True)) for c in (colour, "rgba(0,0,0,0)"))
    return (max(one, page) + 0.05) / (min(one, page) + 0.05)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("ramp", RAMPS)
def test_the_farther_the_louder_on_a_light_and_on_a_dark_page(ramp: tuple[str, ...], paper: str) -> None:
    loud = [apart(CLASSES[shape], paper) for shape in ramp]
    assert loud[0] >= 3
    for more, less in pairwise(loud):
        assert more / less >= 1.07, (ramp, paper, loud)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sight", SEEN)
def test_above_and_below_are_two_hues_to_every_eye(sight: str, paper: str) -> None:
    def red_less_blue(shape: str) -> float:
        red, _, blue = (sum(w * p for w, p in zip(row, on(CLASSES[shape], paper), strict=True)) for row in SEEN[sight])
        return red - blue

    assert red_less_blue("far_above") - red_less_blue("far_below") > 0.3
    assert red_less_blue("above") - red_less_blue("below") > 0.08
