"""A story for a meeting: what `story.yml` and the notes of one folder hold, read and validated.

A scene is a view (the same `ViewState` as a link) with a title, at most one sentence, notes, citations and the message
that it carries. A story ends with Mexico's own part, one request and one offer, in each of its forms.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from corridors.errors import StoryError, ViewError
from corridors.model.diplomacy import refused
from corridors.model.view import LANGS, ViewState, decode

FORMS: Final = (3, 7, 15)  # minutes
CLOSING: Final = ("own", "request", "offer")  # the parts with which every form ends, in this order
PARTS: Final = ("", *CLOSING)
# What a scene shows: a map, a chart by its name, numbers of a consulate's lens, the law table, a message, or words.
SHOWS: Final = re.compile(r"map-us|map-mx|map-both|map-district|corridors-district|law|words"
                          r"|lens:[a-z_]+|chart:[a-z_]+|message:[a-z_]+")  # fmt: skip
SECONDS: Final = (5, 300)
ID: Final = re.compile(r"[a-z][a-z0-9-]{1,39}")
_SENTENCE: Final = re.compile(r"[.!?…](?:\s+)(?=[¿¡“\"«]?[A-ZÁÉÍÓÚÑ0-9{])")
_HEADING: Final = re.compile(r"^## +([a-z0-9-]+) *$", re.MULTILINE)
_STORY: Final = {
    "title_en": str, "title_es": str, "for_en": str, "for_es": str, "lens": bool, "published": str, "forms": dict,
    "scenes": list,
}  # fmt: skip
_SCENE: Final = {"id": str, "show": str, "title_en": str, "title_es": str, "seconds": int, "citations": list}
_SCENE_MAY: Final = {
    "view": str, "text_en": str, "text_es": str, "message": str, "part": str, "claims": list, "figures": dict,
    "shares": dict, "periods": dict, "caption_en": str, "caption_es": str,
}  # fmt: skip
_KINDS: Final = {
    str: "a text, in quotes", bool: "true or false", int: "a whole number", list: "a list", dict: "`name: value` fields"
}  # fmt: skip
_Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Scene:
    """One scene. `figures`, `shares` and `periods` name the facts whose numbers fill `{name}` in its words (as in
    `geodata/messages`); `claims` are of the ledger; `part` is one of CLOSING where the scene closes the story."""

    id: str
    show: str
    view: ViewState
    title_en: str
    title_es: str
    text_en: str
    text_es: str
    seconds: int
    citations: tuple[str, ...]
    message: str = ""
    part: str = ""
    claims: tuple[str, ...] = ()
    figures: _Fields = field(default_factory=dict)
    shares: Mapping[str, Sequence[str]] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)  # by language

    def title(self, lang: str) -> str:
        """The title in a language, its numbers not yet in place."""
        return self.title_es if lang == "es" else self.title_en

    def text(self, lang: str) -> str:
        """The sentence in a language, its numbers not yet in place; empty where a picture says it all."""
        return self.text_es if lang == "es" else self.text_en


@dataclass(frozen=True)
class Story:
    """A story: its scenes in order and, by minutes, the ids of those that a form shows. `lens`: told by consulate."""

    id: str
    title_en: str
    title_es: str
    for_en: str
    for_es: str
    lens: bool
    published: str
    scenes: tuple[Scene, ...]
    forms: Mapping[int, tuple[str, ...]]

    def title(self, lang: str) -> str:
        """The title in a language."""
        return self.title_es if lang == "es" else self.title_en

    def audience(self, lang: str) -> str:
        """For whom it is told, in a language."""
        return self.for_es if lang == "es" else self.for_en

    def form(self, minutes: int) -> tuple[Scene, ...]:
        """The scenes of a form. KeyError for minutes without one."""
        chosen = self.forms[minutes]
        return tuple(scene for scene in self.scenes if scene.id in chosen)


def parse(id: str, found: Any, notes: Mapping[str, str]) -> Story:
    """A story of what its YAML and its notes (Markdown by language, `## scene-id` above each) hold.

    StoryError names the story, the scene and the field at fault, and what to do.
    """
    if not ID.fullmatch(id):
        raise StoryError(f"{id}: the name of a story is small letters, digits and hyphens")
    _fields(id, found, _STORY, {})
    told = {lang: _notes(f"{id}, notes.{lang}.md", notes.get(lang, "")) for lang in LANGS}
    scenes = tuple(_scene(id, at, one, told) for at, one in enumerate(found["scenes"], start=1))
    ids = [scene.id for scene in scenes]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise StoryError(f"{id}, scene {twice[0]}, id: stands twice; give each scene its own")
    for lang in LANGS:
        if strange := sorted(set(told[lang]) - set(ids)):
            raise StoryError(f"{id}, notes.{lang}.md: {strange[0]} is no scene of the story")
    forms = _forms(id, found["forms"], scenes)
    words = {name: found[name] for name in ("title_en", "title_es", "for_en", "for_es")}
    for name, said in words.items():
        _diplomatic(f"{id}, {name}", said)
    return Story(id=id, lens=found["lens"], published=found["published"], scenes=scenes, forms=forms, **words)


def _scene(story: str, at: int, found: Any, notes: Mapping[str, Mapping[str, str]]) -> Scene:
    name = found["id"] if isinstance(found, dict) and isinstance(found.get("id"), str) else f"number {at}"
    where = f"{story}, scene {name}"
    _fields(where, found, _SCENE, _SCENE_MAY)
    if not ID.fullmatch(name):
        raise StoryError(f"{where}, id: use small letters, digits and hyphens")
    if not SHOWS.fullmatch(found["show"]):
        raise StoryError(f"{where}, show: {found['show']!r} is nothing that a scene can show; see docs/stories.md")
    if not SECONDS[0] <= found["seconds"] <= SECONDS[1]:
        raise StoryError(f"{where}, seconds: {found['seconds']}; a scene lasts {SECONDS[0]} to {SECONDS[1]} seconds")
    if found.get("part", "") not in PARTS:
        raise StoryError(f"{where}, part: {found['part']!r} is none of {', '.join(CLOSING)}")
    if bool(found.get("text_en")) != bool(found.get("text_es")):
        raise StoryError(f"{where}, text_en and text_es: write both languages or neither")
    for key in ("text_en", "text_es"):
        _one_sentence(f"{where}, {key}", found.get(key, ""))
    for key in ("title_en", "title_es", "text_en", "text_es"):
        _diplomatic(f"{where}, {key}", found.get(key, ""))
    told = {lang: notes[lang].get(name, "") for lang in LANGS}
    for lang, said in told.items():
        if not said:
            raise StoryError(f"{where}: notes.{lang}.md has no section `## {name}`; write what is said beside it")
        _diplomatic(f"{where}, notes.{lang}.md", said)
    citations = tuple(found["citations"])
    if not citations and not found.get("part") and not found["show"].startswith(("message:", "lens:")):
        raise StoryError(f"{where}, citations: name the source cards of what it shows, such as NFCTA_IV")
    return Scene(
        id=name, show=found["show"], view=_view(where, found.get("view", "")),
        title_en=found["title_en"], title_es=found["title_es"],
        text_en=found.get("text_en", ""), text_es=found.get("text_es", ""), seconds=found["seconds"],
        citations=citations, message=found.get("message", ""), part=found.get("part", ""),
        claims=tuple(found.get("claims", ())), figures=found.get("figures", {}), shares=found.get("shares", {}),
        periods=found.get("periods", {}), notes=told,
    )  # fmt: skip


def _view(where: str, query: str) -> ViewState:
    try:
        return decode(query)
    except ViewError as error:
        raise StoryError(f"{where}, view: {error}") from error


def _forms(story: str, found: Mapping[int, Any], scenes: Sequence[Scene]) -> dict[int, tuple[str, ...]]:
    """The forms, each of scenes that are there, and each ending with the three closing parts."""
    parts = {scene.id: scene.part for scene in scenes}
    if set(found) != set(FORMS):
        raise StoryError(f"{story}, forms: give the scenes of {', '.join(map(str, FORMS))} minutes")
    forms = {}
    for minutes in FORMS:
        chosen = found[minutes]
        where = f"{story}, forms, {minutes} minutes"
        ids = tuple(parts) if chosen == "all" else tuple(chosen)
        if unknown := [one for one in ids if one not in parts]:
            raise StoryError(f"{where}: {unknown[0]} is no scene of the story")
        ordered = tuple(one for one in parts if one in ids)
        if tuple(parts[one] for one in ordered[-len(CLOSING) :]) != CLOSING:
            raise StoryError(
                f"{where}: must end with Mexico's own part, one request and one offer "
                f"(scenes whose part is {', '.join(CLOSING)}, in this order)"
            )
        if len([one for one in ordered if parts[one]]) != len(CLOSING):
            raise StoryError(f"{where}: one scene of each closing part, not more")
        forms[minutes] = ordered
    return forms


def _notes(where: str, text: str) -> dict[str, str]:
    """The notes by scene: a section each, under its id."""
    parts = _HEADING.split(text)
    if len(parts) == 1:
        raise StoryError(f"{where}: write a section `## scene-id` for each scene")
    return {name: said.strip() for name, said in zip(parts[1::2], parts[2::2], strict=True)}


def _one_sentence(where: str, said: str) -> None:
    if _SENTENCE.search(said.strip()):
        raise StoryError(f"{where}: at most one sentence; move the rest into the notes")


def _diplomatic(where: str, said: str) -> None:
    if word := refused(said):
        raise StoryError(f"{where}: {word!r} has no place in a story (docs/stories.md, What a story never says)")


def _fields(where: str, found: Any, needed: _Fields, may: _Fields) -> None:
    if not isinstance(found, dict):
        raise StoryError(f"{where}: write fields as `name: value`")
    if missing := [name for name in needed if name not in found]:
        raise StoryError(f"{where}, {missing[0]}: is missing")
    if unknown := [str(name) for name in found if name not in needed and name not in may]:
        raise StoryError(f"{where}, {unknown[0]}: is no field here; there are {', '.join((*needed, *may))}")
    for name, value in found.items():
        kind = needed.get(name, may.get(name))
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise StoryError(f"{where}, {name}: must be {_KINDS[kind]}; found {value!r}")
        if name in needed and isinstance(value, str) and not value.strip():
            raise StoryError(f"{where}, {name}: is empty")
