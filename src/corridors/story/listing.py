"""Stories in work as plain values for the pages that edit them: words in both languages, faults beside their fields."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

import yaml

from corridors.answers.messages import messages
from corridors.answers.quoting import quoted
from corridors.errors import StoryError
from corridors.model.story import Scene
from corridors.model.story_faults import FORMS, Fault
from corridors.model.view import LANGS, ViewState, decode_or_default
from corridors.store import Store
from corridors.story import keeping
from corridors.story.capture import Captured, captured
from corridors.story.dossier import Dossier
from corridors.story.drafts import Fields, draft_of
from corridors.story.editing import WORDS, edited
from corridors.story.library import story
from corridors.story.seen import name, seen
from corridors.story.seen import said as says
from corridors.story.tellable import checked, said

Plain = dict[str, Any]
OFFICE: Final = "{office}"


def listed(store: Store) -> list[Plain]:
    """Every story: id, titles, whether it came with the product, its scenes, its faults; `broken` says why one cannot
    be edited here."""
    return [_listed(store, id) for id in keeping.ids(store)]


def _listed(store: Store, id: str) -> Plain:
    found: Plain = {"id": id, "shipped": keeping.shipped(store, id)}
    try:
        draft, _ = keeping.draft(store, id)
    except StoryError as error:
        return {**found, "title": dict.fromkeys(LANGS, id), "broken": str(error)}
    named = {lang: str(draft.fields.get(f"title_{lang}", id)) for lang in LANGS}
    wrong = len(checked(edited(draft), store))
    return {**found, "title": named, "scenes": len(draft.scenes), "lens": draft.fields.get("lens") is True,
            "faults": wrong}  # fmt: skip


def document(store: Store, id: str) -> Plain:
    """A story to be edited: its words, its scenes as they are and as they are seen, its forms, faults and digest."""
    draft, digest = keeping.draft(store, id)
    spoken = _spoken(store, id)
    return {
        "id": id,
        "digest": digest,
        "shipped": keeping.shipped(store, id),
        "fields": {one: draft.fields.get(one, "") for one in WORDS},
        "forms": {str(minutes): list(draft.form(minutes)) for minutes in FORMS},
        "scenes": [
            {"fields": dict(scene), "notes": {lang: draft.notes[lang].get(scene["id"], "") for lang in LANGS},
             "told": spoken.get(scene["id"]), "mark": _mark(scene, store), **_seen(scene, store)}
            for scene in draft.scenes
        ],
        "faults": faults(checked(edited(draft), store)),
    }  # fmt: skip


def _mark(scene: Fields, store: Store) -> str:
    """What changes when the picture of a scene may: with its fields, and with the data."""
    written = json.dumps(scene, sort_keys=True, default=str)
    return hashlib.sha256(f"{written} {store.data_version}".encode()).hexdigest()[:12]


def _seen(scene: Any, store: Store) -> Plain:
    """What a scene shows, in words, and the sentence that its picture says of itself."""
    show, query = str(scene.get("show", "")), scene.get("view", "")
    view, _ = decode_or_default(query if isinstance(query, str) else "")
    figures = {lang: seen(show, replace(view, lang=lang), store) for lang in LANGS}
    return {
        "label": {lang: name(show, figure, lang, store) for lang, figure in figures.items()},
        "says": {lang: says(figure) for lang, figure in figures.items()},
    }


def _spoken(store: Store, id: str) -> dict[str, Plain]:
    """The titles and sentences of a story with the numbers in force, by scene; the place of the consulate's name stays
    as it is written. Nothing for a story that cannot be told."""
    try:
        found = story(store, id)
    except StoryError:
        return {}
    return {scene.id: {lang: _words(scene, lang, store) for lang in LANGS} for scene in found.scenes}


def _words(scene: Scene, lang: str, store: Store) -> Plain:
    numbers = quoted(store, {"figures": scene.figures, "shares": scene.shares, "periods": scene.periods})
    written = {"title": scene.title(lang), "text": scene.text(lang)}
    if numbers.missing:
        return written
    return {name: numbers.fill(said.replace(OFFICE, f"{{{OFFICE}}}"), lang) for name, said in written.items()}


def faults(found: Iterable[Fault]) -> list[Plain]:
    """Faults with their scene, their field, and their words in both languages."""
    return [
        {"scene": one.scene, "field": one.field, "said": {lang: said(one, lang) for lang in LANGS}} for one in found
    ]


def preview(dossier: Dossier) -> Plain:
    """What a file from outside holds, before it is taken in."""
    draft = draft_of(dossier.id, dossier.files)
    return {
        "id": dossier.id,
        "title": {lang: str(draft.fields[f"title_{lang}"]) for lang in LANGS},
        "for": {lang: str(draft.fields[f"for_{lang}"]) for lang in LANGS},
        "scenes": [{lang: str(scene[f"title_{lang}"]) for lang in LANGS} for scene in draft.scenes],
        "lens": draft.fields["lens"],
        "digest": dossier.digest,
    }


def options(path: str, view: ViewState, store: Store) -> Plain:
    """The scenes that the view of a page could become, and the messages that one may carry."""
    return {"options": [_option(one) for one in captured(path, view, store)], "messages": titles(store)}


def titles(store: Store) -> dict[str, dict[str, str]]:
    """The messages that a scene may carry: id -> title by language."""
    return {one.id: {lang: one.title(lang) for lang in LANGS} for one in messages(store)}


def _option(found: Captured) -> Plain:
    scene = dict(found.scene)
    written = yaml.safe_dump([{"id": "", **scene}], allow_unicode=True, sort_keys=False, width=10_000)
    return {"scene": scene, "notes": dict(found.notes), "label": dict(found.label), "lens": found.lens, "yaml": written}
