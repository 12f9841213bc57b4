import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from corridors.build import run as module
from corridors.build.manifest import read_manifest
from corridors.errors import DataError
from corridors.store import Store


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Geometry is another's work (and slow): two modules that stand for it; the cube is tested on its own."""
    geography, web = ModuleType("corridors.build.geography"), ModuleType("corridors.build.web_layers")
    geography.build_layers = lambda geodata, out, progress: [{"layer": "us_states", "rows": 51}]  # type: ignore[attr-defined]
    web.web_layers = lambda geodata, out, flows: {"us_states": {"features": []}}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "corridors.build.geography", geography)
    monkeypatch.setitem(sys.modules, "corridors.build.web_layers", web)
    cube: dict[str, Any] = {"measures": {}}
    monkeypatch.setattr(module, "build_cube", lambda tables, progress, earlier: {"cube": cube, "municipal": {}})
    monkeypatch.setattr(module, "data_findings", lambda tables: [])
    monkeypatch.setattr(module, "flows", lambda tables: {})
    monkeypatch.setattr(module, "DERIVED", ())


@pytest.mark.usefixtures("quick")
def test_a_whole_build_then_a_part_keeps_the_rest(copy: Callable[..., Path]) -> None:
    folder = copy()
    said: list[str] = []
    first = module.build(folder, progress=said.append)
    assert set(first["web"]) == {"cube", "municipal", "us_states"}
    assert said[-1].startswith("manifest: ")
    before = (folder / "built" / "manifest.json").read_bytes()
    for only in (None, "tables", "web", "layers"):
        module.build(folder, only)
        assert (folder / "built" / "manifest.json").read_bytes() == before, only
    store = Store(folder)
    assert store.card("ATF_SR").redistribute == "yes"
    assert read_manifest(folder / "built")["layers"] == [{"layer": "us_states", "rows": 51}]


def test_a_total_that_does_not_hold_stops_the_build(copy: Callable[..., Path]) -> None:
    folder = copy()
    path = folder / "facts" / "trace_pairs.csv"
    path.write_text(path.read_text().replace("1618", "1619"))
    with pytest.raises(DataError, match="total pairs: five pairs: 5,631 is not 5,630"):
        module.build(folder, "tables")
    assert not (folder / "built" / "manifest.json").exists()
