"""The still parts of a page as HTML: one element for the renderer instead of hundreds of components.

Dash's renderer subscribes every component to its store; a page of 2,600 of them takes it most of a
minute, one of 400 some seconds. Only what Dash must know stays a component: those of `dcc`, those
that a callback names, and the elements around them. The rest travels as markup in the attribute
`data-html` of the nearest such element, and `assets/js/05-fill.js` puts it in place.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

from markupsafe import Markup, escape

Node = dict[str, Any]
HTML: Final = "dash_html_components"
ATTRIBUTE: Final = "data-html"
_VOID: Final = frozenset({"Area", "Base", "Br", "Col", "Embed", "Hr", "Img", "Link", "Meta", "Source", "Track", "Wbr"})
_NAMES: Final = {"className": "class", "htmlFor": "for", "httpEquiv": "http-equiv", "acceptCharset": "accept-charset"}
_NOT_ATTRIBUTES: Final = frozenset(
    {"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "loading_state", "dangerously_allow_html"}
)


def still(node: Any, named: Collection[str]) -> Any:
    """The same tree (as Dash's JSON) with its still parts as markup; `named` are the ids that callbacks name."""
    if isinstance(node, list):
        return [still(child, named) for child in node]
    if not _is_component(node):
        return node
    props: Mapping[str, Any] = node["props"]
    children = props.get("children")
    if children is None or not _has_component(children):
        return node
    if _is_html(node) and all(_is_still(child, named) for child in _listed(children)):
        kept = {name: value for name, value in props.items() if name != "children"}
        return {**node, "props": {**kept, ATTRIBUTE: str(_inner(children))}}
    return {**node, "props": {**props, "children": still(children, named)}}


def markup(node: Any) -> Markup:
    """A still tree as HTML."""
    if isinstance(node, list):
        return _inner(node)
    if not _is_component(node):
        return escape(node) if isinstance(node, (str, int, float)) and not isinstance(node, bool) else Markup()
    props: Mapping[str, Any] = node["props"]
    tag = node["type"].lower()
    # Every part is escaped already. `Markup.format` would look at each of them again: half the time of a large page.
    attributes = "".join([_attribute(name, value) for name, value in props.items() if name not in _NOT_ATTRIBUTES])
    if node["type"] in _VOID:
        return Markup(f"<{tag}{attributes}>")
    return Markup(f"<{tag}{attributes}>{_inner(props.get('children'))}</{tag}>")


def _inner(children: Any) -> Markup:
    return Markup("".join([markup(child) for child in _listed(children)]))


def _attribute(name: str, value: Any) -> Markup:
    named = name.startswith(("data-", "aria-"))
    if value is None or (value is False and not named):
        return Markup()
    if isinstance(value, bool):
        value = str(value).lower() if named or name in ("spellCheck", "contentEditable", "draggable") else ""
    if name == "style":
        value = ";".join(f"{_hyphenated(key)}:{each}" for key, each in value.items() if each is not None)
    return Markup(f' {name if named else _NAMES.get(name, name.lower())}="{escape(value)}"')


def _hyphenated(name: str) -> str:
    """`backgroundColor` -> `background-color`; custom properties (`--share`) stay."""
    return name if name.startswith("--") else "".join(f"-{c.lower()}" if c.isupper() else c for c in name)


def _listed(children: Any) -> list[Any]:
    return children if isinstance(children, list) else [children]


def _is_component(node: Any) -> bool:
    return isinstance(node, dict) and "props" in node and "type" in node


def _has_component(children: Any) -> bool:
    return any(_is_component(child) or isinstance(child, list) for child in _listed(children))


def _is_html(node: Node) -> bool:
    return bool(node["namespace"] == HTML)


def _is_still(node: Any, named: Collection[str]) -> bool:
    if isinstance(node, list):
        return all(_is_still(child, named) for child in node)
    if not _is_component(node):
        return True
    if not _is_html(node) or node["props"].get("id") in named:
        return False
    return all(_is_still(child, named) for child in _listed(node["props"].get("children")))
