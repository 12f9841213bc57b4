from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridors.build import cube as module
from corridors.build.checks import read_tables
from corridors.build.cube import build_cube, measures, places
from corridors.build.flows import flows
from corridors.errors import DataError


@pytest.fixture(scope="module")
def tables(root: Path) -> dict[str, pd.DataFrame]:
    return read_tables(root / "geodata" / "built")


@pytest.fixture(scope="module")
def assets(tables: dict[str, pd.DataFrame]) -> dict[str, Any]:
    return build_cube(tables, lambda _: None)


def test_it_is_the_cube_that_ships(assets: dict[str, Any], root: Path) -> None:
    from corridors.build.manifest import dumps  # noqa: PLC0415

    for name, value in assets.items():
        (shipped,) = (root / "geodata" / "built" / "web").glob(f"{name}.*.json")
        assert dumps(value) == shipped.read_bytes()


def test_municipal_rates_appear_when_people_are_imported(tables: dict[str, pd.DataFrame]) -> None:
    ids = {"municipal_homicide_rate", "municipal_homicide_rate_eb"}
    assert not ids & {measure.id for measure in measures(tables)}
    towns = tables["mx_homicides_municipality_year"]["municipality_code"].unique()
    people = pd.DataFrame([(2015, town, 20_000 + n) for n, town in enumerate(towns)])
    people.columns = pd.Index(["year", "municipality_code", "population"])
    imported = build_cube({**tables, "population_mx_municipality": people}, lambda _: None)
    raw, smooth = (imported["cube"]["measures"][id] for id in sorted(ids))
    assert (raw["kind"], smooth["kind"], smooth["scale"]) == ("derived", "modelled", 1)
    assert smooth["latest_only"]
    assert "latest_only" not in raw
    assert raw["national"] is None  # deaths in a municipality that is not known are in no sum of municipalities
    grids = imported["municipal"]["measures"]
    assert grids["municipal_homicide_rate_eb"]["den"] is None
    assert grids["municipal_homicide_rate"]["periods"] == [[2015, 2015]]
    assert all(smooth["classes"][scheme] for scheme in ("quantile", "equal", "jenks", "fixed"))


def test_flows_add_up_or_are_refused(tables: dict[str, pd.DataFrame]) -> None:
    assert flows(tables)["unknown_recovery"] == 489
    wrong = tables["trace_pairs"].assign(value=tables["trace_pairs"]["value"] + 1)
    with pytest.raises(DataError, match="do not add up"):
        flows({**tables, "trace_pairs": wrong})
    twice = pd.concat([tables["trace_totals"]] * 2)
    with pytest.raises(DataError, match="2 rows of traced_to_us_purchaser"):
        flows({**tables, "trace_totals": twice})


def test_a_missing_state_is_refused(tables: dict[str, pd.DataFrame]) -> None:
    people = tables["us_population_state_year"]
    with pytest.raises(DataError, match="50 US and 32 Mexican"):
        places({**tables, "us_population_state_year": people[people["state_code"] != "TX"]})


def test_a_state_without_a_name_is_refused(tables: dict[str, pd.DataFrame], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "has", lambda key: key != "place.US-TX")
    with pytest.raises(DataError, match=r"add place\.US-TX"):
        build_cube(tables, lambda _: None)
