"""Reads what is curated by hand: `geodata/cards/*.yml` and `geodata/facts/*.csv`."""

import csv
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from corridors.errors import DataError
from corridors.model.cards import Card, parse
from corridors.model.tables import TABLES, Table
from corridors.whole import write

Row = dict[str, str]


def read_cards(geodata: Path) -> dict[str, Card]:
    """The cards by id, in the order of their ids. DataError when one is malformed or misnamed."""
    cards: dict[str, Card] = {}
    for path in sorted((geodata / "cards").glob("*.yml")):
        where = f"cards/{path.name}"
        try:
            found: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            raise DataError(f"{where}: not YAML ({error})") from error
        if not isinstance(found, dict):
            raise DataError(f"{where}: write fields as `name: value`")
        card = parse(where, found)
        if card.id != path.stem:
            raise DataError(f"{where}: the id is {card.id}; name the file {card.id}.yml")
        cards[card.id] = card
    if not cards:
        raise DataError(f"{geodata / 'cards'} holds no card")
    return cards


def present(geodata: Path) -> tuple[Table, ...]:
    """The tables of TABLES that are in the folder. DataError for a table or file too few or too many."""
    found = {path.stem for path in (geodata / "facts").glob("*.csv")}
    if missing := [t.name for t in TABLES if t.name not in found and not t.optional]:
        raise DataError(f"facts: {', '.join(missing)}.csv is missing")
    if unknown := found - {t.name for t in TABLES}:
        raise DataError(
            f"facts: {', '.join(sorted(unknown))}.csv is not in TABLES; add it there with its columns and key"
        )
    return tuple(t for t in TABLES if t.name in found)


def read_rows(geodata: Path, table: Table) -> list[Row]:
    """The rows of a table as text. DataError when the header is not the table's."""
    path = geodata / "facts" / f"{table.name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            header = tuple(next(reader, ()))
            if header != table.names:
                raise DataError(f"facts/{path.name}: the header must be {','.join(table.names)}")
            rows = list(reader)
        except csv.Error as error:
            raise DataError(f"facts/{path.name}, line {reader.line_num}: {error}") from error
    for number, cells in enumerate(rows, start=2):
        if len(cells) != len(header):
            raise DataError(f"facts/{path.name}, row {number}: {len(cells)} cells, {len(header)} expected")
    return [dict(zip(header, cells, strict=True)) for cells in rows]


def pins(geodata: Path) -> dict[str, str]:
    """For each source id, the SHA-256 of the rows that carry it, over all tables in their order."""
    digests: dict[str, Any] = {}
    for table in present(geodata):
        if "source_id" not in table.names:
            continue
        for row in read_rows(geodata, table):
            digest = digests.setdefault(row["source_id"], hashlib.sha256())
            digest.update("\x1f".join((table.name, *row.values(), "\n")).encode())
    return {source: digest.hexdigest() for source, digest in digests.items()}


def pin_cards(geodata: Path) -> list[str]:
    """Writes the current pins into the cards (their `sha256` line alone); the ids that changed.

    To be run by a person who has looked at the change in the facts, never by the build.
    """
    now = pins(geodata)
    changed = []
    for id, card in read_cards(geodata).items():
        pinned = replace(card, sha256=now.get(id, ""))
        if pinned != card:
            path = geodata / "cards" / f"{id}.yml"
            lines = path.read_text(encoding="utf-8").splitlines()
            kept = [line for line in lines if not line.startswith("sha256:")]
            write(path, ("\n".join([*kept, f'sha256: "{pinned.sha256}"']) + "\n").encode("utf-8"))
            changed.append(id)
    return changed
