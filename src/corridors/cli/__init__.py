"""The command line: `corridors build | check | import | editions | diff | rollback | ...` (`corridors --help`).

Every command takes `--json` and then prints one JSON document on standard output. It exits with 0 (also with
warnings), 1 (a finding, or something that cannot be read) or 2 (bad use), and never with a traceback.
"""

import json
import sys
from typing import Final, NoReturn

import typer

from corridors.cli import (  # noqa: F401 - their import adds their commands to the application
    brief,
    claims,
    data,
    editions,
    exports,
    flows,
    records,
    rehearsal,
    stories,
    story_files,
)
from corridors.cli.app import app
from corridors.errors import CorridorsError

BAD_USE: Final = 2


def main() -> None:
    """The console entry: runs a command and turns what can go wrong into one line and an exit status."""
    try:
        app()
    except CorridorsError as error:
        _fail(str(error), _status(error))
    except SystemExit as done:
        if done.code == BAD_USE and "--json" in sys.argv:
            typer.echo(json.dumps({"ok": False, "error": "bad use: the reason is on standard error"}))
        raise
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error), 1)


def _status(error: CorridorsError) -> int:
    """2 for a setting that cannot be used (bad use), 1 for everything else."""
    return BAD_USE if type(error).__name__ == "SettingsError" else 1


def _fail(said: str, status: int) -> NoReturn:
    if "--json" in sys.argv:
        typer.echo(json.dumps({"ok": False, "error": said}, ensure_ascii=False))
    typer.echo(f"corridors: {said}", err=True)
    raise SystemExit(status)
