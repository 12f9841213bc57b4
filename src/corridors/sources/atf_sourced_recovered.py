"""ATF, "Number of Firearms Sourced and Recovered in the United States and Territories": one workbook a year."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from corridors.model.tables import BY_NAME
from corridors.sources.atf_sourced_recovered_edition import CELLS, EDITIONS, SOURCE, TOTALS, described, edition
from corridors.sources.atf_sourced_recovered_sheet import BANNERS, Matrix, banners, matrix
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import layout
from corridors.sources.names import codes, fold
from corridors.sources.problems import Refused, problem
from corridors.sources.workbook import Sheet

ID: Final = "atf_sourced_recovered"
SLIPS: Final = "publisher_slips"
_WORDS: Final = "the printed total is not the sum of its cells"
_NOTES: Final = {"recovery": "slip_recovery", "source": "slip_source", "grand": "slip_grand"}


def recognise(content: Content) -> tuple[str, ...]:
    """The two banners in the first cells of a sheet."""
    try:
        found = [sheet.name for sheet in content.sheets if len(banners(sheet)) == 2]
    except Refused:
        return ()
    return tuple(f"the banners 'Source State' and 'Recovery State' in the sheet {name}" for name in found)


def read(content: Content, geodata: Path) -> Batch:
    """One calendar year: cells above zero, all printed totals, the edition, and the publisher's slips as data."""
    names = codes(geodata, "US") | {fold(row["name"]): row["code"] for row in layout(geodata, ID, "names")}
    found = matrix(_sheet(content), names)
    cells = _cells(found)
    known = edition(found, cells, content.hints, geodata)
    row, changed = described(found, known, geodata)
    printed = list(_printed(found))
    scope = {"year": (known.year,)}
    parts = [
        Part(CELLS, _frame(CELLS, known.year, cells), scope),
        Part(TOTALS, _frame(TOTALS, known.year, _totals(printed)), scope),
        Part(EDITIONS, frame(EDITIONS, {name: [cell] for name, cell in row.items()}), scope),
    ]
    slips = [one for one in printed if one[2] != one[3]]
    if slips or (geodata / "facts" / f"{SLIPS}.csv").is_file():
        parts.append(Part(SLIPS, _slips(slips, known.year), {"source_id": (SOURCE,), "of_table": (TOTALS,), **scope}))
    return Batch(
        source=SOURCE,
        edition=known.words(),
        published="",  # ATF prints the date of its query, not that of publication
        recognised_by=(*recognise(content), known.told),
        parts=tuple(parts),
        totals={"firearms": found.grand},
        partition=f"year={known.year}",
        warnings=(*_said(slips), *_strangers(found, names)),
        cards=changed,
    )


def _sheet(content: Content) -> Sheet:
    ours = [sheet for sheet in content.sheets if len(banners(sheet)) == 2]
    if not ours:
        raise Refused([problem("header", wanted=word.title()) for word in BANNERS])
    if len(ours) > 1:
        raise Refused([problem("one_sheet", sheet=sheet.name) for sheet in ours[1:]])
    return ours[0]


def _frame(table: str, year: str, columns: Mapping[str, Any]) -> pa.Table:
    """A table's frame from the columns that vary; the rest is the same in every row."""
    same = {"year": year, "quality": "exact", "kind": "observed", "source_id": SOURCE}
    return frame(table, {**same, **columns})


def _cells(found: Matrix) -> dict[str, pa.Array]:
    """The cells above zero in the order of the sheet's usual form: by source, then by recovery."""
    at, to = np.nonzero(found.cells)
    return {
        "source_state_code": pa.array(found.sources).take(pa.array(at)),
        "recovery_state_code": pa.array(found.recoveries).take(pa.array(to)),
        "firearms": pa.array(found.cells[at, to]).cast(pa.string()),
    }


def _printed(found: Matrix) -> Iterable[tuple[str, str, int, int]]:
    """Each printed total: its role and state, the sum of its cells, and what is printed; the last row comes first."""
    both = (
        ("recovery", found.recoveries, found.cells.sum(axis=0), found.recovery_totals),
        ("source", found.sources, found.cells.sum(axis=1), found.source_totals),
    )
    for role, places, summed, printed in reversed(both) if found.turned else both:
        for place, cells, total in zip(places, summed.tolist(), printed.tolist(), strict=True):
            yield role, place, cells, total
    yield "grand", "", int(found.cells.sum()), found.grand


def _totals(printed: list[tuple[str, str, int, int]]) -> dict[str, Any]:
    return {
        "role": [role for role, *_ in printed],
        "state_code": [place for _, place, *_ in printed],
        "firearms": [total for *_, total in printed],
    }


def _slips(slips: list[tuple[str, str, int, int]], year: str) -> pd.DataFrame:
    rows = [
        (SOURCE, TOTALS, year, role, place, str(cells), str(total), "firearms", _WORDS)
        for role, place, cells, total in slips
    ]
    return pd.DataFrame(rows, columns=list(BY_NAME[SLIPS].names), dtype=object)


def _said(slips: list[tuple[str, str, int, int]]) -> Iterable[Note]:
    for role, place, cells, total in slips:
        yield Note(_NOTES[role], {"place": place, "found": cells, "printed": total})


def _strangers(found: Matrix, names: Mapping[str, str]) -> Iterable[Note]:
    """Rows of countries, kept as what they are: their codes begin with X and are never states."""
    for code in sorted({code for code in (*found.sources, *found.recoveries) if code.startswith("X")}):
        name = next(name for name, known in names.items() if known == code)
        yield Note("not_a_state", {"name": name.upper(), "code": code})
