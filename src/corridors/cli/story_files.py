"""`corridors story`: a story as slides to edit, as a handout, as the script of who speaks, or as itself, to carry."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from corridors.cli.app import Geodata, Json, State, app, opened, show
from corridors.cli.stories import Consulate


@app.command()
def story(
    story: Annotated[str, typer.Argument(help="The id of a story (`corridors stories`).")],
    out: Annotated[Path, typer.Option("--out", help="Where the file goes.")],
    kind: Annotated[
        Literal["pptx", "pdf", "script", "corridors"],
        typer.Option(
            "--format",
            help="Slides, a handout (PDF), the facing script in both languages (PDF), or the story itself, to be "
            "edited elsewhere (`corridors open`).",
        ),
    ] = "pptx",
    lang: Annotated[Literal["es", "en"], typer.Option(help="Its language.")] = "es",
    form: Annotated[int, typer.Option(help="Minutes: 3, 7 or 15.")] = 15,
    reader: Annotated[
        Literal["audience", "speaker"], typer.Option("--for", help="Slides for an audience hold no notes.")
    ] = "audience",
    consulate: Consulate = "",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Write a story as a file: slides (PPTX), a handout or the script (PDF), or itself (.corridors)."""
    from corridors.story.dossier import packed
    from corridors.story.handout import handout, script
    from corridors.story.keeping import content as held
    from corridors.story.library import story as find
    from corridors.story.slides import slides
    from corridors.whole import write

    store = opened(geodata, state)
    found = find(store, story)
    office = f"D-{consulate.removeprefix('D-')}" if consulate else ""
    if kind == "corridors":
        content = packed(story, held(store, story))
    elif kind == "pptx":
        content = slides(found, store, lang, office, form, reader)
    else:
        content = (handout if kind == "pdf" else script)(found, store, lang, office, form)
    write(out, content)
    said = {"ok": True, "story": story, "format": kind, "scenes": len(found.form(form)), "bytes": len(content)}
    show(said, as_json, [f"{out}: {said['scenes']} scenes, {len(content):,} bytes"])
