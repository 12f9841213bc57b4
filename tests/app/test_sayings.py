"""The routes of claim cards and of what percentages mean."""

import re

from flask.testing import FlaskClient

from tests.app.asking import page


def test_a_card_is_markup_of_the_view_and_can_be_revalidated(client: FlaskClient) -> None:
    response = client.get("/card/map-us?lang=es&o=US-TX")
    body = response.get_data(as_text=True)
    assert response.mimetype == "text/html"
    assert "7,825" in body
    assert "Lo que esto no muestra" in body
    assert "Poner a prueba esta cifra" in body
    assert re.search(r'data-link="/evidence\?v=1&amp;lang=es&amp;o=US-TX"', body)
    assert not re.search(r"<script|style=|onclick", body)
    again = client.get("/card/map-us?lang=es&o=US-TX", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_a_name_without_a_card_is_not_found(client: FlaskClient) -> None:
    assert client.get("/card/nothing").status_code == 404
    assert client.get("/card/lens.nowhere.ports").status_code == 404
    assert client.get("/card/lens.san-diego.ports?lens=san-diego").status_code == 200


def test_what_a_percentage_means_is_served_in_the_language(client: FlaskClient) -> None:
    found = client.get("/meanings.json?lang=es").get_json()
    assert len(found["meanings"]["74"]) == 3
    assert found["meanings"]["74"][0]["page"] == "/evidence#figure-totals"
    assert found["meanings"]["74"][2]["page"] == "/evidence#panel-mx"
    assert "Base" not in found["meanings"]["74"][0]["base"]
    assert found["text"]["found"].startswith("{value} %")


def test_cards_are_on_the_pages_and_empty(client: FlaskClient) -> None:
    for path, name in (("/", "home"), ("/evidence", "map-us"), ("/corridors", "corridors"), ("/analysis", "unusual")):
        drawn = page(client, path)
        assert name in drawn
        assert "saying-body" in drawn
        assert "saying-say" not in drawn  # filled when it is opened


def test_the_glossary_stands_in_the_guide(client: FlaskClient) -> None:
    assert "Palabras que usan todas las oficinas" in page(client, "/guide", "?lang=es")
    assert "Words that every office uses" in page(client, "/guide")
