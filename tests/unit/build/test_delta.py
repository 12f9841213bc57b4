"""The flow polygons: widths on one scale, the solid part in the US, rings as the browser needs them."""

from itertools import pairwise

import numpy as np
import pytest
import shapely

from corridors.build.delta import BARS, METRES_A_GUN, TIPS, Counts, counts_of, curve, flow_shapes, ribbon, strands
from corridors.build.geoparquet import read_layer
from corridors.store import Store


@pytest.fixture(scope="module")
def shapes(store: Store) -> dict[str, shapely.Geometry]:
    us, mx = (read_layer(store.root / "built" / "layers", f"{country}_states_overview") for country in ("us", "mx"))
    found = flow_shapes(us, mx, store.cube["flows"])
    return {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in found["features"]}


def test_counts_are_the_published_ones_and_add_up(store: Store) -> None:
    counts = counts_of(store.cube["flows"])
    assert sum(counts.totals.values()) == 18206
    assert sum(counts.pairs.values()) == 5630
    assert counts.rest("US-TX") == 7825 - 1191 - 1158 - 832 - 831
    assert sum(map(counts.rest, BARS)) == 12087 + 489


def test_a_source_without_a_bar_is_one_of_the_others_and_a_new_pair_ends_in_its_state(store: Store) -> None:
    layers = store.root / "built" / "layers"
    us, mx = (read_layer(layers, f"{country}_states_overview") for country in ("us", "mx"))
    flows = store.cube["flows"]
    later = {
        **flows,
        "sources": [*flows["sources"], ["US-FL", 300]],
        "pairs": [*flows["pairs"], ["US-CA", "MX-02", 200], ["US-FL", "MX-31", 50]],
    }
    assert counts_of(later).totals["OTHER"] == counts_of(flows).totals["OTHER"]
    found = {
        feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in flow_shapes(us, mx, later)["features"]
    }
    state = mx.set_index("place_id").geometry["MX-02"]
    assert found["US-CA>MX-02"].intersects(state)
    assert "US-FL>MX-31" not in found


def test_strands_of_a_source_lie_side_by_side_and_fill_its_bar() -> None:
    totals = dict.fromkeys(BARS, 100)
    found = [
        strand
        for strand in strands(Counts(totals, {("US-TX", place): 10 for place in TIPS}))
        if strand.source == "US-TX"
    ]
    assert sum(strand.width for strand in found) == pytest.approx(100 * METRES_A_GUN)
    edges = [(strand.start[0] - strand.width / 2, strand.start[0] + strand.width / 2) for strand in found]
    for (_, right), (left, _) in pairwise(edges):
        assert right == pytest.approx(left)
    assert [strand.destination for strand in found][-1] == "MX-28"


def test_a_ribbon_has_the_width_asked_and_an_arrow_its_tip() -> None:
    path = curve(np.array([0.0, 0.0]), np.array([0.0, -3e4]), np.array([0.0, -7e4]), np.array([0.0, -1e5]))
    assert ribbon(path, 5e3).area == pytest.approx(5e3 * 1e5, rel=0.01)
    arrow = ribbon(path, 5e3, 2e4)
    assert shapely.bounds(arrow)[1] == pytest.approx(-1e5)
    assert shapely.bounds(arrow)[2] > 5e3


def test_every_shape_is_valid_and_clockwise(shapes: dict[str, shapely.Geometry]) -> None:
    assert len(shapes) == 12
    for name, shape in shapes.items():
        assert shape.is_valid, name
        for part in shapely.get_parts(shape):
            assert not shapely.is_ccw(part.exterior), name


def test_solid_bands_end_near_the_border_and_the_rest_lies_beyond(
    store: Store, shapes: dict[str, shapely.Geometry]
) -> None:
    us = read_layer(store.root / "built" / "layers", "us_states_overview").union_all().buffer(0.1)
    for source in BARS:
        solid = shapes[f"S-{source}"]
        assert shapely.intersection(solid, us).area / solid.area > 0.99, source
    rest = shapes["OTHER"]
    assert shapely.intersection(rest, us).area / rest.area < 0.05
    stripes = shapes["OTHER-hatch"]
    assert shapely.intersection(stripes, rest).area / stripes.area > 0.99
    assert stripes.area / rest.area == pytest.approx(1 / 3, abs=0.03)


def test_the_rest_is_one_band(shapes: dict[str, shapely.Geometry]) -> None:
    assert len(shapely.get_parts(shapes["OTHER"])) == 1
