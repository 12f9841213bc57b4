"""Callback requests are checked before Dash sees them: a malformed one answers 400, never 5xx.

Dash maps inputs by position and accepts forged ids; so a body must name a callback that exists and
give exactly the outputs, inputs and states that it declares, as plain short values.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dash import Dash
from flask import request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

MAX_TEXT: Final = 8_192
MAX_CHANGED: Final = 64
_MAY_HAVE: Final = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds", "background"}


class BadCallback(BadRequest):
    """A callback request that no page of ours sends; the description says what is wrong with it."""


def read_body() -> dict[str, Any]:
    """The JSON object in the request. BadCallback for anything else, however it is broken."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("send the callback as application/json")
    try:
        # Flask keeps what it parsed, so that Dash reads the very same object afterwards.
        body = request.get_json(silent=True)
    except RecursionError:
        raise BadCallback("the body is nested too deeply") from None
    if not isinstance(body, dict):
        raise BadCallback("the body is not a JSON object")
    return body


def check(app: Dash, body: dict[str, Any]) -> None:
    """Whether the body asks for one of the app's callbacks, exactly as declared. BadCallback when not.

    A body without `outputs` (allowed by Dash's protocol) gets those of the callback.
    """
    output = body.get("output")
    spec = app.callback_map.get(output) if isinstance(output, str) else None
    if spec is None or "callback" not in spec:
        raise BadCallback("output: there is no such callback")
    if unknown := body.keys() - _MAY_HAVE:
        raise BadCallback(f"unknown fields: {len(unknown)}")
    declared = spec["output"]
    several = isinstance(declared, (list, tuple))
    outputs = [
        {"id": one.component_id, "property": one.component_property} for one in (declared if several else [declared])
    ]
    given = body.setdefault("outputs", outputs if several else outputs[0])
    _match("outputs", given if several else [given], outputs)
    _match("inputs", body.get("inputs"), spec["inputs"])
    _match("state", body.setdefault("state", []), spec["state"])
    _changed(body.get("changedPropIds", []))
    if body.get("background"):
        raise BadCallback("background: no callback runs in the background")


def _match(field: str, given: object, declared: Sequence[Mapping[str, Any]]) -> None:
    if not isinstance(given, list) or len(given) != len(declared):
        raise BadCallback(f"{field}: {len(declared)} expected")
    for item, spec in zip(given, declared, strict=True):
        name = f"{spec['id']}.{spec['property']}"
        if not isinstance(item, dict) or any(item.get(key) != spec[key] for key in ("id", "property")):
            raise BadCallback(f"{field}: {name} expected")
        if not _is_plain(item.get("value")):
            raise BadCallback(f"{field}: the value of {name} is not a short plain value")


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= MAX_TEXT and value.isprintable()
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, (bool, int))


def _changed(given: object) -> None:
    if not isinstance(given, list) or len(given) > MAX_CHANGED:
        raise BadCallback("changedPropIds: a short list expected")
    if not all(
        isinstance(item, str) and len(item) <= MAX_TEXT and item.isprintable() and "." in item for item in given
    ):
        raise BadCallback("changedPropIds: a list of names expected")
