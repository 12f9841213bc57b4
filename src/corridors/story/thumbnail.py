"""A scene as a small slide: one drawing, whatever the scene shows, so that a list of scenes is read at a glance.

It is the stage at a quarter of its size: what nobody could read there is larger here, cut short or left out.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from corridors.errors import DataError, StoryError
from corridors.exports.drawing import Area, Dot, Drawing, Item, Paint, Words, box, placed
from corridors.exports.letters import wrapped
from corridors.exports.svg import svg
from corridors.model.story import Scene
from corridors.model.story_faults import KEYED, LAW, LENS, MESSAGE
from corridors.store import Store
from corridors.story import keeping
from corridors.story.library import story
from corridors.story.numbers import ROOM, rows
from corridors.story.pictures import EDGE, classes, drawing, laws_shown
from corridors.story.slides import telling
from corridors.story.stage import INK, PAPER, SOFT
from corridors.story.telling import Teller, figures, told
from corridors.text import text

WIDE: Final = 1000.0  # points of a stage of 16:9
HIGH: Final = 562.5
_SIDE: Final = 32.0
_ROOM: Final = WIDE - 2 * _SIDE
_TITLE: Final = 46.0  # letters of a title above a picture
_LARGE: Final = 60.0  # of one alone
_WORD: Final = 36.0
_LINE: Final = 1.16
_GRID: Final = 2.0  # points: half a pixel of the list
_KEY: Final = 300.0  # points beside a map, for its classes
_NUMBER: Final = 240.0  # points of a number, before its label
_MARK: Final = 12.0  # radius of a yes or a no
_YES: Final = Paint(SOFT)
_NO: Final = Paint(PAPER, SOFT, 3.0)


def thumbnail(store: Store, id: str, scene: str, lang: str, office: str = "") -> str:
    """The SVG of a scene; `office` is the consulate that tells the story. It says nothing to those who do not see it:
    words stand beside it. StoryError for a story or a scene that is not there.

    What cannot be told (a story with faults, a message that is held back, no consulate where one tells) shows the title
    of the scene alone.
    """
    try:
        found = story(store, id)
        shown = next(one for one in found.scenes if one.id == scene)
        return _slide(_scene(telling(found, store, lang, office, max(found.forms)), shown))
    except (StoryError, DataError, StopIteration):
        return _slide(_lines(_title(store, id, scene, lang), HIGH * 0.3, _LARGE, 3, bold=True))


def _title(store: Store, id: str, scene: str, lang: str) -> str:
    """The title of a scene as its file has it."""
    draft, _ = keeping.draft(store, id)
    for one in draft.scenes:
        if one["id"] == scene:
            return str(one.get(f"title_{lang}", ""))
    raise StoryError(f"{id}: {scene} is no scene of the story")


def _slide(items: Iterator[Item]) -> str:
    return svg(Drawing(WIDE, HIGH, "", (box("", 0, 0, WIDE, HIGH, Paint(PAPER)), *items)))


def _scene(teller: Teller, scene: Scene) -> Iterator[Item]:
    said, show = told(teller, scene), scene.show
    if show == "words":
        title = [*_lines(said.title, HIGH * 0.22, _LARGE, 3, bold=True)]
        yield from title
        yield from _lines(said.text, HIGH * 0.22 + (len(title) + 0.4) * _LARGE * _LINE, _WORD, 4)
        return
    title = [*_lines(said.title, _SIDE, _TITLE, 2, bold=True)]
    yield from title
    top = _SIDE + len(title) * _TITLE * _LINE + 16
    if show.startswith(MESSAGE):
        message = teller.message(show.removeprefix(MESSAGE))
        yield from _lines(message.brief(teller.lang) or message.reason(teller.lang), top + 20, _WORD * 1.3, 5)
    elif show.startswith(LAW):
        yield from _laws(teller, scene, top)
    elif show.startswith(LENS):
        yield from _numbers(teller, scene, top)
    else:
        yield from _picture(teller, scene, top)


def _lines(
    words: str, top: float, size: float, most: int, left: float = _SIDE, right: float = WIDE - _SIDE, bold: bool = False
) -> Iterator[Words]:
    """Words from a height down, cut short after so many lines."""
    found = wrapped(words, size, right - left, bold)
    if len(found) > most:
        cut = wrapped(words, size, right - left - size, bold)[:most]
        found = [*cut[:-1], f"{cut[-1]} …"]
    for at, line in enumerate(found):
        yield Words(line, left, top + (at + 0.5) * size * _LINE, size, INK if bold else SOFT, bold=bold)


def _picture(teller: Teller, scene: Scene, top: float) -> Iterator[Item]:
    """A map or a chart, as large as it can be; beside a map of measures its classes."""
    whole = drawing(teller, scene, "")
    keyed = _KEY if scene.show in KEYED else 0.0
    by = min((_ROOM - keyed) / whole.width, (HIGH - top - 16) / whole.height)
    left = WIDE - _SIDE - whole.width * by
    yield from (_plain(item) for item in placed(whole, by, left, top + (HIGH - top - whole.height * by) / 2).items)
    if not keyed:
        return
    _, named = classes(teller, scene)
    for at, (look, words) in enumerate(named):
        y = HIGH - _SIDE - (len(named) - at) * _WORD * _LINE
        yield box("", _SIDE, y, _WORD * 0.8, _WORD * 0.8, replace(look, edge=EDGE, width=2.0))
        yield Words(words, _SIDE + _WORD * 1.2, y + _WORD * 0.4, _WORD * 0.8, SOFT)


def _plain(item: Item) -> Item:
    """The same shape with no more corners than can be seen."""
    if not isinstance(item, Area):
        return item
    rings = (np.round(ring / _GRID) * _GRID for ring in item.rings)
    kept = tuple(ring[np.append(True, (np.diff(ring, axis=0) != 0).any(axis=1))] for ring in rings)
    large = tuple(ring for ring in kept if len(ring) > 2)
    return replace(item, rings=large or kept[:1])


def _numbers(teller: Teller, scene: Scene, top: float) -> Iterator[Item]:
    found = rows(figures(teller, scene), teller.lang, ROOM)
    high = (HIGH - top - 16) / max(len(found), 1)
    for at, (value, label, _) in enumerate(found):
        y = top + at * high
        yield box("", _SIDE, y, _ROOM, 3, _YES)
        yield Words(value, _SIDE, y + high / 2, _WORD, INK, bold=True)
        yield from _lines(label, y + (high - _WORD * _LINE) / 2, _WORD, 1, _SIDE + _NUMBER)


def _laws(teller: Teller, scene: Scene, top: float) -> Iterator[Item]:
    """A table of provisions: a disc where one is in force, a ring where it is not, a bar where nobody says."""
    laws = laws_shown(teller, scene)
    high = (HIGH - top - 16) / (len(laws.rows) + 1)
    across = [WIDE - _SIDE - (len(laws.states) - at - 0.5) * 76 for at in range(len(laws.states))]
    for x, (id, _) in zip(across, laws.states, strict=True):
        yield Words(id.removeprefix("US-"), x, top + high / 2, 30, INK, "middle", bold=True)
    for at, law in enumerate(laws.rows, 1):
        y = top + (at + 0.5) * high
        yield box("", _SIDE, y - high / 2, _ROOM, 2, _YES)
        words = text(f"deck.law.{law.id}", teller.lang)
        size = min(30.0, high * 0.8)
        yield from _lines(words, y - size * _LINE / 2, size, 1, right=min([WIDE, *across]) - 40)
        for x, value in zip(across, law.values, strict=True):
            bar = box("", x - _MARK, y - 2, 2 * _MARK, 4, _YES)
            yield bar if value is None else Dot("", x, y, _MARK, _YES if value else _NO)
