"""The second picture: traced guns per 100,000 people in the four border states, beside provisions in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from corridors.analysis.slices import cell
from corridors.answers.home import cite, name
from corridors.model.kinds import Status
from corridors.model.places import BORDER_US
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, period

RATE: Final = "traced_to_mexico_per_100k"
PEOPLE: Final = "CENSUS_V2024"
LAWS: Final = "SFL_2020"
# Provisions that act on a sale or on who may hold a gun, in the order in which a gun meets them.
PROVISIONS: Final = (
    "universal", "waiting", "permit", "dealer", "recordsall", "onepermonth", "loststolen", "assault", "magazine",
    "gvro",
)  # fmt: skip
ASKED: Final = "universal"  # the provision that the hostile answer names


@dataclass(frozen=True)
class BorderState:
    """One state: guns, people, guns per 100,000 people, and each provision (None: not published)."""

    place: str
    name: str
    guns: int
    people: int
    rate: float
    provisions: tuple[bool | None, ...]


@dataclass(frozen=True)
class BorderRates:
    """The four states from west to east, and the words that stand around them."""

    states: tuple[BorderState, ...]
    law_year: int
    people_year: int
    lede: str
    summary: str
    answer: str
    more: str
    source: str


def _provision(cube: Mapping[str, Any], law: str, at: int) -> bool | None:
    measure = cube["measures"].get(f"law_{law}")
    if measure is None:
        return None
    found = cell(measure, [len(measure["periods"]) - 1], at)
    return None if found.value is None else found.status is Status.VALUE


def _state(store: Store, place: str, lang: str) -> BorderState:
    cube = store.cube
    measure, at = cube["measures"][RATE], cube["places"]["US"].index(place)
    found = cell(measure, [measure["periods"].index(list(cube["flows"]["period"]))], at)
    if found.value is None or found.num is None or found.den is None:
        raise KeyError(f"{RATE} has no value for {place}")
    laws = tuple(_provision(cube, law, at) for law in PROVISIONS)
    return BorderState(place, name(store, place, lang), int(found.num), int(found.den), found.value, laws)


def border_rates(store: Store, lang: str) -> BorderRates:
    """Rates and provisions of the border states. Raises KeyError where the cube lacks a rate."""
    cube = store.cube
    states = tuple(_state(store, place, lang) for place in BORDER_US)
    law_year = int(cube["measures"][f"law_{ASKED}"]["periods"][-1][1])
    traces, people, laws = store.card(cube["flows"]["source"]), store.card(PEOPLE), store.card(LAWS)
    when = period(*cube["flows"]["period"])
    people_year = int(cube["flows"]["period"][1])  # the pooled rate stands on its last year's residents
    rates = {state.place: number(state.rate, lang) for state in states}
    asked = next(s for s in reversed(states) if s.provisions[PROVISIONS.index(ASKED)])
    return BorderRates(
        states,
        law_year,
        people_year,
        text("home.rates.lede", lang, period=when, law_year=law_year),
        text("home.rates.summary", lang, list="; ".join(f"{s.name} {rates[s.place]}" for s in states)),
        text("home.rates.answer", lang, state=asked.name, law_year=law_year, rate=rates[asked.place]),
        text("home.rates.answer.more", lang, law_year=law_year),
        text(
            "home.rates.source",
            lang,
            traces=cite(traces, lang),
            people=cite(people, lang),
            laws=cite(laws, lang),
            traced=number(cube["flows"]["traced"], lang),
            period=when,
            people_year=people_year,
        ),
    )
