"""The manifest: what was built from what, by hash; and the hashed files for the browser."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq

from corridors import __version__
from corridors.errors import DataError
from corridors.whole import write

VERSION: Final = 1
SOURCES: Final = ("cards/*.yml", "facts/*.csv", "names/*.csv")
BUILT: Final = (
    "cards.json",
    "tables/*.parquet",
    "layers/*.parquet",
    "derived/*.parquet",
    "derived/*.json",
    "web/*.json",
)
_HASHED: Final = re.compile(r"^(?P<name>\w+)\.[0-9a-f]{8}\.json$")


def dumps(value: object) -> bytes:
    """Compact JSON, the same bytes for the same value; refuses NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def write_web(out: Path, name: str, value: object) -> str:
    """Writes one browser asset as `web/<name>.<hash8>.json`, removes its older files, gives the file name."""
    data = dumps(value)
    file = f"{name}.{hashlib.sha256(data).hexdigest()[:8]}.json"
    write(out / "web" / file, data)
    for path in (out / "web").glob(f"{name}.*.json"):
        if path.name != file:
            path.unlink()
    return file


def web_files(out: Path) -> dict[str, str]:
    """Name -> file name of the browser assets that are there."""
    found = {path.name: _HASHED.match(path.name) for path in sorted((out / "web").glob("*.json"))}
    return {match["name"]: file for file, match in found.items() if match}


def hashes(root: Path, patterns: Sequence[str]) -> dict[str, dict[str, Any]]:
    """SHA-256 and size of the files that match, by path relative to `root`. It opens nothing as Parquet."""
    paths = sorted(path for pattern in patterns for path in root.glob(pattern))
    return {path.relative_to(root).as_posix(): _entry(path.read_bytes()) for path in paths}


def _entry(data: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _built(out: Path) -> dict[str, dict[str, Any]]:
    """The same of what is built, with the number of rows of tables and layers."""
    found = hashes(out, BUILT)
    for name, entry in found.items():
        if name.endswith(".parquet"):
            entry["rows"] = pq.read_metadata(out / name).num_rows
    return found


def build_manifest(
    geodata: Path, out: Path, layers: Sequence[Mapping[str, Any]], checks: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The manifest of what is in the folders now. No time in it: the same data give the same bytes."""
    return {
        "version": VERSION,
        "product": __version__,
        "web": web_files(out),
        "layers": list(layers),
        "checks": list(checks),
        "sources": hashes(geodata, SOURCES),
        "files": _built(out),
    }


def write_manifest(out: Path, manifest: Mapping[str, Any]) -> None:
    """Writes `manifest.json`, indented so that a change can be read in a diff, sealed with the hash of itself."""
    write(out / "manifest.json", _text({**manifest, "seal": _seal(manifest)}))


def read_manifest(out: Path) -> dict[str, Any]:
    """The manifest as built. DataError when it is not there or its seal is broken (it was edited)."""
    path = out / "manifest.json"
    if not path.is_file():
        raise DataError(f"{path} is not there: run `corridors build`")
    data = path.read_bytes()
    try:
        manifest: dict[str, Any] = json.loads(data)
        seal = manifest.pop("seal")
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path} is not a manifest: run `corridors build`") from error
    if seal != _seal(manifest) or data != _text({**manifest, "seal": seal}):
        raise DataError(f"{path} has changed since it was built: run `corridors build`")
    return manifest


def _text(manifest: Mapping[str, Any]) -> bytes:
    return json.dumps(manifest, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"


def _seal(manifest: Mapping[str, Any]) -> str:
    return hashlib.sha256(_text(manifest)).hexdigest()
