"""ATF's list of licensees: counts by state, county and type, and nothing of anybody."""

import csv
import io
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.model.tables import BY_NAME
from corridors.sources import atf_ffl as importer
from corridors.sources import personal
from corridors.sources.batch import Batch
from corridors.sources.problems import Refused
from tests.unit.sources.atf_files import Value, content, xlsx

HEADER = (
    "LIC_REGN", "LIC_DIST", "LIC_CNTY", "LIC_TYPE", "LIC_XPRDTE", "LIC_SEQN", "LICENSE_NAME", "BUSINESS_NAME",
    "PREMISE_STREET", "PREMISE_CITY", "PREMISE_STATE", "PREMISE_ZIP_CODE", "MAIL_STREET", "MAIL_CITY", "MAIL_STATE",
    "MAIL_ZIP_CODE", "VOICE_PHONE",
)  # fmt: skip
NAME, STREET, PHONE = "QUILLFEATHER, ZEBEDIAH", "12 NOWHERE LANE", "5550100199"
PLACES = st.tuples(st.sampled_from(("AZ", "TX", "PR")), st.integers(1, 600), st.sampled_from(("01", "02", "07", "11")))


@pytest.fixture(scope="session")
def geodata(root: Path) -> Path:
    return root / "geodata"


def licence(state: str, county: Value, kind: Value, number: int = 1) -> list[Value]:
    return [
        "9", "86", county, kind, "7F", f"{number:05d}", NAME, "QUILL GUNS", STREET, "NOWHERE", state, "850010000",
        STREET, "NOWHERE", "CA", "900010000", PHONE,
    ]  # fmt: skip


def txt(rows: Sequence[Sequence[Value]], delimiter: str = "\t") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([HEADER, *rows])
    return out.getvalue().encode()


def read(data: bytes, geodata: Path, kind: str = "csv", **hints: str) -> Batch:
    return importer.read(content(data, "xlsx" if kind == "xlsx" else "csv", hints), geodata)


def problems(data: bytes, geodata: Path, kind: str = "csv", **hints: str) -> list[tuple[str, int, str, str]]:
    with pytest.raises(Refused) as refused:
        read(data, geodata, kind, **hints)
    assert all(one.line("en") and one.line("es") for one in refused.value.problems)
    return [(one.code, one.row, one.column, one.found) for one in refused.value.problems]


ROWS = [
    licence("AZ", "019", "01", 1),
    licence("AZ", "019", "01", 2),
    licence("AZ", "013", "07", 3),
    licence("TX", "141", "02", 4),
]
COUNTED = [
    ["2026-07", "AZ", "04013", "07", "1"], ["2026-07", "AZ", "04019", "01", "2"], ["2026-07", "TX", "48141", "02", "1"],
]  # fmt: skip


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_a_text_list_is_counted(delimiter: str, geodata: Path) -> None:
    data = txt(ROWS, delimiter)
    batch = read(data, geodata, month="2026-07")
    (part,) = batch.parts
    assert tuple(part.frame.columns) == BY_NAME["ffl_county_month"].names
    assert part.frame[list(part.frame.columns[:5])].to_numpy().tolist() == COUNTED
    assert (batch.source, batch.edition, batch.published, batch.partition) == (
        "FFL_LIST", "list of 2026-07", "2026-07", "month=2026-07",
    )  # fmt: skip
    assert (batch.totals, batch.warnings, part.scope) == ({"licences": 4}, (), {"month": ("2026-07",)})
    assert batch.recognised_by == ("the header LIC_REGN … LIC_SEQN of the list of licensees",)


def test_a_workbook_is_counted_though_its_codes_are_numbers(geodata: Path) -> None:
    """A spreadsheet has made 19 of 019 and 1 of 01; a title stands above the header."""
    rows: list[list[Value]] = [
        [cell if at not in (2, 3) else int(str(cell)) for at, cell in enumerate(row)] for row in ROWS
    ]
    data = xlsx([["Federal Firearms Licensees, July 2026"], [], list(HEADER), *rows], "List")
    batch = read(data, geodata, "xlsx")
    assert batch.parts[0].frame[list(batch.parts[0].frame.columns[:5])].to_numpy().tolist() == COUNTED


def test_the_name_of_the_sheet_may_tell_the_month(geodata: Path) -> None:
    data = xlsx([list(HEADER), *ROWS], "0726-ffl-list-complete")
    assert read(data, geodata, "xlsx").partition == "month=2026-07"
    assert problems(data, geodata, "xlsx", month="2026-06") == [("month_said", 0, "", "2026-07")]


def test_without_a_month_it_has_to_be_said(geodata: Path) -> None:
    assert problems(txt(ROWS), geodata) == [("month_unknown", 0, "", "")]
    assert problems(txt(ROWS), geodata, month="2026-13") == [("month_unknown", 0, "", "2026-13")]
    two = xlsx([["July 2026 and August 2026"], list(HEADER), *ROWS])
    assert problems(two, geodata, "xlsx") == [("one_month", 0, "", "2026-07, 2026-08")]


def test_the_state_is_that_of_the_premises_and_a_county_has_to_lie_in_it(geodata: Path) -> None:
    """New Mexico has no county 019 + 1,000; Connecticut's planning regions came after the codes that we hold."""
    batch = read(
        txt([licence("NM", "013", "01"), licence("NM", "002", "01"), licence("CT", "110", "01")]),
        geodata,
        month="2026-07",
    )
    assert batch.parts[0].frame[["us_state_code", "county_fips"]].to_numpy().tolist() == [
        ["CT", ""], ["NM", ""], ["NM", "35013"],
    ]  # fmt: skip
    assert [note.words("en")[:36] for note in batch.warnings] == ["2 licences have a county code that is"[:36]]
    assert batch.warnings[0].words("es").startswith("2 licencias")


def test_no_value_of_anybody_is_in_the_batch(geodata: Path) -> None:
    for data, kind in ((txt(ROWS), "csv"), (xlsx([list(HEADER), *ROWS]), "xlsx")):
        said = (
            repr(read(data, geodata, kind, month="2026-07"))
            + read(data, geodata, kind, month="2026-07").parts[0].frame.to_csv()
        )
        assert not any(value in said for value in (NAME, "QUILL", STREET, "NOWHERE", PHONE, "85001", "00004"))


def test_the_door_passes_the_columns_that_are_dropped(geodata: Path) -> None:
    given_up = importer.PERSONAL_DROPPED
    assert set(HEADER) - set(given_up) == {"LIC_CNTY", "LIC_TYPE", "PREMISE_STATE"}
    personal.check(content(txt(ROWS), "csv"), geodata, "atf_ffl", given_up)
    with pytest.raises(Refused):
        personal.check(content(txt(ROWS), "csv"), geodata)


def test_every_unknown_state_and_type_is_named(geodata: Path) -> None:
    rows = [licence("AZ", "019", "01"), licence("ZZ", "019", "01"), licence("", "019", "05"), licence("TX", "141", "")]
    assert problems(txt(rows), geodata, month="2026-07") == [
        ("state", 3, "PREMISE_STATE", "ZZ"),
        ("state", 4, "PREMISE_STATE", ""),
        ("ffl_type", 4, "LIC_TYPE", "05"),
        ("ffl_type", 5, "LIC_TYPE", ""),
    ]
    assert problems(xlsx([[], list(HEADER), *rows[:2]]), geodata, "xlsx", month="2026-07") == [
        ("state", 4, "PREMISE_STATE", "ZZ")
    ]


def test_a_list_with_collectors_is_not_the_public_one(geodata: Path) -> None:
    assert problems(txt([licence("AZ", "019", "03")]), geodata, month="2026-07") == [
        ("ffl_collector", 2, "LIC_TYPE", "03")
    ]


def test_a_list_without_the_state_or_without_rows_is_refused(geodata: Path) -> None:
    assert problems(txt(ROWS).replace(b"PREMISE_STATE", b"STATE"), geodata, month="2026-07")[0][0] == "header"
    header = ["WHERE" if name == "PREMISE_STATE" else name for name in HEADER]
    assert problems(xlsx([header, *ROWS]), geodata, "xlsx", month="2026-07") == [("header", 1, "", "")]
    assert problems(xlsx([list(HEADER)]), geodata, "xlsx", month="2026-07") == [("no_rows", 1, "", "")]
    assert problems(txt([]), geodata, month="2026-07")[0][0] == "no_rows"
    assert problems(xlsx([["a"]]), geodata, "xlsx")[0][0] == "header"


def test_the_card_says_which_months_are_held(geodata: Path, tmp_path: Path) -> None:
    for folder in ("names", "layouts"):
        shutil.copytree(geodata / folder, tmp_path / folder)
    assert read(txt(ROWS), tmp_path, month="2026-07").cards[0].coverage == "2026-07"
    (tmp_path / "facts").mkdir()
    held = "month,us_state_code\n2025-11,AZ\n2025-12,AZ\n2026-01,AZ\n2026-06,AZ\n"
    (tmp_path / "facts/ffl_county_month.csv").write_text(held)
    (card,) = read(txt(ROWS), tmp_path, month="2026-07").cards
    assert card.coverage == "2025-11 – 2026-01, 2026-06 – 2026-07"
    assert (card.id, card.published, "type 03" in card.caveat_en) == ("FFL_LIST", "2026-07", True)


def test_foreign_files_are_not_recognised() -> None:
    assert importer.recognise(content(b"LIC_REGN,LIC_DIST\n1,2\n", "csv")) == ()
    assert importer.recognise(content(xlsx([["Recovery State"]]))) == ()
    assert importer.recognise(content(b"PK\x03\x04 broken")) == ()


@settings(max_examples=25, deadline=None)
@given(places=st.lists(PLACES, min_size=1, max_size=40))
def test_every_licence_is_counted_once_in_both_forms(root: Path, places: list[tuple[str, int, str]]) -> None:
    rows = [licence(state, f"{county:03d}", kind, number) for number, (state, county, kind) in enumerate(places)]
    text = read(txt(rows), root / "geodata", month="2026-07").parts[0].frame
    book = read(xlsx([list(HEADER), *rows]), root / "geodata", "xlsx", month="2026-07").parts[0].frame
    assert text.equals(book)
    by_state = text["licences"].astype(int).groupby([text["us_state_code"], text["license_type"]]).sum()
    assert by_state.to_dict() == Counter((state, kind) for state, _, kind in places)
