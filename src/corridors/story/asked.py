"""What a page asks of a story, as plain values: checked in shape, then done by `editing`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from corridors.model.story_faults import FORMS
from corridors.model.view import LANGS, ViewState, decode_or_default
from corridors.store import Store
from corridors.story import editing
from corridors.story.drafts import Draft
from corridors.story.editing import Edited
from corridors.story.seen import sentence

Body = Mapping[str, Any]
_TEXTS: Final = tuple(f"text_{lang}" for lang in LANGS)


class Malformed(ValueError):
    """A request that no page of ours sends; its text is the field that is wrong."""


def done(draft: Draft, body: Body, store: Store) -> Edited:
    """The draft after what `body["do"]` asks: add, change, move, remove, words. Malformed for anything else,
    StoryError for a scene that is none."""
    match body.get("do"):
        case "add":
            scene = live(_object(body, "scene"), store)
            return editing.add(draft, scene, _notes(body), _place(body, "at"), _forms(body))
        case "change":
            return _change(draft, body, store)
        case "move":
            return editing.move(draft, word(body, "scene"), _place(body, "to") or 0)
        case "remove":
            return editing.remove(draft, word(body, "scene"))
        case "words":
            return editing.reword(draft, _object(body, "fields"))
        case _:
            raise Malformed("do")


def live(scene: Body, store: Store) -> dict[str, Any]:
    """A scene without its sentence where that is the picture's own in both languages: then it follows the facts."""
    query = scene.get("view", "")
    if not isinstance(query, str) or not isinstance(scene.get("show"), str):
        raise Malformed("scene")
    view, _ = decode_or_default(query)
    own = {f"text_{lang}": _sentence(scene["show"], lang, view, store) for lang in LANGS}
    same = all(own[name] and scene.get(name) == own[name] for name in _TEXTS)
    return {name: value for name, value in scene.items() if not (same and name in _TEXTS)}


def _change(draft: Draft, body: Body, store: Store) -> Edited:
    id, fields = word(body, "scene"), _object(body, "fields")
    before = next((scene for scene in draft.scenes if scene["id"] == id), {})
    after = live({**before, **fields}, store)
    emptied = {name: "" for name in _TEXTS if name not in after}
    found = editing.change(draft, id, {**fields, **emptied}, _notes(body))
    if "forms" not in body:
        return found
    wanted = _forms(body)
    for minutes in FORMS:
        others = [one for one in found.draft.form(minutes) if one != id]
        found = editing.appoint(found.draft, minutes, [*others, *([id] * (minutes in wanted))])
    return found


def _sentence(show: str, lang: str, view: ViewState, store: Store) -> str:
    return sentence(show, replace(view, lang=lang), store)


def _object(body: Body, name: str) -> Body:
    found = body.get(name)
    if not isinstance(found, dict):
        raise Malformed(name)
    return found


def word(body: Body, name: str) -> str:
    """A text of a request. Malformed where there is none."""
    found = body.get(name)
    if not isinstance(found, str):
        raise Malformed(name)
    return found


def _notes(body: Body) -> dict[str, str]:
    found = _object(body, "notes")
    if set(found) - set(LANGS) or not all(isinstance(one, str) for one in found.values()):
        raise Malformed("notes")
    return dict(found)


def _place(body: Body, name: str) -> int | None:
    found = body.get(name)
    if found is not None and type(found) is not int:
        raise Malformed(name)
    return found


def _forms(body: Body) -> tuple[int, ...]:
    found = body.get("forms", list(FORMS))
    if not isinstance(found, list) or not all(type(one) is int and one in FORMS for one in found):
        raise Malformed("forms")
    return tuple(found)
