"""A story on paper: every title, base and the neutral sentence; tagged; notes in the script alone."""

import io

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from corridors.store import Store
from corridors.story.handout import handout, script
from corridors.story.library import story
from corridors.story.notes import plain
from corridors.story.telling import Teller, told
from corridors.text import text

OFFICES = {"your-district": "D-nogales"}


def _words(content: bytes) -> str:
    """The letters of a PDF without spaces and hyphens, which depend on where its lines break."""
    pages = PdfReader(io.BytesIO(content)).pages
    return _bare("".join(page.extract_text() for page in pages))


def _bare(said: str) -> str:
    return "".join(said.split()).replace("-", "").replace("\N{SOFT HYPHEN}", "")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("id", ["iron-river", "side-by-side", "your-district"])
def test_a_handout_holds_every_title_and_base_and_no_note(store: Store, id: str, lang: str) -> None:
    one, office = story(store, id), OFFICES.get(id, "")
    content = handout(one, store, lang, office)
    words = _words(content)
    for scene in one.scenes:
        said = told(Teller(one, store, lang, office), scene)
        assert _bare(said.title) in words
        assert _bare(said.base) in words
        assert _bare(scene.notes[lang])[:60] not in words
    assert _bare(text("message.neutral", lang)) in words
    catalogue = PdfReader(io.BytesIO(content)).root_object
    mark = catalogue["/MarkInfo"]
    assert isinstance(mark, DictionaryObject)
    assert mark["/Marked"]
    assert "/StructTreeRoot" in catalogue


@pytest.mark.parametrize("id", ["iron-river", "your-district"])
def test_a_script_faces_both_languages_with_notes(store: Store, id: str) -> None:
    one, office = story(store, id), OFFICES.get(id, "")
    content = script(one, store, "es", office, 7)
    words = _words(content)
    assert _bare(text("deck.paper.speaker", "es")).upper() in words
    for scene in one.form(7):
        for lang in ("es", "en"):
            assert _bare(told(Teller(one, store, lang, office), scene).title) in words
    for lang in ("es", "en"):
        assert _bare(text("message.neutral", lang)) in words
    assert content == script(one, store, "es", office, 7)


@pytest.mark.parametrize(("kind", "starts"), [("pptx", b"PK"), ("pdf", b"%PDF"), ("script", b"%PDF")])
def test_the_page_offers_each_file(client: FlaskClient, kind: str, starts: bytes) -> None:
    answer = client.get(f"/deck/iron-river.{kind}?lang=en&form=3")
    assert answer.status_code == 200
    assert answer.data.startswith(starts)
    assert client.get(f"/deck/your-district.{kind}?lang=en").status_code == 400
    assert client.get(f"/deck/none.{kind}?lang=en").status_code == 404


def test_notes_without_markup_lose_only_their_marks() -> None:
    notes = "Say **this** first,\nthen `that`.\n\n- one\n- *two*\n\n> quoted\n\n3. third\n4. fourth"
    assert plain(notes) == ["Say this first, then that.", "• one", "• two", "quoted", "3. third", "4. fourth"]
