"""Guns first sold in the district or its states and traced, and where they were recovered: only what is printed."""

from collections.abc import Iterator
from typing import Final

from corridors.answers.lens.here import Here, Row, records
from corridors.answers.lens.shape import Figure, Section, Tie, ordered
from corridors.model.kinds import Kind
from corridors.text.formats import number, percent, period

SOURCES: Final = "trace_source_places"
COUNTED: Final = ("traced_to_us_purchaser", "traced_to_us_purchase", "seized_us_long_guns_by_county")


def traces(here: Here) -> Section:
    """Guns traced: the district's cities and counties that are printed, then its states, their pairs and their rate."""
    found = [*_places(here), *_states(here), *_pairs(here), *_rates(here)]
    return ordered(found, "traces", here.say("section.traces"))


def ties(here: Here) -> tuple[Tie, ...]:
    """The Mexican states of the published pairs of the district's states, the largest first; then those that only its
    ports tie it to."""
    flows = here.store.cube["flows"]
    base = here.say("tie.base", base=number(flows["with_recovery_state"], here.lang), period=period(*flows["period"]))
    pairs = sorted((row for row in flows["pairs"] if row[0] in here.states), key=lambda row: -row[2])
    counted = [
        Tie(to, here.named(to), count, here.say("tie.from", place=here.named(origin), base=base))
        for origin, to, count in pairs
    ]
    known = {tie.place for tie in counted}
    beside = dict.fromkeys(port.mx for port in here.ports if port.mx not in known)
    return (*counted, *(Tie(to, here.named(to), None, here.say("tie.ports")) for to in beside))


def _places(here: Here) -> Iterator[Figure]:
    """Cities and counties of purchase. A number printed for several counties, of which the district has only some,
    stays one number, and is no number of the district."""
    inside = here.within("purchase")
    rows = [row for row in records(here.store, SOURCES) if row["source_area"] in inside and row["measure"] in COUNTED]
    if "all" not in inside.values():
        yield here.absent("place", here.say("traced.place"), here.office.city, here.say("traced.place.base"))
    for at, row in enumerate(rows):
        area, value = here.called(row["source_area"]), row["value"]
        whole = inside[row["source_area"]] == "all"
        label = here.say(f"traced.{row['measure']}", place=area)
        note = "" if whole else " " + here.say("traced.part")
        yield here.figure(
            f"place-{at}", label, here.counted(value, "guns"), ("district" if whole else "state", area),
            here.say(f"base.{row['measure']}", area=_area(here, row)) + note,
            period(int(row["year_start"]), int(row["year_end"])), (Kind(row["kind"]), [row]),
        )  # fmt: skip


def _area(here: Here, row: Row) -> str:
    return here.say("recovered.mx" if row["recovery_area"] == "Mexico" else "recovered.wider")


def _states(here: Here) -> Iterator[Figure]:
    """Each state's guns that led to a buyer there; "not published" for one that is part of "other states"."""
    flows = here.store.cube["flows"]
    counts = dict(map(tuple, flows["sources"]))
    when, traced = period(*flows["period"]), number(flows["traced"], here.lang)
    for state in here.states:
        label = here.say("traced.state", place=here.named(state))
        id = f"traced-{state}"
        if state not in counts:
            base = here.say("traced.state.none", number=number(flows["other_sources"], here.lang), traced=traced)
            yield here.absent(id, label, here.named(state), base, when)
            continue
        share = percent(100 * counts[state] / flows["traced"], here.lang)
        yield here.figure(
            id, label, here.counted(counts[state], "guns"), ("state", here.named(state)),
            here.say("base.traced", traced=traced, share=share), when,
            (Kind.OBSERVED, [{"source_id": flows["source"]}]),
        )  # fmt: skip


def _pairs(here: Here) -> Iterator[Figure]:
    """Where the guns of each state were recovered, pair by published pair."""
    flows = here.store.cube["flows"]
    when, base = period(*flows["period"]), number(flows["with_recovery_state"], here.lang)
    for state in here.states:
        pairs = [(to, count) for origin, to, count in flows["pairs"] if origin == state]
        if not pairs:
            label = here.say("pair.none", place=here.named(state))
            rest = here.say("pair.none.base", number=number(flows["other_pairs"], here.lang), base=base)
            yield here.absent(f"pair-{state}", label, here.named(state), rest, when)
        for to, count in pairs:
            share = percent(100 * count / flows["with_recovery_state"], here.lang, 1)
            yield here.figure(
                f"pair-{state}-{to}", here.say("pair", origin=here.named(state), to=here.named(to)),
                here.counted(count, "guns"), ("state", here.named(state)),
                here.say("base.pair", base=base, share=share), when, (Kind.OBSERVED, [{"source_id": flows["source"]}]),
            )  # fmt: skip


def _rates(here: Here) -> Iterator[Figure]:
    """Traced guns per 100,000 people of each state."""
    yield from here.measured("traced_to_mexico_per_100k")
