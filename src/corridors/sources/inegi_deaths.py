"""INEGI's records of registered deaths (EDR): homicides of one year of registration, counted; no record is kept.

A death has three places (registered, lived, happened) and two years; each count says which of them it goes by.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa

from corridors.sources import dbf
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.cards import card, present
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.inegi_coverage import covered
from corridors.sources.inegi_deaths_records import Deaths, homicides
from corridors.sources.layouts import shared
from corridors.sources.problems import Refused

ID: Final = "inegi_deaths"
SOURCE: Final = "INEGI_EDR_RECORDS"
STATES: Final = "mx_deaths_state_year"
TOWNS: Final = "mx_deaths_municipality_year"
BASES: Final = ("occurrence", "registration", "residence")
# Columns that no other file of theirs has together; a file of births or of fetal deaths lacks one of them.
_MARKS: Final = ("CAUSA_DEF", "ENT_OCURR", "MUN_OCURR", "ENT_RESID", "ENT_REGIS")
_COUNTED: Final = ["homicides", "firearm_homicides"]


def recognise(content: Content) -> tuple[str, ...]:
    """The columns of the records, in the header of a dBASE table or of a CSV."""
    if content.kind == "csv":
        found = shared(content, _MARKS)
    elif content.kind == "dbf":
        try:
            names = {field.name for field in dbf.fields(content.data or dbf.mapped(content.path))}
        except Refused:
            return ()
        found = tuple(mark for mark in _MARKS if mark in names)
    else:
        return ()
    return (f"the columns {', '.join(found)}",) if len(found) == len(_MARKS) else ()


def read(content: Content, geodata: Path) -> Batch:
    """The homicides of one year of registration by place and year of occurrence.

    Refused when the causes are not of one revision of the ICD, a code of a place is none, or the year is not one.
    """
    deaths = homicides(content, geodata)
    year = str(deaths.year)
    rows = deaths.rows
    known = present(geodata, SOURCE)
    coverage = covered(known.coverage if known else "", [deaths.year])
    scope = {"year": (year,)}
    return Batch(
        source=SOURCE,
        edition=f"deaths registered in {year} ({deaths.revision})",
        published="",
        recognised_by=recognise(content),
        # Municipalities first: there each death is one row's, in the table of states it is under three bases.
        parts=(Part(TOWNS, _towns(rows, year), scope), Part(STATES, _states(rows, year), scope)),
        totals={"homicides": len(rows), "firearm_homicides": int(rows["firearm"].sum()), "deaths": deaths.total},
        partition=f"year={year}",
        warnings=_notes(deaths),
        cards=(card(geodata / "layouts" / ID / "card.yml", coverage=coverage),),
    )


def _states(rows: pd.DataFrame, year: str) -> pa.Table:
    """A row a basis, year of occurrence and state."""
    parts = [
        _count(rows, ["occurrence_year", f"{basis}_state"]).rename(columns={f"{basis}_state": "state_code"})
        for basis in BASES
    ]
    return _rows(STATES, year, pd.concat([part.assign(basis=basis) for basis, part in zip(BASES, parts, strict=True)]))


def _towns(rows: pd.DataFrame, year: str) -> pa.Table:
    """A row a year and municipality of occurrence."""
    return _rows(TOWNS, year, _count(rows, ["occurrence_year", "municipality_code"]))


def _count(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    groups = rows.groupby(keys, dropna=False, sort=True)["firearm"]
    return groups.agg(homicides="size", firearm_homicides="sum").reset_index()


def _rows(table: str, year: str, counted: pd.DataFrame) -> pa.Table:
    columns: Mapping[str, object] = {str(name): counted[name].array for name in counted}
    return frame(table, {**columns, "year": year, "quality": "derived", "kind": "derived", "source_id": SOURCE})


def _notes(deaths: Deaths) -> tuple[Note, ...]:
    """What a reader of these counts has to know: how many happened in another year than that of registration."""
    happened = deaths.rows["occurrence_year"]
    earlier, later, unknown = (
        int(mask.sum()) for mask in (happened < deaths.year, happened > deaths.year, happened.isna())
    )
    found = [
        Note("deaths_earlier", {"count": earlier, "total": len(happened), "year": deaths.year, "unknown": unknown})
    ]
    if later:
        found.append(Note("deaths_later", {"count": later, "year": deaths.year}))
    return tuple(found)
