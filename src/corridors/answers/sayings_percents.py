"""Every percentage that a source prints or that this product works out of printed counts, with what it is a share of.

One number has several meanings: 74 % is three things. A meaning is what is counted and its base
(`percent.<meaning>`, `percent.<meaning>.base`); rows of the paper itself are left out.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from corridors.analysis.slices import national
from corridors.answers.home import acronym
from corridors.answers.printed import PAPER
from corridors.figures.rows import each
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import percent, period

# Table -> the measure of a row -> (meaning, the figure that shows it).
_PRINTED: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "trace_totals": {
        "us_sourced_share": ("us_sourced", "totals"),
        "traced_to_us_retailer_share": ("retailer", "ladder"),
        "trace_unsuccessful_share": ("unsuccessful", "ladder"),
        "us_sourced_purchaser_not_identified_share": ("no_buyer", "ladder"),
        "mexico_share_of_us_purchased_crime_guns_recovered_abroad": ("abroad", "totals"),
        "share_of_traced_last_sold_by_type": ("dealers", "totals"),
    },
    "trace_source_places": {
        "share_of_us_traced": ("first_sale", "origins"),
        "share_of_seized_us_guns": ("seized_us", "origins"),
        "share_of_traces_with_known_country_or_state": ("known_origin", "origins"),
        "share_of_illegal_flow": ("stated_flow", "origins"),
        "share_of_seized_guns_sold_there": ("counties", "origins"),
    },
    "trace_pairs": {"share_of_traced": ("pair", "pairs")},
    "trace_types": {
        f"share_{kind}": (kind, "firepower")
        for kind in ("rifles", "handguns", "long_guns", "pistols", "revolvers", "shotguns")
    },
    "mx_homicides_national_year": {
        f"firearm_share_of_homicides_{series}": (f"homicides_{series}", "homicides")
        for series in ("inegi", "inegi_preliminary", "sesnsp", "death_register", "sesnsp_old_series", "cni_report")
    },
    "flow_estimates": {
        "share of US firearm sales destined for Mexico": ("sales", "flow_estimates"),
        "share of US FFLs depending on Mexican demand": ("sellers", "flow_estimates"),
    },
    "world_firearms": {
        "share_world_civilian_firearms": ("world", "world"),
        "share_world_population": ("people", "world"),
        "share_world_mass_shooters": ("shooters", "world_shooters"),
        "share_world_mass_public_shooters": ("shooters", "world_shooters"),
    },
}  # fmt: skip
# What another column of a row makes of its meaning.
_PARTS: Final = {"FFL manufacturers": "makers", "GAO-09-709": "seized_and_traced"}
_AREAS: Final = {
    "four southwest border states": "border",
    "Arizona+California+New Mexico": "three",
    "10 US counties": "counties",
}
_MEASURES: Final = ("firearm_share_of_known_sesnsp", "known_weapon_share_sesnsp")
_COUNTED: Final = ("recovered_submitted_for_tracing", "trace_requests")


@dataclass(frozen=True)
class Percent:
    """One percentage: its meaning, what it is of (a place, an edition; "" where the meaning says it), when, the
    publisher, whether it was read second-hand, and the figure that shows it."""

    value: float
    meaning: str
    of: str
    when: str
    publisher: str
    press: bool
    figure: str

    @property
    def whole(self) -> int:
        """In whole percent, as people say it."""
        return math.floor(self.value + 0.5)

    def line(self, lang: str) -> str:
        """The percentage with its period, what it is of and who printed it."""
        digits = 0 if float(self.value).is_integer() else 1
        parts = [self.of, self.when, self.publisher + (f" ({text('fig.card.via_press', lang)})" if self.press else "")]
        return f"{percent(self.value, lang, digits)}: {', '.join(part for part in parts if part)}"


@dataclass(frozen=True)
class Meaning:
    """One thing that a percentage means: what is counted, on which base, its lines, the figure that shows it."""

    id: str
    what: str
    base: str
    figure: str
    lines: tuple[str, ...]


def percents(store: Store, lang: str) -> tuple[Percent, ...]:
    """Every percentage of the facts in a language; the same value of one meaning, place and period stands once."""
    return store.kept(f"percents {lang}", lambda: _unique(_all(store, lang)))


def meanings(store: Store, lang: str) -> dict[int, tuple[Meaning, ...]]:
    """The meanings of each whole percentage, in the order of the tables."""
    found: dict[int, dict[str, list[Percent]]] = {}
    for one in percents(store, lang):
        found.setdefault(one.whole, {}).setdefault(one.meaning, []).append(one)
    return {whole: tuple(_meaning(id, rows, lang) for id, rows in groups.items()) for whole, groups in found.items()}


def _meaning(id: str, rows: list[Percent], lang: str) -> Meaning:
    words = (text(f"percent.{id}", lang), text(f"percent.{id}.base", lang))
    return Meaning(id, *words, rows[0].figure, tuple(row.line(lang) for row in rows))


def _unique(found: Iterable[Percent]) -> tuple[Percent, ...]:
    kept: dict[tuple[str, str, str, int], Percent] = {}
    for one in found:
        kept.setdefault((one.meaning, one.of, one.when, one.whole), one)
    return tuple(kept.values())


def _all(store: Store, lang: str) -> Iterator[Percent]:
    yield from _derived(store, lang)
    for table, measures in _PRINTED.items():
        rows = store.table(table)
        for row in each(rows[rows["measure"].isin(list(measures)) & (rows["source_id"] != PAPER)]):
            yield _printed(store, row, measures[row.measure], lang)
    for measure in _MEASURES:
        yield from _national(store, measure, lang)


def _printed(store: Store, row: Any, meant: tuple[str, str], lang: str) -> Percent:
    card = store.card(row.source_id)
    part = getattr(row, "source_area", "")
    meaning = _PARTS.get(part, _PARTS.get(getattr(row, "edition", ""), meant[0]))
    press = getattr(row, "via_press", "no") == "yes" or card.via_press
    when = _when(row, lang)
    return Percent(float(row.value), meaning, _of(row, store, lang), when, acronym(card, lang), press, meant[1])


def _of(row: Any, store: Store, lang: str) -> str:
    """The place of purchase of a row: a state by its name, several states in the words of `_AREAS`."""
    if state := getattr(row, "us_state_code", ""):
        return str(store.cube["names"][f"US-{state}"][1 if lang == "es" else 0])
    area = getattr(row, "source_area", "") if hasattr(row, "us_state_code") else ""
    return text(f"percent.area.{_AREAS[area]}", lang) if area in _AREAS else ""


def _when(row: Any, lang: str) -> str:
    if hasattr(row, "year_start"):
        return "" if pd.isna(row.year_start) else period(int(row.year_start), int(row.year_end))
    part = getattr(row, "period", "year")
    year = str(getattr(row, "year", ""))
    if part == "Jan-Jun":
        return text("percent.half", lang, year=year)
    return year if part == "year" else f"{year} {part}".strip()


def _derived(store: Store, lang: str) -> Iterator[Percent]:
    """US-sourced shares from two printed counts of one edition and period, then the shares of the flows."""
    rows = store.table("trace_totals")
    rows = rows[(rows["recovery_area"] == "Mexico") & (rows["source_id"] != PAPER) & (rows["edition"] != "other")]
    for _, part in rows.groupby(["edition", "year_start", "year_end"], sort=False):
        whole, sourced = part[part["measure"].isin(_COUNTED)], part[part["measure"] == "us_sourced"]
        if len(whole) and len(sourced):
            last = next(each(sourced))
            card, value = store.card(last.source_id), 100 * float(last.value) / float(whole["value"].iloc[0])
            press = last.via_press == "yes"
            yield Percent(value, "us_sourced", "", _when(last, lang), acronym(card, lang), press, "totals")
    yield from _of_flows(store, lang)


def _of_flows(store: Store, lang: str) -> Iterator[Percent]:
    """Shares of the guns that led to a buyer, by place and by pair, and those of wider bases."""
    flows = store.cube["flows"]
    card, when = store.card(flows["source"]), period(*flows["period"])
    names, at = store.cube["names"], 1 if lang == "es" else 0
    submitted, traced, known = flows["submitted"], flows["traced"], flows["with_recovery_state"]
    found = [
        (traced / submitted, "buyer", "", "ladder"),
        (flows["border_total"] / submitted, "border_submitted", "", "origins"),
        *((guns / traced, "first_sale", str(names[place][at]), "origins") for place, guns in flows["sources"]),
        *((guns / known, "pair", f"{names[a][at]} → {names[b][at]}", "pairs") for a, b, guns in flows["pairs"]),
    ]
    for share, meaning, of, figure in found:
        yield Percent(100 * share, meaning, of, when, acronym(card, lang), card.via_press, figure)


def _national(store: Store, id: str, lang: str) -> Iterator[Percent]:
    """The national values of a share that the map shows."""
    measure = store.cube["measures"].get(id)
    if measure is None:
        return
    card = store.card(measure["sources"][0])
    for at, span in enumerate(measure["periods"]):
        value = national(measure, [at]).value
        if value is not None:
            of = text("say.country.MX", lang)
            yield Percent(float(value), id, of, period(*span), acronym(card, lang), card.via_press, "map-mx")
