"""Bodies that are compressed once: brotli and gzip, from a folder made at install time or lazily in memory."""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Final, Literal

import brotli
from flask import Response, request

Encoding = Literal["br", "gzip", "identity"]
SUFFIX: Final[dict[Encoding, str]] = {"br": ".br", "gzip": ".gz"}
IMMUTABLE: Final = "public, max-age=31536000, immutable"
REVALIDATE: Final = "no-cache"
_SMALL: Final = 1_000
_LAZY_BROTLI: Final = 5
_BEST_BROTLI: Final = 11
_GOOD_BROTLI: Final = 9  # for what is large: the last few per cent would cost a minute at install time
_LARGE: Final = 500_000
_LAZY_GZIP: Final = 6


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


@dataclass
class Body:
    """Bytes that never change under their name, in every encoding that a browser may ask for.

    `load` reads the plain bytes: they are not kept, only the compressed ones are.
    """

    mimetype: str
    load: Callable[[], bytes]
    sha: str
    folder: Path | None = None
    _kept: dict[Encoding, bytes] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, encoding: Encoding) -> bytes:
        """The bytes in an encoding; compressed at most once."""
        if encoding == "identity":
            return self.load()
        if encoding not in self._kept:
            with self._lock:
                if encoding not in self._kept:
                    self._kept[encoding] = self._ready(encoding) or compress(self.load(), encoding)
        return self._kept[encoding]

    def _ready(self, encoding: Encoding) -> bytes | None:
        """What was compressed at install time, when the folder has it."""
        if self.folder is None:
            return None
        path = self.folder / (self.sha + SUFFIX[encoding])
        return path.read_bytes() if path.is_file() else None

    def respond(self, cache: str, status: int = 200) -> Response:
        """The answer to the current request: the best encoding, an ETag, 304 where the browser has it."""
        encoding = accepted()
        response = Response(status=status, mimetype=self.mimetype)
        response.headers["Cache-Control"] = cache
        response.headers["Vary"] = "Accept-Encoding"
        response.set_etag(f"{self.sha[:20]}-{encoding}")
        if request.if_none_match.contains(f"{self.sha[:20]}-{encoding}"):
            response.status_code = 304
            return response
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
        response.set_data(self.get(encoding))
        return response


def body_of(data: bytes, mimetype: str, folder: Path | None = None) -> Body:
    """A body of bytes that are already in memory."""
    return Body(mimetype, lambda: data, digest(data), folder)


def compress(data: bytes, encoding: Encoding, best: bool = False) -> bytes:
    """Compress: quickly in a running server, at the best quality at install time."""
    if encoding == "br":
        good = _GOOD_BROTLI if len(data) > _LARGE else _BEST_BROTLI
        return bytes(brotli.compress(data, quality=good if best else _LAZY_BROTLI))
    return gzip.compress(data, compresslevel=9 if best else _LAZY_GZIP, mtime=0)


def accepted() -> Encoding:
    """The best encoding that the current request accepts."""
    accepts = request.accept_encodings
    if accepts["br"] > 0:
        return "br"
    return "gzip" if accepts["gzip"] > 0 else "identity"


def shrink(response: Response) -> Response:
    """Compress a text answer that is made for one request (a page, an error, a table)."""
    plain = (response.mimetype or "").startswith("text/") or response.mimetype == "application/json"
    if not plain or response.is_streamed or response.direct_passthrough or "Content-Encoding" in response.headers:
        return response
    data = response.get_data()
    if len(data) < _SMALL or accepted() == "identity":
        return response
    # gzip at a low level: the body is made anew each time, so time counts more than bytes.
    response.set_data(gzip.compress(data, compresslevel=4, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
