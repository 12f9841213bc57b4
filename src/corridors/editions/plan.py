"""What an import would change: the rows after it and every difference, before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from corridors import history
from corridors.build.checks import data_findings, read_tables
from corridors.build.facts import Row, read_cards
from corridors.build.ledger import read_ledger
from corridors.build.series import Tables
from corridors.build.slips import TABLE as SLIPS
from corridors.build.tables import arrow_table
from corridors.build.totals import SUMMED
from corridors.editions.rows import Counts, compare, counted, frame_of, in_scope, merged
from corridors.editions.slips import with_slips
from corridors.errors import DataError
from corridors.model.cards import Card
from corridors.model.tables import BY_NAME, LEDGER
from corridors.sources import census_population
from corridors.sources.batch import Batch, Part

# What is counted at a moment: years do not add up, so the last one stands beside the file's own total.
STOCKS: Final = frozenset(("population_july1", "population_mid_year", "population", "licences"))
NATION: Final = ("", "00", "US")  # rows of a whole country beside its states: left out of a sum

# Places of a table that its publisher's total of the country leaves out.
APART: Final = {census_population.TABLE: (census_population.TERRITORY,)}


@dataclass(frozen=True)
class Plan:
    """One file against the edition in force. `frames` are the tables after it, as text; `ledger` its new lines."""

    batch: Batch
    file: str
    parent: int
    frames: Mapping[str, pd.DataFrame]
    ledger: pd.DataFrame
    cards: tuple[Card, ...]
    changes: pd.DataFrame
    counts: Counts
    before: Mapping[str, float]
    after: Mapping[str, float]

    @property
    def changes_nothing(self) -> bool:
        """Whether the present edition already says all of it."""
        return not self.counts.any and not self.cards


def plan(batch: Batch, root: Path, parent: int, file: str) -> Plan:
    """The plan of a batch over the data folder `root`, which is edition `parent`.

    Refused when more totals are wrong than a publisher's slips can be. DataError when the data after it would not hold
    (a key twice, a value out of range, a total that was right and is none any more): the message lists what is wrong.
    """
    before = _present(batch.parts, root)
    frames = _merged(batch.parts, before)
    tables: Tables = {}
    if any(name in SUMMED or name == SLIPS for name in frames):
        tables = _after(frames, _ledger(batch, root, frames), root)
        batch = with_slips(batch, tables)
        slips = [part for part in batch.parts if part.table == SLIPS]
        before.update(_present(slips, root))
        frames.update(_merged(slips, before))
    changes = [compare(BY_NAME[name], before[name], frame) for name, frame in frames.items()]
    every = pd.concat(changes, ignore_index=True)
    found = Plan(
        batch, file, parent, frames, _ledger(batch, root, frames), _cards(batch, root), every,
        counted(every), _sums(batch, before), _sums(batch, frames),
    )  # fmt: skip
    if not found.changes_nothing:
        _hold(found, root, tables)
    return found


def _present(parts: Sequence[Part], root: Path) -> dict[str, pd.DataFrame]:
    """The tables of some parts as they are, as text."""
    return {name: frame_of(root, BY_NAME[name]) for name in dict.fromkeys(part.table for part in parts)}


def _merged(parts: Sequence[Part], before: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables of some parts with their rows, as text."""
    frames: dict[str, pd.DataFrame] = {}
    for part in parts:
        frames[part.table] = merged(part, frames.get(part.table, before[part.table]))
    return frames


def _after(frames: Mapping[str, pd.DataFrame], lines: pd.DataFrame, root: Path) -> Tables:
    """The data with the rows of a batch, typed."""
    return {**read_tables(root / "built"), **_typed(frames, lines)}


def _typed(frames: Mapping[str, pd.DataFrame], lines: pd.DataFrame) -> dict[str, pd.DataFrame]:
    ledger = _rows(lines)
    return {name: arrow_table(BY_NAME[name], _rows(frame), ledger).to_pandas() for name, frame in frames.items()}


def _cards(batch: Batch, root: Path) -> tuple[Card, ...]:
    """The cards of the batch that say something new; the pin of the rows is made at the end."""
    present = read_cards(root)
    pinned = {id: Card(**{**vars(card), "sha256": ""}) for id, card in present.items()}
    return tuple(card for card in batch.cards if pinned.get(card.id) != Card(**{**vars(card), "sha256": ""}))


def _ledger(batch: Batch, root: Path, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The ledger with the lines of this file: the next edition of each source, for the rows that the file brings."""
    lines = pd.DataFrame(read_ledger(root), columns=list(BY_NAME[LEDGER].names), dtype=str)
    for source in batch.source_ids:
        ids = lines.loc[lines["of_source"] == source, "edition_id"]
        number = 1 + max((int(id.rpartition("/")[2]) for id in ids), default=0)
        for part in batch.parts:
            mine = part.frame[part.frame["source_id"] == source]
            if mine.empty:
                continue
            column = _told_by(batch, part, mine, frames[part.table])
            values = sorted(set(mine[column])) if column else [""]
            said = [batch.edition or "-", batch.published, batch.sha256, history.today()]
            new = [[f"{source}/{number}", source, part.table, column, value, *said] for value in values]
            old = (lines["of_table"] == part.table) & (lines["of_source"] == source)
            if column:  # a whole series replaces every part of it
                old &= (lines["part_column"] == column) & lines["part_value"].isin(values)
            lines = pd.concat([lines[~old], pd.DataFrame(new, columns=lines.columns)], ignore_index=True)
    return lines


def _told_by(batch: Batch, part: Part, mine: pd.DataFrame, after: pd.DataFrame) -> str:
    """The column whose values tell the rows of this file from the others of their source; "" when it has them all."""
    named = batch.partition.partition("=")[0]
    if named in part.frame:
        return named
    key = list(BY_NAME[part.table].key)
    ours = pd.MultiIndex.from_frame(mine[key])
    theirs = after[after["source_id"].isin(mine["source_id"])]
    rest = theirs[~pd.MultiIndex.from_frame(theirs[key]).isin(ours)]
    if rest.empty:
        return ""
    columns = [name for name in (*part.scope, *key) if name != "source_id"]
    return next((name for name in columns if not mine[name].isin(rest[name]).any()), "")


def _sums(batch: Batch, frames: Mapping[str, pd.DataFrame]) -> dict[str, float]:
    """For each total of the file, the sum of the rows that it speaks for, where the tables have it under that name
    and carry its moment."""
    found: dict[str, float] = {}
    for name in (name for name in batch.totals if name not in batch.apart):
        for part in batch.parts:
            value = _sum(part, frames[part.table], name)
            if value is not None:
                found[name] = value
                break
    return found


def _sum(part: Part, frame: pd.DataFrame, name: str) -> float | None:
    rows = frame[in_scope(part, frame)] if part.scope else frame
    for code in ("state_code", "mx_state_code", "us_state_code"):
        if code in rows:
            rows = rows[~rows[code].isin((*NATION, *APART.get(part.table, ())))]
    time = next((column for column in ("month", "year") if column in rows), "")
    if name in STOCKS and time:
        rows = rows[rows[time] == rows[time].max()]
    if "measure" in rows and "value" in rows and (rows["measure"] == name).any():
        cells = rows.loc[rows["measure"] == name, "value"]
    elif name in rows:
        cells = rows[name]
    else:
        return None
    known = cells[cells != ""].astype(float)
    return float(known.sum())


def _hold(found: Plan, root: Path, tables: Tables) -> None:
    """Every schema and every publisher's total over the data as they would be.

    `tables`: these data but for the slips found since, where they were made already.
    """
    since = {name: frame for name, frame in found.frames.items() if name == SLIPS}
    tables = {**tables, **_typed(since, found.ledger)} if tables else _after(found.frames, found.ledger, root)
    touched = set(found.frames)
    wrong = [one for one in data_findings(tables, touched) if not one.ok]
    if wrong:
        raise DataError("; ".join(f"{one.check}: {one.detail}" for one in wrong))


def _rows(frame: pd.DataFrame) -> list[Row]:
    """A frame of text as the build reads rows."""
    return [{str(name): str(cell) for name, cell in row.items()} for row in frame.to_dict("records")]
