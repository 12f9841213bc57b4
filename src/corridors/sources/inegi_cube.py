"""INEGI's cube of deaths by homicide: by place of occurrence (one year of registration), or by place of registration.

The kind of export, the year and the month are read from the titles above the header, never from the file's name.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from corridors.model.cards import Card
from corridors.sources.batch import Batch
from corridors.sources.cards import card
from corridors.sources.content import Content
from corridors.sources.inegi_coverage import covered
from corridors.sources.inegi_cube_rows import Found, occurrence, registration
from corridors.sources.inegi_cube_table import SUBJECT, TOTAL, parse
from corridors.sources.inegi_states import mended, whole_text
from corridors.sources.layouts import layout
from corridors.sources.problems import refuse

ID: Final = "inegi_cube"
TITLES: Final = 2_000  # characters in which the titles stand
_ROWS: Final = {"occurrence": occurrence, "registration": registration}


def recognise(content: Content) -> tuple[str, ...]:
    """The query of the export, which names its subject, stands in the lines above its header."""
    if content.kind != "csv":
        return ()
    query = f"Consulta de: {SUBJECT}"
    return (f"the title {query}",) if query in content.head[:TITLES] else ()


def read(content: Content, geodata: Path) -> Batch:
    """The counts of one export. Refused for a query other than the two, a selection, or a cell that is no count."""
    decoded = whole_text(content, geodata, frozenset({TOTAL}))
    cube = parse(decoded.text)
    shapes = {(row["by"], row["across"]): row["shape"] for row in layout(geodata, ID, "shapes")}
    shape = shapes.get((cube.by, cube.across))
    if shape is None:
        raise refuse("cube_query", found=f"{cube.by}, {cube.across}")
    about = next(row for row in layout(geodata, ID, "cards") if row["shape"] == shape)
    found = _ROWS[shape](cube, geodata, about["source_id"])
    return Batch(
        source=about["source_id"],
        edition=found.edition,
        published="",
        recognised_by=recognise(content),
        parts=found.parts,
        totals=found.totals,
        partition=found.partition,
        warnings=(*mended(decoded), *found.notes),
        cards=_cards(geodata, about, found),
    )


def _cards(geodata: Path, about: Mapping[str, str], found: Found) -> tuple[Card, ...]:
    """The card of the source, where the file says more than the card that is there; none for what shipped."""
    now = card(geodata / "cards" / f"{about['source_id']}.yml")
    coverage = covered(now.coverage, found.years)
    if coverage == now.coverage and found.as_shipped:
        return ()
    now = replace(now, document=about["document"], coverage=coverage, published="")
    return (replace(now, caveat_en=about["caveat_en"], caveat_es=about["caveat_es"]),)
