"""Changing a story: each change gives a new story and its faults; what is kept is whole, and shipped stories stay."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.errors import StoryError
from corridors.model.story import FORMS, parse
from corridors.store import Store
from corridors.story import editing, keeping
from corridors.story.drafts import Draft, draft_of, files
from corridors.story.editing import Edited
from corridors.story.library import read, stories
from corridors.story.tellable import checked, said
from corridors.text import AREAS
from tools.serving import ROOT

WORDS = {
    "title_en": "Ten minutes",
    "title_es": "Diez minutos",
    "for_en": "A council",
    "for_es": "Un cabildo",
    "lens": False,
}
SCENE: dict[str, Any] = {
    "show": "map-us",
    "view": "us=traced_to_mexico&y=2020",
    "title_en": "First sold in 2020",
    "title_es": "Vendidas por primera vez en 2020",
    "seconds": 60,
    "citations": ["NFCTA_IV"],
}
NOTES = {"en": "Say the base.", "es": "Diga la base."}
DAY = "2026-11-24"
KINDS = ("add", "move", "remove", "change", "form")


@pytest.fixture
def mine(root: Path, tmp_path: Path) -> Store:
    """The shipped data with a state folder of its own."""
    return Store(root / "geodata", tmp_path)


def three() -> Draft:
    """A story of two scenes and its closing."""
    found = editing.new("mine", WORDS, DAY)
    for title in ("One map", "Another map"):
        found = editing.add(found.draft, {**SCENE, "title_en": title}, NOTES)
    assert found.faults == ()
    return found.draft


def changed(draft: Draft, kind: str, n: int) -> Draft:
    """One change of some kind, at some scene."""
    if kind == "add":
        return editing.add(draft, {**SCENE, "title_en": f"Map {n}"}, NOTES, at=n % (len(draft.ids) + 1)).draft
    if kind == "form":
        return editing.appoint(draft, FORMS[n % 3], draft.ids[n % 2 :: 2]).draft
    if not draft.ids:
        return draft
    one = draft.ids[n % len(draft.ids)]
    if kind == "move":
        return editing.move(draft, one, n).draft
    if kind == "remove":
        return editing.remove(draft, one).draft
    return editing.change(draft, one, {"seconds": n}, {"en": f"Said {n}"}).draft


def codes(found: Edited) -> list[tuple[str, str, str]]:
    return [(fault.scene, fault.field, fault.code) for fault in found.faults]


def test_a_new_story_ends_as_every_story_must_and_can_be_told() -> None:
    found = editing.new("mine", WORDS, DAY)
    assert found.faults == ()
    written = {name: data.decode() for name, data in files(found.draft).items()}
    assert [scene["part"] for scene in found.draft.scenes] == ["own", "request", "offer"]
    assert all("## own" in written[name] for name in ("notes.en.md", "notes.es.md"))


def test_a_scene_goes_before_the_closing_and_gets_an_id_of_its_title() -> None:
    draft = three()
    assert draft.ids == ("one-map", "another-map", "own", "request", "offer")
    again = editing.add(draft, {**SCENE, "title_en": "¿One  map?"}, NOTES, at=0, forms=[15]).draft
    assert again.ids[0] == "one-map-2"
    assert [again.form(minutes)[0] for minutes in FORMS] == ["one-map", "one-map", "one-map-2"]


def test_moving_keeps_every_scene_and_says_what_no_longer_ends_well() -> None:
    draft = three()
    moved = editing.move(draft, "another-map", 0)
    assert moved.draft.ids == ("another-map", "one-map", "own", "request", "offer")
    assert moved.faults == ()
    spoilt = editing.move(draft, "offer", 0)
    assert codes(spoilt) == [("", "forms", "form_end")] * 3
    assert "Mexico’s own part" in said(spoilt.faults[0], "en")
    assert editing.move(spoilt.draft, "offer", 99).draft == draft


def test_removing_and_adding_again_is_no_change() -> None:
    draft = editing.appoint(three(), 3, ["one-map", "own", "request", "offer"]).draft
    gone = editing.remove(draft, "one-map")
    assert gone.faults == ()
    assert "one-map" not in str(gone.draft)
    forms = [minutes for minutes in FORMS if "one-map" in draft.form(minutes)]
    notes = {lang: draft.notes[lang]["one-map"] for lang in ("en", "es")}
    back = editing.add(gone.draft, draft.scenes[0], notes, at=0, forms=forms).draft
    assert (back.scenes, back.notes) == (draft.scenes, draft.notes)
    assert [back.form(minutes) for minutes in FORMS] == [draft.form(minutes) for minutes in FORMS]


@pytest.mark.parametrize(
    ("fields", "notes", "wrong"),
    [
        ({"title_es": " "}, {}, ("one-map", "title_es", "empty")),
        ({"text_en": "Only one language."}, {}, ("one-map", "text_es", "both")),
        ({"text_en": "One. Two.", "text_es": "Uno."}, {}, ("one-map", "text_en", "sentence")),
        ({"citations": []}, {}, ("one-map", "citations", "citations")),
        ({"seconds": 4}, {}, ("one-map", "seconds", "seconds")),
        ({"view": "us=nothing"}, {}, ("one-map", "view", "view")),
        ({"view": "split=people"}, {}, ("one-map", "view", "view_split")),
        ({"view": "asof=2026-10-31"}, {}, ("one-map", "view", "view_day")),
        ({"show": "lens:headline"}, {}, ("one-map", "show", "lens")),
        ({"title_en": "Sold in {place}"}, {}, ("one-map", "title_en", "unfilled")),
        ({"title_en": "{a.__class__}", "figures": {}}, {}, ("one-map", "title_en", "unfilled")),
        ({"title_en": "Supplied by Texas"}, {}, ("one-map", "title_en", "word")),
        ({"title_en": "x" * 301}, {}, ("one-map", "title_en", "long")),
        ({"title_en": "a\x00b"}, {}, ("one-map", "title_en", "unseen")),
        ({"figures": {"n": {"table": "nothing", "where": {}}}}, {}, ("one-map", "figures", "figures")),
        ({}, {"es": ""}, ("one-map", "notes_es", "notes")),
        ({}, {"en": "Say\n## nowhere\nthis"}, ("", "notes_en", "notes_strange")),
    ],
)
def test_every_fault_names_its_scene_and_its_field_in_both_languages(
    fields: dict[str, Any], notes: dict[str, str], wrong: tuple[str, str, str]
) -> None:
    found = editing.change(three(), "one-map", fields, notes)
    assert wrong in codes(found)
    for fault in found.faults:
        assert said(fault, "en") != said(fault, "es")
        assert fault.scene in str(fault)


def test_all_faults_are_said_at_once() -> None:
    found = editing.change(three(), "one-map", {"seconds": 1, "citations": [], "text_en": "x"}, {})
    assert len({field for _, field, _ in codes(found)}) == 3


def test_what_this_instance_does_not_have_is_a_fault_too(store: Store) -> None:
    lacking = {"citations": ["NONE"], "claims": ["paper-0"], "message": "other", "show": "chart:totals"}
    found = editing.change(three(), "one-map", lacking, {})
    assert found.faults == ()
    assert [(fault.field, fault.code) for fault in checked(found, store)] == [
        ("message", "message"), ("show", "chart"), ("citations", "card"), ("claims", "claim"),
    ]  # fmt: skip


def test_every_code_of_a_fault_has_its_words() -> None:
    source = "".join(
        (ROOT / "src/corridors" / name).read_text("utf-8") for name in ("model/story_faults.py", "story/tellable.py")
    )
    known = {key.removeprefix("story.fault.") for key in AREAS["story"] if key.startswith("story.fault.")}
    assert {code for code in known if f'"{code}"' in source} == known


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["add", "move", "remove", "change", "form"]), st.integers(0, 9)), max_size=12)
)
def test_any_changes_leave_a_story_whose_files_say_the_same(changes: list[tuple[str, int]]) -> None:
    draft = three()
    for kind, n in changes:
        draft = changed(draft, kind, n)
        assert len(set(draft.ids)) == len(draft.ids)
        assert all(set(told) == set(draft.ids) for told in draft.notes.values())
        assert all(set(draft.form(minutes)) <= set(draft.ids) for minutes in FORMS)
        assert draft_of("mine", files(draft)) == draft
        written = {name: data.decode() for name, data in files(draft).items()}
        if not editing.edited(draft).faults:
            parse("mine", draft.fields, {"en": written["notes.en.md"], "es": written["notes.es.md"]})


@pytest.mark.parametrize("id", ["iron-river", "side-by-side", "your-district"])
def test_a_shipped_story_is_copied_and_never_changed(mine: Store, id: str) -> None:
    draft, digest = keeping.draft(mine, id)
    with pytest.raises(StoryError, match="never changed"):
        keeping.change(mine, editing.reword(draft, {"title_en": "Ours"}), digest)
    with pytest.raises(StoryError, match="stays"):
        keeping.delete(mine, id, digest)
    copied = editing.copy(draft, editing.free(id, keeping.ids(mine)))
    assert copied.draft.id == f"{id}-2"
    keeping.create(mine, copied)
    assert [one.id for one in stories(mine)][-1] == f"{id}-2"
    told, source = read(mine.state / "stories" / f"{id}-2"), read(mine.shipped / "stories" / id)  # type: ignore[operator]
    assert (told.scenes, told.forms) == (source.scenes, source.forms)
    assert keeping.shipped(mine, id)
    assert not keeping.shipped(mine, "../stories")


def test_a_change_is_written_whole_or_not_at_all(mine: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keeping.create(mine, Edited(three(), ()))
    folder = mine.state / "stories"  # type: ignore[operator]
    before = {path.name: path.read_bytes() for path in (folder / "mine").iterdir()}
    with pytest.raises(keeping.Refused) as refused:
        keeping.change(mine, editing.remove(three(), "offer"), first)
    assert {fault.code for fault in refused.value.faults} == {"form_end"}
    with pytest.raises(keeping.Changed):
        keeping.change(mine, editing.move(three(), "one-map", 1), "0" * 64)

    def full(path: Path, data: bytes, *, flush: bool = False) -> None:
        if path.name == "notes.es.md":
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    with monkeypatch.context() as broken:
        broken.setattr(keeping, "write", full)
        with pytest.raises(OSError, match="No space"):
            keeping.change(mine, editing.move(three(), "one-map", 1), first)
    assert {path.name: path.read_bytes() for path in (folder / "mine").iterdir()} == before
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "mine"]
    second = keeping.change(mine, editing.move(three(), "one-map", 1), first)
    assert keeping.draft(mine, "mine") == (editing.move(three(), "one-map", 1).draft, second)
    keeping.delete(mine, "mine", second)
    assert [path.name for path in folder.iterdir()] == [".lock"]


def test_an_interrupted_writer_leaves_the_old_story(mine: Store) -> None:
    digest = keeping.create(mine, Edited(three(), ()))
    folder = mine.state / "stories"  # type: ignore[operator]
    shutil.copytree(folder / "mine", folder / ".mine.new")
    (folder / "mine").rename(folder / ".mine.old")
    keeping.create(mine, editing.copy(three(), "other"))
    assert keeping.draft(mine, "mine")[1] == digest
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "mine", "other"]


def test_what_a_person_keeps_beside_a_story_stays(mine: Store) -> None:
    digest = keeping.create(mine, Edited(three(), ()))
    beside = mine.state / "stories" / "mine" / "ideas.txt"  # type: ignore[operator]
    beside.write_text("later", "utf-8")
    keeping.change(mine, editing.move(three(), "one-map", 1), digest)
    assert beside.read_text("utf-8") == "later"


def test_a_spoilt_story_of_a_person_can_be_mended_in_steps(mine: Store) -> None:
    keeping.create(mine, Edited(three(), ()))
    path = mine.state / "stories" / "mine" / "story.yml"  # type: ignore[operator]
    spoilt = path.read_text("utf-8").replace("seconds: 60", "seconds: 600").replace("- NFCTA_IV", "- NONE")
    path.write_text(spoilt, "utf-8")
    draft, digest = keeping.draft(mine, "mine")
    mended = editing.change(draft, "one-map", {"seconds": 60}, {})
    assert len(mended.faults) == 1
    digest = keeping.change(mine, mended, digest)
    with pytest.raises(keeping.Refused):
        keeping.change(mine, editing.change(mended.draft, "one-map", {"title_en": ""}, {}), digest)
