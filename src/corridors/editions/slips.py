"""The slips of arithmetic in a publisher's file, kept as data beside what it prints: a warning, never a refusal."""

from typing import Final

import pandas as pd

from corridors.build.series import Tables
from corridors.build.slips import TABLE, Sum, gaps
from corridors.build.totals import SUMMED, SUMS
from corridors.model.tables import BY_NAME
from corridors.sources.batch import Batch, Part
from corridors.sources.problems import Refused, problem

# So many wrong totals are no slip: the file is not what it seems (rows lost, columns moved).
FEW: Final = 3  # may be wrong however few there are
ALWAYS: Final = 10  # or half of those checked; a single wrong cell shows in its row, its column and the whole
MOST: Final = 50
SHARE: Final = 0.05  # of the totals checked
_WORDS: Final = "the printed total is not the sum of its parts"


def with_slips(batch: Batch, tables: Tables) -> Batch:
    """The batch with a part for the slips among the totals that it brings; `tables` are the data with its rows.

    Refused when they are too many to be slips.
    """
    parts = []
    every = [one for make in SUMS for one in make(tables)] if any(one.table in SUMMED for one in batch.parts) else []
    for part in batch.parts:
        if part.table == TABLE:
            for name, rows in part.frame.groupby("of_table"):
                _few(len(rows), sum(len(one.frame) for one in batch.parts if one.table == name))
        sums = [one for one in every if one.table == part.table and _brings(part, one)]
        if sums:
            parts.append(_part(part, sums))
    known = (tables.get(TABLE) is not None) and len(tables[TABLE]) > 0
    return Batch(**{**vars(batch), "parts": (*batch.parts, *(one for one in parts if known or len(one.frame)))})


def _brings(part: Part, one: Sum) -> bool:
    return not one.measure or bool((part.frame["measure"] == one.measure).any())


def _part(part: Part, sums: list[Sum]) -> Part:
    """The slips of the years and measures that a part brings."""
    years = set(part.frame["year"])
    source = str(part.frame["source_id"].iloc[0])
    off = gaps(sums)
    off = off[off["year"].astype(str).isin(years)]
    _few(len(off), sum(int(one.printed.index.get_level_values("year").astype(str).isin(years).sum()) for one in sums))
    rows = off.assign(
        **{name: off[name].map(lambda cell: str(int(cell))) for name in ("year", "found", "printed")},
        source_id=source, unit="people" if not sums[0].measure else "deaths_or_victims", note=_WORDS,
    )  # fmt: skip
    scope = {
        "source_id": (source,), "of_table": (part.table,), "year": tuple(sorted(years)),
        "role": tuple(one.role for one in sums),
    }  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(BY_NAME[TABLE].names), dtype=object)
    return Part(TABLE, frame, scope)


def _few(slips: int, checked: int) -> None:
    if slips > min(MOST, max(FEW, min(ALWAYS, checked / 2), SHARE * checked)):
        raise Refused([problem("slips", found=slips, checked=checked)])
