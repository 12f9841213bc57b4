"""A rehearsal names scene, finding and mend; practice asks twelve questions; decks are compared."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from corridors.answers.sayings import sayings
from corridors.errors import StoryError
from corridors.model.palettes import RAMPS
from corridors.model.story import SCENE, SCENE_MAY, STORY, STORY_MAY, Story, parse
from corridors.model.view import decode
from corridors.store import Store
from corridors.story import bars, stage
from corridors.story.bars import STAGED
from corridors.story.consistency import compare, packs_in
from corridors.story.deck import deck
from corridors.story.library import story
from corridors.story.pack import pack
from corridors.story.practice import ASKED, practice
from corridors.story.rehearsal import LEVELS, Room, rehearse
from corridors.story.seeing import (
    APART,
    BLINDNESS,
    CAPITALS,
    READABLE,
    USABLE,
    apart,
    arcmin,
    contrast,
    lightness,
    nearest,
)

OFFICES = {"iron-river": "", "side-by-side": "", "your-district": "D-nogales"}
NEAR = Room(distance=3, screen=3)
FAR = Room(distance=12, screen=2)
WORD = stage.WORD / 100


@pytest.fixture
def spoilt(store: Store) -> Callable[..., Story]:
    """The iron river with the fields of one scene changed."""

    def made(id: str, **fields: object) -> Story:
        whole = story(store, "iron-river")
        scenes = tuple(replace(one, **fields) if one.id == id else one for one in whole.scenes)  # type: ignore[arg-type]
        return replace(whole, scenes=scenes)

    return made


def kinds(store: Store, found: Story, room: Room = NEAR) -> set[tuple[str, str, str]]:
    return {(one.scene, one.kind, one.level) for one in rehearse(found, store, room, "en").findings}


def test_the_sizes_and_colours_are_those_of_the_stage(root: Path) -> None:
    style = (root / "assets" / "deck" / "stage.css").read_text("utf-8")
    assert f"--s-word: calc(var(--u) * {stage.WORD:g}); --s-fine: calc(var(--u) * {stage.FINE:g});" in style
    assert f"minmax(calc(var(--u) * {stage.WHOLE[1] / stage.POINTS:g}), 1fr)" in style
    assert f"minmax(0, 1fr) calc(var(--u) * {stage.BESIDE[0] / stage.POINTS:g})" in style
    assert f".scene-table.is-long {{ --s-cell: calc(var(--u) * {stage.LONG_TABLE:g})" in style
    assert f"--s-ink: {stage.INK}; --s-soft: {stage.SOFT}; --s-paper: {stage.PAPER}" in style
    assert f".scene-table .own {{ background: {stage.OWN}" in style


@pytest.mark.parametrize("id", OFFICES)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_story_that_ships_reads_at_four_widths_of_the_screen(store: Store, id: str, lang: str) -> None:
    """8 m from a screen of 2 m: nothing too small, too faint, too alike or too long; remarks are of what is said."""
    for minutes in (3, 7, 15):
        found = rehearse(story(store, id), store, Room(8, 2), lang, OFFICES[id], minutes).findings
        assert [
            one for one in found if one.level not in ("remark", "note") or one.kind not in ("claim", "message")
        ] == []


def test_letters_are_measured_as_they_are_drawn(
    store: Store, spoilt: Callable[..., Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    def sizes(found: Story) -> dict[str, float]:
        return {one.scene: one.size for one in rehearse(found, store, NEAR, "en").scenes}

    assert set(sizes(story(store, "iron-river")).values()) == {stage.WORD / 100}
    whole = sizes(spoilt("two-rights", show="law", view=decode("o=US-CA,US-TX")))
    assert whole["two-rights"] == stage.LONG_TABLE / 100, "a table that is not halved has smaller cells"
    monkeypatch.setattr(bars, "LETTERS", 11.0)
    assert sizes(story(store, "iron-river"))["pairs"] == pytest.approx(0.011)


def test_an_angle_is_that_of_the_capitals() -> None:
    # A capital 5 mm high at a metre: 17.19 minutes of arc.
    assert arcmin(0.005 / CAPITALS, 1.0, 1.0) == pytest.approx(17.19, abs=0.01)
    assert arcmin(WORD, 2.0, nearest(WORD, 2.0, READABLE)) == pytest.approx(READABLE)


def test_contrast_is_that_of_wcag_and_falls_in_a_lit_room() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#000000", "#ffffff", 1 / 6) == pytest.approx((1.05 + 1 / 6) / (0.05 + 1 / 6))


def test_red_and_green_come_together_for_dichromats_and_grey_stays_grey() -> None:
    for blindness in BLINDNESS:
        assert apart("#a06000", "#608000", 0.0, blindness) < apart("#a06000", "#608000") / 2
        assert apart("#808080", "#808080", 0.0, blindness) == 0
    assert apart("#ffffff", "#000000") == pytest.approx(100, abs=0.1)


def test_the_ramps_of_the_maps_keep_their_order_for_every_eye() -> None:
    for family in ("arms", "violence"):
        ramp = RAMPS[family]["light"]
        for blindness in ("", *BLINDNESS):
            seen = [lightness(colour, 0.0, blindness) for colour in ramp]
            assert seen == sorted(seen, reverse=True), (family, blindness)
            for first, second in pairwise(ramp):
                assert apart(first, second, 0.0, blindness) > APART, (family, blindness, first, second)


@pytest.mark.parametrize("id", OFFICES)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_scene_is_measured_and_every_finding_has_a_mend(store: Store, id: str, lang: str) -> None:
    told = story(store, id)
    found = rehearse(told, store, FAR, lang, OFFICES[id])
    scenes = [one.id for one in told.form(15)]
    assert [one.scene for one in found.scenes] == scenes
    assert {one.scene for one in found.findings if one.kind == "text_height"} == set(scenes)
    for one in found.findings:
        assert one.scene in ("", *scenes)
        assert one.level in LEVELS
        assert one.what
        assert one.mend
        assert "{" not in one.what + one.mend
    assert [one for one in rehearse(told, store, NEAR, lang, OFFICES[id]).findings if one.kind == "text_height"] == []


def test_the_mend_of_small_letters_mends_it(store: Store) -> None:
    first = rehearse(story(store, "iron-river"), store, FAR, "en").findings[0]
    match = re.search(r"within ([\d.]+) m, or use a screen at least ([\d.]+) m", first.mend)
    assert match is not None
    for room in (Room(float(match[1]), 2), Room(FAR.distance, float(match[2]))):
        found = rehearse(story(store, "iron-river"), store, room, "en").findings
        assert not [one for one in found if one.kind == "text_height" and one.level != "remark"]


def test_a_story_that_ships_has_no_grave_finding_in_a_room_that_fits(store: Store) -> None:
    for id, office in OFFICES.items():
        assert [
            one for one in rehearse(story(store, id), store, NEAR, "es", office).findings if one.level == "grave"
        ] == []


@pytest.mark.parametrize(
    ("scene", "fields", "expected"),
    [
        ("ladder", {"claims": ("paper-50",)}, ("ladder", "claim", "grave")),
        ("no-longer", {}, ("no-longer", "claim", "note")),
        ("ladder", {"claims": ("paper-999",)}, ("ladder", "claim", "grave")),
        ("ladder", {"notes": {"en": "word " * 200, "es": "voz " * 200}}, ("ladder", "seconds", "warning")),
        ("ladder", {"text_en": "word " * 60}, ("ladder", "words", "warning")),
        ("two-rights", {"citations": ()}, ("two-rights", "citation", "grave")),
        ("no-longer", {"base_en": "", "base_es": ""}, ("no-longer", "base", "warning")),
        ("two-rights", {}, ("two-rights", "claim", "remark")),
    ],
)
def test_what_is_wrong_is_found(
    store: Store, spoilt: Callable[..., Story], scene: str, fields: dict[str, object], expected: tuple[str, str, str]
) -> None:
    assert expected in kinds(store, spoilt(scene, **fields))


def test_a_figure_that_is_not_in_the_facts_is_found(store: Store, spoilt: Callable[..., Story]) -> None:
    asked = {"years": {"table": "time_to_crime", "where": {"year_start": 1900}}}
    assert ("reactive", "missing", "grave") in kinds(store, spoilt("reactive", figures=asked))


def test_a_scene_without_any_published_number_is_found(store: Store) -> None:
    found = rehearse(story(store, "your-district"), store, NEAR, "es", "D-san-juan").findings
    assert {one.scene for one in found if one.kind == "empty"} == {"numbers", "ports"}
    assert not [one for one in found if one.level == "grave" or one.kind == "base"]


def test_messages_not_carried_are_named_for_the_whole_story(store: Store) -> None:
    short = rehearse(story(store, "iron-river"), store, NEAR, "en", minutes=3).findings
    long = rehearse(story(store, "iron-river"), store, NEAR, "en").findings
    missed = [[one.what for one in found if one.kind == "message" and one.scene == ""] for found in (short, long)]
    assert len(missed[0]) > len(missed[1]) == 0
    assert all("the form of 15 minutes does" in one for one in missed[0])


@pytest.mark.parametrize("id", OFFICES)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_message_that_a_story_leaves_out_on_purpose_is_a_note_with_the_reason(
    store: Store, id: str, lang: str
) -> None:
    told = story(store, id)
    found = [one for one in rehearse(told, store, NEAR, lang, OFFICES[id]).findings if one.kind == "message"]
    assert {one.level for one in found} <= {"note"}
    assert sorted(one.what.split("”. ")[-1].split("». ")[-1] for one in found) == sorted(
        why[lang] for why in told.leaves.values()
    )
    bare = replace(told, leaves={})
    unsaid = [one for one in rehearse(bare, store, NEAR, lang, OFFICES[id]).findings if one.kind == "message"]
    assert [one.level for one in unsaid] == ["remark"] * len(told.leaves)


def test_a_room_a_form_and_a_consulate_that_cannot_be_are_refused(store: Store) -> None:
    with pytest.raises(StoryError, match="no room"):
        Room(0, 2)
    with pytest.raises(StoryError, match="no form of 5 minutes"):
        rehearse(story(store, "iron-river"), store, NEAR, "en", minutes=5)
    by_consulate = story(store, "your-district")
    with pytest.raises(StoryError, match="told by a consulate"):
        rehearse(by_consulate, store, NEAR, "en")
    with pytest.raises(StoryError, match="told by a consulate"):
        practice(store, "en", by_consulate)
    with pytest.raises(StoryError, match="there is no consulate 'nowhere'"):
        rehearse(by_consulate, store, NEAR, "en", "D-nowhere")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_practice_asks_twelve_and_a_card_answers_each(store: Store, lang: str) -> None:
    for told, office in [(None, ""), *((story(store, id), office) for id, office in OFFICES.items())]:
        asked = practice(store, lang, told, office)
        assert len({one.ask for one in asked}) == ASKED
        assert all(one.answer and one.card.base and one.card.citation for one in asked)
        names = {one.card.name for one in asked if not one.card.name.startswith("lens.")}
        assert names <= set(sayings(store))
        assert bool(asked[0].scene) == (told is not None), "the story's own pictures are asked about first"


def test_decks_of_two_offices_agree_or_say_where_not(store: Store, tmp_path: Path) -> None:
    whole, short = (deck(story(store, "iron-river"), store, minutes=minutes) for minutes in (15, 3))
    for name, made in (("a.html", whole), ("b.html", short)):
        (tmp_path / name).write_bytes(pack(made))
    for office in ("D-nogales", "D-el-paso"):
        made = deck(story(store, "your-district"), store, ["es"], office)
        (tmp_path / f"{office}.html").write_bytes(pack(made))
    found = compare(packs_in([tmp_path, tmp_path / "a.html"]))
    assert (found.agree, len(found.decks), found.faults) == (True, 4, ())
    short["scenes"][0]["title"]["en"] = short["scenes"][0]["title"]["en"].replace("76", "70")
    short["data"] = "other"
    (tmp_path / "b.html").write_bytes(pack(short))
    (tmp_path / "c.html").write_text("<p>nothing</p>", "utf-8")
    found = compare(packs_in([tmp_path]))
    assert not found.agree
    assert [(one.scene, one.lang, one.part) for one in found.differences] == [("opening", "en", "title")]
    assert {Path(file).name for file in found.differences[0].values} == {"a.html", "b.html"}
    assert found.faults[0].startswith("c.html: this file is not a briefing pack")
    del short["scenes"][0]["base"]
    (tmp_path / "b.html").write_bytes(pack(short))
    assert compare([tmp_path / "b.html"]).faults == ("b.html: its deck is not as this product writes one ('base')",)


def test_the_example_and_the_distances_of_the_document_are_right(store: Store, root: Path) -> None:
    document = (root / "docs" / "stories.md").read_text("utf-8")
    found = yaml.safe_load(document.split("```yaml\n")[1].split("```")[0])
    notes = {lang: "\n".join(f"## {one['id']}\n\nx\n" for one in found["scenes"]) for lang in ("en", "es")}
    told = parse("example", found, notes)
    assert [one.kind for one in rehearse(told, store, NEAR, "en", minutes=3).findings if one.level == "grave"] == []
    assert f"comfortably up to {nearest(WORD, 2, READABLE) - 0.05:.1f} m" in document
    assert f"makes them out up to {nearest(WORD, 2, USABLE) - 0.05:.1f} m" in document
    for field in (*STORY, *STORY_MAY, *SCENE, *SCENE_MAY):
        assert f"`{field}`" in document, field
    assert all(f"`chart:{name}`" in document for name in STAGED)
