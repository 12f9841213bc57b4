"""The maps of both countries and of a district, as plain figures."""

import json

import pytest

from corridors.answers.both import both_data
from corridors.figures.both import EDGE, LIGHT, ROLES, BothData, Shape, both_map, region_role
from corridors.figures.district import DistrictData, district_map, frame
from corridors.figures.frames import GEO_US
from corridors.model.view import ViewState
from corridors.store import Store


def small() -> BothData:
    regions = [Shape(place, place) for place in ("US-TX", "US-OH", "MX-28", "MX-09")]
    pair = Shape("US-TX>MX-28", "pair", ("US-TX", "MX-28"))
    other = Shape("US-AZ>MX-26", "pair", ("US-AZ", "MX-26"))
    return BothData("data/states.json", "data/flows.json", regions, {"pair": [pair, other]})


def test_every_role_is_a_trace_in_the_order_that_the_style_sheet_counts_on() -> None:
    traces = both_map(small(), ViewState())["data"]
    assert [trace["name"] for trace in traces[: len(ROLES)]] == list(ROLES)
    assert {trace["type"] for trace in traces[len(ROLES) :]} == {"scattergeo"}
    assert set(LIGHT) == set(ROLES)
    assert set(EDGE) <= set(ROLES)


def test_a_region_has_the_ground_of_its_country_and_border() -> None:
    assert [region_role(place) for place in ("US-TX", "US-OH", "MX-28", "MX-09")] == [
        "us-border",
        "us",
        "mx-border",
        "mx",
    ]
    by_name = {trace["name"]: trace for trace in both_map(small(), ViewState())["data"]}
    assert by_name["us-border"]["locations"] == ["US-TX"]
    assert by_name["mx"]["locations"] == ["MX-09"]


def test_no_fill_carries_a_value() -> None:
    for trace in both_map(small(), ViewState())["data"][: len(ROLES)]:
        assert set(trace["z"]) <= {0}
        assert trace["colorscale"][0][1] == trace["colorscale"][1][1]


def test_a_selection_is_outlined_and_fades_what_does_not_touch_it() -> None:
    by_name = {trace["name"]: trace for trace in both_map(small(), ViewState(origins=("US-TX",)))["data"]}
    assert by_name["chosen"]["locations"] == ["US-TX"]
    assert by_name["pair"]["marker"]["opacity"] == [1.0, 0.25]
    plain = {trace["name"]: trace for trace in both_map(small(), ViewState())["data"]}
    assert plain["chosen"]["locations"] == []
    assert plain["pair"]["marker"]["opacity"] == [1.0, 1.0]


def test_geometry_comes_by_address_and_the_figure_stays_small(store: Store) -> None:
    figure = both_map(both_data(store, "en"), ViewState())
    assert {trace["geojson"] for trace in figure["data"] if "geojson" in trace} == {
        f"data/{store.web('both_states')}",
        f"data/{store.web('flow_shapes')}",
    }
    assert len(json.dumps(figure)) < 20_000


def test_the_shapes_of_every_flow_are_in_the_asset(store: Store) -> None:
    wanted = {shape.id for group in both_data(store, "en").flows.values() for shape in group}
    assert wanted == {feature["id"] for feature in store.web_json("flow_shapes")["features"]}


def test_a_district_is_framed_closely_but_never_too_closely() -> None:
    whole = frame({})
    assert whole == GEO_US
    close = frame({"lon": [-117.5, None, -116.2], "lat": [32.5, None, 33.4]})
    west, east = close["lonaxis"]["range"]
    south, north = close["lataxis"]["range"]
    assert east - west == pytest.approx(9.0)
    assert north - south == pytest.approx(6.0)
    assert west < -117.5 < -116.2 < east
    assert close["center"] == {"lon": close["projection"]["rotation"]["lon"], "lat": (south + north) / 2}


def test_a_district_that_reaches_an_inset_is_seen_on_the_whole_country(store: Store) -> None:
    assert frame(store.web_json("district_outlines")["D-seattle"]) == GEO_US


def test_a_district_map_leaves_out_traces_without_regions() -> None:
    data = DistrictData("s", "c", ["US-CA"], ["US-06073"], [], {"lon": [-117.0], "lat": [33.0]}, [(-117.2, 32.7, "X")])
    roles = [trace["meta"]["role"] for trace in district_map(data, label=True)["data"]]
    assert roles == ["states", "known", "outline", "seats"]
    dots = district_map(data, label=False)["data"][-1]
    assert dots["mode"] == "markers"
