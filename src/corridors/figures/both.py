"""The map of both countries: quiet ground, sources as solid bands, published pairs as arrows, the rest hatched.

Every kind of thing is a trace of its own, in the order of `ROLES`, so that the style sheet can give each its colour in
either theme (`assets/css/41-home.css`); the colours here are those of the light theme, for exports.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from corridors.figures.frames import GEO_BOTH, map_layout
from corridors.figures.theme import FONT, Figure, Trace
from corridors.model.places import BORDER_MX, BORDER_US
from corridors.model.view import ViewState

# Trace order, from the ground up: the style sheet counts on it.
GROUND: Final = ("us", "us-border", "mx", "mx-border")
ROLES: Final = (*GROUND, "rest", "hatch", "other", "source", "pair", "chosen")
LIGHT: Final = {
    "us": "#eceff2",
    "us-border": "#d3e1ec",
    "mx": "#f1ede4",
    "mx-border": "#e5dece",
    "chosen": "rgba(90,62,166,0.12)",
    "rest": "#e9f0f6",
    "hatch": "#5d93bb",
    "other": "#a5bfd3",
    "source": "#6fa3c8",
    "pair": "#0b3a63",
}
EDGE: Final = {"rest": ("#4d88b2", 1.0), "chosen": ("#5a3ea6", 2.0), "pair": ("#ffffff", 0.8)}
FADED: Final = 0.25  # opacity of flows that do not touch the selection


@dataclass(frozen=True)
class Shape:
    """One region or flow: the id of its feature and the words of its tooltip."""

    id: str
    hover: str
    ends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Label:
    """Words at a point (degrees); `position` is plotly's, `role` that of what they name."""

    lon: float
    lat: float
    words: str
    position: str
    role: str


@dataclass(frozen=True)
class BothData:
    """What the map shows: URLs of its two geometries, regions by role, flows by role, and labels."""

    states_url: str
    flows_url: str
    regions: Sequence[Shape]
    flows: Mapping[str, Sequence[Shape]]
    labels: Sequence[Label] = field(default=())


def region_role(place: str) -> str:
    """The role of a state's ground: its country, and whether it lies along the border."""
    if place in (*BORDER_US, *BORDER_MX):
        return "us-border" if place in BORDER_US else "mx-border"
    return "mx" if place.startswith("MX-") else "us"


def both_map(data: BothData, view: ViewState, theme: Mapping[str, str] = LIGHT) -> Figure:
    """The figure, as a plotly dictionary. `theme` gives a colour to each of ROLES.

    Plotly draws no group for a trace without regions: "chosen", which may be empty, is therefore the last.
    What the view selects is outlined, and flows that do not touch it are faded. It draws no value as a fill: width is
    the number of guns.
    """
    chosen = {*view.origins, *view.destinations}
    traces: list[Trace] = []
    for role in ROLES:
        if role == "chosen":
            shapes = [shape for shape in data.regions if shape.id in chosen]
        elif role in GROUND:
            shapes = [shape for shape in data.regions if region_role(shape.id) == role]
        else:
            shapes = list(data.flows.get(role, ()))
        url = data.states_url if role in (*GROUND, "chosen") else data.flows_url
        traces.append(_shapes(role, shapes, url, theme[role], chosen))
    traces += [_labels(role, data.labels) for role in ("source", "pair", "rest")]
    return {"data": traces, "layout": map_layout(GEO_BOTH, meta={"chart": "both", "map": "both"}, uirevision="both")}


def _shapes(role: str, shapes: Sequence[Shape], url: str, colour: str, chosen: set[str]) -> Trace:
    edge, width = EDGE.get(role, ("#ffffff", 0.8 if role in GROUND else 0.0))
    return {
        "type": "choropleth",
        "name": role,
        "meta": {"role": role},
        "geojson": url,
        "featureidkey": "id",
        "locations": [shape.id for shape in shapes],
        "z": [0] * len(shapes),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "customdata": [shape.hover for shape in shapes],
        "hovertemplate": "%{customdata}<extra></extra>",
        "hoverinfo": "skip" if role in ("hatch", "chosen") else "all",
        "marker": {"line": {"color": edge, "width": width}, "opacity": [_opacity(shape, chosen) for shape in shapes]},
    }


def _opacity(shape: Shape, chosen: set[str]) -> float:
    return 1.0 if not chosen or not shape.ends or chosen & set(shape.ends) else FADED


def _labels(role: str, labels: Sequence[Label]) -> Trace:
    mine = [label for label in labels if label.role == role]
    return {
        "type": "scattergeo",
        "name": f"label-{role}",
        "meta": {"role": f"label-{role}"},
        "mode": "text",
        "lon": [label.lon for label in mine],
        "lat": [label.lat for label in mine],
        "text": [label.words for label in mine],
        "textposition": [label.position for label in mine],
        "textfont": {"family": FONT, "size": 13, "color": "#1a1f26"},
        "hoverinfo": "skip",
    }
