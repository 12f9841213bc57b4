"""Sums that a publisher prints wrongly: found among its rows, and told from those that are known and kept as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

TABLE: Final = "publisher_slips"
KEYS: Final = ["of_table", "year", "role", "place"]
_NUMBERS: Final = ["found", "printed"]


@dataclass(frozen=True)
class Sum:
    """One kind of sum: `printed` by (year, place) beside what its parts add up to; `measure` is "" where the table
    has one alone, and `role` names the sum among those of the table."""

    table: str
    role: str
    measure: str
    found: pd.Series
    printed: pd.Series


def gaps(sums: Sequence[Sum]) -> pd.DataFrame:
    """Every printed total that is not the sum of its parts: KEYS, measure, found, printed. No part at all is zero."""
    every = [pd.DataFrame(columns=[*KEYS, "measure", *_NUMBERS])]
    for one in sums:
        both = pd.DataFrame({"found": one.found.reindex(one.printed.index, fill_value=0), "printed": one.printed})
        both.index.names = ["year", "place"]
        off = both[both["found"] != both["printed"]].reset_index()
        if len(off):
            every.append(off.assign(of_table=one.table, role=one.role, measure=one.measure))
    return pd.concat(every[1:] or every, ignore_index=True)


def unknown(sums: Sequence[Sum], tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """The gaps that are not kept as the publisher's slips with exactly these numbers."""
    off = gaps(sums)
    if TABLE in tables and len(off):
        columns = [*KEYS, *_NUMBERS]
        kept = pd.MultiIndex.from_frame(tables[TABLE][columns].astype(dict.fromkeys(_NUMBERS, float)))
        off = off[~pd.MultiIndex.from_frame(off[columns].astype(dict.fromkeys(_NUMBERS, float))).isin(kept)]
    return [
        f"{row['role']} {row['place']} {row['year']}: {row['found']} found, {row['printed']} printed"
        for row in off.to_dict("records")
    ]
