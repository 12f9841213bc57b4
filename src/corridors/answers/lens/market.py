"""Licensed dealers and background checks: of the district's counties where a list was imported, else of its states."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from corridors.answers.lens.here import Here, Row, records
from corridors.answers.lens.shape import Figure, Section, ordered
from corridors.answers.licences import FEW, TABLE
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.text.formats import month

LICENCES: Final = "ffl_by_state"
AVERAGE: Final = "average active licences per month"
CHECKS: Final = "nics_state_month"
RATES: Final = ("dealers_per_100k", "checks_per_100k", "sale_checks_per_100k")
MONTHS: Final = 12


def market(here: Here) -> Section:
    """Dealers and checks. No unit with fewer than FEW licences is shown anywhere."""
    rates = (figure for measure in RATES for figure in here.measured(measure))
    return ordered([*_listed(here), *_licences(here), *_checks(here), *rates], "market", here.say("section.market"))


def _listed(here: Here) -> Iterator[Figure]:
    """Licences in the counties of the district on ATF's last list, where one was imported."""
    label, place = here.say("listed"), here.office.city
    if not here.store.has(TABLE):
        yield here.absent("listed", label, place, here.say("listed.none"))
        return
    table = here.store.table(TABLE)
    when = str(table["month"].max())
    inside = {county.removeprefix("US-") for county in here.counties}
    rows = table[(table["month"] == when) & table["county_fips"].isin(inside)]
    total = int(rows["licences"].sum())
    spoken = month(date.fromisoformat(f"{when}-01"), here.lang)
    if total < FEW:
        yield here.absent("listed", label, place, here.say("listed.few", few=FEW), spoken)
        return
    yield here.figure(
        "listed", label, here.counted(total, "licences"), ("district", place), here.say("base.listed"),
        spoken, (Kind.DERIVED, [{"source_id": source} for source in rows["source_id"].unique()]),
    )  # fmt: skip


def _licences(here: Here) -> Iterator[Figure]:
    """Active licences of each state in the one year that has all of them."""
    averages = [row for row in records(here.store, LICENCES) if row["measure"] == AVERAGE]
    for state in here.states:
        label = here.say("licences", place=here.named(state))
        row = next((row for row in averages if f"US-{row['us_state_code']}" == state), None)
        if row is None:
            yield here.absent(f"licences-{state}", label, here.named(state), here.say("base.licences"))
            continue
        yield here.figure(
            f"licences-{state}", label, here.counted(row["value"], "licences"),
            ("state", here.named(state)), here.say("base.licences"), str(int(row["year"])), (Kind(row["kind"]), [row]),
        )  # fmt: skip


def _checks(here: Here) -> Iterator[Figure]:
    """Background checks of each state in the last whole year."""
    last, totals, sources = _year_of_checks(here.store)
    for state in here.states:
        label, total = here.say("checks", place=here.named(state)), totals.get(state.removeprefix("US-"))
        if total is None:
            yield here.absent(f"checks-{state}", label, here.named(state), here.say("base.checks"), last)
            continue
        yield here.figure(
            f"checks-{state}", label, here.counted(total, "checks"), ("state", here.named(state)),
            here.say("base.checks"), last, (Kind.DERIVED, sources),
        )  # fmt: skip


@lru_cache(maxsize=4)
def _year_of_checks(store: Store) -> tuple[str, dict[str, int], tuple[Row, ...]]:
    """The last year of which every month is there, its checks by state, and their sources."""
    table = store.table(CHECKS)
    year = table["month"].str[:4]
    months: pd.Series = table.groupby(year)["month"].nunique()
    last = str(max(months[months == MONTHS].index))
    rows = table[year == last]
    totals = {str(code): int(total) for code, total in rows.groupby("state_code")["nics_total"].sum().items()}
    return last, totals, tuple({"source_id": source} for source in rows["source_id"].unique())
