"""What a download holds: the rows of a chart or of a map, with the citation that travels in the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from corridors.analysis.slices import Resolution, cell, latest_only, resolve
from corridors.answers.chart import Chart, Column, Context
from corridors.answers.charts import CHARTS, chart, page_of
from corridors.answers.licences import FEW
from corridors.errors import CorridorsError
from corridors.figures.rows import each
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.model.measures import BY_ID, Measure
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import document, licence, published, publisher
from corridors.text.formats import period

MAPS: Final = {"map-us": "us", "map-mx": "mx"}
COUNTED: Final = ("dealers", "licences")  # measures of dealers: no file has a unit with fewer than FEW of them
DOWNLOADS: Final = (*CHARTS, *MAPS)


class LicenceError(CorridorsError):
    """A source does not allow its rows to be given away."""


@dataclass(frozen=True)
class Download:
    """The rows of a file, their columns in order, and the lines of its citation.

    `title`, `say` (one sentence of the same numbers), `base`, `period`, `kind` and `sources` (a line each) are what a
    stamp repeats; so is `not_shown`, of rows that have no claim card in common. `places` names the columns that hold
    ids of places, of which a file of geometry is made; none for rows without places. A file that is no picture's (what
    an edition changed) has only its citation.
    """

    name: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    citation: tuple[str, ...]
    title: str = ""
    say: str = ""
    base: str = ""
    period: str = ""
    kind: str = ""
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    not_shown: tuple[str, ...] = ()


def download(name: str, view: ViewState, store: Store) -> Download:
    """The download of a chart (a name of CHARTS) or of a map (`map-us`, `map-mx`).

    KeyError for an unknown name; LicenceError when a source may not be redistributed.
    """
    if name in MAPS:
        return _map(name, view, store)
    answer = chart(name, view, store)
    frame, columns = answer.export
    refuse(answer.sources, view.lang)
    facts = {"title": answer.title, "summary": answer.summary, "base": answer.base, "period": answer.period}
    said = tuple(_citation(facts, answer.kind, answer, view, store, page_of(name)))
    sources = source_lines(answer.sources, answer.press, view.lang)
    places = tuple(one for one in ("place", "origin", "destination") if one in frame)
    return Download(
        name, frame, columns, said, answer.title, answer.summary, answer.base, answer.period, str(answer.kind), sources,
        places,
    )  # fmt: skip


def refuse(cards: tuple[Card, ...], lang: str = "en") -> None:
    """LicenceError when the card of a source says that it may not be redistributed, or does not say that it may.

    It names each of them, and what a person can do.
    """
    stopped = [card for card in cards if card.redistribute in ("no", "unknown")]
    if not stopped:
        return
    named = [
        text(f"export.stop.{card.redistribute}", lang, source=f"{publisher(card, lang)}, {document(card, lang)}",
             licence=licence(card, lang))
        for card in stopped
    ]  # fmt: skip
    raise LicenceError(" ".join([*named, text("export.stop.todo", lang)]))


@dataclass(frozen=True)
class _Cited:
    """What the citation of a map needs of it, under the names that a chart has."""

    sources: tuple[Card, ...]
    press: frozenset[str]
    notes: tuple[str, ...]


def _citation(
    facts: dict[str, str], kind: Kind, cited: Chart | _Cited, view: ViewState, store: Store, page: str = "/evidence"
) -> Iterator[str]:
    """`Label: value` lines, in the language of the view."""
    lang = view.lang
    for key, value in facts.items():
        if value:
            yield f"{text(f'fig.download.{key}', lang)}: {value}"
    kinds = f"{text(f'fig.kind.{kind}', lang)} ({text(f'fig.kind.{kind}_long', lang)})"
    yield f"{text('fig.download.kind', lang)}: {kinds}"
    yield from source_lines(cited.sources, cited.press, lang)
    if any(card.redistribute == "figures-only" for card in cited.sources):
        yield f"{text('fig.download.note', lang)}: {text('fig.download.figures_only', lang)}"
    for note in cited.notes:
        yield f"{text('fig.download.note', lang)}: {note}"
    yield f"{text('fig.download.view', lang)}: {page}?{encode(view)}"
    yield f"{text('fig.download.data', lang)}: {store.data_version}"


def source_lines(cards: tuple[Card, ...], press: frozenset[str], lang: str) -> tuple[str, ...]:
    """A line for each source; `press` holds the ids of those that were read second-hand."""
    label = text("fig.download.source", lang)
    return tuple(f"{label}: {_source(card, card.id in press, lang)}" for card in cards)


def _source(card: Card, press: bool, lang: str) -> str:
    parts = [f"{publisher(card, lang)}, {document(card, lang)}"]
    if card.published:
        parts.append(f"{text('fig.download.published', lang)} {published(card, lang)}")
    if press:
        parts.append(text("fig.card.via_press", lang))
    parts.append(f"{text('fig.download.licence', lang)}: {licence(card, lang)}")
    return "; ".join([*parts, card.url] if card.url else parts)


def _map(name: str, view: ViewState, store: Store) -> Download:
    ask = Context("download", view, store)
    measure = BY_ID[view.us if MAPS[name] == "us" else view.mx]
    cards = ask.cards(measure.sources)
    refuse(cards, view.lang)
    found = values_of(measure, store)
    at = resolve(found["periods"], view.years, latest_only(found))
    frame = _places(measure, found, at, ask)
    press = frozenset(card.id for card in cards if card.via_press)
    facts = {
        "title": f"{ask.say(name.replace('-', '_'))}: {text(f'measure.{measure.id}.title', ask.lang)}",
        "base": text(f"measure.{measure.id}.base", ask.lang),
        "period": _when(found, at, ask),
    }
    notes = tuple(card.caveat(ask.lang) for card in cards)
    cited = _Cited(cards, press, notes)
    columns = (
        ask.column("id"),
        ask.column("place"),
        ask.column("value", measure.digits),
        ask.column("num", 0, key="numerator"),
        ask.column("den", 0, key="denominator"),
        ask.column("status"),
        ask.column("period"),
    )
    said = tuple(_citation(facts, measure.kind, cited, view, store))
    return Download(
        name, frame, columns, said, facts["title"], "", facts["base"], facts["period"], str(measure.kind),
        source_lines(cards, press, view.lang), ("id",),
    )  # fmt: skip


def values_of(measure: Measure, store: Store) -> dict[str, Any]:
    """Periods, numerators and denominators of a measure, with the ids of its places."""
    found = store.cube["measures"][measure.id]
    if found.get("asset") != "municipal":
        return {**found, "places": store.cube["places"][measure.country]}
    asset = store.web_json("municipal")
    return {**found, **asset["measures"][measure.id], "places": asset["places"]}


def _when(found: dict[str, Any], at: Resolution, ask: Context) -> str:
    if at.how == "none":
        return ask.say("none")
    labels = found.get("labels")
    when = str(labels[at.indexes[0]]) if labels and len(at.indexes) == 1 else period(at.first, at.last)
    if at.how == "inside":
        return when
    return f"{when} ({ask.say(at.how, period=when)})"


def _places(measure: Measure, found: dict[str, Any], at: Resolution, ask: Context) -> pd.DataFrame:
    """A row a place: id, place, value, num, den, status, period."""
    names = _names(measure, ask)
    when = period(at.first, at.last) if at.indexes else ""
    rows = []
    for index, id in enumerate(found["places"]):
        one = cell(found, at.indexes, index)
        few = measure.group == "market" and measure.id.startswith(COUNTED) and 0 < (one.num or 0) < FEW
        rows.append(
            {
                "id": id,
                "place": names.get(id, id),
                "value": None if few else one.value,
                "num": None if few else one.num,
                "den": one.den,
                "status": text("export.few", ask.lang, few=FEW) if few else text(f"fig.status.{one.status}", ask.lang),
                "period": when,
            }
        )
    frame = pd.DataFrame(rows)
    return frame.assign(**{column: frame[column].astype("float64") for column in ("value", "num", "den")})


def _names(measure: Measure, ask: Context) -> dict[str, str]:
    if measure.level == "municipio":
        rows = ask.store.table("mx_municipality_names")
        return {f"MX-{row.municipality_code}": str(row.municipality_name) for row in each(rows)}
    at = 1 if ask.lang == "es" else 0
    return {id: str(names[at]) for id, names in ask.store.cube["names"].items()}
