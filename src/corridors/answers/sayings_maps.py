"""What a claim card rests on, whatever its figure: for charts, for the maps, and for pages without a chart."""

from dataclasses import dataclass
from typing import Final

from corridors.analysis.slices import latest_only, resolve
from corridors.answers.chart import Chart
from corridors.answers.charts import page_of
from corridors.answers.corridors import ASSET, dial, sentence
from corridors.answers.evidence import Scene, map_sentence
from corridors.answers.home import greeting
from corridors.answers.page_config import districts, totals
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.model.measures import BY_ID, Measure
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent, period

MAPS: Final = ("map-us", "map-mx", "map-both")
# Words of a measure: by what its id holds, else by its group.
_BY_ID: Final = (("checks", "checks"), ("dealers", "dealers"), ("licences", "dealers"), ("exported", "exported"))
_BY_GROUP: Final = {
    "traces": "traced", "law": "laws", "sesnsp": "victims", "sesnsp_cases": "cases", "inegi": "deaths",
    "register": "deaths", "secured": "secured",
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A figure as its card needs it: the topic of its words, what it says, its base, period, kind and sources, the
    ids of those read second-hand, its page, and what it does not show beside what its topic says."""

    name: str
    topic: str
    title: str
    say: str
    base: str
    period: str
    kind: Kind
    cards: tuple[Card, ...]
    press: frozenset[str]
    page: str
    more: tuple[str, ...] = ()


def elsewhere(store: Store) -> tuple[str, ...]:
    """The names of figures that are neither charts nor maps of the evidence page."""
    return ("home", "corridors") if store.has_web(ASSET) else ("home",)


def topic_of(measure: Measure) -> str:
    """The words that a measure's card has."""
    known = next((topic for part, topic in _BY_ID if part in measure.id), "")
    return known or _BY_GROUP.get(measure.group, "towns")


def of_chart(chart: Chart) -> Shown:
    """A chart, with its summary as what it says."""
    return Shown(
        chart.name, chart.name, chart.title, chart.summary, chart.base, chart.period, chart.kind,
        chart.sources, chart.press, page_of(chart.name),
    )  # fmt: skip


def shown(name: str, view: ViewState, store: Store) -> Shown:
    """A map, the greeting of the first page, or the estimated corridors. KeyError for any other name."""
    if name == "corridors":
        return _corridors(view, store)
    if name in ("home", "map-both"):
        return _greeting(name, view, store)
    return _map(name, view, store)


def _map(name: str, view: ViewState, store: Store) -> Shown:
    side, lang = name.removeprefix("map-"), view.lang
    measure = BY_ID[view.us if side == "us" else view.mx]
    data = store.cube["measures"][measure.id]
    at = resolve(data["periods"], view.years, latest_only(data))
    scene = Scene(view, store.cube, totals(store), districts(store))
    cards = tuple(store.card(id) for id in measure.sources)
    press = frozenset(card.id for card in cards if card.via_press)
    title, base = text(f"measure.{measure.id}.title", lang), text(f"measure.{measure.id}.base", lang)
    when = period(at.first, at.last) if at.indexes else text("ev.stamp.none", lang)
    said = map_sentence(scene, side) or f"{title}."
    return Shown(name, topic_of(measure), title, said, base, when, measure.kind, cards, press, "/evidence")


def _greeting(name: str, view: ViewState, store: Store) -> Shown:
    lang, flows = view.lang, store.cube["flows"]
    title = text("home.title" if name == "home" else "home.both.title", lang)
    traced = number(flows["traced"], lang)
    share = percent(100 * flows["traced"] / flows["submitted"], lang)
    base = text("card.home.base", lang, traced=traced, submitted=number(flows["submitted"], lang), share=share)
    card = store.card(flows["source"])
    return Shown(
        name, "home", title, greeting(store, lang).sentence, base, period(*flows["period"]), Kind.OBSERVED, (card,),
        frozenset({card.id}) if card.via_press else frozenset(), "/" if name == "home" else "/evidence",
    )  # fmt: skip


def _corridors(view: ViewState, store: Store) -> Shown:
    lang, found = view.lang, dial(store)
    at = found.at(view.years)
    facts = found.periods[at]
    said = text("card.corridors", lang, known=sentence(found, at, lang))
    total = "–".join(number(value, lang) for value in dict.fromkeys(facts["total"]))
    rows = store.table("trace_source_places")
    first, last = facts["years"]
    rows = rows[rows["year_start"].eq(first) & rows["year_end"].eq(last) & rows["recovery_area"].eq("Mexico")]
    cards = tuple(store.card(id) for id in dict.fromkeys(rows["source_id"]))
    return Shown(
        "corridors", "corridors", text("flow.h1", lang), said, text("card.corridors.base", lang, total=total),
        period(first, last), Kind.MODELLED, cards, frozenset(rows.loc[rows["via_press"] == "yes", "source_id"]),
        "/corridors",
    )  # fmt: skip
