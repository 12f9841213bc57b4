"""A region's fill is the code of its class: missing, zero and suppressed have codes of their own."""

from itertools import pairwise

from corridors.analysis.slices import Cell
from corridors.figures.regions import code, colours, region_map
from corridors.model.kinds import Status
from corridors.model.palettes import RAMPS, ramp


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)


def test_codes_tell_missing_from_zero_from_suppressed() -> None:
    breaks = (5.0, 10.0)
    assert code(Cell(Status.MISSING), breaks) == -2
    assert code(Cell(Status.SUPPRESSED), breaks) == -3
    assert code(Cell(Status.ZERO, 0.0, 0), breaks) == -1
    assert code(Cell(Status.ZERO, 0.0, 0), (0.5,), zero_is_class=True) == 0
    assert [code(Cell(Status.VALUE, value, 1), breaks) for value in (5.0, 5.1, 99.0)] == [0, 1, 2]


def test_ramps_keep_their_order_in_greyscale() -> None:
    for family in RAMPS:
        light = [luminance(colour) for colour in RAMPS[family]["light"]]
        dark = [luminance(colour) for colour in RAMPS[family]["dark"]]
        assert light == sorted(light, reverse=True)
        assert dark == sorted(dark)


def test_a_ramp_runs_from_its_least_to_its_most() -> None:
    assert ramp("arms", 2) == (RAMPS["arms"]["light"][0], RAMPS["arms"]["light"][-1])
    assert len(set(ramp("violence", 5, "dark"))) == 5
    assert ramp("law", 1) == (RAMPS["law"]["light"][-1],)


def test_each_code_has_a_band_of_the_colour_scale_to_itself() -> None:
    fills = colours("violence", 5)
    figure = region_map(["MX-26", "MX-20"], [4, -2], fills, "/data/mx_states.json", {"visible": False}, "mx")
    trace = figure["data"][0]
    assert trace["zmax"] - trace["zmin"] == len(fills) == 9
    edges = trace["colorscale"]
    bands = [(low[0], high[0], low[1]) for low, high in pairwise(edges) if low[1] == high[1] and low[0] < high[0]]
    for at in (-3, -2, -1, 0, 4):
        share = (at - trace["zmin"]) / 9
        assert [colour for low, high, colour in bands if low < share < high] == [fills[at + 3]]
    assert figure["layout"]["meta"] == {"side": "mx"}
