"""Violence beside it, computed: places that are unusual beside their neighbours, and guns received beside deaths."""

from typing import Final

import pandas as pd

from corridors.analysis.association import lagged
from corridors.analysis.local import LISA, moran, neighbours, unusual
from corridors.analysis.spatial import empirical_bayes
from corridors.build.derived import Derived, Layers
from corridors.build.law_exports import LAW_EXPORTS
from corridors.build.notice import NOTICE
from corridors.build.series import Tables
from corridors.build.series_municipal import POPULATION, case_files, counts, with_people
from corridors.build.series_mx import rate
from corridors.build.series_us import deaths_rate, received_rate

PER: Final = 100_000
STATE_SERIES: Final = "homicidio_doloso_victims_firearm"
TOWN_SERIES: Final = {
    "municipal_homicide_rate_eb": (counts, "homicides"),
    "municipal_firearm_case_rate": (case_files, "cases"),
}
PLACES: Final = ("series", "year", "place", "events", "people", "rate", "rate_eb", *LISA,
                 "moran", "moran_expected", "moran_p", "compared")  # fmt: skip
_TEXT: Final = ("series", "place", "shape")
_CASES: Final = "mx_investigations_municipality_year"


def unusual_places(tables: Tables, layers: Layers) -> pd.DataFrame:
    """A row a series, year and place (PLACES): Mexican states in every whole year of SESNSP's victims by firearm, and
    municipalities in the last year with their people, where they are imported.

    `rate` and `rate_eb` (the smoothed one, by which places are compared) are per 100,000 people, as is the mean of
    the neighbours. `moran`: the global index of that year.
    """
    series = rate(STATE_SERIES)(tables)
    states = pd.DataFrame({"events": series.num, "people": series.den}).dropna().reset_index()
    states = states.rename(columns={"first": "year"}).assign(series=STATE_SERIES)
    near = neighbours(layers("mx_states"))
    found = [_judged(part, near) for _, part in states.groupby("year")]
    towns = _towns(tables)
    if towns:
        near = neighbours(layers("mx_municipalities"))
        found += [_judged(part, near) for part in towns]
    frame = pd.concat(found, ignore_index=True)[list(PLACES)]
    numbers = [name for name in PLACES if name not in _TEXT]
    return frame.astype(dict.fromkeys(numbers, float) | {"year": "int64", "compared": "int64"}).round(6)


def _towns(tables: Tables) -> list[pd.DataFrame]:
    """The last year of each municipal series that has people."""
    if POPULATION not in tables:
        return []
    found = []
    for name, (make, value) in TOWN_SERIES.items():
        if make is case_files and _CASES not in tables:
            continue
        rows = with_people(make(tables), tables).dropna(subset=[value])
        rows = rows[rows["year"] == rows["year"].max()]
        if len(rows):
            found.append(rows.rename(columns={value: "events"}).assign(series=name))
    return found


def _judged(part: pd.DataFrame, near: dict[str, list[str]]) -> pd.DataFrame:
    part = part.sort_values("place").set_index("place")
    smooth = empirical_bayes(part["events"], part["people"]) * PER
    judged = unusual(smooth, near)
    whole = moran(smooth, near)
    return part.assign(
        rate=part["events"] / part["people"] * PER, rate_eb=smooth, **{name: judged[name] for name in LISA},
        moran=whole.index, moran_expected=whole.expected, moran_p=whole.p, compared=whole.places,
    ).reset_index()  # fmt: skip


def guns_and_deaths(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """The lagged association, by US state, between guns received from other states and deaths by firearm, both per
    100,000 people (columns of `analysis.association`). Deaths are of every intent: homicides alone are not printed."""
    received, deaths = received_rate(tables), deaths_rate(tables)
    rates = [_rate(series.num, series.den) for series in (received, deaths)]
    return lagged(*rates).round(6)


def _rate(num: pd.Series, den: pd.Series | None) -> pd.Series:
    """Per 100,000 people, indexed by place and year."""
    assert den is not None
    return (num / den.reindex(num.index) * PER).droplevel("last")


VIOLENCE: Final = (
    Derived(
        "unusual_places",
        unusual_places,
        frozenset({"mx_homicides_state_year", "mx_homicides_state_month_sesnsp", "mx_population_state_year",
                   "mx_homicides_municipality_year", POPULATION, _CASES}),
    ),
    Derived(
        "guns_and_deaths",
        guns_and_deaths,
        frozenset({"us_domestic_trace_od", "us_gun_deaths", "us_population_state_year"}),
    ),
    *LAW_EXPORTS,
    *NOTICE,
)  # fmt: skip
