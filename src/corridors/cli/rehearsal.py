"""`corridors rehearse` and `consistency`: a story before its meeting, and the decks of several offices side by side."""

import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from corridors.cli.app import Geodata, Json, State, app, opened, show
from corridors.cli.stories import Consulate

if TYPE_CHECKING:
    from corridors.model.story import Story
    from corridors.store import Store
    from corridors.story.consistency import Compared
    from corridors.story.rehearsal import Rehearsal, Room

METRES: Final = {"": 1.0, "m": 1.0, "cm": 0.01, "ft": 0.3048}
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(m|cm|ft)?")
Lang = Annotated[Literal["en", "es"], typer.Option(help="Language.")]


@app.command()
def consistency(
    decks: Annotated[list[Path], typer.Argument(exists=True, help="Briefing packs, or folders of them.")],
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """List what the decks of several offices show differently in the same scene. Exit status 0, also where they do."""
    from corridors.story.consistency import compare, packs_in

    found = compare(packs_in(decks))
    for fault in found.faults:
        typer.echo(f"corridors: left out: {fault}", err=True)
    said = {
        "agree": found.agree, "decks": [asdict(one) for one in found.decks],
        "differences": [asdict(one) for one in found.differences], "left_out": list(found.faults),
    }  # fmt: skip
    show(said, as_json, _compared(found, lang))


def _compared(found: "Compared", lang: str) -> list[str]:
    """A line for each deck and each difference; then whether they agree."""
    from corridors.text import text

    lines = [
        text("consistency.deck", lang, file=one.file, story=one.story, office=one.office or "–", data=one.data,
             made=one.made)
        for one in found.decks
    ]  # fmt: skip
    for one in found.differences:
        lines.append(
            text("consistency.differs", lang, story=one.story, scene=one.scene, language=one.lang,
                 part=text(f"consistency.{one.part}", lang))
        )  # fmt: skip
        lines += [f"  {file}: {value}" for file, value in one.values.items()]
    if len(found.decks) < 2:
        return [*lines, text("consistency.one", lang)]
    if len({one.data for one in found.decks}) > 1:
        lines.append(text("consistency.editions", lang))
    last = "consistency.agree" if found.agree else "consistency.count"
    return [*lines, text(last, lang, scenes=found.compared, found=len(found.differences))]


@app.command()
def rehearse(
    story: Annotated[str, typer.Argument(help="The id of a story (`corridors stories`).")] = "",
    distance: Annotated[str, typer.Option(help="From the screen to the last row: 8m, 26ft.")] = "8m",
    screen: Annotated[str, typer.Option(help="The width of the screen: 2m, 200cm.")] = "2m",
    consulate: Consulate = "",
    form: Annotated[int, typer.Option(help="Minutes: 3, 7 or 15.")] = 15,
    practice: Annotated[bool, typer.Option("--practice", help="Ask twelve hostile questions instead.")] = False,
    lang: Lang = "en",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Rehearse a story: what the last row cannot read, what takes too long, what may not be said, and the mends."""
    from corridors.story.library import story as find
    from corridors.story.rehearsal import LEVELS, Room
    from corridors.story.rehearsal import rehearse as rehearsed

    room = Room(_metres(distance, "--distance"), _metres(screen, "--screen"))
    store = opened(geodata, state)
    office = f"D-{consulate.removeprefix('D-')}" if consulate else ""
    if practice:
        _practised(store, lang, find(store, story) if story else None, office, as_json)
        return
    if not story:
        raise typer.BadParameter("name a story (`corridors stories`), or ask for --practice", param_hint="STORY")
    told = find(store, story)
    found = rehearsed(told, store, room, lang, office, form)
    said = {
        "story": story, "form": form, "lang": lang, "office": office, "room": asdict(room),
        "counts": {level: sum(one.level == level for one in found.findings) for level in LEVELS},
        "scenes": [asdict(one) for one in found.scenes], "findings": [asdict(one) for one in found.findings],
    }  # fmt: skip
    show(said, as_json, _lines(told, found, room, form, lang))


def _practised(store: "Store", lang: str, story: "Story | None", office: str, as_json: bool) -> None:
    """The questions with the card that answers each."""
    from corridors.story.practice import practice
    from corridors.text import text

    asked = practice(store, lang, story, office)
    found = [
        {
            "n": at, "scene": one.scene, "question": one.ask, "answer": one.answer, "card": one.card.name,
            "title": one.card.title, "say": one.card.say, "base": one.card.base,
            "not_shown": list(one.card.not_shown), "citation": list(one.card.citation),
        }
        for at, one in enumerate(asked, start=1)
    ]  # fmt: skip
    card = text("rehearse.card", lang)
    lines = [
        f"{at:>2}. {one.ask}\n    → {one.answer}\n    {card}: {one.card.title} ({one.card.name})"
        for at, one in enumerate(asked, start=1)
    ]
    show(found, as_json, lines)


def _metres(said: str, option: str) -> float:
    match = _LENGTH.fullmatch(said.strip().lower())
    if match is None:
        raise typer.BadParameter(f"{said!r} is no length such as 8m, 200cm or 26ft", param_hint=option)
    return float(match[1]) * METRES[match[2] or ""]


def _lines(told: "Story", found: "Rehearsal", room: "Room", form: int, lang: str) -> list[str]:
    """The scenes as measured, then each finding once with the scenes that have it."""
    from corridors.story.rehearsal import LEVELS
    from corridors.text import text
    from corridors.text.formats import number

    head = text(
        "rehearse.head", lang, title=told.title(lang), scenes=len(found.scenes), minutes=form,
        distance=number(room.distance, lang, 1), screen=number(room.screen, lang, 1),
    )  # fmt: skip
    measures = [
        f"  {one.scene:<12} "
        + text("rehearse.measures", lang, arcmin=one.arcmin, source=one.arcmin_source, contrast=one.contrast,
               words=one.words, spoken=one.spoken, seconds=one.seconds)
        for one in found.scenes
    ]  # fmt: skip
    alike: dict[tuple[str, str, str], list[str]] = {}
    for one in sorted(found.findings, key=lambda one: LEVELS.index(one.level)):
        alike.setdefault((one.level, one.what, one.mend), []).append(one.scene or text("rehearse.whole", lang))
    lines: list[str] = []
    for (level, what, mend), scenes in alike.items():
        lines += [f"{text(f'rehearse.{level}', lang)} [{', '.join(scenes)}] {what}"]
        lines += [f"  {text('rehearse.mend', lang)}: {mend}"]
    counts: dict[str, Any] = {level: sum(one.level == level for one in found.findings) for level in LEVELS}
    return [head, *measures, "", *(lines or [text("rehearse.none", lang)]), text("rehearse.count", lang, **counts)]
