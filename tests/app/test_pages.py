import json
import re

import pytest
from dash import Dash
from flask.testing import FlaskClient

from corridors import __version__
from corridors.errors import DataError
from corridors.pages import PAGES
from corridors.store import Store
from corridors.text import text
from tests.app.asking import LANGS, PATHS, ask, body, page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_drawn_in_its_language(client: FlaskClient, path: str, lang: str) -> None:
    drawn = page(client, path, f"?lang={lang}")
    assert f"'data-lang': '{lang}'" in drawn
    assert f"'data-path': '{path}'" in drawn
    assert len(re.findall(r"<h1[ >]|'type': 'H1'", drawn)) == 1
    assert text("state.error_title", lang) not in drawn
    assert text("state.data_title", lang) not in drawn


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PATHS)
def test_every_document_has_its_language_and_title_in_the_first_byte(client: FlaskClient, path: str, lang: str) -> None:
    response = client.get(path, query_string={"lang": lang})
    document = response.get_data(as_text=True)
    assert response.status_code == 200
    assert f'<html lang="{lang}"' in document
    title = re.search(r"<title>(.*?)</title>", document)
    assert title is not None
    assert text("shell.product", lang) in title[1]
    assert text("shell.boundaries", lang) in document
    assert document.count('aria-current="page"') + document.count("aria-current=page") == 1
    assert __version__ in document


def test_the_browser_chooses_the_language_where_the_link_does_not(client: FlaskClient) -> None:
    spanish = client.get("/", headers={"Accept-Language": "es-MX,es;q=0.9,en;q=0.5"}).get_data(as_text=True)
    english = client.get("/", headers={"Accept-Language": "fr"}).get_data(as_text=True)
    link_wins = client.get("/?lang=en", headers={"Accept-Language": "es"}).get_data(as_text=True)
    assert '<html lang="es"' in spanish
    assert '<html lang="en"' in english
    assert '<html lang="en"' in link_wins


def test_titles_differ_between_pages(client: FlaskClient) -> None:
    titles = {re.search(r"<title>(.*?)</title>", client.get(path).get_data(as_text=True))[1] for path in PATHS}  # type: ignore[index]
    assert len(titles) == len(PATHS)


@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_address_is_a_404_within_the_shell(client: FlaskClient, lang: str) -> None:
    response = client.get(f"/nowhere/at/all?lang={lang}")
    assert response.status_code == 404
    document = response.get_data(as_text=True)
    assert text("error.404.title", lang) in document
    assert 'class="shell-header"' in document
    assert text("error.404.title", lang) in page(client, "/nowhere/at/all", f"?lang={lang}")


def test_a_slash_at_the_end_leads_to_the_page(client: FlaskClient) -> None:
    response = client.get("/evidence/?lang=es&y=2019")
    assert response.status_code == 308
    assert response.headers["Location"].endswith("/evidence?lang=es&y=2019")


@pytest.mark.parametrize("lang", LANGS)
def test_a_view_that_cannot_be_read_says_so_and_shows_the_opening_state(client: FlaskClient, lang: str) -> None:
    drawn = page(client, "/evidence", f"?lang={lang}&us=nothing")
    assert text("state.view_title", lang) in drawn
    assert text("state.view_body", lang, field="us") in drawn
    assert "map-us" in drawn


def test_the_view_of_a_link_is_shown(client: FlaskClient) -> None:
    assert page(client, "/evidence", "?lang=en&y=2019") != page(client, "/evidence", "?lang=en&y=2016")
    assert text("state.view_title", "en") not in page(client, "/evidence", "?lang=en&y=2019")


def test_links_inside_carry_the_view(client: FlaskClient) -> None:
    drawn = page(client, "/", "?lang=es&y=2019")
    assert re.search(r'href="/evidence\?v=1&amp;lang=es&amp;y=2019', drawn) or "/evidence?v=1&lang=es&y=2019" in drawn


def test_data_that_cannot_be_read_are_an_error_state_not_a_failure(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DataError("/secret/place/file.json cannot be read")

    monkeypatch.setattr(PAGES[0], "layout", fail)
    drawn = page(client, "/", "?lang=es&y=2001")
    assert text("state.data_title", "es") in drawn
    assert "/secret/place" not in drawn


@pytest.mark.usefixtures("capfd")
def test_a_defect_in_a_page_is_logged_and_answered_and_not_kept(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr(PAGES[0], "layout", fail)
        assert text("state.error_title", "es") in page(client, "/", "?lang=es&y=2002")
    assert text("state.error_title", "es") not in page(client, "/", "?lang=es&y=2002")


def test_the_same_question_has_the_same_answer_in_every_encoding(client: FlaskClient) -> None:
    plain = ask(client, body("/guide", "?lang=en")).get_data()
    zipped = ask(client, body("/guide", "?lang=en"), headers={"Accept-Encoding": "gzip"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert zipped.headers["Cache-Control"] == "no-store"
    assert len(zipped.get_data()) < len(plain) / 2
    assert ask(client, body("/guide", "?lang=en")).get_data() == plain


def test_dash_has_no_developer_tools_and_no_global_pages(app: Dash) -> None:
    config = app._config()
    assert config["ui"] is False
    assert config["props_check"] is False
    assert config["suppress_callback_exceptions"] is False
    assert "hot_reload" not in config
    assert app.use_pages is False
    assert len(config["validation_layout"].to_plotly_json()["props"]["children"]) >= 1


def test_every_page_has_its_words_in_the_navigation() -> None:
    for each in PAGES:
        assert text(f"shell.nav.{each.PATH}", "es")


def test_a_page_reaches_the_renderer_as_few_components(client: FlaskClient) -> None:
    """What is still is markup: Dash's renderer takes seconds for hundreds of components."""

    def count(node: object) -> int:
        if isinstance(node, list):
            return sum(map(count, node))
        if isinstance(node, dict) and "props" in node:
            return 1 + count(node["props"].get("children"))
        return 0

    for path in PATHS:
        answer = json.loads(ask(client, body(path, "?lang=en")).get_data())
        assert count(answer["response"]["page"]["children"]) < 80, path


def test_the_store_of_the_tests_is_that_of_the_app(store: Store, client: FlaskClient) -> None:
    assert store.data_version[:7] in client.get("/").get_data(as_text=True)
