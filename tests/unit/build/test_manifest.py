import json
from pathlib import Path

import pytest

from corridors.build.checks import manifest_faults
from corridors.build.manifest import build_manifest, dumps, read_manifest, web_files, write_manifest, write_web
from corridors.errors import DataError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.csv").write_text("x\n1\n")
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "cards.json").write_text("{}")
    write_web(tmp_path / "built", "cube", {"a": 1})
    write_manifest(tmp_path / "built", build_manifest(tmp_path, tmp_path / "built", [{"layer": "x"}], []))
    return tmp_path


def test_json_is_compact_and_refuses_what_is_not_json() -> None:
    assert dumps({"a": [1, None, "é"]}) == '{"a":[1,null,"é"]}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        dumps(float("nan"))


def test_a_new_asset_replaces_the_older_one(folder: Path) -> None:
    out = folder / "built"
    old = web_files(out)["cube"]
    write_web(out, "cube_of_another_kind", 1)
    new = write_web(out, "cube", {"a": 2})
    assert new != old
    assert {path.name for path in (out / "web").glob("cube.*")} == {new}
    assert len(web_files(out)) == 2
    assert not list(out.rglob("*.part"))


def test_what_was_built_has_no_fault(folder: Path) -> None:
    manifest = read_manifest(folder / "built")
    assert manifest_faults(folder, manifest) == []
    assert manifest["layers"] == [{"layer": "x"}]


@pytest.mark.parametrize(
    ("name", "said"),
    [("facts/a.csv", "facts/a.csv has changed"), ("built/cards.json", "cards.json has changed")],
)
def test_a_changed_byte_is_a_fault(folder: Path, name: str, said: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes().replace(b"1", b"2").replace(b"{}", b"{ }"))
    assert manifest_faults(folder, read_manifest(folder / "built")) == [f"{said}: run `corridors build`"]


def test_a_file_missing_or_added_is_a_fault(folder: Path) -> None:
    manifest = read_manifest(folder / "built")
    (folder / "facts" / "a.csv").rename(folder / "facts" / "b.csv")
    write_web(folder / "built", "more", 1)
    said = " ".join(manifest_faults(folder, manifest))
    for part in ("facts/a.csv is missing", "facts/b.csv is not in the manifest", "the browser assets are not those"):
        assert part in said


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"x"', '"y"'),
        lambda text: text.replace("\n", "\n ", 1),
        lambda text: text[:-20],
        lambda text: "[]",
        lambda text: json.dumps({k: v for k, v in json.loads(text).items() if k != "seal"}),
    ],
)
def test_a_changed_manifest_is_refused(folder: Path, change: object) -> None:
    path = folder / "built" / "manifest.json"
    path.write_text(change(path.read_text()))  # type: ignore[operator]
    with pytest.raises(DataError, match="run `corridors build`"):
        read_manifest(folder / "built")


def test_no_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is not there"):
        read_manifest(tmp_path)
