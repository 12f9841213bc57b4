"""What was seized on its way out at the sector of the district's ports: from CBP's file, and as releases printed it.

A port stands in a field office, and in a sector of the Border Patrol. Their figures stand beside each other and are
never added; releases are of other areas, directions and months.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import pandas as pd

from corridors.answers.lens.here import Here, Row, records
from corridors.answers.lens.shape import Figure
from corridors.answers.outbound import MEASURES, SOURCE, TABLE, YEAR, months, outbound, there
from corridors.model.kinds import Kind
from corridors.store import Store

SECTORS: Final = "lens/sectors"  # reviewed: which BTS ports an area of a southbound seizure stands for, and why
SEIZURES: Final = "southbound_seizures"
ROUNDS: Final = "ammunition"
SEIZED: Final = ("firearms", "weapons", "rifles", "handguns", "long guns", "handguns+long arms", ROUNDS)
# Its own note says that it is no measure of what goes south.
BETWEEN: Final = "between ports"
TEXAS: Final = "Texas"


def seized(here: Here) -> Iterator[Figure]:
    """The last figure of each kind for the sectors of the district's ports, the file before releases; and for Texas."""
    rows = [row for row in records(here.store, SEIZURES) if row["measure"] in SEIZED and row["direction"] != BETWEEN]
    areas = {row["area"] for row in here.store.layout(SECTORS) if set(row["ports"].split("|")) & here.gates}
    filed = list(_filed(here, {area.casefold() for area in areas}))
    # The file's own sums are in this table as well, for the whole border: no sector has them.
    mine = [row for row in rows if row["area"] in areas]
    if here.gates and not mine and not filed:
        yield here.absent("seized", here.say("seized.none"), here.say("seized.sector"), here.say("seized.none.base"))
    yield from filed
    last = {(row["area"], row["measure"]): row for row in sorted(mine, key=_fiscal)}
    newest = sorted(last.values(), key=lambda row: (row["measure"] == ROUNDS, -int(_fiscal(row))))
    for at, row in enumerate(newest):
        yield _printed(here, f"seized-{at}", row)
    if "US-TX" in here.states and here.ports:
        for at, row in enumerate(row for row in rows if row["area"] == TEXAS):
            yield _printed(here, f"texas-{at}", row)


@lru_cache(maxsize=4)
def _file(store: Store) -> tuple[pd.DataFrame, dict[int, tuple[str, ...]]] | None:
    """What went out by measure, office and fiscal year, and the months of the years; None without an imported file."""
    if not there(store):
        return None
    table = store.table(TABLE)
    keys = ["measure", "area", "fiscal_year"]
    sums = outbound(table).groupby(keys, as_index=False, observed=True).agg(
        quantity=("quantity", "sum"), component=("component", lambda cells: ", ".join(sorted(set(cells)))),
        edition_id=("edition_id", lambda ids: ", ".join(sorted(set(ids)))),
    )  # fmt: skip
    return pd.DataFrame(sums), months(table)


def _filed(here: Here, areas: set[str]) -> Iterator[Figure]:
    """The sums of the last whole fiscal year in which an area has any, else of the last part of one."""
    found = _file(here.store)
    if found is None:
        return
    sums, spans = found
    ends = {"first": min(spans.values())[0], "last": max(spans.values())[-1]}
    rows = sums[sums["area"].str.casefold().isin(areas)]
    whole = rows["fiscal_year"].map(lambda year: len(spans[year]) == YEAR)
    ordered = rows.assign(whole=whole, at=rows["measure"].map(MEASURES.index)).sort_values(["whole", "fiscal_year"])
    last = ordered.groupby(["area", "measure"], as_index=False).tail(1).sort_values(["at", "area"])
    for at, row in enumerate(last.to_dict("records")):
        area, by = here.called(row["area"]), ", ".join(map(here.called, row["component"].split(", ")))
        yield here.figure(
            f"seized-file-{at}", here.say(f"seized.{row['measure']}", place=area),
            here.counted(row["quantity"], "rounds" if row["measure"] == ROUNDS else "pieces"), ("sector", area),
            here.say("base.seized.file", component=by, edition=row["edition_id"], **ends),
            _when(here, row["fiscal_year"], spans[row["fiscal_year"]]),
            (Kind.DERIVED, [{"source_id": SOURCE, "via_press": "no"}]),
        )  # fmt: skip


def _when(here: Here, year: int, span: tuple[str, ...]) -> str:
    """`FY2023`, or with the months where the file has only some of them."""
    said = here.period(f"FY{year}")
    return said if len(span) == YEAR else f"{said} ({' – '.join(dict.fromkeys((span[0], span[-1])))})"


def _fiscal(row: Row) -> str:
    """The first year in a period such as `FY2024 Oct-Jul`."""
    found = re.search(r"\d{4}", row["period"])
    return found[0] if found else "0"


def _printed(here: Here, id: str, row: Row) -> Figure:
    kind, area = row["measure"].replace("+", "_").replace(" ", "_"), here.called(row["area"])
    unit = "rounds" if row["measure"] == ROUNDS else "pieces"
    way = {"southbound": "southbound", "both": "both"}.get(row["direction"], "unknown")
    return here.figure(
        id, here.say(f"seized.{kind}", place=area), here.counted(row["value"], unit),
        ("state" if row["area"] == TEXAS else "sector", area),
        here.say("base.seized", agency=here.called(row["agency"]), way=here.say(f"way.{way}")),
        here.period(row["period"]), (Kind(row["kind"]), [row]),
    )  # fmt: skip
