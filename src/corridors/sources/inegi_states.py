"""INEGI's codes of states, and the text of a file that names them: the 32 names say whether its letters are right."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from corridors.sources.batch import Note
from corridors.sources.content import Content
from corridors.sources.encoding import Certain, Decoded, mend
from corridors.sources.problems import Refused

COUNTRY: Final = "00"
ABROAD: Final = "33"
UNKNOWN: Final = "99"
STATES: Final = tuple(f"{code:02d}" for code in range(1, 33))
_FOREIGN: Final = re.compile(r"[^\x00-\x7f\xa0áéíóúüñÁÉÍÓÚÜÑ]|\?")  # a letter that was lost is often a `?`
_NEAR: Final = 32_768  # characters after a state in which the next one is looked for first
Spellings = dict[str, tuple[str, ...]]


def spellings(geodata: Path) -> Spellings:
    """Every reviewed spelling of each state, to the letter, by code; the shortest, which a longer may hold, first."""
    path = geodata / "names" / "states.csv"
    stamp = path.stat()
    return _spellings(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=4)
def _spellings(path: Path, _changed: int, _size: int) -> Spellings:
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if row["country"] == "MX":
                found[row["state_code"]].add(row["name"])
    return {code: tuple(sorted(names, key=lambda name: (len(name), name))) for code, names in found.items()}


def whole_text(content: Content, geodata: Path, header: frozenset[str]) -> Decoded:
    """The text of a file that names every state and has these fields in its header.

    Mended when one of the ways back gives all of them to the letter; Refused when none does.
    """
    wanted = [*((field,) for field in header), *spellings(geodata).values()]
    try:
        decoded = content.decoded
    except Refused:
        return mend(content.data, certain(geodata, header))
    if _named(decoded.text, wanted):
        return decoded
    try:
        return mend(content.data, certain(geodata, header))
    except Refused:
        if not _FOREIGN.search(decoded.text):
            return decoded  # no letter is damaged: it is a name that is missing, which the importer says better
        raise


def _named(text: str, wanted: Iterable[tuple[str, ...]]) -> bool:
    """Whether one name of each place stands in a text. States come in the order of their codes, as a rule."""
    last = 0
    for names in wanted:
        near = next((at for name in names if (at := text.find(name, last, last + _NEAR)) >= 0), -1)
        if near < 0 and not any(name in text for name in names):
            return False
        last = max(last, near)
    return True


def certain(geodata: Path, header: frozenset[str]) -> Certain:
    """The test of a mending: every state's name, and these fields of the header, to the letter."""
    known = spellings(geodata)
    return lambda fields: header <= fields and all(not fields.isdisjoint(names) for names in known.values())


def mended(decoded: Decoded) -> tuple[Note, ...]:
    """The warning that letters were mended, where they were."""
    return (Note("mended", {"how": decoded.mended}),) if decoded.mended else ()
