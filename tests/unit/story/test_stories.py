"""Stories as data: what ships can be told in both languages; what is wrong names the scene and the field."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from corridors.answers.ledger import by_id
from corridors.errors import StoryError
from corridors.model.diplomacy import refused
from corridors.model.story import CLOSING, FORMS, parse
from corridors.store import Store
from corridors.story.deck import Deck, deck
from corridors.story.library import faults, read, stories, story
from corridors.story.pack import LARGEST, pack, unpack
from corridors.story.practice import ASKED

SHIPPED = ("iron-river", "side-by-side", "your-district")
OFFICES = {"your-district": "D-nogales"}
DENIED = ("contradicted", "overstated", "slip")


@pytest.fixture(scope="module")
def decks(root: Path) -> dict[tuple[str, str], Deck]:
    """Every shipped story for both readers."""
    store = Store(root / "geodata")
    return {
        (id, reader): deck(story(store, id), store, office=OFFICES.get(id, ""), reader=reader)
        for id in SHIPPED
        for reader in ("audience", "speaker")
    }


@pytest.fixture
def found(root: Path) -> Callable[[], tuple[Any, dict[str, str]]]:
    """The parts of a sound story, afresh, to be spoilt by a test."""
    folder = root / "geodata" / "stories" / "iron-river"

    def parts() -> tuple[Any, dict[str, str]]:
        notes = {lang: (folder / f"notes.{lang}.md").read_text("utf-8") for lang in ("en", "es")}
        return yaml.safe_load((folder / "story.yml").read_text("utf-8")), notes

    return parts


def test_three_stories_ship_and_each_can_be_told(store: Store) -> None:
    assert [one.id for one in stories(store)] == list(SHIPPED)
    assert faults(store) == ()


@pytest.mark.parametrize("id", SHIPPED)
@pytest.mark.parametrize("minutes", FORMS)
def test_every_form_ends_with_mexicos_part_one_request_and_one_offer(store: Store, id: str, minutes: int) -> None:
    scenes = story(store, id).form(minutes)
    assert tuple(scene.part for scene in scenes[-3:]) == CLOSING
    told = deck(story(store, id), store, office=OFFICES.get(id, ""), minutes=minutes)
    assert sum(scene["seconds"] for scene in told["scenes"]) <= minutes * 60
    assert told["scenes"][0]["kind"].startswith("map"), "the first scene is a map"


@pytest.mark.parametrize("id", SHIPPED)
def test_every_scene_is_whole_in_both_languages(decks: dict[tuple[str, str], Deck], id: str) -> None:
    for scene in decks[id, "speaker"]["scenes"]:
        for lang in ("en", "es"):
            assert scene["title"][lang], (id, scene["id"], lang)
            said = scene["title"][lang] + scene["text"][lang]
            assert "{" not in said, (id, scene["id"], said)
            assert scene["notes"][lang].startswith("<blockquote>" if scene["kind"] == "message" else "<p>")
            assert scene["source"][lang] or scene["part"] in ("request", "offer"), (id, scene["id"])
            shown = decks[id, "speaker"]["pictures"][scene["picture"][lang]]
            assert shown or scene["kind"] == "words" or scene["part"], (id, scene["id"])
        assert scene["title"]["en"] != scene["title"]["es"]


@pytest.mark.parametrize("id", SHIPPED)
def test_a_figure_on_the_stage_has_its_base(decks: dict[tuple[str, str], Deck], id: str) -> None:
    for scene in decks[id, "audience"]["scenes"]:
        if scene["kind"] in ("chart", "map-us", "map-mx", "map-both", "corridors-district", "lens", "table"):
            assert all(scene["base"].values()), (id, scene["id"])


@pytest.mark.parametrize("id", SHIPPED)
def test_a_story_is_true_to_the_ledger(store: Store, id: str) -> None:
    ledger = by_id(store)
    for scene in story(store, id).scenes:
        for claim in scene.claims:
            denied = ledger[claim].verdict in DENIED
            assert not denied or scene.id == "no-longer", (id, scene.id, claim, ledger[claim].verdict)


@pytest.mark.parametrize("id", SHIPPED)
def test_a_story_says_nothing_that_diplomacy_forbids(decks: dict[tuple[str, str], Deck], id: str) -> None:
    found = decks[id, "speaker"]
    for scene in found["scenes"]:
        for part in ("title", "text", "notes"):
            for said in scene[part].values():
                assert refused(re.sub(r"<[^>]+>", " ", said)) == "", (id, scene["id"], said)


def test_an_audience_holds_no_note_and_no_answer(decks: dict[tuple[str, str], Deck], root: Path) -> None:
    for id in SHIPPED:
        bytes_of = pack(decks[id, "audience"])
        told = read(root / "geodata" / "stories" / id)
        for scene in told.scenes:
            for notes in scene.notes.values():
                for sentence in re.split(r"(?<=[.:?])\s+", notes):
                    if len(sentence) > 30:
                        assert sentence.encode() not in bytes_of, (id, scene.id, sentence)
        assert decks[id, "audience"]["answers"] == []
        assert b'"notes":{' not in bytes_of.replace(b'"notes":"', b"")
        assert len(decks[id, "speaker"]["answers"]) == ASKED, id


def test_a_pack_is_small_whole_and_noticed_when_changed(decks: dict[tuple[str, str], Deck]) -> None:
    for key, made in decks.items():
        content = pack(made)
        assert len(content) < LARGEST, key
        assert unpack(content) == {name: value for name, value in made.items() if name != "digest"}
        assert b"http" + b"://" not in content.replace(b"http://www.w3.org/2000/svg", b""), key
    spoilt = content.replace(b'"product":"corridors"', b'"product":"corridorz"')
    with pytest.raises(StoryError, match="was changed after it was made"):
        unpack(spoilt)
    with pytest.raises(StoryError, match="holds no deck"):
        unpack(b"<html></html>")


def test_the_same_deck_is_made_twice_alike(store: Store) -> None:
    one = deck(story(store, "side-by-side"), store, minutes=3)
    other = deck(story(Store(store.root), "side-by-side"), Store(store.root), minutes=3)
    assert json.dumps(one) == json.dumps(other)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda one, notes: one["scenes"][0].pop("seconds"), "scene opening, seconds: is missing"),
        (lambda one, notes: one["scenes"][0].update(seconds="60"), "scene opening, seconds: must be a whole number"),
        (lambda one, notes: one["scenes"][0].update(view="us=nothing"), "scene opening, view: us: 'nothing'"),
        (lambda one, notes: one["scenes"][0].update(show="map-moon"), "scene opening, show: 'map-moon'"),
        (lambda one, notes: one["scenes"][1].update(text_en="One. Two."), "scene two-rights, text_en: at most one"),
        (lambda one, notes: one["scenes"][1].update(text_es=""), "scene two-rights, text_en and text_es"),
        (lambda one, notes: one["scenes"][2].update(citations=[]), "scene ladder, citations: name the source"),
        (lambda one, notes: one["scenes"][2].update(colour="red"), "scene ladder, colour: is no field here"),
        (lambda one, notes: one["scenes"][2].update(title_en="Supplied by Texas"), "'Supplied by' has no place"),
        (lambda one, notes: one["scenes"].pop(), "notes.en.md: offer is no scene of the story"),
        (lambda one, notes: one["forms"].update({3: ["opening", "own", "request"]}), "must end with Mexico's own part"),
        (lambda one, notes: one["forms"].pop(7), "give the scenes of 3, 7, 15 minutes"),
        (lambda one, notes: one.update(leaves={"harm": "why"}), "mine, leaves, harm: say why, in en and es"),
        (lambda one, notes: one.update(leaves={"harm": {"en": "x", "es": " "}}), "mine, leaves, harm: is empty"),
        (lambda one, notes: notes.update(es="# nothing"), "notes.es.md: write a section"),
        (lambda one, notes: notes.update(en=notes["en"] + "\n## nowhere\n\nx\n"), "notes.en.md: nowhere is no scene"),
    ],
)
def test_what_is_wrong_names_the_scene_and_the_field(
    found: Callable[[], tuple[Any, dict[str, str]]], spoil: Callable[[Any, dict[str, str]], object], said: str
) -> None:
    one, notes = found()
    spoil(one, notes)
    with pytest.raises(StoryError, match=re.escape(said)):
        parse("mine", one, notes)


def test_a_story_of_the_state_is_told_and_a_spoilt_one_named(root: Path, tmp_path: Path) -> None:
    source = root / "geodata" / "stories" / "side-by-side"
    for name in ("mine", "broken"):
        folder = tmp_path / "stories" / name
        folder.mkdir(parents=True)
        for file in source.iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
    (tmp_path / "stories" / "broken" / "story.yml").write_text("title_en: [", "utf-8")
    store = Store(root / "geodata", tmp_path)
    assert [one.id for one in stories(store)] == [*SHIPPED, "mine"]
    assert len(faults(store)) == 1
    assert faults(store)[0].startswith("broken, story.yml: is not YAML")


def test_a_story_by_consulate_asks_for_one(store: Store) -> None:
    with pytest.raises(StoryError, match="told by a consulate"):
        deck(story(store, "your-district"), store)
    with pytest.raises(StoryError, match="there is no story"):
        story(store, "nothing")


def test_a_story_is_read_again_only_when_a_file_of_it_changes(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "iron-river"
    shutil.copytree(root / "geodata" / "stories" / "iron-river", folder)
    first = read(folder)
    assert read(folder) is first
    notes = folder / "notes.en.md"
    notes.write_text(notes.read_text("utf-8").replace("## offer\n", "## offer\nAnother word. "), "utf-8")
    again = read(folder)
    assert again.scenes[-1].notes["en"].startswith("Another word.")
    (folder / "story.yml").unlink()
    with pytest.raises(StoryError, match=r"story\.yml: cannot be read"):
        read(folder)


def test_an_abbreviation_does_not_end_a_sentence(found: Callable[[], tuple[Any, dict[str, str]]]) -> None:
    one, notes = found()
    one["scenes"][1].update(text_es="Dos derechos en EE. UU. Y en México.", text_en="Two rights.")
    assert parse("mine", one, notes).scenes[1].text_es.endswith("México.")
