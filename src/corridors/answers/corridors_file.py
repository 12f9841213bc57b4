"""The estimates as a file: every pair that is shown, with its interval, kind, base, source and assumptions.

Scenarios, of law scores or of ports, are in no file.
"""

from dataclasses import replace
from typing import Final

import pandas as pd

from corridors.analysis.flows.reading import rough
from corridors.answers.chart import Column
from corridors.answers.corridors import (
    ASSET,
    Dial,
    Filters,
    Key,
    Row,
    band_words,
    cap_of,
    cites,
    dial,
    error_words,
    key_of,
    listed,
    pairs,
    sentence,
)
from corridors.answers.download import Download
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import period

NUMBERS: Final = ("estimate", "low", "high", "base_guns")
COLUMNS: Final = (
    "period", "origin", "origin_name", "destination", "destination_name", "band", *NUMBERS[:3], "kind",
    "base_name", "base_guns", "source", "prior", "route", "proxy",
)  # fmt: skip


def download(name: str, view: ViewState, store: Store, filters: Filters) -> Download:
    """The file of `corridors-<first>-<last>-<prior>-<route>-<proxy>`, of the places that the view selects and the
    crossings that the filters leave; what has no line of its own is a line in sum.

    KeyError for a name that stands for no estimate, and for every name where the edition has none.
    """
    if not store.has_web(ASSET):
        raise KeyError(name)
    found = dial(store)
    at, key = key_of(name, found)
    facts = found.periods[at]
    first, last = facts["years"]
    lang = view.lang
    when = period(first, last)
    chosen = ViewState(lang=lang, years=(first, last), origins=view.followed, destinations=view.destinations)
    told = listed(pairs(chosen, store, key, filters))
    every = pairs(chosen, store, key, replace(filters, robust=False))
    lines = [_row(row, at, key, store, lang) for row in told]
    if len(every) > len(told):
        under = sum(row.guns for row in every) - sum(row.guns for row in told)
        others = "flow.file.rest.one" if len(every) - len(told) == 1 else "flow.file.rest"
        lines.append(_line(text(others, lang), rough(under), "modelled", at, key, store, lang))
    if facts["unknown"]:
        whole = not (filters.crossing or chosen.origins or chosen.destinations)
        name_of = text("flow.unknown_name" if whole else "flow.unknown_row", lang)
        lines.append(_line(name_of, facts["unknown"], "derived", at, key, store, lang))
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    frame[list(NUMBERS)] = frame[list(NUMBERS)].astype(float)
    columns = tuple(_column(column, lang) for column in COLUMNS)
    said = (
        text("flow.file.title", lang, period=when),
        sentence(found, at, lang),
        text("flow.file.assumption", lang, **_assumptions(key, lang)),
        *_through(filters, found, store, lang),
        text("flow.file.rounded", lang),
        error_words(found, key[0], lang),
        text("flow.caption.transfer", lang),
        f"{text('fig.download.source', lang)}: {cites(at, store, lang)}",
        f"{text('fig.download.view', lang)}: /corridors?{encode(view)}",
        f"{text('fig.download.data', lang)}: {store.data_version}",
    )
    # Files of the product begin with its name.
    return Download(
        name.removeprefix("corridors-"), frame, columns, said, said[0], said[1], text("flow.file.base", lang), when,
        "modelled", (said[6],), ("origin", "destination"),
    )  # fmt: skip


def _column(name: str, lang: str) -> Column:
    return Column(name, text(f"flow.file.{name}", lang), 0 if name in NUMBERS else None)


def _assumptions(key: Key, lang: str) -> dict[str, str]:
    """The setting of the dial in words."""
    return {name: text(f"flow.{name}.{one}", lang) for name, one in zip(("prior", "route", "proxy"), key, strict=True)}


def _through(filters: Filters, found: Dial, store: Store, lang: str) -> list[str]:
    """The crossings to which the file is kept, as a line of its head."""
    names = [gate["name"] for gate in found.gates if gate["id"] == filters.port]
    if filters.border and not names:
        said = store.cube["names"].get(filters.border)
        names = [said[1 if lang == "es" else 0] if said else filters.border]
    head = [text("flow.file.through", lang, place=name) for name in names]
    return [*head, text("flow.robust", lang)] if filters.robust else head


def _row(row: Row, at: int, key: Key, store: Store, lang: str) -> list[object]:
    names, found = store.cube["names"], dial(store)
    side = 1 if lang == "es" else 0
    exact = row.published is not None
    places = [row.origin, names[row.origin][side], row.destination, names[row.destination][side]]
    guns = row.published if exact else rough(row.guns)
    return [
        period(*found.periods[at]["years"]), *places, "" if exact else band_words(row, lang, cap_of(found, at)),
        guns, row.low, row.high, *_rest("observed" if exact else "modelled", at, key, store, lang),
    ]  # fmt: skip


def _line(name: str, guns: int, kind: str, at: int, key: Key, store: Store, lang: str) -> list[object]:
    """What has no line of its own, in sum; such a sum has no interval."""
    when = period(*dial(store).periods[at]["years"])
    return [when, "", name, "", "", "", guns, None, None, *_rest(kind, at, key, store, lang)]


def _rest(kind: str, at: int, key: Key, store: Store, lang: str) -> list[object]:
    """What every line ends with: kind, base, source and assumptions, in words."""
    source = f"Corridors / Corredores {store.data_version}" if kind == "modelled" else cites(at, store, lang)
    total = dial(store).periods[at]["total"][0]
    base = text("flow.file.base", lang)
    return [text(f"fig.kind.{kind}", lang), base, total, source, *_assumptions(key, lang).values()]
