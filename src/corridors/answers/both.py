"""The map of both countries, composed from the store: shapes, tooltips, labels, and the words of its list."""

from typing import Final

from corridors.answers.home import Flow, cite, flows, name, recovery_order
from corridors.figures.both import BothData, Label, Shape
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent, period

# Where words stand (degrees), with plotly's name of the side of the point: cartography by hand, as in build/delta.py.
PLACES: Final[dict[str, tuple[float, float, str]]] = {
    "S-US-CA": (-117.9, 35.4, "top center"),
    "S-US-AZ": (-112.1, 34.6, "top center"),
    "S-US-NM": (-105.9, 34.6, "top center"),
    "S-US-TX": (-98.0, 32.4, "top center"),
    "S-OTHER": (-98.6, 37.7, "middle right"),
    "US-AZ>MX-26": (-111.0, 29.4, "bottom left"),
    "US-TX>MX-08": (-107.5, 28.4, "bottom center"),
    "US-TX>MX-11": (-100.7, 20.7, "middle right"),
    "US-TX>MX-19": (-100.8, 25.1, "middle left"),
    "US-TX>MX-28": (-98.3, 24.5, "middle right"),
    "OTHER": (-106.9, 22.2, "middle left"),
}


def ends(store: Store, flow: Flow, lang: str) -> tuple[str, str]:
    """Where the guns of a flow were first sold and where they were recovered, in words."""
    origin = name(store, flow.origin, lang) if flow.origin else text("home.both.other.long", lang)
    if flow.role == "rest":
        return text("home.both.unpublished.long", lang), text("home.both.mexico", lang)
    return origin, name(store, flow.destination, lang) if flow.destination else text("home.both.mexico", lang)


def _hover(store: Store, flow: Flow, lang: str) -> str:
    origin, destination = ends(store, flow, lang)
    values = {
        "count": number(flow.count, lang),
        "share": percent(flow.share, lang, 1),
        "base": number(flow.base, lang),
        "period": period(*store.cube["flows"]["period"]),
    }
    key = {"other": "source"}.get(flow.role, flow.role)
    return text(f"home.both.hover.{key}", lang, place=origin, origin=origin, destination=destination, **values)


def _label(store: Store, flow: Flow, lang: str) -> Label:
    place = {
        "source": flow.origin,
        "pair": flow.destination,
    }.get(flow.role, "")
    words = name(store, place, lang) if place else text(f"home.both.{_SHORT[flow.role]}", lang)
    lon, lat, position = PLACES[flow.id]
    role = "source" if flow.role == "other" else flow.role
    return Label(lon, lat, text("home.both.label", lang, place=words, count=number(flow.count, lang)), position, role)


_SHORT: Final = {"other": "other", "rest": "unpublished"}


def _region(store: Store, place: str, hovers: dict[str, str], lang: str) -> Shape:
    ranks = {state: index for index, state in enumerate(recovery_order(store), 1)}
    if place in hovers:
        return Shape(place, hovers[place])
    if place in ranks:
        return Shape(place, text("home.both.hover.rank", lang, place=name(store, place, lang), rank=ranks[place]))
    return Shape(place, text("home.both.hover.none", lang, place=name(store, place, lang)))


def both_data(store: Store, lang: str) -> BothData:
    """What the figure needs, with tooltips and labels in a language. DataError where an asset is missing."""
    found = flows(store.cube)
    hovers = {flow.origin: _hover(store, flow, lang) for flow in found if flow.role == "source"}
    shapes: dict[str, list[Shape]] = {}
    for flow in found:
        touched = tuple(place for place in (flow.origin, flow.destination) if place) or ("",)
        shapes.setdefault(flow.role, []).append(Shape(flow.id, _hover(store, flow, lang), touched))
    shapes["hatch"] = [Shape(f"{flow.id}-hatch", "", ("",)) for flow in found if flow.role == "rest"]
    places = store.cube["places"]
    return BothData(
        f"data/{store.web('both_states')}",
        f"data/{store.web('flow_shapes')}",
        [_region(store, place, hovers, lang) for place in (*places["US"], *places["MX"])],
        shapes,
        [_label(store, flow, lang) for flow in found],
    )


def line(store: Store, flow: Flow, lang: str) -> str:
    """One line of the list: who, how many, and the share with its base."""
    origin, destination = ends(store, flow, lang)
    values = {
        "count": number(flow.count, lang),
        "share": percent(flow.share, lang, 1),
        "base": number(flow.base, lang),
    }
    if flow.role == "pair":
        return text("home.both.line.pair", lang, origin=origin, destination=destination, **values)
    return text("home.both.line.source", lang, place=origin, **values)


def source_line(store: Store, lang: str) -> str:
    """Source, period, bases, date and kind of the map."""
    data = store.cube["flows"]
    card = store.card(data["source"])
    return text(
        "home.both.source",
        lang,
        cite=cite(card, lang),
        period=period(*data["period"]),
        traced=number(data["traced"], lang),
        known=number(data["with_recovery_state"], lang),
    )


def order_line(store: Store, lang: str) -> str:
    """The order of the states of recovery, as it was printed."""
    names = "; ".join(f"{rank} {name(store, place, lang)}" for rank, place in enumerate(recovery_order(store), 1))
    return text("home.both.ranks", lang, names=names)
