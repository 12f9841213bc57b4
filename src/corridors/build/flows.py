"""The published flows of the latest period that is published whole: sources, pairs, and what remains as a number."""

from typing import Any, Final

import pandas as pd

from corridors.build.series import Period, Tables
from corridors.errors import DataError
from corridors.model.places import BORDER_US

TRACED: Final = "traced_to_us_purchaser"
# What trace_totals has to print for a period, before its picture can be drawn with a number for what is not known.
TOTALS: Final = (TRACED, f"{TRACED}_with_recovery_state", "trace_requests")


def latest(tables: Tables) -> Period:
    """The latest period with pairs, the four border states and all totals. DataError when there is none."""
    totals, places = tables["trace_totals"], tables["trace_source_places"]
    spans = {_span(row) for row in _of(tables["trace_pairs"], TRACED)}
    whole = [
        span
        for span in spans
        if all(any(_span(row) == span for row in _of(totals, name)) for name in TOTALS)
        and {f"US-{row['us_state_code']}" for row in _of(places, TRACED) if _span(row) == span} >= set(BORDER_US)
    ]
    if not whole:
        raise DataError("no period of traces is published whole: pairs, four border states and totals")
    return max(whole, key=lambda span: (span[1], span[0]))


def _of(frame: pd.DataFrame, measure: str) -> list[dict[str, Any]]:
    rows = frame[frame["measure"] == measure].to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in rows]


def _span(row: dict[str, Any]) -> Period:
    return int(row["year_start"]), int(row["year_end"])


def flows(tables: Tables) -> dict[str, Any]:
    """The published pairs and totals of the latest whole period, with what remains of each as a number.

    DataError when the parts do not add up to what is printed.
    """
    period = latest(tables)
    said = f"{period[0]}-{period[1]}"

    def rows(table: str, measure: str) -> list[dict[str, Any]]:
        return [row for row in _of(tables[table], measure) if _span(row) == period]

    def total(measure: str) -> int:
        found = rows("trace_totals", measure)
        if len(found) != 1:
            raise DataError(f"trace_totals has {len(found)} rows of {measure} in {said}, not one")
        return int(found[0]["value"])

    traced, known, submitted = map(total, TOTALS)
    bought, cells = rows("trace_source_places", TRACED), rows("trace_pairs", TRACED)
    sources = {f"US-{row['us_state_code']}": int(row["value"]) for row in bought if row["us_state_code"]}
    other = sum(int(row["value"]) for row in bought if not row["us_state_code"])
    pairs = [
        (f"US-{row['us_state_code']}", f"MX-{row['mx_state_code']}", int(row["value"]))
        for row in cells
        if row["us_state_code"]
    ]
    rest = sum(int(row["value"]) for row in cells if not row["us_state_code"])
    ranks = rows("trace_recovery_places", "rank_of_recovery_state")
    if sum(sources.values()) + other != traced or sum(value for _, _, value in pairs) + rest != known:
        raise DataError(f"the published pairs or sources of {said} do not add up to the printed totals")
    border = sum(sources[place] for place in BORDER_US)
    return {
        "period": list(period),
        "source": bought[0]["source_id"],
        "submitted": submitted,
        "traced": traced,
        "with_recovery_state": known,
        "border_total": border,
        "other_sources": traced - border,
        "other_pairs": rest,
        "unknown_recovery": traced - known,
        "pairs": [list(pair) for pair in sorted(pairs, key=lambda pair: (-pair[2], *pair[:2]))],
        "sources": [[place, value] for place, value in sorted(sources.items(), key=lambda item: (-item[1], item[0]))],
        "ranks": [[f"MX-{row['mx_state_code']}", int(row["value"])] for row in ranks],
    }
