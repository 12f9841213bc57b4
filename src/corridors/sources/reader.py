"""The process that reads one user's file (`python -m corridors.sources.reader`); `child` starts it.

The request comes as JSON on standard input; the result is left in the present folder, which is the only one that may
be written to: tables as Arrow files, all else as JSON.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corridors.errors import DataError
from corridors.sources import door, progress, sandbox
from corridors.sources.content import Content
from corridors.sources.problems import Refused, problem, refuse
from corridors.sources.sandbox import Limits, Reached

if TYPE_CHECKING:
    from corridors.sources.batch import Batch

RESULT: Final = "result.json"
PEAK: Final = "peak"  # bytes of memory at most
MEGABYTE: Final = 1 << 20
Document = dict[str, Any]


def no_memory(limits: Limits) -> Refused:
    """The refusal of a file that needs more memory than it may have."""
    return Refused([problem("memory", limit=limits.memory // MEGABYTE)])


def main() -> None:
    """Reads the file of the request, guarded, and leaves the outcome in the present folder."""
    request: Document = json.load(sys.stdin)
    folder = Path.cwd()
    path, geodata = Path(request["path"]), Path(request["geodata"])
    limits = Limits(**request["limits"])
    sandbox.limit(limits)
    peak = sandbox.meter()
    tried = sandbox.guard((path, geodata), folder)
    progress.keep_in(folder)
    try:
        document = _outcome(path, request["hints"], geodata, limits, folder)
    except Reached as reached:
        document = _refused(refuse("reached", found=reached))
    if tried:  # a reader may have swallowed it
        document = _refused(refuse("reached", found=tried[0]))
    (folder / PEAK).write_text(str(peak()), encoding="ascii")
    (folder / RESULT).write_text(json.dumps(document, ensure_ascii=False, allow_nan=False), encoding="utf-8")


def _outcome(path: Path, hints: Mapping[str, str], geodata: Path, limits: Limits, folder: Path) -> Document:
    try:
        progress.tell("checking")
        content = door.open_file(path, hints)
        return _batch(_read(content, geodata), folder)
    except Refused as refused:
        return _refused(refused)
    except DataError as error:
        return {"error": str(error)}
    except MemoryError:
        return _refused(no_memory(limits))


def _refused(refused: Refused) -> Document:
    return {"refused": [asdict(one) for one in refused.problems], "more": refused.more}


def _read(content: Content, geodata: Path) -> "Batch":
    """Past the look for personal data, to the one importer that knows the content."""
    # What the door refuses does not wait for pandas and every importer.
    from corridors.sources import personal, reading  # noqa: PLC0415

    try:
        module, _ = reading.identify(content)
    except Refused:
        personal.check(content, geodata)  # says more than that nobody knows the file
        if content.kind in ("csv", "parquet") and not content.data:
            raise door.too_large(content.path.stat().st_size) from None
        raise
    personal.check(content, geodata, module.ID, getattr(module, "PERSONAL_DROPPED", ()))
    progress.tell("reading")
    batch: Batch = module.read(content, geodata)
    return replace(batch, source=module.ID, sha256=content.sha256)


def _batch(batch: "Batch", folder: Path) -> Document:
    import pyarrow as pa  # noqa: PLC0415 - as above
    from pyarrow import feather  # noqa: PLC0415

    from corridors.sources.frames import texts  # noqa: PLC0415

    parts = []
    for number, part in enumerate(batch.parts):
        found = part.rows
        rows = texts(found) if isinstance(found, pa.Table) else pa.Table.from_pandas(found, preserve_index=False)
        for name, cells in zip(rows.column_names, rows.columns, strict=True):
            if len(cells) and (cells.null_count or cells.type not in (pa.string(), pa.large_string())):
                raise TypeError(f"{part.table}.{name} has cells that are no text")
        feather.write_feather(rows, folder / f"{number}.arrow", compression="lz4")
        parts.append((part.table, f"{number}.arrow", dict(part.scope)))
    return {
        "source": batch.source, "edition": batch.edition, "published": batch.published,
        "recognised_by": batch.recognised_by, "parts": parts, "totals": dict(batch.totals), "apart": batch.apart,
        "partition": batch.partition, "warnings": [(note.code, dict(note.values)) for note in batch.warnings],
        "cards": [asdict(card) for card in batch.cards], "sha256": batch.sha256,
    }  # fmt: skip


if __name__ == "__main__":
    main()
    # At once, once the outcome lies there: a thread of Arrow that still lets go of a Python object while the
    # interpreter takes itself apart would end the process with a fault (seen in one ragged file of fifty).
    os._exit(0)
