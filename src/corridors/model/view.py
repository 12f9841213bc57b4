"""The one state: a frozen `ViewState`, its pure reducer and its URL codec.

A link, a slide, an export and a command line are the same thing: a view. The browser mirrors
`reduce` in `assets/js/20-view.js`; a contract test drives both with the same events.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal
from urllib.parse import parse_qsl, urlencode

from corridors.errors import ViewError
from corridors.model import measures as m
from corridors.model.places import DISTRICT, country, is_district, is_place

VERSION: Final = 1
LANGS: Final = ("en", "es")
MAPS: Final = ("linked", "both")
MAX_SELECTED: Final = 8
SPLITS: Final = ("people", "dealers")  # what a state's figure may be split to a district by: an estimate
MAX_LENS: Final = 2  # a consulate, and one beside it
LIMITS: Final = (1990, 2099)  # the years that a link may name; the slider offers those of the data
_DAY: Final = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class ViewState:
    """Everything that decides what a page shows.

    `years` is inclusive (first, last); equal for a single year. `origins` are US places or a
    consular district, `destinations` Mexican places; both in the order in which they were chosen.
    `lens` is the consulate whose district the whole product follows, and the one beside it, if any.
    `split` is what the page of a district splits its states' figures by (SPLITS); "" splits none.
    `as_of` is a day (ISO) at whose end (UTC) the product is shown; "" is now.
    """

    lang: str = "en"
    us: str = m.DEFAULT_US
    mx: str = m.DEFAULT_MX
    years: tuple[int, int] = m.DEFAULT_YEARS
    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    layers: tuple[str, ...] = m.DEFAULT_LAYERS
    scheme: str = "quantile"
    map: str = "linked"
    as_of: str = ""
    lens: tuple[str, ...] = ()
    split: str = ""

    @property
    def followed(self) -> tuple[str, ...]:
        """The US places that sentence, charts and maps follow: those selected, else the district of the lens."""
        return self.origins or self.lens[:1]


@dataclass(frozen=True)
class Event:
    """Something a person did. `kind` names the field it touches, `value` what was chosen."""

    kind: Literal[
        "select", "clear", "year", "range", "measure", "layer", "scheme", "map", "lang", "as_of", "lens", "split"
    ]
    value: str = ""
    add: bool = False


def reduce(view: ViewState, event: Event) -> ViewState:
    """The view after an event. Unknown values leave the view as it was; it never raises."""
    value = event.value
    match event.kind:
        case "select" if is_place(value):
            return _select(view, value, event.add)
        case "clear":
            return replace(view, origins=(), destinations=())
        case "year" | "range":
            years = _years(value)
            return replace(view, years=years) if years else view
        case "measure" if value in m.BY_ID:
            return replace(view, us=value) if m.BY_ID[value].country == "US" else replace(view, mx=value)
        case "layer" if value in m.LAYERS:
            chosen = set(view.layers) ^ {value}
            return replace(view, layers=tuple(layer for layer in m.LAYERS if layer in chosen))
        case "scheme" if value in m.SCHEMES:
            return replace(view, scheme=value)
        case "map" if value in MAPS:
            return replace(view, map=value)
        case "lang" if value in LANGS:
            return replace(view, lang=value)
        case "as_of" if value == "" or is_day(value):
            return replace(view, as_of=value)
        case "lens" if value == "" or is_district(value):
            return _look(view, value, event.add)
        case "split" if value == "" or value in SPLITS:
            return replace(view, split=value)
        case _:
            return view


def _select(view: ViewState, place: str, add: bool) -> ViewState:
    """Choose a place in its role; `add` keeps what was chosen; the same place again lets it go."""
    mexican = country(place) == "MX"
    chosen = view.destinations if mexican else view.origins
    if add:
        kept = tuple(p for p in chosen if p != place) if place in chosen else (*chosen, place)
        kept = kept[-MAX_SELECTED:]
        return replace(view, destinations=kept) if mexican else replace(view, origins=kept)
    alone = (place,) if view.origins + view.destinations != (place,) else ()
    return replace(view, origins=() if mexican else alone, destinations=alone if mexican else ())


def _look(view: ViewState, office: str, add: bool) -> ViewState:
    """Look through a consulate's lens ("" looks through none); `add` puts it beside the first, or takes it away."""
    if add and office in view.lens:
        return replace(view, lens=tuple(one for one in view.lens if one != office))
    lens = (*view.lens[:1], office) if add and office else (office,) if office else ()
    return replace(view, lens=lens, origins=() if office and not add else view.origins)


def _years(text: str) -> tuple[int, int] | None:
    first, _, last = text.partition("-")
    if not (first.isascii() and first.isdigit() and len(first) == 4):
        return None
    if last and not (last.isascii() and last.isdigit() and len(last) == 4):
        return None
    low, high = sorted((int(first), int(last or first)))
    low, high = max(low, LIMITS[0]), min(high, LIMITS[1])
    return (low, high) if low <= high else None


def is_day(text: str) -> bool:
    """Whether a text is a day of this century as ISO 8601 writes it: `2026-10-31`."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def encode(view: ViewState) -> str:
    """The view as a query string, without what is as by default (but always version and language)."""
    base = ViewState()
    pairs: list[tuple[str, str]] = [("v", str(VERSION)), ("lang", view.lang)]
    if view.us != base.us:
        pairs.append(("us", view.us))
    if view.mx != base.mx:
        pairs.append(("mx", view.mx))
    if view.years != base.years:
        first, last = view.years
        pairs.append(("y", str(first) if first == last else f"{first}-{last}"))
    if view.origins:
        pairs.append(("o", ",".join(view.origins)))
    if view.destinations:
        pairs.append(("d", ",".join(view.destinations)))
    if view.layers != base.layers:
        pairs.append(("l", ",".join(view.layers) or "none"))
    if view.scheme != base.scheme:
        pairs.append(("c", view.scheme))
    if view.map != base.map:
        pairs.append(("map", view.map))
    if view.as_of:
        pairs.append(("asof", view.as_of))
    if view.lens:
        pairs.append(("lens", ",".join(office.removeprefix(DISTRICT) for office in view.lens)))
    if view.split:
        pairs.append(("split", view.split))
    return urlencode(pairs, safe=",")


def decode(query: str | Mapping[str, str]) -> ViewState:
    """The view that a query string describes.

    A missing field takes its default. An unknown or malformed value raises ViewError, which
    names the field; `decode_or_default` is the lenient way in for pages.
    """
    fields = dict(parse_qsl(query.lstrip("?"))) if isinstance(query, str) else dict(query)
    version = fields.get("v", str(VERSION))
    if version != str(VERSION):
        raise ViewError(f"v: this link is of version {version}; this product reads version {VERSION}")
    view = ViewState(
        lang=_one(fields, "lang", LANGS, "en"),
        us=_measure(fields, "us", "US", m.DEFAULT_US),
        mx=_measure(fields, "mx", "MX", m.DEFAULT_MX),
        origins=_places(fields, "o", "US"),
        destinations=_places(fields, "d", "MX"),
        layers=_layers(fields),
        scheme=_one(fields, "c", m.SCHEMES, "quantile"),
        map=_one(fields, "map", MAPS, "linked"),
        as_of=_as_of(fields),
        lens=_lens(fields),
        split=_one(fields, "split", ("", *SPLITS), ""),
    )
    if "y" not in fields:
        return view
    years = _years(fields["y"])
    if years is None:
        raise ViewError(f"y: {fields['y']!r} is not a year or a range such as 2015-2019")
    return replace(view, years=years)


def decode_or_default(query: str | None) -> tuple[ViewState, str]:
    """The view of a link and, when it cannot be read, a default view and the reason."""
    try:
        return decode(query or ""), ""
    except ViewError as error:
        fields = dict(parse_qsl((query or "").lstrip("?")))
        lang = fields.get("lang", "en")
        return ViewState(lang=lang if lang in LANGS else "en"), str(error)


def _one(fields: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    value = fields.get(name, default)
    if value not in allowed:
        raise ViewError(f"{name}: {value!r} is not one of {', '.join(allowed)}")
    return value


def _measure(fields: Mapping[str, str], name: str, where: str, default: str) -> str:
    value = fields.get(name, default)
    if value not in m.BY_ID or m.BY_ID[value].country != where:
        raise ViewError(f"{name}: {value!r} is not a measure of this map")
    return value


def _places(fields: Mapping[str, str], name: str, where: str) -> tuple[str, ...]:
    text = fields.get(name, "")
    places = tuple(dict.fromkeys(part for part in text.split(",") if part))
    for place in places:
        if not is_place(place) or country(place) != where:
            raise ViewError(f"{name}: {place!r} is not a place of this map")
    if len(places) > MAX_SELECTED:
        raise ViewError(f"{name}: at most {MAX_SELECTED} places can be selected")
    return places


def _layers(fields: Mapping[str, str]) -> tuple[str, ...]:
    text = fields.get("l")
    if text is None:
        return m.DEFAULT_LAYERS
    chosen = set() if text == "none" else set(text.split(","))
    if unknown := chosen - set(m.LAYERS):
        raise ViewError(f"l: {', '.join(sorted(unknown))} is not a layer")
    return tuple(layer for layer in m.LAYERS if layer in chosen)


def _as_of(fields: Mapping[str, str]) -> str:
    value = fields.get("asof", "")
    if value and not is_day(value):
        raise ViewError(f"asof: {value!r} is not a day such as 2026-10-31")
    return value


def _lens(fields: Mapping[str, str]) -> tuple[str, ...]:
    """The consulates of a link, which names them without the prefix of a district's id."""
    named = tuple(dict.fromkeys(part for part in fields.get("lens", "").split(",") if part))
    offices = tuple(DISTRICT + name for name in named)
    if wrong := [name for name, office in zip(named, offices, strict=True) if not is_district(office)]:
        raise ViewError(f"lens: {wrong[0]!r} is not the name of a consulate such as san-diego")
    if len(offices) > MAX_LENS:
        raise ViewError(f"lens: at most {MAX_LENS} consulates stand side by side")
    return offices
