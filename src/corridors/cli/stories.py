"""`corridors stories`, `pack` and `open`: stories for a meeting, and the file that carries one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corridors.cli.app import Geodata, Json, State, app, opened, settings, show

if TYPE_CHECKING:
    from corridors.store import Store

Consulate = Annotated[str, typer.Option("--consulate", help="The consulate that tells it, such as nogales.")]


@app.command()
def stories(geodata: Geodata = None, state: State = None, as_json: Json = False) -> None:
    """List the stories that can be told, those that ship and those of the state folder."""
    from corridors.story.library import faults
    from corridors.story.library import stories as known

    store = opened(geodata, state)
    found = [
        {"id": one.id, "title_en": one.title_en, "title_es": one.title_es, "scenes": len(one.scenes)}
        for one in known(store)
    ]
    for fault in faults(store):
        typer.echo(f"corridors: left out: {fault}", err=True)
    show(
        found, as_json, [f"{one['id']:<16} {one['scenes']:>2}  {one['title_en']} / {one['title_es']}" for one in found]
    )


@app.command()
def pack(
    story: Annotated[str, typer.Argument(help="The id of a story (`corridors stories`).")],
    out: Annotated[Path, typer.Option("--out", help="Where the pack goes, one HTML file.")],
    lang: Annotated[str, typer.Option(help="Its languages, the first one first: es,en.")] = "es,en",
    form: Annotated[int, typer.Option(help="Minutes: 3, 7 or 15.")] = 15,
    reader: Annotated[
        Literal["audience", "speaker"], typer.Option("--for", help="An audience's pack holds no notes.")
    ] = "audience",
    consulate: Consulate = "",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Write a story as a briefing pack: one HTML file that opens from a USB stick, without a network."""
    from corridors.story.deck import deck
    from corridors.story.library import story as find
    from corridors.story.pack import pack as packed
    from corridors.whole import write

    langs = [one.strip() for one in lang.split(",") if one.strip()]
    if not langs or set(langs) - {"es", "en"} or len(set(langs)) != len(langs):
        raise typer.BadParameter(f"{lang!r} names languages other than es and en", param_hint="--lang")
    store = opened(geodata, state)
    office = f"D-{consulate.removeprefix('D-')}" if consulate else ""
    found = deck(find(store, story), store, langs, office, form, reader)
    content = packed(found)
    write(out, content)
    said = {
        "ok": True,
        "story": story,
        "scenes": len(found["scenes"]),
        "bytes": len(content),
        "digest": found["digest"],
    }
    show(
        said, as_json, [f"{out}: {len(found['scenes'])} scenes, {len(content):,} bytes, digest {found['digest'][:12]}"]
    )


@app.command(name="open")
def open_pack(
    pack_file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A briefing pack, or a story (.corridors).")
    ],
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Take a briefing pack or a story of another instance into this one: it is then offered on the page Present."""
    from corridors.story.dossier import SUFFIX
    from corridors.story.markup import known
    from corridors.story.pack import FOLDER, name_of, unpack
    from corridors.whole import write

    if pack_file.suffix == SUFFIX:
        _open_story(pack_file, opened(geodata, state), as_json)
        return
    folder = settings(geodata, state).state / FOLDER
    content = pack_file.read_bytes()
    found = known(unpack(content))
    target = folder / name_of(found)
    already = target.is_file()
    write(target, content)
    said = {"ok": True, "story": found["story"], "made": found["made"], "data": found["data"], "already": already}
    show(said, as_json, [f"{found['story']}, made {found['made']}: kept as {target.name}"])


def _open_story(file: Path, store: "Store", as_json: bool) -> None:
    """Keep the story of a `.corridors` file beside those that are there; none of them is changed."""
    from corridors.story import keeping
    from corridors.story.dossier import LARGEST
    from corridors.story.dossier import opened as dossier_of

    with file.open("rb") as source:
        found = dossier_of(source.read(LARGEST + 1))
    _, already = keeping.taken_in(store, found)
    id = keeping.take_in(store, found)
    said = {"ok": True, "story": id, "digest": found.digest, "already": already}
    show(said, as_json, [f"{found.id}: {'is here already' if already else 'kept'} as {id}"])
