"""What an importer gives: tidy rows for our tables, what they speak for, and what the file says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd
import pyarrow as pa

from corridors.model.cards import Card
from corridors.sources.frames import texts
from corridors.text import text


@dataclass(frozen=True)
class Part:
    """Rows of one table, with exactly the table's columns in order. `frame` has every cell as text.

    `scope` says for which present rows this file speaks alone (column -> values): those in scope that are not in
    `rows` are removed. An empty scope removes nothing.
    """

    table: str
    rows: pd.DataFrame | pa.Table  # a frame is of text alone
    scope: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows as text, which is what is compared and written."""
        return self.rows if isinstance(self.rows, pd.DataFrame) else texts(self.rows).to_pandas()


@dataclass(frozen=True)
class Note:
    """A warning: something that the reader of the numbers has to know. Its words are the text `note.<code>`."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def words(self, lang: str) -> str:
        """The warning in a language."""
        return text(f"note.{self.code}", lang, **self.values)

    def document(self) -> dict[str, Any]:
        """The warning for `--json`."""
        return {"code": self.code, "en": self.words("en"), "es": self.words("es")}


@dataclass(frozen=True)
class Batch:
    """All that one file brings.

    `edition` says what the file is, in words of its content; `published` is an ISO date or month, or "" when the
    content does not say. `partition` is "" where the file is a whole series, or `column=value` where it is one part of
    it (`year=1990`). `totals` are the file's own grand totals, the main measure first; those in `apart` are of a moment
    that the tables do not carry. `cards` are the source cards that it adds or brings up to date.
    """

    source: str
    edition: str
    published: str
    recognised_by: tuple[str, ...]
    parts: tuple[Part, ...]
    totals: Mapping[str, int | float]
    partition: str = ""
    warnings: tuple[Note, ...] = ()
    cards: tuple[Card, ...] = ()
    sha256: str = ""  # of the file's bytes as they lie there; set where the file is read
    apart: tuple[str, ...] = ()

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources that the rows name, in the order in which they come."""
        return tuple(dict.fromkeys(id for part in self.parts for id in part.frame["source_id"]))

    @property
    def rows(self) -> int:
        """The number of rows over all tables."""
        return sum(len(part.rows) for part in self.parts)
