"""The import page's own addresses: a file comes in, is previewed by a child process, and is accepted, or not.

    GET    /admin/import                 who may import here, and the largest file
    POST   /admin/import                 the bytes of a file (application/octet-stream); 201 and the id of a job
    POST   /admin/import/<job>/preview   what the file does not say (JSON, may be {}); 202: look again for the preview
    GET    /admin/import/<job>           where the job stands (`jobs.state`)
    POST   /admin/import/<job>/accept    {"by": who}; 202: look again for the result
    DELETE /admin/import/<job>           forget it

Every answer is JSON; a refusal is `{"error": code}`. The file's name is words for the history, never a path.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from flask import Blueprint, Flask, Response, request

from corridors.answers.changes import said_key
from corridors.answers.quantities import quantity
from corridors.answers.wording import worded
from corridors.errors import DataError
from corridors.history import current
from corridors.settings import Settings
from corridors.web import jobs, logs
from corridors.web.access import access, same_origin
from corridors.web.guard import read_body
from corridors.web.stores import Stores

PATH: Final = "/admin/import"
LONGEST: Final = 200
LANGS: Final = ("en", "es")
YEARS: Final = range(1900, 2101)
MID_YEAR: Final = "mid-year"
_WORDS: Final = ("authority", "purpose", "audience")
_MONTH: Final = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def install(server: Flask, settings: Settings, stores: Stores, command: Sequence[str] = jobs.COMMAND) -> None:
    """Add the addresses to a server. The edition in force names places; `command` is the product's own command
    line (tests give another)."""
    inbox = jobs.Inbox(settings, command)
    inbox.sweep()
    routes = Blueprint("imports", __name__, url_prefix=PATH)

    @routes.before_request
    def door() -> Response | None:
        return refusal(settings)

    @routes.route("", methods=["GET"])
    def allowed() -> Response:
        return allowance(inbox)

    @routes.route("", methods=["POST"])
    def upload() -> Response:
        return receive(inbox)

    @routes.route("/<string:job>", methods=["GET"])
    def look(job: str) -> Response:
        found = inbox.find(job)
        return _answer(said(jobs.state(inbox, found), stores)) if found else _refuse("gone", 404)

    @routes.route("/<string:job>/preview", methods=["POST"])
    def preview(job: str) -> Response:
        return start_preview(inbox, job)

    @routes.route("/<string:job>/accept", methods=["POST"])
    def accept(job: str) -> Response:
        return start_accept(inbox, job)

    @routes.route("/<string:job>", methods=["DELETE"])
    def forget(job: str) -> Response:
        found = inbox.find(job)
        if found is None:
            return _refuse("gone", 404)
        return _answer({}) if inbox.cancel(found) else _refuse("state", 409)

    server.register_blueprint(routes)


def said(state: dict[str, Any], stores: Stores) -> dict[str, Any]:
    """Where a job stands, with the words of its importer and its changed cells in both languages beside them."""
    preview = state.get("preview")
    if not preview:
        return state
    names = stores.now().cube["names"]
    told = {lang: [worded(each, "told", lang) for each in preview.get("recognised_by", ())] for lang in LANGS}
    edition = {lang: worded(str(preview.get("edition", "")), "edition", lang) for lang in LANGS}
    changes = [
        {
            **cell,
            "row_said": {lang: said_key(cell["key"], names, lang) for lang in LANGS},
            "column_said": {lang: quantity(cell["column"], lang) for lang in LANGS},
        }
        for cell in preview.get("changes", ())
    ]
    return {**state, "preview": {**preview, "edition_said": edition, "told_said": told, "changes": changes}}


def refusal(settings: Settings, path: str = PATH) -> Response | None:
    """The answer to a request that may not be made; None where it may. Who may is asked at `path`."""
    asking = request.path == path and request.method in ("GET", "HEAD")
    found = access(settings, request)
    if found == "wrong":
        logs.event("import refused", reason="wrong token", path=request.path)
    if found != "open":
        return _answer({"access": found}) if asking else _refuse(found, 403)
    if request.method not in ("GET", "HEAD") and not same_origin(request):
        logs.event("import refused", reason="another site", path=request.path)
        return _refuse("origin", 403)
    return None


def allowance(inbox: jobs.Inbox) -> Response:
    """That files may be brought in here, how large they may be, and whether one is being read now."""
    inbox.sweep()
    largest = inbox.settings.max_import_bytes
    return _answer({"access": "open", "max_bytes": largest, "busy": bool(inbox.running())})


def receive(inbox: jobs.Inbox) -> Response:
    """Keep the bytes of the request; they are read no further than the largest file allowed."""
    if request.mimetype != "application/octet-stream":
        return _refuse("type", 415)
    length = request.content_length
    if not length:
        return _refuse("empty", 400)
    if length > inbox.settings.max_import_bytes:
        return _refuse("large", 413)
    # The limit of all other requests stands in the settings of the server.
    request.max_content_length = inbox.settings.max_import_bytes
    try:
        job = inbox.receive(request.stream, length)
    except ConnectionAbortedError:
        return _refuse("ended", 400)
    except OSError as error:
        logs.failure(error, PATH)
        return _refuse("disk", 507)
    return _answer({"job": job}, 201)


def start_preview(inbox: jobs.Inbox, job: str) -> Response:
    """Have the command read the upload, with what the body says that the file does not."""
    arguments = options(read_body())
    if arguments is None:
        return _refuse("options", 400)
    found = inbox.find(job)
    if found is None:
        return _refuse("gone", 404)
    if jobs.state(inbox, found)["state"] in ("running", "accepted"):
        return _refuse("state", 409)
    return _start(inbox, job, "preview", arguments)


def start_accept(inbox: jobs.Inbox, job: str) -> Response:
    """Have the command take in the very bytes that were previewed, against the edition that they were compared with."""
    by = read_body().get("by")
    if not _is_words(by):
        return _refuse("by", 400)
    found = inbox.find(job)
    if found is None:
        return _refuse("gone", 404)
    stands = jobs.state(inbox, found)
    previewed = stands.get("preview", {})
    sha256, edition = previewed.get("sha256"), (previewed.get("before") or {}).get("edition")
    if stands["state"] != "previewed" or not isinstance(edition, int) or not _SHA256.fullmatch(str(sha256)):
        return _refuse("state", 409)
    if _is_outdated(inbox.settings, edition):
        return _refuse("outdated", 409)
    arguments = [*jobs.arguments(found), "--accept", f"--by={by}", f"--expect={sha256}", f"--against={edition}"]
    logs.event("import accept", by=by, source=previewed.get("source"), sha256=sha256, against=edition)
    return _start(inbox, job, "accept", arguments)


def options(body: dict[str, Any]) -> list[str] | None:
    """What a person adds to a file, as arguments of the command; None for what no page of ours sends."""
    if body.keys() - {*_WORDS, "name", "year", "month", "reference"}:
        return None
    body = {**body, "name": file_name(body.get("name"))}
    found = {name: value for name, value in body.items() if value not in ("", None)}
    if not all(_is_words(found[name]) for name in _WORDS if name in found):
        return None
    if "year" in found and (type(found["year"]) is not int or found["year"] not in YEARS):
        return None
    if "month" in found and not (isinstance(found["month"], str) and _MONTH.fullmatch(found["month"])):
        return None
    if found.get("reference", MID_YEAR) != MID_YEAR:
        return None
    # One argument with its value: a value that begins with a dash stays a value.
    return [f"--{name}={value}" for name, value in sorted(found.items())]


def file_name(given: object) -> str:
    """What the page and the history call a file: no folder, nothing that cannot be shown; "" where nothing is left.

    A name that cannot be shown is no reason to refuse a file.
    """
    last = re.split(r"[/\\]", given)[-1] if isinstance(given, str) else ""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in last[:LONGEST]).strip()


def _start(inbox: jobs.Inbox, job: str, phase: jobs.Phase, arguments: Sequence[str]) -> Response:
    found = inbox.find(job)
    if found is None:
        return _refuse("gone", 404)
    try:
        inbox.start(found, phase, arguments)
    except jobs.Busy:
        return _refuse("busy", 409)
    except OSError as error:
        logs.failure(error, PATH)
        return _refuse("disk", 507)
    return _answer({}, 202)


def _is_outdated(settings: Settings, edition: int) -> bool:
    """Whether another import came since a preview. The command looks again, while it holds the state folder."""
    try:
        return current(settings.state) != edition
    except DataError:
        return False


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST and value.isprintable()


def _refuse(code: str, status: int) -> Response:
    return _answer({"error": code}, status)


def _answer(content: dict[str, Any], status: int = 200) -> Response:
    response = Response(json.dumps(content, ensure_ascii=False), status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
