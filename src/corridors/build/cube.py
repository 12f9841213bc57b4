"""The browser's cube: year x place x measure with classes, and the published flows, as one JSON object.

A cell is a number, null (missing) or "s" (suppressed); zero is a number. Which cells, periods and classes there
are is decided here once; the browser and `analysis/slices.py` only look them up.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from corridors.build import series_municipal, series_mx, series_us
from corridors.build.classes import FLAG, breaks
from corridors.build.flows import flows
from corridors.build.series import Tables, grid
from corridors.errors import DataError
from corridors.model.kinds import Kind
from corridors.model.measures import MEASURES, YEARS, Measure
from corridors.model.palettes import RAMPS
from corridors.text import has, text

VERSION: Final = 1
ASSET: Final = "municipal"
# Measures for charts only: no map shows them (the map of the United States never carries them as a fill).
CHART_ONLY: Final = (
    Measure("gun_deaths_cdc_per_100k", "US", "rate", "violence", ("CDC_STATE", "CENSUS_9019", "CENSUS_V2024")),
    Measure("mass_shootings_gva", "US", "count", "violence", ("GVA_MASTER",), scale=1, digits=0),
)
MAKERS: Final = {**series_us.MAKERS, **series_mx.MAKERS, **series_municipal.MAKERS}


def measures(tables: Tables) -> tuple[Measure, ...]:
    """The measures that the tables present allow, then those for charts only."""
    return (*(m for m in MEASURES if m.appears(tables)), *CHART_ONLY)


def places(tables: Tables) -> dict[str, list[str]]:
    """The ids of the 51 and the 32 states, sorted."""
    us = tables["us_population_state_year"]["state_code"]
    mx = tables["mx_population_state_year"]["state_code"]
    found = {
        "US": sorted({f"US-{code}" for code in us} - {"US-US", "US-PR"}),
        "MX": sorted({f"MX-{code}" for code in mx} - {f"MX-{code}" for code in series_mx.NOT_STATES}),
    }
    if (len(found["US"]), len(found["MX"])) != (51, 32):
        raise DataError(
            f"people are given for {len(found['US'])} US and {len(found['MX'])} Mexican states, not 51 and 32"
        )
    return found


def build_cube(
    tables: Tables, progress: Callable[[str], None], earlier: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Both assets: `cube` (states, flows, palettes) and `municipal` (the large grids of municipalities).

    `earlier` are the two assets as the same product made them before: a measure whose numbers are the same keeps its
    classes, which are the slow part.
    """
    states = places(tables)
    towns = series_municipal.towns(tables)
    cube: dict[str, Any] = {
        "version": VERSION,
        "years": list(YEARS),
        "places": states,
        "names": {place: _names(place) for place in (*states["US"], *states["MX"])},
        "measures": {},
        "flows": flows(tables),
        "palettes": RAMPS,
    }
    grids: dict[str, Any] = {}
    for measure in measures(tables):
        local = measure.level == "municipio"
        part = grid(MAKERS[measure.id](tables), towns if local else states[measure.country])
        if measure.needs and not part["periods"]:
            continue  # an imported table without a whole year yet
        summary = _kept(measure, part, earlier) or _summary(measure, part)
        entry = {**_head(measure), "periods": part["periods"], **summary}
        if local:
            grids[measure.id] = {name: part[name] for name in ("periods", "num", "den")}
            entry["national"] = part["national"]
        else:
            entry.update(part)
        cube["measures"][measure.id] = entry
    cube["years"] = [YEARS[0], _last_year(cube["measures"])]
    known = tables["mx_municipality_names"].set_index("municipality_code")["municipality_name"]
    progress(f"cube: {len(cube['measures'])} measures, {len(towns)} municipalities")
    municipal = {"places": towns, "names": [str(known.get(town[3:], town[3:])) for town in towns], "measures": grids}
    return {"cube": cube, ASSET: municipal}


def _kept(measure: Measure, part: Mapping[str, Any], earlier: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The classes and the largest value of a measure whose periods, numerators and denominators are as they were."""
    if earlier is None or measure.id not in earlier["cube"]["measures"]:
        return None
    known = earlier["cube"]["measures"][measure.id]
    grids = earlier[ASSET]["measures"].get(measure.id) if measure.level == "municipio" else known
    if grids is None or any(grids[name] != part[name] for name in ("periods", "num", "den")):
        return None
    return {name: known[name] for name in ("classes", "max")}


def _last_year(measures: Mapping[str, Any]) -> int:
    """The last year of the slider: that of the newest measure on a map. A period with a label (of its own months) is
    left out, and so is what charts alone show: they have their own axis."""
    drawn = (entry for entry in measures.values() if "chart_only" not in entry)
    ends = (
        int(period[1])
        for entry in drawn
        for period, label in zip(entry["periods"], entry.get("labels") or [None] * len(entry["periods"]), strict=True)
        if not label
    )
    return max(YEARS[1], *ends)


def _names(place: str) -> list[str]:
    key = f"place.{place}"
    if not has(key):
        raise DataError(f"text/places.py has no name of {place}: add {key}")
    return [text(key, "en"), text(key, "es")]


def _head(measure: Measure) -> dict[str, Any]:
    head: dict[str, Any] = {
        "country": measure.country, "shape": measure.shape, "family": measure.family, "level": measure.level,
        "scale": measure.scale, "digits": measure.digits, "kind": measure.kind.value, "group": measure.group,
        "sources": list(measure.sources), "asset": ASSET if measure.level == "municipio" else None,
    }  # fmt: skip
    if measure.kind is Kind.MODELLED:
        head["scale"] = 1  # the value itself is stored: an estimate has no numerator
    if measure.shape == "flag" or measure.kind is Kind.MODELLED:
        head["latest_only"] = True  # a state of affairs or an estimate of a year: years are never added up
    if measure in CHART_ONLY:
        head["chart_only"] = True
    return head


def _summary(measure: Measure, part: Mapping[str, Any]) -> dict[str, Any]:
    """The largest value, and the classes of what is drawn as a fill (a count is a symbol: it has none)."""
    scale = 1 if measure.kind is Kind.MODELLED else measure.scale
    values = []
    for at, nums in enumerate(part["num"]):
        dens = part["den"][at] if part["den"] else [1] * len(nums)
        values += [n / d * scale for n, d in zip(nums, dens, strict=True) if n is not None and d]
    top = float(f"{max(values):.10g}")
    if measure.shape == "count":
        return {"classes": None, "max": top}
    return {"classes": FLAG if measure.shape == "flag" else breaks(measure.id, values), "max": top}
