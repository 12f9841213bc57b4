"""Taking a planned import in: a whole new edition beside the present one, then one step that puts it in force."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa

from corridors import history
from corridors.build import facts
from corridors.build.checks import GEOMETRY_CARDS
from corridors.build.run import build
from corridors.build.tables import write_parquet
from corridors.editions.plan import Plan
from corridors.editions.rows import text_of
from corridors.editions.state import StateError, file_of, locked, now, point, settle, staging, who_of
from corridors.model.cards import Card
from corridors.model.tables import BY_NAME, LEDGER
from corridors.store import Store
from corridors.whole import write

Progress = Callable[[str], None]


def accept(plan: Plan, geodata: Path, state: Path, by: str, progress: Progress) -> history.Edition:
    """Makes the plan the edition in force and gives its record.

    It is whole or not at all: everything is made in a folder that nothing points to, checked, forced to the disk and
    moved to its place; then the pointer is replaced. StateError when another edition came into force since the plan,
    or when the disk cannot take it; the state is then as it was.
    """
    with locked(state):
        if history.current(state) != plan.parent:
            raise StateError("another import was accepted since this preview: look at it again")
        number = 1 + max(edition.number for edition in history.editions(state))
        try:
            with staging(state, history.root(geodata, state)) as staged:
                _write(plan, staged, progress)
                record = _record(plan, staged, geodata, number, by)
                write(
                    staged / history.RECORD, json.dumps(asdict(record), ensure_ascii=False, indent=1).encode() + b"\n"
                )
                progress("to disk")
                settle(staged, state, number)
            point(state, number, by, "accept", plan.file)
        except OSError as error:
            raise StateError(f"{state} cannot take the edition ({error.strerror}): nothing was changed") from error
    return record


def _write(plan: Plan, staged: Path, progress: Progress) -> None:
    progress("facts")
    for name, frame in plan.frames.items():
        write(staged / "facts" / f"{name}.csv", text_of(BY_NAME[name], frame))
    write(staged / "facts" / f"{LEDGER}.csv", text_of(BY_NAME[LEDGER], plan.ledger))
    for card in plan.cards:
        write(staged / "cards" / f"{card.id}.yml", card_text(card))
    facts.pin_cards(staged)
    for id, card in facts.read_cards(staged).items():
        if not card.sha256 and id not in GEOMETRY_CARDS:  # no row carries it any more
            (staged / "cards" / f"{id}.yml").unlink()
    names = {*plan.frames, LEDGER, *(part.table for part in plan.batch.parts)}
    build(staged, "tables", progress, names)
    write_parquet(pa.Table.from_pandas(plan.changes, preserve_index=False), staged / history.CHANGES)


def card_text(card: Card) -> bytes:
    """A card as its YAML file."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(card).items()]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _record(plan: Plan, staged: Path, geodata: Path, number: int, by: str) -> history.Edition:
    batch = plan.batch
    return history.Edition(
        number=number, accepted=now(), by=who_of(by), source=batch.source, source_ids=batch.source_ids,
        edition=batch.edition, published=batch.published, partition=batch.partition,
        file=file_of(plan.file), sha256=batch.sha256, base=Store(geodata).data_version, data=Store(staged).data_version,
        parent=plan.parent, **asdict(plan.counts), totals=dict(batch.totals), before=dict(plan.before),
        warnings=tuple({"en": note.words("en"), "es": note.words("es")} for note in batch.warnings),
    )  # fmt: skip
