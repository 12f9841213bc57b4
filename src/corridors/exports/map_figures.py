"""The figure of a map as the screen ends up with it: classes of states or municipalities, or symbols for counts.

The page's own figure is a plain map of states where its script draws the rest (`assets/js/31-maps.js`): symbols, and
regions that are finer than states.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from corridors.analysis.slices import cell, latest_only, resolve
from corridors.answers.brief_map import PORT
from corridors.answers.download import values_of
from corridors.answers.regions import regions
from corridors.answers.synthetic import stamped
from corridors.figures.frames import GEO_MX
from corridors.figures.regions import code, colours, region_map
from corridors.figures.theme import Figure
from corridors.model.measures import BY_ID
from corridors.model.view import ViewState
from corridors.store import Store

RADIUS: Final = 0.042  # of the largest symbol, as a share of the frame's width: `assets/js/31-maps.js`
LEAST: Final = 1.5
SCREEN: Final = 640.0  # pixels of the frame that symbols are measured in
# The screen's frame has room above it; a page has none, and Baja California reaches beyond the frame's corner.
FRAME: Final = {"lonaxis": {"range": [-117.3, -86.6]}}
EDGE: Final = 0.15  # pixels, of the line between two municipalities


def map_figure(side: str, view: ViewState, store: Store) -> Figure:
    """The map of one side (`us` or `mx`). KeyError for a measure that the data have not."""
    id = view.us if side == "us" else view.mx
    measure = store.cube["measures"][id]
    found = values_of(BY_ID[id], store)
    at = resolve(found["periods"], view.years, latest_only(found)).indexes
    fine = bool(measure.get("asset"))
    if measure["shape"] == "count":
        figure = _counted(side, view, store, _values(found, at), measure.get("max"), fine)
    else:
        figure = _shaded(view, store, found, at) if fine else regions(side, view, store)
    geo = figure["layout"]["geo"]
    return {**figure, "layout": {**figure["layout"], "geo": {**geo, **(FRAME if side == "mx" else {})}}}


def _values(found: Mapping[str, Any], at: Any) -> dict[str, float]:
    """The counts that are not zero, by place."""
    cells = ((place, cell(found, at, index)) for index, place in enumerate(found["places"]))
    return {place: one.value for place, one in cells if one.value}


def _shaded(view: ViewState, store: Store, found: Mapping[str, Any], at: Any) -> Figure:
    """Municipalities by class. Those of the outlines that the data do not name have no value."""
    classes = found["classes"] or {}
    breaks = classes.get(view.scheme) or classes.get("quantile") or []
    codes = {place: code(cell(found, at, index), breaks) for index, place in enumerate(found["places"])}
    ids = [feature["id"] for feature in store.web_json("mx_municipalities")["features"]]
    geojson = f"data/{store.web('mx_municipalities')}"
    fills = colours(found["family"], len(breaks) + 1)
    figure = region_map(ids, [codes.get(id, -2) for id in ids], fills, geojson, GEO_MX, "mx")
    figure["data"][0]["marker"]["line"]["width"] = EDGE
    return stamped(figure, store, view.lang)


def _counted(
    side: str, view: ViewState, store: Store, values: dict[str, float], most: float | None, fine: bool
) -> Figure:
    """Symbols over a plain map of states: their areas are as the counts, at the middle of each place."""
    points = store.web_json("municipal_centres") if fine else store.web_json("centroids")[f"{side}_map"]
    scale = RADIUS * SCREEN / float(np.sqrt(most or max(values.values(), default=1)))
    us = side == "us"
    symbols = {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [points[place][0] for place in values],
        "lat": [points[place][1] for place in values],
        "marker": {
            "size": [2 * max(LEAST, float(np.sqrt(value)) * scale) for value in values.values()],
            "color": "rgba(31,95,143,0.5)" if us else "rgba(160,76,19,0.5)",
            "line": {"color": PORT if us else "#a04c13", "width": 0.5 if fine else 1},
        },
        "meta": {"role": "symbols"},
    }
    figure = regions(side, view, store)
    ground = figure["data"][0] | {"meta": {"role": "ground"}}  # no hatch beneath symbols: no value is a fill here
    return {**figure, "data": [ground, symbols]}
