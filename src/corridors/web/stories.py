"""Addresses of one's own stories: what a view would be as a scene, a story in work, its file out and in.

    GET    /story                who may write here, and every story: {"access", "stories": [...]}
    POST   /story                {"do": "new", "fields": {...}}, with a scene or without, or {"do": "copy", "of": id}
    GET    /story/<id>.json      a story with its digest, its faults, and what each scene shows
    GET    /story/<id>.corridors the file that carries it
    GET    /story/<id>/<scene>.svg  a scene as a small slide, in a language, told by the consulate of `lens`
    POST   /story/<id>           one change (`story.asked`), made only `against` the digest that was read
    DELETE /story/<id>           {"against": digest}
    POST   /story-file           the bytes of a `.corridors` file: what it holds; with `?accept=<its sha256>`, kept
    GET    /capture.json         the view of `page` as scenes, or the reason why it may be none

Writing is allowed to whoever may bring in files (`access`). Nothing is written of a change with faults: they are the
answer (422), each with its scene, its field, and words in both languages.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any, Final

from flask import Flask, Response, abort, request

from corridors.errors import StoryError
from corridors.model.view import LANGS, decode_or_default
from corridors.settings import Settings
from corridors.store import Store
from corridors.story import asked, capture, editing, keeping, listing
from corridors.story.dossier import LARGEST, SUFFIX, Unread, digest, opened, packed
from corridors.story.thumbnail import thumbnail
from corridors.story.wording import WORDS
from corridors.text import text
from corridors.web import logs
from corridors.web.dispatch import Answers
from corridors.web.encoding import REVALIDATE, Body
from corridors.web.guard import read_body
from corridors.web.imports import refusal
from corridors.web.stores import Stores

STORY: Final = "/story"
FILE: Final = "/story-file"
KEPT: Final = 96  # small slides: those of some stories, in both languages


def install(server: Flask, stores: Stores, settings: Settings) -> None:
    """Add the addresses; each is a plain function of the request."""
    read(server, stores)

    @server.route(STORY, methods=["GET"])
    def stories() -> Response:
        store = stores.now()
        return refusal(settings, STORY) or _answer({"access": "open", "stories": listing.listed(store)})

    @server.route(STORY, methods=["POST"])
    def create() -> Response:
        return refusal(settings, STORY) or _guarded(lambda: _create(stores.now()))

    @server.route(f"{STORY}/<string:id>", methods=["POST"])
    def change(id: str) -> Response:
        return refusal(settings, STORY) or _guarded(lambda: _change(stores.now(), id))

    @server.route(f"{STORY}/<string:id>", methods=["DELETE"])
    def delete(id: str) -> Response:
        return refusal(settings, STORY) or _guarded(lambda: _delete(stores.now(), id))

    @server.route(FILE, methods=["POST"])
    def take() -> Response:
        return refusal(settings, STORY) or _guarded(lambda: _take(stores.now()))


def read(server: Flask, stores: Stores) -> None:
    """Add the addresses that only read; everyone may ask them, as everyone may see a story told."""

    @server.get(f"{STORY}/<string:id>.json")
    def document(id: str) -> Response:
        return _answer(_read(lambda: listing.document(stores.now(), id)))

    @server.get(f"{STORY}/<string:id>{SUFFIX}")
    def carried(id: str) -> Response:
        response = Response(_read(lambda: packed(id, keeping.content(stores.now(), id))), mimetype="application/zip")
        response.headers["Content-Disposition"] = f'attachment; filename="{id}{SUFFIX}"'
        response.headers["Cache-Control"] = "no-store"
        return response

    kept = Answers(KEPT)

    @server.get(f"{STORY}/<string:id>/<string:scene>.svg")
    def small(id: str, scene: str) -> Response:
        found: Body = _read(lambda: _small(stores.now(), id, scene, kept))
        return found.respond(REVALIDATE)

    @server.get("/capture.json")
    def captured() -> Response:
        return _answer(_captured(stores))


def _captured(stores: Stores) -> dict[str, Any]:
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    path = request.args.get("page", "")
    if reason := capture.refusal(path, view, request.args):
        return {"text": WORDS, "refused": {lang: text(f"editor.denied.{reason}", lang) for lang in LANGS}}
    return {"text": WORDS, **listing.options(path, view, stores.now())}


def _small(store: Store, id: str, scene: str, kept: Answers) -> Body:
    """A scene as a small slide, drawn anew when a file of its story or the data change."""
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    office = view.lens[0] if view.lens else ""
    asked = f"{id} {digest(id, keeping.content(store, id))} {scene} {view.lang} {office} {store.data_version}"
    found = kept.get(asked)
    if found is None:
        found = kept.keep(asked, thumbnail(store, id, scene, view.lang, office).encode(), "image/svg+xml")
    return found


def _create(store: Store) -> Response:
    body = _body()
    if body.get("do") == "copy":
        draft, _ = keeping.draft(store, asked.word(body, "of"))
        found = editing.copy(draft, editing.free(draft.id, keeping.ids(store)))
    elif body.get("do") == "new" and isinstance(body.get("fields"), dict):
        fields = body["fields"]
        id = editing.free(str(fields.get("title_en", "")), keeping.ids(store))
        found = editing.new(id, {**fields, "lens": fields.get("lens") is True}, store.clock().date().isoformat())
        if "scene" in body:
            found = asked.done(found.draft, {**body, "do": "add"}, store)
    else:
        raise asked.Malformed("do")
    keeping.create(store, found)
    return _answer(listing.document(store, found.draft.id), 201)


def _change(store: Store, id: str) -> Response:
    body = _body()
    draft, _ = keeping.draft(store, id)
    keeping.change(store, asked.done(draft, body, store), asked.word(body, "against"))
    return _answer(listing.document(store, id))


def _delete(store: Store, id: str) -> Response:
    keeping.delete(store, id, asked.word(_body(), "against"))
    return _answer({"deleted": id})


def _take(store: Store) -> Response:
    if request.mimetype != "application/octet-stream":
        return _answer({"error": "type"}, 415)
    request.max_content_length = LARGEST + 1
    content = request.get_data(cache=False)
    digest = hashlib.sha256(content).hexdigest()
    dossier = opened(content)
    wanted = request.args.get("accept", "")
    if wanted and wanted != digest:
        return _answer({"error": "changed"}, 409)
    if wanted:
        id = keeping.take_in(store, dossier)
        logs.event("story taken in", story=id, sha256=digest)
        return _answer(listing.document(store, id), 201)
    id, already = keeping.taken_in(store, dossier)
    return _answer({**listing.preview(dossier), "as": id, "already": already, "sha256": digest})


def _guarded(do: Callable[[], Response]) -> Response:
    """The answer of `do`, or what went wrong: faults beside their fields (422), a story that another person changed
    (409), a file or a story that is none (400), a full disk (507)."""
    try:
        return do()
    except keeping.Refused as refused:
        return _answer({"error": "faults", "faults": listing.faults(refused.faults), "said": str(refused)}, 422)
    except keeping.Changed as changed:
        return _answer({"error": "changed", "said": str(changed)}, 409)
    except asked.Malformed as wrong:
        return _answer({"error": "request", "field": str(wrong)}, 400)
    except Unread as unread:
        return _answer({"error": "file", "said": {lang: unread.said(lang) for lang in LANGS}}, 400)
    except StoryError as error:
        return _answer({"error": "story", "said": str(error)}, 400)
    except OSError as error:
        logs.failure(error, STORY)
        return _answer({"error": "disk"}, 507)


def _read(find: Callable[[], Any]) -> Any:
    try:
        return find()
    except StoryError as error:
        abort(404, str(error))


def _body() -> dict[str, Any]:
    """The object of the request; Malformed where a text of it could not be written to a file."""
    body = read_body()
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise asked.Malformed("text") from None
    return body


def _answer(content: Any, status: int = 200) -> Response:
    response = Response(json.dumps(content), status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
