"""The ledger as a list: counts by verdict, sections of the document, what is no longer said, and the file."""

import re
from collections import Counter
from typing import Final

import pandas as pd

from corridors.answers.chart import Column
from corridors.answers.download import Download
from corridors.answers.ledger import Entry, ledger
from corridors.model.claims import Verdict
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from corridors.text.formats import number

# From the soundest to the least: the order of counts and of sorting.
VERDICTS: Final = (Verdict.HOLDS, Verdict.HOLDS_ROUNDED, Verdict.SUPERSEDED, Verdict.OVERSTATED, Verdict.SLIP,
                   Verdict.CONTRADICTED, Verdict.UNCHECKABLE)  # fmt: skip
NO_LONGER: Final = (Verdict.CONTRADICTED, Verdict.OVERSTATED, Verdict.SLIP, Verdict.SUPERSEDED)
COLUMNS: Final = ("id", "document", "place", "nature", "gist", "figure", "verdict", "evidence", "values", "sources",
                  "reason", "as_of")  # fmt: skip

_NOTE: Final = re.compile(r",? notes? [0-9].*$")


def counts(entries: tuple[Entry, ...]) -> dict[Verdict, int]:
    """How many claims have each verdict, in the order of VERDICTS; only those that occur."""
    found = Counter(entry.verdict for entry in entries)
    return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}


def section(entry: Entry) -> str:
    """The section of its document where a claim stands: its place without the note."""
    return _NOTE.sub("", entry.place)


def no_longer(store: Store) -> dict[Verdict, tuple[Entry, ...]]:
    """The claims that may not be said any more, by verdict, the gravest first."""
    entries = ledger(store)
    found = {verdict: tuple(entry for entry in entries if entry.verdict == verdict) for verdict in NO_LONGER}
    return {verdict: those for verdict, those in found.items() if those}


def value(found: float | str | bool | None, lang: str) -> str:
    """What an expression over the facts gave, in a language."""
    if found is None:
        return text("claims.absent", lang)
    if isinstance(found, bool):
        return text(f"ledger.truth.{str(found).lower()}", lang)
    return found if isinstance(found, str) else number(found, lang, 0 if float(found).is_integer() else 2)


def values(entry: Entry, lang: str) -> str:
    """What each part of the evidence gave: `us = 73,684; submitted = 104,850`."""
    return "; ".join(f"{name} = {value(found, lang)}" for name, found in entry.values)


def download(view: ViewState, store: Store) -> Download:
    """Every claim as a file. What rests on a source that may not be given away has its verdict, not its figures."""
    lang, entries, known = view.lang, ledger(store), store.cards()
    cards = tuple(known[id] for id in dict.fromkeys(id for entry in entries for id in entry.sources))
    stopped = frozenset(card.id for card in cards if card.redistribute in ("no", "unknown"))
    withheld = text("ledger.withheld", lang)
    frame = pd.DataFrame(
        {
            "id": entry.id, "document": entry.title, "place": entry.place,
            "nature": text(f"ledger.nature.{entry.nature}", lang), "gist": entry.gist(lang), "figure": entry.figure,
            "verdict": text(f"verdict.{entry.verdict}", lang), "evidence": entry.evidence,
            "values": withheld if stopped & set(entry.sources) else values(entry, lang),
            "sources": "; ".join(entry.sources),
            "reason": withheld if stopped & set(entry.sources) else entry.reason(lang), "as_of": entry.as_of,
        }
        for entry in entries
    )  # fmt: skip
    columns = tuple(Column(name, text(f"ledger.col.{name}", lang)) for name in COLUMNS)
    citation = (
        f"{text('fig.download.title', lang)}: {text('ledger.title', lang)}",
        f"{text('fig.download.base', lang)}: {text('ledger.rule', lang)}",
        *(f"{text('fig.download.source', lang)}: {cited(card, lang)}" for card in cards),
        f"{text('fig.download.view', lang)}: /claims?{encode(view)}",
        f"{text('fig.download.data', lang)}: {store.data_version}",
    )
    return Download("claims", frame, columns, citation)
