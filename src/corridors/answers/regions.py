"""The figure of a region map at a view: the fills that the browser's script would paint."""

from dataclasses import replace
from typing import Any

from corridors.analysis.slices import cell, latest_only, resolve
from corridors.answers.synthetic import stamped
from corridors.figures.frames import GEO_MX, GEO_US
from corridors.figures.regions import code, colours, region_map
from corridors.model.view import ViewState
from corridors.store import Store


def available(view: ViewState, store: Store) -> ViewState:
    """The view with what is here: its opening measure in place of one whose data are not (an import brings them),
    and years that the slider of this edition has."""
    known, base = store.cube["measures"], ViewState()
    low, high = store.cube["years"]
    first, last = (min(max(year, low), high) for year in view.years)
    us, mx = view.us if view.us in known else base.us, view.mx if view.mx in known else base.mx
    return replace(view, us=us, mx=mx, years=(first, last))


def regions(side: str, view: ViewState, store: Store) -> dict[str, Any]:
    """The map of one side (`us` or `mx`).

    Counts and municipalities start from a plain map of states; their symbols and finer regions are
    drawn by the script as soon as their asset has arrived.
    """
    cube = store.cube
    measure = cube["measures"][view.us if side == "us" else view.mx]
    ids = cube["places"][side.upper()]
    flag = measure["shape"] == "flag"
    found = resolve(measure["periods"], view.years, latest_only(measure))
    classes = measure["classes"] or {}
    breaks = classes.get(view.scheme) or classes.get("quantile") or []
    if measure["shape"] == "count" or measure.get("asset"):
        codes = [-2] * len(ids)
    else:
        codes = [code(cell(measure, found.indexes, at), breaks, flag) for at in range(len(ids))]
    geojson = f"data/{store.web(f'{side}_states')}"
    geo = GEO_US if side == "us" else GEO_MX
    figure = region_map(ids, codes, colours(measure["family"], len(breaks) + 1), geojson, geo, side)
    return stamped(figure, store, view.lang)
