"""Sentences with values in them: `{name}` prints a value, `{name:1}` with one decimal, `{name:year}` without commas."""

import re
from collections.abc import Mapping
from typing import Final

from corridors.errors import ClaimFault
from corridors.text.formats import NO_BREAK, number

_FIELD: Final = re.compile(r"\{([a-z_][a-z0-9_]*)(?::(\d|year))?\}")
_PERCENT: Final = re.compile(r"(?<=[\d}]) %")


def fields(where: str, template: str) -> set[str]:
    """The names that a sentence quotes. ClaimFault for a brace that opens no field."""
    if loose := re.search(r"[{}]", _FIELD.sub("", template)):
        said = f"a {loose[0]} alone; write {{name}}, {{name:1}} (decimals) or {{name:year}}"
        raise ClaimFault("brace", where, said, brace=loose[0])
    return {match[1] for match in _FIELD.finditer(template)}


def filled(template: str, values: Mapping[str, float | str | None], lang: str, absent: str) -> str:
    """A sentence with its values as a language writes them; `absent` stands for one that is missing."""

    def said(match: re.Match[str]) -> str:
        value = values[match[1]]
        if value is None:
            return absent
        if isinstance(value, str):
            return value
        if match[2] == "year":
            return str(int(value))
        digits = int(match[2]) if match[2] else (0 if float(value).is_integer() else 1)
        return number(value, lang, digits)

    return _FIELD.sub(said, _PERCENT.sub(f"{NO_BREAK}%", template))
