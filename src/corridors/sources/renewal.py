"""What a whole new edition of a series does to its source card, and the series of months or years that it must have."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from corridors.errors import DataError
from corridors.model.cards import Card
from corridors.sources import cards
from corridors.sources.batch import Note
from corridors.sources.problems import Problem, problem

_TIME: Final = re.compile(r"\d{4}(?:-\d{2})?")
MONTH: Final = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
# English abbreviations, which do not depend on the machine's language.
_ABBREVIATED: Final = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
MONTHS: Final = {name: at for at, name in enumerate(_ABBREVIATED.split(), start=1)}
NAMED: Final = 24  # months that a problem lists


def renewed(geodata: Path, source: str, first: str, last: str, **changes: Any) -> tuple[Card, tuple[Note, ...]]:
    """The present card with the coverage of a file (ISO months or years), and a warning when the file ends earlier.

    A publication date is carried over only while the coverage is the same: the file itself does not print it.
    """
    present = cards.present(geodata, source)
    if present is None:
        raise DataError(f"cards/{source}.yml is missing: it is part of the repository, restore it")
    coverage = f"{first} – {last}" if "-" in first else f"{first}–{last}"
    before = _TIME.findall(present.coverage)
    same = before[:2] == [first, last]
    notes = (Note("older", {"last": last, "present": before[-1]}),) if before and before[-1] > last else ()
    if same:
        return present, notes
    return cards.card(geodata / "cards" / f"{source}.yml", coverage=coverage, published="", **changes), notes


def months(first: str, last: str) -> list[str]:
    """Every month from one to another, as YYYY-MM."""
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{at // 12}-{at % 12 + 1:02d}" for at in range(begin, end + 1)]


def gaps(code: str, found: Iterable[str], wanted: list[str]) -> list[Problem]:
    """A problem (`months` or `years`) when a series lacks some of the months or years that it should have."""
    there = set(found)
    missing = [one for one in wanted if one not in there]
    if not missing:
        return []
    said = ", ".join(missing[:NAMED]) + (f" … ({len(missing)})" if len(missing) > NAMED else "")
    return [problem(code, first=wanted[0], last=wanted[-1], missing=said)]
