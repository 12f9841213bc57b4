import struct
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.sources import dbf
from corridors.sources.problems import Refused

Column = tuple[str, str, int, int]  # name, type, width, decimals
TWO: Sequence[Column] = (("ENT", "N", 2, 0), ("CAUSA", "C", 4, 0))


def header(columns: Sequence[Column], count: int, *, version: int = 3, page: int = 0) -> bytes:
    """A header as dBASE writes it."""
    start, length = 32 * (1 + len(columns)) + 1, 1 + sum(column[2] for column in columns)
    head = struct.pack("<BBBBIHH17xB2x", version, 124, 8, 29, count, start, length, page)
    described = [
        struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), width, decimals)
        for name, kind, width, decimals in columns
    ]
    return head + b"".join(described) + b"\r"


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, deleted: Sequence[int] = (), page: int = 0,
    encoding: str = "latin-1",
) -> bytes:  # fmt: skip
    """A whole table: numbers to the right of their field, all else to the left."""
    records = []
    for number, row in enumerate(rows, start=1):
        cells = [
            value.encode(encoding).rjust(width) if kind in "NF" else value.encode(encoding).ljust(width)
            for (_, kind, width, _), value in zip(columns, row, strict=True)
        ]
        records.append((b"*" if number in deleted else b" ") + b"".join(cells))
    return header(columns, len(rows), page=page) + b"".join(records) + b"\x1a"


def test_only_what_is_asked_for_is_read_and_deleted_records_are_left_out() -> None:
    found = dbf.read(table(TWO, [("9", "X954"), ("10", "I219"), ("", "Y09")], deleted=[2]))
    assert [field.name for field in found.fields] == ["ENT", "CAUSA"]
    assert len(found) == 2
    assert found.cells("ENT").to_dict() == {1: "9", 3: ""}
    assert found.cells("CAUSA", np.array([False, True])).to_dict() == {3: "Y09"}


def test_each_type_is_read_as_text_of_its_kind() -> None:
    columns: Sequence[Column] = (("DIA", "D", 8, 0), ("SI", "L", 1, 0), ("PESO", "F", 6, 2), ("NOMBRE", "C", 8, 0))
    found = dbf.read(
        table(columns, [("20240131", "T", "3.25", " Núñez"), ("", "", "", "")], page=0x02, encoding="cp850")
    )
    assert {field.name: found.cells(field.name).tolist() for field in found.fields} == {
        "DIA": ["20240131", ""], "SI": ["T", ""], "PESO": ["3.25", ""], "NOMBRE": [" Núñez", ""],
    }  # fmt: skip


def test_every_cell_that_is_not_of_its_type_is_named() -> None:
    columns: Sequence[Column] = (("ENT", "N", 3, 0), ("DIA", "D", 8, 0), ("MEMO", "M", 2, 0))
    found = dbf.read(table(columns, [("***", "20241301", "00"), ("1 2", "20240101", "00")]))
    with pytest.raises(Refused) as refused:
        found.cells("ENT")
    assert [(one.row, one.column, one.found) for one in refused.value.problems] == [
        (1, "ENT", "***"),
        (2, "ENT", "1 2"),
    ]
    with pytest.raises(Refused, match="20241301"):
        found.cells("DIA")
    with pytest.raises(Refused, match="type 'M'"):
        found.cells("MEMO")


def long_record(data: bytes, size: int) -> bytes:
    return data[:10] + struct.pack("<H", size) + data[12:]


WHOLE = table(TWO, [("9", "X954"), ("10", "I219")])
LIES = {
    "empty": b"",
    "not a table": b"ENT,CAUSA\n9,X954\n" * 10,
    "cut off": WHOLE[:-5],
    "many records announced": WHOLE[:4] + struct.pack("<I", 4_000_000_000) + WHOLE[8:],
    "more than announced": WHOLE[:4] + struct.pack("<I", 1) + WHOLE[8:],
    "padding of a gigabyte's kind": WHOLE + b"\0" * 2000,
    "long records": long_record(WHOLE, 400),
    "no records' length": long_record(WHOLE, 0),
    "header beyond the file": WHOLE[:8] + struct.pack("<H", 60_000) + WHOLE[10:],
    "header within itself": WHOLE[:8] + struct.pack("<H", 33) + WHOLE[10:],
    "no end of fields": WHOLE.replace(b"\r", b"\0", 1),
    "no fields": header((), 0),
    "one field twice": table((("A", "C", 1, 0), ("a", "C", 1, 0)), [("1", "2")]),
    "a field without a name": table((("", "C", 1, 0),), [("1",)]),
    "a field without width": header((("A", "C", 0, 0),), 0),
    "a mark that is none": WHOLE.replace(b"\r  9", b"\rx 9", 1),
}


@pytest.mark.parametrize("data", LIES.values(), ids=LIES)
def test_a_header_that_lies_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        dbf.read(data)
    assert {one.code for one in refused.value.problems} == {"dbf"}


@given(st.binary(max_size=400))
def test_no_bytes_at_all_do_anything_but_be_refused(tail: bytes) -> None:
    for data in (tail, WHOLE[:32] + tail, WHOLE[: len(WHOLE) - 14] + tail):
        try:
            found = dbf.read(data)
        except Refused:
            continue
        assert len(found) <= 2


KINDS = {
    "C": st.text(st.characters(codec="latin-1", exclude_characters="\0 "), max_size=9),
    "N": st.integers(-9999, 99999).map(str) | st.just(""),
    "D": st.dates().map(lambda day: f"{day:%Y%m%d}".rjust(8, "0")) | st.just(""),
    "L": st.sampled_from(["T", "F", ""]),
}
WIDTHS = {"C": 9, "N": 6, "D": 8, "L": 1}


@given(st.data())
def test_any_table_that_is_written_reads_back(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from("CNDL"), min_size=1, max_size=6))
    rows = data.draw(st.lists(st.tuples(*(KINDS[kind] for kind in kinds)), max_size=8))
    deleted = data.draw(st.sets(st.integers(1, 8)))
    columns = [(f"F{at}", kind, WIDTHS[kind], 0) for at, kind in enumerate(kinds)]
    found = dbf.read(table(columns, rows, deleted=sorted(deleted)))
    kept = {number: row for number, row in enumerate(rows, start=1) if number not in deleted}
    for at, (name, *_) in enumerate(columns):
        assert found.cells(name).to_dict() == {number: row[at] for number, row in kept.items()}


def test_a_large_table_takes_the_memory_of_one_column(tmp_path: Path) -> None:
    columns = [*((f"F{at}", "C", 4, 0) for at in range(59)), ("CAUSA", "C", 4, 0)]
    count = 200_000
    path = tmp_path / "large.dbf"
    path.write_bytes(header(columns, count) + (b" " + b"I219" * 59 + b"X954") * count)
    tracemalloc.start()
    found = dbf.read(dbf.mapped(path))
    causes = found.raw("CAUSA")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(found), int((causes == b"X954").sum())) == (count, count)
    assert peak < 4 << 20 < path.stat().st_size / 10
