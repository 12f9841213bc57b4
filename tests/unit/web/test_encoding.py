import gzip
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response

from corridors.web.encoding import Body, body_of, compress, digest, shrink

DATA = b"corridors " * 2_000


@pytest.fixture
def server() -> Flask:
    return Flask("test")


def test_a_body_is_compressed_at_most_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[int] = []

    def load() -> bytes:
        loads.append(1)
        return DATA

    body = Body("text/plain", load, digest(DATA))
    assert brotli.decompress(body.get("br")) == gzip.decompress(body.get("gzip")) == DATA
    assert body.get("br") is body.get("br")
    assert len(loads) == 2


def test_what_was_compressed_at_install_time_is_used(tmp_path: Path) -> None:
    ready = compress(DATA, "br", best=True)
    (tmp_path / f"{digest(DATA)}.br").write_bytes(ready)
    assert body_of(DATA, "text/plain", tmp_path).get("br") == ready
    assert gzip.decompress(body_of(DATA, "text/plain", tmp_path).get("gzip")) == DATA


def test_compression_is_reproducible() -> None:
    assert compress(DATA, "gzip", best=True) == compress(DATA, "gzip", best=True)


@pytest.mark.parametrize(("accepts", "coding"), [("gzip, br", "br"), ("gzip", "gzip"), ("identity", None), ("*", "br")])
def test_the_best_coding_is_chosen(server: Flask, accepts: str, coding: str | None) -> None:
    with server.test_request_context(headers={"Accept-Encoding": accepts}):
        response = body_of(DATA, "text/plain").respond("no-cache")
        assert response.headers.get("Content-Encoding") == coding


def test_the_tag_differs_between_codings(server: Flask) -> None:
    tags = set()
    for accepts in ("br", "gzip", ""):
        with server.test_request_context(headers={"Accept-Encoding": accepts}):
            tags.add(body_of(DATA, "text/plain").respond("no-cache").headers["ETag"])
    assert len(tags) == 3


@pytest.mark.parametrize(
    ("mimetype", "size", "shrunk"),
    [("text/html", 20_000, True), ("text/html", 100, False), ("image/png", 20_000, False)],
)
def test_only_long_texts_are_shrunk(server: Flask, mimetype: str, size: int, shrunk: bool) -> None:
    with server.test_request_context(headers={"Accept-Encoding": "gzip"}):
        response = shrink(Response(b"a" * size, mimetype=mimetype))
        assert ("Content-Encoding" in response.headers) is shrunk
