"""The real server: under a path, behind proxies, refused settings, its log."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tools.serving import DIRECT, ROOT, Server

Serve = Callable[..., Server]


def fetch(url: str, **headers: str) -> tuple[int, str]:
    asked = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with DIRECT.open(asked, timeout=30) as answer:
            return answer.status, answer.read().decode(errors="replace")  # a font is not text
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_under_a_path_every_address_has_it(serve: Serve) -> None:
    server = serve(CORRIDORS_BASE_PATH="/atlas/")
    status, document = fetch(server.url + "/evidence?lang=es")
    assert status == 200
    assert 'data-base="/atlas/"' in document
    links = [link for link in re.findall(r'(?:src|href|data-plotly)="([^"#]+)"', document) if "data:" not in link]
    assert links
    assert all(link.startswith("/atlas/") for link in links)
    root = server.url.removesuffix("/atlas")
    assert all(fetch(root + link)[0] == 200 for link in links if "?" not in link)


@pytest.mark.parametrize("prefix", ["/atlas", ""], ids=["the proxy keeps the path", "the proxy strips the path"])
def test_both_kinds_of_proxy_are_understood(serve: Serve, prefix: str) -> None:
    server = serve(CORRIDORS_BASE_PATH="/atlas/", CORRIDORS_TRUSTED_PROXY="1")
    root = server.url.removesuffix("/atlas") + prefix
    for path in ("/health", "/sitemap.json", "/evidence", "/_dash-layout"):
        assert fetch(root + path, X_Forwarded_Host="atlas.internal", X_Forwarded_Proto="https")[0] == 200
    assert fetch(root + "/nothing")[0] == 404
    sent = {
        "output": "page.children",
        "inputs": [
            {"id": "url", "property": "pathname", "value": "/atlas/guide"},
            {"id": "url", "property": "search", "value": "?lang=en"},
        ],
    }
    request = urllib.request.Request(
        root + "/_dash-update-component", json.dumps(sent).encode(), {"Content-Type": "application/json"}
    )
    with DIRECT.open(request, timeout=30) as answer:
        drawn = answer.read().decode()
    assert '"data-path":"/guide"' in drawn
    assert not re.findall(r'href=\\"/(?!atlas/)', drawn)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CORRIDORS_PORT", "none"),
        ("CORRIDORS_BASE_PATH", "atlas"),
        ("CORRIDORS_TRUSTED_PROXY", "-1"),
        ("CORRIDORS_LOG_FORMAT", "xml"),
        ("CORRIDORS_MAX_BODY_BYTES", "1"),
    ],
)
def test_a_bad_setting_is_one_line_and_status_2(name: str, value: str) -> None:
    ran = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, name: value},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith(f"corridors: {name}: ")


def test_data_that_are_not_there_are_one_line_and_status_1(tmp_path: object) -> None:
    ran = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, "CORRIDORS_GEODATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "CORRIDORS_GEODATA" in ran.stderr


def test_a_taken_port_is_said_and_status_1(server: Server) -> None:
    ran = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, "CORRIDORS_PORT": str(server.port)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert str(server.port) in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_log_is_one_json_line_a_request_without_personal_data(serve: Serve) -> None:
    server = serve(CORRIDORS_LOG_FORMAT="json")
    fetch(server.url + "/evidence?lang=es&o=US-TX", User_Agent="a-person", Referer="http://secret.example/")
    lines = [json.loads(line) for line in server.log.read_text().splitlines() if line.startswith("{")]
    (line,) = [line for line in lines if line["path"] == "/evidence"]
    assert set(line) == {"event", "level", "timestamp", "method", "path", "status", "ms", "bytes"}
    text = server.log.read_text()
    assert not [word for word in ("US-TX", "a-person", "secret.example") if word in text]


def test_the_address_is_printed(server: Server) -> None:
    assert f"Corridors is at http://127.0.0.1:{server.port}/" in server.log.read_text()


def test_the_web_process_imports_no_geometry_library() -> None:
    code = (
        "import sys; from corridors.settings import Settings; from corridors.web.factory import create_app; "
        "create_app(Settings()).server.test_client().get('/'); "
        "print([m for m in ('geopandas', 'shapely', 'pyproj', 'esda', 'matplotlib', 'scipy') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "[]"
