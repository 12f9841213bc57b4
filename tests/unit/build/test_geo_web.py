"""What the browser gets: every place once, clockwise rings, lines, points, neighbours, frames."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from corridors.build import insets, rings
from corridors.build.web_layers import web_layers
from corridors.figures.frames import GEO_BOTH, GEO_MX, GEO_US
from corridors.store import Store

GEODATA = Path(__file__).parents[3] / "geodata"
FLOWS = Store(GEODATA).cube["flows"]


@pytest.fixture(scope="module")
def assets() -> dict[str, Any]:
    """All geometric assets, made from the built layers and read back as the browser reads them."""
    made: dict[str, Any] = json.loads(json.dumps(web_layers(GEODATA, GEODATA / "built", FLOWS), allow_nan=False))
    return made


COUNTS = {"us_states": 51, "mx_states": 32, "both_states": 83, "us_counties": 3142, "mx_municipalities": 2465}


@pytest.mark.parametrize("name", [*COUNTS, "flow_shapes"])
def test_exterior_rings_run_clockwise(assets: dict[str, Any], name: str) -> None:
    for feature in assets[name]["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        for part in shapely.get_parts(shape):
            assert not part.exterior.is_ccw, feature["id"]
            assert all(hole.is_ccw for hole in part.interiors), feature["id"]


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_every_place_is_there_once(assets: dict[str, Any], name: str, count: int) -> None:
    ids = [feature["id"] for feature in assets[name]["features"]]
    assert len(ids) == len(set(ids)) == count


def test_coordinates_have_three_decimals_at_most(assets: dict[str, Any]) -> None:
    for feature in assets["both_states"]["features"]:
        xy = shapely.get_coordinates(shapely.geometry.shape(feature["geometry"]))
        assert np.allclose(xy, np.round(xy, 3), atol=1e-9)


def test_alaska_and_hawaii_are_insets_on_the_us_map_only(assets: dict[str, Any]) -> None:
    us = {feature["id"]: feature for feature in assets["us_states"]["features"]}
    assert [place for place, feature in us.items() if feature["properties"].get("inset")] == ["US-AK", "US-HI"]
    assert shapely.geometry.shape(us["US-AK"]["geometry"]).centroid.y < 32
    both = {feature["id"]: feature for feature in assets["both_states"]["features"]}
    assert shapely.geometry.shape(both["US-AK"]["geometry"]).centroid.y > 55
    lower = [shapely.geometry.shape(feature["geometry"]) for place, feature in us.items() if place not in insets.INSETS]
    for place in insets.INSETS:
        inset = shapely.geometry.shape(us[place]["geometry"])
        assert not any(shapely.intersects(inset, shape) for shape in lower)


def test_label_points_lie_inside_their_places(assets: dict[str, Any]) -> None:
    for key, name in (("us_map", "us_states"), ("mx_map", "mx_states"), ("both", "both_states")):
        points = assets["centroids"][key]
        shapes = {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in assets[name]["features"]}
        assert set(points) == set(shapes)
        outside = [place for place, point in points.items() if not shapes[place].contains(shapely.points(*point))]
        assert outside == []


def test_neighbours_are_the_ones_a_hand_expects(assets: dict[str, Any]) -> None:
    near = assets["neighbours"]
    assert len(near) == 83
    assert (near["US-TX"]["n"], near["US-TX"]["e"], near["US-AZ"]["e"]) == ("US-OK", "US-LA", "US-NM")
    assert (near["MX-26"]["e"], near["MX-19"]["e"]) == ("MX-08", "MX-28")
    assert all(other[:3] == place[:3] for place, found in near.items() for other in found.values())


def test_lines_have_equal_lengths_and_null_between_the_pieces(assets: dict[str, Any]) -> None:
    layers = assets["layers"]
    lines = [layers["border"]["us"], layers["districts"], *layers["state_lines"].values(), *layers["roads"].values()]
    for line in [*lines, *assets["district_outlines"].values()]:
        assert len(line["lon"]) == len(line["lat"]) > 1
        assert [i for i, x in enumerate(line["lon"]) if x is None] == [
            i for i, y in enumerate(line["lat"]) if y is None
        ]
    assert (len(layers["consulates"]), len(layers["ports"])) == (53, 54)
    assert {"id", "lon", "lat", "name_en", "name_es"} <= set(layers["cities"][0])


def test_districts_list_their_counties(assets: dict[str, Any]) -> None:
    table = assets["districts"]
    assert len(table) == len(assets["district_outlines"]) == 52
    assert "US-06073" in table["D-san-diego"]["counties"]
    assert set(table["D-el-paso"]["states"]) == {"US-NM", "US-TX"}
    assert 0 <= table["D-el-paso"]["share_approximate"] <= 1


def test_frames_are_equal_area_conics_without_plotlys_own_map() -> None:
    for frame in (GEO_US, GEO_MX, GEO_BOTH):
        assert frame["visible"] is False
        assert frame["projection"]["type"] == "conic equal area"
        assert frame["lonaxis"]["range"][0] < frame["center"]["lon"] < frame["lonaxis"]["range"][1]


def test_a_vanished_ring_is_left_out_and_the_rest_is_turned() -> None:
    square = shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], [[(0.5, 0.5), (0.5001, 0.5), (0.5, 0.5001)]])
    drawn = rings.web_geometry(shapely.MultiPolygon([square, shapely.box(2, 2, 2.0001, 2.0001)]))
    assert drawn.geom_type == "Polygon"
    assert not drawn.exterior.is_ccw
    assert len(drawn.interiors) == 0


def test_a_district_of_several_states_is_moved_by_its_parts() -> None:
    both = shapely.MultiPolygon([shapely.box(-121, 46, -120, 47), shapely.box(-151, 61, -150, 62)])
    moved = insets.moved_parts(both)
    south, north = sorted(shapely.bounds(part)[3] for part in moved.geoms)
    assert (south < 35, north) == (True, 47)
    assert insets.state_of_part(-157, 21) == "US-HI"
    assert insets.moved_parts(shapely.box(-121, 46, -120, 47)).bounds == (-121, 46, -120, 47)
