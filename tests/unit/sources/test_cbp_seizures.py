from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.model.tables import BY_NAME
from corridors.sources import cbp_seizures as cbp
from tests.unit.sources.csv_files import JUNK, content, refusal, taken, written

HEADER = (
    "Fiscal Year", "Month (abbv)", "Component", "Region", "Area of Responsibility", "Inbound/Outbound",
    "Mode of Transportation", "Seizure Type", "Category", "Event ID", "Quantity Seized",
)  # fmt: skip
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


def row(
    year: str = "2023", month: str = "OCT", area: str = "Laredo Field Office", way: str = "OUTBOUND",
    kind: str = "Weapons", category: str = "Handgun", event: str = "E-1", quantity: str = "1",
    region: str = "Southwest Border",
) -> Row:  # fmt: skip
    return (
        year,
        month,
        "Office of Field Operations",
        region,
        area,
        way,
        "Passenger Vehicle",
        kind,
        category,
        event,
        quantity,
    )


def text(rows: list[Row]) -> str:
    return written(HEADER, rows)


def test_events_are_counted_and_their_ids_are_not_kept(geodata: Path) -> None:
    rows = [row(quantity="2"), row(quantity="3"), row(event="E-2"), row(category="Rifle", quantity="4")]
    found = cbp.read(content(text(rows)), geodata)
    frame = found.parts[0].frame
    assert frame[["category", "events", "quantity"]].to_numpy().tolist() == [["Handgun", "2", "6"], ["Rifle", "1", "4"]]
    assert not frame.isin(["E-1", "E-2"]).any(axis=None)
    assert tuple(frame.columns) == BY_NAME["cbp_seizures_month"].names
    assert {one.code: one.values for one in found.warnings}["cbp_events"] == {"events": 2, "rows": 2}


def test_a_fiscal_year_begins_in_october_and_may_be_to_date(geodata: Path) -> None:
    rows = [row("2023", "OCT"), row("2023", "SEP"), row("2024 (FYTD)", "DEC"), row("2024 (FYTD)", "JAN")]
    found = cbp.read(content(text(rows)), geodata)
    assert found.parts[0].frame[["fiscal_year", "month"]].to_numpy().tolist() == [
        ["2023", "2022-10"], ["2023", "2023-09"], ["2024", "2023-12"], ["2024", "2024-01"],
    ]  # fmt: skip
    assert found.edition == "2022-10 to 2024-01"
    assert found.parts[0].scope == {"source_id": ("CBP_SEIZURES",), "fiscal_year": ("2023", "2024")}
    assert {one.code: one.values for one in found.warnings}["cbp_partial"] == {"years": "2023, 2024"}
    assert (found.cards[0].id, found.cards[0].coverage) == ("CBP_SEIZURES", "2022-10 – 2024-01")


def test_southbound_is_outbound_at_the_southwest_border(geodata: Path) -> None:
    rows = [
        row(quantity="5"), row(quantity="7", area="Tucson Field Office"), row(quantity="11", way="INBOUND"),
        row(quantity="13", region="Northern Border"), row(quantity="17", kind="Ammunition", category="Ammunition"),
    ]  # fmt: skip
    found = cbp.read(content(text(rows)), geodata)
    south = found.parts[1].frame
    assert south[["period", "area", "direction", "measure", "value", "unit"]].to_numpy().tolist() == [
        ["FY2023", "Southwest Border", "southbound", "weapons", "12", "weapons"],
        ["FY2023", "Southwest Border", "southbound", "ammunition", "17", "rounds"],
    ]
    assert list(found.totals.items()) == [("quantity_weapons", 36), ("quantity_ammunition", 17)]


def test_a_file_with_nothing_southbound_has_no_such_row(geodata: Path) -> None:
    assert cbp.read(content(text([row(way="INBOUND")])), geodata).parts[1].frame.empty


def test_every_problem_is_listed_with_its_row(geodata: Path) -> None:
    rows = [row("FY23"), row(month="Brumaire"), row(quantity="1,000"), row(event=""), row(quantity="-3")]
    found = refusal(cbp.read, text(rows), geodata)
    assert [(one.code, one.row) for one in found.problems] == [
        ("fiscal_year", 2), ("month_name", 3), ("thousands", 4), ("empty", 5), ("negative", 6),
    ]  # fmt: skip


def test_the_header_tells_it_and_nothing_else_does() -> None:
    assert cbp.recognise(content(text([row()]))) == (
        "the columns Area of Responsibility, Inbound/Outbound, Seizure Type, Event ID, Quantity Seized",
    )
    assert cbp.recognise(content("Event ID,Quantity\n1,2\n")) == ()


ROWS = st.lists(
    st.builds(
        row,
        year=st.sampled_from(["2022", "2023", "2024 (FYTD)"]),
        month=st.sampled_from(["OCT", "JAN", "SEP"]),
        way=st.sampled_from(["OUTBOUND", "INBOUND"]),
        category=st.sampled_from(["Handgun", "Rifle"]),
        event=st.sampled_from(["a", "b", "c"]),
        quantity=st.integers(0, 10**9).map(str),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(rows=ROWS)
def test_quantities_and_events_are_those_of_the_rows(rows: list[Row], geodata: Path) -> None:
    sums: Counter[Row] = Counter()
    events: dict[Row, set[str]] = defaultdict(set)
    for one in rows:
        key = (one[0][:4], one[5], one[8], one[1])
        sums[key] += int(one[10])
        events[key].add(one[9])
    found = cbp.read(content(text(rows)), geodata)
    frame = found.parts[0].frame
    names = {"10": "OCT", "01": "JAN", "09": "SEP"}
    back = {
        (year, way, category, names[month[5:]]): (int(quantity), int(count))
        for year, month, way, category, count, quantity in frame[
            ["fiscal_year", "month", "direction", "category", "events", "quantity"]
        ].itertuples(index=False, name=None)
    }
    assert back == {key: (sums[key], len(events[key])) for key in sums}
    assert found.totals["quantity_weapons"] == sum(sums.values())


@settings(max_examples=40, deadline=None)
@given(column=st.integers(0, 10), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(column: int, cell: str, geodata: Path) -> None:
    rows = [row(), row(event="E-2")]
    rows[0] = (*rows[0][:column], cell, *rows[0][column + 1 :])
    found = taken(cbp.read, text(rows), geodata)
    assert found is None or found.rows >= 2
