import csv

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.sources import layouts, tabular
from corridors.sources.problems import Refused
from tests.unit.sources.csv_files import JUNK, codes, content, written

COLUMNS = (
    {"name": "place", "header": "Place Name", "required": "yes"},
    {"name": "place", "header": "Lugar", "required": "yes"},
    {"name": "count", "header": "Count", "required": "yes"},
    {"name": "note", "header": "Note", "required": "no"},
)
CELLS = st.text(alphabet="abc ñé09,;|'\n\"", max_size=8)


def grid(data: bytes | str) -> tabular.Grid:
    return tabular.read(content(data), COLUMNS)


def counted(data: bytes | str) -> None:
    found = grid(data)
    tabular.counts(found, "count")
    found.refuse()


def problems(data: bytes | str) -> list[tuple[str, int]]:
    with pytest.raises(Refused) as caught:
        counted(data)
    return [(one.code, one.row) for one in caught.value.problems]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("head", ["", "A title, and more\n\n", "sep=;\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separator_titles_line_ends_and_encoding_are_told_from_the_content(
    delimiter: str, head: str, end: str, encoding: str
) -> None:
    lines = [head, delimiter.join(("PLACE_name", "Other", "count")), "\n", delimiter.join(("Peñasco", "x", "7")), "\n"]
    found = grid("".join(lines).replace("\n", end).encode(encoding))
    assert found.columns["place"].to_pylist() == ["Peñasco"]
    assert tabular.counts(found, "count").to_pylist() == [7]
    assert found.unknown == ("Other",)


def test_another_headers_spelling_is_the_same_column_and_quotes_may_be_single() -> None:
    assert grid("'Lugar','Count'\n'a,b','1'\n").columns["place"].to_pylist() == ["a,b"]


def test_each_row_of_the_wrong_length_is_named_by_its_line() -> None:
    data = 'Place Name,Count\n"two\nlines",1\n\nshort\na,2\nlong,3,4\nb,x\n'
    assert problems(data) == [("ragged", 5), ("ragged", 7), ("number", 8)]


def test_what_is_no_count_is_named_for_what_it_is() -> None:
    cells = ["1,234", "1.234.567", "-5", "(5)", "2.5", "1e3", "0x1F", "abc", "", "9" * 30, "7", "12.0", " 8 "]
    found = grid(written(("Place Name", "Count"), [("a", cell) for cell in cells]))
    values = tabular.counts(found, "count").to_pylist()
    kinds = {one.found: one.code for one in found.problems}
    assert kinds == {
        "1,234": "thousands", "1.234.567": "thousands", "-5": "negative", "(5)": "negative", "2.5": "whole",
        "1e3": "whole", "0x1F": "number", "abc": "number", "": "empty", "9" * 30: "number",
    }  # fmt: skip
    assert values[-3:] == [7, 12, 8]


def test_a_blank_count_may_be_allowed_and_is_never_zero() -> None:
    found = grid("Place Name,Count\na,\nb,0\n")
    assert tabular.counts(found, "count", blank=True).to_pylist() == [None, 0]
    assert not found.problems


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Place Name,Other\na,1\n", [("header", 1)]),
        ("Place Name,Count,count\na,1,2\n", [("header_twice", 1)]),
        ("Place Name,Count" + ",x" * 1000 + "\n", [("columns_many", 1)]),
        ("Place Name,Count\n", [("no_rows", 1)]),
        ("Place Name,Count\na,\0\n", [("csv", 0)]),
        (f"Place Name,Count\na,1\n{'é' * 10_001},1\n", [("cell_long", 3)]),
        (f"Place Name,Count\na,{'0' * 3_000_000}\n", [("csv", 2)]),
    ],
    ids=["header", "twice", "wide", "no rows", "NUL", "long", "longer than a block"],
)
def test_a_broken_table_is_refused_with_its_line(data: str, said: list[tuple[str, int]]) -> None:
    assert problems(data) == said


def test_a_quotation_mark_that_is_never_closed_is_refused() -> None:
    assert set(problems('Place Name,Count\n"a,1\nb,2\n')) <= {("csv", 0), ("ragged", 2), ("no_rows", 1)}


@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=12), delimiter=st.sampled_from(",;\t|"))
def test_a_table_comes_back_as_it_was_written(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    found = grid(written(("Place Name", "Note", "Count"), rows, delimiter))
    back = zip(*(found.columns[name].to_pylist() for name in ("place", "note", "count")), strict=True)
    assert [tuple(cell or "" for cell in row) for row in back] == rows
    line = 2
    for index, row in enumerate(rows):
        assert found.row(index) == line
        line += 1 + sum(cell.count("\n") for cell in row)


@given(cells=st.lists(JUNK, min_size=1, max_size=30))
def test_a_cell_is_a_count_or_a_problem(cells: list[str]) -> None:
    found = grid(written(("Place Name", "Count"), [("a", cell) for cell in cells]))
    values = tabular.counts(found, "count").to_pylist()
    assert values.count(None) == len(found.problems)
    for cell, value in zip(cells, values, strict=True):
        assert value is None or float(cell) == value


@given(numbers=st.lists(st.none() | st.integers(0, 10**15 - 1), min_size=1, max_size=40))
def test_counts_agree_however_they_are_read(numbers: list[int | None]) -> None:
    data = written(("Place Name", "Count"), [("a", "" if one is None else one) for one in numbers])
    values = tabular.counts(grid(data), "count", blank=True)
    summed = tabular.counts(tabular.read(content(data), COLUMNS, summed=("count",)), "count", blank=True)
    assert values.to_pylist() == summed.to_pylist() == numbers


def test_a_column_of_blanks_has_no_value() -> None:
    found = tabular.read(content("Place Name,Count\n,1\n,2\n"), COLUMNS, coded=("place",))
    assert found.columns["place"].null_count == 2
    assert tabular.one_of(found, "place", {}, "empty").null_count == 2
    assert [(one.code, one.row) for one in found.problems] == [("empty", 2), ("empty", 3)]


@pytest.mark.parametrize("summed", [(), ("count",)])
def test_numbers_with_leading_zeros_are_written_plainly(summed: tuple[str, ...]) -> None:
    found = tabular.read(content("Place Name,Count\na,007\nb,10\n"), COLUMNS, summed=summed)
    assert tabular.counts(found, "count").cast("string").to_pylist() == ["7", "10"]


def test_flags_are_zero_and_one_alone() -> None:
    found = grid("Place Name,Count\na,0\nb,1\n")
    assert tabular.flags(found, "count").tolist() == [0, 1]
    bad = grid("Place Name,Count\na,\nb,01\nc,1\n")
    assert tabular.flags(bad, "count").tolist() == [0, 0, 1]
    assert codes(Refused(bad.problems)) == ["flag", "flag"]


@given(keys=st.lists(st.integers(0, 70_000), min_size=1, max_size=40))
def test_sorting_names_each_repeated_key_once(keys: list[int]) -> None:
    order, again = tabular.sorting(np.array(keys))
    assert [keys[at] for at in order] == sorted(keys)
    assert again.tolist() == [at for at, key in enumerate(keys) if key in keys[:at]]


@given(values=st.lists(st.sampled_from("cabd"), min_size=1))
def test_ordered_places_rows_in_the_alphabet_of_their_values(values: list[str]) -> None:
    place, listed = tabular.ordered(pa.array(values).dictionary_encode())
    assert [listed[at] for at in place] == values
    assert listed == sorted(set(values))


def test_a_header_is_found_by_its_names_alone() -> None:
    assert layouts.shared(content("x\nlugar;count\n"), ("Lugar", "Count", "Note")) == ("Lugar", "Count")
    assert layouts.shared(content(b"\xff\xfe\x00bad"), ("Lugar",)) == ()
    assert csv.field_size_limit() > tabular.MAX_CELL
