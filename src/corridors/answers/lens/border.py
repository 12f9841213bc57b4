"""Ports of entry of the district, what crosses there, what was seized on its way out, and the published routes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corridors.answers.lens.here import Here, Row, records
from corridors.answers.lens.seized import seized
from corridors.answers.lens.shape import Figure, Section, ordered
from corridors.model.kinds import Kind
from corridors.store import Store

CROSSINGS: Final = "border_crossings_year"
ROUTES: Final = "published_routes"
PORTS: Final = "ports_of_entry"
COUNTED: Final = {"trucks": "Trucks", "personal_vehicles": "Personal Vehicles", "pedestrians": "Pedestrians"}
YEAR: Final = 12  # months of a whole year


def border(here: Here) -> Section:
    """Ports and corridors. A district without a port says so; guns go south and entries north: a proxy of capacity."""
    figures = [*_ports(here), *_crossings(here), *seized(here), *_routes(here)]
    return ordered(figures, "border", here.say("section.border"))


def _ports(here: Here) -> Iterator[Figure]:
    label, city = here.say("ports"), here.office.city
    if not here.ports:
        yield here.absent("ports", label, city, here.say("ports.none"))
        return
    inside = {port.id for port in here.ports}
    rows = [row for row in records(here.store, PORTS) if f"P-{row['poe_id']}" in inside]
    yield here.figure(
        "ports", label, here.counted(len(here.ports), "ports"), ("district", city),
        here.say("base.ports"), here.say("today"), (Kind.DERIVED, rows),
    )  # fmt: skip


def _crossings(here: Here) -> Iterator[Figure]:
    """Entries at the district's ports in the last whole year, by kind."""
    for name, measure in COUNTED.items():
        rows = [row for row in _last_year(here.store, measure) if row["port_code"] in here.gates]
        if not rows:
            continue
        total = sum(row["value"] for row in rows)
        part = "" if all(row["months_in_year"] == YEAR for row in rows) else " " + here.say("crossings.part")
        yield here.figure(
            f"crossings-{name}", here.say(f"crossings.{name}"), here.counted(total, "entries"),
            ("district", here.office.city), here.say("base.crossings") + part, str(rows[0]["year"]),
            (Kind.DERIVED, rows),
        )  # fmt: skip


@lru_cache(maxsize=8)
def _last_year(store: Store, measure: str) -> tuple[Row, ...]:
    """The rows of a measure, a port each, in the last year of which any port has every month."""
    table = store.table(CROSSINGS)
    table = table[table["measure"] == measure]
    last = table.loc[table["months_in_year"] == YEAR, "year"].max()
    rows: list[Row] = table[table["year"] == last].to_dict("records")
    return tuple(rows)


def _routes(here: Here) -> Iterator[Figure]:
    """The routes that Mexico's authorities published and that start in the district, each with its way."""
    starts = here.within("route")
    rows = records(here.store, ROUTES)
    for row in rows:
        if row["kind"] != "US origin" or row["waypoint"] not in starts:
            continue
        way = [one for one in rows if (one["set"], one["corridor_id"]) == (row["set"], row["corridor_id"])]
        stops = [here.called(one["waypoint"]) for one in sorted(way, key=lambda one: int(one["seq"]))]
        yield here.figure(
            f"route-{row['corridor_id']}", here.say("route", start=stops[0], end=stops[-1]),
            here.counted(len(stops), "places"), ("district", here.called(row["waypoint"])),
            here.say("base.route", way=" → ".join(stops)), here.say("route.when"), (Kind.OBSERVED, way),
        )  # fmt: skip
