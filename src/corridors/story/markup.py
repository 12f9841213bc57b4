"""Whether a deck that somebody else made holds only such markup as this product makes.

A pack's digest says that it is whole, not who made it; before its pictures and notes stand in a page of this instance,
each element and attribute of them must be known.
"""

import re
from html.parser import HTMLParser
from typing import Final

from corridors.errors import StoryError
from corridors.story.deck import Deck

ELEMENTS: Final = frozenset({
    "svg", "title", "defs", "pattern", "rect", "path", "circle", "text", "ul", "ol", "li", "p", "div", "span", "table",
    "thead", "tbody", "tr", "th", "td", "abbr", "blockquote", "em", "strong", "code", "pre", "h1", "h2", "h3", "h4",
    "hr", "br", "a",
})  # fmt: skip
_HANDLER: Final = re.compile(r"on|style$|src|action|formaction|xlink|xmlns:|http-equiv")
_LINK: Final = re.compile(r"https?://", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(r"url\s*\(\s*[\"']?(?!#)", re.IGNORECASE)


class _Reader(HTMLParser):
    """Refuses what is not known, at the first of it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            raise StoryError(f"it holds the element {tag[:40]!r}")
        for name, value in attrs:
            if _HANDLER.match(name) or (name == "href" and not _LINK.match(value or "")):
                raise StoryError(f"it holds the attribute {name[:40]!r}")
            if value and _ELSEWHERE.search(value):
                raise StoryError(f"its attribute {name[:40]!r} names something outside of it")

    def handle_decl(self, decl: str) -> None:
        raise StoryError(f"it holds a declaration {decl[:40]!r}")

    def unknown_decl(self, data: str) -> None:
        raise StoryError(f"it holds a declaration {data[:40]!r}")


def known(found: Deck) -> Deck:
    """The same deck. StoryError where a picture or the notes hold markup that this product does not make."""
    notes = [said for scene in found["scenes"] for said in scene.get("notes", {}).values()]
    for part in [*found["pictures"].values(), *notes]:
        reader = _Reader()
        try:
            reader.feed(part)
            reader.close()
        except StoryError as error:
            raise StoryError(f"this pack is not such as this product makes: {error}") from error
    return found
