"""Cells of a workbook, and what is refused before a reader is let near it."""

import pytest

from corridors.sources.problems import Refused
from corridors.sources.workbook import letters, sheets
from tests.unit.sources.atf_files import packed, xlsx


def test_cells_stand_where_they_stand_in_the_sheet() -> None:
    (found,) = sheets(xlsx([[None, None], [None, "a", 1.5], [True]], "Table 1"))
    assert (found.name, found.rows) == ("Table 1", [["", "", ""], ["", "a", 1.5], [True, "", ""]])


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (55, "BD"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_their_letters(index: int, name: str) -> None:
    assert letters(index) == name


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="XFD1048576"><v>2</v></c>',
        '<c r="ABC40000"><v>2</v></c>',
        '<c r="xfd2000"><v>2</v></c>',
        '<c r="ABCDE10"><v>2</v></c>',
        '<c r="ZZ1"><v>2</v></c><c r="A99999"><v>2</v></c>',
        "<c r='XFD9999'><v>2</v></c>",
        '<c r = "XFD9999"><v>2</v></c>',
        '<c r="A99999999"><v>2</v></c>',
    ],
)
def test_a_stray_cell_far_out_is_refused_before_it_fills_memory(cells: str) -> None:
    with pytest.raises(Refused) as refused:
        sheets(packed(("Sheet1", f'<c r="A1"><v>1</v></c>{cells}')))
    assert [(one.code, one.sheet) for one in refused.value.problems] == [("area", "xl/worksheets/sheet1.xml")]


def test_a_long_list_is_no_stray_cell() -> None:
    data = packed(("Sheet1", '<c r="A1"><v>1</v></c><c r="Q150000"><v>2</v></c>'))
    assert len(sheets(data)[0].rows) == 150_000


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a workbook", xlsx([[1]])[:-40]])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        sheets(data)
    assert refused.value.problems[0].code == "workbook"
