"""A store whose facts differ from those that ship in a few rows, as an import would leave them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from corridors.model.tables import BY_NAME
from corridors.store import Store
from tools.serving import ROOT

SHIPPED = ROOT / "geodata"


def changed(
    folder: Path, table: str, rows: Sequence[Mapping[str, Any]], like: Mapping[str, Any] | None = None
) -> Store:
    """The shipped data with `rows` added to a table; each takes what it leaves out from the row that is `like`."""
    tables = folder / "geodata" / "built" / "tables"
    tables.mkdir(parents=True)
    for path in (SHIPPED / "built" / "tables").glob("*.parquet"):
        (tables / path.name).symlink_to(path)
    for name in ("cards.json", "manifest.json"):
        (tables.parent / name).symlink_to(SHIPPED / "built" / name)
    file = tables / f"{table}.parquet"
    present = pd.read_parquet(file) if file.exists() else pd.DataFrame(columns=list(BY_NAME[table].names))
    base: dict[str, Any] = {}
    if like:
        mask = pd.concat([present[name] == value for name, value in like.items()], axis=1).all(axis=1)
        base = present[mask].iloc[0].to_dict()
    new = pd.DataFrame([{**base, **row} for row in rows])
    file.unlink(missing_ok=True)
    pd.concat([present, new], ignore_index=True).to_parquet(file)
    return Store(folder / "geodata", folder / "state", shipped=SHIPPED)


def fact(name: str, value: float, date: str = "2026-01-01", **more: str) -> dict[str, Any]:
    """A row of `cited_facts`."""
    return {
        "fact": name, "place": "A place", "period": date, "date": date, "value": value, "unit": "as the claim says",
        "base_en": "All.", "base_es": "Todo.", "statement_en": "As cited.", "statement_es": "Según la cita.",
        "publisher": "A publisher", "document": "A document", "date_published": date, "locator": "p. 1",
        "url": "", "quality": "exact", "kind": "observed", "note": "", "source_id": "GAO_16_223", "via_press": "no",
        **more,
    }  # fmt: skip
