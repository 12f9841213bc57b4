"""Addresses of the rehearsal: what is wrong with a story in a room, the questions of practice, and packs compared.

GET   /rehearse.json   ?story, lang, lens, form, distance, screen: the findings and the questions, in one language
POST  /consistency     packs as a form (`pack`, each a file): what they show differently; nothing of them is kept
"""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any, Final

from flask import Flask, Response, abort, jsonify, request

from corridors.errors import StoryError
from corridors.model.story import FORMS
from corridors.model.view import decode_or_default
from corridors.story.consistency import Compared, compared
from corridors.story.library import story
from corridors.story.pack import LARGEST, packs
from corridors.story.practice import practice
from corridors.story.rehearsal import LEVELS, Rehearsal, Room, rehearse
from corridors.text import text
from corridors.web.encoding import REVALIDATE
from corridors.web.stores import Stores

MOST: Final = 12  # packs of one comparison
_BYTES: Final = 2 * LARGEST  # of all of them: a pack has some hundred thousand


def install(server: Flask, stores: Stores) -> None:
    """Add the addresses; each is a plain function of the request."""

    @server.get("/rehearse.json")
    def rehearsed() -> Response:
        return _answer(_rehearsed(stores))

    @server.route("/consistency", methods=["POST"])
    def consistency() -> Response:
        request.max_content_length = _BYTES
        return _answer(_compared(stores))


def _answer(content: dict[str, Any]) -> Response:
    response = jsonify(content)
    response.headers["Cache-Control"] = REVALIDATE
    return response


def _rehearsed(stores: Stores) -> dict[str, Any]:
    """404 for a story that is none; 400 for a form, a room or a consulate that cannot be."""
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    store, lang, office = stores.now(), view.lang, view.lens[0] if view.lens else ""
    try:
        told = story(store, request.args.get("story", ""))
    except StoryError as error:
        abort(404, str(error))
    try:
        room = Room(_number("distance"), _number("screen"))
        found = rehearse(told, store, room, lang, office, _form())
        asked = practice(store, lang, told, office)
    except StoryError as error:
        abort(400, str(error))
    return {
        "counts": {level: sum(one.level == level for one in found.findings) for level in LEVELS},
        "findings": [*_findings(found)],
        "scenes": [asdict(one) for one in found.scenes],
        "questions": [
            {
                "ask": one.ask, "answer": one.answer, "title": one.card.title, "card": one.card.name,
                "lines": [one.card.say, one.card.base, *one.card.not_shown, *one.card.citation],
            }
            for one in asked
        ],
    }  # fmt: skip


def _findings(found: Rehearsal) -> Iterator[dict[str, Any]]:
    """Each finding once, the gravest first, with the scenes that have it."""
    alike: dict[tuple[str, str, str, str], list[str]] = {}
    titles = {one.scene: one.title for one in found.scenes}
    for one in sorted(found.findings, key=lambda one: LEVELS.index(one.level)):
        alike.setdefault((one.level, one.kind, one.what, one.mend), []).append(titles.get(one.scene, ""))
    for (level, kind, what, mend), scenes in alike.items():
        yield {"level": level, "kind": kind, "what": what, "mend": mend, "scenes": [one for one in scenes if one]}


def _form() -> int:
    given = _number("form")
    if given not in FORMS:
        raise StoryError(f"form: there are {', '.join(map(str, FORMS))} minutes")
    return int(given)


def _number(name: str) -> float:
    given = request.args.get(name, "")
    try:
        return float(given)
    except ValueError as error:
        raise StoryError(f"{name}: {given[:20]!r} is no number") from error


def _compared(stores: Stores) -> dict[str, Any]:
    """Packs that were sent, beside those that are kept here; 400 for more than MOST, or for none."""
    sent = request.files.getlist("pack")
    kept = packs(stores.now().state)
    if not sent or len(sent) > MOST:
        abort(400, f"send 1 to {MOST} packs")
    names = [
        PurePosixPath((one.filename or "").replace("\\", "/")).name[:120] or str(at) for at, one in enumerate(sent, 1)
    ]
    files = [(f"{at}. {name}", one.read()) for at, (name, one) in enumerate(zip(names, sent, strict=True), 1)]
    known = {content for _, content in files}
    files += [(path.name, content) for path in kept[:MOST] if (content := path.read_bytes()) not in known]
    return _said(compared(files))


def _said(found: Compared) -> dict[str, Any]:
    """What was found, the parts and the conclusion in the language of the request."""
    lang = decode_or_default(request.query_string.decode("ascii", "replace"))[0].lang
    notes = [text("consistency.editions", lang)] if len({one.data for one in found.decks}) > 1 else []
    if len(found.decks) < 2:
        notes.append(text("consistency.one", lang))
    elif found.agree:
        notes.append(text("consistency.agree", lang, scenes=found.compared))
    else:
        notes.append(text("consistency.count", lang, found=len(found.differences), scenes=found.compared))
    differences = [{**asdict(one), "part": text(f"consistency.{one.part}", lang)} for one in found.differences]
    return {"agree": found.agree, "notes": notes, "faults": list(found.faults), "differences": differences,
            "decks": [asdict(one) for one in found.decks]}  # fmt: skip
