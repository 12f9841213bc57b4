"""What a district is: its states and counties, the role of its office, and what it rests on that nobody confirmed."""

from typing import Any

from corridors.answers.district import APPROXIMATE, Office, county_qualities
from corridors.answers.lens.here import Here
from corridors.answers.lens.shape import Role
from corridors.store import Store
from corridors.text.formats import number


def here_of(store: Store, office: Office, lang: str) -> Here:
    """Where the lens of an office looks."""
    row: dict[str, Any] = store.web_json("districts").get(office.id, {"states": (), "counties": ()})
    return Here(store, office, lang, tuple(row["states"]), frozenset(row["counties"]))


def role(here: Here) -> Role:
    """`border` where a port of entry lies in the district or the list of offices says so; `capital` where the office
    stands in the capital of its state, or in Washington; else `other`."""
    rows = here.store.web_json("layers")
    listed = {row["id"] for row in rows["consulates"] if row["border"] == "yes"}
    if here.ports or here.office.id in listed:
        return "border"
    capitals = {(row["name_en"], row["state"]) for row in rows["cities"] if row["capital"]}
    return "capital" if (here.office.city, here.office.state) in capitals else "other"


def unverified(here: Here) -> tuple[bool, str]:
    """Whether counties are approximate, and with counts what is from memory, assigned by nearness, or the seat only."""
    groups = county_qualities(here.store, tuple(sorted(here.counties)))
    counts = {group: len(groups[group]) for group in ("memory", "assigned", "seat")}
    parts = [
        here.say(f"unverified.{group}", count=number(count, here.lang)) for group, count in counts.items() if count
    ]
    rough = any(counts[group] for group in APPROXIMATE)
    if not parts:
        return rough, ""
    return rough, here.say("unverified", all=number(len(here.counties), here.lang), parts="; ".join(parts))
