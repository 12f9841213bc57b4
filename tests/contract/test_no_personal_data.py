"""No name, serial number, licence number, address or trace of a single person is in anything that is built.

Values that stand nowhere else are planted in a list of licensees and in trace records, which go the whole way: door,
reader in its own process, plan, edition, cube. Then every byte of the state is searched, unpacked.
"""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from corridors import history
from corridors.editions.accept import accept
from corridors.editions.plan import plan
from corridors.sources import child
from corridors.sources.batch import Batch
from corridors.sources.personal import personal_values
from corridors.sources.problems import Refused
from tests.unit.sources import test_atf_ffl, test_records

LICENSEE = {
    "LIC_REGN": "9", "LIC_DIST": "86", "LIC_CNTY": "019", "LIC_TYPE": "01", "LIC_XPRDTE": "7F", "LIC_SEQN": "83719",
    "LICENSE_NAME": "QUILLFEATHERX, ZEBEDIAHX", "BUSINESS_NAME": "QUILLFEATHERX ARMSX",
    "PREMISE_STREET": "77123 NOWHEREX LANEX", "PREMISE_CITY": "NOTOWNX", "PREMISE_STATE": "AZ",
    "PREMISE_ZIP_CODE": "857319946", "MAIL_STREET": "PO BOX 77124X", "MAIL_CITY": "NOTOWNX", "MAIL_STATE": "AZ",
    "MAIL_ZIP_CODE": "857319947", "VOICE_PHONE": "5203317746",
}  # fmt: skip
RECORD = {
    "trace_id": "T77300417Q", "make": "Quillfeather Marque", "calibre": "9.77 quill", "importer": "Zebedee Imports",
    "dealer_city": "Nowheresville", "country_of_manufacture": "ZQ",
}  # fmt: skip
PLANTED = (
    "QUILLFEATHERX", "ZEBEDIAHX", "ARMSX", "NOWHEREX", "LANEX", "77123", "NOTOWNX", "77124X", "857319946", "857319947",
    "5203317746", "83719", "T77300417Q", "Quillfeather Marque", "9.77 quill", "Zebedee Imports", "Nowheresville",
)  # fmt: skip
HINTS = {**test_records.TERMS, "month": "2026-07"}
OURS = "place_id"  # our own key of a place (`US-48141`), not a serial number
# Public offices of a government, printed by itself; not the address of a person.
OFFICES = frozenset({("consulates", "address")})


def licensees() -> bytes:
    out = io.StringIO()
    assert tuple(LICENSEE) == test_atf_ffl.HEADER
    rows: Sequence[Sequence[object]] = [[*LICENSEE], [*LICENSEE.values()], *test_atf_ffl.ROWS]
    csv.writer(out, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def records(folder: Path) -> Path:
    return test_records.wrote(
        folder / "records.csv", [*test_records.sample(), *test_records.records(1, 9_999, **RECORD)]
    )


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A state folder into which both files were taken."""
    folder, state = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("state")
    (folder / "list.txt").write_bytes(licensees())
    for file in (folder / "list.txt", records(folder)):
        parent = history.current(state)
        data = history.root(root / "geodata", state, parent)
        outcome = child.parse(file, HINTS, data)
        assert isinstance(outcome, Batch), outcome
        accept(plan(outcome, data, parent, file.name), root / "geodata", state, "A. Analyst", lambda _: None)
    return state


def contents(path: Path) -> Iterator[bytes]:
    """A file's bytes, and what is packed in it."""
    data = path.read_bytes()
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    if data.startswith(b"PAR1"):
        table = pq.read_table(path)
        yield json.dumps(table.schema.names).encode()
        for column in table.columns:
            if not pa.types.is_nested(column.type):
                yield "\n".join(str(value) for value in pc.unique(column).to_pylist()).encode()


def test_what_was_planted_is_in_the_files_that_were_sent(tmp_path: Path) -> None:
    sent = licensees() + records(tmp_path).read_bytes()
    assert [value for value in PLANTED if value.encode() not in sent] == []


def test_nothing_that_was_planted_is_in_any_file_of_the_state(state: Path) -> None:
    files = [path for path in state.rglob("*") if path.is_file()]
    assert len([path for path in files if "built" in path.parts]) > 50
    wanted = re.compile("|".join(map(re.escape, PLANTED)).encode(), re.IGNORECASE)
    found = {(str(path.relative_to(state)), hit[0]) for path in files for part in contents(path)
             if (hit := wanted.search(part)) and not by_chance(hit, part)}  # fmt: skip
    assert found == set()
    assert any(re.search(rb"ffl_county_month", str(path).encode()) for path in files)
    assert any(re.search(rb"trace_records", str(path).encode()) for path in files)


def by_chance(hit: re.Match[bytes], part: bytes) -> bool:
    """A run of digits inside a longer number (a coordinate, a digest) is not the number that was planted."""
    around = part[max(0, hit.start() - 1) : hit.end() + 1]
    return hit[0].isdigit() and bool(re.search(rb"[0-9a-f.]" + hit[0] + rb"|" + hit[0] + rb"[0-9a-f]", around))


@pytest.mark.parametrize("column", ["serial_number", "purchaser_name", "dealer_name", "Número de serie", "Domicilio"])
def test_records_with_a_column_about_persons_are_refused_and_nothing_is_kept(
    tmp_path: Path, root: Path, column: str
) -> None:
    fields = (*test_records.FIELDS, column)
    rows = [{**row, column: "QUILLFEATHERX"} for row in test_records.sample()]
    outcome = child.parse(test_records.wrote(tmp_path / "r.csv", rows, fields), HINTS, root / "geodata")
    assert isinstance(outcome, Refused)
    assert column in {problem.column for problem in outcome.problems if problem.code.startswith("personal_")}
    assert "QUILLFEATHERX" not in str(outcome)


def test_no_cell_of_what_ships_looks_like_a_person(root: Path) -> None:
    found = []
    for path in sorted((root / "geodata" / "facts").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader)
            columns = list(zip(*reader, strict=True))
        for name, cells in zip(header, columns, strict=False):
            if (path.stem, name) not in OFFICES and (what := personal_values(cells)):
                found.append((path.stem, name, what))
    assert found == []


def test_no_cell_of_what_is_built_looks_like_a_person(root: Path) -> None:
    found = []
    for path in sorted((root / "geodata" / "built").rglob("*.parquet")):
        table = pq.read_table(path)
        for name, column in zip(table.schema.names, table.columns, strict=True):
            if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
                cells = [cell for cell in pc.unique(column).to_pylist() if cell]
                if name != OURS and (path.stem, name) not in OFFICES and (what := personal_values(cells)):
                    found.append((path.stem, name, what))
    assert found == []
