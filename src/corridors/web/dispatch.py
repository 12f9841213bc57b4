"""Answers to callbacks: checked, and kept where the answer follows from the question alone."""

import json
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from threading import Lock
from typing import Any, Final

from dash import Dash
from flask import Response, g

from corridors.web import guard
from corridors.web.encoding import Body, body_of
from corridors.web.markup import still

# Callbacks that only read the data: the same question has the same answer until the data change.
PURE: Final = frozenset({"page.children", "charts-body.children"})
KEPT: Final = 64
_ENDPOINT: Final = "_dash-update-component"
_OK: Final = 200
_NO_STORE: Final = "no-store"


class Answers:
    """The last answers, compressed; the oldest one goes first."""

    def __init__(self, limit: int = KEPT) -> None:
        self._limit = limit
        self._kept: OrderedDict[str, Body] = OrderedDict()
        self._lock = Lock()

    def get(self, question: str) -> Body | None:
        """The answer to a question, when it is kept."""
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
            return self._kept.get(question)

    def keep(self, question: str, data: bytes, mimetype: str = "application/json") -> Body:
        """Keep an answer."""
        body = body_of(data, mimetype)
        with self._lock:
            self._kept[question] = body
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)
        return body


def question(body: Mapping[str, Any], mark: str) -> str:
    """What a checked callback request asks for: the callback, its values, and the state of the data."""
    values = [item.get("value") for item in (*body["inputs"], *body["state"])]
    return json.dumps([body["output"], values, mark])


def install(app: Dash, mark: Callable[[], str]) -> None:
    """Put the check before Dash's dispatch, and the kept answers beside it.

    `mark` changes when an answer may: with the edition in force, and with the day.
    """
    endpoint = app.config.routes_pathname_prefix + _ENDPOINT
    dispatch = app.server.view_functions[endpoint]
    answers = Answers()
    named = named_ids(app)

    def answer() -> Response:
        body = guard.read_body()
        guard.check(app, body)
        if body["output"] not in PURE:
            return _unkept(app, dispatch)
        # Taken before the answer is made: nobody asks again for one that an import overtook.
        asked = question(body, mark())
        kept = answers.get(asked)
        if kept is None:
            response = _unkept(app, dispatch)
            if response.status_code != _OK or g.get("failed"):
                return response
            kept = answers.keep(asked, stilled(response.get_data(), named))
        return kept.respond(_NO_STORE)

    app.server.view_functions[endpoint] = answer


def named_ids(app: Dash) -> frozenset[str]:
    """The ids of the components that a callback reads or writes."""
    parts = (
        part for spec in app._callback_list for part in (*spec["inputs"], *spec["state"], *_outputs(spec["output"]))
    )
    return frozenset(part["id"] for part in parts)


def stilled(data: bytes, named: Collection[str]) -> bytes:
    """The answer of a callback with the still parts of its children as markup."""
    answer = json.loads(data)
    for properties in answer["response"].values():
        if "children" in properties:
            properties["children"] = still(properties["children"], named)
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _outputs(callback_id: str) -> list[dict[str, str]]:
    """The outputs in a callback's id (`page.children`, `..a.x...b.y..`)."""
    names = callback_id.strip(".").split("...")
    return [{"id": name.rsplit(".", 1)[0]} for name in names]


def _unkept(app: Dash, dispatch: Callable[[], Any]) -> Response:
    response: Response = app.server.make_response(dispatch())
    response.headers["Cache-Control"] = _NO_STORE
    return response
