"""Facts that a person read in a document and keyed with their citation, in our own layout (docs/layouts/cited_facts).

Each document is a source of its own with a card. A file speaks for the documents that it names and for no other: a
later file of the same document replaces its rows.
"""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa

from corridors.model.cards import Card
from corridors.sources import cards, cited_facts_checks
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.cited_facts_checks import DOCUMENT, LAYOUT
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import fold, layout, shared
from corridors.sources.tabular import Grid
from corridors.sources.tabular import read as read_csv

ID: Final = LAYOUT
TABLE: Final = "cited_facts"
SLUG: Final = 32  # letters of a document's title that its id keeps
NAMED: Final = 3  # documents that the history names
_SIGNATURES: Final = (
    ("fact", "value", "statement_en", "statement_es", "document", "locator", "date_published"),
    ("hecho", "valor", "enunciado_en", "enunciado_es", "documento", "ubicacion", "fecha_publicacion"),
)
_CODED: Final = ("quality", "kind", "via_press", "redistribute", "unit")


def recognise(content: Content) -> tuple[str, ...]:
    """The header of the layout, in English or in Spanish."""
    for signature in _SIGNATURES:
        if len(shared(content, signature)) == len(signature):
            return (f"the columns {', '.join(signature)}",)
    return ()


def read(content: Content, geodata: Path) -> Batch:
    """The facts, each with its citation. Refused when a row lacks a part of it, or cites a document whose claims are
    tested here: such a row is never evidence."""
    grid = read_csv(content, layout(geodata, ID, "columns"))
    rows = _rows(grid, geodata)
    for one in cited_facts_checks.problems(rows, geodata):
        name = one.column
        grid.problems.append(replace(one, row=grid.row(one.row - 1), column=grid.shape.header[grid.shape.at[name]]))
    grid.refuse()
    rows = rows.assign(source_id=[_source(*pair) for pair in zip(rows["publisher"], rows["document"], strict=True)])
    table = frame(TABLE, {str(name): pa.array(cells, pa.string()) for name, cells in rows.items()})
    documents = rows.drop_duplicates("source_id")
    dates = set(documents["date_published"])
    titles = [*documents["document"]]
    return Batch(
        source=ID,
        edition="; ".join(titles[:NAMED]) + (f" … ({len(titles)})" if len(titles) > NAMED else ""),
        published=dates.pop() if len(dates) == 1 else "",
        recognised_by=recognise(content),
        parts=(Part(TABLE, table, {"source_id": tuple(documents["source_id"])}),),
        totals={"facts": len(rows), "documents": len(documents)},
        warnings=tuple(_warnings(rows, grid, geodata)),
        cards=tuple(_card(mine, geodata) for _, mine in rows.groupby("source_id", sort=False)),
    )


def _rows(grid: Grid, geodata: Path) -> pd.DataFrame:
    """Every column of the layout as stripped text ("" where the file has none of it), its words as we write them."""
    words = {(row["name"], fold(row["word"])): row["value"] for row in layout(geodata, ID, "words")}
    names = dict.fromkeys(row["name"] for row in layout(geodata, ID, "columns"))
    found = {}
    for name in names:
        cells = grid.columns[name].to_pylist() if name in grid.columns else [""] * len(grid)
        plain = [(cell or "").strip() for cell in cells]
        found[name] = [words.get((name, fold(cell)), cell) for cell in plain] if name in _CODED else plain
    return pd.DataFrame(found, dtype=object)


def _source(publisher: str, document: str) -> str:
    """The id of a document: some letters of its title, and what tells it from others that begin alike."""
    slug = re.sub(r"[^A-Z0-9]+", "_", fold(document).upper())[:SLUG].strip("_")
    told = hashlib.sha256(f"{fold(publisher)}\n{fold(document)}".encode()).hexdigest()[:6].upper()
    return "_".join(part for part in ("CITED", slug, told) if part)


def _card(mine: pd.DataFrame, geodata: Path) -> Card:
    """The card of one document, from its rows: they agree in what `DOCUMENT` lists."""
    said = {name: str(mine[name].iloc[0]) for name in ("source_id", "publisher", "document", *DOCUMENT)}
    years = {int(date[:4]) for date in mine["date"]}
    known = {"redistribute": said["redistribute"]} if said["redistribute"] else {}
    return cards.card(
        geodata / "layouts" / ID / "card.yml",
        id=said["source_id"], publisher=said["publisher"], document=said["document"],
        url=next((url for url in mine["url"] if url), ""), published=said["date_published"],
        coverage=cards.spans(years), via_press=said["via_press"] == "yes", **known,
    )  # fmt: skip


def _warnings(rows: pd.DataFrame, grid: Grid, geodata: Path) -> list[Note]:
    notes = []
    asked = {row["fact"] for row in layout(geodata, ID, "facts")}
    if unasked := sorted(set(rows["fact"]) - asked):
        notes.append(Note("cited_unasked", {"facts": ", ".join(unasked)}))
    if grid.unknown:
        notes.append(Note("unknown_columns", {"columns": ", ".join(grid.unknown)}))
    return notes
