"""FBI, NICS firearm background checks by month, state and type: one CSV with the whole series since November 1998.

A blank cell was not reported: it stays empty and is never zero. A check is not a sale.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import layout, shared
from corridors.sources.names import codes
from corridors.sources.problems import problem
from corridors.sources.renewal import MONTH, NAMED, gaps, months, renewed
from corridors.sources.tabular import Grid, Where, counts, one_of, ordered, recoded, sorting
from corridors.sources.tabular import read as read_csv

ID: Final = "fbi_nics"
SOURCE: Final = "NICS"
TABLE: Final = "nics_state_month"
FIRST: Final = "1998-11"
TOTAL: Final = "nics_total"
_SIGNATURE: Final = ("month", "state", "permit_recheck", "prepawn_handgun", "redemption_handgun", "totals")
_RECHECKERS: Final = ("IL", "KY")  # they check every permit again each month


def recognise(content: Content) -> tuple[str, ...]:
    """The FBI's own types of check in the header."""
    found = shared(content, _SIGNATURE)
    return (f"the columns {', '.join(found)}",) if len(found) > 3 and "permit_recheck" in found else ()


def read(content: Content, geodata: Path) -> Batch:
    """All months, areas and types. Refused unless every month since 1998-11 and all 55 areas are there, once each."""
    wanted = layout(geodata, ID, "columns")
    types = [row["name"] for row in wanted if row["name"].startswith(("nics_", "part_"))]
    grid = read_csv(content, wanted, coded=("month", "state_code"), summed=types)
    expected = {row["state_code"] for row in layout(geodata, ID, "areas")}
    known = {name: code for name, code in codes(geodata, "US").items() if code in expected}
    area = one_of(grid, "state_code", known, "state")
    said = grid.columns["month"].dictionary.to_pylist()
    month = recoded(grid, "month", [one if MONTH.fullmatch(one) else None for one in said], "month")
    cells = {name: counts(grid, name, blank=True) for name in types if name in grid.columns}
    grid.refuse()
    (when, span), (place, areas) = ordered(month), ordered(area)
    key = when * len(areas) + place
    order, again = sorting(key)
    grid.report("duplicate", "month", again)
    grid.problems.extend(gaps("months", span, months(FIRST, max(span[-1], FIRST))))
    if missing := sorted(expected - set(areas)):
        grid.problems.append(problem("states", missing=", ".join(missing)))
    reported, off = _sums(grid, cells)
    grid.refuse()
    card, older = renewed(geodata, SOURCE, span[0], span[-1])
    checks = {name: found for name, found in cells.items() if name.startswith("nics_")}
    kept = pa.array(order[reported[order]])
    columns = {"month": month, "state_code": area, **checks}
    cited = {"source_id": SOURCE, "quality": "exact", "kind": "observed"}
    table = frame(TABLE, {name: found.take(kept) for name, found in columns.items()} | cited)
    return Batch(
        source=ID,
        edition=f"{span[0]} to {span[-1]}",
        published="",
        recognised_by=recognise(content),
        parts=(Part(TABLE, table, {"source_id": (SOURCE,)}),),
        totals={name: pc.sum(cells[name]).as_py() or 0 for name in (TOTAL, "nics_permit_recheck")},
        warnings=(*older, *_absent(key, span, areas), *_warnings(grid, area, cells, reported, off)),
        cards=(card,),
    )


def _absent(key: Where, span: list[str], areas: list[str]) -> list[Note]:
    """The months and areas that have no row at all."""
    gone = sorted(set(range(len(span) * len(areas))) - set(key.tolist())) if len(key) < len(span) * len(areas) else []
    said = [f"{span[at // len(areas)]} {areas[at % len(areas)]}" for at in gone[:NAMED]]
    more = [f"… ({len(gone)})"] if len(gone) > NAMED else []
    return [Note("nics_areas", {"missing": ", ".join(said + more)})] if gone else []


def _sums(grid: Grid, cells: Mapping[str, pa.Array]) -> tuple[npt.NDArray[np.bool_], Where]:
    """Whether each row reports anything, and the rows whose printed total is not the sum of their types.

    A row with types but without a total is a problem of the grid: what it would add up to was not printed.
    """
    added = np.zeros(len(grid), dtype=np.int64)
    types = {name: found for name, found in cells.items() if name != TOTAL}
    some = np.zeros(len(grid), dtype=bool)
    if any(not found.null_count for found in types.values()):
        some[:] = True
    else:
        for found in types.values():
            some |= np.asarray(found.is_valid())
    for found in types.values():
        # Only for this sum: what was not reported adds nothing, and stays empty in the table.
        added += (found.fill_null(0) if found.null_count else found).to_numpy()
    total = cells[TOTAL]
    printed = np.asarray(total.is_valid())
    grid.report("empty", TOTAL, np.flatnonzero(some & ~printed))
    return some | printed, np.flatnonzero(printed & some & (total.fill_null(0).to_numpy() != added))


def _warnings(
    grid: Grid, area: pa.Array, cells: Mapping[str, pa.Array], reported: npt.NDArray[np.bool_], off: Where
) -> list[Note]:
    notes = []
    checks = cells["nics_permit_recheck"]
    every = pc.sum(checks).as_py() or 0
    rechecked = np.asarray(pc.is_in(area.dictionary, pa.array(_RECHECKERS)))[np.asarray(area.indices)]
    theirs = pc.sum(checks.filter(pa.array(rechecked))).as_py() or 0
    if every:
        notes.append(Note("nics_recheck", {"share": round(100 * theirs / every)}))
    if not reported.all():
        notes.append(Note("nics_unreported", {"rows": int((~reported).sum())}))
    if len(off):
        at = int(off[0])
        parts = [found[at].as_py() for name, found in cells.items() if name != TOTAL]
        where = f"{grid.columns['month'][at]} {area[at]}"
        added, printed = sum(one for one in parts if one is not None), cells[TOTAL][at].as_py()
        notes.append(Note("sums", {"count": len(off), "where": where, "printed": printed, "added": added}))
    if grid.unknown:
        notes.append(Note("unknown_columns", {"columns": ", ".join(grid.unknown)}))
    return notes
