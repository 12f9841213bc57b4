"""What the first view says: the sentence, the ladder of bases and the flows, all from the store."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.model.places import BORDER_US
from corridors.store import Store
from corridors.text import cards, text
from corridors.text.formats import day, number, percent, period

Role = Literal["source", "other", "pair", "rest"]


@dataclass(frozen=True)
class Flow:
    """One band or arrow. `count` and `base` are guns; an empty origin or destination is "all other"."""

    id: str
    role: Role
    count: int
    base: int
    kind: Kind
    origin: str = ""
    destination: str = ""

    @property
    def share(self) -> float:
        """The count in percent of its base."""
        return 100 * self.count / self.base


@dataclass(frozen=True)
class Rung:
    """One step of the ladder of bases: guns, the words beside them, and the share of the rung above (percent)."""

    key: str
    count: int
    words: str
    share: float | None = None


@dataclass(frozen=True)
class Greeting:
    """The sentence of the first view and what must stand beside it."""

    sentence: str
    source: str
    caveat: str
    citation: str


def name(store: Store, place: str, lang: str) -> str:
    """The name of a state in a language. Raises KeyError for a place that the cube does not know."""
    return str(store.cube["names"][place][1 if lang == "es" else 0])


def acronym(card: Card, lang: str) -> str:
    """Who published it in a language, by the acronym where there is one."""
    named = cards.publisher(card, lang)
    found = re.search(r"\(([A-Z]{2,7})\)$", named)
    return found.group(1) if found else named


def cite(card: Card, lang: str) -> str:
    """Publisher, document, whether it was read second-hand, and its date (where its title does not say it)."""
    try:
        written = date.fromisoformat(card.published)
        when = "" if str(written.year) in card.document else text("home.date", lang, date=day(written, lang))
    except ValueError:
        when = ""  # "2020 edition": the document's own words say it
    through = text("home.press", lang) if card.via_press else ""
    return text(
        "home.cite", lang, publisher=acronym(card, lang), document=cards.document(card, lang), press=through, date=when
    )


def flows(cube: Mapping[str, Any]) -> tuple[Flow, ...]:
    """The bands (base: led to a US buyer) from west to east, then the pairs and the rest (base: known recovery)."""
    data = cube["flows"]
    traced, known = data["traced"], data["with_recovery_state"]
    counts = dict(data["sources"])
    bands = [Flow(f"S-{place}", "source", counts[place], traced, Kind.OBSERVED, place) for place in BORDER_US]
    bands.append(Flow("S-OTHER", "other", data["other_sources"], traced, Kind.DERIVED))
    pairs = [Flow(f"{a}>{b}", "pair", n, known, Kind.OBSERVED, a, b) for a, b, n in data["pairs"]]
    rest = Flow("OTHER", "rest", data["other_pairs"], known, Kind.DERIVED)
    return (*bands, *sorted(pairs, key=lambda flow: -flow.count), rest)


def greeting(store: Store, lang: str, instead: str = "") -> Greeting:
    """The first sentence, with its base, its source line and the citation that a copy carries. `instead`: a sentence of
    the same data in its place, such as that of a district."""
    data = store.cube["flows"]
    card = store.card(data["source"])
    years = period(*data["period"])
    share = percent(100 * data["border_total"] / data["traced"], lang)
    traced = number(data["traced"], lang)
    sentence = instead or text(
        "home.sentence",
        lang,
        submitted=number(data["submitted"], lang),
        period=years,
        traced=traced,
        border=number(data["border_total"], lang),
        share=share,
    )
    if instead:
        source = text("home.source.district", lang, cite=cite(card, lang), traced=traced, period=years)
    else:
        source = text("home.source", lang, cite=cite(card, lang), share=share, traced=traced, period=years)
    return Greeting(sentence, source, text("home.caveat", lang), f"{sentence}\n{source} {card.url}")


def ladder(store: Store, lang: str) -> tuple[Rung, ...]:
    """The bases from the widest down; the last two rungs part the third."""
    data = store.cube["flows"]
    known, rest = data["with_recovery_state"], data["other_pairs"]
    steps = (
        ("submitted", data["submitted"], None),
        ("traced", data["traced"], data["submitted"]),
        ("known", known, data["traced"]),
        ("pairs", known - rest, known),
        ("rest", rest, known),
    )
    return tuple(
        Rung(key, count, text(f"home.ladder.{key}", lang), 100 * count / base if base else None)
        for key, count, base in steps
    )


def recovery_order(store: Store) -> tuple[str, ...]:
    """The Mexican states of recovery in the order that was printed: an order only, never a count."""
    return tuple(place for place, _ in sorted(store.cube["flows"]["ranks"], key=lambda pair: pair[1]))


def last_years(store: Store) -> dict[str, int]:
    """The last year that each kind of layer covers, by the name of its place in the quick answers."""
    measures = store.cube["measures"]
    layers = {
        "traces": "traced_to_mexico_per_100k",
        "checks": "checks_per_100k",
        "dealers": "dealers_per_100k",
        "laws": "law_universal",
        "homicides": "firearm_homicide_rate_sesnsp",
        "municipal": "municipal_homicides",
    }
    return {key: max(last for _, last in measures[id]["periods"]) for key, id in layers.items() if id in measures}
