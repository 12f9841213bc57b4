"""The built layers hold what the maps promise: places, areas, projection, one border of two countries."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from corridors.build import layer_checks, mesh
from corridors.build.boundaries import BOTH_AEA
from corridors.build.districts import APPROXIMATE, assign, read_facts
from corridors.build.geoparquet import read_layer, write_layer
from corridors.errors import DataError
from corridors.model.places import BORDER_MX, BORDER_US

GEODATA = Path(__file__).parents[3] / "geodata"
LAYERS = GEODATA / "built" / "layers"


@pytest.fixture(scope="module")
def states() -> dict[str, gpd.GeoDataFrame]:
    """The four state layers."""
    names = ("us_states", "mx_states", "us_states_overview", "mx_states_overview")
    return {name: read_layer(LAYERS, name) for name in names}


@pytest.mark.parametrize("path", sorted(LAYERS.glob("*.parquet")), ids=lambda path: path.stem)
def test_every_layer_is_in_degrees_with_unique_ids_and_valid_shapes(path: Path) -> None:
    frame = gpd.read_parquet(path)
    assert frame.crs is not None
    assert frame.crs.to_epsg() == 4326
    assert frame["place_id"].is_unique
    assert frame["place_id"].is_monotonic_increasing
    assert shapely.is_valid(frame.geometry.to_numpy()).all()
    layer_checks.rows_expected(path.stem, len(frame))


def test_all_layers_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in LAYERS.glob("*.parquet")) < 14e6


@pytest.mark.parametrize(("place", "official"), layer_checks.OFFICIAL_KM2.items())
def test_areas_match_the_official_ones(states: dict[str, gpd.GeoDataFrame], place: str, official: int) -> None:
    mx = states["mx_states"].set_index("place_id")
    # 1 %: Sonora's polygon is 0.7 % larger than INEGI's published area, the four others are within 0.1 %.
    assert mx.loc[place, "area_km2"] == pytest.approx(official, rel=layer_checks.AREA_TOLERANCE)


def test_areas_of_both_levels_are_those_of_the_full_geometry(states: dict[str, gpd.GeoDataFrame]) -> None:
    for country in ("us", "mx"):
        detail, overview = states[f"{country}_states"], states[f"{country}_states_overview"]
        assert detail["area_km2"].tolist() == overview["area_km2"].tolist()


@pytest.mark.parametrize("suffix", ["", "_overview"])
def test_the_countries_do_not_overlap_and_share_one_border(states: dict[str, gpd.GeoDataFrame], suffix: str) -> None:
    us, mx = states[f"us_states{suffix}"], states[f"mx_states{suffix}"]
    ours, theirs = us[us["place_id"].isin(BORDER_US)], mx[mx["place_id"].isin(BORDER_MX)]
    assert layer_checks.overlap_km2(ours, theirs) == 0
    # No gap: the union has no hole along the border, and the shared line is about as long as the border.
    union = shapely.union_all([*ours.geometry, *theirs.geometry])
    rings = [ring for part in shapely.get_parts(union) for ring in shapely.get_rings(part)[1:]]
    line = mesh.common_border(list(ours.geometry), list(theirs.geometry))
    assert not [ring for ring in rings if shapely.distance(ring, line) < 0.01]
    assert 2400 < mesh.length_km(line) < 3400


def test_states_are_made_of_their_counties_and_municipalities(states: dict[str, gpd.GeoDataFrame]) -> None:
    counties = read_layer(LAYERS, "us_counties")
    texas = counties[counties["state_place_id"] == "US-TX"].to_crs(BOTH_AEA).area.sum()
    whole = states["us_states"].set_index("place_id").loc[["US-TX"]].to_crs(BOTH_AEA).area.iloc[0]
    assert texas == pytest.approx(whole, rel=1e-6)


def test_every_county_lies_in_one_district_and_most_sources_are_marked() -> None:
    districts = read_layer(LAYERS, "consular_districts")
    counties = [county for row in districts["counties"] for county in row.split("|")]
    assert len(counties) == len(set(counties)) == layer_checks.EXPECTED_ROWS["us_counties"]
    assert districts["n_counties"].sum() == len(counties)
    assert "D-san-juan" not in set(districts["place_id"])
    el_paso = districts.set_index("place_id").loc["D-el-paso"]
    assert el_paso["states"] == "US-NM|US-TX"
    shares = [column for column in districts.columns if column.startswith("share_") and column != "share_approximate"]
    assert districts[shares].sum(axis=1).tolist() == pytest.approx([1.0] * len(districts), abs=1e-3)
    assert ((districts["share_approximate"] > 0) == districts["approximate"]).all()


def test_the_real_lists_give_the_published_numbers_of_counties() -> None:
    counties = read_layer(LAYERS, "us_counties_overview").drop(columns="geometry")
    quality = assign(counties, read_facts(GEODATA / "facts"))["quality"]
    assert (quality == "nearest").sum() == 551
    assert quality.isin(APPROXIMATE).sum() == 551 + 525


def test_cities_have_their_state_and_all_capitals() -> None:
    cities = read_layer(LAYERS, "cities")
    assert cities[cities["capital"]].groupby("country").size().to_dict() == {"MX": 32, "US": 51}
    tijuana = cities[cities["name"] == "Tijuana"].iloc[0]
    assert (tijuana["state_place_id"], tijuana["country"]) == ("MX-02", "MX")
    monterrey = cities[cities["name"] == "Monterrey"].iloc[0]
    assert monterrey["state_place_id"] == "MX-19"


def test_consulates_ports_and_roads_are_complete() -> None:
    assert len(read_layer(LAYERS, "consulates")) == 53
    assert len(read_layer(LAYERS, "ports_of_entry")) == 54
    roads = read_layer(LAYERS, "roads")
    assert len(roads) == 48
    assert roads["schematic"].all()


def test_a_written_layer_is_the_same_bytes_whatever_the_order_of_its_rows(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"place_id": ["b", "a"]}, geometry=gpd.points_from_xy([1, 2], [3, 4]), crs=4326)
    write_layer(frame, tmp_path / "one.parquet", "place_id")
    write_layer(frame.iloc[::-1], tmp_path / "two.parquet", "place_id")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_a_layer_in_another_projection_or_without_unique_ids_is_refused(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"place_id": ["a", "a"]}, geometry=gpd.points_from_xy([1, 2], [3, 4]), crs=4326)
    with pytest.raises(DataError, match="unique"):
        write_layer(frame, tmp_path / "x.parquet", "place_id")
    with pytest.raises(DataError, match="EPSG:4326"):
        write_layer(frame.to_crs(6372), tmp_path / "x.parquet", "place_id")
    with pytest.raises(DataError, match="corridors build"):
        read_layer(tmp_path, "nothing")


def test_checks_name_what_is_wrong() -> None:
    wrong = gpd.GeoDataFrame({"place_id": list(layer_checks.OFFICIAL_KM2), "area_km2": [1.0] * 5})
    with pytest.raises(DataError, match="official"):
        layer_checks.worst_area_share(wrong)
    with pytest.raises(DataError, match="51"):
        layer_checks.rows_expected("us_states_overview", 56)
    layer_checks.rows_expected("cities", 3)
