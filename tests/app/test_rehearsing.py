"""The rehearsal over HTTP: findings and questions, packs compared, and packs of other instances shown from here."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corridors.errors import StoryError
from corridors.settings import Settings
from corridors.store import Store
from corridors.story.deck import Deck, deck, digest
from corridors.story.library import story
from corridors.story.markup import known
from corridors.story.pack import FOLDER, name_of, pack
from corridors.web import failures, logs, meeting, rehearsing, security
from corridors.web.assets import Assets
from corridors.web.stores import Stores

ASKED = "/rehearse.json?story=iron-river&form=15&distance=8&screen=2"


@pytest.fixture
def make(tmp_path: Path) -> Callable[[], FlaskClient]:
    """A server with the addresses of meetings and rehearsals and nothing else."""

    def server() -> FlaskClient:
        settings = Settings(state=tmp_path)
        made = Flask("rehearsing")
        stores, assets = Stores(settings), Assets.of_project()
        logs.install(made, settings)
        security.install(made, settings, "default-src 'none'")
        meeting.install(made, stores, assets, settings)
        rehearsing.install(made, stores)
        failures.install(made, settings, assets)
        return made.test_client()

    return server


@pytest.fixture
def client(make: Callable[[], FlaskClient]) -> FlaskClient:
    return make()


@pytest.fixture(scope="module")
def made(root: Path) -> Deck:
    store = Store(root / "geodata")
    return deck(story(store, "side-by-side"), store, ("es", "en"), minutes=3)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_story_is_rehearsed_and_twelve_questions_are_asked(client: FlaskClient, lang: str) -> None:
    found = client.get(f"{ASKED}&lang={lang}").get_json()
    assert len(found["scenes"]) == 13
    assert len(found["questions"]) == 12
    assert all(one["ask"] and one["answer"] and one["lines"] for one in found["questions"])
    assert (found["counts"]["grave"], found["counts"]["warning"]) == (0, 0)
    assert {one["kind"] for one in found["findings"]} == {"claim"}
    far = client.get(f"{ASKED.replace('distance=8', 'distance=20')}&lang={lang}").get_json()
    worst = far["findings"][0]
    assert (worst["level"], worst["kind"], len(worst["scenes"])) == ("grave", "text_height", 13)
    assert worst["mend"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("story=none&form=15&distance=8&screen=2", 404),
        ("story=iron-river&form=15&distance=far&screen=2", 400),
        ("story=iron-river&form=15&distance=nan&screen=2", 400),
        ("story=iron-river&form=15&distance=900&screen=2", 400),
        ("story=iron-river&form=5&distance=8&screen=2", 400),
        ("story=iron-river&form=inf&distance=8&screen=2", 400),
        ("story=your-district&form=15&distance=8&screen=2", 400),
        ("story=your-district&form=15&distance=8&screen=2&lens=nowhere", 400),
    ],
)
def test_what_cannot_be_rehearsed_is_refused(client: FlaskClient, query: str, status: int) -> None:
    assert client.get(f"/rehearse.json?{query}").status_code == status


def test_packs_are_compared_and_not_kept(client: FlaskClient, made: Deck) -> None:
    other = {**made, "scenes": [{**made["scenes"][0], "title": {"es": "Otro", "en": "Other"}}, *made["scenes"][1:]]}
    sent: dict[str, Any] = {"pack": [(io.BytesIO(pack(made)), "a.html"), (io.BytesIO(pack(other)), "../b.html")]}
    found = client.post("/consistency?lang=es", data=sent).get_json()
    assert not found["agree"]
    assert [(one["scene"], one["lang"], one["part"]) for one in found["differences"]] == [
        ("rates", "es", "título"), ("rates", "en", "título"),
    ]  # fmt: skip
    assert set(found["differences"][0]["values"]) == {"1. a.html", "2. b.html"}
    alike = {"pack": [(io.BytesIO(pack(made)), "a.html"), (io.BytesIO(b"nothing"), "c.html")]}
    found = client.post("/consistency?lang=en", data=alike).get_json()
    assert found["faults"] == ["2. c.html: this file is not a briefing pack: it holds no deck"]
    assert client.post("/consistency").status_code == 400


def test_a_pack_of_another_instance_is_shown_from_here(
    make: Callable[[], FlaskClient], made: Deck, tmp_path: Path
) -> None:
    kept = tmp_path / FOLDER / name_of(made)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(pack(made))
    client = make()
    found = client.get(f"/pack/{kept.stem}.json").get_json()
    assert found == {**made, "digest": digest(made)}
    assert client.get("/pack/none-of-these.json").status_code == 404
    kept.write_bytes(pack(made).replace(b'"product":"corridors"', b'"product":"corridorz"'))
    assert client.get(f"/pack/{kept.stem}.json").status_code == 409


@pytest.mark.parametrize(
    "markup",
    [
        "<script>1</script>",
        '<svg onload="x()"></svg>',
        '<p style="position:fixed">x</p>',
        '<a href="javascript:x()">x</a>',
        '<path fill="url(https://elsewhere/x)"/>',
        "<iframe></iframe>",
        "<svg><foreignObject></foreignObject></svg>",
        '<meta http-equiv="refresh" content="0">',
        "<!doctype html>",
    ],
)
def test_a_deck_with_markup_that_is_not_ours_is_refused(made: Deck, markup: str) -> None:
    assert known(made) is made
    with pytest.raises(StoryError, match="not such as this product makes"):
        known({**made, "pictures": {**made["pictures"], "x": markup}})
