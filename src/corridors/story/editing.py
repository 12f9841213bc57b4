"""A story in work: pure changes, each of which gives a new story and its faults. What is written is `keeping`'s affair.

A draft is what the files of a story hold; its notes are kept by scene. Shipped stories are copied before they change.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from corridors.errors import StoryError
from corridors.model.story_faults import ALL, CLOSING, FORMS, SCENE, SCENE_MAY, Fault, faults
from corridors.model.view import LANGS
from corridors.story.drafts import Draft, Fields, markdown
from corridors.text import text

WORDS: Final = ("title_en", "title_es", "for_en", "for_es", "lens")  # of a story, that a person may change
CLOSING_SECONDS: Final = 45
Notes = Mapping[str, str]  # by language


@dataclass(frozen=True)
class Edited:
    """What a change gives: the new story, and what is wrong with it."""

    draft: Draft
    faults: tuple[Fault, ...]


def edited(draft: Draft) -> Edited:
    """A draft with its faults, as they would be if its files were read."""
    told = {lang: markdown(draft.notes[lang], draft.ids) for lang in LANGS}
    return Edited(draft, tuple(faults(draft.id, draft.fields, told)))


def new(id: str, words: Fields, day: str) -> Edited:
    """A story that holds its closing scenes and nothing else; `words` are those of WORDS, `day` of its text (ISO)."""
    scenes = []
    notes: dict[str, dict[str, str]] = {lang: {} for lang in LANGS}
    for part in CLOSING:
        scene = {"id": part, "show": "message:own" if part == "own" else "words", "part": part}
        scene |= {f"title_{lang}": text(f"story.closing.{part}", lang) for lang in LANGS}
        scenes.append({**scene, "seconds": CLOSING_SECONDS, "citations": []})
        for lang in LANGS:
            notes[lang][part] = text(f"story.closing.{part}.notes", lang)
    known = {name: words[name] for name in WORDS if name in words}
    fields = {**known, "published": day, "forms": dict.fromkeys(FORMS, ALL), "scenes": scenes}
    return edited(Draft(id, fields, notes))


def copy(draft: Draft, id: str) -> Edited:
    """The same story under another id; its titles say that it is a copy."""
    titles = {f"title_{lang}": text("story.copy", lang, title=str(draft.fields[f"title_{lang}"])) for lang in LANGS}
    return edited(replace(draft, id=id, fields={**draft.fields, **titles}))


def add(draft: Draft, scene: Fields, notes: Notes, at: int | None = None, forms: Iterable[int] = FORMS) -> Edited:
    """A scene more: before the closing scenes, or at a place from 0; part of the forms named. One without an id gets
    one from its title."""
    id = str(scene.get("id") or free(str(scene.get("title_en", "")), draft.ids))
    place = at if at is not None else next((n for n, one in enumerate(draft.scenes) if one.get("part")), None)
    scenes = list(draft.scenes)
    scenes.insert(len(scenes) if place is None else place, _plain({**scene, "id": id}))
    wanted = set(forms)
    chosen = {
        minutes: now if now == ALL and minutes in wanted else [*draft.form(minutes), *([id] * (minutes in wanted))]
        for minutes, now in draft.fields["forms"].items()
    }
    told = {lang: {**draft.notes[lang], id: notes.get(lang, "").strip()} for lang in LANGS}
    return edited(Draft(draft.id, {**draft.fields, "scenes": scenes, "forms": chosen}, told))


def move(draft: Draft, id: str, to: int) -> Edited:
    """A scene at another place, from 0. StoryError for a scene that is none."""
    scenes = list(draft.scenes)
    scene = scenes.pop(_at(draft, id))
    scenes.insert(max(0, min(to, len(scenes))), scene)
    return edited(replace(draft, fields={**draft.fields, "scenes": scenes}))


def change(draft: Draft, id: str, fields: Fields, notes: Notes) -> Edited:
    """A scene with other fields and notes; those not named stay. StoryError for a scene that is none."""
    at = _at(draft, id)
    scenes = list(draft.scenes)
    scenes[at] = _plain({**scenes[at], **fields, "id": id})
    told = {
        lang: {**draft.notes[lang], id: notes[lang].strip()} if lang in notes else draft.notes[lang] for lang in LANGS
    }
    return edited(Draft(draft.id, {**draft.fields, "scenes": scenes}, told))


def remove(draft: Draft, id: str) -> Edited:
    """The story without a scene, its notes, and its place in the forms. StoryError for a scene that is none."""
    at = _at(draft, id)
    scenes = [*draft.scenes[:at], *draft.scenes[at + 1 :]]
    forms = {
        minutes: now if now == ALL else [one for one in now if one != id]
        for minutes, now in draft.fields["forms"].items()
    }
    told = {lang: {one: said for one, said in draft.notes[lang].items() if one != id} for lang in LANGS}
    return edited(Draft(draft.id, {**draft.fields, "scenes": scenes, "forms": forms}, told))


def reword(draft: Draft, words: Fields) -> Edited:
    """The story with another title, audience or teller (WORDS)."""
    known = {name: words[name] for name in WORDS if name in words}
    return edited(replace(draft, fields={**draft.fields, **known}))


def appoint(draft: Draft, minutes: int, ids: Sequence[str]) -> Edited:
    """A form of other scenes. KeyError for minutes without a form."""
    chosen: Any = ALL if set(ids) == set(draft.ids) else [one for one in draft.ids if one in ids]
    if strange := [one for one in ids if one not in draft.ids]:
        chosen = [*chosen, *strange]  # named as a fault
    return edited(replace(draft, fields={**draft.fields, "forms": {**draft.fields["forms"], minutes: chosen}}))


def free(words: str, taken: Iterable[str]) -> str:
    """An id made of words, that none has yet."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")[:30].strip("-")
    base = base if len(base) > 1 else "scene"
    used = set(taken)
    return next(one for one in (base, *(f"{base}-{n}" for n in range(2, len(used) + 3))) if one not in used)


def _at(draft: Draft, id: str) -> int:
    if id not in draft.ids:
        raise StoryError(f"{draft.id}: {id} is no scene of the story")
    return draft.ids.index(id)


def _plain(scene: Fields) -> dict[str, Any]:
    """A scene's known fields in their order, without optional ones that are empty."""
    known = {name: scene[name] for name in SCENE if name in scene}
    more = {name: scene[name] for name in SCENE_MAY if scene.get(name)}
    rest = {name: value for name, value in scene.items() if name not in SCENE and name not in SCENE_MAY}
    return {**known, **more, **rest}
