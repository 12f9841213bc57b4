"""Every brief of a folder: two processes, each with a store of its own; what was made already and is unchanged is kept.

A file is written whole or not at all, and `manifest.json` names each with its key (what it was made from) and its hash.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, NamedTuple

from corridors.cli.progress import Progress
from corridors.exports.briefs import Order, key, made
from corridors.store import Store
from corridors.whole import write

WORKERS: Final = 2
# Briefs before both processes are replaced: what a compiler remembers does not pile up. (`max_tasks_per_child` would do
# it, but it can wait for ever for a process that it never starts: CPython issue 115634.)
BATCH: Final = 54
MANIFEST: Final = "manifest.json"


class Data(NamedTuple):
    """Which data a process of its own opens: the folders and the number of a store."""

    root: Path
    state: Path | None
    edition: int
    shipped: Path


def run(orders: Sequence[Order], data: Store, folder: Path, day: date, tell: Progress) -> dict[str, Any]:
    """Make what is missing or has changed: how many were made, how many kept, and the files."""
    same = Data(data.root, data.state, data.edition, data.shipped)
    store = _store(same, day)
    had = _manifest(folder)
    keys = {order.file: key(order, store) for order in orders}
    waiting = [order for order in orders if not _there(folder, order.file, keys[order.file], had)]
    done = {name: entry for name, entry in had.items() if name in keys and not _in(waiting, name)}
    made_now = 0
    for order, digest in _all(waiting, same, folder, day):
        made_now += 1
        done[order.file] = {"key": keys[order.file], "sha256": digest}
        tell(f"{made_now}/{len(waiting)} {order.file}")
        write(folder / MANIFEST, json.dumps(done, indent=1, sort_keys=True).encode())
    return {"made": made_now, "kept": len(orders) - made_now, "files": sorted(done)}


def _all(waiting: Sequence[Order], data: Data, folder: Path, day: date) -> Iterator[tuple[Order, str]]:
    for start in range(0, len(waiting), BATCH):
        with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
            yield from pool.map(partial(_one, data, folder, day), waiting[start : start + BATCH])


def _in(orders: Sequence[Order], name: str) -> bool:
    return any(order.file == name for order in orders)


def _there(folder: Path, name: str, wanted: str, had: dict[str, dict[str, str]]) -> bool:
    """Whether a file is the one that would be made now: by its key, and by its hash, as it lies there."""
    entry, path = had.get(name), folder / name
    if entry is None or entry["key"] != wanted or not path.is_file():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]


def _manifest(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _store(data: Data, day: date) -> Store:
    """The data with one day for all: a run that passes midnight does not change its files."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return Store(data.root, data.state, data.edition, lambda: at, data.shipped)


def _one(data: Data, folder: Path, day: date, order: Order) -> tuple[Order, str]:
    content = made(order, _store(data, day))
    write(folder / order.file, content)
    return order, hashlib.sha256(content).hexdigest()
