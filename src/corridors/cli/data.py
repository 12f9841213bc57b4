"""Commands that build, check and read the data: `build check view cards measures tables version`."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

import typer

from corridors import __version__
from corridors.cli.app import Geodata, Json, app, folder, show, store
from corridors.errors import CorridorsError


@app.command()
def build(
    geodata: Geodata = None,
    only: Annotated[
        Literal["tables", "layers", "derived", "web"] | None,
        typer.Option(help="Do one step and keep the others as they are."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Make geodata/built from facts, cards and boundaries (needs the extra [build]); progress on standard error."""
    from corridors.build.run import build as run

    try:
        manifest = run(folder(geodata), only, lambda said: typer.echo(said, err=True))
    except ModuleNotFoundError as error:
        raise CorridorsError(f"building needs {error.name}: install the extra [build]") from error
    rows = {name: entry.get("rows") for name, entry in manifest["files"].items()}
    show({"ok": True, "files": rows, "web": manifest["web"]}, as_json, [f"built {len(rows)} files"])


@app.command()
def check(geodata: Geodata = None, as_json: Json = False) -> None:
    """Verify hashes, keys, ranges, totals against the publishers' own, licences, and that all parts agree."""
    from corridors.build.checks import check as run

    findings = run(store(geodata).root)
    failed = [finding for finding in findings if not finding.ok]
    lines = [f"FAILED {finding.check}: {finding.detail}" for finding in failed]
    lines.append(f"{len(findings)} checks, {len(failed)} failed" if failed else f"{len(findings)} checks, all hold")
    show({"ok": not failed, "findings": [asdict(finding) for finding in findings]}, as_json, lines)
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
    show(fields, as_json, [f"{name}: {_plain(value)}" for name, value in fields.items()])


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

        changed = pin_cards(folder(geodata))
        show({"pinned": changed}, as_json, [f"pinned {', '.join(changed) or 'nothing: all pins hold'}"])
        return
    data = store(geodata)
    found = [data.card(id)] if id else list(data.cards().values())
    lines = [f"{c.id}: {c.publisher}. {c.document}. {c.licence} ({c.redistribute})" for c in found]
    show([asdict(card) for card in found], as_json, lines)


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
        for id, entry in store(geodata).cube["measures"].items()
    ]
    lines = [f"{m['id']}: {m['name']} ({m['unit']}), {m['periods'][0][0]}-{m['periods'][-1][1]}" for m in found]
    show(found, as_json, lines)


@app.command()
def tables(
    markdown: Annotated[
        Literal["en", "es"] | None, typer.Option(help="Print the data dictionary in Markdown, in this language.")
    ] = None,
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """List the tables: rows, key, and columns with type and unit."""
    if markdown:
        from corridors.answers.dictionary import dictionary

        typer.echo(dictionary(markdown), nl=False)
        return
    from corridors.model.tables import TABLES

    data = store(geodata)
    files = data.manifest["files"]
    found = [
        {
            "name": table.name,
            "rows": files[f"tables/{table.name}.parquet"]["rows"],
            "key": list(table.key),
            "columns": [asdict(column) for column in table.columns],
        }
        for table in TABLES
        if data.has(table.name)
    ]
    show(found, as_json, [f"{table['name']}: {table['rows']} rows" for table in found])


@app.command()
def version(geodata: Geodata = None, as_json: Json = False) -> None:
    """Print the version of the product and of the data (none before a first build)."""
    found = store(geodata)
    built = (found.root / "built" / "manifest.json").is_file()
    data = found.data_version if built else None
    show({"version": __version__, "data": data}, as_json, [f"corridors {__version__}, data {data or 'not built'}"])
