"""The frames of the three maps: plotly `layout.geo` dicts, tight around our own geometry, no base map.

`visible: false` keeps plotly from drawing a world of its own; the ranges frame the map (fitbounds shrinks a conic to a
dot), and the centre is the middle of their box: plotly centres on the rotation's meridian otherwise, and clips one
side. The ranges belong to the shapes of build/web_layers.py: the US map holds Alaska and Hawaii as insets.
"""

from collections.abc import Mapping
from typing import Any, Final

from corridors.figures.theme import FONT

GEO_US: Final[dict[str, Any]] = {
    "visible": False,
    "bgcolor": "rgba(0,0,0,0)",
    "projection": {
        "type": "conic equal area",
        "parallels": [29.5, 45.5],
        "rotation": {"lon": -96, "lat": 0, "roll": 0},
    },
    "center": {"lon": -98.119, "lat": 38.484},
    "lonaxis": {"range": [-122.55, -73.15]},
    "lataxis": {"range": [25.0, 49.6]},
}
GEO_MX: Final[dict[str, Any]] = {
    "visible": False,
    "bgcolor": "rgba(0,0,0,0)",
    "projection": {
        "type": "conic equal area",
        "parallels": [17.5, 29.5],
        "rotation": {"lon": -102, "lat": 0, "roll": 0},
    },
    "center": {"lon": -101.234, "lat": 24.025},
    "lonaxis": {"range": [-115.51, -87.05]},
    "lataxis": {"range": [14.53, 32.88]},
}
GEO_BOTH: Final[dict[str, Any]] = {
    "visible": False,
    "bgcolor": "rgba(0,0,0,0)",
    "projection": {"type": "conic equal area", "parallels": [19, 44], "rotation": {"lon": -101, "lat": 0, "roll": 0}},
    "center": {"lon": -100.482, "lat": 27.823},
    "lonaxis": {"range": [-119.23, -81.85]},
    "lataxis": {"range": [14.44, 39.78]},
}


def map_layout(geo: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """The layout of every map: its frame fills the box, nothing behind it, no dragging; `more` is added."""
    return {
        "geo": dict(geo),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "showlegend": False,
        "autosize": True,
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 14}},
        **more,
    }
