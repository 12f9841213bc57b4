"""A digest of the numbers that something shows: the same in both languages, and the same after a word was changed.

Of each row the numbers (nine significant digits), the ids of places and the status of a cell; of texts, and of base and
period, only the digits in them.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

import pandas as pd

from corridors.answers.download import Download
from corridors.model.kinds import Status
from corridors.model.verification import DIGEST
from corridors.text import text

_NOT_DIGITS: Final = re.compile(r"\D+")
_DIGITS: Final = 9  # significant: what two computers may differ in comes later


def digest(download: Download) -> str:
    """Ten hex digits over the rows of a download in their order, with its base and period."""
    found = hashlib.sha256()
    for part in _parts(download):
        found.update(part.encode() + b"\n")
    return found.hexdigest()[:DIGEST]


def _parts(download: Download) -> Iterator[str]:
    yield digits(download.base)
    yield digits(download.period)
    for column in download.columns:
        values = download.frame[column.id]
        yield f"{column.id}:{'|'.join(_numbers(values) if column.digits is not None else _texts(column.id, values))}"
    for place in download.places:
        yield f"{place}:{'|'.join('' if pd.isna(id) else str(id) for id in download.frame[place])}"


def _numbers(values: "pd.Series[float]") -> Iterator[str]:
    for value in values.tolist():
        yield "" if pd.isna(value) else f"{value:.{_DIGITS}g}"


def _texts(id: str, values: "pd.Series[str]") -> Iterator[str]:
    said = (
        {text(f"fig.status.{one}", lang): str(one) for one in Status for lang in ("en", "es")} if id == "status" else {}
    )
    for value in values.tolist():
        yield said.get(value) or digits("" if value is None else str(value))


def digits(words: str) -> str:
    """The numbers in a text, without its words, its signs and its marks of thousands."""
    return _NOT_DIGITS.sub(" ", words.replace(",", "")).strip()
