"""A drawing as shapes of a slide: one group of freeforms, each named by its place, that can be moved and recoloured."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from corridors.exports.drawing import Area, Dot, Drawing, Item, Line, Paint, Points, Words

EMU: Final = 12700  # of a point
FONT: Final = "Calibri"
_HATCH: Final = {"approximate": "wdUpDiag", "missing": "ltUpDiag", "suppressed": "diagCross", "zero": "pct10"}
_ALIGN: Final = {"start": "l", "middle": "ctr", "end": "r"}
_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@dataclass
class Numbers:
    """The ids of shapes on one slide, each given once."""

    last: int = 1

    def next(self) -> int:
        """A number that no shape has."""
        self.last += 1
        return self.last


def group(drawing: Drawing, x: float, y: float, name: str, ids: Numbers) -> str:
    """The XML of a drawing whose left upper corner lies at a point of the slide (points)."""
    box = f'<a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(drawing.width)}" cy="{_emu(drawing.height)}"/>'
    inner = box.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
    items = "".join(_item(item, x, y, ids) for item in drawing.items)
    return (
        f'<p:grpSp {_NAMESPACES}><p:nvGrpSpPr><p:cNvPr id="{ids.next()}" name={quoteattr(name)} '
        f"descr={quoteattr(drawing.alt)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{box}{inner}</a:xfrm></p:grpSpPr>{items}</p:grpSp>"
    )


def _emu(points: float) -> int:
    return round(points * EMU)


def _item(item: Item, x: float, y: float, ids: Numbers) -> str:
    match item:
        case Area():
            return _freeform(item.id, item.rings, item.paint, (x, y), ids, closed=True)
        case Line():
            return _freeform(item.id, (item.points,), item.paint, (x, y), ids, closed=False)
        case Dot():
            corner, size = (x + item.x - item.radius, y + item.y - item.radius), (2 * item.radius, 2 * item.radius)
            return _shape(item.id, corner, size, '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>', item.paint, ids)
        case Words():
            return _words(item, x, y, ids)


def _freeform(
    name: str, rings: tuple[Points, ...], paint: Paint, origin: tuple[float, float], ids: Numbers, *, closed: bool
) -> str:
    every = np.vstack(rings)
    least, span = every.min(axis=0), np.maximum(np.ptp(every, axis=0), 0.05)
    paths = "".join(_path(np.round((ring - least) * EMU).astype(int), closed) for ring in rings)
    size = (float(span[0]), float(span[1]))
    fill = "" if closed else ' fill="none"'
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(size[0])}" h="{_emu(size[1])}"{fill}>{paths}</a:path></a:pathLst></a:custGeom>'
    )
    return _shape(name, (origin[0] + float(least[0]), origin[1] + float(least[1])), size, geometry, paint, ids)


def _path(points: "np.ndarray[tuple[int, int], np.dtype[np.int64]]", closed: bool) -> str:
    first, *rest = points.tolist()
    lines = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest)
    return f'<a:moveTo><a:pt x="{first[0]}" y="{first[1]}"/></a:moveTo>{lines}{"<a:close/>" if closed else ""}'


def _shape(
    name: str, at: tuple[float, float], size: tuple[float, float], geometry: str, paint: Paint, ids: Numbers
) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ids.next()}" name={quoteattr(name)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{_emu(at[0])}" y="{_emu(at[1])}"/>'
        f'<a:ext cx="{_emu(size[0])}" cy="{_emu(size[1])}"/>'
        f"</a:xfrm>{geometry}{''.join(_paint(paint))}</p:spPr></p:sp>"
    )


def _paint(paint: Paint) -> Iterator[str]:
    if paint.hatch:
        ground = paint.fill or "#ffffff"
        yield (
            f'<a:pattFill prst="{_HATCH[paint.hatch]}"><a:fgClr>{_colour(paint.hatch_colour)}</a:fgClr>'
            f"<a:bgClr>{_colour(ground)}</a:bgClr></a:pattFill>"
        )
    else:
        yield f"<a:solidFill>{_colour(paint.fill, paint.opacity)}</a:solidFill>" if paint.fill else "<a:noFill/>"
    if paint.edge and paint.width:
        dash = '<a:prstDash val="dash"/>' if paint.dashed else ""
        yield (
            f'<a:ln w="{_emu(paint.width)}"><a:solidFill>{_colour(paint.edge, paint.opacity)}</a:solidFill>{dash}'
            "<a:round/></a:ln>"
        )
    else:
        yield "<a:ln><a:noFill/></a:ln>"


def _colour(colour: str, opacity: float = 1.0) -> str:
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:srgbClr val="{colour.lstrip("#").upper()}">{alpha}</a:srgbClr>'


def _words(item: Words, x: float, y: float, ids: Numbers) -> str:
    """A box of one line, wide enough that it never breaks, with its anchor where the drawing has it."""
    wide, tall = max(len(item.text) * item.size * 0.62, 8), item.size * 1.5
    left = x + item.x - {"start": 0, "middle": wide / 2, "end": wide}[item.anchor]
    bold = ' b="1"' if item.bold else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ids.next()}" name={quoteattr(item.text)}/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{_emu(left)}" y="{_emu(y + item.y - tall / 2)}"/>'
        f'<a:ext cx="{_emu(wide)}" cy="{_emu(tall)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        "<a:lstStyle/>"
        f'<a:p><a:pPr algn="{_ALIGN[item.anchor]}"/><a:r><a:rPr sz="{round(item.size * 100)}"{bold}><a:solidFill>'
        f'{_colour(item.colour)}</a:solidFill><a:latin typeface="{FONT}"/></a:rPr><a:t>{escape(item.text)}</a:t></a:r>'
        "</a:p></p:txBody></p:sp>"
    )
