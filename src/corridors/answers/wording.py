"""What an importer said of a file, in the words of the reader: its edition, its part, and what told it.

Importers speak English, which is what the command line and the records keep; here their words are known again by the
forms of `text/wording.py`. Words of another form (a title of a document) stay as they are.
"""

import re
from functools import cache
from typing import Final, Literal

from corridors.answers.chart import spoken_date
from corridors.text import has, text

Kind = Literal["edition", "told"]
# The first form that fits is taken: the longer of two stands first.
_KEYS: Final = (
    "edition.query", "edition.calendar", "edition.list", "edition.vintage", "edition.people_part", "edition.people",
    "edition.synthetic", "edition.records", "edition.deaths_month", "edition.deaths_state", "edition.deaths_town",
    "edition.deaths", "edition.cutoff", "edition.codebook", "edition.atf", "edition.span",
    "told.codebook", "told.columns", "told.column", "told.layout", "told.list", "told.header", "told.title",
    "told.banners", "told.footnotes", "told.given", "told.held",
)  # fmt: skip
_FIELD: Final = re.compile(r"\\\{(\w+)\\\}")
_DATE: Final = r"(?:19|20)\d\d(?:-\d\d){0,2}"
_FORMS: Final = {
    "year": r"(?:19|20)\d\d", "first": _DATE, "last": _DATE, "date": r"\S+", "span": r"[\d–-]+", "month": r"\d\d",
    "code": r"\d\d", "until": r"\d\d", "revision": r"\d+", "names": r".+",
}  # fmt: skip
_SPOKEN: Final = ("first", "last", "date")


def worded(said: str, kind: Kind, lang: str) -> str:
    """The words of an importer in a language; dates are written out."""
    for key, form in _patterns(kind):
        if match := form.fullmatch(said):
            fields = {name: _field(name, value, lang) for name, value in match.groupdict().items()}
            return text(key, lang, **fields)
    return said


def part(partition: str, lang: str) -> str:
    """The part of a source that a file brought (`year=1990`), in words; "" for the whole of it."""
    name, _, value = partition.partition("=")
    key = f"part.{name}"
    return text(key, lang, value=spoken_date(value, lang)) if has(key) else partition


def brought(edition: str, partition: str, lang: str) -> str:
    """What a file brought: its edition, and the part of its source where that says more."""
    said, more = worded(edition, "edition", lang), part(partition, lang)
    return f"{said} · {more}" if more and partition.partition("=")[2] not in edition else said


@cache
def _patterns(kind: Kind) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = ((key, text(key, "en")) for key in _KEYS if key.startswith(f"{kind}."))
    return tuple(
        (key, re.compile(_FIELD.sub(lambda field: f"(?P<{field[1]}>{_FORMS[field[1]]})", re.escape(english))))
        for key, english in found
    )


def _field(name: str, value: str, lang: str) -> str:
    return spoken_date(value, lang) if name in _SPOKEN else value
