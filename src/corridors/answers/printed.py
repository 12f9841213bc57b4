"""One printed figure of the facts, with its card: what a message, an obstacle or a comparison quotes."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.text.formats import period

PAPER: Final = "PAPER_2020"  # a row read only in the paper is never evidence for the paper
WHEN: Final = ("year", "period", "as_of")  # columns that say of when a row is, the first that a table has


@dataclass(frozen=True)
class Printed:
    """A value, the years or the period it is of ("" where none was stated), its source,
    whether that was read second-hand, and its kind."""

    value: float
    when: str
    card: Card
    press: bool
    kind: Kind


def printed(store: Store, table: str, **where: Any) -> Printed | None:
    """The figure of the one row of `table` whose cells are `where`; None when no row has them.

    Of several (an import may bring a later edition) the last of the table counts. The paper's own rows never do.
    """
    return store.kept(f"printed {table} {where}", lambda: _last(store, _found(store, table, where)))


def counted(store: Store, table: str, **where: Any) -> Printed | None:
    """How many rows of `table` have these cells, as a figure of its own; None for no row."""
    return store.kept(f"counted {table} {where}", lambda: _count(store, _found(store, table, where)))


def _last(store: Store, found: pd.DataFrame) -> Printed | None:
    return None if found.empty else figure(store, found.tail(1))


def _count(store: Store, found: pd.DataFrame) -> Printed | None:
    if found.empty:
        return None
    return figure(store, found.tail(1).assign(value=float(len(found)), kind=str(Kind.DERIVED)))


def _found(store: Store, table: str, where: dict[str, Any]) -> pd.DataFrame:
    rows = store.table(table)
    keep = rows["source_id"] != PAPER
    for column, wanted in where.items():
        keep &= rows[column] == wanted
    return rows[keep]


def figure(store: Store, row: pd.DataFrame) -> Printed:
    """The figure of a frame of one row with `value`, `kind`, `source_id` and what says when (see WHEN)."""
    (one,) = each(row)
    if "year_start" in row:
        when = "" if pd.isna(one.year_start) else period(int(one.year_start), int(one.year_end))
    else:
        when = next((str(getattr(one, name)) for name in WHEN if name in row), "")
    card = store.card(one.source_id)
    press = card.via_press if "via_press" not in row else one.via_press == "yes"
    return Printed(float(one.value), when, card, press, Kind(one.kind))
