"""A map of regions: one SVG `geo` choropleth whose fill is a class code, never a raw value.

The browser repaints any such map from the cube (`assets/js/31-maps.js`): `layout.meta` names the side,
and the trace's `z` are the codes below, so that what Plotly commits is what the script painted.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corridors.analysis.slices import Cell, class_of
from corridors.figures.frames import map_layout
from corridors.model.kinds import Status
from corridors.model.palettes import ramp

CODES: Final = {Status.SUPPRESSED: -3, Status.MISSING: -2, Status.ZERO: -1}
MAX_CLASSES: Final = 6
NEUTRAL: Final = {"light": ("#dfe3e8", "#eceff2", "#f4f2ee"), "dark": ("#39424b", "#242b32", "#2c2b28")}


def code(found: Cell, breaks: Sequence[float], zero_is_class: bool = False) -> int:
    """The class code of a cell: -3 suppressed, -2 missing, -1 zero, else its class from 0."""
    if found.value is None or (found.status is Status.ZERO and not zero_is_class):
        return CODES[found.status]
    return class_of(found.value, breaks)


def colours(family: str, classes: int, theme: str = "light") -> list[str]:
    """The fills of codes -3 to 5: three neutrals (hatched by CSS), then the family's ramp."""
    scale = list(ramp(family, classes, theme))
    return [*NEUTRAL[theme], *scale, *scale[-1:] * (MAX_CLASSES - len(scale))]


def region_map(
    ids: Sequence[str],
    codes: Sequence[int],
    fills: Sequence[str],
    geojson: str,
    geo: Mapping[str, Any],
    side: str,
) -> dict[str, Any]:
    """A figure of regions.

    `ids` and `codes` are parallel (one a region), `fills` holds nine colours for codes -3 to 5,
    `geojson` is the URL of the geometry whose features carry these ids, `geo` the projection and
    frame, `side` (`us` or `mx`) tells the script which map it is.
    """
    bands = len(fills)
    scale = [[edge / bands, fill] for i, fill in enumerate(fills) for edge in (i, i + 1)]
    trace = {
        "type": "choropleth",
        "geojson": geojson,
        "featureidkey": "id",
        "locations": list(ids),
        "z": list(codes),
        "zmin": -3.5,
        "zmax": bands - 3.5,
        "colorscale": scale,
        "showscale": False,
        "hoverinfo": "none",
        "marker": {"line": {"color": "rgba(255,255,255,0.85)", "width": 0.7}},
        "meta": {"role": "regions"},
    }
    return {"data": [trace], "layout": map_layout(geo, meta={"side": side})}
