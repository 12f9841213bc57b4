"""Taking things away over HTTP: files, the stamp of the menu, and the answer to a code."""

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from corridors.exports.formats import FORMATS
from tests.app.asking import LANGS

CORRIDORS = "corridors-2022-2023-fitted-ports-seizures"


def stamp(client: FlaskClient, name: str, query: str = "") -> dict[str, Any]:
    response = client.get(f"/stamp/{name}.json?{query}")
    assert response.status_code == 200
    found: dict[str, Any] = response.get_json()
    return found


@pytest.mark.parametrize("name", ["pairs", "map-us", "map-mx", "map-both", CORRIDORS])
@pytest.mark.parametrize("format", FORMATS)
def test_a_thing_of_places_is_served_in_every_format(client: FlaskClient, name: str, format: str) -> None:
    response = client.get(f"/download/{name}.{format}?lang=es&y=2022-2023&marking=onward")
    assert response.status_code == 200
    assert response.mimetype == FORMATS[format][0]
    assert response.headers["Content-Disposition"].endswith(f'.{format}"')
    assert response.headers["ETag"]
    assert (
        client.get(response.request.full_path, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    )
    code = stamp(client, name, "lang=es&y=2022-2023")["stamp"]["code"]
    if format in ("csv", "geojson"):
        assert code in response.get_data(as_text=True)
        assert "No redistribuir" in response.get_data(as_text=True)
    if format == "xlsx":
        book = CalamineWorkbook.from_filelike(io.BytesIO(response.get_data()))
        assert code in json.dumps(book.get_sheet_by_name("Acerca de").to_python(), default=str)


@pytest.mark.parametrize(
    "path", ["nothing.csv", "pairs.exe", "totals.geojson", "changes-0001.xlsx", "changes-0001.csv"]
)
def test_what_is_not_offered_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/download/{path}").status_code == 404


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_licence_stops_every_format_and_the_menu_says_which(client: FlaskClient, format: str, lang: str) -> None:
    assert client.get(f"/download/us_violence.{format}?lang={lang}").status_code == 403
    found = stamp(client, "us_violence", f"lang={lang}")
    assert "Gun Violence Archive" in found["stop"]
    assert "stamp" not in found


def test_the_menu_says_what_a_file_is_not_offered_as_and_why(client: FlaskClient) -> None:
    found = stamp(client, "totals", "lang=en")
    why = {one["id"]: one["why"] for one in found["formats"]}
    assert why["csv"] == ""
    assert why["geojson"] == why["parquet"] == "its rows name no place"
    assert client.get("/stamp/nothing.json").status_code == 404


@pytest.mark.parametrize("lang", LANGS)
def test_a_code_is_answered_in_the_language_of_the_question(client: FlaskClient, lang: str) -> None:
    code = stamp(client, "pairs", "lang=es&y=2022-2023&o=US-TX")["stamp"]["code"]
    found = client.get(f"/verify.json?lang={lang}&code={code}").get_json()
    assert found["state"] == "unchanged"
    assert found["link"] == f"evidence?v=1&lang={lang}&y=2022-2023&o=US-TX"
    assert client.get("/" + found["link"]).status_code == 200


@pytest.mark.parametrize("code", ["", "2202-SX9E", "x" * 5000, "%00", "../etc"])
def test_what_is_no_code_gets_an_answer_too(client: FlaskClient, code: str) -> None:
    response = client.get("/verify.json", query_string={"code": code})
    assert response.status_code == 200
    assert response.get_json()["state"] == "mistyped"
