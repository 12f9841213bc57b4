"""Routes of what is taken away: files, the stamp that the export menu shows, and the answer to a verification code."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from flask import Flask, Response, abort, request

from corridors.answers import changes, charts, claims_list, corridors_file
from corridors.answers.corridors import Filters
from corridors.answers.download import LicenceError
from corridors.answers.stamp import MARKINGS
from corridors.answers.synthetic import marked
from corridors.answers.verify import SHOWN, Verdict, verify
from corridors.errors import CorridorsError
from corridors.exports import csv
from corridors.exports.formats import FORMATS, PICTURES, Taken, file, take, why_not
from corridors.model.verification import PAGE, Verification
from corridors.model.view import LANGS, ViewState, decode_or_default, encode
from corridors.text import text
from corridors.text.formats import number
from corridors.web.encoding import REVALIDATE
from corridors.web.stores import Stores

_CHANGES: Final = re.compile(r"changes-([0-9]{4,9})")
# Words of the menu, beside those of its formats and markings.
WORDS: Final = (
    "menu", "marking", "code", "link", "copy", "verify", "close", "pictures", "data", "hand_out", "no_picture",
    "working", "failed", "saved",
)  # fmt: skip


def install(server: Flask, stores: Stores) -> None:
    """Add the routes; each is a plain function of the request."""

    @server.get("/download/<string:name>.<string:format>")
    def download(name: str, format: str) -> Response:
        return file_of(name, format, stores)

    @server.get("/stamp/<string:name>.json")
    def stamp(name: str) -> Response:
        return stamp_of(name, stores)

    @server.get("/verify.json")
    def verified() -> Response:
        lang = request.args.get("lang", "")
        asked = lang if lang in LANGS else "en"
        said = verify(request.args.get("code", "")[:2000], asked, stores.now(), stores.numbered)
        return _json(verdict(said, asked))


def file_of(name: str, format: str, stores: Stores) -> Response:
    """A thing as a file, for the view in the query. 404 for any other thing or format, 403 where a licence stops it."""
    view = _view()
    if format not in FORMATS:
        abort(404)
    try:
        filename, content = _apart(name, format, view, stores) or file(format, _take(name, view, stores))
    except KeyError:
        abort(404)
    except LicenceError as error:
        abort(403, str(error))
    except CorridorsError as error:
        abort(404, str(error))
    response = Response(content, mimetype=FORMATS[format][0])
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    response.headers["Cache-Control"] = REVALIDATE
    response.add_etag()
    response.make_conditional(request.environ)
    return response


def _apart(name: str, format: str, view: ViewState, stores: Stores) -> tuple[str, bytes] | None:
    """Tables that no code can hold, as CSV only: the ledger (`claims`), what an edition changed, and corridors through
    chosen crossings. KeyError for those in another format."""
    edition = _CHANGES.fullmatch(name)
    if _narrowed(name):
        if format != "csv":
            raise KeyError(name)
        store = stores.of(view)
        found = corridors_file.download(name, view, store, Filters.of(request.args))
        return csv.file(marked(found, store, view.lang))
    if format != "csv" or not (edition or name == "claims"):
        return None
    if edition:
        return csv.file(marked(changes.download(int(edition[1]), view, stores.now()), stores.now(), view.lang))
    store = stores.of(view)
    return csv.file(marked(claims_list.download(view, store), store, view.lang))


def _narrowed(name: str) -> bool:
    """Whether estimated corridors are asked for with the page's own filters, which are no part of a view."""
    return name.startswith("corridors-") and Filters.of(request.args) != Filters()


def _view() -> ViewState:
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    return view


def _take(name: str, view: ViewState, stores: Stores) -> Taken:
    marking = request.args.get("marking", "")
    return take(name, view, stores.of(view), marking if marking in MARKINGS else "")


def stamp_of(name: str, stores: Stores) -> Response:
    """What the export menu shows of a thing: its stamp, its formats, and where a licence stops it, why (`stop`)."""
    view = _view()
    words = _words(view.lang)
    try:
        one = _take(name, view, stores)
    except KeyError:
        abort(404)
    except LicenceError as error:
        return _json({"stop": str(error), "words": words})
    formats = _formats(one)
    if _narrowed(name):
        why = text("export.why.narrowed", view.lang)
        formats = [kind if kind["id"] == "csv" else {**kind, "why": why} for kind in formats]
    return _json({"stop": "", "words": words, "stamp": _said(one), "formats": formats, "file": one.download.name})


def _words(lang: str) -> dict[str, Any]:
    said: dict[str, Any] = {word: text(f"export.{word}", lang) for word in WORDS}
    said["markings"] = [[one, text(f"export.marking.{one or 'none'}", lang)] for one in MARKINGS]
    return said


def _said(one: Taken) -> dict[str, Any]:
    stamp, lang = one.stamp, one.view.lang
    linked = stamp.code.startswith(PAGE)
    base = stamp.base and stamp.base.rstrip(".") not in stamp.say  # most claim cards state it already
    return {
        "title": stamp.title,
        "say": stamp.say,
        "base": f"{text('fig.download.base', lang)}: {stamp.base}" if base else "",
        "period": f"{text('fig.download.period', lang)}: {stamp.period}" if stamp.period else "",
        "not_shown": stamp.not_shown,
        "not_shown_title": text("export.not_shown", lang),
        "filters": stamp.filters,
        "citation": stamp.citation,
        "tail": stamp.tail,
        "code": stamp.code,
        "marking": stamp.marking,
        "verify": stamp.code[1:] if linked else f"{PAGE[1:]}?lang={lang}&code={stamp.code}",
    }


def _formats(one: Taken) -> list[dict[str, str]]:
    """Each format of a file but pictures, which the page makes: `why` says why it is not offered."""
    lang = one.view.lang
    return [
        {
            "id": id,
            "label": text(f"export.format.{id}", lang),
            "why": text(f"export.why.{why}", lang) if (why := why_not(id, one)) else "",
        }
        for id in FORMATS
        if id not in PICTURES
    ]


def verdict(said: Verdict, lang: str) -> dict[str, Any]:
    """A verdict as the page reads it; `link` leads to the view of the code."""
    more = said.count - len(said.changes)
    return {
        "state": said.state,
        "said": said.said,
        "title": said.title,
        "changes": [[one.what, one.before, one.after] for one in said.changes],
        "more": text("verify.more", lang, count=number(more, lang)) if said.count > SHOWN else "",
        "link": link(said.found, lang) if said.found else "",
    }


def link(found: Verification, lang: str) -> str:
    """The address, under the base path, of the page that shows what a code names."""
    page = "/corridors" if found.thing.startswith("corridors-") else charts.page_of(found.thing)
    return f"{page[1:]}?{encode(replace(found.view, lang=lang))}"


def _json(content: Mapping[str, Any]) -> Response:
    response = Response(json.dumps(content, ensure_ascii=False), mimetype="application/json")
    response.headers["Cache-Control"] = REVALIDATE
    return response
