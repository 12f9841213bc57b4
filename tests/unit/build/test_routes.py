import json
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import Point

from corridors.analysis.agreement import summary
from corridors.analysis.ants import Span, ants
from corridors.analysis.roads import LOCAL
from corridors.build.derived import Layers
from corridors.build.districts import read_list
from corridors.build.port_dial import pair_ranges, published_routes
from corridors.build.published_routes import read_waypoints, route_agreement
from corridors.build.routes import ROUTES, port_capacity, port_routes, roads, route_shapes
from corridors.errors import DataError
from corridors.store import Store

NAMES = ("highway_corridors", "ports_of_entry", "border_crossings_year", "published_routes")


@pytest.fixture
def small() -> dict[str, pd.DataFrame]:
    """A road south to a port and on, and a second port off the road, of which no count is known."""
    places = [("US-A", "US", 1, -100.0, 33.0), ("US-A", "US", 2, -100.0, 30.1), ("MX-A", "MX", 1, -100.0, 29.9),
              ("MX-A", "MX", 2, -100.0, 26.0)]  # fmt: skip
    chains = pd.DataFrame(places, columns=["corridor_id", "country", "sequence", "longitude", "latitude"])
    chains = chains.assign(geonameid=[str(number) for number in range(4)], border_poe_ids="gate")
    ports = pd.DataFrame(
        [("gate", "10", "vehicle|bus", -100.0), ("lorries", "10", "commercial", -100.1),
         ("feet", "10", "pedestrian", -100.0), ("rail", "10", "rail", -100.0),
         ("uncounted", "", "vehicle", -100.2), ("empty", "11", "vehicle", -100.0)],
        columns=["poe_id", "bts_port_code", "modes", "longitude"],
    ).assign(latitude=30.0)  # fmt: skip
    counts = pd.DataFrame(
        [(2023, "10", "Personal Vehicles", 5, 12), (2024, "10", "Personal Vehicles", 100, 12),
         (2024, "10", "Trucks", 20, 11), (2024, "10", "Pedestrians", 9_000, 12), (2024, "11", "Pedestrians", 7, 12),
         (2025, "10", "Personal Vehicles", 8, 2)],
        columns=["year", "port_code", "measure", "value", "months_in_year"],
    )  # fmt: skip
    tables = {"highway_corridors": chains, "ports_of_entry": ports, "border_crossings_year": counts}
    return tables | {"port_capacity": port_capacity(tables, nothing)}


def nothing(_name: str) -> gpd.GeoDataFrame:
    raise AssertionError("no layer is needed")


def cities(_name: str) -> gpd.GeoDataFrame:
    rows = [("US", "US-TX", 100, -100, 33), ("US", "US-TX", 300, -100, 32), ("US", "US-AK", 5, -150, 60),
            ("MX", "MX-05", 10, -100, 26)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["country", "state_place_id", "population", "lon", "lat"])
    return gpd.GeoDataFrame(frame, geometry=[Point(*at) for at in zip(frame["lon"], frame["lat"], strict=True)])


def test_the_ports_that_can_be_chosen_and_their_size(small: dict[str, pd.DataFrame]) -> None:
    found = small["port_capacity"]
    assert found.to_dict("list") == {
        "poe_id": ["gate", "lorries"], "bts_port_code": ["10", "10"], "year": [2024, 2024],
        "vehicles": [120, 120], "crossings": [2, 2],
    }  # fmt: skip


def test_km_are_the_mean_over_the_people_of_a_state(small: dict[str, pd.DataFrame]) -> None:
    found = port_routes(small, cities)
    assert found.iloc[0].tolist()[:3] == ["TX", "05", "gate"]
    # One city is a place of the road; the other takes 1.9 degrees of local road to the next; the port ends the road.
    degrees = (100 * (2.9 + 0.1) + 300 * (1.9 * LOCAL + 0.1)) / 400 + 4.0
    assert found["km"].tolist()[0] == round(111.195 * degrees)
    assert len(found) == 2


def test_lines_go_south_from_the_largest_city(small: dict[str, pd.DataFrame]) -> None:
    found = route_shapes(small, cities).set_index(["place_id", "poe_id"])["line"].map(json.loads)
    assert found["US-TX", "gate"][0] == [-100, 32]
    assert found["US-TX", "gate"][-1] == found["MX-05", "gate"][0] == [-100, 30]
    assert found["MX-05", "gate"][-1] == [-100, 26]


def test_a_state_that_no_road_reaches_is_an_error(small: dict[str, pd.DataFrame]) -> None:
    ends = small["highway_corridors"].copy()
    far = ends.iloc[[2, 3]].assign(corridor_id="MX-B", longitude=-80.0, geonameid=["8", "9"], border_poe_ids="")
    small["highway_corridors"] = pd.concat([ends, far], ignore_index=True)

    def apart(name: str) -> gpd.GeoDataFrame:
        layer = cities(name)
        layer.geometry = [
            Point(-80, 26) if country == "MX" else at for country, at in layer[["country", "geometry"]].values
        ]
        return layer

    with pytest.raises(DataError, match="no way leads"):
        port_routes(small, apart)


def test_names_that_nobody_reviewed_are_listed(small: dict[str, pd.DataFrame]) -> None:
    rows = [
        ("S", "1", 1, "Town", "US origin"),
        ("S", "1", 2, "Village", "waypoint"),
        ("L", "2", 1, "Gate", "border port"),
    ]
    small["published_routes"] = pd.DataFrame(rows, columns=["set", "corridor_id", "seq", "waypoint", "kind"])
    known = pd.DataFrame({"waypoint": ["Town"], "country": "US", "longitude": -100.0, "latitude": 33.0})
    with pytest.raises(DataError, match=r"not reviewed yet: Village$"):
        route_agreement(small, known)


@pytest.fixture(scope="module")
def shipped(store: Store, root: Path) -> tuple[dict[str, pd.DataFrame], Layers]:
    """The shipped tables with the computed ones, and the layers."""
    from corridors.build.geoparquet import read_layer  # noqa: PLC0415 - needs a geometry library

    def layers(name: str) -> gpd.GeoDataFrame:
        return read_layer(root / "geodata" / "built" / "layers", name)

    tables = {name: store.table(name) for name in NAMES}
    for one in ROUTES:
        tables[one.name] = one.make(tables, layers)
    return tables, layers


@pytest.fixture(scope="module")
def reviewed(root: Path) -> pd.DataFrame:
    return read_waypoints(root / "geodata")


def test_every_state_has_a_way_through_every_port(shipped: tuple[dict[str, pd.DataFrame], Layers]) -> None:
    tables, _ = shipped
    ports = tables["port_capacity"]["poe_id"]
    found = tables["port_routes"]
    assert len(found) == 49 * 32 * len(ports)
    assert {"san-ysidro", "otay-mesa", "laredo-world-trade"} <= set(ports)
    assert not {"pedwest", "cbx", "laredo-rail", "antelope-wells"} & set(ports)
    nearest = found.loc[found.groupby(["us_state_code", "mx_state_code"])["km"].idxmin()]
    least = nearest.set_index(["us_state_code", "mx_state_code"])["poe_id"]
    assert least["CA", "02"] == "san-ysidro"
    assert least["AZ", "26"].startswith("nogales")
    assert least["TX", "19"].startswith("laredo")
    lines = tables["route_shapes"]["line"].map(json.loads)
    assert len(lines) == (49 + 32) * len(ports)
    assert lines.map(len).between(2, 40).all()


def test_closing_a_road_adds_and_the_road_is_one_of_the_facts(
    shipped: tuple[dict[str, pd.DataFrame], Layers],
) -> None:
    tables, _ = shipped
    found = tables["road_closures"]
    assert (found["added"] > 0).all()
    assert set(found["corridor_id"]) <= set(tables["highway_corridors"]["corridor_id"])
    assert not found.duplicated(["corridor_id", "place_id", "poe_id"]).any()
    down_that_road = found[(found["corridor_id"] == "MX-15") & (found["poe_id"] == "nogales-mariposa")]
    assert (down_that_road.loc[down_that_road["place_id"] == "MX-25", "added"] > 100).tolist() == [True]


def test_reviewed_places_lie_in_the_network_where_they_are_nodes(
    shipped: tuple[dict[str, pd.DataFrame], Layers], reviewed: pd.DataFrame
) -> None:
    places = shipped[0]["highway_corridors"].drop_duplicates("geonameid").set_index("geonameid")
    both = reviewed[reviewed["geonameid"].isin(places.index)]
    there = places.loc[both["geonameid"], ["longitude", "latitude"]].to_numpy(float)
    assert len(both) > 40
    np.testing.assert_allclose(both[["longitude", "latitude"]].to_numpy(float), there, atol=1e-4)


def test_published_routes_are_placed_in_their_order(
    shipped: tuple[dict[str, pd.DataFrame], Layers], root: Path, reviewed: pd.DataFrame
) -> None:
    found = published_routes(shipped[0], read_list(root / "geodata" / "names" / "waypoints.csv"))
    routes = {route["id"]: route for route in found}
    assert len(routes) == 14
    assert not [route for route in routes if "ENTRY" in route]
    first = routes["SEDENA2025-05"]
    assert first["name"] == "Tucson, AZ – Agua Prieta, Son – Moctezuma, Son – Hermosillo, Son"
    compared = route_agreement(shipped[0], reviewed).set_index("corridor_id")
    assert set(compared.index) == set(routes)
    assert compared.loc["SEDENA2025-05", "port"] == "other"


def test_the_dial_has_the_agreement_of_all_routes(
    store: Store, shipped: tuple[dict[str, pd.DataFrame], Layers], reviewed: pd.DataFrame
) -> None:
    told = store.web_json("corridor_dial")["agreement"]
    assert told == {"near_km": 50, **summary(route_agreement(shipped[0], reviewed))}
    assert told["routes"] == 14


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_agreement_printed_in_the_methods_is_that_of_the_facts(
    shipped: tuple[dict[str, pd.DataFrame], Layers], reviewed: pd.DataFrame, root: Path, lang: str
) -> None:
    found = route_agreement(shipped[0], reviewed)
    (path,) = (root / "docs" / "methods").glob(f"*-ports-and-roads.{lang}.md")
    rows = [
        [int(number) for number in re.findall(r"\d+", cells)]
        for cells in re.findall(r"^\| SEDENA[^|]*\|(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    groups = [summary(part) for _, part in found.groupby("set")]
    assert rows == [list(one.values()) for one in groups[::-1]]


def test_networks_of_the_facts_hang_together(shipped: tuple[dict[str, pd.DataFrame], Layers]) -> None:
    found = roads(shipped[0])
    assert np.isfinite(found.us.km).all()
    assert np.isfinite(found.mx.km).all()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_ants_printed_in_the_methods_are_those_of_the_facts(
    shipped: tuple[dict[str, pd.DataFrame], Layers], store: Store, root: Path, lang: str
) -> None:
    capacity = shipped[0]["port_capacity"]
    vehicles = int(capacity.drop_duplicates("bts_port_code")["vehicles"].sum())
    (path,) = (root / "docs" / "methods").glob(f"*-ports-and-roads.{lang}.md")
    written = path.read_text(encoding="utf-8")
    found = {round(one.year.value): one for one in ants(store.table("flow_estimates"), len(capacity), vehicles)}
    for year in (212_887, 200_000):
        one = found[year]
        cells = said(one.day, 0), said(one.day_crossing, 1), said(one.vehicles_per_gun, 0)
        assert f"{' | '.join(cells)} |" in written
        assert f"| {year:,} " in written
    assert {one.crossings for one in found.values()} == {43}


def said(span: Span, digits: int) -> str:
    ends = "" if span.low is None else f" ({span.low:.{digits}f}–{span.high:.{digits}f})"
    return f"{span.value:.{digits}f}{ends}"


def test_ranges_of_ports_hold_their_shares(store: Store) -> None:
    asset = store.web_json("corridor_dial")
    origins, destinations = asset["origins"], asset["destinations"][:-1]
    gate = [port["gate"] for port in asset["ports"]]
    ranges = pair_ranges(store.derived("port_routes"), store.derived("port_capacity"), gate, origins, destinations)
    assert len(ranges) == len(asset["shares"])
    told = 0
    for listed, shares in zip(ranges, asset["shares"], strict=True):
        thousandths = np.bincount([gate[at] for at in shares[::2]], shares[1::2], minlength=max(gate) + 1)
        for at, low, high in zip(listed[::3], listed[1::3], listed[2::3], strict=True):
            assert 0 <= low <= high <= 100
            # What the asset leaves out of the tail is given to the others: up to a hundredth or two.
            assert low - 3 <= thousandths[at] / 10 <= high + 3
            told += 1
        assert set(np.flatnonzero(thousandths > 60)) <= set(listed[::3])
    assert told > len(ranges)
