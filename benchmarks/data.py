"""The work that every contender does: two state maps, the same values, the same classes, the same years.

It is read once from the product's own built data and handed to the peers as one small JSON file, so that
nobody draws other numbers or other borders. Standard library only: the peers' environment imports it too.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

US_MEASURE: Final = "checks_per_100k"
MX_MEASURE: Final = "homicide_rate_inegi_registration"
FIRST, LAST = 2001, 2018  # years in which both measures have a period of their own: every step changes both maps
START: Final = 2009
ENV: Final = "BENCH_MAPS"


@dataclass(frozen=True)
class MapWork:
    """One map: places in order, their values a year, and how a value becomes a colour."""

    ids: list[str]
    names: list[str]
    values: list[list[float | None]]  # a row for each year
    breaks: list[float]
    colours: list[str]
    geojson: dict[str, Any]
    lon: tuple[float, float]
    lat: tuple[float, float]
    centre: float
    parallels: tuple[float, float]

    def colour(self, value: float | None) -> str:
        if value is None:
            return "#d9d9d9"
        return self.colours[next((i for i, bound in enumerate(self.breaks) if value <= bound), len(self.breaks))]

    def row(self, year: int) -> list[float | None]:
        return self.values[year - FIRST]

    def fills(self, year: int) -> list[str]:
        return [self.colour(value) for value in self.row(year)]


def sentence(us: MapWork, mx: MapWork, year: int) -> str:
    """The line of text that follows the slider beside the maps."""

    def mean(row: list[float | None]) -> float:
        known = [value for value in row if value is not None]
        return sum(known) / len(known) if known else 0.0

    return f"{year}: {mean(us.row(year)):,.0f} checks per 100,000 · {mean(mx.row(year)):.1f} homicides per 100,000"


def build(built: Path, target: Path) -> Path:
    """Write the work to `target` from the built data folder; raises KeyError when a measure is not there."""
    web = json.loads((built / "manifest.json").read_text("utf-8"))["web"]
    cube = json.loads((built / "web" / web["cube"]).read_text("utf-8"))
    work = {
        "us": _map(cube, US_MEASURE, "arms", built / "web" / web["us_states"]),
        "mx": _map(cube, MX_MEASURE, "violence", built / "web" / web["mx_states"]),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(work), "utf-8")
    return target


def _map(cube: dict[str, Any], measure: str, family: str, shapes: Path) -> dict[str, Any]:
    found = cube["measures"][measure]
    places = cube["places"][found["country"]]
    rows = [_row(found, year, len(places)) for year in range(FIRST, LAST + 1)]
    us = found["country"] == "US"
    breaks = found["classes"]["quantile"]
    ramp = cube["palettes"][family]["light"]
    return {
        "ids": places,
        "names": [cube["names"][place][0] for place in places],
        "values": rows,
        "breaks": breaks,
        "colours": [ramp[round(i * (len(ramp) - 1) / len(breaks))] for i in range(len(breaks) + 1)],
        "geojson": json.loads(shapes.read_text("utf-8")),
        "lon": [-119, -74] if us else [-115, -88],
        "lat": [24, 50] if us else [14, 33],
        "centre": -96 if us else -102,
        "parallels": [29.5, 45.5] if us else [17.5, 29.5],
    }


def _row(measure: dict[str, Any], year: int, places: int) -> list[float | None]:
    index = measure["periods"].index([year, year])
    nums = measure["num"][index]
    dens = measure["den"][index] if measure.get("den") else [1] * places
    return [
        num / den * measure["scale"] if isinstance(num, int | float) and isinstance(den, int | float) else None
        for num, den in zip(nums, dens, strict=True)
    ]


def load() -> tuple[MapWork, MapWork]:
    """The work that the harness wrote; its path comes by the environment."""
    work = json.loads(Path(os.environ[ENV]).read_text("utf-8"))
    us, mx = (MapWork(**work[key]) for key in ("us", "mx"))
    return us, mx
