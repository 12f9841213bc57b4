from pathlib import Path

import pytest

from corridors.web.assets import Assets, is_hashed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {
        "css/10-b.css": "/* words */ b {}",
        "css/00-a.css": "a {}",
        "js/10-b.js": "b()",
        "js/00-a.js": "a()",
        "js/20-c.js": "c()",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    return tmp_path


def test_files_are_joined_in_the_order_of_their_names(folder: Path) -> None:
    assets = Assets(folder)
    assert assets.joined("style").body.load() == b"a {} b {}"
    assert assets.joined("head").body.load() == b"a()"
    assert assets.joined("main").body.load() == b"b()\n;\nc()"


def test_the_name_follows_the_content_and_nothing_else(folder: Path) -> None:
    before = Assets(folder).joined("style").name
    (folder / "css" / "10-b.css").touch()
    assert Assets(folder).joined("style").name == before
    (folder / "css" / "10-b.css").write_text("b { color: red }")
    assert Assets(folder).joined("style").name != before


def test_a_changed_file_is_seen_by_a_running_server(folder: Path) -> None:
    assets = Assets(folder)
    before = assets.joined("main").name
    (folder / "js" / "20-c.js").write_text("other()")
    assert assets.joined("main").name != before
    body, current = assets.find(before)
    assert not current
    assert b"other()" in body.load()


@pytest.mark.parametrize("name", ["", "other.123.css", "style.123.js", "style", "../css/00-a.css"])
def test_other_names_are_unknown(folder: Path, name: str) -> None:
    with pytest.raises(KeyError):
        Assets(folder).find(name)


@pytest.mark.parametrize(
    ("name", "hashed"), [("a.5f0acae7.woff2", True), ("a.woff2", False), ("a.5f0.js", False), ("5f0acae7.css", False)]
)
def test_a_name_with_a_hash(name: str, hashed: bool) -> None:
    assert is_hashed(name) is hashed


def test_the_scripts_of_the_product_are_strict_and_separate(root: Path) -> None:
    for path in (root / "assets" / "js").glob("*.js"):
        text = path.read_text("utf-8")
        assert '"use strict";' in text, path.name
        assert "(function () {" in text or "(() => {" in text, path.name
