"""A story as slides that stay editable: shapes, native tables and words; the notes only for who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corridors.errors import StoryError
from corridors.exports import deck
from corridors.exports.deck import ACCENT, ARMS, EDGE, FAINT, HEIGHT, INK, SOFT, WIDTH
from corridors.exports.drawing import placed
from corridors.exports.letters import width, wrapped
from corridors.exports.paper import made_on
from corridors.exports.picture import swatch
from corridors.model.story import FORMS, Scene, Story
from corridors.model.story_faults import KEYED, LAW, LENS, MESSAGE
from corridors.store import Store
from corridors.story import numbers
from corridors.story.notes import plain
from corridors.story.pictures import classes, drawing, law_rows, laws_shown
from corridors.story.stage import ROWS
from corridors.story.telling import Teller, Told, figures, told
from corridors.text import text

if TYPE_CHECKING:
    from pptx.slide import Slide

TOP: Final = 18.0
FULL: Final = WIDTH - 2 * EDGE
KEY: Final = 270.0  # the width that the key of a map takes
TITLES: Final = (36.0, 32.0, 28.0)  # letters of a title: the largest in which it has two lines
READ: Final = 24.0  # letters of what a room has to read
LOOKED_UP: Final = 14.0  # of a base and of the rung of a number
SOURCE: Final = 11.0
SMALL: Final = (SOURCE, 10.0, 9.0)  # of what each number is of: the largest that leaves room for all
_LINE: Final = 1.2
_NUMBER: Final = 150.0  # the width of a number, and of the base beside its label
_BASE: Final = 280.0
_GAP: Final = 14.0
Box = tuple[float, float, float, float]  # left, top, width, height


def slides(story: Story, store: Store, lang: str, office: str = "", minutes: int = 15,
           reader: str = "audience") -> bytes:  # fmt: skip
    """The story as PPTX, one slide a scene. StoryError as `story.deck.deck` raises it."""
    teller = telling(story, store, lang, office, minutes)
    made = made_on(store)
    pages = deck.deck(story.title(lang), lang, "", made)
    scenes = story.form(minutes)
    for at, scene in enumerate(scenes):
        said = told(teller, scene)
        page = deck.slide(pages, said.title)
        top = _titled(page, said.title)
        # Beside numbers there is room for the publishers' names alone; the handout has the titles.
        source = said.short if scene.show.startswith(LENS) else said.source
        neutral = [text("message.neutral", lang)] if at == len(scenes) - 1 else []
        bottom = _footed(page, [said.base, source, *neutral])
        if said.text:
            large = 28.0 if scene.show == "words" else READ
            high = _high(said.text, large)
            top += 24 if scene.show == "words" else 0
            deck.words(page, (EDGE, top, FULL, high), [(said.text, large, INK, False)], "sentence")
            top += high + _GAP / 2
        _body(page, teller, scene, said, (EDGE, top, FULL, bottom - top))
        frame = page.notes_slide.notes_text_frame if reader == "speaker" else None
        if frame is not None:
            frame.text = "\n".join(plain(scene.notes[lang]))
    return deck.saved(pages, made)


def _titled(page: Slide, title: str) -> float:
    """The title in the largest letters that leave it two lines; where it ends."""
    from pptx.util import Pt  # noqa: PLC0415 - loaded when a deck is asked for

    size = next((one for one in TITLES if len(wrapped(title, one, FULL, bold=True)) <= 2), TITLES[-1])
    high = _high(title, size, bold=True)
    head = page.shapes.title
    if head is not None:
        head.top, head.height = Pt(TOP), Pt(high)
        head.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    return TOP + high + _GAP / 2


def _footed(page: Slide, foot: list[str]) -> float:
    """The base and the sources at the foot; where the room above them ends."""
    rows = [(line, LOOKED_UP if at == 0 else SOURCE, SOFT if at == 0 else FAINT, False)
            for at, line in enumerate(foot) if line]  # fmt: skip
    high = sum(_high(line, size) for line, size, _, _ in rows)
    top = HEIGHT - high - _GAP
    if rows:
        deck.words(page, (EDGE, top, FULL, high), rows, "foot")
    return top - _GAP / 2


def _high(words: str, size: float, wide: float = FULL, bold: bool = False) -> float:
    return len(wrapped(words, size, wide, bold)) * size * _LINE


def telling(story: Story, store: Store, lang: str, office: str, minutes: int) -> Teller:
    """Who tells the story. StoryError for a story by consulate without one, and for a form that is none."""
    if story.lens and not office:
        raise StoryError(f"{story.id}: this story is told by a consulate; name one")
    if minutes not in FORMS:
        raise StoryError(f"{story.id}: there is no form of {minutes} minutes; there are {', '.join(map(str, FORMS))}")
    return Teller(story, store, lang, office if story.lens else "")


def _body(page: Slide, teller: Teller, scene: Scene, said: Told, box: Box) -> None:
    """The picture of a scene in a box; nothing for a scene of words."""
    show, lang = scene.show, teller.lang
    left, top, wide, high = box
    if show == "words":
        return
    if show.startswith(LAW):
        _laws(page, teller, scene, box)
    elif show.startswith(LENS):
        _numbers(page, teller, scene, box)
    elif show.startswith(MESSAGE):
        message = teller.message(show.removeprefix(MESSAGE))
        words = message.words(lang) or message.reason(lang)
        deck.words(page, (left, top + _GAP, wide, high - _GAP), [(words, READ, INK, True)], "message")
    else:
        whole = drawing(teller, scene, said.text or said.title)
        keyed = KEY if show in KEYED else 0.0
        drawn = placed(whole, min((wide - keyed) / whole.width, high / whole.height))
        deck.drawn(page, drawn, left, top + (high - drawn.height) / 2, show)
        if keyed:
            _legend(page, teller, scene, (left + wide - keyed + 2 * _GAP, top, keyed - 2 * _GAP, high))


def _legend(page: Slide, teller: Teller, scene: Scene, box: Box) -> None:
    unit, named = classes(teller, scene)
    left, top, wide, _ = box
    head = _high(unit, READ, wide, bold=True)
    deck.words(page, (left, top, wide, head), [(unit, READ, INK, True)], "unit")
    for at, (look, words) in enumerate(named):
        y = top + head + 8 + at * READ * _LINE
        deck.drawn(page, swatch(look, 20), left, y + 4, f"key: {words}")
        deck.words(page, (left + 30, y, wide - 30, READ * _LINE), [(words, READ, SOFT, False)], "key")


def _laws(page: Slide, teller: Teller, scene: Scene, box: Box) -> None:
    """Named provisions in few words, as on the stage; the handout has each in full."""
    laws = laws_shown(teller, scene)
    left, top, wide, high = box
    narrow = min(150.0, wide * 0.6 / max(len(laws.states), 1))
    head, *body = law_rows(laws, teller.lang)
    if any(width(name, READ, bold=True) > narrow - 8 for _, name in laws.states):
        head = [head[0], *(id.removeprefix("US-") for id, _ in laws.states)]
    few = [text(f"deck.law.{law.id}", teller.lang) for law in laws.rows]
    rows = [head, *([words, *row[1:]] for words, row in zip(few, body, strict=True))]
    widths = [wide - narrow * len(laws.states), *[narrow] * len(laws.states)]
    size = READ if len(body) <= ROWS else READ * 0.7
    deck.table(page, rows, (left, top, wide, min(high, 44.0 * len(rows))), widths, "law", size)


def _numbers(page: Slide, teller: Teller, scene: Scene, box: Box) -> None:
    """A row for each number: itself, its label, and beside it where it was observed and of what it is."""
    lang = teller.lang
    left, top, wide, high = box
    room = wide - _NUMBER - _BASE - 2 * _GAP
    rows = [(*numbers.said(one, lang, numbers.NEVER), one.base) for one in figures(teller, scene)]
    if not rows:
        deck.words(page, (left, top, wide, 40), [(text("fig.status.missing", lang), READ, INK, True)], "number")
        return
    small, least = SMALL[-1], [0.0]
    for small in SMALL:
        least = [
            max(_high(label, READ, room), _high(rung, small, _BASE) + _high(base, small, _BASE))
            for _, label, rung, base in rows
        ]
        if sum(least) <= high:
            break
    spare = (high - sum(least)) / len(rows)
    for at, ((value, label, rung, base), needs) in enumerate(zip(rows, least, strict=True), 1):
        deck.words(page, (left, top, _NUMBER, needs), [(value, READ, ARMS, True)], f"number-{at}")
        deck.words(page, (left + _NUMBER + _GAP, top, room, needs), [(label, READ, INK, False)], f"label-{at}")
        beside = [(rung, small, ACCENT, False), (base, small, SOFT, False)]
        deck.words(page, (left + wide - _BASE, top, _BASE, needs), beside, f"base-{at}")
        top += needs + spare
