"""The core messages, `geodata/messages/*.yml`: the same for every office, each bound to claims of the ledger.

A message holds while each of its claims may be said and every figure that it quotes is in the facts in force. One that
does not hold has no text at all: nothing that reads it can show it as sayable.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from corridors.answers.ledger import Entry, by_id
from corridors.answers.quoting import quoted
from corridors.errors import DataError
from corridors.model.cards import Card
from corridors.model.view import LANGS
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited

ORDER: Final = ("shared", "prevention", "harm", "local", "network", "own")  # each a file of geodata/messages
NEUTRAL: Final = "message.neutral"  # the text key of the sentence on every hand-out
# Verdicts whose claim may be said. A message quotes the figures in force, so that one which replaced another may be.
SAYABLE: Final = ("holds", "holds_rounded", "superseded")
# A position is not checked: its verdict may be "uncheckable", but what the facts deny is no position.
OF_POSITION: Final = (*SAYABLE, "uncheckable")
FIELDS: Final = frozenset({"title_en", "title_es", "text_en", "text_es", "short_en", "short_es", "base_en", "base_es",
                           "claims", "position", "figures", "shares", "periods"})  # fmt: skip


@dataclass(frozen=True)
class Message:
    """One message in both languages, its numbers in place. `held_back` (English, Spanish) is why it may not be said;
    then its words and the bases are empty. `short_en`, `short_es`: what a screen shows of it. `position`:
    what Mexico holds, not a finding."""

    id: str
    title_en: str
    title_es: str
    text_en: str
    text_es: str
    short_en: str
    short_es: str
    base_en: str
    base_es: str
    claims: tuple[str, ...]
    position: bool
    holds: bool
    held_back: tuple[str, str]
    cards: tuple[Card, ...]
    press: frozenset[str]

    def title(self, lang: str) -> str:
        """The title in a language."""
        return self.title_es if lang == "es" else self.title_en

    def words(self, lang: str) -> str:
        """The message in a language; empty while it is held back."""
        return self.text_es if lang == "es" else self.text_en

    def brief(self, lang: str) -> str:
        """The message in the few words that a screen shows; empty while it is held back."""
        return self.short_es if lang == "es" else self.short_en

    def base(self, lang: str) -> str:
        """What its numbers are of, in a language."""
        return self.base_es if lang == "es" else self.base_en

    def reason(self, lang: str) -> str:
        """Why it is held back, in a language; empty while it holds."""
        return self.held_back[lang == "es"]

    def citation(self, lang: str) -> str:
        """What a copy of it holds: the message, its base, its sources, and the sentence on every hand-out."""
        sources = "; ".join(cited(card, lang) for card in self.cards)
        labels = (("messages.base", self.base(lang)), ("messages.sources", sources))
        lines = [self.words(lang), *(f"{text(key, lang)}: {said}" for key, said in labels), text(NEUTRAL, lang)]
        return "\n".join(lines)


def messages(store: Store) -> tuple[Message, ...]:
    """The messages, in order. DataError for a file that is no message."""
    return store.kept("messages", lambda: tuple(_message(id, store.words(f"messages/{id}"), store) for id in ORDER))


def _message(id: str, found: Any, store: Store) -> Message:
    if not isinstance(found, dict) or set(found) != FIELDS:
        raise DataError(f"messages/{id}.yml: a message has the fields {', '.join(sorted(FIELDS))}")
    figures = quoted(store, found)
    reasons = [*_denied(found, by_id(store)), *([("messages.held.number", {})] if figures.missing else [])]
    filled = {
        f"{part}_{lang}": "" if reasons else figures.fill(found[f"{part}_{lang}"], lang)
        for part in ("text", "short", "base")
        for lang in LANGS
    }
    held_back = tuple(_reason(reasons, lang) for lang in LANGS)
    return Message(
        id=id, title_en=found["title_en"], title_es=found["title_es"], **filled,
        claims=tuple(found["claims"]), position=found["position"], holds=not reasons,
        held_back=(held_back[0], held_back[1]), cards=figures.cards, press=figures.press,
    )  # fmt: skip


def _denied(found: Mapping[str, Any], claims: Mapping[str, Entry]) -> Iterator[tuple[str, dict[str, str]]]:
    """Why the claims of a message forbid it: text keys with their values."""
    allowed = OF_POSITION if found["position"] else SAYABLE
    for id in found["claims"]:
        if id not in claims:
            yield "messages.held.missing", {"claim": id}
        elif claims[id].verdict not in allowed:
            yield "messages.held.verdict", {"claim": id, "verdict": claims[id].verdict}


def _reason(reasons: list[tuple[str, dict[str, str]]], lang: str) -> str:
    return "; ".join(text(key, lang, **_worded(values, lang)) for key, values in reasons)


def _worded(values: Mapping[str, str], lang: str) -> dict[str, str]:
    return {name: text(f"verdict.{word}", lang) if name == "verdict" else word for name, word in values.items()}
