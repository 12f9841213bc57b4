"""Values of the cube's measures over time, for one place or a whole country: what a line chart shows."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from corridors.analysis.slices import Cell, cell, national
from corridors.answers.chart import Context


def _series(ask: Context, measure: str, place: str | None) -> list[tuple[int, int, Cell]]:
    """First and last year and the value of each period of a measure, for a state or (None) the country."""
    found: Mapping[str, Any] = ask.store.cube["measures"][measure]
    at = ask.store.cube["places"][found["country"]].index(place) if place else -1
    return [
        (int(first), int(last), cell(found, [index], at) if place else national(found, [index]))
        for index, (first, last) in enumerate(found["periods"])
    ]


def cube_frame(ask: Context, measures: Iterable[str], place: str | None) -> pd.DataFrame:
    """Long form: measure, name, year, value, num, den, status."""
    rows = [
        {
            "measure": measure,
            "name": ask.say(measure),
            "year": first,
            "value": found.value,
            "num": found.num,
            "den": found.den,
            "status": found.status,
        }
        for measure in measures
        if measure in ask.store.cube["measures"]
        for first, _, found in _series(ask, measure, place)
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(**{name: frame[name].astype("float64") for name in ("value", "num", "den")})
