"""Sums that a document prints: parts of a whole, and single years of a period. Where they do not add up, the slip is
the publisher's: a warning and a row of `publisher_slips`, never a refusal."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.model.tables import BY_NAME
from corridors.sources.atf_traces_file import LAYOUT
from corridors.sources.batch import Note, Part
from corridors.sources.layouts import layout

SLIPS: Final = "publisher_slips"
TOTALS: Final = "trace_totals"
_YEARS: Final = "its single years"
Values = dict[tuple[int, int], dict[str, int]]  # span -> measure -> number


@dataclass(frozen=True)
class Slip:
    """A printed number that is not the sum of its printed parts."""

    first: int
    last: int
    measure: str
    parts: str
    found: int
    printed: int

    def note(self) -> Note:
        """The warning."""
        values = {"measure": self.measure, "years": f"{self.first}–{self.last}", "parts": self.parts}
        return Note("trace_sum", {**values, "found": self.found, "printed": self.printed})


def slips(rows: pd.DataFrame, geodata: Path) -> list[Slip]:
    """The slips among the exact whole numbers of a document's `trace_totals`."""
    exact = rows["quality"].eq("exact") & rows["unit"].eq("firearms") & rows["value"].str.fullmatch(r"\d+")
    values: Values = {}
    for row in rows[exact & rows["table"].eq(TOTALS)].to_dict("records"):
        values.setdefault((int(row["year_start"]), int(row["year_end"])), {})[row["measure"]] = int(row["value"])
    return [*_of_parts(values, geodata), *_of_years(values)]


def _of_parts(values: Values, geodata: Path) -> Iterator[Slip]:
    for row in layout(geodata, LAYOUT, "sums"):
        parts = row["parts"].split("+")
        for (first, last), printed in values.items():
            if {row["whole"], *parts} <= set(printed):
                found = sum(printed[part] for part in parts)
                if found != printed[row["whole"]]:
                    yield Slip(first, last, row["whole"], row["parts"], found, printed[row["whole"]])


def _of_years(values: Values) -> Iterator[Slip]:
    for (first, last), printed in values.items():
        for measure, whole in printed.items() if last > first else ():
            years = [values.get((year, year), {}).get(measure) for year in range(first, last + 1)]
            known = [value for value in years if value is not None]
            if len(known) == len(years) and sum(known) != whole:
                yield Slip(first, last, measure, _YEARS, sum(known), whole)


def part(found: list[Slip], source: str, geodata: Path) -> list[Part]:
    """The slips of a source as rows, if there are any now or may have been before."""
    if not found and not (geodata / "facts" / f"{SLIPS}.csv").is_file():
        return []
    rows = [
        (source, TOTALS, str(one.last), one.measure, f"{one.first}-{one.last}", str(one.found), str(one.printed),
         "firearms", f"the printed number is not the sum of {one.parts}")
        for one in found
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(BY_NAME[SLIPS].names), dtype=object)
    return [
        Part(SLIPS, frame.drop_duplicates(list(BY_NAME[SLIPS].key)), {"source_id": (source,), "of_table": (TOTALS,)})
    ]
