"""The browser's cube: year x place x measure with classes, and the published flows, as one JSON object.

A cell is a number, null (missing) or "s" (suppressed); zero is a number. Which cells, periods and classes there
are is decided here once; the browser and `analysis/slices.py` only look them up.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from corridors.build import series_municipal, series_mx, series_us
from corridors.build.classes import FLAG, breaks
from corridors.build.series import Tables, grid
from corridors.errors import DataError
from corridors.model.kinds import Kind
from corridors.model.measures import MEASURES, YEARS, Measure
from corridors.model.palettes import RAMPS
from corridors.model.places import BORDER_US
from corridors.text import has, text

VERSION: Final = 1
ASSET: Final = "municipal"
# Measures for charts only: no map shows them (the map of the United States never carries them as a fill).
CHART_ONLY: Final = (
    Measure("gun_deaths_cdc_per_100k", "US", "rate", "violence", ("CDC_STATE", "CENSUS_9019", "CENSUS_V2024")),
    Measure("mass_shootings_gva", "US", "count", "violence", ("GVA_MASTER",), scale=1, digits=0),
)
MAKERS: Final = {**series_us.MAKERS, **series_mx.MAKERS, **series_municipal.MAKERS}
_PERIOD: Final = (2022, 2023)


def measures(tables: Tables) -> tuple[Measure, ...]:
    """The measures that the tables present allow, then those for charts only."""
    return (*(m for m in MEASURES if not m.needs or m.needs in tables), *CHART_ONLY)


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


def build_cube(tables: Tables, progress: Callable[[str], None]) -> dict[str, Any]:
    """Both assets: `cube` (states, flows, palettes) and `municipal` (the large grids of municipalities)."""
    states = places(tables)
    towns = sorted(series_municipal.counts(tables)["place"].unique())
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
        entry = {**_head(measure), "periods": part["periods"], **_summary(measure, part)}
        if local:
            grids[measure.id] = {name: part[name] for name in ("periods", "num", "den")}
            entry["national"] = part["national"]
        else:
            entry.update(part)
        cube["measures"][measure.id] = entry
    known = tables["mx_municipality_names"].set_index("municipality_code")["municipality_name"]
    progress(f"cube: {len(cube['measures'])} measures, {len(towns)} municipalities")
    municipal = {"places": towns, "names": [str(known[town[3:]]) for town in towns], "measures": grids}
    return {"cube": cube, ASSET: municipal}


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


def _rows(tables: Tables, table: str, measure: str) -> list[dict[str, Any]]:
    """The rows of one measure over the period of the published pairs."""
    frame = tables[table]
    first, last = _PERIOD
    here = (frame["measure"] == measure) & (frame["year_start"] == first) & (frame["year_end"] == last)
    return [{str(name): cell for name, cell in row.items()} for row in frame[here].to_dict("records")]


def _total(tables: Tables, measure: str) -> int:
    rows = _rows(tables, "trace_totals", measure)
    if len(rows) != 1:
        raise DataError(f"trace_totals has {len(rows)} rows of {measure} in {_PERIOD[0]}-{_PERIOD[1]}, not one")
    return int(rows[0]["value"])


def flows(tables: Tables) -> dict[str, Any]:
    """The published pairs and totals of 2022-2023, with what remains of each as a number.

    DataError when the parts do not add up to what is printed.
    """
    traced, known = (_total(tables, f"traced_to_us_purchaser{part}") for part in ("", "_with_recovery_state"))
    bought = _rows(tables, "trace_source_places", "traced_to_us_purchaser")
    sources = {f"US-{row['us_state_code']}": int(row["value"]) for row in bought if row["us_state_code"]}
    other = sum(int(row["value"]) for row in bought if not row["us_state_code"])
    cells = _rows(tables, "trace_pairs", "traced_to_us_purchaser")
    pairs = [
        (f"US-{row['us_state_code']}", f"MX-{row['mx_state_code']}", int(row["value"]))
        for row in cells
        if row["us_state_code"]
    ]
    rest = sum(int(row["value"]) for row in cells if not row["us_state_code"])
    ranks = _rows(tables, "trace_recovery_places", "rank_of_recovery_state")
    border = sum(sources[place] for place in BORDER_US)
    if border + other != traced or sum(value for _, _, value in pairs) + rest != known:
        raise DataError("the published pairs or sources of 2022-2023 do not add up to the printed totals")
    return {
        "period": list(_PERIOD),
        "submitted": _total(tables, "trace_requests"),
        "traced": traced,
        "with_recovery_state": known,
        "border_total": border,
        "other_sources": other,
        "other_pairs": rest,
        "unknown_recovery": traced - known,
        "pairs": [list(pair) for pair in sorted(pairs, key=lambda pair: (-pair[2], *pair[:2]))],
        "sources": [[place, value] for place, value in sorted(sources.items(), key=lambda item: (-item[1], item[0]))],
        "ranks": [[f"MX-{row['mx_state_code']}", int(row["value"])] for row in ranks],
    }
