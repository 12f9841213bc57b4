"""The lens of a consulate, or of two side by side, as rows: every number that it holds, with its rung, base, period."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Column, Context
from corridors.answers.download import Download, refuse, source_lines
from corridors.answers.home import name
from corridors.answers.lens import Lens, headline, lens, plain_base
from corridors.model.places import DISTRICT
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import listing

NAME: Final = "lens"
COLUMNS: Final = ("office", "section", "label", "place", "rung", "value", "words", "base", "period", "kind")
SHORT: Final = "short"  # beside them, for what has little room: the rung in a few words, with its place
WHERE: Final = "place_id"  # and the district or the state of a number; "" for a part of the border
DIGITS: Final = {"value": 1}


def download(view: ViewState, store: Store) -> Download:
    """The rows of the consulates that the view looks through; one without a district has a row that says so. KeyError
    where the view looks through none."""
    if not view.lens:
        raise KeyError(NAME)
    lang = view.lang
    found = [lens(store, office, lang) for office in view.lens]
    frame = pd.DataFrame([row for one in found for row in _rows(one, Context(NAME, view, store), store)])
    figures = [figure for one in found for section in one.sections for figure in section.figures]
    cards = tuple(dict.fromkeys(card for figure in figures for card in figure.cards))
    refuse(cards, lang)
    sources = source_lines(cards, frozenset(id for figure in figures for id in figure.press), lang)
    cities = listing([one.office.city for one in found], lang)
    title = text("export.lens.title" if len(found) == 1 else "export.lens.titles", lang, city=cities)
    base = text("export.lens.base", lang)
    rough = [f"{_of(one, found)}{one.unverified}" for one in found if one.unverified]
    citation = (
        f"{text('fig.download.title', lang)}: {title}",
        f"{text('fig.download.base', lang)}: {base}",
        *sources,
        f"{text('fig.download.view', lang)}: /district?{encode(view)}",
        f"{text('fig.download.data', lang)}: {store.data_version}",
    )
    heads = {id: text(f"export.lens.{id}", lang) for id in COLUMNS if id != "base"}
    heads["base"] = text("fig.download.base", lang)
    columns = tuple(Column(id, heads[id], DIGITS.get(id)) for id in COLUMNS)
    file = "-".join([NAME, *(one.office.id.removeprefix(DISTRICT) for one in found)])
    said = " ".join(f"{_of(one, found)}{_said(one, lang)}" for one in found)
    return Download(
        file, frame.astype({"value": "float64"}), columns, citation, title, said, base, "", "observed", sources,
        (WHERE,), (*rough, *dict.fromkeys(frame["rung"])),
    )  # fmt: skip


def _rows(found: Lens, names: Context, store: Store) -> Iterator[dict[str, Any]]:
    lang, city = names.lang, found.office.city
    states = {name(store, id, lang): id for id in found.states}
    if not found.sections:
        none = text("export.lens.none", lang, city=city)
        rung = text("card.rung.none", lang, place=city)
        values = (city, "", none, city, rung, None, "", "", "", "")
        yield dict(zip(COLUMNS, values, strict=True)) | {SHORT: "", WHERE: None}
    for section in found.sections:
        for one in section.figures:
            missing = one.raw is None
            yield {
                "office": city, "section": section.title, "label": one.label, "place": one.place,
                "rung": text(f"card.rung.{one.rung}", lang, place=one.place), "value": one.raw, "words": one.value,
                "base": plain_base(one.base), "period": one.period,
                "kind": text("fig.status.missing", lang) if missing else names.kind(one.kind),
                SHORT: " · ".join([text(f"brief.rung.{one.rung}", lang), one.place]),
                WHERE: found.office.id if one.rung == "district" else states.get(one.place),
            }  # fmt: skip


def _of(one: Lens, found: list[Lens]) -> str:
    """Of which consulate a line is, where there are two."""
    return f"{one.office.city}: " if len(found) > 1 else ""


def _said(found: Lens, lang: str) -> str:
    if not found.sections:
        return text("export.lens.none", lang, city=found.office.city)
    where = [(one, "" if one.place in one.label else f" ({one.place})") for one in headline(found)]
    return "; ".join(f"{one.label}{place}: {one.value}" for one, place in where) + "."
