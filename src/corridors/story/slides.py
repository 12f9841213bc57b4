"""A story as slides that stay editable: shapes, native tables and words; the notes only for who speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corridors.errors import StoryError
from corridors.exports import deck
from corridors.exports.deck import ACCENT, ARMS, EDGE, FAINT, HEIGHT, INK, SOFT, WIDTH
from corridors.exports.drawing import Area, Dot, Drawing, Item, Line, Words
from corridors.exports.paper import made_on
from corridors.exports.picture import swatch
from corridors.model.story import FORMS, Scene, Story
from corridors.store import Store
from corridors.story.notes import plain
from corridors.story.pictures import classes, drawing, law_rows, laws_shown
from corridors.story.telling import Teller, Told, figures, told
from corridors.text import text

if TYPE_CHECKING:
    from pptx.slide import Slide

TOP: Final = 108.0
FULL: Final = WIDTH - 2 * EDGE
BODY: Final = 330.0  # points of height for the picture
KEY: Final = 200.0  # the width that the key of a map takes
LONG: Final = 52  # letters of a title that needs smaller ones


def slides(story: Story, store: Store, lang: str, office: str = "", minutes: int = 15,
           reader: str = "audience") -> bytes:  # fmt: skip
    """The story as PPTX, one slide a scene. StoryError as `story.deck.deck` raises it."""
    from pptx.util import Pt  # noqa: PLC0415 - loaded when a deck is asked for

    teller = telling(story, store, lang, office, minutes)
    made = made_on(store)
    pages = deck.deck(story.title(lang), lang, "", made)
    scenes = story.form(minutes)
    for at, scene in enumerate(scenes):
        said = told(teller, scene)
        last = at == len(scenes) - 1
        page = deck.slide(pages, said.title)
        head = page.shapes.title
        if head is not None and len(said.title) >= LONG:
            head.text_frame.paragraphs[0].runs[0].font.size = Pt(21)
        if said.text and scene.show == "words":
            deck.words(page, (EDGE, TOP + 20, FULL, BODY), [(said.text, 26, INK, False)], "sentence")
        elif said.text:
            deck.words(page, (EDGE, 66, FULL, 40), [(said.text, 15, SOFT, False)], "sentence")
        _body(page, teller, scene, said)
        foot = [said.base, said.source, *([text("message.neutral", lang)] if last else [])]
        rows = [(line, 9.0, SOFT if at == 0 else FAINT, False) for at, line in enumerate(foot) if line]
        deck.words(page, (EDGE, HEIGHT - 84, FULL, 78), rows, "foot")
        frame = page.notes_slide.notes_text_frame if reader == "speaker" else None
        if frame is not None:
            frame.text = "\n".join(plain(scene.notes[lang]))
    return deck.saved(pages, made)


def telling(story: Story, store: Store, lang: str, office: str, minutes: int) -> Teller:
    """Who tells the story. StoryError for a story by consulate without one, and for a form that is none."""
    if story.lens and not office:
        raise StoryError(f"{story.id}: this story is told by a consulate; name one")
    if minutes not in FORMS:
        raise StoryError(f"{story.id}: there is no form of {minutes} minutes; there are {', '.join(map(str, FORMS))}")
    return Teller(story, store, lang, office if story.lens else "")


def _body(page: Slide, teller: Teller, scene: Scene, said: Told) -> None:
    """The picture of a scene; nothing for a scene of words."""
    show, lang = scene.show, teller.lang
    if show == "words":
        return
    if show.startswith("law"):
        rows = law_rows(laws_shown(teller, scene), lang)
        narrow = min(80.0, FULL * 0.6 / (len(rows[0]) - 1))
        widths = [FULL - narrow * (len(rows[0]) - 1), *[narrow] * (len(rows[0]) - 1)]
        deck.table(page, rows, (EDGE, TOP, FULL, min(BODY, 26.0 * len(rows))), widths, "law", 10)
    elif show.startswith("lens:"):
        _numbers(page, teller, scene)
    elif show.startswith("message:"):
        message = teller.message(show.removeprefix("message:"))
        words = message.words(lang) or message.reason(lang)
        deck.words(page, (EDGE, TOP + 20, FULL, BODY), [(words, 22, INK, True)], "message")
    else:
        whole = drawing(teller, scene, said.text or said.title)
        keyed = KEY if show in ("map-us", "map-mx") else 0.0
        drawn = _scaled(whole, min((FULL - keyed) / whole.width, BODY / whole.height))
        deck.drawn(page, drawn, EDGE, TOP, show)
        if show in ("map-us", "map-mx"):
            _legend(page, teller, scene, EDGE + drawn.width + 20)


def _scaled(drawn: Drawing, by: float) -> Drawing:
    """A drawing enlarged, its letters too; edges keep their width."""
    items: list[Item] = []
    for item in drawn.items:
        match item:
            case Area():
                items.append(replace(item, rings=tuple(ring * by for ring in item.rings)))
            case Line():
                items.append(replace(item, points=item.points * by))
            case Dot():
                items.append(replace(item, x=item.x * by, y=item.y * by, radius=item.radius * by))
            case Words():
                items.append(replace(item, x=item.x * by, y=item.y * by, size=item.size * by))
    return replace(drawn, width=drawn.width * by, height=drawn.height * by, items=tuple(items))


def _legend(page: Slide, teller: Teller, scene: Scene, x: float) -> None:
    unit, named = classes(teller, scene)
    deck.words(page, (x, TOP, WIDTH - x - EDGE, 34), [(unit, 11, INK, True)], "unit")
    for at, (look, words) in enumerate(named):
        y = TOP + 40 + at * 20
        deck.drawn(page, swatch(look, 12), x, y + 2, f"key: {words}")
        deck.words(page, (x + 18, y, WIDTH - x - EDGE - 18, 16), [(words, 11, SOFT, False)], "key")


def _numbers(page: Slide, teller: Teller, scene: Scene) -> None:
    lang = teller.lang
    wide = FULL / 3
    found = figures(teller, scene)
    none = text("fig.status.missing", lang)
    for at, one in enumerate(found):
        place = " · ".join(part for part in (none if one.raw is None else one.place, one.period) if part)
        rows = [(one.value or "–", 26.0, ARMS, True), (one.label, 12.0, INK, True), (place, 9.0, ACCENT, False),
                (one.base, 9.0, SOFT, False)]  # fmt: skip
        box = (EDGE + (at % 3) * wide, TOP + (at // 3) * 165, wide - 14, 160.0)
        deck.words(page, box, rows, f"number-{at + 1}")
    if not found:
        deck.words(page, (EDGE, TOP, FULL, 40), [(none, 22, INK, True)], "number")
