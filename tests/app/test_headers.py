import re

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.app.asking import ask, body

POLICY = (
    r"default-src 'none'; script-src 'self'( 'sha256-[A-Za-z0-9+/=]+')+; style-src 'self' 'unsafe-inline'; "
    r"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    r"base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
KINDS = (
    "/",
    "/evidence?lang=es",
    "/nothing/here",
    "/health",
    "/sitemap.json",
    "/assets/icons/favicon.svg",
    "/assets/nothing.css",
    "/assets/bundle/nothing.js",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/dash/nothing.js",
    "/_dash-component-suites/os/path.py",
    "/_dash-component-suites/plotly/../../../etc/passwd",
    "/_reload-hash",
    "/_favicon.ico",
    "/favicon.ico",
    "/data/nothing.json",
    "/data/..%2fmanifest.json",
    "/download/nothing.csv",
    "/evidence/",
)


@pytest.mark.parametrize("path", KINDS)
def test_every_response_has_the_headers(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code < 500
    assert re.fullmatch(POLICY, response.headers["Content-Security-Policy"])
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "trace", "options", "head"])
@pytest.mark.parametrize("path", ["/", "/health", "/_dash-update-component", "/data/x.json", "/evidence"])
def test_no_method_is_a_failure(client: FlaskClient, path: str, method: str) -> None:
    response = client.open(path, method=method.upper())
    assert response.status_code < 500
    assert "Content-Security-Policy" in response.headers
    if method in ("put", "delete", "patch", "trace"):
        assert response.status_code == 405
        assert "Allow" in response.headers


def test_the_hashes_of_the_policy_are_those_of_dash(app: Dash, client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    for each in app.csp_hashes():
        assert each in policy


def test_the_document_has_no_inline_script_without_a_hash(client: FlaskClient) -> None:
    document = client.get("/").get_data(as_text=True)
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", document)
    assert all("application/json" in each or "_dash-renderer" in each for each in inline)
    assert not re.findall(r"\son[a-z]+=", document)


@pytest.mark.parametrize(
    ("host", "isolated"), [("127.0.0.1:8050", True), ("localhost", True), ("atlas.internal", False)]
)
def test_isolation_is_only_asked_where_browsers_grant_it(client: FlaskClient, host: str, isolated: bool) -> None:
    response = client.get("/health", headers={"Host": host})
    assert ("Cross-Origin-Opener-Policy" in response.headers) is isolated


def test_errors_are_pages_for_people_and_json_for_programs(client: FlaskClient) -> None:
    page = client.get("/download/nothing.csv?lang=es", headers={"Accept": "text/html"})
    assert page.mimetype == "text/html"
    assert "Esta página no existe" in page.get_data(as_text=True)
    data = client.get("/download/nothing.csv", headers={"Accept": "application/json"})
    assert data.get_json() == {"error": data.get_json()["error"], "status": 404}
    callback = client.post("/_dash-update-component", data="x", headers={"Accept": "text/html"})
    assert callback.mimetype == "application/json"


def test_what_is_too_large_is_refused(client: FlaskClient) -> None:
    response = ask(client, body("/", "x" * 300_000))
    assert response.status_code == 413
    assert response.get_json()["status"] == 413
    assert client.post("/evidence", data=b"x" * 300_000).status_code in (405, 413)


def test_no_answer_of_a_callback_is_kept_by_a_browser(client: FlaskClient) -> None:
    assert ask(client, body("/", "?lang=en")).headers["Cache-Control"] == "no-store"
    assert ask(client, {}).headers["Cache-Control"] == "no-store"
