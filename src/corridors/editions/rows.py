"""Rows of facts as text frames: read, brought together with a batch, compared, written."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.build.facts import read_rows
from corridors.model.tables import BY_NAME, Table
from corridors.sources.batch import Part

# Who says it and where: a change of these alone is no restatement.
CITATION: Final = frozenset(
    (
        "publisher", "document", "locator", "url", "quality", "kind", "note", "source_id", "via_press",
        "date_published", "official_url", "agreement",
    )
)  # fmt: skip
# Parts of a key that say which document is meant rather than which quantity.
_NOT_IDENTITY: Final = CITATION | {"value"}
COLUMNS: Final = ("table", "key", "column", "before", "after", "change")


def frame_of(geodata: Path, table: Table) -> pd.DataFrame:
    """The rows of a table as text; no row where the folder does not have the table (an import may bring it)."""
    if not (geodata / "facts" / f"{table.name}.csv").is_file():
        return pd.DataFrame(columns=list(table.names), dtype=str)
    return pd.DataFrame(read_rows(geodata, table), columns=list(table.names), dtype=str)


def merged(part: Part, present: pd.DataFrame) -> pd.DataFrame:
    """The present rows with those of a part: what it restates stands where it stood, what is new comes after.

    A row whose cells are the same numbers keeps its text, so that the same data give the same bytes.
    """
    table = BY_NAME[part.table]
    keys = list(table.key)
    old, new = _keyed(present, keys), _keyed(part.frame, keys)
    gone = in_scope(part, present).to_numpy() & ~old.isin(new)
    kept = present[~gone].copy()
    fresh = part.frame.set_axis(new, axis=0)
    place = old[~gone]
    both = place.isin(new)
    if both.any():
        incoming = fresh.loc[place[both]].reset_index(drop=True)
        standing = kept[both].reset_index(drop=True)
        for column in table.names:
            kept.loc[both, column] = (
                incoming[column]
                .where(~_same(table, column, standing[column], incoming[column]), standing[column])
                .to_numpy()
            )
    added = part.frame[~new.isin(old)]
    return pd.concat([kept, added], ignore_index=True)


def in_scope(part: Part, frame: pd.DataFrame) -> pd.Series:
    """Whether each row is one for which the part speaks alone."""
    inside = pd.Series(bool(part.scope), index=frame.index)
    for column, values in part.scope.items():
        inside &= frame[column].isin(values)
    return inside


def compare(table: Table, before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """What differs, one row a changed cell (COLUMNS): a row `added` or `removed`, a number `restated`, a citation
    `relabelled`. `key` is JSON of the columns that name the quantity; an added or removed row has its main number."""
    short = [column for column in table.key if column not in _NOT_IDENTITY]
    if not short:
        return _compared(table, list(table.key), before, after)
    old, new = _keyed(before, short), _keyed(after, short)
    twice = old[old.duplicated()].union(new[new.duplicated()])
    one, other = ~old.isin(twice), ~new.isin(twice)
    # Two documents may print one quantity: those rows alone are told apart by their whole key.
    parts = [_compared(table, short, before[one], after[other])]
    if len(twice):
        parts.append(_compared(table, list(table.key), before[~one], after[~other]))
    return pd.concat(parts, ignore_index=True)


def _compared(table: Table, keys: list[str], before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    old, new = before.set_axis(_keyed(before, keys), axis=0), after.set_axis(_keyed(after, keys), axis=0)
    main = _main(table)
    found = [
        _whole(table, keys, new[~new.index.isin(old.index)], main, "added"),
        _whole(table, keys, old[~old.index.isin(new.index)], main, "removed"),
    ]
    left = old[old.index.isin(new.index)]
    right = new.loc[left.index]
    said = left[keys].reset_index(drop=True)
    for column in (name for name in table.names if name not in keys):
        a, b = left[column].reset_index(drop=True), right[column].reset_index(drop=True)
        off = ~_same(table, column, a, b)
        change = "relabelled" if column in CITATION else "restated"
        found.append(_cells(table, said[off], column, (a[off], b[off]), change))
    return pd.concat(found, ignore_index=True)


def text_of(table: Table, frame: pd.DataFrame) -> bytes:
    """The rows as the CSV of `geodata/facts`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.names)
    writer.writerows(frame[list(table.names)].itertuples(index=False, name=None))
    return out.getvalue().encode("utf-8")


@dataclass(frozen=True)
class Counts:
    """How many rows a comparison adds, removes, restates and relabels."""

    added: int = 0
    removed: int = 0
    restated: int = 0
    relabelled: int = 0

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.removed or self.restated or self.relabelled)


def counted(changes: pd.DataFrame) -> Counts:
    """The rows (not cells) of each kind of change; a row with a restated number counts as restated alone."""
    sets = {
        str(change): set(zip(part["table"], part["key"], strict=True)) for change, part in changes.groupby("change")
    }
    restated = sets.get("restated", set())
    relabelled = sets.get("relabelled", set()) - restated
    return Counts(len(sets.get("added", ())), len(sets.get("removed", ())), len(restated), len(relabelled))


def _keyed(frame: pd.DataFrame, keys: Sequence[str]) -> pd.Index:
    """The rows' keys, as one index of text."""
    joined = frame[keys[0]].astype(str)
    for column in keys[1:]:
        joined = joined + "\x1f" + frame[column].astype(str)
    return pd.Index(joined)


def _same(table: Table, column: str, a: pd.Series, b: pd.Series) -> pd.Series:
    """Whether cells say the same: numbers as numbers (1230.080 is 1230.08), all else as text."""
    equal = a == b
    kind = next(one for one in table.columns if one.name == column)
    if not kind.numeric or equal.all():
        return equal
    off = ~equal & (a != "") & (b != "")
    equal[off] = a[off].astype(float) == b[off].astype(float)
    return equal


def _main(table: Table) -> str:
    """The column that an added or removed row is told by: its value, or its first number that is no key."""
    names = [column.name for column in table.columns if column.numeric and column.name not in table.key]
    return "value" if "value" in table.names else (names[0] if names else table.names[-1])


def _whole(table: Table, keys: list[str], rows: pd.DataFrame, main: str, change: str) -> pd.DataFrame:
    cells = rows[main].reset_index(drop=True)
    none = pd.Series([""] * len(rows), dtype=str)
    pair = (none, cells) if change == "added" else (cells, none)
    return _cells(table, rows[keys].reset_index(drop=True), main, pair, change)


def _cells(
    table: Table, said: pd.DataFrame, column: str, pair: tuple[pd.Series, pd.Series], change: str
) -> pd.DataFrame:
    keys = [json.dumps(row, ensure_ascii=False) for row in said.to_dict("records")]
    return pd.DataFrame(
        {
            "table": [table.name] * len(keys), "key": keys, "column": [column] * len(keys),
            "before": pair[0].to_numpy(), "after": pair[1].to_numpy(), "change": [change] * len(keys),
        },
        dtype=str,
    )  # fmt: skip
