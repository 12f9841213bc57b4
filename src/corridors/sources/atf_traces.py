"""ATF Mexico (six calendar years an edition) and the NFCTA, from ATF's own documents, in our keyed CSV.

What was known of an edition only through the press gives way to the document itself; another edition has a card and
rows of its own and touches no older one.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.model.cards import Card
from corridors.model.tables import BY_NAME, TABLES
from corridors.sources import atf_traces_file, atf_traces_sums, cards
from corridors.sources.atf_traces_file import LAYOUT, Document, document
from corridors.sources.atf_traces_present import present_rows, replaced
from corridors.sources.batch import Batch, Part
from corridors.sources.content import Content
from corridors.sources.layouts import layout, shared
from corridors.sources.problems import refuse

ID: Final = LAYOUT
_HEADERS: Final = (
    "table",
    "year_start",
    "year_end",
    "source_area",
    "recovery_area",
    "measure",
    "value",
    "printed_table",
)


def recognise(content: Content) -> tuple[str, ...]:
    """The header of our layout, whole."""
    found = shared(content, _HEADERS)
    return (f"the header of the layout {ID}",) if len(found) == len(_HEADERS) else ()


def read(content: Content, geodata: Path) -> Batch:
    """The rows of one edition, together with the rows of the same edition that stay as they are."""
    said = document(content, geodata)
    source, template = _source(said.meta["edition"], geodata)
    parts, notes = [], []
    for table in [name for name in atf_traces_file.TABLES if (said.rows["table"] == name).any()]:
        present = present_rows(geodata, table, source)
        frame, warned = replaced(present, _rows(said, table, source))
        parts.append(Part(table, frame, {"source_id": (source,)}))
        notes += warned
    slips = atf_traces_sums.slips(said.rows, geodata)
    notes += [slip.note() for slip in slips]
    return Batch(
        source=source,
        edition=said.meta["edition"],
        published=said.meta["published"],
        recognised_by=recognise(content),
        parts=(*parts, *atf_traces_sums.part(slips, source, geodata)),
        totals=_totals(said.rows, geodata),
        warnings=tuple(notes),
        cards=(_card(geodata, source, template, said, parts),),
    )


def _source(edition: str, geodata: Path) -> tuple[str, str]:
    """The id of the edition's source, and the card that a new one starts from."""
    for row in layout(geodata, ID, "families"):
        if match := re.fullmatch(row["pattern"], edition):
            return match.expand(row["source"]), row["card"]
    raise refuse("trace_edition", column="edition", found=edition)


def _rows(said: Document, table: str, source: str) -> pd.DataFrame:
    rows = said.rows[said.rows["table"] == table]
    filled = {
        "edition": said.meta["edition"],
        "publisher": said.meta["publisher"],
        "document": said.meta["document"],
        "url": said.meta["url"],
        "locator": [
            f"page {page}, {printed}" if printed else f"page {page}"
            for page, printed in zip(rows["page"], rows["printed_table"], strict=True)
        ],
        "kind": ["derived" if quality == "derived" else "observed" for quality in rows["quality"]],
        "source_id": source,
        "via_press": "no",
    }
    return rows.assign(**filled)[list(BY_NAME[table].names)].reset_index(drop=True)


def _totals(rows: pd.DataFrame, geodata: Path) -> dict[str, int | float]:
    """The document's totals over its longest span, the main measure first (the order of the layout)."""
    rows = rows[rows["table"] == "trace_totals"]
    if rows.empty:
        return {}
    length = rows["year_end"].astype(int) - rows["year_start"].astype(int)
    whole = rows[length == length.max()].drop_duplicates("measure").set_index("measure")["value"]
    order = [row["measure"] for row in layout(geodata, ID, "measures") if row["measure"] in whole.index]
    return {name: float(whole[name]) if "." in whole[name] else int(whole[name]) for name in dict.fromkeys(order)}


def _card(geodata: Path, source: str, template: str, said: Document, parts: list[Part]) -> Card:
    """The card of the edition; once no row of it was read through the press, neither is the card."""
    years = f"{said.rows['year_start'].min()}–{said.rows['year_end'].max()}"
    known = cards.present(geodata, source)
    if known is None:
        path = geodata / "layouts" / ID / f"card_{template}.yml"
        meta = said.meta
        return cards.card(
            path, id=source, document=meta["document"], url=meta["url"], published=meta["published"], coverage=years
        )
    ours = {part.table: part.frame for part in parts}
    tables = [table.name for table in TABLES if "via_press" in table.names]
    left = any((ours.get(name, present_rows(geodata, name, source))["via_press"] == "yes").any() for name in tables)
    if left:
        return known
    english, spanish = known.caveat_en, known.caveat_es
    for row in layout(geodata, ID, "press_sentences"):
        if row["source"] in ("", source):
            english = english.replace(row["sentence_en"], "").strip()
            spanish = spanish.replace(row["sentence_es"], "").strip()
    return replace(
        known, via_press=False, url=said.meta["url"], published=said.meta["published"],
        caveat_en=english.replace("  ", " "), caveat_es=spanish.replace("  ", " "),
    )  # fmt: skip
