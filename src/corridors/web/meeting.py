"""Routes of a meeting: a story as a deck for the stage, as a briefing pack, the packs of other instances, and the
records of meetings, which only who may bring in files (`access`) may keep and see.

    GET    /meeting    {"access": who may, "records": [...]}
    GET    /pack/<name>.json   a pack that was taken in, as a deck for the stage: only markup such as this product makes
    POST   /meeting    a record (JSON, `story.meetings.Meeting`); 201 and the records, or {"error": code, "field": name}
"""

import json
import re
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, abort, jsonify, request

from corridors.errors import StoryError
from corridors.model.view import LANGS, decode_or_default
from corridors.settings import Settings
from corridors.store import Store
from corridors.story.deck import FOR, Deck, deck, digest
from corridors.story.keeping import shipped
from corridors.story.library import story
from corridors.story.markup import known
from corridors.story.meetings import Refused, keep, kept, parse
from corridors.story.pack import name_of, pack, packs, unpack
from corridors.web import logs
from corridors.web.assets import Assets
from corridors.web.encoding import REVALIDATE
from corridors.web.guard import read_body
from corridors.web.imports import refusal
from corridors.web.stores import Stores

_TYPES: Final = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
_PACK: Final = re.compile(r"[a-z0-9-]{8,80}\.html")


MEETING: Final = "/meeting"


def install(server: Flask, stores: Stores, assets: Assets, settings: Settings) -> None:
    """Add the routes; each is a plain function of the request."""
    records(server, settings)

    @server.get("/deck/<string:id>.json")
    def deck_json(id: str) -> Response:
        response = jsonify(_deck(id, stores))
        response.headers["Cache-Control"] = REVALIDATE
        return response

    @server.get("/deck/<string:id>.html")
    def deck_pack(id: str) -> Response:
        found = _deck(id, stores)
        return _file(pack(found), name_of(found))

    @server.get("/deck/<string:id>.<any(pptx, pdf, script):kind>")
    def deck_file(id: str, kind: str) -> Response:
        return _office_file(id, kind, stores)

    @server.get("/pack/<string:name>.json")
    def kept_deck(name: str) -> Response:
        try:
            found = known(unpack(_pack(f"{name}.html", stores).read_bytes()))
        except StoryError as error:
            abort(409, str(error))
        response = jsonify({**found, "digest": digest(found)})
        response.headers["Cache-Control"] = REVALIDATE
        return response

    @server.get("/pack/<string:name>")
    def kept_pack(name: str) -> Response:
        return _file(_pack(name, stores).read_bytes(), name)

    @server.get("/stage.json")
    def stage() -> Response:
        names = {group: f"{settings.base_path}assets/bundle/{assets.joined(group).name}" for group in ("deck", "stage")}
        response = jsonify(names)
        response.headers["Cache-Control"] = REVALIDATE
        return response


def _pack(name: str, stores: Stores) -> Path:
    """A pack that was taken in, by its name. 404 for any other."""
    kept = {path.name: path for path in packs(stores.now().state)}
    if not _PACK.fullmatch(name) or name not in kept:
        abort(404)
    return kept[name]


def records(server: Flask, settings: Settings) -> None:
    """Add the address of the records of meetings."""

    @server.route(MEETING, methods=["GET"])
    def meetings() -> Response:
        return refusal(settings, MEETING) or _private({"access": "open", "records": kept(settings.state)})

    @server.route(MEETING, methods=["POST"])
    def keep_meeting() -> Response:
        return refusal(settings, MEETING) or _keep(settings)


def _keep(settings: Settings) -> Response:
    try:
        name = keep(settings.state, parse(read_body()))
    except Refused as error:
        return _private({"error": error.code, "field": error.field}, 400)
    except OSError as error:
        logs.failure(error, MEETING)
        return _private({"error": "disk"}, 507)
    return _private({"name": name, "records": kept(settings.state)}, 201)


def _private(content: dict[str, Any], status: int = 200) -> Response:
    response = Response(json.dumps(content, ensure_ascii=False), status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _deck(id: str, stores: Stores) -> Deck:
    """The deck that the query asks for: `form`, `lens`, `first` (the audience's language), `for`. 404 or 400 else."""
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    first, reader = request.args.get("first", view.lang), request.args.get("for", FOR[0])
    form = request.args.get("form", "15")
    if first not in LANGS or reader not in FOR or not form.isascii() or not form.isdigit():
        abort(400)
    langs = (first, *(lang for lang in LANGS if lang != first))
    store = stores.of(view)
    return _kept(store, id, langs, view.lens[0] if view.lens else "", int(form), reader)


def _office_file(id: str, kind: str, stores: Stores) -> Response:
    """A story as slides, handout or script for the query that a deck takes. 404 or 400 as for a deck."""
    from corridors.story.handout import handout, script  # noqa: PLC0415 - as the exports: quick start
    from corridors.story.slides import slides  # noqa: PLC0415

    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    form, reader = request.args.get("form", "15"), request.args.get("for", FOR[0])
    if reader not in FOR or not form.isascii() or not form.isdigit():
        abort(400)
    store, office, minutes = stores.of(view), view.lens[0] if view.lens else "", int(form)
    try:
        found = story(store, id)
    except StoryError as error:
        abort(404, str(error))
    try:
        if kind == "pptx":
            content = slides(found, store, view.lang, office, minutes, reader)
        else:
            content = (handout if kind == "pdf" else script)(found, store, view.lang, office, minutes)
    except StoryError as error:
        abort(400, str(error))
    suffix = "-script.pdf" if kind == "script" else f".{kind}"
    return _file(content, f"{id}{suffix}", _TYPES["pptx" if kind == "pptx" else "pdf"])


def _kept(store: Store, id: str, langs: tuple[str, ...], office: str, form: int, reader: str) -> Deck:
    try:
        found = story(store, id)
    except StoryError as error:
        abort(404, str(error))
    try:
        if not shipped(store, id):  # one's own changes while the edition stays
            return deck(found, store, langs, office, form, reader)
        key = f"deck {id} {langs} {office} {form} {reader} {store.clock().date()}"
        return store.kept(key, lambda: deck(found, store, langs, office, form, reader))
    except StoryError as error:
        abort(400, str(error))


def _file(content: bytes, name: str, kind: str = "text/html") -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="corridors-{name}"'
    response.headers["Cache-Control"] = REVALIDATE
    return response
