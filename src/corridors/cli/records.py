"""`corridors synth`: made-up trace records, marked as such, for tests and benchmarks."""

from pathlib import Path
from typing import Annotated

import typer

from corridors.cli.app import Geodata, Json, app, folder, show


@app.command()
def synth(
    out: Annotated[Path, typer.Argument(help="The file to write (.csv or .parquet), or a folder for parts.")],
    rows: Annotated[int, typer.Option(min=1, help="How many records.")] = 100_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same records.")] = 0,
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """Make marked synthetic trace records with the published margins; the product never shows them without the mark."""
    from corridors.sources.synth import synthesise

    synthesise(out, rows, seed, folder(geodata), lambda done, of: typer.echo(f"  {done:,} of {of:,}", err=True))
    show({"ok": True, "file": str(out), "rows": rows, "synthetic": True}, as_json, [f"{out}: {rows:,} made-up records"])
