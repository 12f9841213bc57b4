import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.sources import census_population as census
from tests.unit.sources.csv_files import JUNK, codes, content, refusal, shipped, taken, written

Row = list[object]


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


def table(geodata: Path, last: int = 2024) -> tuple[list[str], list[Row]]:
    """A vintage: a region, the country and all states; a state has 1,000 people more than the one before it."""
    names: dict[str, str] = {}
    with (geodata / "names" / "states.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["country"] == "US":
                names.setdefault(row["state_code"], row["name"])
    with (geodata / "layouts" / census.ID / "states.csv").open(encoding="utf-8", newline="") as file:
        fips = {row["fips"]: row["state_code"] for row in csv.DictReader(file)}
    years = range(2020, last + 1)
    header = ["SUMLEV", "REGION", "DIVISION", "STATE", "NAME", "ESTIMATESBASE2020"]
    header += [f"POPESTIMATE{year}" for year in years] + [f"BIRTHS{year}" for year in years]
    rest: Row = ["x"] * len(years)
    states: list[Row] = [
        ["040", "1", "2", code, names[usps], 5, *(1_000 * at + year for year in years), *rest]
        for at, (code, usps) in enumerate(sorted(fips.items())) if usps != "US"
    ]  # fmt: skip
    sums = [sum(int(str(row[6 + at])) for row in states if row[3] != "72") for at in range(len(years))]
    top: list[Row] = [["010", "0", "0", "00", "United States", 5, *sums, *rest]]
    return header, [*top, ["020", "1", "0", "00", "Northeast Region", 5, *sums, *rest], *states]


def test_a_vintage_is_read_with_the_country_and_puerto_rico(geodata: Path) -> None:
    header, rows = table(geodata)
    found = census.read(content(written(header, rows)), geodata)
    frame = found.parts[0].frame
    assert (len(frame), found.edition) == (53 * 5, "Vintage 2024 (2020 to 2024)")
    assert frame.iloc[0].to_list() == ["2020", "US", str(rows[0][6]), "exact", "observed", "CENSUS_V2024"]
    assert frame.iloc[5].to_list() == ["2020", "AL", "3020", "exact", "observed", "CENSUS_V2024"]
    assert list(frame["state_code"].tail(1)) == ["PR"]
    assert found.totals == {"population_july1": rows[0][10]}
    assert found.warnings == ()


def test_a_later_vintage_replaces_the_whole_series_and_its_card_says_so(geodata: Path) -> None:
    found = census.read(content(written(*table(geodata, 2025))), geodata)
    assert found.parts[0].scope == {"source_id": ("CENSUS_V2024",)}
    card = found.cards[0]
    assert (card.coverage, card.published) == ("2020–2025", "")
    assert card.document == "NST-EST2025-ALLDATA: annual resident population estimates, Vintage 2025"
    assert "2020-2025" in card.url
    assert not found.parts[0].frame.duplicated(["year", "state_code"]).any()


def test_an_earlier_vintage_is_said_to_go_back(geodata: Path) -> None:
    found = census.read(content(written(*table(geodata, 2023))), geodata)
    assert [(one.code, one.values) for one in found.warnings] == [("older", {"last": "2023", "present": "2024"})]


def test_codes_without_their_zeros_are_the_same_places(geodata: Path) -> None:
    header, rows = table(geodata)
    bare = [[str(row[0]).lstrip("0"), *row[1:3], str(row[3]).lstrip("0") or "0", *row[4:]] for row in rows]
    plain, stripped = (census.read(content(written(header, one)), geodata) for one in (rows, bare))
    assert plain.parts[0].frame.equals(stripped.parts[0].frame)


def test_states_that_do_not_add_up_are_kept_and_said(geodata: Path) -> None:
    header, rows = table(geodata)
    rows[0][8] = int(str(rows[0][8])) + 1
    found = census.read(content(written(header, rows)), geodata)
    assert [(one.code, one.values["year"]) for one in found.warnings] == [("nation", "2022")]


def test_a_name_that_is_not_that_of_the_code_a_gap_and_a_missing_state_are_refused(geodata: Path) -> None:
    header, rows = table(geodata)
    rows[2][4], rows[3][6] = "Wyoming", "1,000"
    found = refusal(census.read, written(header, [*rows[:-2], rows[4]]), geodata)
    assert sorted(codes(found)) == ["duplicate", "state", "states", "thousands"]
    assert next(one for one in found.problems if one.code == "states").values == {"missing": "WY"}
    header[7] = "POPESTIMATE"
    assert "years" in codes(refusal(census.read, written(header, rows), geodata))


@pytest.mark.parametrize(("level", "code"), [("", "empty"), ("x", "number"), ("400", "number")])
def test_a_row_of_no_known_level_is_refused_and_never_left_out(level: str, code: str, geodata: Path) -> None:
    header, rows = table(geodata)
    rows[-1][0] = level
    assert code in codes(refusal(census.read, written(header, rows), geodata))


@pytest.mark.parametrize("data", ["", "SUMLEV,STATE\n010,00\n", b"\x00\x01"])
def test_other_files_are_not_recognised(data: bytes | str) -> None:
    assert census.recognise(content(data)) == ()


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 53), column=st.integers(0, 10), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(at: int, column: int, cell: str, geodata: Path) -> None:
    header, rows = table(geodata)
    rows[at][column] = cell
    found = taken(census.read, written(header, rows), geodata)
    assert found is None or len(found.parts[0].frame) == 53 * 5


@settings(max_examples=20, deadline=None)
@given(people=st.lists(st.integers(0, 10**9), min_size=52, max_size=52))
def test_every_count_comes_back(people: list[int], geodata: Path) -> None:
    header, rows = table(geodata)
    for row, count in zip(rows[2:], people, strict=True):
        row[9] = count
    frame = census.read(content(written(header, rows)), geodata).parts[0].frame
    assert frame.loc[(frame["year"] == "2023") & (frame["state_code"] != "US"), "population_july1"].tolist() == [
        str(n) for n in people
    ]


def test_the_file_that_ships_gives_the_rows_that_ship(official: Path, geodata: Path) -> None:
    found = census.read(content((official / "census" / "NST-EST2024-ALLDATA.csv").read_bytes()), geodata)
    part = found.parts[0]
    assert part.frame.equals(shipped(part, geodata))
    assert found.totals == {"population_july1": 340_110_988}
    assert found.warnings == ()
