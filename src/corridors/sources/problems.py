"""What is wrong with a file: every problem with its place, what was found, what was expected and what to do.

The words are in `text/problems.py`: `problem.<code>` says what was expected, `problem.<code>.do` what to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from corridors.errors import CorridorsError
from corridors.text import text

LISTED: Final = 200  # more problems than these are only counted
SHOWN: Final = 120  # characters of what was found: a cell may be a gigabyte
LANGS: Final = ("en", "es")


@dataclass(frozen=True)
class Problem:
    """One thing wrong. `row` is the row of the sheet or the line of the file (1 is the first; 0: none)."""

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    found: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    def expected(self, lang: str) -> str:
        """What was expected, in a language."""
        return text(f"problem.{self.code}", lang, **self._fields())

    def todo(self, lang: str) -> str:
        """What to do about it, in a language."""
        return text(f"problem.{self.code}.do", lang, **self._fields())

    def line(self, lang: str) -> str:
        """The whole problem as one line for the command line."""
        words = {"en": ("sheet", "row", "column", "found"), "es": ("hoja", "renglón", "columna", "se encontró")}[lang]
        named = ((words[0], self.sheet), (words[1], str(self.row or "")), (words[2], self.column))
        place = ", ".join(f"{word} {value}" for word, value in named if value)
        found = f"{words[3]} {self.found!r}; " if self.found else ""
        return f"{place + ': ' if place else ''}{found}{self.expected(lang)} {self.todo(lang)}"

    def document(self) -> dict[str, Any]:
        """The problem for `--json`, in both languages."""
        return {
            "code": self.code, "sheet": self.sheet, "row": self.row, "column": self.column, "found": self.found,
            "expected": {lang: self.expected(lang) for lang in LANGS},
            "todo": {lang: self.todo(lang) for lang in LANGS},
        }  # fmt: skip

    def _fields(self) -> dict[str, Any]:
        # A template with no field of its own is given one, so that braces are always treated alike.
        return {"found": self.found, **self.values}


def problem(
    code: str, *, sheet: str = "", row: int = 0, column: str = "", found: object = "", **values: str | int
) -> Problem:
    """A problem; what was found is cut to a readable length and made printable."""
    said = str(found)
    said = "".join(c if c.isprintable() else "�" for c in said[:SHOWN]) + ("…" if len(said) > SHOWN else "")
    return Problem(code, sheet, int(row), column, said, values)


class Refused(CorridorsError):
    """A file that is not taken in, with every reason; nothing of it was kept."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        if not problems:
            raise ValueError("a refusal needs a reason")
        self.problems = tuple(problems[:LISTED])
        self.more = max(0, len(problems) - LISTED)
        super().__init__("; ".join(one.line("en") for one in self.problems[:3]))


def refuse(code: str, *, sheet: str = "", row: int = 0, column: str = "", found: object = "") -> Refused:
    """A refusal for one reason, to be raised."""
    return Refused([problem(code, sheet=sheet, row=row, column=column, found=found)])
