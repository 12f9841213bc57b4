"""Rules on small made-up tables: districts, coverage, roads, cities, neighbours."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from corridors.build import boundaries, capitals, compass, coverage, districts, mesh, places, roads
from corridors.build.boundaries import BOTH_AEA
from corridors.errors import DataError

COUNTIES = pd.DataFrame(
    [
        ("48141", "TX", -106.2, 31.8),
        ("48201", "TX", -95.4, 29.8),
        ("35013", "NM", -106.8, 32.3),
        ("56001", "WY", -105.7, 41.6),
    ],
    columns=["county_id_fips", "state_usps", "centroid_lon", "centroid_lat"],
)
CONSULATES = pd.DataFrame(
    [
        ("el-paso", "TX", "31.76", "-106.49"),
        ("houston", "TX", "29.76", "-95.37"),
        ("denver", "CO", "39.74", "-104.98"),
        ("san-juan", "PR", "18.47", "-66.11"),
    ],
    columns=["consulate_id", "state_usps", "latitude", "longitude"],
).assign(name_en="Consulate", name_es="Consulado", city="City")


def facts(*rows: tuple[str, str, str, str, str]) -> districts.Facts:
    columns = ["consulate_id", "state_usps", "county_name", "county_fips", "quality"]
    return districts.Facts(CONSULATES, pd.DataFrame(rows, columns=columns))


def test_a_named_county_wins_over_its_state_and_the_rest_go_to_the_nearest() -> None:
    rules = facts(
        ("houston", "TX", "*", "", "sourced_statewide"),
        ("el-paso", "TX", "El Paso County", "48141", "sourced_explicit"),
    )
    found = districts.assign(COUNTIES, rules).set_index("county_id_fips")
    assert list(found.loc["48141", ["consulate_id", "quality"]]) == ["el-paso", "sourced_explicit"]
    assert found.loc["48201", "consulate_id"] == "houston"
    # New Mexico and Wyoming have no office here: the nearest of all.
    assert list(found.loc["35013", ["consulate_id", "quality"]]) == ["el-paso", "nearest"]


def test_a_county_without_a_rule_goes_to_the_nearest_consulate_in_its_own_state() -> None:
    found = districts.assign(COUNTIES, facts()).set_index("county_id_fips")
    assert found["consulate_id"].to_dict()["48141"] == "el-paso"
    assert found["consulate_id"].to_dict()["48201"] == "houston"
    assert (found["quality"] == "nearest").all()


def test_an_office_outside_the_states_drawn_is_never_nearest() -> None:
    assert "san-juan" not in set(districts.assign(COUNTIES, facts())["consulate_id"])


def test_rows_from_memory_make_a_district_approximate() -> None:
    rules = facts(
        ("el-paso", "NM", "*", "", "from_memory_unverified"),
        ("el-paso", "TX", "El Paso County", "48141", "sourced_explicit"),
        ("houston", "TX", "*", "", "sourced_dated"),
        ("houston", "WY", "*", "", "sourced_dated"),
    )
    table = districts.summary(districts.assign(COUNTIES, rules), CONSULATES).set_index("consulate_id")
    assert list(table.loc["el-paso", ["share_approximate", "approximate", "states"]]) == [0.5, True, "US-NM|US-TX"]
    assert list(table.loc["houston", ["share_approximate", "approximate", "share_dated"]]) == [0.0, False, 1.0]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("el-paso", "TX", "X", "48141", "guess"), "quality"),
        (("el-paso", "TX", "X", "99999", "sourced_explicit"), "county_fips"),
        (("nowhere", "TX", "*", "", "sourced_explicit"), "consulate_id"),
    ],
)
def test_an_unknown_quality_county_or_consulate_is_refused(row: tuple[str, str, str, str, str], message: str) -> None:
    with pytest.raises(DataError, match=message):
        districts.assign(COUNTIES, facts(row))


def test_two_rules_for_one_county_are_refused() -> None:
    row = ("el-paso", "TX", "X", "48141", "sourced_explicit")
    with pytest.raises(DataError, match="two consulates"):
        districts.assign(COUNTIES, facts(row, row))


def test_a_missing_list_or_package_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="restore"):
        districts.read_list(tmp_path / "x.csv")
    with pytest.raises(DataError, match="requirements/build"):
        boundaries.package_file("no_such_package", "x")
    with pytest.raises(DataError, match="lock file"):
        boundaries.package_file("geopandas", "no_such_file")


def test_cleaning_closes_an_overlap_and_a_gap() -> None:
    one, other = shapely.box(0, 0, 10_000, 10_000), shapely.box(9_900, 0, 20_000, 10_000)
    series = gpd.GeoSeries([one, other], crs=BOTH_AEA).to_crs(4326)
    clean = coverage.cleaned(series)
    assert shapely.coverage_is_valid(clean)
    assert shapely.area(shapely.intersection(*clean)) == 0


def test_islets_go_exclaves_and_the_largest_part_stay() -> None:
    mainland, neighbour = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)
    hole = shapely.box(12, 2, 13, 3)
    owner = shapely.MultiPolygon([mainland, hole, shapely.box(30, 0, 31, 1)])
    result = coverage.without_islets(np.array([owner, shapely.difference(neighbour, hole)], dtype=object), 5.0)
    assert shapely.get_num_geometries(result[0]) == 2
    islands = np.array([shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 7, 7)])], dtype=object)
    assert shapely.area(coverage.without_islets(islands, 100.0)[0]) == 4


def test_a_shape_that_rounding_destroys_is_refused() -> None:
    dot = gpd.GeoSeries([shapely.box(0, 0, 0.01, 0.01)], crs=BOTH_AEA)
    with pytest.raises(DataError, match="rounding"):
        coverage.to_degrees(dot)


def test_shared_lines_are_those_of_two_places() -> None:
    left, right, apart = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(5, 5, 6, 6)
    assert shapely.length(mesh.inner_lines([left, right, apart])) == 1
    assert shapely.length(mesh.common_border([left], [right])) == 1
    assert shapely.is_empty(mesh.common_border([left], [apart]))
    assert mesh.length_km(shapely.MultiLineString([[(0, 0), (0, 1)]])) == pytest.approx(111.2, abs=0.1)


def test_neighbours_prefer_straight_ahead_and_leave_out_empty_directions() -> None:
    points = {"a": (0.0, 0.0), "b": (0.0, 10.0), "c": (7.0, 5.0), "d": (0.0, 0.0)}
    near = compass.neighbours(points, {})
    assert near["a"] == {"n": "b", "e": "c"}
    # A place that touches comes first, even far aside.
    assert compass.neighbours(points, {"a": {"c"}})["a"] == {"n": "c", "e": "c"}


def test_places_touch_that_share_a_corner() -> None:
    shapes = gpd.GeoSeries({"a": shapely.box(0, 0, 1, 1), "b": shapely.box(1, 1, 2, 2), "c": shapely.box(5, 5, 6, 6)})
    assert compass.touching(shapes) == {"a": {"b"}, "b": {"a"}, "c": set()}


def test_a_road_needs_two_places(tmp_path: Path) -> None:
    head = "corridor_id,country,road,sequence,place,longitude,latitude,border_poe_ids,quality\n"
    (tmp_path / "r.csv").write_text(head + "X,US,I-1,2,B,1,1,,q\nX,US,I-1,1,A,0,0,p|q,q\n")
    road = roads.road_layer(tmp_path / "r.csv").iloc[0]
    assert (road["places"], road["ports"], road["schematic"]) == ("A|B", "P-p|P-q", True)
    (tmp_path / "r.csv").write_text(head + "X,US,I-1,1,A,0,0,,q\n")
    with pytest.raises(DataError, match="fewer than two"):
        roads.road_layer(tmp_path / "r.csv")


def square(place: str, lon: float, lat: float) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"place_id": [place]}, geometry=[shapely.box(lon, lat, lon + 1, lat + 1)], crs=4326)


def test_cities_are_chosen_by_size_capital_and_seat_and_placed_by_location() -> None:
    source = pd.DataFrame(
        [
            ("1", "Hermosillo", "MX", "26", 800_000, -110.5, 29.5),
            ("2", "Hermosillo", "MX", "26", 900, -110.6, 29.6),  # a hamlet of the same name
            ("3", "Guaymas", "MX", "26", 99_000, -110.4, 29.4),
            ("4", "Austin", "US", "TX", 900_000, -97.7, 30.3),
            ("5", "Presidio", "US", "TX", 4_000, -104.4, 29.6),
            ("6", "Marfa", "US", "TX", 2_000, -104.0, 30.3),
            ("7", "San Juan", "US", "PR", 400_000, -66.1, 18.5),
        ],
        columns=["geonames_id", "name", "country", "admin1", "population", "lon", "lat"],
    )
    us, mx = square("US-TX", -98, 30), square("MX-26", -111, 29)
    found = places.cities(us, mx, {"5"}, source).set_index("geonames_id")
    assert sorted(found.index) == ["1", "4", "5"]
    assert list(found.loc["1", ["state_place_id", "capital", "place_id"]]) == ["MX-26", True, "G-1"]
    with pytest.raises(DataError, match="capital"):
        places.cities(us, mx, set(), source[source["name"] != "Austin"])


def test_there_is_a_capital_for_every_state() -> None:
    assert (len(capitals.MX_CAPITALS), len(capitals.US_CAPITALS)) == (32, 51)
