"""What may be wrong with a story: each fault names the story, the scene and the field, and has a code, so that the
editor can say it beside the field in either language (`text/story_faults.py`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from corridors.errors import StoryError, ViewError
from corridors.model.diplomacy import refused
from corridors.model.story_words import fault_of_figures, unfilled
from corridors.model.view import LANGS, decode

FORMS: Final = (3, 7, 15)  # minutes
ALL: Final = "all"  # a form of every scene
CLOSING: Final = ("own", "request", "offer")  # the parts with which every form ends, in this order
PARTS: Final = ("", *CLOSING)
# What a scene shows: a map, a chart by its name, numbers of a consulate's lens, the law table, a message, or words.
# What a scene shows begins so, or is one of the maps with a key of classes beside it.
CHART: Final = "chart:"
LAW: Final = "law"
LENS: Final = "lens:"
MESSAGE: Final = "message:"
KEYED: Final = ("map-us", "map-mx")
DRAWN: Final = ("map-", CHART, "corridors-")  # a picture, of a map or a chart
SHOWS: Final = re.compile(r"map-us|map-mx|map-both|map-district|corridors-district|law(?::[12])?|words"
                          r"|lens:[a-z_]+|chart:[a-z_]+|message:[a-z_]+")  # fmt: skip
OF_LENS: Final = re.compile(r"map-district|corridors-district|lens:[a-z_]+")  # only where a consulate tells it
SECONDS: Final = (5, 300)
ID: Final = re.compile(r"[a-z][a-z0-9-]{1,39}")
MOST: Final = 60  # scenes
# Letters, by the first part of a name.
LONGEST: Final = {"title": 300, "text": 600, "base": 300, "caption": 600, "for": 300, "leaves": 300, "notes": 8_000}
SENTENCE: Final = re.compile(r"(?<!\bEE)(?<!\bUU)[.!?…](?:\s+)(?=[¿¡“\"«]?[A-ZÁÉÍÓÚÑ0-9{])")
HEADING: Final = re.compile(r"^## +([a-z0-9-]+) *$", re.MULTILINE)
STORY: Final = {
    "title_en": str, "title_es": str, "for_en": str, "for_es": str, "lens": bool, "published": str, "forms": dict,
    "scenes": list,
}  # fmt: skip
STORY_MAY: Final = {"leaves": dict}  # messages that it leaves out by its purpose: id -> why, in both languages
SCENE: Final = {"id": str, "show": str, "title_en": str, "title_es": str, "seconds": int, "citations": list}
SCENE_MAY: Final = {
    "view": str, "text_en": str, "text_es": str, "message": str, "part": str, "claims": list, "figures": dict,
    "shares": dict, "periods": dict, "base_en": str, "base_es": str, "caption_en": str, "caption_es": str,
}  # fmt: skip
SPOKEN: Final = ("title", "text", "base", "caption")  # words of a scene, each in both languages
SHOWN: Final = ("title_en", "title_es", "text_en", "text_es")  # those that figures fill
_KINDS: Final = {
    str: "a text, in quotes", bool: "true or false", int: "a whole number", list: "a list", dict: "`name: value` fields"
}  # fmt: skip
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
Fields = Mapping[str, Any]
Notes = Mapping[str, Mapping[str, str]]  # by language, then by scene


class Fault(StoryError):
    """One fault: `scene` and `field` as they are named in the file ("" for the story itself), `code` and `values` for
    its words in a language; its text is for whoever edits the files."""

    def __init__(self, code: str, where: str, said: str, field: str = "", **values: Any) -> None:
        super().__init__(f"{where}: {said}")
        head = where.split(", ")[1:2]
        self.code, self.field, self.values = code, field, values
        self.scene = head[0].removeprefix("scene ") if head and head[0].startswith("scene ") else ""


def faults(id: str, found: Any, notes: Mapping[str, str]) -> Iterator[Fault]:
    """Every fault of a story, from the first to the last; none for one that can be told."""
    if not ID.fullmatch(id):
        yield Fault("id", str(id), "the name of a story is small letters, digits and hyphens", "id")
        return
    wrong = [*_fields(id, found, STORY, STORY_MAY)]
    yield from wrong
    if wrong:
        return
    told = {lang: sections(notes.get(lang, "")) for lang in LANGS}
    for lang in LANGS:
        if not told[lang]:
            yield Fault("notes_none", f"{id}, notes.{lang}.md", "write a section `## scene-id` for each scene",
                        f"notes_{lang}")  # fmt: skip
    if not all(told.values()):
        return
    yield from _scenes(id, found, told)
    for name in ("title_en", "title_es", "for_en", "for_es"):
        yield from _worded(f"{id}, {name}", name, found[name])
    for name, why in found.get("leaves", {}).items():
        yield from _left(f"{id}, leaves, {name}", why)


def _scenes(id: str, found: Fields, told: Notes) -> Iterator[Fault]:
    """The faults of the scenes, of the notes beside them, and of the forms that they make up."""
    scenes = found["scenes"]
    if len(scenes) > MOST:
        yield Fault("many", f"{id}, scenes", f"has {len(scenes)}; a story has at most {MOST}", "scenes", most=MOST)
        return
    wrong = [fault for at, one in enumerate(scenes, start=1) for fault in _scene(id, at, one, told, found["lens"])]
    yield from wrong
    if not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in scenes):
        return
    ids = [one["id"] for one in scenes]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        yield Fault("twice", f"{id}, scene {twice[0]}, id", "stands twice; give each scene its own", "id")
    for lang in LANGS:
        if strange := sorted(set(told[lang]) - set(ids)):
            said = f"{strange[0]} is no scene of the story"
            yield Fault("notes_strange", f"{id}, notes.{lang}.md", said, f"notes_{lang}", scene_id=strange[0])
    yield from _forms(id, found["forms"], {one["id"]: one.get("part", "") for one in scenes})


def _scene(story: str, at: int, found: Any, notes: Notes, lens: bool) -> Iterator[Fault]:
    name = found["id"] if isinstance(found, dict) and isinstance(found.get("id"), str) else f"number {at}"
    where = f"{story}, scene {name}"
    wrong = [*_fields(where, found, SCENE, SCENE_MAY)]
    yield from wrong
    if any(fault.code != "empty" for fault in wrong):
        return
    if not ID.fullmatch(name):
        yield Fault("id", f"{where}, id", "use small letters, digits and hyphens", "id")
    show = found["show"]
    if not SHOWS.fullmatch(show):
        said = f"{show!r} is nothing that a scene can show; see docs/stories.md"
        yield Fault("show", f"{where}, show", said, "show", show=show)
    elif OF_LENS.fullmatch(show) and not lens:
        said = f"{show} is of a consulate; set `lens: true`, or show something else"
        yield Fault("lens", f"{where}, show", said, "show")
    if not SECONDS[0] <= found["seconds"] <= SECONDS[1]:
        said = f"{found['seconds']}; a scene lasts {SECONDS[0]} to {SECONDS[1]} seconds"
        yield Fault("seconds", f"{where}, seconds", said, "seconds", first=SECONDS[0], last=SECONDS[1])
    if found.get("part", "") not in PARTS:
        said = f"{found['part']!r} is none of {', '.join(CLOSING)}"
        yield Fault("part", f"{where}, part", said, "part")
    yield from _view(where, found.get("view", ""))
    yield from _said(where, found, lens)
    yield from _noted(where, name, notes)
    if not found["citations"] and not found.get("part") and not show.startswith((MESSAGE, LENS)):
        said = "name the source cards of what it shows, such as NFCTA_IV"
        yield Fault("citations", f"{where}, citations", said, "citations")


def _said(where: str, found: Fields, lens: bool) -> Iterator[Fault]:
    """The words on the screen, and the figures that fill them."""
    for name in SPOKEN[1:]:
        one, other = f"{name}_en", f"{name}_es"
        if bool(found.get(one)) != bool(found.get(other)):
            missing = other if found.get(one) else one
            yield Fault("both", f"{where}, {one} and {other}", "write both languages or neither", missing)
    for key in ("text_en", "text_es"):
        if SENTENCE.search(found.get(key, "").strip()):
            said = "at most one sentence; move the rest into the notes"
            yield Fault("sentence", f"{where}, {key}", said, key)
    for key in (f"{name}_{lang}" for name in SPOKEN for lang in LANGS):
        yield from _worded(f"{where}, {key}", key, found.get(key, ""))
    if wrong := fault_of_figures(found):
        field, said = wrong
        yield Fault("figures", f"{where}, {field}", said, field)
        return
    for key in SHOWN:
        if name := unfilled(found, key, lens):
            yield Fault("unfilled", f"{where}, {key}", f"{name!r} is filled by no figure of the scene", key, name=name)


def _left(where: str, why: Any) -> Iterator[Fault]:
    """Why a message is left out: a text in each language."""
    if not isinstance(why, dict) or set(why) != set(LANGS) or not all(isinstance(one, str) for one in why.values()):
        yield Fault("kind", where, f"say why, in {' and '.join(LANGS)}", "leaves")
        return
    for said in why.values():
        if not said.strip():
            yield Fault("empty", where, "is empty", "leaves")
        yield from _worded(where, "leaves", said)


def _noted(where: str, name: str, notes: Notes) -> Iterator[Fault]:
    for lang in LANGS:
        said, label, field = notes[lang].get(name, ""), f"notes.{lang}.md", f"notes_{lang}"
        if not said:
            todo = f"{label} has no section `## {name}`; write what is said beside it"
            yield Fault("notes", where, todo, field)
        yield from _worded(f"{where}, {label}", field, said)


def _view(where: str, query: str) -> Iterator[Fault]:
    try:
        view = decode(query)
    except ViewError as error:
        yield Fault("view", f"{where}, view", str(error), "view", why=str(error))
        return
    if view.split or view.as_of:
        said = "no estimate by split, and no earlier day: a scene shows what is published and in force"
        yield Fault("view_split" if view.split else "view_day", f"{where}, view", said, "view")


def _forms(story: str, found: Mapping[Any, Any], parts: Mapping[str, Any]) -> Iterator[Fault]:
    """The forms, each of scenes that are there, and each ending with the three closing parts."""
    if set(found) != set(FORMS):
        said = f"give the scenes of {', '.join(map(str, FORMS))} minutes"
        yield Fault("forms", f"{story}, forms", said, "forms")
        return
    for minutes in FORMS:
        yield from _form(f"{story}, forms, {minutes} minutes", minutes, found[minutes], parts)


def _form(where: str, minutes: int, chosen: Any, parts: Mapping[str, Any]) -> Iterator[Fault]:
    if chosen != ALL and not (isinstance(chosen, list) and all(isinstance(one, str) for one in chosen)):
        yield Fault("forms", where, f"give a list of scenes, or {ALL}", "forms", minutes=minutes)
        return
    ids: Sequence[str] = tuple(parts) if chosen == ALL else chosen
    if unknown := [one for one in ids if one not in parts]:
        said = f"{unknown[0]} is no scene of the story"
        yield Fault("form_strange", where, said, "forms", minutes=minutes, scene_id=unknown[0])
        return
    ordered = [parts[one] for one in parts if one in ids]
    if tuple(ordered[-len(CLOSING) :]) != CLOSING:
        yield Fault(
            "form_end", where,
            "must end with Mexico's own part, one request and one offer "
            f"(scenes whose part is {', '.join(CLOSING)}, in this order)",
            "forms", minutes=minutes,
        )  # fmt: skip
    elif len([one for one in ordered if one]) != len(CLOSING):
        yield Fault("form_more", where, "one scene of each closing part, not more", "forms", minutes=minutes)


def sections(text: str) -> dict[str, str]:
    """Notes by scene: a section each, under its id; empty for notes without one."""
    parts = HEADING.split(text)
    return {name: said.strip() for name, said in zip(parts[1::2], parts[2::2], strict=True)}


def _worded(where: str, field: str, said: str) -> Iterator[Fault]:
    """What no text may be: too long, with letters that cannot be shown, or against the rules of a dialogue."""
    most = LONGEST[field.partition("_")[0]]
    if len(said) > most:
        yield Fault("long", where, f"has {len(said):,} letters; at most {most:,}", field, most=most)
    elif _UNSEEN.search(said):
        yield Fault("unseen", where, "holds a letter that cannot be shown", field)
    elif word := refused(said):
        said = f"{word!r} has no place in a story (docs/stories.md, What a story never says)"
        yield Fault("word", where, said, field, word=word)


def _fields(where: str, found: Any, needed: Fields, may: Fields) -> Iterator[Fault]:
    """Fields that are missing, not known, not of their kind, or empty."""
    if not isinstance(found, dict):
        yield Fault("fields", where, "write fields as `name: value`")
        return
    for name in (name for name in needed if name not in found):
        yield Fault("missing", f"{where}, {name}", "is missing", name)
    for name in (str(name) for name in found if name not in needed and name not in may):
        said = f"is no field here; there are {', '.join((*needed, *may))}"
        yield Fault("unknown", f"{where}, {name}", said, name)
    for name, value in found.items():
        kind = needed.get(name, may.get(name))
        if kind is None:
            continue
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            yield Fault("kind", f"{where}, {name}", f"must be {_KINDS[kind]}; found {repr(value)[:80]}", name)
        elif name in needed and isinstance(value, str) and not value.strip():
            yield Fault("empty", f"{where}, {name}", "is empty", name)
