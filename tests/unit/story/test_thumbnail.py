"""Scenes as small slides: each its own picture, in the language asked for, and quick."""

import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from corridors.errors import StoryError
from corridors.store import Store
from corridors.story.library import story
from corridors.story.thumbnail import thumbnail

SHIPPED = {"iron-river": "", "side-by-side": "", "your-district": "D-nogales"}
TEXT = "{http://www.w3.org/2000/svg}text"


def words(drawn: str) -> str:
    return " ".join("".join(one.itertext()) for one in ElementTree.fromstring(drawn).iter(TEXT))


@pytest.mark.parametrize("id", SHIPPED)
def test_every_scene_has_a_picture_of_its_own(store: Store, id: str) -> None:
    made = {}
    for lang in ("en", "es"):
        for scene in story(store, id).scenes:
            made[scene.id, lang] = thumbnail(store, id, scene.id, lang, SHIPPED[id])
            assert "{" not in words(made[scene.id, lang]), scene.id
    assert len(set(made.values())) == len(made)
    assert max(map(len, made.values())) < 100_000


def test_it_shows_what_the_stage_shows(store: Store) -> None:
    assert "50,409" in words(thumbnail(store, "iron-river", "ladder", "en"))
    assert "ESTIMACIÓN, no son datos de la ATF" in words(thumbnail(store, "iron-river", "whole", "es"))
    assert "Armas rastreadas" in words(thumbnail(store, "your-district", "numbers", "es", "D-dallas"))
    assert "Permit to buy" in words(thumbnail(store, "side-by-side", "provisions", "en"))


def test_a_story_of_twelve_scenes_is_drawn_in_150_ms(store: Store) -> None:
    scenes = [scene.id for scene in story(store, "iron-river").scenes][:12]

    def seconds() -> float:
        start = time.process_time()
        for scene in scenes:
            thumbnail(store, "iron-river", scene, "en")
        return time.process_time() - start

    seconds()
    assert min(seconds() for _ in range(5)) < 0.15


def test_what_cannot_be_told_shows_its_title(store: Store, tmp_path: Path) -> None:
    assert words(thumbnail(store, "your-district", "numbers", "en")).startswith("What is published for this district")
    folder = tmp_path / "stories" / "broken"
    folder.mkdir(parents=True)
    for path in (store.root / "stories" / "side-by-side").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    fields = yaml.safe_load((folder / "story.yml").read_text("utf-8"))
    fields["scenes"][0]["seconds"] = 0
    (folder / "story.yml").write_text(yaml.safe_dump(fields, allow_unicode=True), "utf-8")
    mine = Store(store.root, tmp_path)
    assert (
        words(thumbnail(mine, "broken", "counts", "en")) == "The same guns, counted: Texas first, because it is large"
    )
    with pytest.raises(StoryError, match="no scene"):
        thumbnail(mine, "broken", "none", "en")
    with pytest.raises(StoryError, match="there is no story"):
        thumbnail(mine, "none", "none", "en")
