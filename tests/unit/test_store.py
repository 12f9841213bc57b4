import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corridors.errors import DataError
from corridors.store import Store


def test_tables_keep_codes_as_text_and_are_read_once(store: Store) -> None:
    frame = store.table("mx_population_state_year")
    assert frame["state_code"].iloc[0] == "01"
    assert store.table("mx_population_state_year") is frame
    assert store.has("trace_pairs")
    assert not store.has("population_mx_municipality")
    pairs = store.table("trace_pairs")
    assert (pairs["us_state_code"] == "").sum() == 2
    assert list(store.columns("trace_pairs", ["value", "unit"])) == ["value", "unit"]


def test_cards_and_assets(store: Store) -> None:
    assert store.card("SFL_2020").publisher.startswith("M. Siegel")
    assert store.cards() is store.cards()
    assert store.cube["version"] == 1
    assert store.web("cube").startswith("cube.")
    assert store.web_json("cube") is store.cube
    assert len(store.data_version) == 12
    assert store.state is None


@pytest.mark.parametrize(
    "ask", [lambda s: s.table("nothing"), lambda s: s.columns("nothing", []), lambda s: s.web("no")]
)
def test_what_is_not_there_says_what_to_do(store: Store, ask: object) -> None:
    with pytest.raises(DataError, match="run `corridors build`"):
        ask(store)  # type: ignore[operator]
    with pytest.raises(DataError, match=r"add geodata/cards/NOPE\.yml"):
        store.card("NOPE")


def test_an_empty_or_broken_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        _ = Store(tmp_path).manifest
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "manifest.json").write_text("{")
    with pytest.raises(DataError, match="is not JSON"):
        _ = Store(tmp_path).manifest


def test_the_version_is_that_of_the_manifest(root: Path, tmp_path: Path, store: Store) -> None:
    (tmp_path / "built").mkdir()
    path = tmp_path / "built" / "manifest.json"
    shutil.copy(root / "geodata" / "built" / "manifest.json", path)
    assert Store(tmp_path).data_version == store.data_version
    path.write_bytes(path.read_bytes() + b" ")
    assert Store(tmp_path).data_version != store.data_version


def test_threads_share_one_table(root: Path) -> None:
    fresh = Store(root / "geodata")
    with ThreadPoolExecutor(8) as pool:
        frames = list(pool.map(lambda _: fresh.table("nics_state_month"), range(16)))
    assert all(frame is frames[0] for frame in frames)
