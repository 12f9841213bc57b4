import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corridors import __version__
from corridors.answers.charts import CHARTS
from corridors.settings import Settings
from corridors.store import Store
from corridors.web import routes
from tests.app.asking import LANGS, PATHS


def test_health_says_the_versions(client: FlaskClient, store: Store) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.get_json() == {"status": "ok", "version": __version__, "data": store.data_version}
    assert response.headers["Cache-Control"] == "no-cache"


def test_health_is_bad_when_the_data_cannot_be_read(client: FlaskClient, tmp_path: Path) -> None:
    with client.application.test_request_context("/health"):
        response = routes.health_of(Settings(geodata=tmp_path))
    assert response.status_code == 503
    assert json.loads(response.get_data())["status"] == "error"


def test_the_site_map_lists_every_page_and_each_answers(client: FlaskClient) -> None:
    listed = client.get("/sitemap.json").get_json()
    assert [entry["path"] for entry in listed] == list(PATHS)
    assert all(client.get(entry["path"]).status_code == 200 for entry in listed)


def test_every_asset_of_the_manifest_is_served_for_ever(client: FlaskClient, store: Store) -> None:
    for name in store.manifest["web"].values():
        response = client.get(f"/data/{name}", headers={"Accept-Encoding": "gzip"})
        assert response.status_code == 200
        assert response.mimetype == "application/json"
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["Content-Encoding"] == "gzip"
        assert response.headers["ETag"]


@pytest.mark.parametrize(
    "name", ["manifest.json", "cards.json", "..%2Fmanifest.json", "cube.json", "cube.00000000.json"]
)
def test_no_other_file_of_the_data_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/data/{name}").status_code == 404


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [*(name for name in CHARTS if name != "us_violence"), "map-us", "map-mx"])
def test_every_chart_can_be_taken_away_with_its_citation(client: FlaskClient, name: str, lang: str) -> None:
    response = client.get(f"/download/{name}.csv?lang={lang}")
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    assert f'filename="corridors-{name}.csv"' in response.headers["Content-Disposition"]
    lines = response.get_data(as_text=True).removeprefix("\ufeff").splitlines()
    assert lines[0].startswith("#")
    assert len([line for line in lines if not line.startswith("#")]) >= 2


def test_the_icon_is_ours(client: FlaskClient) -> None:
    response = client.get("/favicon.ico")
    assert response.status_code == 301
    assert client.get(response.headers["Location"]).mimetype == "image/svg+xml"


def test_fonts_are_kept_for_ever_and_icons_are_asked_again(client: FlaskClient, root: Path) -> None:
    for font in (root / "assets" / "fonts").glob("*.woff2"):
        assert "immutable" in client.get(f"/assets/fonts/{font.name}").headers["Cache-Control"]
    assert client.get("/assets/icons/favicon.svg").headers["Cache-Control"] == "no-cache"
