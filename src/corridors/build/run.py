"""`corridors build`: facts -> tables -> layers -> computed tables -> cube and browser assets -> cards -> manifest."""

import json
from collections.abc import Callable, Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from corridors import __version__
from corridors.build import estimates, facts
from corridors.build.checks import data_findings, read_tables
from corridors.build.cube import ASSET, build_cube
from corridors.build.derived import Derived, build_derived
from corridors.build.dial import DIAL, NEEDED, USED, write_dial
from corridors.build.flows import flows
from corridors.build.manifest import build_manifest, write_manifest, write_web
from corridors.build.routes import ROUTES
from corridors.build.series import Tables
from corridors.build.tables import build_tables
from corridors.build.violence import VIOLENCE
from corridors.errors import DataError
from corridors.whole import write

STEPS: Final = ("tables", "layers", "derived", "web")
# Computed tables, in the order in which they are made.
DERIVED: Final[tuple[Derived, ...]] = (*estimates.DERIVED, *ROUTES, *VIOLENCE)
# Tables that the dial of corridors rests on, by itself or through computed ones.
DIALLED: Final = USED.union(*(one.rests_on for one in DERIVED if one.name in NEEDED))
# Tables that shapes rest on (`touched.py`): only their change needs a geometry library.
SHAPED: Final = frozenset({"consular_district_counties", "trace_pairs", "trace_source_places", "trace_totals"})
Progress = Callable[[str], None]


def build(
    geodata: Path,
    only: str | None = None,
    progress: Progress = lambda _: None,
    names: Collection[str] | None = None,
) -> dict[str, Any]:
    """Builds `geodata/built` and returns its manifest.

    `only` does one of STEPS and keeps what is there of the others; `names` are the only tables that have changed.
    Raises DataError with the file and the cell, or the total, at fault; the manifest is written last, so what it says
    is always whole.
    """
    out = geodata / "built"
    steps = STEPS if only is None else (only,)
    cards = facts.read_cards(geodata)
    layers, earlier = _earlier(out, names is not None)
    if "tables" in steps:
        build_tables(geodata, out, progress, names)
    tables = read_tables(out)
    findings = data_findings(tables)
    if wrong := [f"{finding.check}: {finding.detail}" for finding in findings if not finding.ok]:
        raise DataError("; ".join(wrong))
    progress(f"checks: {len(findings)} hold")
    if "layers" in steps:
        from corridors.build.geography import build_layers  # noqa: PLC0415 - needs the extra [build]

        layers = build_layers(geodata, out, progress)
    elif names is not None and SHAPED & set(names):
        from corridors.build.touched import build_touched  # noqa: PLC0415 - needs a geometry library

        layers = build_touched(geodata, tables, names, layers, progress)
    _derive(geodata, tables, steps, progress, names)
    if "tables" in steps or "web" in steps:
        for name, value in build_cube(tables, progress, earlier).items():
            write_web(out, name, value)
    if "web" in steps:
        from corridors.build.web_layers import web_layers  # noqa: PLC0415 - needs the extra [build]

        progress("browser assets")
        for name, value in web_layers(geodata, out, flows(tables)).items():
            write_web(out, name, value)
    compiled = {id: asdict(card) for id, card in cards.items()}
    write(out / "cards.json", json.dumps(compiled, ensure_ascii=False, indent=1).encode() + b"\n")
    manifest = build_manifest(geodata, out, layers, [asdict(finding) for finding in findings])
    write_manifest(out, manifest)
    progress(f"manifest: {len(manifest['files'])} files")
    return manifest


def _derive(
    geodata: Path, tables: Tables, steps: Collection[str], progress: Progress, names: Collection[str] | None
) -> None:
    """The computed tables, and the asset of the page of corridors that is made of them."""
    out = geodata / "built"
    if "derived" in steps or names is not None:
        build_derived(out, tables, DERIVED, progress, names)
    # An edition made before the product had the asset gets it with its next import, whatever that brings.
    dialled = DIALLED & set(names or ()) or not any((out / "web").glob(f"{DIAL}.*.json"))
    if {"derived", "web"} & set(steps) or dialled:
        write_dial(geodata, tables)


def _earlier(out: Path, numbers: bool) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """What an earlier build left: the records of its layers and, with `numbers`, its cube if this product made it."""
    path = out / "manifest.json"
    if not path.is_file():
        return [], None
    manifest = json.loads(path.read_bytes())
    if not numbers or manifest["product"] != __version__:
        return manifest["layers"], None
    files = {name: out / "web" / manifest["web"][name] for name in ("cube", ASSET)}
    return manifest["layers"], {name: json.loads(file.read_bytes()) for name, file in files.items()}
