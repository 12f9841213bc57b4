"""Source cards of the present data, for an importer that brings one up to date."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from corridors.analysis.slices import runs
from corridors.errors import DataError
from corridors.model.cards import Card, parse


def card(path: Path, **changes: Any) -> Card:
    """The card in a YAML file, with some fields changed and no pin (it is pinned when it is accepted).

    DataError when there is no such file or it is malformed.
    """
    try:
        stamp = path.stat()
    except FileNotFoundError as error:
        raise DataError(f"{path.parent.name}/{path.name} is missing: it is part of the data, restore it") from error
    return replace(_card(path, stamp.st_mtime_ns, stamp.st_size), **changes)


@lru_cache(maxsize=64)
def _card(path: Path, _changed: int, _size: int) -> Card:
    where = f"{path.parent.name}/{path.name}"
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict):
        raise DataError(f"{where}: write fields as `name: value`")
    return replace(parse(where, found), sha256="")


def present(geodata: Path, source: str) -> Card | None:
    """The card of a source in the present data, without its pin; None when there is no such source yet."""
    path = geodata / "cards" / f"{source}.yml"
    return card(path) if path.is_file() else None


def spans(years: set[int]) -> str:
    """Years as a card writes its coverage: `2010, 2011, 2013–2017` (three and more in a row are a span)."""
    said: list[str] = []
    for first, last in runs(years):
        said += [f"{first}–{last}"] if last - first > 1 else map(str, sorted({first, last}))
    return ", ".join(said)
