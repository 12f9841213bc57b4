"""The command line: `corridors build | check | view | cards | measures | tables | version`.

Every command takes `--json` and then prints one JSON document on standard output. It exits with 0 (also with
warnings), 1 (a finding, or something that cannot be read) or 2 (bad use), and never with a traceback.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NoReturn

import typer

from corridors import __version__
from corridors.errors import CorridorsError

if TYPE_CHECKING:
    from corridors.store import Store

BAD_USE: Final = 2
app = typer.Typer(
    name="corridors",
    help="Corridors / Corredores: build, check and read the data of the dashboard.",
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


def _folder(given: Path | None) -> Path:
    if given is not None:
        return given
    from corridors.settings import load

    return load().geodata


def _store(given: Path | None) -> "Store":
    from corridors.store import Store

    return Store(_folder(given))


def _print(value: Any, as_json: bool, lines: list[str]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


@app.command()
def build(
    geodata: Geodata = None,
    only: Annotated[
        Literal["tables", "layers", "web"] | None, typer.Option(help="Do one step and keep the others as they are.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make geodata/built from facts, cards and boundaries (needs the extra [build]); progress on standard error."""
    from corridors.build.run import build as run

    try:
        manifest = run(_folder(geodata), only, lambda said: typer.echo(said, err=True))
    except ModuleNotFoundError as error:
        raise CorridorsError(f"building needs {error.name}: install the extra [build]") from error
    rows = {name: entry.get("rows") for name, entry in manifest["files"].items()}
    _print({"ok": True, "files": rows, "web": manifest["web"]}, as_json, [f"built {len(rows)} files"])


@app.command()
def check(geodata: Geodata = None, as_json: Json = False) -> None:
    """Verify hashes, keys, ranges, totals against the publishers' own, licences, and that all parts agree."""
    from corridors.build.checks import check as run

    findings = run(_folder(geodata))
    failed = [finding for finding in findings if not finding.ok]
    lines = [f"FAILED {finding.check}: {finding.detail}" for finding in failed]
    lines.append(f"{len(findings)} checks, {len(failed)} failed" if failed else f"{len(findings)} checks, all hold")
    _print({"ok": not failed, "findings": [asdict(finding) for finding in findings]}, as_json, lines)
    raise typer.Exit(1 if failed else 0)


@app.command()
def view(
    query: Annotated[str, typer.Argument(help="The query string of a link, such as 'v=1&y=2015-2019&d=MX-26'.")],
    as_json: Json = False,
) -> None:
    """Read a link: what it shows, field by field, and its shortest form."""
    from corridors.model.view import decode, encode

    found = decode(query.partition("?")[2] or query)
    fields = {**asdict(found), "query": encode(found)}
    _print(fields, as_json, [f"{name}: {_plain(value)}" for name, value in fields.items()])


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@app.command()
def cards(
    id: Annotated[str | None, typer.Argument(help="One source; all of them when left out.")] = None,
    pin: Annotated[
        bool, typer.Option("--pin", help="Pin each card to the rows of geodata/facts as they are now.")
    ] = False,
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """List the sources: publisher, document, licence and whether the data may be redistributed."""
    if pin:
        from corridors.build.facts import pin_cards

        changed = pin_cards(_folder(geodata))
        _print({"pinned": changed}, as_json, [f"pinned {', '.join(changed) or 'nothing: all pins hold'}"])
        return
    store = _store(geodata)
    found = [store.card(id)] if id else list(store.cards().values())
    lines = [f"{c.id}: {c.publisher}. {c.document}. {c.licence} ({c.redistribute})" for c in found]
    _print([asdict(card) for card in found], as_json, lines)


@app.command()
def measures(
    lang: Annotated[Literal["en", "es"], typer.Option(help="Language of the names.")] = "en",
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """List what the maps and charts can show, with unit, sources and the years that each covers."""
    from corridors.text import text

    found = [
        {
            "id": id,
            "name": text(f"measure.{id}.name", lang),
            "unit": text(f"measure.{id}.unit", lang),
            **{key: entry[key] for key in ("country", "shape", "level", "kind", "sources", "periods")},
        }
        for id, entry in _store(geodata).cube["measures"].items()
    ]
    lines = [f"{m['id']}: {m['name']} ({m['unit']}), {m['periods'][0][0]}-{m['periods'][-1][1]}" for m in found]
    _print(found, as_json, lines)


@app.command()
def tables(geodata: Geodata = None, as_json: Json = False) -> None:
    """List the tables: rows, key, and columns with type and unit."""
    from corridors.model.tables import TABLES

    store = _store(geodata)
    files = store.manifest["files"]
    found = [
        {
            "name": table.name,
            "rows": files[f"tables/{table.name}.parquet"]["rows"],
            "key": list(table.key),
            "columns": [asdict(column) for column in table.columns],
        }
        for table in TABLES
        if store.has(table.name)
    ]
    _print(found, as_json, [f"{table['name']}: {table['rows']} rows" for table in found])


@app.command()
def version(geodata: Geodata = None, as_json: Json = False) -> None:
    """Print the version of the product and of the data (none before a first build)."""
    store = _store(geodata)
    built = (store.root / "built" / "manifest.json").is_file()
    data = store.data_version if built else None
    _print({"version": __version__, "data": data}, as_json, [f"corridors {__version__}, data {data or 'not built'}"])


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
