"""A drawing written as SVG: vector, without scripts, styles or links; letters stay letters."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from corridors.exports.drawing import Area, Dot, Drawing, Item, Line, Paint, Points, Words

FONT: Final = "'Corridors Sans', Arial, sans-serif"
PAPER: Final = "#ffffff"
# The mark and the size of each hatch, as `assets/js/31-maps.js` draws it.
_MARKS: Final = {
    "approximate": (7.0, "M-1,1l2,-2M0,7l7,-7M6,8l2,-2", 0.8),
    "missing": (6.0, "M-1,1l2,-2M0,6l6,-6M5,7l2,-2", 0.9),
    "suppressed": (6.0, "M0,6l6,-6M0,0l6,6", 0.9),
    "zero": (6.0, "M2.2,3a0.8,0.8 0 1,0 1.6,0a0.8,0.8 0 1,0 -1.6,0", 0.0),
}
_SCALE: Final = 0.62  # as `picture.PIXEL`: a hatch of paper is as much finer as the map


def svg(drawing: Drawing) -> str:
    """The whole document, with its description for those who do not see it."""
    body = "".join(_body(drawing))
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    said = f"<title>{escape(drawing.alt)}</title>" if drawing.alt else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT}">{said}'
        f"<defs>{''.join(_patterns(drawing))}</defs>{body}</svg>"
    )


def _body(drawing: Drawing) -> Iterator[str]:
    """The items in order; of words that follow each other, every rim stands beneath every letter."""
    for words, run in groupby(drawing.items, key=lambda item: isinstance(item, Words)):
        items = list(run)
        if words:
            yield from (_words(item, rim=True) for item in items if isinstance(item, Words) and item.halo)
        yield from (_item(item) for item in items)


def _patterns(drawing: Drawing) -> Iterator[str]:
    """One pattern for each hatch, with its colours, that the drawing uses."""
    paints = {item.paint for item in drawing.items if isinstance(item, Area) and item.paint.hatch}
    for look in sorted(paints, key=_pattern):
        size, mark, width = _MARKS[look.hatch]
        stroke = f'stroke="{look.hatch_colour}" stroke-width="{width:g}" fill="none"'
        drawn = stroke if width else f'fill="{look.hatch_colour}"'
        ground = f'<rect width="{size:g}" height="{size:g}" fill="{look.fill}"/>' if look.fill else ""
        yield (
            f'<pattern id="{_pattern(look)}" width="{size:g}" height="{size:g}" patternUnits="userSpaceOnUse" '
            f'patternTransform="scale({_SCALE})">{ground}<path d="{mark}" {drawn}/></pattern>'
        )


def _pattern(look: Paint) -> str:
    return f"h-{look.hatch}-{look.fill.lstrip('#')}-{look.hatch_colour.lstrip('#')}"


def _item(item: Item) -> str:
    match item:
        case Area():
            path = "".join(f"{_path(ring)}Z" for ring in item.rings)
            # The stage of a deck finds a place by its id, to light it up.
            place = f" data-place={quoteattr(item.id)}" if item.id else ""
            return f'<path d="{path}"{place} fill-rule="evenodd" {_paint(item.paint)}/>'
        case Line():
            return f'<path d="{_path(item.points)}" {_paint(item.paint)} stroke-linejoin="round"/>'
        case Dot():
            return f'<circle cx="{item.x:.2f}" cy="{item.y:.2f}" r="{item.radius:.2f}" {_paint(item.paint)}/>'
        case Words():
            return _words(item)


def _path(points: Points) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points.tolist())


def _paint(look: Paint) -> str:
    fill = f"url(#{_pattern(look)})" if look.hatch else look.fill or "none"
    parts = [f'fill="{fill}"']
    if look.opacity < 1:
        parts.append(f'fill-opacity="{look.opacity:g}"')
    if look.edge and look.width:
        parts.append(f'stroke="{look.edge}" stroke-width="{look.width:.2f}"')
        if look.opacity < 1:
            parts.append(f'stroke-opacity="{look.opacity:g}"')
    if look.dashed:
        parts.append('stroke-dasharray="2.5 2"')
    return " ".join(parts)


def _words(item: Words, rim: bool = False) -> str:
    weight = ' font-weight="600"' if item.bold else ""
    at = f'x="{item.x:.1f}" y="{item.y + item.size * 0.34:.1f}" font-size="{item.size:g}" text-anchor="{item.anchor}"'
    colour = (
        f'fill="{PAPER}" stroke="{PAPER}" stroke-width="2.2" stroke-linejoin="round"'
        if rim
        else f'fill="{item.colour}"'
    )
    return f"<text {at}{weight} {colour}>{escape(item.text)}</text>"
