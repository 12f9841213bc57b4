"""A story for a meeting: what `story.yml` and the notes of one folder hold, read and validated.

A scene is a view (the same `ViewState` as a link) with a title, at most one sentence, notes, citations and the message
that it carries. A story ends with Mexico's own part, one request and one offer, in each of its forms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corridors.model.story_faults import (
    ALL,
    CLOSING,
    FORMS,
    SCENE,
    SCENE_MAY,
    STORY,
    STORY_MAY,
    Fields,
    faults,
    sections,
)
from corridors.model.view import LANGS, ViewState, decode

__all__ = ["CLOSING", "FORMS", "SCENE", "SCENE_MAY", "STORY", "STORY_MAY", "Scene", "Story", "parse"]


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
    base_en: str = ""
    base_es: str = ""
    claims: tuple[str, ...] = ()
    figures: Fields = field(default_factory=dict)
    shares: Mapping[str, Sequence[str]] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)  # by language

    def title(self, lang: str) -> str:
        """The title in a language, its numbers not yet in place."""
        return self.title_es if lang == "es" else self.title_en

    def base(self, lang: str) -> str:
        """What its numbers are of, in a language; empty where its picture says so itself."""
        return self.base_es if lang == "es" else self.base_en

    def text(self, lang: str) -> str:
        """The sentence in a language, its numbers not yet in place; empty where a picture says it all."""
        return self.text_es if lang == "es" else self.text_en


@dataclass(frozen=True)
class Story:
    """A story: its scenes in order and, by minutes, the ids of those that a form shows. `lens`: told by consulate;
    `leaves`: the messages that it leaves out by its purpose, with the reason by language."""

    id: str
    title_en: str
    title_es: str
    for_en: str
    for_es: str
    lens: bool
    published: str
    scenes: tuple[Scene, ...]
    forms: Mapping[int, tuple[str, ...]]
    leaves: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

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

    StoryError (a `Fault`) names the story, the scene and the field at fault, and what to do.
    """
    for fault in faults(id, found, notes):
        raise fault
    told = {lang: sections(notes[lang]) for lang in LANGS}
    scenes = tuple(_scene(one, told) for one in found["scenes"])
    ids = [scene.id for scene in scenes]
    forms = {
        minutes: tuple(one for one in ids if chosen == ALL or one in chosen)
        for minutes, chosen in sorted(found["forms"].items())
    }
    words = {name: found[name] for name in ("title_en", "title_es", "for_en", "for_es")}
    return Story(id=id, lens=found["lens"], published=found["published"], scenes=scenes, forms=forms,
                 leaves=found.get("leaves", {}), **words)  # fmt: skip


def _scene(found: Fields, notes: Mapping[str, Mapping[str, str]]) -> Scene:
    return Scene(
        id=found["id"], show=found["show"], view=decode(found.get("view", "")),
        title_en=found["title_en"], title_es=found["title_es"],
        text_en=found.get("text_en", ""), text_es=found.get("text_es", ""), seconds=found["seconds"],
        citations=tuple(found["citations"]), message=found.get("message", ""), part=found.get("part", ""),
        claims=tuple(found.get("claims", ())), figures=found.get("figures", {}), shares=found.get("shares", {}),
        periods=found.get("periods", {}), base_en=found.get("base_en", ""), base_es=found.get("base_es", ""),
        notes={lang: notes[lang][found["id"]] for lang in LANGS},
    )  # fmt: skip
