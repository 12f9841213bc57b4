"""Nothing about a person comes in: columns named for it, and columns whose cells look like it, are refused.

Columns are told by the words of their headers, English and Spanish (`layouts/personal/columns.csv`), and by the form
of their cells: numbers of US licences, CURP, RFC, keys of voters, social security numbers, telephones, e-mail and
street addresses, serial numbers. The names of persons have no form: they are told by the header alone. What a
publisher's own layout calls by such a word and is none is in `layouts/personal/allowed.csv`, with the reason; what an
importer counts and drops, column by column, it declares itself (`PERSONAL_DROPPED`).
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corridors.sources import layouts
from corridors.sources.content import Content
from corridors.sources.names import fold
from corridors.sources.problems import Refused, problem
from corridors.sources.sampling import Sample, samples

LAYOUT: Final = "personal"
WORDS: Final = 6  # a longer cell is a sentence, no header
SENTENCE: Final = 200  # characters: a longer cell is prose, in which an agency may well give its telephone
SEVERAL: Final = 3
SHARE: Final = 0.2
_DAY: Final = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
# One cell of such a form is enough.
_CERTAIN: Final = (
    ("licence", re.compile(r"\b\d-?\d\d-?\d{3}-?\d\d-?\d[A-M]-?\d{5}\b")),  # US Federal Firearms Licence
    (
        "identity",
        re.compile(rf"\b[A-Z][AEIOUX][A-Z]{{2}}{_DAY}[HMX][A-Z]{{2}}[B-DF-HJ-NP-TV-Z]{{3}}[0-9A-Z]\d\b"),
    ),  # CURP
    ("identity", re.compile(r"\b[A-Z]{6}\d{8}[HM]\d{3}\b")),  # key of a voter
)
# Several, or a good share of the column, are: one may be an agency's own, in a footnote.
_LIKELY: Final = (
    ("identity", re.compile(rf"\b[A-ZÑ&]{{4}}-?{_DAY}-?[A-Z0-9]{{3}}\b")),  # RFC of a person
    ("identity", re.compile(r"\b\d{3}-\d\d-\d{4}\b")),  # social security number
    ("contact", re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")),
    ("contact", re.compile(r"(?:\+52|\(\d{2,3}\)|\b\d{3}[-. ])\s?\d{2,4}[-. ]\d{4}\b")),
    ("address", re.compile(
        r"^\d{1,6}[A-Z]?\s+(?:[\w.'-]+\s+){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|highway|hwy|"
        r"parkway|pkwy|court|ct|circle|cir|trail|trl|suite|ste)\b", re.IGNORECASE)),
    ("address", re.compile(
        r"^(?:calle|av\.|av|avenida|blvd\.?|boulevard|calz\.?|calzada|privada|andador|callej[oó]n|prol\.?)\s+"
        r"[\w .,'-]{2,60}?\s*(?:#|no\.?|n[uú]m\.?)?\s*\d{1,5}\b", re.IGNORECASE)),
)  # fmt: skip
_SERIAL: Final = re.compile(r"(?=(?:.*\d){3})(?=.*[A-Z])(?!.*[A-Z]{5})[A-Z0-9-]{5,17}", re.IGNORECASE)
_DATED: Final = re.compile(r"\d{1,4}-?[A-Z]{3,9}-?\d{2,4}|\d{4}-\d\d.*|[A-Z]{1,4}-?(19|20)\d\d", re.IGNORECASE)
_SERIALS: Final = 5  # of fewer cells nothing can be said


@dataclass(frozen=True)
class Personal:
    """A column that is, or seems to be, about persons: its header (or number), and what it holds."""

    column: str
    what: str


def personal_columns(headers: Iterable[str], geodata: Path) -> list[Personal]:
    """The headers that name something about persons, in either language."""
    rules = layouts.layout(geodata, LAYOUT, "columns")
    found = []
    for header in headers:
        words = _words(header)
        whole = "".join(words)
        for rule in rules if len(words) <= WORDS else ():
            wanted = rule["words"].split()
            if whole == "".join(wanted) or (rule["match"] == "all" and set(wanted) <= set(words)):
                found.append(Personal(header, rule["what"]))
                break
    return found


def personal_values(cells: Collection[str]) -> str:
    """What a column's cells are, when they have the form of something about persons; "" when they have none."""
    distinct = {cell for cell in cells if cell and not cell.isdecimal()}
    for what, pattern in _CERTAIN:
        if any(map(pattern.search, distinct)):
            return what
    short = [cell for cell in distinct if len(cell) <= SENTENCE]
    for what, pattern in _LIKELY:
        hits = sum(1 for cell in short if pattern.search(cell))
        if hits >= SEVERAL or hits > SHARE * len(distinct):
            return what
    serials = sum(1 for cell in short if _SERIAL.fullmatch(cell) and not _DATED.fullmatch(cell))
    filled = sum(1 for cell in cells if cell)
    return "serial" if serials >= max(_SERIALS, 0.6 * filled) else ""


def check(content: Content, geodata: Path, source: str = "", dropped: Collection[str] = ()) -> None:
    """Refused, with every column named, when a file holds something about persons. No cell is ever quoted.

    `source` is the importer that recognised it: what its publisher calls so and is none is passed over, and so is what
    looks like serial numbers there. Columns that it drops itself are not looked at.
    """
    allowed = {fold(row["column"]) for row in layouts.layout(geodata, LAYOUT, "allowed") if row["source"] == source}
    passed = {fold(column) for column in dropped}
    found = {
        (sample.sheet, one.column): problem(f"personal_{one.what}", sheet=sample.sheet, column=one.column)
        for sample in samples(content)
        for one in _found(sample, geodata, allowed)
        if fold(one.column) not in passed
    }
    if found:
        raise Refused(list(found.values()))


def _found(sample: Sample, geodata: Path, allowed: Collection[str]) -> list[Personal]:
    named = [one for one in personal_columns(dict.fromkeys(sample.titles), geodata) if fold(one.column) not in allowed]
    values = [Personal(header, what) for header, cells in sample.columns if (what := personal_values(cells))]
    return [*(one for one in values if one.what != "serial" or fold(one.column) not in allowed), *named]


def _words(header: str) -> Sequence[str]:
    """The words of a header: `LAST_NAME_1`, `lastName` and `Last name` are the same two, the first with a number."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)", " ", header)
    return [word for word in fold(apart).split() if not word.isdigit()]
