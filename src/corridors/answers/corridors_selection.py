"""What the places of a view select among the corridors, as a sentence: the pair, a sum, or a printed state whole.

The browser says the same from the same words (`assets/js/58-flow-words.js`); a test compares the two.
"""

from collections.abc import Sequence

from corridors.analysis.flows.published import MEXICO, TRACED
from corridors.analysis.flows.reading import BANDS, rough
from corridors.answers.corridors import Row, band_words, cap_of, dial, ends, listed, pairs
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import listing, number, period


def printed_states(at: int, store: Store) -> dict[str, int]:
    """The source states of which a period's guns are printed exactly, with those whose recovery state is not known."""
    first, last = dial(store).periods[at]["years"]
    table = store.table("trace_source_places")
    exact = table["measure"].isin(TRACED) & table["recovery_area"].eq(MEXICO) & table["quality"].eq("exact")
    rows = table[exact & table["year_start"].eq(first) & table["year_end"].eq(last) & table["us_state_code"].ne("")]
    return {f"US-{code}": int(guns) for code, guns in zip(rows["us_state_code"], rows["value"], strict=True)}


def selection(view: ViewState, store: Store) -> str:
    """What the view selects, with its number; empty where it selects nothing."""
    origins, destinations = ends(view, store)
    if not (origins or destinations):
        return ""
    lang, found = view.lang, dial(store)
    at = found.at(view.years)
    district = next((place for place in view.origins if place.startswith("D-")), "")
    origin = _places(origins, "any_us", store, lang)
    if district:
        origin = text("flow.of.district", lang, city=store.web_json("districts")[district]["city"])
    pair = text("flow.tip.pair", lang, origin=origin, destination=_places(destinations, "any_mx", store, lang))
    what = _number(view, store, at, origins if not destinations else [])
    when = period(*found.periods[at]["years"])
    said = text("flow.of", lang, selection=pair, period=when, what=what)
    return said[0].upper() + said[1:]


def _places(places: Sequence[str], every: str, store: Store, lang: str) -> str:
    if places:
        return listing([_name(place, store, lang) for place in places], lang)
    words = text(f"flow.{every}", lang)
    return words[0].lower() + words[1:]


def _name(place: str, store: Store, lang: str) -> str:
    return str(store.cube["names"][place][1 if lang == "es" else 0])


def _number(view: ViewState, store: Store, at: int, whole: Sequence[str]) -> str:
    """The number of the selected pairs; `whole` are source states that are selected with all that they sent."""
    lang = view.lang
    selected = pairs(view, store)
    told = listed(selected)
    count, states = number(len(selected), lang), printed_states(at, store)
    if not selected:
        return text("flow.of.none", lang)
    first = _told(told[0], store, at, lang, "flow.of.first") if told else ""
    head = {"pair": _pair(told[0], store, lang), "what": first} if told else {}
    if whole and told and all(place in states for place in whole):
        key = "flow.of.state" if len(whole) == 1 else "flow.of.states"
        return text(key, lang, number=number(sum(states[place] for place in whole), lang), count=count, **head)
    if len(selected) == 1:
        return _told(selected[0], store, at, lang, "flow.of.band")
    if all(row.published is not None for row in selected):
        total = sum(row.published or 0 for row in selected)
        return text("flow.of.sum", lang, number=number(total, lang), count=count)
    guns = sum(row.guns for row in selected)
    about = (
        text("flow.guns.few", lang) if guns < BANDS[1] else text("flow.guns", lang, number=number(rough(guns), lang))
    )
    return text("flow.of.many" if told else "flow.of.few", lang, guns=about, count=count, **head)


def _pair(row: Row, store: Store, lang: str) -> str:
    names = (_name(row.origin, store, lang), _name(row.destination, store, lang))
    return text("flow.tip.pair", lang, origin=names[0], destination=names[1])


def _told(row: Row, store: Store, at: int, lang: str, key: str) -> str:
    if row.published is not None:
        return text("flow.of.published", lang, number=number(row.published, lang))
    band = band_words(row, lang, cap_of(dial(store), at))
    return text(key, lang, band=band, low=number(row.low, lang), high=number(row.high, lang))
