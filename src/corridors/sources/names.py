"""Names of states as publishers write them, to the codes of both countries (reviewed spellings alone, no guessing)."""

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from corridors.errors import DataError

_DROPPED: Final = re.compile(r"[.'’`]")
_BETWEEN: Final = re.compile(r"[^0-9a-z&]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A name without case, accents, full stops or surplus spaces, so that spellings of one name compare equal."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _BETWEEN.sub(" ", _DROPPED.sub("", plain)).strip()


def codes(geodata: Path, country: Literal["US", "MX"]) -> dict[str, str]:
    """Folded name -> code of a country's states (USPS, or INEGI's two digits), from `names/states.csv`.

    DataError when two spellings that fold alike have different codes.
    """
    path = geodata / "names" / "states.csv"
    stamp = path.stat()
    return dict(_codes(path, country, stamp.st_mtime_ns, stamp.st_size))


@lru_cache(maxsize=8)
def _codes(path: Path, country: str, _changed: int, _size: int) -> dict[str, str]:
    found: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if (
                row["country"] == country
                and found.setdefault(fold(row["name"]), row["state_code"]) != (row["state_code"])
            ):
                raise DataError(f"names/states.csv: {row['name']} has two codes; keep one")
    return found
