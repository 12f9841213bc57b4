import csv
import gzip
import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.sources import bts_crossings as bts
from tests.unit.sources.csv_files import JUNK, codes, content, refusal, shipped, taken, written

Row = list[str]
Ports = list[dict[str, str]]
ORIGINAL = (
    "Port Name", "State", "Port Code", "Border", "Date", "Measure", "Value", "Latitude", "Longitude", "Point",
)  # fmt: skip
MONTHS = ("1996-01", "1996-02", "1996-03")
ENGLISH = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATES: dict[str, Callable[[str], str]] = {
    "Mar 2024": lambda month: f"{ENGLISH[int(month[5:])]} {month[:4]}",
    "2024-03-01T00:00:00.000": lambda month: f"{month}-01T00:00:00.000",
    "03/01/2024 12:00:00 AM": lambda month: f"{month[5:]}/01/{month[:4]} 12:00:00 AM",
}


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


@pytest.fixture(scope="module")
def ports(geodata: Path) -> Ports:
    with (geodata / "facts" / "border_ports_bts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def measures(geodata: Path) -> list[str]:
    with (geodata / "layouts" / bts.ID / "measures.csv").open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["measure"] for row in csv.DictReader(file)))


def table(ports: Ports, measures: list[str], months: tuple[str, ...] = MONTHS, form: str = "Mar 2024") -> list[Row]:
    """The original's rows for every port, month and measure; a value is 1, 2, 3, ..."""
    rows: list[Row] = []
    for port in ports:
        for measure in measures:
            for month in months:
                point = f"POINT ({port['lon']} {port['lat']})"
                place = [port["port_name"], port["state"], port["port_code"], "US-Mexico Border"]
                rows.append([*place, DATES[form](month), measure, str(len(rows) + 1), port["lat"], port["lon"], point])
    return rows


def text(rows: list[Row]) -> str:
    return written(ORIGINAL, rows)


@pytest.mark.parametrize("form", list(DATES))
def test_the_original_is_read_in_each_of_its_forms(form: str, ports: Ports, measures: list[str], geodata: Path) -> None:
    rows = table(ports, measures, form=form)
    canada = [
        "Derby Line",
        "Vermont",
        "209",
        "US-Canada Border",
        DATES[form]("1996-01"),
        "Trucks",
        "7",
        "45",
        "-72",
        "",
    ]
    found = bts.read(content(text([canada, *rows])), geodata)
    frame = found.parts[0].frame
    assert (len(frame), found.edition, found.partition) == (28 * 12, "1996-01 to 1996-03", "year=1996")
    wanted = sum(int(row[6]) for row in rows if row[0] == "Andrade" and row[5] == "Bus Passengers")
    said = ["1996", "2502", "Bus Passengers", str(wanted), "3", "derived", "derived", "BTS_BORDER"]
    assert frame.iloc[0].to_list() == said
    assert next(iter(found.totals)) == "Personal Vehicle Passengers"
    assert sum(found.totals.values()) == sum(range(1, len(rows) + 1))
    assert [(one.code, one.values) for one in found.warnings] == [("bts_canada", {"rows": 1})]


def test_ports_are_those_that_ship_and_a_new_one_is_added(ports: Ports, measures: list[str], geodata: Path) -> None:
    rows = table(ports, measures)
    found = bts.read(content(text(rows)), geodata)
    assert found.parts[1].frame.equals(shipped(found.parts[1], geodata))
    more = [["Antelope Wells", "New Mexico", "2699", *rows[0][3:7], "31.33388", "-108.52961", ""]]
    added = bts.read(content(text([*rows, *more])), geodata).parts[1].frame
    assert added.loc[added["port_code"] == "2699"].to_numpy().tolist() == [
        ["2699", "Antelope Wells", "New Mexico", "31.334", "-108.53", "BTS_BORDER"]
    ]
    more[0][7:9] = more[0][8], more[0][7]
    assert codes(refusal(bts.read, text([*rows, *more]), geodata)) == ["port"]


def test_an_older_spelling_and_place_column_are_read(ports: Ports, measures: list[str], geodata: Path) -> None:
    rows = table(ports, measures)
    old = [[*row[:5], row[5].replace("Containers Loaded", "Containers Full"), row[6], row[9]] for row in rows]
    header = (*ORIGINAL[:7], "Location")
    plain, older = (bts.read(content(one), geodata) for one in (text(rows), written(header, old)))
    assert [part.frame.equals(other.frame) for part, other in zip(plain.parts, older.parts, strict=True)] == [
        True,
        True,
    ]


def test_rows_that_stand_twice_count_once_and_the_known_conflict_is_decided(
    ports: Ports, measures: list[str], geodata: Path
) -> None:
    months = tuple(f"2021-{month:02d}" for month in range(1, 13))
    rows = table(ports, measures, months)
    sasabe = next(row for row in rows if row[2] == "2606" and row[4] == "Feb 2021" and row[5] == "Bus Passengers")
    sasabe[6] = "2175"
    both = [*rows[:50], rows[3], rows[9], rows[9], *rows[50:], [*sasabe[:6], "0", *sasabe[7:]]]
    sasabe_sum = sum(int(row[6]) for row in rows if row[2] == "2606" and row[5] == "Bus Passengers") - 2175
    for order in (both, both[::-1]):
        found = bts.read(content(text(order)), geodata)
        frame = found.parts[0].frame
        at = (frame["port_code"] == "2606") & (frame["measure"] == "Bus Passengers")
        assert frame.loc[at, ["value", "months_in_year"]].to_numpy().tolist() == [[str(sasabe_sum), "12"]]
        assert sum(found.totals.values()) == sum(int(row[6]) for row in rows) - 2175
        said = {one.code: one.values for one in found.warnings}
        assert said["bts_duplicates"] == {"rows": 3}
        assert said["bts_conflict"] == {
            "port": "2606", "month": "2021-02", "measure": "Bus Passengers", "values": "0, 2175", "kept": "0",
        }  # fmt: skip


def test_another_conflict_is_refused_with_both_rows(ports: Ports, measures: list[str], geodata: Path) -> None:
    rows = table(ports, measures)
    found = refusal(bts.read, text([*rows, [*rows[0][:6], "99", *rows[0][7:]]]), geodata)
    assert [(one.code, one.row, one.found) for one in found.problems] == [
        ("conflict", 2, "1"),
        ("conflict", len(rows) + 2, "99"),
    ]


def test_every_problem_is_listed_with_its_row(ports: Ports, measures: list[str], geodata: Path) -> None:
    rows = table(ports, measures)
    rows[0][4], rows[1][5], rows[2][6], rows[3][6], rows[4][3] = (
        "Smarch 1996",
        "Bicycles",
        "1,000",
        "",
        "US-Moon Border",
    )
    found = refusal(bts.read, text(rows), geodata)
    assert [(one.code, one.row) for one in found.problems] == [
        ("month", 2), ("crossing", 3), ("thousands", 4), ("empty", 5), ("border", 6),
    ]  # fmt: skip


def test_a_selection_is_refused_and_one_whole_year_is_a_part(ports: Ports, measures: list[str], geodata: Path) -> None:
    two = tuple(f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13))
    assert codes(refusal(bts.read, text(table(ports, measures, two)), geodata)) == ["months"]
    assert codes(refusal(bts.read, text(table(ports, measures[1:])), geodata)) == ["crossings"]
    year = bts.read(content(text(table(ports, measures, tuple(f"2025-{month:02d}" for month in range(1, 7))))), geodata)
    assert (year.partition, year.parts[0].scope) == ("year=2025", {"source_id": ("BTS_BORDER",), "year": ("2025",)})
    assert year.cards[0].coverage == "1996-01 – 2025-06"
    assert set(year.parts[0].frame["months_in_year"]) == {"6"}
    assert bts.read(content(text(table(ports, measures))), geodata).cards == ()


@pytest.mark.parametrize("data", ["", "port,measure,value\n1,2,3\n", b"\x1f\x8b"])
def test_other_files_are_not_recognised(data: bytes | str) -> None:
    assert bts.recognise(content(data)) == ()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), form=st.sampled_from(list(DATES)))
def test_sums_and_months_are_those_of_the_rows_in_any_order(
    seed: int, form: str, ports: Ports, measures: list[str], geodata: Path
) -> None:
    chance = random.Random(seed)
    rows = table(ports, measures, form=form)
    for row in rows:
        row[6] = str(chance.randrange(10**8))
    kept = [row for row in rows if chance.random() > 0.2]
    chance.shuffle(kept)
    sums: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in kept:
        sums[row[2], row[5]].append(int(row[6]))
    frame = bts.read(content(text(kept)), geodata).parts[0].frame
    found = frame[["port_code", "measure", "value", "months_in_year"]].itertuples(index=False, name=None)
    assert {(port, measure): (value, months) for port, measure, value, months in found} == {
        key: (str(sum(values)), str(len(values))) for key, values in sums.items()
    }


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 1007), column=st.integers(0, 9), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(
    at: int, column: int, cell: str, ports: Ports, measures: list[str], geodata: Path
) -> None:
    rows = table(ports, measures)
    rows[at][column] = cell
    found = taken(bts.read, text(rows), geodata)
    assert found is None or len(found.parts[0].frame) in (
        28 * 12,
        28 * 12 + 1,
    )  # another code with a point is a new port


def test_the_file_that_ships_gives_the_rows_that_ship(official: Path, geodata: Path) -> None:
    data = gzip.decompress((official / "bts" / "bts_us_mexico_monthly_1996_2025-02.csv.gz").read_bytes())
    found = bts.read(content(data), geodata)
    (part,) = found.parts
    assert part.frame.equals(shipped(part, geodata))
    assert (found.edition, found.partition, found.warnings) == ("1996-01 to 2025-02", "", ())
    assert found.totals["Personal Vehicle Passengers"] == 4_621_538_908
    assert found.cards[0].coverage == "1996-01 – 2025-02"
