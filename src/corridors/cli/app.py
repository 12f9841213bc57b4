"""The typer application and what every command shares: options, the data folders, and how a result is printed."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from corridors.settings import Settings
    from corridors.store import Store

app = typer.Typer(
    name="corridors",
    help="Corridors / Corredores: build, check, read and bring up to date the data of the dashboard.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on standard output.")]
Geodata = Annotated[
    Path | None,
    typer.Option("--geodata", exists=True, file_okay=False, help="The data folder (default: CORRIDORS_GEODATA)."),
]
State = Annotated[
    Path | None,
    typer.Option("--state", file_okay=False, help="The writable folder (default: CORRIDORS_STATE)."),
]


def settings(geodata: Path | None, state: Path | None = None) -> "Settings":
    """The settings of the environment, with the folders given on the command line."""
    from corridors.settings import load

    given = {name: path for name, path in (("geodata", geodata), ("state", state)) if path is not None}
    return load().model_copy(update=given)


def opened(geodata: Path | None, state: Path | None) -> "Store":
    """The data in force, with the state folder whose stories, claims and packs count too."""
    from corridors import history
    from corridors.store import Store

    data = settings(geodata, state)
    number = history.SHIPPED if geodata is not None else history.current(data.state)
    root = data.geodata if geodata is not None else history.root(data.geodata, data.state, number)
    return Store(root, data.state, number, shipped=data.geodata)


def folder(given: Path | None) -> Path:
    """The shipped data folder."""
    return settings(given).geodata


def store(given: Path | None) -> "Store":
    """The data in force: an accepted edition where there is one, unless a folder is named."""
    return opened(given, None)


def show(value: Any, as_json: bool, lines: list[str]) -> None:
    """Print a result: one JSON document, or lines for people."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))
