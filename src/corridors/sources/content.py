"""A file at the door, as importers see it: its bytes and what they are, never its name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from corridors.sources.encoding import Decoded, decode
from corridors.sources.workbook import Sheet, sheets

Kind = Literal["xlsx", "csv", "dbf", "parquet", "folder"]
HEAD: Final = 65_536  # bytes that an importer may look at to recognise a file


@dataclass(frozen=True)
class Content:
    """One file. `data` is unpacked (a .gz is opened by the door); a folder, or a file of records too large for
    memory, has no `data` and is read from `path` by the importer of records alone.

    `hints` are what the person said on the command line (`year`, `month`, `authority`, ...), for what no content tells.
    `bounded`: the door has unpacked and measured every part of a workbook, which need not be done again.
    """

    path: Path
    data: bytes
    kind: Kind
    sha256: str
    hints: Mapping[str, str] = field(default_factory=dict)
    bounded: bool = False

    @cached_property
    def head(self) -> str:
        """The first part of the file as text, leniently: to recognise it, never to read it."""
        part = self.data[:HEAD]
        if part.startswith((b"\xff\xfe", b"\xfe\xff")):
            return part.decode("utf-16", "replace")
        try:
            # Where the file goes on, the last letter may be cut in two.
            return part.decode("utf-8-sig", "strict" if len(self.data) <= HEAD else "ignore")
        except UnicodeDecodeError:
            return part.decode("latin-1")

    @cached_property
    def decoded(self) -> Decoded:
        """The whole text, with its encoding. Refused when it cannot be certain."""
        return decode(self.data)

    @property
    def text(self) -> str:
        """The whole file as text."""
        return self.decoded.text

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of a workbook; none for another kind of file."""
        return sheets(self.data, self.bounded) if self.kind == "xlsx" else ()
