"""The estimates as a file: every pair that is shown, with its interval, kind, base, source and assumptions.

Scenarios, of law scores or of ports, are in no file.
"""

from typing import Final

import pandas as pd

from corridors.analysis.flows.reading import rough
from corridors.answers.chart import Column
from corridors.answers.corridors import (
    ASSET,
    Dial,
    Key,
    Row,
    band_words,
    cap_of,
    cites,
    dial,
    error_words,
    key_of,
    rows,
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


def download(name: str, view: ViewState, store: Store) -> Download:
    """The file of `corridors-<first>-<last>-<prior>-<route>-<proxy>`, of the places that the view selects.

    KeyError for a name that stands for no estimate, and for every name where the edition has none.
    """
    if not store.has_web(ASSET):
        raise KeyError(name)
    found = dial(store)
    at, key = key_of(name, found)
    first, last = found.periods[at]["years"]
    lang = view.lang
    when = period(first, last)
    told = rows(
        ViewState(lang=lang, years=(first, last), origins=view.origins, destinations=view.destinations), store, key
    )
    frame = pd.DataFrame([_row(row, found, at, key, store, lang) for row in told], columns=list(COLUMNS))
    frame[list(NUMBERS)] = frame[list(NUMBERS)].astype(float)
    columns = tuple(_column(column, lang) for column in COLUMNS)
    said = (
        text("flow.file.title", lang, period=when),
        sentence(found, at, lang),
        text("flow.file.assumption", lang, prior=key[0], route=key[1], proxy=key[2]),
        text("flow.file.rounded", lang),
        error_words(found, key[0], lang),
        text("flow.caption.transfer", lang),
        f"{text('fig.download.source', lang)}: {cites(at, store, lang)}",
        f"{text('fig.download.view', lang)}: /corridors?{encode(view)}",
        f"{text('fig.download.data', lang)}: {store.data_version}",
    )
    return Download(name.removeprefix("corridors-"), frame, columns, said)  # files of the product begin with it


def _column(name: str, lang: str) -> Column:
    return Column(name, text(f"flow.file.{name}", lang), 0 if name in NUMBERS else None)


def _row(row: Row, found: Dial, at: int, key: Key, store: Store, lang: str) -> list[object]:
    names = store.cube["names"]
    side = 1 if lang == "es" else 0
    printed = row.published is not None
    middle = found.tables[(at, *key)].guns[
        found.origins.index(row.origin) * len(found.destinations) + found.destinations.index(row.destination)
    ]
    return [
        period(*found.periods[at]["years"]), row.origin, names[row.origin][side], row.destination,
        names[row.destination][side], "" if printed else band_words(row, lang, cap_of(found, at)),
        row.published if printed else rough(float(middle)), row.low, row.high,
        "observed" if printed else "modelled", text("flow.file.base", lang), found.periods[at]["total"][0],
        cites(at, store, lang) if printed else f"Corridors / Corredores {store.data_version}", *key,
    ]  # fmt: skip
