"""Records of meetings: who may keep one, what is refused, and that each file is whole."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corridors.settings import Settings
from corridors.store import Store
from corridors.story import meetings
from corridors.story.deck import deck
from corridors.story.library import stories
from corridors.web import access, failures, logs, security
from corridors.web.assets import Assets
from corridors.web.meeting import MEETING, records

OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
TOKEN = "a-token-of-some-length"
RECORD = {
    "date": "2026-11-24",
    "office": "D-nogales",
    "kind": "council",
    "story": "iron-river",
    "deck": "0" * 64,
    "asked": "Why not buy less?\nWhat about the 2015-2024 numbers?",
    "promise": "Send the table of the county before the session of 2026-12-04, Section 922.",
    "due": "2026-12-01",
}
Make = Callable[..., FlaskClient]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A server with the address of the records and nothing else."""

    def made(**values: Any) -> FlaskClient:
        settings = Settings(**{"state": tmp_path / "state", **values})
        server = Flask("meetings")
        logs.install(server, settings)
        security.install(server, settings, "default-src 'none'")
        records(server, settings)
        failures.install(server, settings, Assets.of_project())
        return server.test_client()

    return made


def files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "state").rglob("*") if path.suffix)


def test_a_record_is_kept_and_listed_on_this_machine(make: Make, tmp_path: Path) -> None:
    client = make()
    assert client.get(MEETING).get_json() == {"access": "open", "records": []}
    first = client.post(MEETING, json=RECORD, headers=OURS)
    assert (first.status_code, first.get_json()["name"]) == (201, "2026-11-24-1.json")
    assert first.headers["Cache-Control"] == "no-store"
    second = client.post(MEETING, json={**RECORD, "due": "", "office": ""}, headers=OURS)
    assert second.get_json()["name"] == "2026-11-24-2.json"
    assert files(tmp_path) == ["2026-11-24-1.json", "2026-11-24-2.json"]
    assert json.loads((tmp_path / "state/meetings/2026-11-24-1.json").read_text("utf-8")) == RECORD
    assert [one["name"] for one in client.get(MEETING).get_json()["records"]] == files(tmp_path)[::-1]


def test_elsewhere_only_with_the_token(make: Make, tmp_path: Path) -> None:
    closed = make(host="0.0.0.0")
    assert closed.get(MEETING).get_json() == {"access": "closed"}
    assert closed.post(MEETING, json=RECORD, headers=OURS).status_code == 403
    guarded = make(host="0.0.0.0", admin_token=TOKEN)
    assert guarded.get(MEETING).get_json() == {"access": "token"}
    wrong = guarded.post(MEETING, json=RECORD, headers={**OURS, access.TOKEN: "another"})
    assert (wrong.status_code, wrong.get_json()) == (403, {"error": "wrong"})
    assert files(tmp_path) == []
    right = guarded.post(MEETING, json=RECORD, headers={**OURS, access.TOKEN: TOKEN})
    assert right.status_code == 201
    assert len(guarded.get(MEETING, headers={access.TOKEN: TOKEN}).get_json()["records"]) == 1


def test_another_site_keeps_nothing(make: Make, tmp_path: Path) -> None:
    answer = make().post(MEETING, json=RECORD, headers={"Origin": "http://elsewhere.example"})
    assert (answer.status_code, answer.get_json()) == (403, {"error": "origin"})
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    "words",
    [
        "write to someone@example.org",
        "call (520) 555-0100 on Monday",
        "555-0100",
        "tel. +52 55 1234 5678",
        "Mr. Example asked",
        "promised to mayor Example",
        "la Lic. Ejemplo",
        "dr. example",
        "El alcalde Ejemplo",
    ],
)
@pytest.mark.parametrize("field", ["asked", "promise"])
def test_what_looks_like_a_person_is_refused(make: Make, tmp_path: Path, field: str, words: str) -> None:
    answer = make().post(MEETING, json={**RECORD, field: words}, headers=OURS)
    assert (answer.status_code, answer.get_json()) == (400, {"error": "person", "field": field})
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2026-02-30"),
        ("date", "../../etc"),
        ("due", "soon"),
        ("kind", "friend"),
        ("office", "../x"),
        ("story", "Iron River"),
        ("deck", "beef"),
        ("promise", "x" * 501),
        ("asked", "x" * 4_001),
        ("promise", "a\0b"),
        ("promise", "a\ud800b"),
    ],
)
def test_a_malformed_field_is_named(make: Make, tmp_path: Path, field: str, value: str) -> None:
    answer = make().post(MEETING, json={**RECORD, field: value}, headers=OURS)
    assert (answer.status_code, answer.get_json()) == (400, {"error": "field", "field": field})
    assert files(tmp_path) == []


@pytest.mark.parametrize("body", [{}, {**RECORD, "name": "x"}, {**RECORD, "due": None}])
def test_another_shape_is_refused(make: Make, body: object) -> None:
    answer = make().post(MEETING, json=body, headers=OURS)
    assert (answer.status_code, answer.get_json()) == (400, {"error": "field", "field": "record"})


def test_a_write_that_fails_leaves_nothing_under_a_records_name(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    client = make()
    assert client.post(MEETING, json=RECORD, headers=OURS).status_code == 507
    assert [name for name in files(tmp_path) if name.endswith(".json")] == []
    monkeypatch.undo()
    assert client.post(MEETING, json=RECORD, headers=OURS).get_json()["name"] == "2026-11-24-1.json"
    assert files(tmp_path) == ["2026-11-24-1.json"]


def test_a_file_that_is_no_record_is_named_and_hides_no_other(make: Make, tmp_path: Path) -> None:
    client = make()
    client.post(MEETING, json=RECORD, headers=OURS)
    (tmp_path / "state/meetings/2026-11-24-7.json").write_text("[1", "utf-8")
    found = client.get(MEETING).get_json()["records"]
    assert found == [{"name": "2026-11-24-7.json"}, {"name": "2026-11-24-1.json", **RECORD}]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_questions_of_every_deck_may_be_kept(store: Store, lang: str) -> None:
    """They are filled in by the page, so that none may look like a person's."""
    for one in stories(store):
        answers = deck(one, store, office="D-nogales" if one.lens else "", reader="speaker")["answers"]
        asked = "\n".join(each["ask"][lang] for each in answers)
        assert meetings.parse({**RECORD, "asked": asked}).asked == asked.strip()
