"""What the page of a consular district says: the offices, a district's extent and quality, its states' figures."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from corridors.analysis.slices import cell
from corridors.answers.home import cite, name
from corridors.model.kinds import Kind, Status
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, period

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
MEASURES: Final = (
    "traced_to_mexico",
    "traced_to_mexico_per_100k",
    "exported_per_100k",
    "checks_per_100k",
    "dealers_per_100k",
    "law_universal",
)
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
class Column:
    """One published figure of states: its words, its period, and its kind."""

    measure: str
    words: str
    period: str
    kind: Kind


@dataclass(frozen=True)
class District:
    """One district: its states, its counties by how they are known, and a table of its states' figures."""

    office: Office
    states: tuple[str, ...]
    counties: Mapping[str, tuple[str, ...]]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[str | None, ...]], ...]
    extent_source: str
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
    rules = store.table("consular_district_counties")
    named = dict(zip(rules["county_fips"], rules["quality"], strict=True))
    whole = rules[rules["county_name"] == "*"]
    states = dict(zip(whole["state_usps"], whole["quality"], strict=True))
    found: dict[str, list[str]] = {group: [] for group in GROUPS}
    for county in counties:
        fips = county.removeprefix("US-")
        quality = named.get(fips) or states.get(_USPS[fips[:2]], "")
        found[QUALITIES[quality]].append(county)
    return {group: tuple(members) for group, members in found.items()}


def _columns(store: Store, lang: str) -> tuple[Column, ...]:
    measures = store.cube["measures"]
    return tuple(
        Column(id, text(f"measure.{id}.name", lang), period(*measures[id]["periods"][-1]), Kind(measures[id]["kind"]))
        for id in MEASURES
        if id in measures
    )


def _value(store: Store, measure: str, state: str, lang: str) -> str | None:
    """The last published value of a state, as text, or None where nothing is published."""
    found = store.cube["measures"][measure]
    at = store.cube["places"]["US"].index(state)
    value = cell(found, [len(found["periods"]) - 1], at)
    if value.value is None:
        return None
    if found["shape"] == "flag":
        return text("home.rates.yes" if value.status is Status.VALUE else "home.rates.no", lang)
    return number(value.value, lang, found["digits"])


def district(store: Store, office: Office, lang: str) -> District | None:
    """The district of a consulate, or None where no county is known (San Juan)."""
    row: dict[str, Any] | None = store.web_json("districts").get(office.id)
    if row is None:
        return None
    columns = _columns(store, lang)
    rows = tuple(
        (name(store, state, lang), tuple(_value(store, column.measure, state, lang) for column in columns))
        for state in row["states"]
    )
    used = Counter(source for column in columns for source in store.cube["measures"][column.measure]["sources"])
    documents = "; ".join(cite(store.card(source), lang) for source in used)
    return District(
        office,
        tuple(row["states"]),
        county_qualities(store, tuple(row["counties"])),
        columns,
        rows,
        text("home.district.extent.source", lang, cite=cite(store.card(EXTENT), lang)),
        text("home.district.source", lang, documents=documents),
    )
