"""The one sentence of the evidence page, composed from the view and the cube.

The browser repeats it without a request (`assets/js/30-say.js`), from the same templates; a contract
test compares the two over many views. Exports and the command line use this one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corridors.analysis.slices import Cell, Resolution, cell, latest_only, national, resolve
from corridors.model.kinds import Status
from corridors.model.places import is_district
from corridors.model.view import ViewState
from corridors.text import text
from corridors.text.formats import number, percent, period

Total = tuple[int, int, int, int | None, str]  # first, last, submitted, US-sourced, edition
SHOWN = 3  # places that the sentence names, at most


@dataclass(frozen=True)
class Scene:
    """What the sentence reads: the view, the cube, totals by period and the districts' states."""

    view: ViewState
    cube: Mapping[str, Any]
    totals: Sequence[Total]
    districts: Mapping[str, Mapping[str, Any]]

    def say(self, key: str, **values: str) -> str:
        """A part of the sentence in the view's language."""
        return text(f"say.{key}", self.view.lang, **values)

    @property
    def origins(self) -> tuple[str, ...]:
        """The US places that are followed: those selected, else the lens. A district without states is none."""
        return tuple(one for one in self.view.followed if not is_district(one) or states_of(one, self.districts))

    @property
    def bare(self) -> tuple[str, ...]:
        """The consulates followed that have no district."""
        return tuple(one for one in self.view.followed if one in self.districts and one not in self.origins)

    def name(self, place: str) -> str:
        """The name of a state or of a consular district in the view's language."""
        at = 1 if self.view.lang == "es" else 0
        if place in self.districts:
            return str(self.districts[place]["city"])
        names = self.cube["names"].get(place)
        return str(names[at]) if names else place

    def n(self, value: float, digits: int = 0) -> str:
        """A number in the view's language."""
        return number(value, self.view.lang, digits)

    def share(self, part: float, whole: float) -> str:
        """A share in whole percent."""
        return percent(part / whole * 100, self.view.lang)


def sentence(scene: Scene) -> str:
    """The sentence: what traces say, then what each map's measure says, of what is selected."""
    return " ".join([*_traces(scene), *_measure(scene, "us"), *_measure(scene, "mx")])


def map_sentence(scene: Scene, side: str) -> str:
    """The part of the sentence that is of one map: what its measure says, or the traces where it shows them."""
    return " ".join([*_measure(scene, side)] or [*_traces(scene)])


def of_traces(scene: Scene) -> str:
    """What traces say of the places followed, without the measures of the maps."""
    return " ".join(_traces(scene))


def total_for(totals: Sequence[Total], years: tuple[int, int]) -> Total | None:
    """The published total that answers for the years: the same period, else the narrowest that holds
    them, else the widest within them (the later of two)."""
    first, last = years
    exact = [row for row in totals if (row[0], row[1]) == years]
    holding = sorted((row for row in totals if row[0] <= first and row[1] >= last), key=lambda row: row[1] - row[0])
    inside = sorted(
        (row for row in totals if row[0] >= first and row[1] <= last), key=lambda row: (row[1] - row[0], row[1])
    )
    return exact[-1] if exact else holding[0] if holding else inside[-1] if inside else None


def _traces(scene: Scene) -> Iterator[str]:
    view, flows = scene.view, scene.cube["flows"]
    first, last = flows["period"]
    when = period(first, last)
    in_time = view.years[0] <= last and view.years[1] >= first
    yield from (scene.say("district_none", place=scene.name(place)) for place in scene.bare)
    if not scene.origins and not view.destinations:
        yield (
            _totals(scene, when)
            if not in_time
            else scene.say(
                "flows",
                submitted=scene.n(flows["submitted"]),
                traced=scene.n(flows["traced"]),
                border=scene.n(flows["border_total"]),
                share=scene.share(flows["border_total"], flows["traced"]),
                period=when,
            )
        )
        return
    if not in_time:
        yield scene.say("flows_only", period=when)
        return
    for place in scene.origins[:SHOWN]:
        yield from _origin(scene, place, when)
    for place in view.destinations[:SHOWN]:
        yield from _destination(scene, place, when)


def _totals(scene: Scene, when: str) -> str:
    row = total_for(scene.totals, scene.view.years)
    if row is None:
        return scene.say("totals_none", period=period(*scene.view.years))
    first, last, submitted, sourced, edition = row
    values = {"period": period(first, last), "submitted": scene.n(submitted), "edition": edition}
    if sourced is None:
        return scene.say("totals_submitted", **values)
    return scene.say("totals", sourced=scene.n(sourced), share=scene.share(sourced, submitted), **values)


def states_of(place: str, districts: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The states that a selected US place stands for: itself, or a district's states (none for an unknown one)."""
    return list(districts.get(place, {"states": ()})["states"]) if is_district(place) else [place]


def _origin(scene: Scene, place: str, when: str) -> Iterator[str]:
    flows = scene.cube["flows"]
    states = states_of(place, scene.districts)
    if place in scene.districts:
        yield scene.say("district", place=scene.name(place), states=", ".join(map(scene.name, states)))
    counts = dict(map(tuple, flows["sources"]))
    traced = scene.n(flows["traced"])
    for state in states[:SHOWN]:
        if state in counts:
            yield scene.say(
                "origin",
                traced=traced,
                period=when,
                number=scene.n(counts[state]),
                share=scene.share(counts[state], flows["traced"]),
                place=scene.name(state),
            )
        else:
            yield scene.say(
                "origin_none",
                place=scene.name(state),
                number=scene.n(flows["other_sources"]),
                traced=traced,
                period=when,
            )
        if not scene.view.destinations:
            pairs = [f"{scene.name(d)} {scene.n(count)}" for o, d, count in flows["pairs"] if o == state]
            if pairs:
                yield scene.say("origin_pairs", place=scene.name(state), list=", ".join(pairs))
            elif state in counts:
                yield scene.say("origin_pairs_none", place=scene.name(state))


def _destination(scene: Scene, place: str, when: str) -> Iterator[str]:
    flows = scene.cube["flows"]
    origins = [s for o in scene.origins[:SHOWN] for s in states_of(o, scene.districts)[:SHOWN]]
    base = {"base": scene.n(flows["with_recovery_state"]), "period": when}
    pairs = {(o, d): count for o, d, count in flows["pairs"]}
    for origin in origins:
        count = pairs.get((origin, place))
        ends = {"origin": scene.name(origin), "place": scene.name(place)}
        if count is None:
            yield scene.say("pair_none", number=scene.n(flows["other_pairs"]), **ends)
        else:
            share = scene.share(count, flows["with_recovery_state"])
            yield scene.say("pair", number=scene.n(count), share=share, **base, **ends)
    if origins:
        return
    for (origin, to), count in pairs.items():
        if to == place:
            share = scene.share(count, flows["with_recovery_state"])
            ends = {"origin": scene.name(origin), "place": scene.name(place)}
            yield scene.say("pair", number=scene.n(count), share=share, **base, **ends)
    ranks = dict(map(tuple, flows["ranks"]))
    if place in ranks:
        yield scene.say("dest_rank", place=scene.name(place), rank=str(ranks[place]), period=when)
    else:
        yield scene.say("dest_none", place=scene.name(place), period=when)


def _measure(scene: Scene, side: str) -> Iterator[str]:
    view = scene.view
    id = view.us if side == "us" else view.mx
    measure = scene.cube["measures"].get(id)
    if measure is None or id.startswith("traced_to_mexico"):
        return
    found = resolve(measure["periods"], view.years, latest_only(measure))
    label = text(f"measure.{id}.name", view.lang)
    if not found.indexes:
        yield scene.say("measure_none", measure=label, period=period(*view.years))
        return
    when = _when(scene, measure, found)
    places = scene.origins if side == "us" else view.destinations
    states = [s for p in places[:SHOWN] for s in states_of(p, scene.districts)[:SHOWN]]
    order = scene.cube["places"][measure["country"]]
    states = [s for s in states if s in order and measure["level"] == "state"]
    for state in states:
        yield _at(scene, id, measure, cell(measure, found.indexes, order.index(state)), state, when)
    if not states:
        yield from _whole(scene, id, measure, found, when)


def _when(scene: Scene, measure: Mapping[str, Any], found: Resolution) -> str:
    """The period of a value; where its source prints months, as it prints them."""
    labels = measure.get("labels_es" if scene.view.lang == "es" else "labels")
    label = labels[found.indexes[0]] if labels and len(found.indexes) == 1 else None
    return str(label or period(found.first, found.last))


def value_text(scene: Scene, id: str, measure: Mapping[str, Any], value: float) -> str:
    """A value with its unit: `25.5 per 100,000 people`, `76.1 %`, `492 guns`."""
    lang = scene.view.lang
    if measure["shape"] == "share":
        return percent(value, lang, measure["digits"])
    return f"{number(value, lang, measure['digits'])} {text(f'measure.{id}.unit', lang)}"


def _at(scene: Scene, id: str, measure: Mapping[str, Any], found: Cell, place: str, when: str) -> str:
    label = text(f"measure.{id}.name", scene.view.lang)
    values = {"place": scene.name(place), "measure": label, "period": when}
    if found.value is None:
        return scene.say("measure_suppressed" if found.status is Status.SUPPRESSED else "measure_missing", **values)
    if measure["shape"] == "flag":
        return scene.say("law_yes" if found.value else "law_no", **values)
    return scene.say("measure_at", value=value_text(scene, id, measure, found.value), **values)


def _whole(scene: Scene, id: str, measure: Mapping[str, Any], found: Resolution, when: str) -> Iterator[str]:
    label = text(f"measure.{id}.name", scene.view.lang)
    if measure["shape"] == "flag":
        flags = [flag for flag in measure["num"][found.indexes[-1]] if flag is not None]
        yield scene.say("law_count", number=str(sum(flags)), total=str(len(flags)), period=when, measure=label)
        return
    whole = national(measure, found.indexes)
    if whole.value is not None:
        country = scene.say("country." + measure["country"])
        value = value_text(scene, id, measure, whole.value)
        yield scene.say("measure_national", country=country, value=value, period=when, measure=label)
