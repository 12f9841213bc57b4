"""A drawing as a list of plain shapes, in points (1/72 inch) with y downwards.

One model, two writers: `svg` (for the PDF and for files) and `shapes` (for slides, where each shape stays editable).
"""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]  # (n, 2)
Hatch = Literal["", "approximate", "missing", "suppressed", "zero"]
Anchor = Literal["start", "middle", "end"]
HATCH_WORLD: Final = "#9aa1a9"  # --map-hatch of the light theme


@dataclass(frozen=True)
class Paint:
    """How a shape looks: fill and edge (`#rrggbb`, "" for none), width of the edge, hatch over the fill, opacity."""

    fill: str = ""
    edge: str = ""
    width: float = 0.0
    hatch: Hatch = ""
    hatch_colour: str = HATCH_WORLD
    opacity: float = 1.0
    dashed: bool = False


@dataclass(frozen=True)
class Area:
    """A region or a bar: its id, its rings (holes by the even-odd rule), and its paint."""

    id: str
    rings: tuple[Points, ...]
    paint: Paint


@dataclass(frozen=True)
class Line:
    """An open line."""

    id: str
    points: Points
    paint: Paint


@dataclass(frozen=True)
class Dot:
    """A circle."""

    id: str
    x: float
    y: float
    radius: float
    paint: Paint


@dataclass(frozen=True)
class Words:
    """One line of text; `y` is the middle of its height. `halo`: a rim of the paper's colour around the letters."""

    text: str
    x: float
    y: float
    size: float = 8.0
    colour: str = "#1a1f26"
    anchor: Anchor = "start"
    bold: bool = False
    halo: bool = False


Item = Area | Line | Dot | Words


@dataclass(frozen=True)
class Drawing:
    """A picture of a size, what it shows in words (for those who do not see it), and its items from the ground up."""

    width: float
    height: float
    alt: str
    items: tuple[Item, ...] = field(default=())


def box(id: str, x: float, y: float, width: float, height: float, paint: Paint) -> Area:
    """A rectangle as an area."""
    ring = np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])
    return Area(id, (ring,), paint)


def placed(drawing: Drawing, by: float, x: float = 0.0, y: float = 0.0) -> Drawing:
    """A drawing enlarged, its letters too, and moved by `x` and `y` points; edges keep their width."""
    items: list[Item] = []
    for item in drawing.items:
        match item:
            case Area():
                items.append(replace(item, rings=tuple(ring * by + (x, y) for ring in item.rings)))
            case Line():
                items.append(replace(item, points=item.points * by + (x, y)))
            case Dot():
                items.append(replace(item, x=item.x * by + x, y=item.y * by + y, radius=item.radius * by))
            case Words():
                items.append(replace(item, x=item.x * by + x, y=item.y * by + y, size=item.size * by))
    return replace(drawing, width=drawing.width * by, height=drawing.height * by, items=tuple(items))
