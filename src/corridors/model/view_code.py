"""A view as a few bits: those of its fields that differ from the view that codes of version 1 begin with."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from corridors.errors import CodeError
from corridors.model import measures as m
from corridors.model import numbered
from corridors.model.bits import Reader, Writer
from corridors.model.places import DISTRICT
from corridors.model.view import LANGS, LIMITS, MAPS, SPLITS, ViewState

# Not `ViewState()`: what the product opens with may change, what a printed code means may not.
BASE: Final = ViewState(
    lang="en",
    us="traced_to_mexico_per_100k",
    mx="firearm_homicide_rate_sesnsp",
    years=(2023, 2023),
    layers=("border", "flows"),
    scheme="quantile",
    map="linked",
)
_FIRST_DAY: Final = date(2000, 1, 1)
_WIDTHS: Final = {"state": 6, "inside": 17, "office": 7}  # bits of a state, a county or municipality, a consulate
_KINDS: Final = tuple(_WIDTHS)


def write(view: ViewState, out: Writer) -> None:
    """Append a view. CodeError for one that names what has no number yet."""
    out.put(LANGS.index(view.lang), 1)
    for name, (put, _) in _FIELDS.items():
        value = getattr(view, name)
        differs = value != getattr(BASE, name)
        out.put(int(differs), 1)
        if differs:
            put(value, out)


def read(found: Reader) -> ViewState:
    """The next view. CodeError for a number that stands for nothing in this version of the product."""
    view = replace(BASE, lang=LANGS[found.take(1)])
    for name, (_, take) in _FIELDS.items():
        if found.take(1):
            taken: dict[str, Any] = {name: take(found)}
            view = replace(view, **taken)
    return view


def number_of(name: str, listed: tuple[str, ...]) -> int:
    """The number of a name in an append-only list. CodeError for one that is not in it."""
    try:
        return listed.index(name)
    except ValueError as error:
        raise CodeError(f"{name} has no number in codes yet") from error


def named(number: int, listed: tuple[str, ...]) -> str:
    """The name of a number. CodeError for a number that this version of the product does not know."""
    if number >= len(listed):
        raise CodeError(f"a later version of the product made this code (number {number})")
    return listed[number]


def _put_measure(value: str, out: Writer) -> None:
    out.put(number_of(value, numbered.MEASURES), 8)


def _take_measure(found: Reader) -> str:
    id = named(found.take(8), numbered.MEASURES)
    if id not in m.BY_ID:
        raise CodeError(f"the measure {id} is no longer in the product")
    return id


def _put_years(value: tuple[int, int], out: Writer) -> None:
    out.put(value[0] - LIMITS[0], 7)
    out.put(value[1] - value[0], 7)


def _take_years(found: Reader) -> tuple[int, int]:
    first = LIMITS[0] + found.take(7)
    return first, first + found.take(7)


def _put_places(value: tuple[str, ...], out: Writer) -> None:
    out.put(len(value) - 1, 3)
    for place in value:
        country, _, rest = place.partition("-")
        kind = "office" if country == "D" else "state" if len(rest) == 2 else "inside"
        out.put(_KINDS.index(kind), 2)
        if kind == "office":
            number = number_of(rest, numbered.OFFICES)
        else:
            number = int(rest) if rest.isdigit() else number_of(rest, numbered.STATES)
        out.put(number, _WIDTHS[kind])


def _take_places(found: Reader, country: str) -> tuple[str, ...]:
    places = []
    for _ in range(found.take(3) + 1):
        kind = named(found.take(2), _KINDS)
        number = found.take(_WIDTHS[kind])
        if kind == "office":
            places.append(DISTRICT + named(number, numbered.OFFICES))
        elif kind == "inside":
            places.append(f"{country}-{number:05d}")
        else:
            places.append(f"{country}-{named(number, numbered.STATES) if country == 'US' else f'{number:02d}'}")
    return tuple(places)


def _take_origins(found: Reader) -> tuple[str, ...]:
    return _take_places(found, "US")


def _take_destinations(found: Reader) -> tuple[str, ...]:
    return _take_places(found, "MX")


def _put_layers(value: tuple[str, ...], out: Writer) -> None:
    out.put(sum(1 << m.LAYERS.index(layer) for layer in value), 10)


def _take_layers(found: Reader) -> tuple[str, ...]:
    chosen = found.take(10)
    return tuple(layer for at, layer in enumerate(m.LAYERS) if chosen >> at & 1)


def _put_scheme(value: str, out: Writer) -> None:
    out.put(m.SCHEMES.index(value), 3)


def _take_scheme(found: Reader) -> str:
    return named(found.take(3), m.SCHEMES)


def _put_map(value: str, out: Writer) -> None:
    out.put(MAPS.index(value), 1)


def _take_map(found: Reader) -> str:
    return MAPS[found.take(1)]


def _put_day(value: str, out: Writer) -> None:
    out.put((date.fromisoformat(value) - _FIRST_DAY).days, 16)


def _take_day(found: Reader) -> str:
    return (_FIRST_DAY + timedelta(days=found.take(16))).isoformat()


def _put_lens(value: tuple[str, ...], out: Writer) -> None:
    out.put(len(value) - 1, 1)
    for office in value:
        out.put(number_of(office.removeprefix(DISTRICT), numbered.OFFICES), 7)


def _take_lens(found: Reader) -> tuple[str, ...]:
    return tuple(DISTRICT + named(found.take(7), numbered.OFFICES) for _ in range(found.take(1) + 1))


def _put_split(value: str, out: Writer) -> None:
    out.put(SPLITS.index(value), 2)


def _take_split(found: Reader) -> str:
    return named(found.take(2), SPLITS)


_Field = tuple[Callable[[Any, Writer], None], Callable[[Reader], Any]]
_FIELDS: Final[Mapping[str, _Field]] = {
    "us": (_put_measure, _take_measure),
    "mx": (_put_measure, _take_measure),
    "years": (_put_years, _take_years),
    "origins": (_put_places, _take_origins),
    "destinations": (_put_places, _take_destinations),
    "layers": (_put_layers, _take_layers),
    "scheme": (_put_scheme, _take_scheme),
    "map": (_put_map, _take_map),
    "as_of": (_put_day, _take_day),
    "lens": (_put_lens, _take_lens),
    "split": (_put_split, _take_split),
}
