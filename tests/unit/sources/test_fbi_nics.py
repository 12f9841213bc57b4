import csv
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.sources import fbi_nics as nics
from tests.unit.sources.csv_files import JUNK, codes, content, refusal, shipped, taken, written

TYPES = (
    "permit", "permit_recheck", "handgun", "long_gun", "other", "multiple", "admin", "prepawn_handgun",
    "redemption_handgun", "private_sale_handgun", "private_sale_long_gun",
)  # fmt: skip
MONTHS = ("1998-11", "1998-12", "1999-01")
Row = list[object]


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


@pytest.fixture(scope="module")
def areas(geodata: Path) -> list[str]:
    with (geodata / "names" / "states.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["country"] == "US"]
    names = {row["state_code"]: row["name"] for row in reversed(rows)}
    return list(names.values())


def table(areas: list[str], months: tuple[str, ...] = MONTHS) -> list[Row]:
    """A whole small series: each type is 1, 2, 3 ... and the total their sum."""
    counts: Row = list(range(1, len(TYPES) + 1))
    return [[month, area, *counts, sum(range(1, len(TYPES) + 1))] for month in reversed(months) for area in areas]


def text(rows: list[Row], *more: str) -> str:
    return written(("month", "state", *TYPES, "totals", *more), rows)


def test_a_series_is_recognised_by_its_types_and_read_whole(areas: list[str], geodata: Path) -> None:
    rows = table(areas)
    found = nics.read(content(text(rows)), geodata)
    assert found.recognised_by == (
        "the columns month, state, permit_recheck, prepawn_handgun, redemption_handgun, totals",
    )
    assert (found.edition, found.partition, len(areas)) == ("1998-11 to 1999-01", "", 55)
    frame = found.parts[0].frame
    assert list(frame["month"].unique()) == list(MONTHS)
    assert all(a < b for a, b in pairwise(zip(frame["month"], frame["state_code"], strict=True)))
    assert list(found.totals.items()) == [("nics_total", 66 * 165), ("nics_permit_recheck", 2 * 165)]
    assert frame.loc[0].to_dict() == {
        "month": "1998-11", "state_code": "AK", "nics_handgun": "3", "nics_long_gun": "4", "nics_multiple": "6",
        "nics_other": "5", "nics_permit": "1", "nics_permit_recheck": "2", "nics_private_sale_handgun": "10",
        "nics_private_sale_long_gun": "11", "nics_total": "66", "source_id": "NICS", "quality": "exact",
        "kind": "observed",
    }  # fmt: skip


def test_blank_is_not_reported_and_illinois_and_kentucky_are_said(areas: list[str], geodata: Path) -> None:
    rows = table(areas)
    for row in rows:
        row[3] = 73 if row[1] in ("Illinois", "Kentucky") else ""
        row[-1] = sum(int(str(cell)) for cell in row[2:-1] if cell != "")
    found = nics.read(content(text(rows)), geodata)
    frame = found.parts[0].frame.set_index(["month", "state_code"])
    assert frame.loc[("1998-12", "TX"), "nics_permit_recheck"] == ""
    assert frame.loc[("1998-12", "KY"), "nics_permit_recheck"] == "73"
    assert {one.code: one.values for one in found.warnings if one.code != "older"} == {"nics_recheck": {"share": 100}}


def test_what_the_publisher_did_not_add_up_is_kept_and_said(areas: list[str], geodata: Path) -> None:
    rows = table(areas)
    rows[7][-1] = 70
    rows[9][2:] = [""] * (len(TYPES) + 1)
    found = nics.read(content(text(rows)), geodata)
    said = {one.code: one.values for one in found.warnings}
    assert (said["sums"]["count"], said["sums"]["printed"], said["sums"]["added"]) == (1, 70, 66)
    assert said["nics_unreported"] == {"rows": 1}
    assert len(found.parts[0].frame) == 164


def test_an_area_that_is_not_in_every_month_is_said(areas: list[str], geodata: Path) -> None:
    rows = [row for row in table(areas) if row[:2] != ["1998-12", "Guam"]]
    said = {one.code: one.values for one in nics.read(content(text(rows)), geodata).warnings}
    assert said["nics_areas"] == {"missing": "1998-12 GU"}


def test_a_column_that_is_not_known_is_said(areas: list[str], geodata: Path) -> None:
    rows = [[*row, 0] for row in table(areas)]
    said = {one.code: one.values for one in nics.read(content(text(rows, "drones")), geodata).warnings}
    assert said["unknown_columns"] == {"columns": "drones"}


def test_every_problem_is_listed_with_its_row(areas: list[str], geodata: Path) -> None:
    rows = table(areas)
    rows[0][1], rows[1][0], rows[2][4], rows[3][5] = "Cascadia", "1999-13", "1,200", -4
    found = refusal(nics.read, text(rows), geodata)
    assert [(one.code, one.row, one.column, one.found) for one in found.problems] == [
        ("state", 2, "state", "Cascadia"), ("month", 3, "month", "1999-13"),
        ("thousands", 4, "handgun", "1,200"), ("negative", 5, "long_gun", "-4"),
    ]  # fmt: skip


def test_a_selection_is_refused(areas: list[str], geodata: Path) -> None:
    assert codes(refusal(nics.read, text(table(areas, MONTHS[1:])), geodata)) == ["months"]
    assert codes(refusal(nics.read, text(table(areas[1:])), geodata)) == ["states"]
    rows = table(areas)
    assert codes(refusal(nics.read, text([*rows, rows[4]]), geodata)) == ["duplicate"]
    rows[3][-1] = ""
    assert codes(refusal(nics.read, text(rows), geodata)) == ["empty"]


@pytest.mark.parametrize("data", ["", "a,b\n1,2\n", "month,state,totals\n", b"PK\x03\x04", b"\xff\xfe"])
def test_other_files_are_not_recognised(data: bytes | str) -> None:
    assert nics.recognise(content(data)) == ()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), blanks=st.floats(0, 0.5))
def test_every_number_comes_back_and_every_blank_stays_blank(
    seed: int, blanks: float, areas: list[str], geodata: Path
) -> None:
    chance = random.Random(seed)
    rows = table(areas)
    for row in rows:
        row[2:-1] = ["" if chance.random() < blanks else chance.randrange(10**6) for _ in TYPES]
        row[-1] = sum(cell for cell in row[2:-1] if isinstance(cell, int))
    chance.shuffle(rows)
    frame = nics.read(content(text(rows)), geodata).parts[0].frame
    wanted = sorted((str(row[0]), str(row[4]), str(row[3]), str(row[-1])) for row in rows)
    assert wanted == sorted(
        frame[["month", "nics_handgun", "nics_permit_recheck", "nics_total"]].itertuples(index=False, name=None)
    )


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 164), column=st.integers(0, len(TYPES) + 2), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(
    at: int, column: int, cell: str, areas: list[str], geodata: Path
) -> None:
    rows = table(areas)
    rows[at][column] = cell
    found = taken(nics.read, text(rows), geodata)
    assert found is None or len(found.parts[0].frame) == 165


def test_the_file_that_ships_gives_the_rows_that_ship(official: Path, geodata: Path) -> None:
    found = nics.read(content((official / "fbi" / "nics-firearm-background-checks.csv").read_bytes()), geodata)
    part = found.parts[0]
    assert part.frame.equals(shipped(part, geodata))
    assert (found.totals["nics_total"], found.edition) == (460_378_391, "1998-11 to 2023-09")
    assert [one.code for one in found.warnings] == ["nics_recheck"]
    assert found.warnings[0].values == {"share": 75}
    assert found.cards[0].coverage == "1998-11 – 2023-09"
