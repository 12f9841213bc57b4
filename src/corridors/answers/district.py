"""The consulates, the extent of their districts, and how well each is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from corridors.answers.home import cite, name
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

PREFIX: Final = "D-"
EXTENT: Final = "DISTRICTS_COMPILED"  # the card of the table of counties
# How each quality of the compiled table is told, from the surest to the least sure.
QUALITIES: Final = {
    "sourced_explicit": "county",
    "sourced_service_evidence": "county",
    "sourced_statewide": "statement",
    "sourced_dated": "statement",
    "seat_inferred": "seat",
    "from_memory_unverified": "memory",
    "": "assigned",  # no row reaches the county: it goes to the nearest consulate in its state
}
GROUPS: Final = tuple(dict.fromkeys(QUALITIES.values()))
APPROXIMATE: Final = ("memory", "assigned")
_USPS: Final = dict(
    re.findall(
        r"(\d\d)([A-Z]{2})",
        "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA "
        "26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX "
        "49UT 50VT 51VA 53WA 54WV 55WI 56WY",
    )
)  # the first two digits of a county's FIPS code


@dataclass(frozen=True)
class Office:
    """A consulate: the id of its district (`D-…`), its names, its city and the state where it stands, its point."""

    id: str
    name: str
    city: str
    state: str
    lon: float
    lat: float


@dataclass(frozen=True)
class District:
    """One district: its states, its counties by how they are known, and where that is from."""

    office: Office
    states: tuple[str, ...]
    counties: Mapping[str, tuple[str, ...]]
    source: str

    @property
    def size(self) -> int:
        """The number of its counties."""
        return sum(map(len, self.counties.values()))


def offices(store: Store, lang: str) -> tuple[Office, ...]:
    """Every consulate in the US, in alphabetical order of its city."""
    named = "name_es" if lang == "es" else "name_en"
    found = [
        Office(row["id"], row[named], row["city"], row["state"], float(row["lon"]), float(row["lat"]))
        for row in store.web_json("layers")["consulates"]
    ]
    return tuple(sorted(found, key=lambda office: office.city))


def by_state(store: Store, lang: str) -> tuple[tuple[str, tuple[Office, ...]], ...]:
    """The consulates grouped by the state where they stand: (name of the state, offices), in alphabetical order."""
    names = store.cube["names"]
    told = {
        office.id: name(store, office.state, lang) if office.state in names else text("home.district.pr", lang)
        for office in offices(store, lang)
    }
    ordered = sorted(offices(store, lang), key=lambda office: (told[office.id], office.city))
    return tuple((state, tuple(group)) for state, group in groupby(ordered, key=lambda office: told[office.id]))


def find(store: Store, id: str, lang: str) -> Office | None:
    """The consulate of a district's id, or None."""
    return next((office for office in offices(store, lang) if office.id == id), None)


def county_qualities(store: Store, counties: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Counties (`US-06073`) by how their district is known (GROUPS). A row that names a county wins over `*`."""
    named, states = _rules(store)
    found: dict[str, list[str]] = {group: [] for group in GROUPS}
    for county in counties:
        fips = county.removeprefix("US-")
        quality = named.get(fips) or states.get(_USPS[fips[:2]], "")
        found[QUALITIES[quality]].append(county)
    return {group: tuple(members) for group, members in found.items()}


@lru_cache(maxsize=4)
def _rules(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    """The quality of each county that a row names, and of each state that a row gives as a whole."""
    rules = store.table("consular_district_counties")
    whole = rules[rules["county_name"] == "*"]
    return (
        dict(zip(rules["county_fips"], rules["quality"], strict=True)),
        dict(zip(whole["state_usps"], whole["quality"], strict=True)),
    )


def district(store: Store, office: Office, lang: str) -> District | None:
    """The district of a consulate, or None where no county is known (San Juan)."""
    row: dict[str, Any] | None = store.web_json("districts").get(office.id)
    if row is None:
        return None
    return District(
        office,
        tuple(row["states"]),
        county_qualities(store, tuple(row["counties"])),
        text("home.district.extent.source", lang, cite=cite(store.card(EXTENT), lang)),
    )


def known(view: ViewState, store: Store) -> tuple[ViewState, tuple[str, ...]]:
    """The view through the consulates that there are, and the names in its lens that are none of theirs."""
    there = {row["id"] for row in store.web_json("layers")["consulates"]}
    lost = tuple(one.removeprefix(PREFIX) for one in view.lens if one not in there)
    return replace(view, lens=tuple(one for one in view.lens if one in there)), lost


def cities(view: ViewState, store: Store) -> tuple[str, ...]:
    """The cities of the consulates of the lens; a name that is none of theirs is left out."""
    found = (find(store, id, view.lang) for id in view.lens)
    return tuple(office.city for office in found if office is not None)
