"""Progress on standard error: a line that is written over at a terminal, else lines, or JSON for the import page."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import typer

from corridors.text import has, text

Progress = Callable[..., None]  # (said, done=0, of=0): a phase of `import.phase.*` or English words, and the share
_CLEAR: Final = "\r\x1b[K"


@contextmanager
def progress() -> Iterator[Progress]:
    """What tells a person, or the page, what is done now, and how much of it; a terminal is left clean."""
    if os.environ.get("CORRIDORS_PROGRESS") == "json":
        yield _document
    elif sys.stderr.isatty():
        try:
            yield _over
        finally:
            typer.echo(_CLEAR, err=True, nl=False)
    else:
        yield _line


def _document(said: str, done: int = 0, of: int = 0) -> None:
    typer.echo(json.dumps({"progress": said, "done": done, "of": of}), err=True)


def _over(said: str, done: int = 0, of: int = 0) -> None:
    share = f" {done / of:.0%}" if of else ""
    typer.echo(f"{_CLEAR}  {_words(said)}{share}", err=True, nl=False)


def _line(said: str, done: int = 0, of: int = 0) -> None:
    if not of:  # a file of progress need not hold every percent
        typer.echo(f"  {_words(said)}", err=True)


def _words(said: str) -> str:
    key = f"import.phase.{said}"
    return text(key, "en") if has(key) else said
