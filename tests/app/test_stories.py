"""Addresses of one's own stories: who may write, what is refused, and that a story is whole or as it was."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corridors.settings import Settings
from corridors.story import keeping
from corridors.story.dossier import packed
from corridors.story.drafts import files
from corridors.web import access, failures, logs, security
from corridors.web.assets import Assets
from corridors.web.stores import Stores
from corridors.web.stories import install
from tests.unit.story.test_editing import NOTES, SCENE, WORDS, three

OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
TOKEN = "a-token-of-some-length"
FIELDS = {**WORDS, "title_en": "Our river"}
Make = Callable[..., FlaskClient]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A server with the addresses of stories and nothing else."""

    def made(**values: Any) -> FlaskClient:
        settings = Settings(**{"state": tmp_path / "state", **values})
        server = Flask("stories")
        logs.install(server, settings)
        security.install(server, settings, "default-src 'none'")
        install(server, Stores(settings), settings)
        failures.install(server, settings, Assets.of_project())
        return server.test_client()

    return made


def written(tmp_path: Path) -> dict[str, bytes]:
    folder = tmp_path / "state" / "stories"
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix}


def post(client: FlaskClient, path: str, body: Any, **headers: str) -> tuple[int, Any]:
    answer = client.post(path, json=body, headers={**OURS, **headers})
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.status_code, answer.get_json()


def test_a_story_is_made_changed_and_deleted_on_this_machine(make: Make, tmp_path: Path) -> None:
    client = make()
    assert [one["shipped"] for one in client.get("/story").get_json()["stories"]] == [True] * 3
    status, story = post(client, "/story", {"do": "new", "fields": FIELDS, "scene": SCENE, "notes": NOTES})
    assert (status, story["id"], [one["fields"]["id"] for one in story["scenes"]][1:]) == (
        201, "our-river", ["own", "request", "offer"],
    )  # fmt: skip
    first = story["scenes"][0]["fields"]["id"]
    change = {"do": "change", "scene": first, "fields": {"seconds": 30}, "notes": {}, "forms": [7, 15]}
    status, story = post(client, "/story/our-river", {**change, "against": story["digest"]})
    assert (status, story["scenes"][0]["fields"]["seconds"], first in story["forms"]["3"]) == (200, 30, False)
    assert story["faults"] == []
    assert post(client, "/story/our-river", {**change, "against": "0" * 64})[0] == 409
    assert (tmp_path / "state/stories/our-river/story.yml").is_file()
    gone = client.delete("/story/our-river", json={"against": story["digest"]}, headers=OURS)
    assert gone.status_code == 200
    assert written(tmp_path) == {}


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_written(make: Make, tmp_path: Path) -> None:
    client = make()
    _, story = post(client, "/story", {"do": "new", "fields": FIELDS})
    before = written(tmp_path)
    bad = {**SCENE, "title_es": "", "citations": ["NONE"], "seconds": 1}
    status, said = post(
        client, "/story/our-river", {"do": "add", "scene": bad, "notes": NOTES, "against": story["digest"]}
    )
    assert (status, said["error"]) == (422, "faults")
    assert [(one["scene"], one["field"]) for one in said["faults"]] == [
        ("first-sold-in-2020", "title_es"), ("first-sold-in-2020", "seconds"),
    ]  # fmt: skip
    status, said = post(client, "/story/our-river", {"do": "remove", "scene": "own", "against": story["digest"]})
    assert (status, {one["field"] for one in said["faults"]}) == (422, {"forms"})
    assert all(set(one["said"]) == {"en", "es"} for one in said["faults"])
    assert written(tmp_path) == before


def test_elsewhere_only_with_the_token(make: Make, tmp_path: Path) -> None:
    closed = make(host="0.0.0.0")
    assert closed.get("/story").get_json() == {"access": "closed"}
    assert post(closed, "/story", {"do": "new", "fields": FIELDS}) == (403, {"error": "closed"})
    guarded = make(host="0.0.0.0", admin_token=TOKEN)
    assert guarded.get("/story").get_json() == {"access": "token"}
    wrong = post(guarded, "/story", {"do": "new", "fields": FIELDS}, **{access.TOKEN: "another"})
    assert wrong == (403, {"error": "wrong"})
    content = packed("mine", files(three()))
    sent = guarded.post("/story-file", data=content, headers=OURS, content_type="application/octet-stream")
    assert sent.status_code == 403
    assert guarded.delete("/story/our-river", json={"against": ""}, headers=OURS).status_code == 403
    assert written(tmp_path) == {}
    assert post(guarded, "/story", {"do": "new", "fields": FIELDS}, **{access.TOKEN: TOKEN})[0] == 201
    assert guarded.get("/capture.json?page=/&lang=es").get_json()["options"], "to be taken along"


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}])
def test_another_site_cannot_write(make: Make, tmp_path: Path, headers: dict[str, str]) -> None:
    client = make()
    assert client.post("/story", json={"do": "new", "fields": FIELDS}, headers=headers).status_code == 403
    assert (
        client.post("/story-file", data=b"x", content_type="application/octet-stream", headers=headers).status_code
        == 403
    )
    assert written(tmp_path) == {}


def test_a_shipped_story_is_copied(make: Make) -> None:
    client = make()
    shipped = client.get("/story/iron-river.json").get_json()
    refused = post(client, "/story/iron-river", {"do": "move", "scene": "harm", "to": 0, "against": shipped["digest"]})
    assert (refused[0], "copy it" in refused[1]["said"]) == (400, True)
    status, copy = post(client, "/story", {"do": "copy", "of": "iron-river"})
    assert (status, copy["id"], copy["shipped"]) == (201, "iron-river-2", False)
    status, moved = post(
        client, "/story/iron-river-2", {"do": "move", "scene": "harm", "to": 0, "against": copy["digest"]}
    )
    assert (status, moved["scenes"][0]["fields"]["id"]) == (200, "harm")


def test_a_scene_is_a_small_slide_that_is_drawn_once(make: Make) -> None:
    client = make(host="0.0.0.0")
    story = client.get("/story/iron-river.json").get_json()
    assert len({one["mark"] for one in story["scenes"]}) == len(story["scenes"])
    assert story["scenes"][0]["told"]["en"]["title"].startswith("76\u00a0% of the guns")
    first = client.get("/story/iron-river/opening.svg?lang=es")
    assert (first.status_code, first.mimetype) == (200, "image/svg+xml")
    assert "Chihuahua" in first.get_data(as_text=True)
    again = client.get("/story/iron-river/opening.svg?lang=es", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert client.get("/story/iron-river/opening.svg?lang=en").data != first.data
    assert client.get("/story/iron-river/none.svg").status_code == 404
    assert client.get("/story/none/opening.svg").status_code == 404
    assert client.get("/story/your-district.json").get_json()["scenes"][0]["told"]["en"]["title"].startswith("{office}")


def test_a_file_goes_out_is_looked_at_and_comes_in(make: Make, tmp_path: Path) -> None:
    client = make()
    out = client.get("/story/iron-river.corridors")
    assert out.headers["Content-Disposition"] == 'attachment; filename="iron-river.corridors"'
    send = {"headers": OURS, "content_type": "application/octet-stream"}
    seen = client.post("/story-file", data=out.data, **send).get_json()
    assert (seen["id"], seen["already"], len(seen["scenes"]) > 3) == ("iron-river", True, True)
    content = packed("mine", files(three()))
    seen = client.post("/story-file", data=content, **send).get_json()
    assert (seen["as"], seen["already"]) == ("mine", False)
    assert written(tmp_path) == {}, "a look writes nothing"
    assert client.post(f"/story-file?accept={'0' * 64}", data=content, **send).status_code == 409
    sha256 = hashlib.sha256(content).hexdigest()
    assert client.post(f"/story-file?accept={sha256}", data=content, **send).status_code == 201
    assert client.get("/story/mine.corridors").data == content
    for hostile in (b"", b"PK", content[:-9], content.replace(b"One map", b"Two map")):
        refused = client.post("/story-file", data=hostile, **send)
        content = refused.get_json()
        assert (refused.status_code, content["error"], sorted(content["said"])) == (400, "file", ["en", "es"])
    assert client.post("/story-file", data=bytes(3_000_000), **send).status_code in (400, 413)


@pytest.mark.parametrize(
    "body",
    [
        {"do": "nothing"},
        {"do": "new"},
        {"do": "copy", "of": 3},
        {"do": "copy", "of": "../../x"},
        {"do": "new", "fields": {"title_en": "\ud800"}},
        {"do": "new", "fields": FIELDS, "scene": [], "notes": {}},
        {"do": "new", "fields": FIELDS, "scene": {"show": "map-us", "view": 3}, "notes": NOTES},
        {"do": "new", "fields": {**FIELDS, "title_es": ["x"]}},
        {"do": "new", "fields": FIELDS, "scene": {**SCENE, "figures": {"x": [[]]}}, "notes": NOTES},
        {"do": "new", "fields": FIELDS, "scene": {**SCENE, "citations": [[1]]}, "notes": NOTES, "forms": ["3"]},
    ],
)
def test_what_no_page_of_ours_sends_is_answered_in_words(make: Make, tmp_path: Path, body: dict[str, Any]) -> None:
    status, said = post(make(), "/story", body)
    assert status in (400, 422)
    assert said["error"] in ("request", "story", "faults")
    assert written(tmp_path) == {}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("page=/district&lens=nogales&split=people", "estimate"),
        ("page=/district", "Choose a consulate"),
        ("page=/evidence&asof=2026-10-31", "earlier day"),
        ("page=/corridors&close=4024", "what would be"),
        ("page=/corridors&whatif=1", "what would be"),
        ("page=/claims", "no view"),
    ],
)
def test_a_view_that_no_story_shows_is_refused_with_the_reason(make: Make, query: str, said: str) -> None:
    found = make().get(f"/capture.json?{query}").get_json()
    assert said in found["refused"]["en"]
    assert found["refused"]["es"] != found["refused"]["en"]


@pytest.mark.parametrize(
    "query", ["page=/", "page=/evidence&us=law_universal&y=2020&o=US-TX", "page=/evidence&map=both&lens=nogales",
              "page=/corridors", "page=/district&lens=el-paso", "page=/messages"]
)  # fmt: skip
def test_every_captured_scene_can_be_kept_and_its_own_sentence_follows_the_facts(make: Make, query: str) -> None:
    client = make()
    for one in client.get(f"/capture.json?{query}").get_json()["options"]:
        fields = {**FIELDS, "lens": one["lens"]}
        status, story = post(
            client, "/story", {"do": "new", "fields": fields, "scene": one["scene"], "notes": one["notes"]}
        )
        assert status == 201, (one["scene"]["show"], story)
        kept = story["scenes"][0]
        assert "text_en" not in kept["fields"]
        assert kept["says"]["es"] == one["scene"]["text_es"]
        assert kept["label"] == one["label"]


def test_each_core_message_can_be_a_scene(make: Make) -> None:
    found = make().get("/capture.json?page=/messages").get_json()
    shown = [one["scene"]["show"] for one in found["options"]]
    assert shown == [*(f"message:{id}" for id in found["messages"]), "chart:flow_estimates"]
    assert found["options"][0]["scene"]["message"] in found["messages"]


def test_a_full_disk_is_said(make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "write", full)
    assert post(make(), "/story", {"do": "new", "fields": FIELDS}) == (507, {"error": "disk"})
    assert written(tmp_path) == {}


def test_a_story_in_the_state_is_shown_at_once(make: Make, tmp_path: Path) -> None:
    stores = Stores(Settings(state=tmp_path / "state"))
    before = stores.mark()
    post(make(), "/story", {"do": "new", "fields": FIELDS})
    assert stores.mark() != before, "pages that were kept are made again"
