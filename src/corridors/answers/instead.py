"""What may be said instead of a claim that the facts deny or replaced: `geodata/instead.yml`, by the claim's id."""

from typing import Any, Final

from corridors.answers.ledger import Entry
from corridors.answers.quoting import quoted
from corridors.store import Store

WORDS: Final = "instead"


def instead(entry: Entry, store: Store, lang: str) -> str:
    """The words in a language, their numbers from the facts in force; "" where there are none."""
    found: dict[str, Any] | None = store.words(WORDS).get(entry.id)
    return quoted(store, found).fill(found["es" if lang == "es" else "en"], lang) if found else ""
