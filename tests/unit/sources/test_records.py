"""Trace records through the importer: what is counted, what is hidden, and everything that is refused."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.model.tables import BY_NAME
from corridors.sources import etrace_records
from corridors.sources.batch import Batch
from corridors.sources.content import Content
from corridors.sources.door import open_file
from corridors.sources.problems import Refused
from tools.serving import ROOT

GEODATA = ROOT / "geodata"
TERMS = {"authority": "A prosecutor's office", "purpose": "a test", "audience": "two analysts"}
FIELDS = (
    "trace_id", "recovery_date", "recovery_country", "recovery_state", "recovery_municipality", "make", "type",
    "calibre", "country_of_manufacture", "importer", "dealer_city", "dealer_county", "dealer_state", "purchase_date",
    "time_to_crime_days", "trace_outcome",
)  # fmt: skip
ONE = {
    "recovery_date": "2022-05-17", "recovery_country": "MX", "recovery_state": "26", "recovery_municipality": "26030",
    "make": "Make A", "type": "pistol", "calibre": "9 mm", "country_of_manufacture": "US", "importer": "",
    "dealer_city": "El Paso", "dealer_county": "48141", "dealer_state": "TX", "purchase_date": "2020-05-17",
    "time_to_crime_days": "730", "trace_outcome": "purchaser identified",
}  # fmt: skip
Row = dict[str, str]


def records(count: int, start: int = 0, **changes: str) -> list[Row]:
    return [{"trace_id": f"T{start + at:08}"} | ONE | changes for at in range(count)]


def wrote(path: Path, rows: list[Row], fields: tuple[str, ...] = FIELDS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def content(path: Path, **hints: str) -> Content:
    return open_file(path, TERMS | hints)


def batch(path: Path) -> Batch:
    opened = content(path)
    assert etrace_records.recognise(opened)
    return etrace_records.read(opened, GEODATA)


def table(found: Batch, name: str) -> pd.DataFrame:
    return next(part.frame for part in found.parts if part.table == f"trace_records_{name}")


def cell(found: Batch, name: str, **where: str) -> tuple[str, str]:
    frame = table(found, name)
    for column, value in where.items():
        frame = frame[frame[column] == value]
    [(firearms, status)] = frame[["firearms", "status"]].itertuples(index=False, name=None)
    return firearms, status


def refused(path: Path, **hints: str) -> list[tuple[str, int, str]]:
    with pytest.raises(Refused) as caught:
        etrace_records.read(content(path, **hints), GEODATA)
    for one in caught.value.problems:
        assert one.line("en")
        assert one.line("es")
    return [(one.code, one.row, one.column) for one in caught.value.problems]


def sample() -> list[Row]:
    return [
        *records(40),
        *records(30, 100, dealer_state="AZ", dealer_county="04013", type="rifle", time_to_crime_days="1095"),
        *records(20, 200, recovery_state="08", recovery_municipality="08037"),
        *records(25, 300, dealer_state="AZ", dealer_county="04019", recovery_state="08", recovery_municipality=""),
        *records(15, 400, dealer_state="", dealer_county="", trace_outcome="undetermined", time_to_crime_days=""),
        *records(12, 500, recovery_date="2023-01-31"),
    ]


def test_firearms_are_counted_by_period_places_type_and_time_to_crime(tmp_path: Path) -> None:
    found = batch(wrote(tmp_path / "r.csv", sample()))
    assert found.totals == {"firearms": 142}
    assert found.source == "ETRACE_RECORDS"
    assert cell(found, "pairs", year="2022", us_state_code="US", mx_state_code="00") == ("130", "value")
    assert cell(found, "pairs", year="2022", us_state_code="TX", mx_state_code="26") == ("40", "value")
    assert cell(found, "pairs", year="2022", us_state_code="AZ", mx_state_code="00") == ("55", "value")
    assert cell(found, "pairs", year="2022", us_state_code="", mx_state_code="26") == ("15", "value")
    assert cell(found, "pairs", year="2022", us_state_code="CA", mx_state_code="26") == ("0", "zero")
    assert cell(found, "counties", year="2022", county_id_fips="04013") == ("30", "value")
    assert cell(found, "municipalities", year="2022", municipality_code="08999") == ("25", "value")
    assert cell(found, "types", year="2022", type="rifle") == ("30", "value")
    assert cell(found, "time_to_crime", year="2022", time_to_crime="2_to_3_years") == ("85", "value")
    assert cell(found, "time_to_crime", year="2022", time_to_crime="3_years_or_more") == ("30", "value")
    assert cell(found, "time_to_crime", year="2022", time_to_crime="unknown") == ("15", "value")


def test_every_frame_has_the_columns_of_its_table_as_text(tmp_path: Path) -> None:
    for part in batch(wrote(tmp_path / "r.csv", sample())).parts:
        assert tuple(part.frame.columns) == BY_NAME[part.table].names
        assert part.frame.map(lambda value: isinstance(value, str)).all(axis=None)
        assert not part.frame.duplicated(list(BY_NAME[part.table].key)).any()


def test_a_count_under_ten_takes_others_with_it_in_every_table(tmp_path: Path) -> None:
    rows = [*sample(), *records(3, 900, type="shotgun", dealer_county="48113")]
    found = batch(wrote(tmp_path / "r.csv", rows))
    assert cell(found, "types", year="2022", type="shotgun") == ("", "suppressed")
    assert cell(found, "counties", year="2022", county_id_fips="48113") == ("", "suppressed")
    assert cell(found, "counties", year="2022", county_id_fips="48141") == ("", "suppressed")
    for part in found.parts[1:]:
        shown = part.frame.loc[part.frame["firearms"] != "", "firearms"].astype(int)
        assert not shown.between(1, 9).any()
        assert (part.frame["status"].eq("suppressed") == part.frame["firearms"].eq("")).all()


def test_terms_are_kept_with_the_edition(tmp_path: Path) -> None:
    found = batch(wrote(tmp_path / "r.csv", sample()))
    [kept] = table(found, "terms").to_dict("records")
    assert {name: kept[name] for name in TERMS} == TERMS
    assert kept["synthetic"] == "no"
    for said in TERMS.values():
        assert said in found.cards[0].caveat_en
        assert said in found.cards[0].caveat_es


@pytest.mark.parametrize("missing", TERMS)
def test_records_are_refused_without_authority_purpose_and_audience(tmp_path: Path, missing: str) -> None:
    path = wrote(tmp_path / "r.csv", sample())
    assert refused(path, **{missing: " "}) == [("records_terms", 0, missing)]


def test_parquet_folders_and_csv_give_the_same_counts(tmp_path: Path) -> None:
    plain = wrote(tmp_path / "r.csv", sample())
    kinds = {"recovery_date": pa.date32(), "purchase_date": pa.date32(), "time_to_crime_days": pa.float64()}
    options = pacsv.ConvertOptions(column_types=dict.fromkeys(FIELDS, pa.string()) | kinds, strings_can_be_null=True)
    read = pacsv.read_csv(plain, convert_options=options)
    pq.write_table(read, tmp_path / "r.parquet")
    for at, state in enumerate(("26", "08")):
        part = read.filter(pa.compute.equal(read["recovery_state"], state)).drop_columns(["recovery_state"])
        folder = tmp_path / "parts" / f"recovery_state={state}"
        folder.mkdir(parents=True)
        pq.write_table(part, folder / f"{at}.parquet")
    half = wrote(tmp_path / "csv" / "year=2022" / "a.csv", sample()[:130])
    wrote(tmp_path / "csv" / "year=2023" / "b.csv", sample()[130:])
    assert half.is_file()
    wanted = batch(plain)
    for other in ("r.parquet", "parts", "csv"):
        found = batch(tmp_path / other)
        for part, mine in zip(found.parts, wanted.parts, strict=True):
            pd.testing.assert_frame_equal(part.frame, mine.frame)


BAD: list[tuple[Row, str, str]] = [
    ({"recovery_date": "2024-13-45"}, "records_date", "recovery_date"),
    ({"recovery_date": "17/05/2022"}, "records_date", "recovery_date"),
    ({"recovery_date": "infinity"}, "records_date", "recovery_date"),
    ({"recovery_date": "2150-01-01"}, "records_future", "recovery_date"),
    ({"purchase_date": "1492-10-12"}, "records_future", "purchase_date"),
    ({"time_to_crime_days": "-5"}, "negative", "time_to_crime_days"),
    ({"time_to_crime_days": "12.5"}, "records_days", "time_to_crime_days"),
    ({"time_to_crime_days": "inf"}, "records_days", "time_to_crime_days"),
    ({"time_to_crime_days": "99999999"}, "records_days", "time_to_crime_days"),
    ({"dealer_state": "ZZ"}, "records_dealer_state", "dealer_state"),
    ({"dealer_state": "tx"}, "records_dealer_state", "dealer_state"),
    ({"dealer_county": "8141"}, "records_dealer_county", "dealer_county"),
    ({"dealer_county": "04013"}, "records_county", "dealer_county"),
    ({"recovery_state": "33"}, "state", "recovery_state"),
    ({"recovery_state": "2"}, "state", "recovery_state"),
    ({"recovery_municipality": "08037"}, "records_municipality", "recovery_municipality"),
    ({"recovery_country": "Mexico"}, "records_recovery_country", "recovery_country"),
    ({"type": "cannon"}, "records_type", "type"),
    ({"trace_outcome": "lost"}, "records_trace_outcome", "trace_outcome"),
    ({"trace_id": "T00000003"}, "duplicate", "trace_id"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "column"), BAD)
def test_a_bad_value_is_refused_with_its_row(tmp_path: Path, change: Row, code: str, column: str) -> None:
    rows = sample()
    rows[20] = rows[20] | change
    assert refused(wrote(tmp_path / "r.csv", rows)) == [(code, 22, column)]


def test_every_bad_value_is_listed_at_once(tmp_path: Path) -> None:
    rows = sample()
    for at, (change, _, _) in enumerate(BAD[:12]):
        rows[at] = rows[at] | change
    codes = {code for code, _, _ in refused(wrote(tmp_path / "r.csv", rows))}
    assert codes == {code for _, code, _ in BAD[:12]}


def test_parquet_says_the_row_too(tmp_path: Path) -> None:
    rows = sample()
    rows[5] = rows[5] | {"dealer_state": "ZZ"}
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "r.parquet")
    assert refused(tmp_path / "r.parquet") == [("records_dealer_state", 6, "dealer_state")]


@pytest.mark.parametrize(
    ("column", "code"),
    [("purchaser_name", "personal_name"), ("serial_number", "personal_serial"), ("dealer_name", "personal_dealer"),
     ("ffl_number", "personal_licence"), ("street_address", "personal_address"), ("notes", "records_column")],
)  # fmt: skip
def test_a_personal_or_unknown_column_is_refused_by_its_name(tmp_path: Path, column: str, code: str) -> None:
    rows = [row | {column: "x"} for row in sample()]
    assert refused(wrote(tmp_path / "r.csv", rows, (*FIELDS, column))) == [(code, 0, column)]


PERSONAL = [
    ("importer", "9-99-123-07-8K-12345", "personal_licence"),
    ("make", "GOMC900514HSRMRR07", "personal_identity"),
    ("make", "123-45-6789", "personal_identity"),
    ("dealer_city", "seller@example.org", "personal_contact"),
    ("dealer_city", "1200 North Mesa Street", "personal_address"),
    ("trace_id", "123-45-6789", "personal_identity"),
    ("trace_id", "John Smith", "records_id"),
]


@pytest.mark.parametrize(("column", "value", "code"), PERSONAL)
def test_one_personal_value_anywhere_is_enough_and_is_never_quoted(
    tmp_path: Path, column: str, value: str, code: str
) -> None:
    rows = sample()
    rows[-1] = rows[-1] | {column: value}
    path = wrote(tmp_path / "r.csv", rows)
    assert refused(path) == [(code, 0, column)]
    with pytest.raises(Refused) as caught:
        etrace_records.read(content(path), GEODATA)
    assert value not in "".join(one.line("en") + repr(one.document()) for one in caught.value.problems)


def test_serial_numbers_in_a_column_of_words_are_refused(tmp_path: Path) -> None:
    rows = [row | {"importer": f"AB{at:06}"} for at, row in enumerate(sample())]
    assert refused(wrote(tmp_path / "r.csv", rows)) == [("personal_serial", 0, "importer")]


def test_nothing_of_a_single_record_is_in_what_comes_out(tmp_path: Path) -> None:
    rows = [*sample(), *records(30, 2000, make="Unmistakable", dealer_city="Nowheretown", importer="Someone Inc")]
    found = batch(wrote(tmp_path / "r.csv", rows))
    said = repr([part.frame.to_dict("records") for part in found.parts]) + repr(found.cards) + found.edition
    for value in ("T0000", "Unmistakable", "Nowheretown", "Someone", "2022-05-17"):
        assert value not in said


def mended(path: Path, change: Callable[[str], str]) -> Path:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return path


LAYOUT: list[tuple[Callable[[str], str], str]] = [
    (lambda text: text.replace("dealer_state", "state_of_dealer", 1), "records_column"),
    (lambda text: text.replace("make,", "type,", 1), "header_twice"),
    (lambda text: text + "too,few,cells\n", "csv"),
    (lambda text: text.splitlines()[0] + "\n", "records_few"),
]


@pytest.mark.parametrize(("change", "code"), LAYOUT)
def test_another_layout_is_refused(tmp_path: Path, change: Callable[[str], str], code: str) -> None:
    path = mended(wrote(tmp_path / "r.csv", sample()), change)
    assert code in [one for one, _, _ in refused(path)]


def test_a_column_of_codes_that_holds_numbers_is_refused(tmp_path: Path) -> None:
    frame = pd.DataFrame(sample()).assign(dealer_county=48141)
    frame.to_parquet(tmp_path / "r.parquet")
    assert refused(tmp_path / "r.parquet") == [("records_text", 0, "dealer_county")]


def test_files_of_a_folder_must_be_alike(tmp_path: Path) -> None:
    wrote(tmp_path / "mixed" / "a.csv", sample())
    pq.write_table(pa.Table.from_pylist(sample()), tmp_path / "mixed" / "b.parquet")
    assert refused(tmp_path / "mixed") == [("records_mixed", 0, "")]
    wrote(tmp_path / "other" / "a.csv", sample())
    wrote(tmp_path / "other" / "b.csv", sample(), FIELDS[::-1])
    assert [code for code, _, _ in refused(tmp_path / "other")] == ["records_header"]


def test_fewer_than_ten_guns_are_refused_and_recoveries_elsewhere_left_out(tmp_path: Path) -> None:
    few = wrote(tmp_path / "few.csv", [*records(9), *records(50, 100, recovery_country="GT", recovery_state="")])
    assert refused(few) == [("records_few", 0, "")]
    enough = batch(wrote(tmp_path / "r.csv", [*records(12), *records(50, 100, recovery_country="GT")]))
    assert enough.totals == {"firearms": 12}
    assert [note.code for note in enough.warnings] == ["records_elsewhere"]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "month,state,permit\n2020-01,Texas,3\n"])
def test_other_files_are_not_taken_for_records(tmp_path: Path, text: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(text)
    assert etrace_records.recognise(Content(path, text.encode(), "csv", "")) == ()
    assert etrace_records.recognise(Content(path, b"PAR1PAR1", "parquet", "")) == ()


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_any_cell_gives_counts_or_one_refusal(tmp_path_factory: pytest.TempPathFactory, data: Any) -> None:
    """Whatever stands in one cell, nothing but Refused comes out."""
    rows = sample()
    column = data.draw(st.sampled_from(FIELDS))
    rows[7] = rows[7] | {column: data.draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12))}
    path = wrote(tmp_path_factory.mktemp("any") / "r.csv", rows)
    try:
        total = etrace_records.read(content(path), GEODATA).totals["firearms"]
    except Refused as error:
        total = -len(error.problems)
    assert total != 0
    assert total <= len(rows)
