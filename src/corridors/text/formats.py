"""Numbers, periods and dates as each language writes them (es-MX and en-US: 1,234.5)."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

LOCALES: Final = {"en": "en_US", "es": "es_MX"}
NO_BREAK: Final = "\u00a0"
_LIKE_Y: Final = re.compile(r"h?i(?!e)", re.IGNORECASE)  # before these Spanish says "e", not "y"
MINUS: Final = "\u2212"  # the one that charts draw on their axes


@lru_cache(maxsize=4)
def _locale(lang: str) -> Locale:
    return Locale.parse(LOCALES[lang])


def number(value: float, lang: str, digits: int = 0) -> str:
    """A number with `digits` decimals, thousands commas and a true minus sign: 18,206, 4.0 or −24."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, pattern, locale=_locale(lang)).replace("-", MINUS)


def percent(value: float, lang: str, digits: int = 0) -> str:
    """A percentage that is already in percent: `76 %`, with a space that does not break."""
    return number(value, lang, digits) + NO_BREAK + "%"


def listing(words: Sequence[str], lang: str) -> str:
    """Words as a list in a sentence, as the browser's `Intl.ListFormat` writes it: "a, b and c", "a, b y c"."""
    *before, last = words
    joint = "and" if lang == "en" else "e" if _LIKE_Y.match(last) else "y"
    return f"{', '.join(before)} {joint} {last}" if before else last


def period(first: int, last: int) -> str:
    """A year or a range of years, with an en dash."""
    return str(first) if first == last else f"{first}\u2013{last}"


def month(value: date, lang: str) -> str:
    """A month in short: `Jan 2025`, `ene 2025`."""
    return format_date(value, "MMM y", locale=_locale(lang))


def short_day(value: date, lang: str) -> str:
    """A day in short: `8 Jan 2025`, `8 ene 2025`."""
    return format_date(value, "d MMM y", locale=_locale(lang))


def day(value: date, lang: str) -> str:
    """A date written out: `8 January 2025`, `8 de enero de 2025`."""
    pattern = "d 'de' MMMM 'de' y" if lang == "es" else "d MMMM y"
    return format_date(value, pattern, locale=_locale(lang))
