import csv
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.model.measures import LAW_VARIABLES
from corridors.sources import state_firearm_laws as laws
from tests.unit.sources.atf_files import Value, xlsx
from tests.unit.sources.atf_files import content as any_content
from tests.unit.sources.csv_files import JUNK, codes, content, refusal, shipped, taken, written

Row = list[object]
OTHERS = ("felony", "opencarryl")
HEADER = ("state", "year", *LAW_VARIABLES, *OTHERS, "lawtotal")
BOOK = ("Category Code", "Category", "Sub-Category", "Variable Name", "Brief Description of Provision")


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


@pytest.fixture(scope="module")
def states(geodata: Path) -> list[str]:
    with (geodata / "names" / "states.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["country"] == "US"]
    names = {row["state_code"]: row["name"] for row in reversed(rows)}
    return [name for code, name in sorted(names.items()) if code not in ("DC", "PR", "GU", "VI", "MP")]


def table(states: list[str], years: tuple[int, ...] = (1991, 1992)) -> list[Row]:
    """Every provision but the last two in force everywhere."""
    flags = [1] * len(LAW_VARIABLES) + [0, 0]
    return [[state, year, *flags, sum(flags)] for state in states for year in years]


def book() -> list[Row]:
    return [[1, "Sales", "Checks", name, f"What {name} says"] for name in LAW_VARIABLES]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_both_editions_are_read(delimiter: str, states: list[str], geodata: Path) -> None:
    found = laws.read(content(written(HEADER, table(states), delimiter)), geodata)
    frame = found.parts[0].frame
    assert (len(frame), len(states), found.edition) == (100, 50, "1991 to 1992")
    assert frame[["year", "state_code", "gvro", "lawtotal", "source_id"]].iloc[0].to_list() == [
        "1991", "AK", "1", str(len(LAW_VARIABLES)), "SFL_2020",
    ]  # fmt: skip
    assert found.totals == {"lawtotal": 100 * len(LAW_VARIABLES)}
    assert {one.code for one in found.warnings} == {"older"}
    assert found.cards[0].document == "State Firearm Laws database, 1991–1992"


def test_a_provision_that_is_not_known_is_a_note_and_a_missing_one_a_problem(states: list[str], geodata: Path) -> None:
    rows = [[*row, 1] for row in table(states)]
    found = laws.read(content(written((*HEADER, "railguns"), rows)), geodata)
    assert {one.code: one.values for one in found.warnings}["unknown_columns"] == {"columns": "railguns"}
    less = refusal(
        laws.read, written(("state", "year", *HEADER[3:]), [[*row[:2], *row[3:]] for row in table(states)]), geodata
    )
    assert [(one.code, one.values["wanted"]) for one in less.problems] == [("header", LAW_VARIABLES[0])]


def test_every_problem_is_listed_with_its_row(states: list[str], geodata: Path) -> None:
    rows = table(states)
    rows[0][0], rows[1][1], rows[2][5], rows[3][6], rows[4][-1] = "Cascadia", 1492, 2, "", "x"
    found = refusal(laws.read, written(HEADER, rows), geodata)
    assert [(one.code, one.row) for one in found.problems] == [
        ("state", 2), ("number", 3), ("flag", 4), ("flag", 5), ("number", 6),
    ]  # fmt: skip


def test_a_state_a_year_or_a_row_too_many_is_refused(states: list[str], geodata: Path) -> None:
    rows = table(states)
    assert refusal(laws.read, written(HEADER, rows[2:]), geodata).problems[0].values["missing"] == "AK (1991)"
    assert refusal(laws.read, written(HEADER, rows[:-1]), geodata).problems[0].values["missing"] == "WY (1992)"
    assert codes(refusal(laws.read, written(HEADER, [*rows, rows[0]]), geodata)) == ["duplicate"]
    assert codes(refusal(laws.read, written(HEADER, table(states, (1991, 1993))), geodata)) == ["years"]


def test_a_total_that_is_not_the_sum_is_kept_and_said(states: list[str], geodata: Path) -> None:
    rows = table(states)
    rows[1][-1] = 60
    found = laws.read(content(written(HEADER, rows)), geodata)
    said = {one.code: one.values for one in found.warnings}["sums"]
    assert said == {"count": 1, "where": "1992 AK", "printed": 60, "added": len(LAW_VARIABLES)}
    assert "60" in set(found.parts[0].frame["lawtotal"])


def test_the_codebook_is_read_alone_and_beside_the_data(states: list[str], geodata: Path) -> None:
    alone = laws.read(content(written(BOOK, book())), geodata)
    assert (alone.edition, alone.totals, alone.cards) == ("codebook", {"provisions": len(LAW_VARIABLES)}, ())
    assert alone.parts[0].frame.iloc[0].to_list() == [
        "1", "Sales", "Checks", f"What {LAW_VARIABLES[0]} says", LAW_VARIABLES[0], "SFL_2020",
    ]  # fmt: skip
    assert codes(refusal(laws.read, written(BOOK, book()[1:]), geodata)) == ["provision"]


def test_a_workbook_of_the_data_is_the_same_as_its_csv(states: list[str], geodata: Path) -> None:
    rows = table(states)
    cells: list[list[Value]] = [[*HEADER]]
    cells += [[str(row[0]), *(int(str(cell)) for cell in row[1:])] for row in rows]
    sheet = any_content(xlsx(cells))
    assert laws.recognise(sheet)
    found, plain = laws.read(sheet, geodata), laws.read(content(written(HEADER, rows)), geodata)
    assert found.parts[0].frame.equals(plain.parts[0].frame)


@pytest.mark.parametrize("data", ["", "state,year\nTexas,1991\n", b"\xfe\xff"])
def test_other_files_are_not_recognised(data: bytes | str) -> None:
    assert laws.recognise(content(data)) == ()
    assert laws.recognise(any_content(b"PK\x03\x04 no workbook")) == ()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_flag_comes_back_in_the_order_of_year_and_state(seed: int, states: list[str], geodata: Path) -> None:
    chance = random.Random(seed)
    rows = table(states)
    for row in rows:
        row[2:-1] = [chance.randrange(2) for _ in row[2:-1]]
    chance.shuffle(rows)
    frame = laws.read(content(written(HEADER, rows, ";")), geodata).parts[0].frame
    assert frame.equals(frame.sort_values(["year", "state_code"], ignore_index=True))
    wanted = sorted(tuple(map(str, row[1 : 2 + len(LAW_VARIABLES)])) for row in rows)
    assert wanted == sorted(frame[["year", *LAW_VARIABLES]].itertuples(index=False, name=None))


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 99), column=st.integers(0, len(HEADER) - 1), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(
    at: int, column: int, cell: str, states: list[str], geodata: Path
) -> None:
    rows = table(states)
    rows[at][column] = cell
    found = taken(laws.read, written(HEADER, rows), geodata)
    assert found is None or len(found.parts[0].frame) == 100


def test_the_file_that_ships_gives_the_rows_that_ship(official: Path, geodata: Path) -> None:
    found = laws.read(content((official / "laws" / "laws_by_state_year.csv").read_bytes()), geodata)
    part = found.parts[0]
    assert part.frame.equals(shipped(part, geodata))
    assert found.totals == {"lawtotal": 35_950}
    assert [one.code for one in found.warnings] == ["sums"]
    assert found.cards[0].document == "State Firearm Laws database, 1991–2020 (134 provisions)"
