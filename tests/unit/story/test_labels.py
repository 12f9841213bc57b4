"""Words on the map of a district keep their distance from its outline, where there is room for it."""

from itertools import pairwise

import numpy as np
import pytest

from corridors.answers.district import offices
from corridors.exports.drawing import Dot, Drawing, Line, Paint, Words
from corridors.store import Store
from corridors.story.labels import clear
from corridors.story.library import story
from corridors.story.pictures import OUTLINE, drawing
from corridors.story.stage import LETTERS, wide
from corridors.story.telling import Teller

INK = Paint("#000000")


def touched(drawn: Drawing, word: Words) -> bool:
    """Whether a point of an outline lies within the letters of a word."""
    left = word.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[word.anchor] * wide(word.text)
    box = np.array([[left, word.y - LETTERS / 2], [left + wide(word.text), word.y + LETTERS / 2]])
    for line in (item.points for item in drawn.items if isinstance(item, Line) and item.id == OUTLINE):
        dense = np.concatenate([np.linspace(a, b, 40) for a, b in pairwise(line)])
        if ((dense > box[0]) & (dense < box[1])).all(axis=1).any():
            return True
    return False


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_name_of_a_seat_does_not_touch_the_outline_of_its_district(store: Store, lang: str) -> None:
    told = story(store, "your-district")
    named = 0
    for office in offices(store, lang):
        drawn = drawing(Teller(told, store, lang, office.id), told.scenes[0], "")
        for word in (item for item in drawn.items if isinstance(item, Words) and item.text == office.city):
            named += 1
            assert not touched(drawn, word), (office.id, word.text)
    assert named > 45


def test_a_word_moves_no_further_than_it_has_to_and_stays_where_there_is_no_room() -> None:
    line = Line(OUTLINE, np.array([[0.0, 100.0], [800.0, 100.0]]), INK)
    seat, name = Dot("seats", 400, 110, 4, INK), Words("Nogales", 400, 95, LETTERS, anchor="middle")
    other = Words("Sonora", 600, 200, LETTERS, anchor="middle")
    moved = clear(Drawing(800, 300, "", (line, seat, name, other)), OUTLINE).items
    assert isinstance(moved[2], Words)
    assert (moved[2].x, 100 - LETTERS * 0.6 - 20 < moved[2].y < 100 - LETTERS * 0.6) == (400, True)
    assert moved[3] == other
    crowded = tuple(Line(OUTLINE, line.points + np.array([0, at]), INK) for at in range(-100, 200, 10))
    assert clear(Drawing(800, 300, "", (*crowded, seat, name)), OUTLINE).items[-1] == name
