"""What a verification code says: which thing, on which view, of which edition, with which numbers.

At most 38 characters of Crockford's base 32, hyphens included; a view that needs more (many places selected) is a link.
Bits: version 4, thing 8, edition 28, digest 40, then the fields of the view that differ from `view_code.BASE`.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from corridors.errors import CodeError, ViewError
from corridors.model import base32, numbered, view_code
from corridors.model.bits import Reader, Writer
from corridors.model.view import ViewState, encode
from corridors.model.view import decode as view_of

VERSION: Final = 1
PAGE: Final = "/verify"
EDITION: Final = 7  # hex digits of the data version, as the footer prints them
DIGEST: Final = 10  # hex digits: 40 bits
_LINK: Final = re.compile(r"t=[a-z_-]{2,60}&e=[0-9a-f]{7}&x=[0-9a-f]{10}&v=.*")


@dataclass(frozen=True)
class Verification:
    """The name of the thing (of `numbered.THINGS`), its view, the edition (7 hex digits) and the digest (10)."""

    thing: str
    view: ViewState
    edition: str
    digest: str


def code(said: Verification) -> str:
    """The code, or a link (`/verify?…`) where the view does not fit, or names what has no number yet."""
    out = Writer()
    try:
        out.put(VERSION, 4)
        out.put(view_code.number_of(said.thing, numbered.THINGS), 8)
        out.put(int(said.edition, 16), 4 * EDITION)
        out.put(int(said.digest, 16), 4 * DIGEST)
        view_code.write(said.view, out)
        return base32.encode(out.value, out.size)
    except CodeError:
        return f"{PAGE}?t={said.thing}&e={said.edition}&x={said.digest}&{encode(said.view)}"


def read(typed: str) -> Verification:
    """What a code or such a link says. CodeError for one that was mistyped or that a later version made."""
    query = typed.strip().rpartition("?")[2]
    return _linked(query) if _LINK.fullmatch(query) else _coded(typed)


def _linked(query: str) -> Verification:
    fields = dict(parse_qsl(query))
    try:
        return Verification(fields["t"], view_of(query), fields["e"], fields["x"])
    except ViewError as error:
        raise CodeError(str(error)) from error


def _coded(typed: str) -> Verification:
    found = Reader(*base32.decode(typed))
    if (version := found.take(4)) != VERSION:
        raise CodeError(f"this is a code of version {version}; this product reads version {VERSION}")
    thing = view_code.named(found.take(8), numbered.THINGS)
    edition = f"{found.take(4 * EDITION):0{EDITION}x}"
    digest = f"{found.take(4 * DIGEST):0{DIGEST}x}"
    view = view_code.read(found)
    found.end(base32.BITS)
    return Verification(thing, view, edition, digest)
