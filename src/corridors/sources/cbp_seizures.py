"""CBP, weapons and ammunition seizures: one CSV of some fiscal years, a row for each category of each event.

Event ids are counted and never kept. Places are field offices and sectors, not ports. A later file covers other
fiscal years, so it speaks for those that it has and for no other.
"""

import re
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from corridors.model.tables import BY_NAME
from corridors.sources import cards
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import fold, layout, shared
from corridors.sources.renewal import MONTHS
from corridors.sources.tabular import Grid, counts, recoded
from corridors.sources.tabular import read as read_csv

ID: Final = "cbp_seizures"
SOURCE: Final = "CBP_SEIZURES"
TABLE: Final = "cbp_seizures_month"
SOUTHBOUND: Final = "southbound_seizures"
OUTBOUND: Final = "outbound"
BORDER: Final = "southwest border"
_SIGNATURE: Final = ("Area of Responsibility", "Inbound/Outbound", "Seizure Type", "Event ID", "Quantity Seized")
_YEAR: Final = re.compile(r"(20\d\d)(?: ?\(FYTD\))?", re.IGNORECASE)
_TEXT: Final = ("component", "region", "area", "direction", "mode", "seizure_type", "category")
_FILLED: Final = ("component", "region", "area", "seizure_type")
_CITED: Final = {
    "publisher": "U.S. Customs and Border Protection (CBP)",
    "url": "https://www.cbp.gov/newsroom/stats",
    "quality": "derived", "kind": "derived", "source_id": SOURCE, "via_press": "no",
}  # fmt: skip


def recognise(content: Content) -> tuple[str, ...]:
    """Area, direction, event and quantity in the header."""
    found = shared(content, _SIGNATURE)
    return (f"the columns {', '.join(found)}",) if len(found) > 3 and "Quantity Seized" in found else ()


def read(content: Content, geodata: Path) -> Batch:
    """Events and quantities by month, office, direction and category, and what went south by fiscal year."""
    grid = read_csv(content, layout(geodata, ID, "columns"), coded=("fiscal_year", "month"))
    rows = _rows(grid)
    keys = list(BY_NAME[TABLE].key)
    sums = rows.groupby(["fiscal_year", *keys], as_index=False).agg(
        events=("event", "nunique"), quantity=("quantity", "sum")
    )
    months = {str(year): sorted(map(str, set(group["month"]))) for year, group in rows.groupby("fiscal_year")}
    years = tuple(sorted(months))
    first, last = months[years[0]][0], months[years[-1]][-1]
    south = _southbound(rows, months, geodata)
    types = {fold(row["seizure_type"]): row["measure"] for row in layout(geodata, ID, "southbound")}
    measure = rows["seizure_type"].map(lambda one: types.get(fold(one), ""))
    card = cards.card(geodata / "layouts" / ID / "card.yml", coverage=f"{first} – {last}")
    listed = {str(name): pa.array(sums[name]) for name in sums}
    table = frame(TABLE, listed | {"quality": "derived", "kind": "derived", "source_id": SOURCE})
    periods = tuple(f"FY{year}" for year in years)
    return Batch(
        source=ID,
        edition=f"{first} to {last}",
        published="",
        recognised_by=recognise(content),
        parts=(
            Part(TABLE, table, {"source_id": (SOURCE,), "fiscal_year": years}),
            Part(SOUTHBOUND, south, {"source_id": (SOURCE,), "period": periods}),
        ),
        totals={f"quantity_{name}": int(rows["quantity"][measure == name].sum()) for name in types.values()},
        warnings=tuple(_warnings(rows, sums, months, grid)),
        cards=(card,),
    )


def _rows(grid: Grid) -> pd.DataFrame:
    """The rows with fiscal year and calendar month as text, the quantity as a number, and blank texts as ""."""
    said = {name: grid.columns[name].dictionary.to_pylist() for name in ("fiscal_year", "month")}
    matches = [_YEAR.fullmatch(one.strip()) for one in said["fiscal_year"]]
    year = recoded(grid, "fiscal_year", [one and one[1] for one in matches], "fiscal_year")
    month = recoded(grid, "month", [_month(one) for one in said["month"]], "month_name")
    quantity = counts(grid, "quantity")
    for name in (*_FILLED, "event"):
        grid.report("empty", name, np.flatnonzero(np.asarray(grid.columns[name].is_null())))
    grid.refuse()
    found: dict[str, Any] = {name: grid.columns[name].fill_null("") for name in (*_TEXT, "event")}
    rows = pd.DataFrame(pa.table(found | {"fiscal_year": year.cast(pa.string()), "of_year": month.cast(pa.string()),
                                          "quantity": quantity}).to_pandas())  # fmt: skip
    for name in _TEXT:
        rows[name] = rows[name].str.strip()
    # A fiscal year begins in October of the calendar year before it.
    calendar = rows["fiscal_year"].astype(int) - (rows["of_year"].astype(int) >= 10)
    rows["month"] = calendar.astype(str) + "-" + rows["of_year"]
    return rows


def _month(name: str) -> str | None:
    at = MONTHS.get(name.strip().upper()[:3])
    return f"{at:02d}" if at else None


def _southbound(rows: pd.DataFrame, months: dict[str, list[str]], geodata: Path) -> pa.Table:
    """What was seized on its way out over the southwest border, by fiscal year: weapons, ammunition."""
    out = rows[(rows["direction"].str.lower() == OUTBOUND) & (rows["region"].str.lower() == BORDER)]
    made = []
    for row in layout(geodata, ID, "southbound"):
        these = out[out["seizure_type"].str.lower() == row["seizure_type"].lower()]
        for period, quantity in these.groupby("fiscal_year")["quantity"].sum().items():
            year = str(period)
            first, last = months[year][0], months[year][-1]
            said = "" if len(months[year]) == 12 else f"{first} to {last}"
            document = f"Weapons and Ammunition Seizures, {first} to {last}"
            made.append((f"FY{year}", row["measure"], str(quantity), row["unit"], document, said))
    if not made:
        return frame(SOUTHBOUND, dict.fromkeys(BY_NAME[SOUTHBOUND].names, ()))
    names = ("period", "measure", "value", "unit", "document", "note")
    columns = {name: pa.array(cells) for name, cells in zip(names, zip(*made, strict=True), strict=True)}
    fixed = {"agency": "CBP", "area": "Southwest Border", "direction": "southbound"}
    return frame(SOUTHBOUND, columns | fixed | _CITED)


def _warnings(rows: pd.DataFrame, sums: pd.DataFrame, months: dict[str, list[str]], grid: Grid) -> list[Note]:
    notes = []
    if partial := [year for year in sorted(months) if len(months[year]) < 12]:
        notes.append(Note("cbp_partial", {"years": ", ".join(partial)}))
    events = int(rows["event"].nunique())
    if events < int(sums["events"].sum()):
        notes.append(Note("cbp_events", {"events": events, "rows": len(sums)}))
    if grid.unknown:
        notes.append(Note("unknown_columns", {"columns": ", ".join(grid.unknown)}))
    return notes
