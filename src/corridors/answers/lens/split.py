"""A state's figure split to a district: an estimate that nobody published, off by default, never in a brief or a pack.

The part of a district is its share of the state's people, or of its licences. The one county that is printed beside its
state (Pima, Arizona) says how far such a split misses; the range around an estimate is as wide as that miss.
"""

from functools import lru_cache
from typing import Final

from corridors.answers.district import find
from corridors.answers.lens.here import Here, records
from corridors.answers.lens.shape import Estimate
from corridors.answers.lens.where import here_of
from corridors.answers.licences import FEW, TABLE
from corridors.store import Store
from corridors.text.formats import number, period

PEOPLE: Final = "local_people"
CITIES: Final = "GEONAMES"
PLACES: Final = "trace_source_places"
COUNTY: Final = ("Pima County, Arizona", "US-04019", "Arizona", "US-AZ")  # printed, and printed with its state


@lru_cache(maxsize=64)
def split(store: Store, office_id: str, by: str, lang: str) -> tuple[Estimate, ...]:
    """The traced guns of each state of a district, split to it by `people` or `dealers`; none where the product has
    not what it splits by (an imported list of licences), or the state's figure is not published."""
    office = find(store, office_id, lang)
    if office is None or not has(store, by):
        return ()
    here = here_of(store, office, lang)
    flows = store.cube["flows"]
    counts, miss = dict(map(tuple, flows["sources"])), _miss(store)
    found = []
    for state in here.states:
        part = _share(store, by, state, here.counties)
        if state not in counts or part is None or part == 1:
            continue
        middle = counts[state] * part
        low, high = middle / max(miss, 1 / miss), min(middle * max(miss, 1 / miss), counts[state])
        found.append(
            Estimate(
                f"split-{by}-{state}", here.say("split.label", place=here.named(state), city=office.city),
                here.say("split.value", middle=_round(middle, lang), low=_round(low, lang), high=_round(high, lang)),
                middle, low, high,
                here.say(f"split.by.{by}", place=here.named(state), count=number(counts[state], lang),
                         share=number(100 * part, lang, 1)),
                _error(here, miss), period(*flows["period"]),
                tuple(store.card(id) for id in (flows["source"], CITIES) if id in store.cards()),
            )
        )  # fmt: skip
    return tuple(found)


def has(store: Store, by: str) -> bool:
    """Whether the store has what a split needs."""
    return store.has(TABLE) if by == "dealers" else store.has_derived(PEOPLE)


def _share(store: Store, by: str, state: str, counties: frozenset[str]) -> float | None:
    """The district's part (0 to 1) of a state; None where it cannot be told, or rests on fewer than FEW licences."""
    if by == "people":
        table = store.derived(PEOPLE)
        mine = table[table["state_place_id"] == state]
        whole, part = mine["people"].sum(), mine.loc[mine["place_id"].isin(counties), "people"].sum()
        return float(part / whole) if whole else None
    table = store.table(TABLE)
    table = table[(table["month"] == table["month"].max()) & (table["us_state_code"] == state.removeprefix("US-"))]
    whole = table["licences"].sum()
    part = table.loc[("US-" + table["county_fips"]).isin(counties), "licences"].sum()
    return float(part / whole) if part >= FEW else None


def _printed(store: Store) -> tuple[float, float]:
    """What is printed of the one county, and of its state on the same base."""
    rows = [row for row in records(store, PLACES) if row["measure"] == "traced_to_us_purchase"]
    county = next(row for row in rows if row["source_area"] == COUNTY[0])
    state = next(row for row in rows if row["source_area"] == COUNTY[2] and row["year_start"] == county["year_start"])
    return float(county["value"]), float(state["value"])


def _miss(store: Store) -> float:
    """What is printed of the county over what its share of people gives."""
    county, state = _printed(store)
    share = _share(store, "people", COUNTY[3], frozenset({COUNTY[1]}))
    return county / (state * share) if share else 1.0


def _error(here: Here, miss: float) -> str:
    county, _ = _printed(here.store)
    return here.say(
        "split.error", place=COUNTY[0], printed=number(county, here.lang), given=number(county / miss, here.lang),
        times=number(max(miss, 1 / miss), here.lang, 1),
    )  # fmt: skip


def _round(value: float, lang: str) -> str:
    """Two significant digits: an estimate has no more."""
    step = 10 ** max(0, len(str(int(value))) - 2)
    return number(round(value / step) * step, lang)
