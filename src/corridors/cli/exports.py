"""`corridors export` and `corridors verify`: take a view away as a file, and ask whether its numbers still stand."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corridors.cli.app import Geodata, Json, State, app, settings, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridors.store import Store


def _stores(geodata: Path | None, state: Path | None) -> "Callable[[int | None], Store]":
    """The store of an edition by its number; of the one in force for None."""
    from corridors import history
    from corridors.store import Store

    found = settings(geodata, state)

    def opened(number: int | None) -> Store:
        at = history.current(found.state) if number is None else number
        return Store(history.root(found.geodata, found.state, at), found.state, at, shipped=found.geodata)

    return opened


@app.command()
def export(
    view: Annotated[str, typer.Argument(help="A link or its query string, such as 'v=1&lang=es&y=2022-2023&o=US-TX'.")],
    thing: Annotated[str, typer.Option(help="A chart or a map, such as pairs or map-us (an unknown name lists them).")],
    out: Annotated[Path, typer.Option(help="The file to write.", dir_okay=False)],
    format: Annotated[str, typer.Option(help="The format (default: the ending of the file).")] = "",
    marking: Annotated[str, typer.Option(help="onward (not for onward release), draft or internal.")] = "",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Write what a view shows to a file, with citation, base, filters, language, day and verification code."""
    from datetime import date

    from corridors import history
    from corridors.answers.lens_file import NAME as LENS
    from corridors.answers.taken import things
    from corridors.errors import CorridorsError
    from corridors.exports.formats import FORMATS, file, take
    from corridors.model.view import decode

    found = decode(view.rpartition("?")[2])
    opened = _stores(geodata, state)
    number = history.as_of(settings(geodata, state).state, date.fromisoformat(found.as_of)) if found.as_of else None
    store = opened(number)
    named = format or out.suffix.removeprefix(".")
    kind = "parquet" if named == "geoparquet" else named
    if kind not in FORMATS:
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    try:
        taken = take(thing, found, store, marking)
    except KeyError as error:
        if thing == LENS:
            raise CorridorsError("the view looks through no consulate: add one, such as 'lens=san-diego'") from error
        known = f"{', '.join(things(store))}, {LENS} and corridors, such as corridors-2022-2023-fitted-ports-seizures"
        raise CorridorsError(f"there is no {thing!r} to export: there are {known}") from error
    _, content = file(kind, taken)
    out.write_bytes(content)
    said = {"ok": True, "file": str(out), "bytes": len(content), "code": taken.stamp.code}
    show(said, as_json, [f"{out}: {len(content):,} bytes", *taken.stamp.lines])


@app.command()
def verify(
    code: Annotated[str, typer.Argument(help="The code of an export, or the link that stands for it.")],
    lang: Annotated[str, typer.Option(help="en or es.")] = "en",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Say of a code whether its numbers are unchanged, or which were restated since (then the status is 1)."""
    from dataclasses import asdict

    from corridors.answers.verify import verify as ask

    opened = _stores(geodata, state)
    found = ask(code, lang, opened(None), opened)
    lines = [found.said, *(f"{one.what}: {one.before or '–'} → {one.after or '–'}" for one in found.changes)]
    show({"ok": found.state == "unchanged", **asdict(found)}, as_json, lines)
    raise typer.Exit(0 if found.state == "unchanged" else 1)
