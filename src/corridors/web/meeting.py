"""Routes of a meeting: a story as a deck for the stage, as a briefing pack, and the packs of other instances."""

import re
from typing import Final

from flask import Flask, Response, abort, jsonify, request

from corridors.errors import StoryError
from corridors.model.view import LANGS, decode_or_default
from corridors.store import Store
from corridors.story.deck import FOR, Deck, deck
from corridors.story.library import story
from corridors.story.pack import name_of, pack, packs
from corridors.web.assets import Assets
from corridors.web.encoding import REVALIDATE
from corridors.web.stores import Stores

_PACK: Final = re.compile(r"[a-z0-9-]{8,80}\.html")


def install(server: Flask, stores: Stores, assets: Assets, base: str) -> None:
    """Add the routes; each is a plain function of the request."""

    @server.get("/deck/<string:id>.json")
    def deck_json(id: str) -> Response:
        response = jsonify(_deck(id, stores))
        response.headers["Cache-Control"] = REVALIDATE
        return response

    @server.get("/deck/<string:id>.html")
    def deck_pack(id: str) -> Response:
        found = _deck(id, stores)
        return _file(pack(found), name_of(found))

    @server.get("/pack/<string:name>")
    def kept_pack(name: str) -> Response:
        known = {path.name: path for path in packs(stores.now().state)}
        if not _PACK.fullmatch(name) or name not in known:
            abort(404)
        return _file(known[name].read_bytes(), name)

    @server.get("/stage.json")
    def stage() -> Response:
        names = {group: f"{base}assets/bundle/{assets.joined(group).name}" for group in ("deck", "stage")}
        response = jsonify(names)
        response.headers["Cache-Control"] = REVALIDATE
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


def _kept(store: Store, id: str, langs: tuple[str, ...], office: str, form: int, reader: str) -> Deck:
    try:
        found = story(store, id)
    except StoryError as error:
        abort(404, str(error))
    try:
        key = f"deck {id} {langs} {office} {form} {reader} {store.clock().date()}"
        return store.kept(key, lambda: deck(found, store, langs, office, form, reader))
    except StoryError as error:
        abort(400, str(error))


def _file(content: bytes, name: str) -> Response:
    response = Response(content, mimetype="text/html")
    response.headers["Content-Disposition"] = f'attachment; filename="corridors-{name}"'
    response.headers["Cache-Control"] = REVALIDATE
    return response
