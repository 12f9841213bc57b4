"""Source cards: who published what, under which terms, and what to beware of (in both languages)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, cast

from corridors.errors import DataError

Redistribute = Literal["yes", "figures-only", "no", "unknown"]
REDISTRIBUTE: Final[tuple[Redistribute, ...]] = ("yes", "figures-only", "no", "unknown")
MAY_BE_EMPTY: Final = ("url", "published", "coverage", "sha256")


@dataclass(frozen=True)
class Card:
    """One source. `via_press`: the document was read as quoted by somebody else.

    `sha256` pins the rows of `geodata/facts` that carry this id (empty where a card has none,
    as for boundaries that come from a package).
    """

    id: str
    publisher: str
    document: str
    url: str
    published: str
    licence: str
    redistribute: Redistribute
    coverage: str
    via_press: bool
    caveat_en: str
    caveat_es: str
    sha256: str

    def caveat(self, lang: str) -> str:
        """The caveat in a language (`en` or `es`)."""
        return self.caveat_es if lang == "es" else self.caveat_en


NAMES: Final = tuple(field.name for field in fields(Card))


def parse(where: str, found: Mapping[str, Any]) -> Card:
    """A card from a mapping (a YAML file, or an entry of cards.json).

    `where` is named in the DataError that a missing, unknown or malformed field raises.
    """
    if unknown := sorted(set(found) - set(NAMES)):
        raise DataError(f"{where}: unknown field {', '.join(unknown)}; a card has {', '.join(NAMES)}")
    if missing := [name for name in NAMES if name not in found]:
        raise DataError(f"{where}: add the field {', '.join(missing)}")
    for name in NAMES:
        value = found[name]
        if name == "via_press":
            if not isinstance(value, bool):
                raise DataError(f"{where}: via_press is {value!r}; write true or false")
        elif not isinstance(value, str):
            raise DataError(f"{where}: {name} is {value!r}; write it as text, in quotes")
        elif not value.strip() and name not in MAY_BE_EMPTY:
            raise DataError(f"{where}: {name} is empty")
    if found["redistribute"] not in REDISTRIBUTE:
        raise DataError(f"{where}: redistribute is {found['redistribute']!r}; use one of {', '.join(REDISTRIBUTE)}")
    return Card(**cast(dict[str, Any], dict(found)))
