"""`corridors brief`: the hand-out of a consulate, or of all of them, as PDF or as editable slides."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from corridors.cli.app import Geodata, Json, app, show
from corridors.cli.app import store as open_store
from corridors.cli.progress import progress
from corridors.errors import CorridorsError

if TYPE_CHECKING:
    from corridors.store import Store


@app.command()
def brief(
    consulate: Annotated[str, typer.Argument(help="A consulate (san-diego); leave it out with --all.")] = "",
    lang: Annotated[Literal["es", "en"], typer.Option(help="Language.")] = "es",
    format: Annotated[Literal["pdf", "pptx"], typer.Option(help="Tagged PDF, or editable slides.")] = "pdf",
    out: Annotated[Path | None, typer.Option(help="The file to write, or the folder with --all.")] = None,
    whom: Annotated[
        Literal["audience", "speaker"], typer.Option("--for", help="The speaker's has notes; the audience's has none.")
    ] = "audience",
    marking: Annotated[Literal["", "onward", "draft", "internal"], typer.Option(help="A marking on every page.")] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Every consulate in both languages; what is there already is kept.")
    ] = False,
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """Make the brief of a consulate: maps, five numbers with bases, the trend, the law, what may be said, sources.

    With --all it makes those of every consulate in both languages, two at a time, and goes on where it was stopped.
    """
    from corridors.exports.briefs import Order

    data = open_store(geodata)
    if every == bool(consulate):
        raise typer.BadParameter("name a consulate, such as san-diego, or give --all")
    if every:
        _every(data, out or Path("briefs"), format, (whom, marking), as_json)
        return
    order = Order(_office(data, consulate), lang, format, whom, marking)
    path = out or Path(order.file)
    written = _written(order, data, path)
    show({"ok": True, **written}, as_json, [f"{path}: {written['bytes']} bytes"])


def _office(data: "Store", consulate: str) -> str:
    from corridors.answers.district import find, offices
    from corridors.model.places import DISTRICT

    id = DISTRICT + consulate.removeprefix(DISTRICT)
    if find(data, id, "en") is None:
        known = ", ".join(office.id.removeprefix(DISTRICT) for office in offices(data, "en"))
        raise CorridorsError(f"{consulate!r} is no consulate; there are {known}")
    return id


def _written(order: Any, data: "Store", path: Path) -> dict[str, Any]:
    from corridors.exports.briefs import made
    from corridors.whole import write

    content = made(order, data)
    write(path, content)
    return {"file": str(path), "bytes": len(content), "office": order.office, "lang": order.lang, "for": order.whom}


def _every(data: "Store", folder: Path, format: str, how: tuple[str, str], as_json: bool) -> None:
    from corridors.answers.district import offices
    from corridors.cli.briefs import run
    from corridors.exports.briefs import Order
    from corridors.model.view import LANGS

    day: date = data.clock().date()
    orders = [Order(office.id, lang, format, *how) for office in offices(data, "en") for lang in LANGS]
    with progress() as tell:
        found = run(orders, data, folder, day, tell)
    lines = [f"{folder}: {found['made']} made, {found['kept']} kept"]
    show({"ok": True, "folder": str(folder), **found}, as_json, lines)
