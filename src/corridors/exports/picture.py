"""Maps as drawings: any map figure of the product, painted from its own traces, frame, colours and classes.

The figure is what the browser shows (`figures/`, a plotly dictionary whose geometry is named by URL); nothing is
coloured or classed here a second time. Hatches, which a style sheet draws on the screen, are named by role and code.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import numpy as np

from corridors.exports import letters
from corridors.exports.drawing import Anchor, Area, Dot, Drawing, Hatch, Item, Line, Paint, Points, Words, box
from corridors.exports.plane import Plane, fitted, lines, ring
from corridors.figures.district import OUTLINE
from corridors.store import Store

INK: Final = "#1a1f26"
PIXEL: Final = 0.62  # points that a pixel of the screen becomes: maps of paper are smaller than those of the screen
HATCHES: Final[dict[str, Hatch]] = {"approximate": "approximate"}
CODES: Final[dict[int, Hatch]] = {-3: "suppressed", -2: "missing", -1: "zero"}
_RIM: Final = 1.5  # points
_RGBA: Final = re.compile(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)")
_SIDES: Final[dict[str, tuple[Anchor, int]]] = {"left": ("end", -1), "center": ("middle", 0), "right": ("start", 1)}
Rings = tuple[Sequence[Sequence[float]], ...]


@lru_cache(maxsize=8)
def _features(store: Store, asset: str) -> Mapping[str, Rings]:
    """The rings of every feature of a browser asset, by id."""
    return {
        feature["id"]: tuple(part for polygon in _polygons(feature["geometry"]) for part in polygon)
        for feature in store.web_json(asset)["features"]
    }


def _polygons(geometry: Mapping[str, Any]) -> list[list[Sequence[Sequence[float]]]]:
    found: list[list[Sequence[Sequence[float]]]] = geometry["coordinates"]
    return found if geometry["type"] == "MultiPolygon" else [found]  # type: ignore[list-item]


def asset_of(url: str) -> str:
    """The name of a browser asset in its URL: `data/us_states.1234abcd.json` is `us_states`."""
    return url.rpartition("/")[2].partition(".")[0]


def paint(colour: str) -> tuple[str, float]:
    """A colour of a figure as `#rrggbb` and an opacity."""
    found = _RGBA.fullmatch(colour)
    if found is None:
        return colour, 1.0
    red, green, blue = (int(part) for part in found.groups()[:3])
    return f"#{red:02x}{green:02x}{blue:02x}", float(found[4])


def picture(
    figure: Mapping[str, Any], store: Store, width: float, height: float, alt: str, pixel: float = PIXEL
) -> Drawing:
    """The drawing of a map figure in a box of points; `pixel`: the points that a pixel of lines and letters becomes.

    KeyError for a region whose geometry is not there."""
    plane = fitted(figure["layout"]["geo"], width, height)
    items: list[Item] = []
    for trace in figure["data"]:
        if trace["type"] == "choropleth":
            items += _regions(trace, store, plane, pixel)
        elif trace.get("meta", {}).get("role") == "names":
            items += _free(_marks(trace, plane, pixel), items, width, height)
        else:
            items += _marks(trace, plane, pixel)
    items += _notes(figure["layout"].get("annotations", ()), width, height, pixel)
    return Drawing(width, height, alt, tuple(items))


def _free(names: Iterator[Item], there: Sequence[Item], width: float, height: float) -> Iterator[Words]:
    """Names of the ground, which may be left out: those that are whole in the frame and on no other words."""
    taken = [_room(item) for item in there if isinstance(item, Words)]
    for name in names:
        if not isinstance(name, Words):
            continue
        left, top, right, bottom = here = _room(name)
        inside = left >= 0 and top >= 0 and right <= width and bottom <= height
        if inside and not any(left < r and x < right and top < b and y < bottom for x, y, r, b in taken):
            taken.append(here)
            yield name


def _whole(words: Words, plane: Plane) -> Words:
    """A line of a point at the edge, moved into the frame."""
    left, _, right, _ = _room(words)
    over = min(0.0, left) or max(0.0, right - plane.width)
    return replace(words, x=words.x - over) if over and right - left <= plane.width else words


def _room(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line with the rim around its letters."""
    wide, high = letters.width(words.text, words.size, words.bold), words.size * 0.6
    left = words.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
    return left - _RIM, words.y - high, left + wide + _RIM, words.y + high


def fill_of(trace: Mapping[str, Any], z: float) -> str:
    """The colour that a trace gives to a value: its scale is made of steps."""
    at = (z - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
    found: str = next(colour for stop, colour in reversed(trace["colorscale"]) if stop <= at + 1e-9)
    return found


def _regions(trace: Mapping[str, Any], store: Store, plane: Plane, pixel: float) -> Iterator[Area]:
    shapes = _features(store, asset_of(trace["geojson"]))
    role = trace.get("meta", {}).get("role", "")
    edge, edge_opacity = paint(trace["marker"]["line"]["color"])
    width = trace["marker"]["line"]["width"] * pixel
    opacity = trace["marker"].get("opacity", 1.0)
    for at, (place, z) in enumerate(zip(trace["locations"], trace["z"], strict=True)):
        rings = tuple(found for part in shapes[place] if (found := ring(part, plane)) is not None)
        if not rings:
            continue
        fill, solid = paint(fill_of(trace, z))
        hatch: Hatch = HATCHES.get(role) or (CODES.get(int(z), "") if role == "regions" else "")
        one = opacity if isinstance(opacity, (int, float)) else opacity[at]
        look = Paint(
            fill,
            edge if edge_opacity and width else "",
            width,
            hatch,
            OUTLINE if hatch == "approximate" else Paint().hatch_colour,
            solid * one,
        )
        yield Area(place, rings, look)


def _marks(trace: Mapping[str, Any], plane: Plane, pixel: float) -> Iterator[Item]:
    """Lines, points and words of a `scattergeo` trace."""
    degrees = np.array(list(zip(trace["lon"], trace["lat"], strict=True)), float).reshape(-1, 2)
    role = trace.get("meta", {}).get("role", "")
    mode = trace["mode"]
    if "lines" in mode:
        colour, opacity = paint(trace["line"]["color"])
        look = Paint("", colour, trace["line"]["width"] * pixel, opacity=opacity)
        yield from (Line(role, part, look) for part in lines(degrees, plane))
        return
    inside = plane.xy(degrees)
    shown = np.all((inside >= 0) & (inside <= [plane.width, plane.height]), axis=1)
    if "markers" in mode:
        yield from _dots(trace, inside, shown, pixel)
    if "text" in mode:
        found = _texts(trace, inside, shown, pixel)
        yield from (_whole(words, plane) for words in found) if "markers" in mode else found


def _dots(trace: Mapping[str, Any], inside: Points, shown: "np.ndarray[Any, Any]", pixel: float) -> Iterator[Dot]:
    marker = trace["marker"]
    colour, opacity = paint(marker["color"])
    rim = marker.get("line", {})
    edge, _ = paint(rim.get("color", ""))
    look = Paint(colour, edge, rim.get("width", 0) * pixel, opacity=opacity)
    sizes = marker["size"] if isinstance(marker["size"], (list, tuple)) else [marker["size"]] * len(inside)
    for at in np.flatnonzero(shown):
        yield Dot(
            trace.get("meta", {}).get("role", ""),
            float(inside[at, 0]),
            float(inside[at, 1]),
            sizes[at] / 2 * pixel,
            look,
        )


def _texts(trace: Mapping[str, Any], inside: Points, shown: "np.ndarray[Any, Any]", pixel: float) -> Iterator[Words]:
    font = trace.get("textfont", {})
    size = font.get("size", 12) * pixel
    sides = trace.get("textposition", "middle center")
    gap = trace.get("marker", {}).get("size", 0) / 2 * pixel + 2 if "markers" in trace["mode"] else 0
    for at in np.flatnonzero(shown):
        up, across = (sides if isinstance(sides, str) else sides[at]).split()
        anchor, towards = _SIDES[across]
        rows = trace["text"][at].split("<br>")
        x = float(inside[at, 0]) + towards * (gap or 2)
        first = (
            float(inside[at, 1])
            + {
                "top": -gap - size * (len(rows) - 0.4),
                "middle": -size * (len(rows) - 1) * 0.6,
                "bottom": gap + size * 0.6,
            }[up]
        )
        for down, row in enumerate(rows):
            plain = re.sub(r"</?b>", "", row)
            colour, _ = paint(font.get("color", INK))
            bold = "<b>" in row or font.get("weight", 400) >= 600
            yield Words(plain, x, first + down * size * 1.2, size, colour, anchor, bold=bold, halo=True)


def _notes(notes: Sequence[Mapping[str, Any]], width: float, height: float, pixel: float) -> Iterator[Item]:
    """What a figure says of itself on the paper's own coordinates: the mark of a modelled or of a made-up picture."""
    for note in notes:
        if note.get("xref") != "paper":
            continue
        size = note["font"]["size"] * pixel
        plain = re.sub(r"<[^>]+>", "", note["text"])
        x, y = note["x"] * width, (1 - note["y"]) * height
        y = min(max(y, size), height - size)
        colour, _ = paint(note["font"].get("color", INK))
        anchor: Anchor = "middle" if note.get("xanchor") == "center" else "start"
        yield Words(plain, x, y, size, colour, anchor, bold=True, halo=True)


def swatch(look: Paint, size: float = 8.0) -> Drawing:
    """A small square for a key, painted as the map is."""
    return Drawing(size, size, "", (box("", 0.5, 0.5, size - 1, size - 1, look),))
