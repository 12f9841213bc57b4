"""The reviewed glossary of `geodata/glossary.yml`: what the words of the cards mean, in one language."""

from dataclasses import dataclass
from typing import Any, Final

from corridors.store import Store

WORDS: Final = "glossary"


@dataclass(frozen=True)
class Term:
    """A term, what it means, what it must not be confused with, and who defines it."""

    id: str
    name: str
    means: str
    confused: str
    source: str


def glossary(store: Store, lang: str) -> tuple[Term, ...]:
    """Every term, in the order of the file."""
    rows: list[dict[str, Any]] = store.words(WORDS)["terms"]
    return tuple(
        Term(row["id"], row[lang], row[f"means_{lang}"], row[f"not_{lang}"], row[f"source_{lang}"]) for row in rows
    )
