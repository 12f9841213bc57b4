"""SRE, counties of each Mexican consular district in the United States, in our own layout (docs/layouts/sre_districts).

A table may leave states out, but a state that it names is whole: each of its counties is given to exactly one
consulate. It then replaces every earlier row of that state, sourced or approximate.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from corridors.sources import cards
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import Row, fold, layout, shared
from corridors.sources.names import codes
from corridors.sources.problems import problem
from corridors.sources.tabular import Grid
from corridors.sources.tabular import read as read_csv

ID: Final = "sre_districts"
SOURCE: Final = "SRE_DISTRICTS"
TABLE: Final = "consular_district_counties"
COUNTIES: Final = "us_counties_overview"
NAMED: Final = 40  # counties that a problem lists
_SIGNATURES: Final = (
    ("consulate", "state", "county", "county_fips", "edition", "document"),
    ("consulado", "estado", "condado", "condado_fips", "edicion", "documento"),
)
_DATE: Final = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
_KIND: Final = re.compile(r" (?:county|parish|borough|census area|municipality|city and borough|city)$")


@dataclass(frozen=True)
class _Counties:
    """The counties of the map: FIPS code -> (state, name), and (state, folded name) -> FIPS codes."""

    by_fips: Mapping[str, tuple[str, str]]
    by_name: Mapping[tuple[str, str], list[str]]

    def of_state(self, state: str) -> list[str]:
        """The FIPS codes of a state, in order."""
        return sorted(fips for fips, (code, _) in self.by_fips.items() if code == state)


def recognise(content: Content) -> tuple[str, ...]:
    """The header of the layout, in English or in Spanish."""
    found = max((shared(content, signature) for signature in _SIGNATURES), key=len)
    return (f"the columns {', '.join(found)}",) if len(found) > 3 and found[0].startswith("consul") else ()


def read(content: Content, geodata: Path) -> Batch:
    """The counties that the table gives. Refused when a consulate or county is not known, a county stands twice, or a
    state is not whole."""
    grid = read_csv(content, layout(geodata, ID, "columns"))
    edition, document, url = _said(grid)
    known = _counties(geodata)
    offices, states = _offices(geodata), codes(geodata, "US") | {fold(code): code for code in _usps(known)}
    found: dict[str, tuple[str, str, str]] = {}
    for index in range(len(grid)):
        row = {name: cells[index].as_py() or "" for name, cells in grid.columns.items()}
        consulate, state = offices.get(fold(row["consulate"])), states.get(fold(row["state"]))
        for name, value in (("consulate", consulate), ("state", state)):
            if value is None:
                grid.report(name, name, np.array([index]))
        fips = _fips(grid, index, row, state or "", known)
        if fips and fips in found:
            grid.report("county_twice", "county_fips" if row["county_fips"].strip() else "county", np.array([index]))
        elif fips:
            found[fips] = (consulate or "", state or "", row["county"].strip())
    _whole(grid, found, known)
    grid.refuse()
    rows = [(consulate, state, name, fips) for fips, (consulate, state, name) in sorted(found.items())]
    columns = zip(("consulate_id", "state_usps", "county_name", "county_fips"), zip(*rows, strict=True), strict=True)
    cited = {"source": document, "url": url, "quality": "sourced_explicit", "note": edition, "source_id": SOURCE}
    table = frame(TABLE, {name: pa.array(cells) for name, cells in columns} | cited)
    named = tuple(sorted({state for _, state, _ in found.values()}))
    left = sorted(_usps(known) - set(named))
    card = cards.card(
        geodata / "layouts" / ID / "card.yml",
        document=document, published=edition, coverage=", ".join(named),
    )  # fmt: skip
    return Batch(
        source=ID,
        edition=f"{document}, {edition}",
        published=edition,
        recognised_by=recognise(content),
        parts=(Part(TABLE, table, {"state_usps": named}),),
        totals={"counties": len(found), "consulates": len({consulate for consulate, _, _ in found.values()})},
        warnings=(Note("sre_partial", {"states": ", ".join(left)}),) if left else (),
        cards=(card,),
    )


def _said(grid: Grid) -> tuple[str, str, str]:
    """Edition, document and address, which every row repeats. Other than one edition and one document is a problem."""
    found = {name: {(one or "").strip() for one in grid.columns[name].to_pylist()} for name in ("edition", "document")}
    edition, document = (min(found[name]) for name in ("edition", "document"))
    right = {"edition": bool(_DATE.fullmatch(edition)), "document": bool(document)}
    for name, values in found.items():
        if len(values) != 1 or not right[name]:
            said = "; ".join(sorted(values)[:5])
            grid.problems.append(problem("one_document", row=grid.shape.row, column=name, found=said))
    url = next((one.strip() for one in grid.columns["url"].to_pylist() if one), "") if "url" in grid.columns else ""
    return edition, document, url


def _counties(geodata: Path) -> _Counties:
    columns = ["county_id_fips", "state_usps", "name"]
    found = pq.read_table(geodata / "built" / "layers" / f"{COUNTIES}.parquet", columns=columns).to_pydict()
    by_fips = {fips: (state, name) for fips, state, name in zip(*(found[column] for column in columns), strict=True)}
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fips, (state, name) in by_fips.items():
        by_name[state, fold(name).replace(" ", "")].append(fips)
    return _Counties(by_fips, dict(by_name))


def _forms(name: str) -> set[str]:
    """A name with and without what kind of county it is, so that `Apache County` is Apache, but Carson City itself."""
    return {one.replace(" ", "") for one in (fold(name), _KIND.sub("", fold(name)))}


def _usps(known: _Counties) -> set[str]:
    return {state for state, _ in known.by_fips.values()}


def _offices(geodata: Path) -> dict[str, str]:
    """Folded id, English and Spanish name, and city of each consulate -> its id; a city with two offices has none."""
    wanted = ["consulate_id", "name_en", "name_es", "city"]
    options = pacsv.ConvertOptions(include_columns=wanted, column_types=dict.fromkeys(wanted, pa.string()))
    parse = pacsv.ParseOptions(newlines_in_values=True)
    rows: list[Row] = pacsv.read_csv(geodata / "facts" / "consulates.csv", None, parse, options).to_pylist()
    cities = [fold(row["city"]) for row in rows]
    found = {fold(row["city"]): row["consulate_id"] for row in rows if cities.count(fold(row["city"])) == 1}
    for name in ("name_en", "name_es", "consulate_id"):
        found |= {fold(row[name]): row["consulate_id"] for row in rows}
    return found


def _fips(grid: Grid, index: int, row: Row, state: str, known: _Counties) -> str:
    """The FIPS code of a row, "" with a problem of the grid when there is not exactly one county that it can mean."""
    said, forms = row["county_fips"].strip(), _forms(row["county"])
    if not said:
        found = [fips for form in sorted(forms) for fips in known.by_name.get((state, form), [])]
        if len(found) != 1 and state:
            grid.report("county", "county", np.array([index]))
        return found[0] if len(found) == 1 else ""
    fips = said.zfill(5)
    place = known.by_fips.get(fips)
    if place is None or (state and place[0] != state):
        grid.report("county", "county_fips", np.array([index]))
        return ""
    if forms.isdisjoint(_forms(place[1])):
        printed = grid.shape.header[grid.shape.at["county"]]
        grid.problems.append(
            problem("county_name", row=grid.row(index), column=printed, found=row["county"], wanted=place[1])
        )
    return fips


def _whole(grid: Grid, found: Mapping[str, tuple[str, str, str]], known: _Counties) -> None:
    """A problem for each state of the table that lacks some of its counties."""
    for state in sorted({state for _, state, _ in found.values()} & _usps(known)):
        wanted = known.of_state(state)
        missing = [f"{known.by_fips[fips][1]} ({fips})" for fips in wanted if fips not in found]
        if missing:
            said = ", ".join(missing[:NAMED]) + (f" … ({len(missing)})" if len(missing) > NAMED else "")
            grid.problems.append(problem("counties", state=state, count=len(wanted), missing=said))
