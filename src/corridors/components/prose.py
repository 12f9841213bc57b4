"""Markdown of the documents as Dash components: parsed by markdown-it, rendered by the server.

Not `dcc.Markdown`: that one fetches 470 kB of script to render in the browser, gives headings no
anchor and tables no way to scroll by keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dash import html
from dash.development.base_component import Component
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

Nodes = list[Any]
_PARSER: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_HEADINGS: Final = (html.H1, html.H2, html.H3, html.H4, html.H5, html.H6)


@dataclass(frozen=True)
class Heading:
    """A heading of a document: its anchor, its level (1 is the title) and its words."""

    anchor: str
    level: int
    words: str


def headings(source: str, prefix: str) -> tuple[Heading, ...]:
    """The headings of a document, in order; the title's anchor is `prefix`, the next `prefix-1`…

    Anchors are numbered, not made of words, so that a link holds in both languages.
    """
    found = [node for node in SyntaxTreeNode(_PARSER.parse(source)).children if node.type == "heading"]
    return tuple(
        Heading(f"{prefix}-{index}" if index else prefix, int(node.tag[1]), _words(node))
        for index, node in enumerate(found)
    )


def prose(source: str, prefix: str, shift: int = 1) -> list[Component]:
    """A document as components. Its headings go down by `shift` levels, for a page has one H1.

    Raises ValueError for Markdown that no document uses yet.
    """
    return _Renderer(headings(source, prefix), shift).blocks(SyntaxTreeNode(_PARSER.parse(source)))


def link(words: Any, href: str) -> Component:
    """A link: inside the product the shell follows it; to the outside it opens only on a click."""
    if href.startswith("#"):
        return html.A(words, href=href)
    if href.startswith("/"):
        inside: dict[str, Any] = {"data-nav": "1"}
        return html.A(words, href=href, **inside)
    return html.A(words, href=href, rel="noreferrer noopener", className="outside")


def contents(found: Sequence[Heading], label: str) -> Component:
    """A table of contents that stays beside the text on a wide screen and folds above it on a small one."""
    named: dict[str, Any] = {"aria-label": label}
    links = html.Ul([html.Li(html.A(heading.words, href=f"#{heading.anchor}")) for heading in found])
    return html.Nav([html.P(label, className="kicker"), links], className="docs-contents no-print", **named)


def scrolling(table: Component, label: str) -> Component:
    """A wide table in a box of its own, which keys can scroll (it takes the focus and has a name)."""
    named: dict[str, Any] = {"aria-label": label}
    return html.Div(table, className="table-wrap", role="group", tabIndex=0, **named)


def _words(node: SyntaxTreeNode) -> str:
    return "".join(child.content for child in node.walk() if child.type in {"text", "code_inline"})


class _Renderer:
    """One pass over a document; it remembers the heading that names the next table."""

    def __init__(self, found: tuple[Heading, ...], shift: int) -> None:
        self._found = iter(found)
        self._shift = shift
        self._under = ""

    def blocks(self, node: SyntaxTreeNode) -> Nodes:
        made: Nodes = []
        for child in node.children:
            block = self._block(child)
            made.extend(block if isinstance(block, list) else [block])
        return made

    def _block(self, node: SyntaxTreeNode) -> Any:
        match node.type:
            case "heading":
                return self._heading(node)
            case "paragraph":
                words = _inline(node.children[0])
                return html.Span(words) if node.hidden else html.P(words)
            case "bullet_list":
                return html.Ul([html.Li(self.blocks(item)) for item in node.children])
            case "ordered_list":
                return html.Ol([html.Li(self.blocks(item)) for item in node.children])
            case "blockquote":
                return html.Blockquote(self.blocks(node))
            case "fence" | "code_block":
                return html.Pre(html.Code(node.content.rstrip("\n")), tabIndex=0)
            case "table":
                return self._table(node)
        raise ValueError(f"prose has no component for {node.type!r}")

    def _heading(self, node: SyntaxTreeNode) -> Component:
        heading = next(self._found)
        self._under = heading.words
        return _HEADINGS[heading.level - 1 + self._shift](_inline(node.children[0]), id=heading.anchor)

    def _table(self, node: SyntaxTreeNode) -> Component:
        head, *bodies = node.children
        rows = [_row(row) for body in bodies for row in body.children]
        table = html.Table(
            [html.Thead([_row(row, "col") for row in head.children]), html.Tbody(rows)], className="table"
        )
        return scrolling(table, self._under)


def _row(row: SyntaxTreeNode, scope: str = "row") -> Component:
    """A row; all its cells are headers when `scope` is `col`, else the first is."""
    cells: Nodes = []
    for at, cell in enumerate(row.children):
        words = _inline(cell.children[0]) if cell.children else ""
        name = "num" if "right" in str(cell.attrs.get("style", "")) else None
        header = scope == "col" or at == 0
        cells.append(html.Th(words, className=name, scope=scope) if header else html.Td(words, className=name))
    return html.Tr(cells)


def _inline(node: SyntaxTreeNode) -> Any:
    spans = [_span(child) for child in node.children]
    return spans[0] if len(spans) == 1 else spans


def _span(node: SyntaxTreeNode) -> Any:
    match node.type:
        case "text":
            return node.content
        case "softbreak":
            return " "
        case "hardbreak":
            return html.Br()
        case "strong":
            return html.Strong(_inline(node))
        case "em":
            return html.Em(_inline(node))
        case "code_inline":
            return html.Code(node.content)
        case "link":
            return link(_inline(node), str(node.attrs["href"]))
    raise ValueError(f"prose has no component for {node.type!r}")
