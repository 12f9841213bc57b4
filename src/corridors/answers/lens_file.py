"""The lens of a consulate as rows: every number that it holds, with its rung, base and period."""

from typing import Final

import pandas as pd

from corridors.answers.chart import Column, Context
from corridors.answers.download import Download, refuse, source_lines
from corridors.answers.lens import headline, lens
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text

NAME: Final = "lens"
COLUMNS: Final = ("section", "label", "place", "rung", "value", "words", "base", "period", "kind")
DIGITS: Final = {"value": 1}


def download(view: ViewState, store: Store) -> Download:
    """The rows of the consulate that the view looks through; one without a district has a row that says so. KeyError
    where the view looks through none."""
    if not view.lens:
        raise KeyError(NAME)
    lang = view.lang
    found = lens(store, view.lens[0], lang)
    names, missing = Context(NAME, view, store), text("fig.status.missing", lang)
    rows = [
        (section.title, one.label, one.place, text(f"card.rung.{one.rung}", lang, place=one.place), one.raw, one.value,
         one.base, one.period, missing if one.raw is None else names.kind(one.kind))
        for section in found.sections
        for one in section.figures
    ]  # fmt: skip
    city = found.office.city
    none = "" if found.sections else text("export.lens.none", lang, city=city)
    if none:
        rows = [("", none, city, text("card.rung.none", lang, place=city), None, "", none, "", "")]
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"value": "float64"})
    cards = tuple(dict.fromkeys(card for section in found.sections for one in section.figures for card in one.cards))
    refuse(cards, lang)
    press = frozenset(id for section in found.sections for one in section.figures for id in one.press)
    sources = source_lines(cards, press, lang)
    title = text("export.lens.title", lang, city=city)
    said = none or "; ".join(f"{one.label} ({one.place}): {one.value}" for one in headline(found))
    base = text("export.lens.base", lang)
    citation = (
        f"{text('fig.download.title', lang)}: {title}",
        f"{text('fig.download.base', lang)}: {base}",
        *sources,
        *([f"{text('fig.download.note', lang)}: {found.unverified}"] if found.unverified else []),
        f"{text('fig.download.view', lang)}: /district?{encode(view)}",
        f"{text('fig.download.data', lang)}: {store.data_version}",
    )
    heads = {id: text(f"export.lens.{id}", lang) for id in COLUMNS if id != "base"}
    heads["base"] = text("fig.download.base", lang)
    columns = tuple(Column(id, heads[id], DIGITS.get(id)) for id in COLUMNS)
    return Download(NAME, frame, columns, citation, title, said, base, "", "observed", sources)
