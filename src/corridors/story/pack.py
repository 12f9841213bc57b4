"""A briefing pack: a deck as one HTML file that opens from a USB stick, without a server and without a network.

It holds its scripts, styles and letters; a policy in it forbids every request; it verifies its own digest.
"""

import base64
import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import Final

from corridors.errors import StoryError
from corridors.settings import project_root
from corridors.story.deck import FORMAT, Deck, canonical, digest
from corridors.text import text

LARGEST: Final = 6_000_000  # bytes
FOLDER: Final = "packs"  # in the state folder
_HELD: Final = re.compile(
    r'<script type="application/json" id="deck" data-digest="([0-9a-f]{64})">(.*?)</script>', re.DOTALL
)
_FONT: Final = "corridors-sans.5f0acae7.woff2"


def pack(found: Deck) -> bytes:
    """The file of a deck. StoryError for one that would be larger than a pack may be."""
    lang = found["langs"][0]
    held = canonical(found)
    script = "\n;\n".join(path.read_text("utf-8") for path in sorted(_assets().glob("*.js")))
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{allowed}'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = f"{found['title'][lang]} · {text('shell.product', lang)} · {found['made']}"
    page = (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_style()}</style></head><body>"
        f'<main id="stage"></main><noscript>{escape(text("deck.noscript", lang))}</noscript>'
        f'<script type="application/json" id="deck" data-digest="{digest(found)}">{held}</script>'
        f"<script>{script}</script></body></html>\n"
    ).encode()
    if len(page) > LARGEST:
        raise StoryError(f"{found['story']}: the pack would have {len(page):,} bytes; at most {LARGEST:,} are carried")
    return page


def unpack(content: bytes) -> Deck:
    """The deck in a pack. StoryError for a file that is none, that was changed, or that a later product made."""
    if len(content) > LARGEST:
        raise StoryError(f"this file has {len(content):,} bytes; a briefing pack has at most {LARGEST:,}")
    try:
        match = _HELD.search(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise StoryError("this file is not a briefing pack: it is not UTF-8") from error
    if match is None:
        raise StoryError("this file is not a briefing pack: it holds no deck")
    if hashlib.sha256(match[2].encode()).hexdigest() != match[1]:
        raise StoryError("this pack was changed after it was made: its digest does not agree; ask for it again")
    found: Deck = json.loads(match[2])
    if found.get("format") != FORMAT:
        raise StoryError(f"this pack is of format {found.get('format')!r}; this product reads format {FORMAT}")
    return found


def name_of(found: Deck) -> str:
    """The name under which a pack is kept: story, day, and the beginning of its digest."""
    return f"{found['story']}-{found['made']}-{digest(found)[:12]}.html"


def _assets() -> Path:
    return project_root() / "assets" / "deck"


def _style() -> str:
    """The styles with the letters in them."""
    font = (project_root() / "assets" / "fonts" / _FONT).read_bytes()
    face = (
        '@font-face{font-family:"Corridors Sans";font-weight:400 700;'
        f'src:url(data:font/woff2;base64,{base64.b64encode(font).decode()}) format("woff2")}}'
    )
    return face + (_assets() / "stage.css").read_text("utf-8")


def packs(state: Path | None) -> tuple[Path, ...]:
    """The packs of other instances that were taken in (`corridors open`), by name."""
    return tuple(sorted((state / FOLDER).glob("*.html"))) if state else ()
