"""The years that a card says it covers, with those of a new file added."""

import re
from collections.abc import Iterable
from typing import Final

from corridors.sources.cards import spans

_RUN: Final = re.compile(r"(?<!\d)(\d{4})(?:[–-](\d{4}))?(?!\d)")


def covered(coverage: str, years: Iterable[int]) -> str:
    """A coverage with some years added: `1990–2015` and 2016, 2018 give `1990–2016, 2018`."""
    known = set(years)
    for first, last in _RUN.findall(coverage):
        known |= set(range(int(first), int(last or first) + 1))
    return spans(known)
