"""Commands that bring official files in and keep their history: `import editions diff rollback backup restore`."""

import getpass
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from corridors import history
from corridors.cli.app import Geodata, Json, State, app, settings, show
from corridors.cli.progress import progress
from corridors.errors import CorridorsError

if TYPE_CHECKING:
    import pandas as pd

    from corridors.editions.plan import Plan
    from corridors.settings import Settings
    from corridors.sources.problems import Refused

CHANGES_SHOWN: Final = 50
_ORDER: Final = ("restated", "removed", "added")
By = Annotated[str, typer.Option("--by", help="Who does it, for the journal (default: the user's name).")]


def _who() -> str:
    """The name of the user who runs this, or the number where the machine has no name for it, as in a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


@app.command(name="import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Files as their publishers give them (or a folder of records).")],
    accept: Annotated[bool, typer.Option("--accept", help="Take them in; without it only what would change.")] = False,
    year: Annotated[int | None, typer.Option(help="The year, for a file that does not say it.")] = None,
    month: Annotated[str, typer.Option(help="The month (YYYY-MM), for a file that does not say it.")] = "",
    reference: Annotated[
        Literal["mid-year"] | None, typer.Option(help="The day of the people, for a file that does not say it.")
    ] = None,
    authority: Annotated[str, typer.Option(help="Records: on whose authority they are brought in.")] = "",
    purpose: Annotated[str, typer.Option(help="Records: what for.")] = "",
    audience: Annotated[str, typer.Option(help="Records: who may see them.")] = "",
    expect: Annotated[str, typer.Option(help="Refuse bytes of another SHA-256 than this.", hidden=True)] = "",
    against: Annotated[int | None, typer.Option(help="Refuse when another edition is in force.", hidden=True)] = None,
    name: Annotated[str, typer.Option(help="What the history calls the file (default: its name).", hidden=True)] = "",
    by: By = "",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Recognise official files by their content, validate them, say what would change, and take them in.

    Without --accept nothing is written (a terminal is asked). Exit status 1 and every problem when a file is refused.
    """
    from corridors.sources.problems import Refused

    said = {
        "month": month, "reference": reference or "", "authority": authority, "purpose": purpose, "audience": audience,
    }  # fmt: skip
    hints = {name: value for name, value in {**said, "year": str(year or "")}.items() if value}
    found = settings(geodata, state)
    documents = []
    for file in files:
        try:
            one = _planned(file, found, hints, name or file.name)
            _guard(one, expect, against)
        except Refused as refused:
            documents.append(_refusal(refused, name or file.name, as_json))
            break
        if not as_json:
            typer.echo("\n".join(_lines(one)))
        edition = None
        if not one.changes_nothing and (accept or _asked(as_json)):
            edition = _accepted(one, found, by)
        documents.append(_document(one, edition))
    if as_json:
        typer.echo(json.dumps(documents[0] if len(files) == 1 else documents, ensure_ascii=False, indent=2))
    raise typer.Exit(0 if all(document["ok"] for document in documents) else 1)


def _planned(file: Path, found: "Settings", hints: dict[str, str], name: str) -> "Plan":
    from corridors.editions.plan import plan
    from corridors.editions.state import reading
    from corridors.sources.child import parse
    from corridors.sources.problems import Refused

    parent = history.current(found.state)
    root = history.root(found.geodata, found.state, parent)
    with progress() as tell:
        tell(f"file {name}")
        with reading(found.geodata, found.state, root) as folder:
            outcome = parse(file, hints, folder, told=lambda share: tell(share.phase, share.done, share.of))
        if isinstance(outcome, Refused):
            raise outcome
        tell("comparing")
        return plan(outcome, root, parent, name)


def _guard(one: "Plan", expect: str, against: int | None) -> None:
    """What the import page asks: the same bytes over the same edition as in the preview."""
    if expect and one.batch.sha256 != expect:
        raise CorridorsError("the file is not the one that was previewed: look at it again")
    if against is not None and one.parent != against:
        raise CorridorsError("another import was accepted since the preview: look at it again")


def _asked(as_json: bool) -> bool:
    return not as_json and sys.stdin.isatty() and typer.confirm("Take it in?", default=False)


def _accepted(one: "Plan", found: "Settings", by: str) -> history.Edition:
    from corridors.editions.accept import accept

    with progress() as tell:
        return accept(one, found.geodata, found.state, by or _who(), tell)


def _document(one: "Plan", edition: history.Edition | None) -> dict[str, Any]:
    """The result of one file for `--json`; `before` and `after` are the sums of the rows that the file speaks for."""
    from corridors.sources.problems import LANGS
    from corridors.text import text

    batch = one.batch
    told = one.changes[one.changes["change"] != "relabelled"]
    # What a publisher took back comes before what is new.
    head = told.sort_values("change", key=lambda kinds: kinds.map(_ORDER.index), kind="stable").head(CHANGES_SHOWN)
    changes = [{**row, "key": json.loads(str(row["key"]))} for row in head.to_dict("records")]
    return {
        "ok": True, "source": batch.source,
        "source_name": {lang: text(f"import.source.{batch.source}", lang) for lang in LANGS},
        "edition": batch.edition, "published": batch.published, "partition": batch.partition,
        "recognised_by": list(batch.recognised_by), "rows": batch.rows, **asdict(one.counts),
        "totals": dict(batch.totals),
        "before": {"edition": one.parent, "totals": dict(one.before)},
        "after": {"edition": edition.number if edition else None, "totals": dict(one.after)},
        "warnings": [note.document() for note in batch.warnings],
        "changes": changes, "citation_only": _citations(one.changes), "sha256": one.batch.sha256, "file": one.file,
        "accepted": edition is not None, "no_change": one.changes_nothing,
    }  # fmt: skip


def _citations(changes: "pd.DataFrame") -> dict[str, int]:
    """The rows of each table of which no number changes, only words that cite it (a new cut-off in a note)."""
    relabelled = changes.assign(only=changes["change"] == "relabelled")
    only = relabelled.groupby(["table", "key"], sort=False)["only"].all()
    rows = only[only.astype(bool)].groupby("table").size()
    return {str(table): int(count) for table, count in rows.items()}


def _lines(one: "Plan") -> list[str]:
    """The same for a person at a terminal."""
    batch, counts = one.batch, one.counts
    lines = [f"{one.file}: {batch.source}, {batch.edition}", f"  recognised by {'; '.join(batch.recognised_by)}"]
    lines += [f"  total {name}: {value:,}" for name, value in batch.totals.items()]
    lines += [f"  warning: {note.words('en')}" for note in batch.warnings]
    lines.append(
        f"  {batch.rows:,} rows: {counts.added:,} added, {counts.removed:,} removed, {counts.restated:,} restated, "
        f"{counts.relabelled:,} with another citation (against edition {one.parent})"
    )
    lines += [f"    {table}: {rows:,} rows: citation only" for table, rows in _citations(one.changes).items()]
    restated = one.changes[one.changes["change"] == "restated"]
    for row in restated.head(10).to_dict("records"):
        lines.append(f"    {row['table']} {row['key']} {row['column']}: {row['before']} -> {row['after']}")
    if len(restated) > 10:
        lines.append(f"    and {len(restated) - 10:,} more restated cells")
    return [*lines, "  nothing changes: the present edition says all of it"] if one.changes_nothing else lines


def _refusal(refused: "Refused", file: str, as_json: bool) -> dict[str, Any]:
    """A refusal with every problem; nothing was taken in."""
    if not as_json:
        typer.echo(f"corridors: {file} is refused; nothing was changed", err=True)
        typer.echo("\n".join(f"  {one.line('en')}" for one in refused.problems), err=True)
        if refused.more:
            typer.echo(f"  and {refused.more} more", err=True)
    return {
        "ok": False, "error": str(refused), "file": file, "more": refused.more,
        "problems": [one.document() for one in refused.problems],
    }  # fmt: skip


@app.command()
def editions(geodata: Geodata = None, state: State = None, as_json: Json = False) -> None:
    """List the editions that are kept, the one in force marked."""
    found = settings(geodata, state)
    now = history.current(found.state)
    kept = history.editions(found.state)
    documents = [{**asdict(one), "current": one.number == now} for one in kept]
    lines = [
        f"{'*' if one.number == now else ' '} {one.number:4d}  "
        + (f"{one.accepted}  {one.by}: {one.source}, {one.edition} "
           f"(+{one.added} -{one.removed} ~{one.restated})" if one.number else "as shipped")
        for one in kept
    ]  # fmt: skip
    show(documents, as_json, lines)


@app.command()
def diff(
    first: Annotated[int, typer.Argument(help="An edition (0: as shipped).", min=0)],
    second: Annotated[int, typer.Argument(help="Another edition.", min=0)],
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Compare two editions: every row added or removed and every cell restated, by table.

    Rows of which only the citation changed are one line a table; --json lists them too.
    """
    from corridors.editions.moves import diff as run

    found = settings(geodata, state)
    changes = run(found.geodata, found.state, first, second)
    documents = [{**row, "key": json.loads(str(row["key"]))} for row in changes.to_dict("records")]
    lines = [
        f"{row['change']} {row['table']} {row['key']} {row['column']}: {row['before']!r} -> {row['after']!r}"
        for row in changes[changes["change"] != "relabelled"].to_dict("records")
    ]
    lines += [f"relabelled {table}: {rows:,} rows: citation only" for table, rows in _citations(changes).items()]
    show(documents, as_json, lines or ["no difference"])


@app.command()
def rollback(
    edition: Annotated[int | None, typer.Argument(help="The edition (default: the one before).", min=0)] = None,
    by: By = "",
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """Put an earlier edition back in force; later ones are kept."""
    from corridors.editions.moves import rollback as run

    found = settings(geodata, state)
    number = run(found.geodata, found.state, edition, by or _who())
    show({"ok": True, "current": number}, as_json, [f"edition {number} is in force"])


@app.command()
def backup(
    out: Annotated[Path, typer.Argument(help="The file to write (.tar.gz).", dir_okay=False)],
    state: State = None,
    as_json: Json = False,
) -> None:
    """Write the state folder (editions, journal) into one file."""
    from corridors.editions.moves import backup as run

    size = run(settings(None, state).state, out)
    show({"ok": True, "file": str(out), "bytes": size}, as_json, [f"{out}: {size / 1e6:.1f} MB"])


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `corridors backup` wrote.", exists=True, dir_okay=False)],
    by: By = "",
    state: State = None,
    as_json: Json = False,
) -> None:
    """Bring the editions of a backup into the state folder; nothing that is there is overwritten."""
    from corridors.editions.moves import restore as run

    number = run(settings(None, state).state, file, by or _who())
    show({"ok": True, "current": number}, as_json, [f"edition {number} is in force"])
