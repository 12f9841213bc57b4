"""The early notice, computed: unusual months and lasting changes in the monthly series of both countries."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from corridors.analysis.breaks import CHANGES, MONTHS, changes, months
from corridors.build.derived import Derived, Layers
from corridors.build.series import Tables
from corridors.build.series_us import sale_checks

VICTIMS: Final = "homicidio_doloso_victims_firearm"
CHECKS: Final = "sale_checks"
_SESNSP: Final = "mx_homicides_state_month_sesnsp"
_NICS: Final = "nics_state_month"
_RESTS_ON: Final = frozenset({_SESNSP, _NICS})


def monthly(tables: Tables) -> Iterator[tuple[str, str, pd.Series]]:
    """Each series: its name, the place, and its counts by month without gaps (a missing month is NaN).

    Victims of intentional homicide by firearm by Mexican state, and of the country (`MX`) where all states have the
    month; background checks that go with a sale by US state.
    """
    victims = tables[_SESNSP]
    dates = pd.PeriodIndex(victims["year"].astype(str) + "-" + victims["month"].astype(str).str.zfill(2), freq="M")
    table = pd.Series(victims[VICTIMS].to_numpy(float), index=[dates, "MX-" + victims["state_code"]]).unstack()
    table["MX"] = table.sum(axis=1, skipna=False)
    yield from _series(VICTIMS, table)
    checks = sale_checks(tables)
    dates = pd.PeriodIndex(checks["month"], freq="M")
    yield from _series(CHECKS, pd.Series(checks["value"].to_numpy(float), index=[dates, checks["place"]]).unstack())


def _series(name: str, table: pd.DataFrame) -> Iterator[tuple[str, str, pd.Series]]:
    every = pd.period_range(table.index.min(), table.index.max(), freq="M")
    for place, counts in table.reindex(every).items():
        yield name, str(place), counts


def notice_months(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """A row a series, place and month: its count, what was expected, both thresholds, and whether it is unusual."""
    found = []
    for name, place, counts in monthly(tables):
        frame = months(counts)
        found.append(frame.assign(series=name, place=place, month=frame.index.astype(str)))
    return pd.concat(found, ignore_index=True)[["series", "place", "month", *MONTHS]].round(4)


def notice_changes(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """A row a place and lasting change of victims: the first month of the new level, the means before and after.

    Checks have none: they move with news and rules from one month to the next, and a level is not what they have.
    """
    found = [
        changes(counts).assign(series=name, place=place) for name, place, counts in monthly(tables) if name == VICTIMS
    ]
    return pd.concat(found, ignore_index=True)[["series", "place", *CHANGES]].round(4)


NOTICE: Final = (
    Derived("notice_months", notice_months, _RESTS_ON),
    Derived("notice_changes", notice_changes, _RESTS_ON),
)
