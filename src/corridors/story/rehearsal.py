"""A rehearsal: what the last row will not read, what the notes will not fit into, and what may no longer be said.

Each finding names its scene, what is wrong and the mend, in one language. Sizes and colours are those of the stage
(`story/stage.py`); the letters of a drawing are measured as it is drawn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from corridors.answers.ledger import by_id
from corridors.answers.messages import Message, messages
from corridors.answers.regions import available
from corridors.errors import StoryError
from corridors.exports.drawing import Words
from corridors.figures.regions import colours
from corridors.model.story import FORMS, Scene, Story
from corridors.model.story_faults import CHART, DRAWN, KEYED, LAW, LENS, MESSAGE
from corridors.store import Store
from corridors.story.bars import BAR, REST
from corridors.story.deck import seconds
from corridors.story.pictures import drawing, laws_shown
from corridors.story.seeing import (
    APART,
    BLINDNESS,
    READABLE,
    ROOM,
    TEXT_CONTRAST,
    USABLE,
    apart,
    arcmin,
    contrast,
    lightness,
    nearest,
)
from corridors.story.stage import FINE, INK, LONG_TABLE, OWN, PAPER, POINTS, ROWS, SOFT, WORD
from corridors.story.telling import Teller, Told, figures, told
from corridors.text import text
from corridors.text.formats import number

SOURCE: Final = FINE / 100  # of the screen's width
SPOKEN: Final = 130  # words a minute, aloud, to people who listen in a second language
READ: Final = 45  # words that a scene may put on the screen: ours, some twelve seconds of silent reading
GRAVE, WARNING, REMARK, NOTE = "grave", "warning", "remark", "note"
LEVELS: Final = (GRAVE, WARNING, REMARK, NOTE)  # a note is no fault: what a story leaves out on purpose
_VERDICTS: Final = {
    "contradicted": GRAVE, "overstated": GRAVE, "slip": GRAVE, "superseded": WARNING, "uncheckable": REMARK,
}  # fmt: skip
_DENIED: Final = ("contradicted", "overstated", "slip")
WITHOUT: Final = ("words", "map-district")  # show places or words, no figure of their own
RETRACTION: Final = "no-longer"  # the id of a scene that says what is no longer said


@dataclass(frozen=True)
class Room:
    """Where a story is told, in metres: from the screen to the last row, and the screen's width."""

    distance: float = 8.0
    screen: float = 2.0

    def __post_init__(self) -> None:
        if not (0.3 <= self.distance <= 100 and 0.1 <= self.screen <= 30):
            raise StoryError(
                f"no room has its last row at {self.distance:g} m and a screen {self.screen:g} m wide; "
                "give 0.3 to 100 m and 0.1 to 30 m"
            )


@dataclass(frozen=True)
class Finding:
    """One finding. `scene` is "" for one of the whole story; `kind` is what was looked at, `level` one of LEVELS."""

    scene: str
    kind: str
    level: str
    what: str
    mend: str


@dataclass(frozen=True)
class Measured:
    """What was measured of a scene: its smallest letters that have to be read (of the screen's width) and capitals in
    minutes of arc, contrast of the words in a lit room, words, time."""

    scene: str
    title: str
    size: float
    arcmin: float
    arcmin_source: float
    contrast: float
    words: int
    note_words: int
    seconds: int
    spoken: int


@dataclass(frozen=True)
class Rehearsal:
    """A story rehearsed in a room: its scenes as measured, and the findings, by scene in the story's order."""

    scenes: tuple[Measured, ...]
    findings: tuple[Finding, ...]


def rehearse(story: Story, store: Store, room: Room, lang: str, office: str = "", minutes: int = 15) -> Rehearsal:
    """A story in one of its forms, rehearsed. StoryError for a form that is none, and without a consulate where one
    is needed."""
    if minutes not in FORMS:
        raise StoryError(f"{story.id}: there is no form of {minutes} minutes; there are {', '.join(map(str, FORMS))}")
    if story.lens and not office:
        raise StoryError(f"{story.id}: this story is told by a consulate; name one")
    teller = Teller(story, store, lang, office if story.lens else "")
    scenes = story.form(minutes)
    measured, findings = [], []
    for scene in scenes:
        said = told(teller, scene)
        one = _measured(teller, scene, said, room, minutes)
        measured.append(one)
        findings += [*_seen(scene, one, room, lang), *_colours(teller, scene), *_spoken(one, lang)]
        findings += [*_sourced(teller, scene, said), *_judged(scene, store, lang)]
    findings += _carried(story, minutes, messages(store), lang)
    return Rehearsal(tuple(measured), tuple(findings))


def _finding(scene: str, kind: str, level: str, lang: str, which: str = "", /, **values: object) -> Finding:
    key = f"rehearse.{which or kind}"
    return Finding(scene, kind, level, text(key, lang, **values), text(f"{key}.mend", lang, **values))


def _measured(teller: Teller, scene: Scene, said: Told, room: Room, minutes: int) -> Measured:
    size = smallest(teller, scene)
    shown = said.text
    if scene.show.startswith(MESSAGE):
        message = teller.message(scene.show.removeprefix(MESSAGE))
        shown = message.brief(teller.lang) or message.reason(teller.lang)
    notes = len(scene.notes[teller.lang].split())
    return Measured(
        scene=scene.id, title=said.title, size=size,
        arcmin=round(arcmin(size, room.screen, room.distance), 1),
        arcmin_source=round(arcmin(SOURCE, room.screen, room.distance), 1),
        contrast=round(contrast(SOFT, PAPER, ROOM), 1), words=len(f"{said.title} {shown}".split()), note_words=notes,
        seconds=seconds(teller.story, scene, minutes), spoken=round(notes * 60 / SPOKEN),
    )  # fmt: skip


def smallest(teller: Teller, scene: Scene) -> float:
    """The smallest letters of a scene that the last row has to read, as a part of the screen's width: its sentence's,
    its table's, or those of its drawing in the least box that a stage gives it."""
    sizes = [WORD]
    if scene.show.startswith(LAW) and len(laws_shown(teller, scene).rows) > ROWS:
        sizes.append(LONG_TABLE)
    elif scene.show.startswith(DRAWN):
        drawn = drawing(teller, scene, "").items
        sizes += [item.size / POINTS for item in drawn if isinstance(item, Words)]
    return min(sizes) / 100


def _seen(scene: Scene, one: Measured, room: Room, lang: str) -> Iterator[Finding]:
    """Letters too small for the last row, and words too faint in a room that is lit."""
    for which, part, found, wanted in (
        ("text_height", one.size, one.arcmin, READABLE),
        ("source_height", SOURCE, one.arcmin_source, USABLE),
    ):
        if found < wanted:
            small = which == "text_height"
            level = GRAVE if small and found < USABLE else WARNING if small else REMARK
            yield _finding(
                scene.id, "text_height", level, lang, which,
                found=number(found, lang, 1), wanted=number(wanted, lang), distance=number(room.distance, lang, 1),
                nearer=number(_down(nearest(part, room.screen, wanted)), lang, 1),
                wider=number(_up(room.screen * wanted / arcmin(part, room.screen, room.distance)), lang, 1),
            )  # fmt: skip
    if one.contrast < TEXT_CONTRAST:
        ink = number(contrast(INK, PAPER, ROOM), lang, 1)
        yield _finding(scene.id, "contrast", WARNING, lang, found=number(one.contrast, lang, 1), ink=ink,
                       wanted=number(TEXT_CONTRAST, lang, 1))  # fmt: skip


def _down(metres: float) -> float:
    return int(metres * 10) / 10


def _up(metres: float) -> float:
    return -int(-metres * 10 // 1) / 10


def _colours(teller: Teller, scene: Scene) -> Iterator[Finding]:
    """Neighbouring colours of a picture that a lit room, or an eye with two kinds of cones, makes one."""
    lang = teller.lang
    fills = _fills(teller, scene)
    for first, second in fills:
        washed = apart(first, second, ROOM)
        if washed < APART:
            yield _finding(scene.id, "wash_out", WARNING, lang, first=first, second=second,
                           found=number(washed, lang, 1), wanted=number(APART, lang, 1))  # fmt: skip
        for blindness in BLINDNESS:
            found = apart(first, second, 0.0, blindness)
            same = abs(lightness(first, 0.0, blindness) - lightness(second, 0.0, blindness)) < APART
            if found < APART or (same and found < 2 * APART):
                yield _finding(scene.id, "colour_blind", WARNING, lang, first=first, second=second,
                               found=number(found, lang, 1), who=text(f"rehearse.{blindness}", lang))  # fmt: skip


def _fills(teller: Teller, scene: Scene) -> list[tuple[str, str]]:
    """The pairs of colours that a scene asks its audience to tell apart; what is not published is hatched besides."""
    if scene.show.startswith(CHART):
        return [(BAR, REST), (BAR, PAPER), (REST, PAPER)]
    if scene.show.startswith(LAW):
        return [(OWN, PAPER)] if teller.office else []
    if scene.show not in KEYED:
        return []
    view = available(teller.view(scene), teller.store)
    measure: Mapping[str, Any] = teller.store.cube["measures"][view.us if scene.show == "map-us" else view.mx]
    breaks = (measure["classes"] or {}).get(view.scheme) or []
    fills = colours(measure["family"], len(breaks) + 1)
    classes = fills[3:5] if measure["shape"] == "flag" else fills[3 : 3 + len(breaks) + 1]
    return [*pairwise(classes)]


def _spoken(one: Measured, lang: str) -> Iterator[Finding]:
    """Too much on the screen, or more in the notes than its seconds hold."""
    if one.words > READ:
        yield _finding(one.scene, "words", WARNING, lang, found=one.words, most=READ)
    if one.spoken > one.seconds:
        yield _finding(
            one.scene, "seconds", WARNING, lang, words=one.note_words, pace=SPOKEN, spoken=one.spoken, has=one.seconds,
            over=one.note_words - one.seconds * SPOKEN // 60,
        )  # fmt: skip


def _sourced(teller: Teller, scene: Scene, said: Told) -> Iterator[Finding]:
    """Figures that are not there, without a source or without a base."""
    lang = teller.lang
    if scene.show.startswith(LENS) and all(one.raw is None for one in figures(teller, scene)):
        yield _finding(scene.id, "empty", WARNING, lang)
        return
    if said.missing:
        yield _finding(scene.id, "missing", GRAVE, lang, names=", ".join(said.missing))
    if not said.cards and scene.part not in ("request", "offer"):
        yield _finding(scene.id, "citation", GRAVE, lang)
    if not said.base and (scene.show not in WITHOUT or scene.figures or scene.shares):
        yield _finding(scene.id, "base", WARNING, lang)


def _judged(scene: Scene, store: Store, lang: str) -> Iterator[Finding]:
    """Claims of the scene that the facts deny, restate or cannot decide."""
    ledger = by_id(store)
    for id in scene.claims:
        if id not in ledger:
            yield _finding(scene.id, "claim", GRAVE, lang, "claim_unknown", claim=id)
            continue
        entry = ledger[id]
        if entry.verdict not in _VERDICTS:
            continue
        which, level = "denied" if entry.verdict in _DENIED else entry.verdict, _VERDICTS[entry.verdict]
        if scene.id == RETRACTION:
            which, level = "retracted", NOTE
        yield _finding(
            scene.id, "claim", level, lang, f"claim_{which}", claim=id,
            verdict=text(f"verdict.{entry.verdict}", lang), reason=entry.reason(lang),
        )  # fmt: skip


def _carried(story: Story, minutes: int, known: tuple[Message, ...], lang: str) -> list[Finding]:
    """Messages that the form does not carry, and those that it carries though they are held back."""
    found = []
    for message in known:
        within = _within(story, minutes, message)
        if not within:
            found.append(_uncarried(story, message, lang))
        elif not message.holds:
            found += [
                _finding(id, "message", GRAVE, lang, "message_held", title=message.title(lang),
                         reason=message.reason(lang)) for id in within
            ]  # fmt: skip
    return found


def _within(story: Story, minutes: int, message: Message) -> list[str]:
    """The scenes of a form that carry a message."""
    return [one.id for one in story.form(minutes) if message.id in (one.message, one.show.partition(MESSAGE)[2])]


def _uncarried(story: Story, message: Message, lang: str) -> Finding:
    """A message that a form lacks: a longer one has it, the story leaves it out on purpose, or nobody thought of it."""
    title = message.title(lang)
    if longer := next((one for one in FORMS if _within(story, one, message)), 0):
        return _finding("", "message", REMARK, lang, "message_longer", title=title, minutes=longer)
    if message.id in story.leaves:
        why = story.leaves[message.id][lang]
        return _finding("", "message", NOTE, lang, "message_left", title=title, why=why)
    return _finding("", "message", REMARK, lang, title=title)
