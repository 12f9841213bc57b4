import hashlib
from pathlib import Path

import pandas as pd
import pytest

from corridors.build.derived import Derived, Layers, build_derived
from corridors.build.series import Tables
from corridors.errors import DataError
from corridors.store import Store


def _double(tables: Tables, _layers: Layers) -> pd.DataFrame:
    return tables["a"].assign(value=tables["a"]["value"] * 2)


def _quiet(_said: str) -> None:
    return None


DOUBLE = Derived("double", _double, frozenset({"a"}))


def _hash(folder: Path) -> str:
    return hashlib.sha256((folder / "built" / "derived" / "double.parquet").read_bytes()).hexdigest()


def test_a_computed_table_is_written_the_same_each_time_and_read_by_the_store(tmp_path: Path) -> None:
    tables = {"a": pd.DataFrame({"place": ["x", "y"], "value": [1.0, float("nan")]})}
    build_derived(tmp_path / "built", tables, [DOUBLE], _quiet)
    first = _hash(tmp_path)
    build_derived(tmp_path / "built", tables, [DOUBLE], _quiet)
    assert _hash(tmp_path) == first
    read = Store(tmp_path).derived("double")
    assert list(read["place"]) == ["x", "y"]
    assert read["value"].iloc[0] == 2
    assert read["value"].isna().iloc[1]


def test_an_import_makes_anew_only_what_rests_on_its_tables(tmp_path: Path) -> None:
    built = tmp_path / "built"
    build_derived(built, {"a": pd.DataFrame({"value": [1.0]})}, [DOUBLE], _quiet)
    changed = {"a": pd.DataFrame({"value": [5.0]})}
    build_derived(built, changed, [DOUBLE], _quiet, names={"b"})
    assert Store(tmp_path).derived("double")["value"].tolist() == [2]
    build_derived(built, changed, [DOUBLE], _quiet, names={"a"})
    assert Store(tmp_path).derived("double")["value"].tolist() == [10]


def test_what_is_no_longer_computed_is_removed_and_the_store_says_so(tmp_path: Path) -> None:
    build_derived(tmp_path / "built", {"a": pd.DataFrame({"value": [1.0]})}, [DOUBLE], _quiet)
    build_derived(tmp_path / "built", {}, [], _quiet)
    with pytest.raises(DataError, match="no computed table 'double'"):
        Store(tmp_path).derived("double")


def test_a_layer_that_is_not_built_is_named(tmp_path: Path) -> None:
    shapes = Derived("shapes", lambda _tables, layers: pd.DataFrame(layers("mx_states")), frozenset())
    with pytest.raises(DataError, match=r"mx_states\.parquet is missing"):
        build_derived(tmp_path / "built", {}, [shapes], _quiet)


def test_an_import_that_leaves_the_rows_used_as_they_were_makes_nothing_anew(tmp_path: Path) -> None:
    def used(tables: Tables) -> list[pd.DataFrame]:
        return [tables["a"][tables["a"]["place"] == "x"]]

    made: list[int] = []

    def make(tables: Tables, _layers: Layers) -> pd.DataFrame:
        made.append(len(tables["a"]))
        return tables["a"]

    one = Derived("some", make, frozenset({"a"}), used)
    first = pd.DataFrame({"place": ["x", "y"], "value": [1.0, 2.0], "edition_id": ["S/1", "S/1"]})
    build_derived(tmp_path / "built", {"a": first}, [one], _quiet)
    build_derived(tmp_path / "built", {"a": first.assign(value=[1.0, 9.0], edition_id="S/2")}, [one], _quiet, {"a"})
    assert len(made) == 1
    build_derived(tmp_path / "built", {"a": first.assign(value=[5.0, 9.0])}, [one], _quiet, {"a"})
    assert len(made) == 2
    build_derived(tmp_path / "built", {"a": first.assign(value=[5.0, 9.0])}, [one], _quiet)  # a whole build always does
    assert len(made) == 3
