"""The door lets publishers' files in as they are, and tells them by their content alone."""

import gzip
import os
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.sources import door, personal
from corridors.sources.content import Content
from corridors.sources.door import open_file
from corridors.sources.problems import Refused
from tests.hostile import corpus
from tests.hostile.workbooks import cell, formula, sheet, workbook

IMPORTERS = {"unknown", "encoding", "number", "whole", "negative", "ragged", "duplicate", "port", "area", "workbook"}
CSV = b"month,state,totals\n2023-09,Alabama,3\n"


def opened(folder: Path, data: bytes, name: str = "download") -> Content:
    (folder / name).write_bytes(data)
    return open_file(folder / name)


def refused(folder: Path, data: bytes) -> list[str]:
    with pytest.raises(Refused) as caught:
        opened(folder, data)
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx", "table.pdf", "noname", "tábla ñ.CSV"])
def test_the_name_says_nothing(tmp_path: Path, name: str) -> None:
    assert opened(tmp_path, CSV, name).kind == "csv"
    assert opened(tmp_path, workbook(), name).kind == "xlsx"


def test_a_packed_file_is_unpacked_and_its_digest_is_of_what_lies_there(tmp_path: Path) -> None:
    plain = opened(tmp_path, CSV)
    packed = opened(tmp_path, gzip.compress(CSV, mtime=0))
    parts = opened(tmp_path, gzip.compress(CSV[:10], mtime=0) + gzip.compress(CSV[10:], mtime=0) + bytes(512))
    assert plain.data == packed.data == parts.data == CSV
    assert len({plain.sha256, packed.sha256, parts.sha256}) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_publishers_come_in(tmp_path: Path, encoding: str) -> None:
    content = opened(tmp_path, "año,entidad\n2020,México\n".encode(encoding))
    assert content.kind == "csv"
    assert "México" in content.text


def test_the_sign_with_which_dos_ended_a_text_is_no_binary(tmp_path: Path) -> None:
    assert opened(tmp_path, CSV + b"\x1a").kind == "csv"


@pytest.mark.parametrize("data", [b"MZ,state\n1,2\n", b"ORC,state\n1,2\n", b"RIFF;state\n1;2\n"])
def test_a_table_may_begin_with_the_letters_of_a_signature(tmp_path: Path, data: bytes) -> None:
    assert opened(tmp_path, data).kind == "csv"


def test_parquet_comes_in(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": ["b"]}), tmp_path / "x.csv")
    assert open_file(tmp_path / "x.csv").kind == "parquet"


def test_a_link_is_followed_to_an_ordinary_file(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(CSV)
    (tmp_path / "link").symlink_to(tmp_path / "real.csv")
    assert open_file(tmp_path / "link").path == tmp_path.resolve() / "real.csv"


def test_a_folder_of_records_has_one_digest_whatever_the_order(tmp_path: Path) -> None:
    digests = set()
    for order in (("a", "b"), ("b", "a")):
        folder = tmp_path / order[0]
        for name in order:
            (folder / f"state={name}").mkdir(parents=True)
            (folder / f"state={name}" / "part.csv").write_bytes(CSV)
        (folder / "_SUCCESS").touch()
        found = open_file(folder)
        assert (found.kind, found.data) == ("folder", b"")
        digests.add(found.sha256)
    assert len(digests) == 1
    (tmp_path / "a" / "state=a" / "part.csv").write_bytes(CSV + b"\n")
    assert open_file(tmp_path / "a").sha256 not in digests


def test_a_table_too_large_for_memory_is_left_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "IN_MEMORY", 1_000)
    found = opened(tmp_path, CSV * 200)
    assert (found.kind, found.data, len(found.sha256)) == ("csv", b"", 64)
    assert refused(tmp_path, gzip.compress(os.urandom(2_000))) == ["too_large"]
    assert refused(tmp_path, CSV * 200 + bytes(5_000)) == ["binary"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/anything.bin"])
def test_cells_too_far_apart_are_refused_at_the_door_whatever_the_part_is_called(tmp_path: Path, part: str) -> None:
    assert refused(tmp_path, workbook({part: sheet(cell("A1", "1") + cell("XFD1048576", "2"))})) == ["area"]


def test_a_plain_sum_that_agrees_with_its_cells_is_no_formula(tmp_path: Path) -> None:
    assert opened(tmp_path, formula("SUM(A1:A2)", "3")).sheets[0].rows[2] == [3]
    assert opened(tmp_path, formula("SUM($A$1:A2)", "3")).kind == "xlsx"


def test_a_sum_that_cells_share_is_moved_with_them(tmp_path: Path) -> None:
    def book(second: int) -> bytes:
        numbers = cell("A1", "1") + cell("B1", "5") + cell("A2", "2") + cell("B2", "6")
        shared = '<c r="A3"><f t="shared" ref="A3:B3" si="0">SUM(A1:A2)</f><v>3</v></c>'
        shared += f'<c r="B3"><f t="shared" si="0"/><v>{second}</v></c>'
        return workbook({"xl/worksheets/sheet1.xml": sheet(numbers + shared.encode())})

    assert opened(tmp_path, book(11)).kind == "xlsx"
    assert refused(tmp_path, book(12)) == ["formula"]


def test_every_formula_is_named_with_its_sheet_and_cell(tmp_path: Path) -> None:
    cells = cell("A1", "1") + cell("B7", "2", "A1*2") + cell("AC9", "3", "NOW()")
    (tmp_path / "x").write_bytes(
        workbook({"xl/worksheets/sheet1.xml": sheet(cells)}, "Table & total".replace("&", "&amp;"))
    )
    with pytest.raises(Refused) as caught:
        open_file(tmp_path / "x")
    found = [(one.sheet, one.row, one.column, one.found) for one in caught.value.problems]
    assert found == [("Table & total", 7, "B", "=A1*2"), ("Table & total", 9, "AC", "=NOW()")]


def test_every_suspicious_part_is_named(tmp_path: Path) -> None:
    parts: dict[str | zipfile.ZipInfo, bytes] = {"../a": b"", "xl/vbaProject.bin": b""}
    assert refused(tmp_path, workbook(parts)) == ["parts", "active"]


def test_what_a_line_may_be_is_told_where_it_is_not(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(CSV + b"x" * (door.LINE + 1) + b"\n")
    with pytest.raises(Refused) as caught:
        open_file(tmp_path / "x")
    assert [(one.code, one.row) for one in caught.value.problems] == [("long_line", 3)]
    assert opened(tmp_path, CSV + b"x" * (door.LINE - 1)).kind == "csv"


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_let_in_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    _either(tmp_path_factory.getbasetemp(), data)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_a_damaged_workbook_is_let_in_or_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    whole = bytearray(formula("SUM(A1:A2)", "3"))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
        whole[at] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, 40))
    _either(tmp_path_factory.getbasetemp(), bytes(whole[: len(whole) - cut]))


def _either(folder: Path, data: bytes) -> None:
    try:
        found: str = opened(folder, data).kind
    except Refused as refused:
        found = "; ".join(one.line(lang) for one in refused.problems for lang in ("en", "es"))
    assert found


@pytest.mark.parametrize("name", [*corpus.BYTES, *corpus.PLACES])
def test_a_bad_file_ends_at_the_door_or_at_the_look_for_persons(tmp_path: Path, root: Path, name: str) -> None:
    """All but those that only an importer can tell: they are let in, and refused by it."""
    try:
        content = open_file(corpus.make(name, tmp_path))
        personal.check(content, root / "geodata", "etrace_records")
        codes = {"let in"}
    except Refused as refused:
        codes = {one.code for one in refused.problems}
    wanted = set(corpus.expected(name))
    assert codes & (wanted | ({"let in"} if wanted & IMPORTERS else set()))


def test_every_official_file_comes_in(official: Path) -> None:
    files = [path for path in official.glob("*/*") if path.is_file()]
    assert files
    for path in files:
        assert open_file(path).kind == ("xlsx" if path.suffix == ".xlsx" else "csv")
