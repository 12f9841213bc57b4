"""The route of a brief: made when it is asked for, one at a time, and kept while its data are in force."""

from collections import OrderedDict
from threading import Lock
from typing import Final

from flask import Flask, Response, abort, request

from corridors.answers.brief import AUDIENCES
from corridors.answers.district import find
from corridors.answers.download import LicenceError
from corridors.answers.stamp import MARKINGS
from corridors.exports.briefs import FORMATS, Order, key, made
from corridors.model.places import DISTRICT
from corridors.model.view import decode_or_default
from corridors.store import Store
from corridors.web.encoding import REVALIDATE
from corridors.web.stores import Stores

KEPT: Final = 24


class Briefs:
    """The briefs of late, by what they were made from and by day."""

    def __init__(self) -> None:
        self._one = Lock()
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def of(self, order: Order, store: Store) -> bytes:
        """The bytes of a brief, from memory where they are still those that would be made."""
        name = key(order, store), store.clock().date().isoformat()
        with self._one:
            if name not in self._kept:
                self._kept[name] = made(order, store)
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return self._kept[name]


def install(server: Flask, stores: Stores) -> None:
    """Add the route `/brief/<office>.<format>?lang=es&for=audience&marking=`."""
    briefs = Briefs()

    @server.get("/brief/<string:office>.<string:format>")
    def brief(office: str, format: str) -> Response:
        return file_of(office, format, stores, briefs)


def file_of(office: str, format: str, stores: Stores, briefs: Briefs) -> Response:
    """A brief as a file. 404 for an unknown office or format, 403 where a licence stops it."""
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    whom, marking = request.args.get("for", AUDIENCES[0]), request.args.get("marking", "")
    store = stores.of(view)
    if format not in FORMATS or whom not in AUDIENCES or marking not in MARKINGS:
        abort(404)
    if find(store, DISTRICT + office, view.lang) is None:
        abort(404)
    order = Order(DISTRICT + office, view.lang, format, whom, marking)
    try:
        content = briefs.of(order, store)
    except LicenceError as error:
        abort(403, str(error))
    response = Response(content, mimetype=FORMATS[format])
    response.headers["Content-Disposition"] = f'attachment; filename="{order.file}"'
    response.headers["Cache-Control"] = REVALIDATE
    response.add_etag()
    response.make_conditional(request.environ)
    return response
