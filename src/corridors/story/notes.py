"""The notes beside a scene where there is no markup: on slides, and in the script."""

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}


def plain(notes: str) -> list[str]:
    """The paragraphs of notes without Markdown's marks; the items of a list begin with a dot, or with their number."""
    found: list[str] = []
    lists: list[int | None] = []  # the next number of each list that is open, None for one without
    opening = ""
    for token in MarkdownIt("commonmark", {"html": False}).parse(notes):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            opening = "• " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type in ("inline", "code_block", "fence"):
            found.append(opening + _words(token).strip())
            opening = ""
    return found


def _words(token: Token) -> str:
    if not token.children:
        return token.content
    return "".join(_BREAKS.get(child.type, child.content) for child in token.children)
