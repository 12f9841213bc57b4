import copy
import json
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.asking import ask, body

GOOD = body("/", "?lang=en")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
PLACES: tuple[tuple[str | int, ...], ...] = (
    ("output",),
    ("outputs",),
    ("outputs", "id"),
    ("inputs",),
    ("inputs", 0),
    ("inputs", 1),
    ("inputs", 0, "id"),
    ("inputs", 0, "property"),
    ("inputs", 0, "value"),
    ("inputs", 1, "value"),
    ("changedPropIds",),
    ("state",),
    ("background",),
    ("parsedChangedPropsIds",),
    ("unknown",),
)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def with_value(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    changed: Any = copy.deepcopy(GOOD)
    here = changed
    for step in place[:-1]:
        here = here[step]
    here[place[-1]] = value
    return dict(changed)


@FUZZ
@given(st.sampled_from(PLACES), JSON)
def test_no_change_to_a_body_is_a_failure(client: FlaskClient, place: tuple[str | int, ...], value: object) -> None:
    response = ask(client, with_value(place, value))
    assert response.status_code in (200, 400)
    assert response.mimetype == "application/json"


@FUZZ
@given(JSON)
def test_no_json_is_a_failure(client: FlaskClient, value: object) -> None:
    data = json.dumps(value)
    response = client.post("/_dash-update-component", data=data, content_type="application/json")
    assert response.status_code in (200, 400)


@FUZZ
@given(st.binary(max_size=200))
def test_no_bytes_are_a_failure(client: FlaskClient, data: bytes) -> None:
    for kind in ("application/json", "text/plain", ""):
        assert client.post("/_dash-update-component", data=data, content_type=kind).status_code in (400, 415)


@FUZZ
@given(st.sampled_from(["/", "/evidence", "/sources", "/x"]), st.text(max_size=60))
def test_no_address_is_a_failure(client: FlaskClient, path: str, search: str) -> None:
    assert ask(client, body(path + search, "?" + search)).status_code in (200, 400)


@FUZZ
@given(st.sampled_from(["lang", "us", "mx", "y", "o", "d", "l", "c", "map", "v"]), st.text(max_size=30))
def test_no_field_of_a_view_is_a_failure(client: FlaskClient, field: str, value: str) -> None:
    assert client.get("/evidence", query_string={field: value}).status_code == 200
    assert client.get("/download/map-us.csv", query_string={field: value}).status_code < 500


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a":' * 20_000,
        b'{"output": ' + b"9" * 5_000 + b"}",
        b'{"output": "\\ud800"}',
        b"\xff\xfe",
        b"NaN",
        b"",
        b"null",
        b'"page.children"',
    ],
    ids=["deep list", "deep object", "long number", "surrogate", "not utf-8", "nan", "empty", "null", "text"],
)
def test_broken_json_is_refused(client: FlaskClient, data: bytes) -> None:
    response = client.post("/_dash-update-component", data=data, content_type="application/json")
    assert response.status_code == 400
    assert response.get_json()["error"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("output",), "nothing.children"),
        (("output",), "url.pathname"),
        (("outputs",), {"id": "other", "property": "children"}),
        (("outputs",), [{"id": "page", "property": "children"}]),
        (("inputs",), []),
        (("inputs", 0, "id"), "forged"),
        (("inputs", 0, "id"), {"type": "forged"}),
        (("inputs", 0, "value"), {"a": 1}),
        (("inputs", 0, "value"), ["/"]),
        (("inputs", 1, "value"), "x" * 10_000),
        (("inputs", 1, "value"), "a\u0000b"),
        (("state",), [{"id": "x", "property": "y", "value": 1}]),
        (("changedPropIds",), "url.pathname"),
        (("changedPropIds",), ["url.pathname"] * 1_000),
        (("background",), {"cacheKey": "x"}),
        (("unknown",), 1),
    ],
)
def test_what_no_page_of_ours_sends_is_refused(
    client: FlaskClient, place: tuple[str | int, ...], value: object
) -> None:
    response = ask(client, with_value(place, value))
    assert response.status_code == 400
    assert len(response.get_json()["error"]) < 200


def test_the_answer_of_every_callback_is_asked_as_it_is_declared(app: Dash, client: FlaskClient) -> None:
    for name, spec in app.callback_map.items():
        values = [{**part, "value": None} for part in spec["inputs"]]
        states = [{**part, "value": "?lang=en"} for part in spec["state"]]
        response = ask(client, {"output": name, "inputs": values, "state": states})
        assert response.status_code == 200, name
        assert json.loads(response.get_data())["response"]


@pytest.mark.parametrize("key", ["cacheKey", "job", "cancelJob", "oldJob"])
def test_the_handles_of_background_callbacks_do_nothing(client: FlaskClient, key: str) -> None:
    response = client.post("/_dash-update-component", query_string={key: "1"}, json=GOOD)
    assert response.status_code == 200
