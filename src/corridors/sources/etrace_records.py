"""eTrace-style records, of any size: counted by one query, suppressed, and forgotten.

Our own layout (`layouts/etrace_records/columns.csv`, docs/records.md): CSV, Parquet, or a partitioned folder of either.
No record is kept, and neither is a number of a trace.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from corridors.errors import DataError
from corridors.model.cards import Card
from corridors.model.tables import BY_NAME
from corridors.sources import cards, layouts, sandbox
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.engines import duckdb_cube
from corridors.sources.etrace_records_checks import DUPLICATES, look, pairs, view
from corridors.sources.etrace_records_files import ID, headers, opened
from corridors.sources.etrace_records_tables import PAIRS, TERMS, parts
from corridors.sources.problems import Refused, problem, refuse
from corridors.sources.progress import told_while

SOURCE: Final = "ETRACE_RECORDS"
SYNTHETIC: Final = "ETRACE_SYNTHETIC"
ASKED: Final = ("authority", "purpose", "audience")  # what an import of records must say
_TOLD: Final = ("recovery_date", "dealer_state", "time_to_crime_days", "trace_outcome")
_FULL: Final = "No space left"
_LINE: Final = re.compile(r"Line:? (\d+)")


def recognise(content: Content) -> tuple[str, ...]:
    """The columns that only records of traces have."""
    if not set(_TOLD) <= set(headers(content)):
        return ()
    return (f"the columns {', '.join(_TOLD)}",)


def read(content: Content, geodata: Path) -> Batch:
    """The counts that may be shown. Refused without authority, purpose and audience, and for any bad value."""
    told = recognise(content)
    sandbox.widen()
    terms = {name: " ".join(content.hints.get(name, "").split()) for name in ASKED}
    problems = [problem("records_terms", column=name) for name, said in terms.items() if not said]
    try:
        with opened(content, geodata) as (connection, relation):
            with told_while(connection, "reading"):
                wrong, rows, marked = look(connection, relation, geodata)
            if problems := problems + wrong:
                raise Refused(problems)
            connection.execute(view(relation))
            with told_while(connection, "counting"):
                duckdb_cube(connection)
            if wrong := pairs(connection, relation, geodata):
                raise Refused(wrong)
            return _batch(connection, terms, told, rows, marked or relation.marked, geodata)
    except duckdb.OutOfMemoryException as error:
        raise MemoryError(str(error)) from error
    except duckdb.Error as error:
        if _FULL in str(error):
            raise DataError(
                "the disk has no room for what the count of records spills: free some, or set TMPDIR"
            ) from error
        raise _unread(error, content) from None


def _unread(error: duckdb.Error, content: Content) -> Refused:
    """A file that the engine cannot read; the message of the engine quotes cells, so only its line is kept."""
    line = _LINE.search(str(error))
    if content.kind == "parquet":
        return refuse("damaged", found="Parquet")
    return refuse("csv", row=int(line.group(1)) if line else 0)


def _batch(
    connection: duckdb.DuckDBPyConnection, terms: dict[str, str], told: tuple[str, ...], rows: int, synthetic: bool,
    geodata: Path,
) -> Batch:  # fmt: skip
    source = SYNTHETIC if synthetic else SOURCE
    same = {"kind": "observed", "source_id": source}
    states = [row["state_usps"] for row in layouts.layout(geodata, ID, "states")]
    types = [row["code"] for row in layouts.layout(geodata, ID, "codes") if row["column"] == "type"]
    published = parts(connection, states, types, same)
    [(total,)] = connection.sql("SELECT CAST(SUM(firearms) AS BIGINT) FROM cube").fetchall()
    span = _span(published)
    frame = pd.DataFrame(
        [{**same, **terms, "synthetic": "yes" if synthetic else "no", "firearms": str(total)}],
        columns=list(BY_NAME[TERMS].names), dtype=str,
    )  # fmt: skip
    kept = Part(TERMS, frame, published[0].scope)
    edition = f"synthetic records, {span}" if synthetic else f"trace records, recoveries of {span}"
    return Batch(
        source, edition, "", told, (kept, *published), {"firearms": int(total)},
        warnings=tuple(_notes(rows, int(total), synthetic)),
        cards=(_card(geodata, source, terms, span),),
    )  # fmt: skip


def _span(published: list[Part]) -> str:
    """The years whose totals are shown."""
    frame = next(part.frame for part in published if part.table == PAIRS)
    years = sorted(set(frame.loc[(frame["year"] != "") & (frame["status"] != "suppressed"), "year"]))
    if not years:
        return "-"
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _notes(rows: int, total: int, synthetic: bool) -> list[Note]:
    found = [Note("records_synthetic")] if synthetic else []
    if rows - total >= 10:
        found.append(Note("records_elsewhere", {"count": rows - total}))
    elif rows > total:
        found.append(Note("records_elsewhere_few"))
    if rows > DUPLICATES:
        found.append(Note("records_twice", {"limit": DUPLICATES}))
    return found


def _card(geodata: Path, source: str, terms: dict[str, str], span: str) -> Card:
    """The card with the terms in its caveat; that of synthetic records says first what they are."""
    card = cards.card(geodata / "layouts" / ID / "card.yml", coverage=span)
    english, spanish = card.caveat_en, card.caveat_es
    for name, value in terms.items():
        english = english.replace(f"{{{name}}}", value)
        spanish = spanish.replace(f"{{{name}}}", value)
    card = replace(card, caveat_en=english, caveat_es=spanish)
    if source == SOURCE:
        return card
    return replace(
        card, id=source, publisher="Corridors", document="SYNTHETIC records, made by `corridors synth`",
        licence="None: made up for tests and benchmarks", redistribute="yes",
        caveat_en=f"SYNTHETIC: made up, not one of these guns exists. {card.caveat_en}",
        caveat_es=f"SINTÉTICO: inventado, ninguna de estas armas existe. {card.caveat_es}",
    )  # fmt: skip
