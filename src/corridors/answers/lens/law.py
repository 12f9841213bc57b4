"""Named law provisions of the district's states beside their neighbours', never a number of them, a grade or a rank."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any, Final

from corridors.answers.border import LAWS, PROVISIONS
from corridors.answers.lens.here import Here
from corridors.answers.lens.shape import Law, LawTable
from corridors.store import Store
from corridors.text import text

NAMED: Final = (*PROVISIONS[:4], "strawpurchase", "traffickingprohibited", *PROVISIONS[4:])
TABLE: Final = "us_gun_laws_state_year"
LEAST: Final = 2  # points that two outlines share where they share a border: one point is a corner
RECENT: Final = 5  # years back
Step = tuple[str, str, int, bool]  # state, provision, year, whether it came into force


def law_table(here: Here) -> LawTable | None:
    """The table in the last year; None for a consulate without a state of the fifty or the District of Columbia."""
    if not here.states:
        return None
    beside = [state for state in neighbours(here.store).get(here.office.state, ()) if state not in here.states]
    states = (*here.states, *beside)
    year, in_force, _ = _laws(here.store)
    laws = tuple(
        Law(name, text(f"law.{name}", here.lang), tuple(in_force.get((state, name)) for state in states))
        for name in NAMED
    )
    return LawTable(
        year, tuple((state, here.named(state)) for state in states), len(here.states), laws,
        here.say("base.law", year=year), (here.store.card(LAWS),),
    )  # fmt: skip


def law_changes(here: Here) -> Iterator[str]:
    """Provisions that came into force, or left it, in the district's states in the last RECENT years of the source."""
    for state, name, year, came in _laws(here.store)[2]:
        if state in here.states:
            key = "law.came" if came else "law.left"
            yield here.say(key, place=here.named(state), law=text(f"law.{name}", here.lang), year=year)


@lru_cache(maxsize=4)
def _laws(store: Store) -> tuple[int, dict[tuple[str, str], bool], tuple[Step, ...]]:
    """The last year, which provision each state has then (no entry: the source has no score for the District of
    Columbia, and that is not a no), and the steps of the last RECENT years."""
    table = store.table(TABLE)
    last = int(table["year"].max())
    recent = table[table["year"] >= last - RECENT].sort_values(["state_code", "year"])
    in_force: dict[tuple[str, str], bool] = {}
    steps: list[Step] = []
    for row in recent[["state_code", "year", *NAMED]].to_dict("records"):
        state, year = f"US-{row['state_code']}", int(row["year"])
        for name in NAMED:
            now = bool(row[name])
            if in_force.get((state, name), now) != now:
                steps.append((state, name, year, now))
            in_force[(state, name)] = now
    return last, in_force, tuple(steps)


@lru_cache(maxsize=4)
def neighbours(store: Store) -> dict[str, tuple[str, ...]]:
    """State -> the states that share a stretch of border with it, in alphabetical order of their ids.

    The outlines of the browser's map share their points along a common border; a single one is a corner.
    """
    points = {
        one["id"]: set(_points(one["geometry"]["coordinates"])) for one in store.web_json("us_states")["features"]
    }
    found: dict[str, list[str]] = {state: [] for state in points}
    for one, other in combinations(sorted(points), 2):
        if len(points[one] & points[other]) >= LEAST:
            found[one].append(other)
            found[other].append(one)
    return {state: tuple(sorted(beside)) for state, beside in found.items()}


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Every point of the nested rings of a geometry."""
    if isinstance(coordinates[0], int | float):
        yield (coordinates[0], coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)


def laws_of(store: Store, states: Sequence[str], lang: str) -> LawTable:
    """Named provisions of some states (`US-CA`), without a district and its neighbours."""
    year, in_force, _ = _laws(store)
    at = 1 if lang == "es" else 0
    laws = tuple(
        Law(name, text(f"law.{name}", lang), tuple(in_force.get((state, name)) for state in states)) for name in NAMED
    )
    named = tuple((state, str(store.cube["names"][state][at])) for state in states)
    base = text("lens.base.law", lang, year=year)
    return LawTable(year, named, 0, laws, base, (store.card(LAWS),))
