"""How the tests ask for a page as the browser does."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from corridors.pages import PAGES

PATHS = tuple(page.PATH for page in PAGES)
LANGS = ("en", "es")


def body(path: object, search: object) -> dict[str, Any]:
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [
            {"id": "url", "property": "pathname", "value": path},
            {"id": "url", "property": "search", "value": search},
        ],
        "changedPropIds": ["url.pathname", "url.search"],
    }


def ask(client: FlaskClient, content: object, **options: Any) -> TestResponse:
    return client.post("/_dash-update-component", json=content, **options)


def page(client: FlaskClient, path: str, search: str = "") -> str:
    """The JSON of a page's main area, as text."""
    response = ask(client, body(path, search))
    assert response.status_code == 200, response.get_data(as_text=True)
    return str(response.get_json()["response"]["page"]["children"])
