"""`corridors build`: facts -> tables -> layers -> cube and browser assets -> cards -> manifest."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from corridors.build import facts
from corridors.build.checks import data_findings, read_tables
from corridors.build.cube import build_cube
from corridors.build.manifest import build_manifest, write, write_manifest, write_web
from corridors.build.tables import build_tables
from corridors.errors import DataError

STEPS: Final = ("tables", "layers", "web")
Progress = Callable[[str], None]


def build(geodata: Path, only: str | None = None, progress: Progress = lambda _: None) -> dict[str, Any]:
    """Builds `geodata/built` and returns its manifest.

    `only` does one of STEPS and keeps what is there of the others. Raises DataError with the file and the cell, or
    the total, at fault; the manifest is written last, so what it says is always whole.
    """
    out = geodata / "built"
    steps = STEPS if only is None else (only,)
    cards = facts.read_cards(geodata)
    layers = _earlier_layers(out)
    if "tables" in steps:
        build_tables(geodata, out, progress)
    tables = read_tables(out)
    findings = data_findings(tables)
    if wrong := [f"{finding.check}: {finding.detail}" for finding in findings if not finding.ok]:
        raise DataError("; ".join(wrong))
    progress(f"checks: {len(findings)} hold")
    if "layers" in steps:
        from corridors.build.geography import build_layers  # noqa: PLC0415 - needs the extra [build]

        layers = build_layers(geodata, out, progress)
    if "tables" in steps or "web" in steps:
        for name, value in build_cube(tables, progress).items():
            write_web(out, name, value)
    if "web" in steps:
        from corridors.build.web_layers import web_layers  # noqa: PLC0415 - needs the extra [build]

        progress("browser assets")
        for name, value in web_layers(geodata, out).items():
            write_web(out, name, value)
    compiled = {id: asdict(card) for id, card in cards.items()}
    write(out / "cards.json", json.dumps(compiled, ensure_ascii=False, indent=1).encode() + b"\n")
    manifest = build_manifest(geodata, out, layers, [asdict(finding) for finding in findings])
    write_manifest(out, manifest)
    progress(f"manifest: {len(manifest['files'])} files")
    return manifest


def _earlier_layers(out: Path) -> list[dict[str, Any]]:
    """The records of the layers that an earlier build left, for a build that does not touch them."""
    path = out / "manifest.json"
    if not path.is_file():
        return []
    layers: list[dict[str, Any]] = json.loads(path.read_bytes())["layers"]
    return layers
