"""Numbers of a consulate on the stage: whatever their labels, all of a shipped scene are shown."""

import re

import pytest

from corridors.answers.district import offices
from corridors.answers.lens import Figure
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.story.library import story
from corridors.story.numbers import ROOM, SENTENCE, grid, rows
from corridors.story.pictures import markup
from corridors.story.telling import Teller, figures


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_consulate_shows_every_number(store: Store, lang: str) -> None:
    told = story(store, "your-district")
    scenes = [scene for scene in told.scenes if scene.show.startswith("lens:")]
    assert [scene.id for scene in scenes] == ["numbers", "ports"]
    tables = 0
    for office in offices(store, lang):
        teller = Teller(told, store, lang, office.id)
        for scene in scenes:
            shown = markup(teller, scene, "")
            assert len(re.findall('class="label"', shown)) == len(figures(teller, scene)), (office.id, scene.id)
            tables += "figures-table" in shown
    assert tables or lang == "en", "long labels stand in rows"


def long(words: str) -> Figure:
    return Figure(
        "one", words, "1,234 guns", 1234.0, "state", "Arizona", "guns", "2024", Kind.OBSERVED, (), frozenset()
    )


def test_rows_end_where_the_picture_does() -> None:
    found = [long("Guns with a label of many words that needs more than two lines beside its number " * 2)] * 6
    assert 0 < len(rows(found, "en", ROOM - SENTENCE)) < len(found)
    assert len(rows(found, "en", ROOM - SENTENCE)) <= len(rows(found, "en", ROOM))
    assert grid(found[:1], "en", ROOM).startswith('<div class="figures-grid">')
