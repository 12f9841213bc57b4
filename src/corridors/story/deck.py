"""A deck: everything that a story needs in a meeting, in one document, so that no server is asked again.

`deck()` composes it; `digest()` is over all of it, so that a pack can tell whether it is whole.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt

from corridors import __version__
from corridors.errors import StoryError
from corridors.model.story import FORMS, Scene, Story
from corridors.model.story_faults import LENS
from corridors.model.view import LANGS, encode
from corridors.store import Store
from corridors.story.pictures import markup, places
from corridors.story.practice import practice
from corridors.story.telling import Teller, Told, figures, told, whole
from corridors.text import text

FORMAT: Final = 1
FOR: Final = ("audience", "speaker")
KINDS: Final = {"words": "words", "law": "table"}
WORDS: Final = (
    "presenter",
    "notes",
    "no_notes",
    "one_screen",
    "unknown_screen",
    "hidden",
    "show_notes",
    "notes_apart",
    "now",
    "next",
    "end",
    "live",
    "frozen",
    "blank",
    "back",
    "on",
    "freeze",
    "thaw",
    "publish",
    "blank_key",
    "audience",
    "answers",
    "no_answers",
    "search",
    "not_found",
    "freeze_alone",
    "made",
    "whole",
    "altered",
    "unchecked",
    "blocked",
    "full_there",
)  # of the stage and the presenter's desk
Deck = dict[str, Any]


def deck(story: Story, store: Store, langs: Sequence[str] = LANGS, office: str = "", minutes: int = 15,
         reader: str = "audience") -> Deck:  # fmt: skip
    """The deck of a story. `office` is the consulate that tells it (`D-san-diego`; "" for none), `minutes` its form,
    `reader` one of FOR: for an audience it holds no notes, no answers of practice, and nothing that is not shown.

    StoryError for a story by consulate without one, for a form that is none, and for a message that may not be said.
    """
    if story.lens and not office:
        raise StoryError(f"{story.id}: this story is told by a consulate; name one")
    if minutes not in FORMS:
        raise StoryError(f"{story.id}: there is no form of {minutes} minutes; there are {', '.join(map(str, FORMS))}")
    tellers = {lang: Teller(story, store, lang, office if story.lens else "") for lang in langs}
    pictures: dict[str, str] = {}
    scenes = [_scene(scene, tellers, pictures, reader, minutes) for scene in story.form(minutes)]
    found: Deck = {
        "format": FORMAT,
        "product": "corridors",
        "version": __version__,
        "data": store.data_version,
        "made": store.clock().date().isoformat(),
        "story": story.id,
        "office": office,
        "form": minutes,
        "for": reader,
        "langs": list(langs),
        "title": {lang: story.title(lang) for lang in langs},
        "words": {lang: _words(lang) for lang in langs},
        "pictures": pictures,
        "scenes": scenes,
        "answers": [*_answers(story, tellers)] if reader == "speaker" else [],
    }
    return {**found, "digest": digest(found)}


def canonical(found: Deck) -> str:
    """A deck without its digest as JSON: sorted keys, no space, and no `<`, so that it can stand in a page as it is."""
    bare = {name: value for name, value in found.items() if name != "digest"}
    written = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.replace("<", "\\u003c")


def digest(found: Deck) -> str:
    """SHA-256 of a deck as `canonical` writes it."""
    return hashlib.sha256(canonical(found).encode()).hexdigest()


def _words(lang: str) -> dict[str, str]:
    """Every word of the stage and the desk."""
    return {name: text(f"deck.ui.{name}", lang) for name in WORDS}


def _scene(scene: Scene, tellers: dict[str, Teller], pictures: dict[str, str], reader: str, minutes: int) -> Deck:
    said = {lang: told(teller, scene) for lang, teller in tellers.items()}
    kept = {lang: _kept(markup(teller, scene, _alt(said[lang])), pictures) for lang, teller in tellers.items()}
    lines = {lang: places(teller, scene) for lang, teller in tellers.items()}
    story = next(iter(tellers.values())).story
    found: Deck = {
        "id": scene.id,
        "kind": KINDS.get(kind := scene.show.partition(":")[0], kind),
        "part": scene.part,
        "message": scene.message,
        "seconds": seconds(story, scene, minutes),
        "view": encode(next(iter(tellers.values())).view(scene)),
        "title": {lang: one.title for lang, one in said.items()},
        "text": {lang: one.text for lang, one in said.items()},
        "base": {lang: one.base for lang, one in said.items()},
        "source": {lang: one.short for lang, one in said.items()},
        "picture": kept,
    }
    if any(lines.values()):
        first = next(iter(lines.values()))
        found["places"] = {place: {lang: lines[lang][place] for lang in lines} for place in first}
    if reader == "speaker":
        found["notes"] = {lang: _notes(teller, scene, said[lang]) for lang, teller in tellers.items()}
    return found


def _notes(teller: Teller, scene: Scene, said: Told) -> str:
    """The notes as markup; before them a message as it stands, of which the stage shows less, after them what each
    number of a consulate is of, and the sources in full."""
    parts = [f"> {whole(teller, scene)}" if whole(teller, scene) else "", scene.notes[teller.lang]]
    if scene.show.startswith(LENS):
        parts.append("\n".join(f"- {one.label}: {one.base}" for one in figures(teller, scene)))
    shown: str = MarkdownIt("commonmark", {"html": False}).render("\n\n".join(part for part in parts if part))
    return shown + (f'<p class="desk-source">{escape(said.source)}</p>' if said.source else "")


def seconds(story: Story, scene: Scene, minutes: int) -> int:
    """The time of a scene in a form: its own, or less where the scenes of the form would not fit into its minutes."""
    whole = sum(one.seconds for one in story.form(minutes))
    return min(scene.seconds, int(scene.seconds * minutes * 60 / whole))


def _kept(picture: str, pictures: dict[str, str]) -> str:
    """The name of a picture, kept once however many scenes show it."""
    name = hashlib.sha256(picture.encode()).hexdigest()[:10] if picture else ""
    pictures.setdefault(name, picture)
    return name


def _alt(said: Told) -> str:
    return said.text or said.title


def _answers(story: Story, tellers: dict[str, Teller]) -> Iterator[Deck]:
    """The twelve questions of practice, each with its card: the answer, what may be said, its base, what it does not
    show, its citation. Those that the pictures of the story invite come first."""
    asked = [practice(one.store, lang, story, one.office) for lang, one in tellers.items()]
    for questions in zip(*asked, strict=True):
        known = dict(zip(tellers, questions, strict=True))
        yield {
            "scene": questions[0].scene,
            "ask": {lang: one.ask for lang, one in known.items()},
            "lines": {
                lang: [one.answer, one.card.say, one.card.base, *one.card.not_shown, *one.card.citation]
                for lang, one in known.items()
            },
        }
