"""ATF's sourced-and-recovered workbooks: orientation, names, totals, slips, the year, and the real files."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.build.series_us import exported_count
from corridors.build.totals import domestic_matrix
from corridors.model.tables import BY_NAME
from corridors.sources import atf_sourced_recovered as importer
from corridors.sources.batch import Batch
from corridors.sources.problems import Refused
from tests.unit.sources.atf_files import CODES, STATES, Value, cells, content, packed, sourced, xlsx

NOTES = (
    "Includes Firearms Recovered and Traced between 1/1/2019 - 12/31/2019, or, if the recovery date was blank, the "
    "trace entry date was between 1/1/2019 - 12/31/2019. ",
    "Statistics are based on a query of the Firearms Tracing System (FTS) on March 3, 2020.",
)
CELLS: list[list[Value]] = [[(row * 7 + column * 3) % 11 for column in range(6)] for row in range(6)]
MATRICES = st.lists(st.lists(st.integers(0, 5_000), min_size=6, max_size=6), min_size=6, max_size=6)
NAMES = ("us_domestic_trace_od", "us_domestic_trace_od_totals", "us_domestic_trace_od_editions", "publisher_slips")


@pytest.fixture(scope="session")
def geodata(root: Path) -> Path:
    return root / "geodata"


def read(data: bytes, geodata: Path, **hints: str) -> Batch:
    return importer.read(content(data, hints=hints), geodata)


def part(batch: Batch, table: str) -> pd.DataFrame:
    return next(one.frame for one in batch.parts if one.table == table)


def problems(data: bytes, geodata: Path, **hints: str) -> list[tuple[str, int, str, str]]:
    with pytest.raises(Refused) as refused:
        read(data, geodata, **hints)
    return [(one.code, one.row, one.column, one.found) for one in refused.value.problems]


def tables(batch: Batch) -> dict[str, pd.DataFrame]:
    """The batch as the build has it: numbers as numbers."""
    found = {}
    for one in batch.parts:
        numeric = {column.name: "int64" for column in BY_NAME[one.table].columns if column.numeric}
        found[one.table] = one.frame.astype(numeric)
    return found


@settings(max_examples=20, deadline=None)
@given(cells=MATRICES)
def test_a_matrix_reads_the_same_whichever_way_it_was_printed(root: Path, cells: list[list[int]]) -> None:
    usual = read(xlsx(sourced(cells, notes=NOTES)), root / "geodata")
    turned = read(xlsx(sourced(cells, notes=NOTES, turned=True, total="TOTALS")), root / "geodata")
    assert part(usual, NAMES[0]).equals(part(turned, NAMES[0]))
    rows = part(usual, NAMES[0])[["source_state_code", "recovery_state_code", "firearms"]].to_numpy().tolist()
    assert rows == [[CODES[r], CODES[c], str(n)] for r, row in enumerate(cells) for c, n in enumerate(row) if n]
    totals = [sorted(part(batch, NAMES[1]).to_numpy().tolist()) for batch in (usual, turned)]
    assert totals[0] == totals[1]
    assert usual.totals == turned.totals == {"firearms": sum(map(sum, cells))}
    assert usual.warnings == turned.warnings == ()
    assert domestic_matrix(tables(usual)) == []


def test_the_footnotes_tell_year_query_and_edition(geodata: Path) -> None:
    batch = read(xlsx(sourced(CELLS, notes=NOTES), "SOURCE AND RECOVERY STATES"), geodata)
    assert (batch.source, batch.edition, batch.partition) == (
        "ATF_SR", "calendar year 2019, query of 2020-03-03", "year=2019",
    )  # fmt: skip
    assert batch.recognised_by == (
        "the banners 'Source State' and 'Recovery State' in the sheet SOURCE AND RECOVERY STATES",
        "the footnotes name 2019",
    )
    (row,) = part(batch, NAMES[2]).to_dict("records")
    assert (row["year"], row["fts_query_date"], row["note"]) == ("2019", "2020-03-03", "")
    assert {tuple(one.scope.items()) for one in batch.parts} == {(("year", ("2019",)),)}
    (card,) = batch.cards
    assert (card.coverage, card.published, card.sha256) == ("2010, 2011, 2013–2017, 2019", "2011–2020", "")


def test_a_turned_sheet_says_so_in_its_edition(geodata: Path) -> None:
    batch = read(xlsx(sourced(CELLS, notes=NOTES, turned=True)), geodata)
    assert "Recovery states are in the rows" in part(batch, NAMES[2])["note"].iloc[0]


@pytest.mark.parametrize(
    "words", ["January 1, 2019 – December 31, 2019", "Calendar Year 2019", "CY2019", "1/1/2019 through 12/31/2019"]
)
def test_titles_tell_the_year_in_other_words(words: str, geodata: Path) -> None:
    assert read(xlsx(sourced(CELLS, notes=[words])), geodata).partition == "year=2019"


def test_without_a_year_in_the_file_it_has_to_be_said(geodata: Path) -> None:
    data = xlsx(sourced(CELLS))
    assert problems(data, geodata) == [("year_unknown", 0, "", "")]
    assert problems(data, geodata, year="next") == [("year_unknown", 0, "", "next")]
    batch = read(data, geodata, year="2019")
    assert (batch.edition, batch.recognised_by[-1]) == ("calendar year 2019", "the year 2019 was given")
    assert part(batch, NAMES[2])["fts_query_date"].tolist() == ["not printed in the workbook"]


def test_the_year_that_is_said_may_not_contradict_the_file(geodata: Path) -> None:
    assert problems(xlsx(sourced(CELLS, notes=NOTES)), geodata, year="2018") == [("year_said", 0, "", "2019")]
    both = [NOTES[0], "January 1, 2018 - December 31, 2018"]
    assert problems(xlsx(sourced(CELLS, notes=both)), geodata) == [("one_year", 0, "", "2018, 2019")]


def test_a_file_without_footnotes_is_known_by_its_cells(geodata: Path) -> None:
    """The sheet of 2010 as we hold it, written again: only its cells can tell the year."""
    facts = pd.read_csv(geodata / "facts" / f"{NAMES[0]}.csv", dtype={"firearms": int}, keep_default_na=False)
    grid = facts[facts["year"] == 2010].pivot_table(
        index="source_state_code", columns="recovery_state_code", values="firearms", fill_value=0
    )
    names = pd.read_csv(geodata / "names/states.csv", dtype=str).query("country == 'US'").drop_duplicates("state_code")
    spelt = names.set_index("state_code")["name"].str.upper()
    rows = [[int(cell) for cell in row] for row in grid.to_numpy()]
    data = xlsx(sourced(rows, sources=list(spelt[grid.index]), recoveries=list(spelt[grid.columns])))
    batch = read(data, geodata)
    assert batch.partition == "year=2010"
    assert batch.recognised_by[-1] == "every cell is that of the same year in the present data"
    assert batch.cards == ()
    assert part(batch, NAMES[2])["fts_query_date"].tolist() == ["March 1, 2011"]
    assert problems(data, geodata, year="2018") == [("year_said", 0, "", "2010")]


def test_canada_is_kept_and_is_no_state(geodata: Path) -> None:
    """2012: one source more than places of recovery, and it is a country."""
    rows: list[list[Value]] = [*CELLS, [5, 0, 0, 2, 0, 0]]
    batch = read(xlsx(sourced(rows, sources=[*STATES, "CANADA"], turned=True)), geodata, year="2012")
    kept = part(batch, NAMES[0])
    assert kept.loc[kept["source_state_code"] == "XC", ["recovery_state_code", "firearms"]].to_numpy().tolist() == [
        ["AL", "5"], ["TX", "2"],
    ]  # fmt: skip
    assert [note.words("en") for note in batch.warnings] == [
        "CANADA is not a state: it is kept under the code XC and counted among no states."
    ]
    exported = exported_count(tables(batch)).num
    assert set(exported.index.get_level_values("place")) == {"US-AL", "US-DC", "US-TX", "US-WY"}
    assert "2012 is left out" not in batch.cards[0].caveat_en
    assert "Se omite 2012" not in batch.cards[0].caveat_es
    assert domestic_matrix(tables(batch)) == []


def test_slips_of_the_publisher_are_warnings_and_data(geodata: Path) -> None:
    sums = [sum(cell for cell in row if isinstance(cell, int)) for row in CELLS]
    data = xlsx(sourced(CELLS, notes=NOTES, printed={(0, 6): sums[0] - 3, (3, 6): sums[3] - 1, (6, 6): sum(sums) + 2}))
    batch = read(data, geodata)
    said = [(note.code, dict(note.values)) for note in batch.warnings]
    assert said == [
        ("slip_source", {"place": "AL", "found": sums[0], "printed": sums[0] - 3}),
        ("slip_source", {"place": "TX", "found": sums[3], "printed": sums[3] - 1}),
        ("slip_grand", {"place": "", "found": sum(sums), "printed": sum(sums) + 2}),
    ]
    assert all(note.words("es") for note in batch.warnings)
    assert batch.totals == {"firearms": sum(sums) + 2}
    assert batch.parts[-1].scope["of_table"] == ("us_domestic_trace_od_totals",)
    frames = tables(batch)
    assert domestic_matrix(frames) == []
    # A slip excuses its own numbers and no others.
    matrix = frames["us_domestic_trace_od"]
    frames["us_domestic_trace_od"] = matrix.assign(firearms=matrix["firearms"] + (matrix.index == 0))
    assert len(domestic_matrix(frames)) == 3
    del frames["publisher_slips"]
    assert len(domestic_matrix(frames)) == 4


def test_a_slip_in_a_place_of_recovery_is_found_too(geodata: Path) -> None:
    below = sum(row[2] for row in CELLS if isinstance(row[2], int))
    batch = read(xlsx(sourced(CELLS, notes=NOTES, printed={(6, 2): below + 1})), geodata)
    assert [(note.code, note.values["place"]) for note in batch.warnings] == [("slip_recovery", "GU")]


def test_every_wrong_cell_is_named_at_once(geodata: Path) -> None:
    wrong: dict[tuple[int, int], Value] = {
        (0, 0): None, (1, 2): -4, (2, 1): 1.5, (3, 3): "n/a", (4, 0): True, (6, 6): 1e12,
    }  # fmt: skip
    assert problems(xlsx(sourced(CELLS, notes=NOTES, printed=wrong)), geodata) == [
        ("empty", 3, "C", ""), ("negative", 4, "E", "-4.0"), ("whole", 5, "D", "1.5"), ("number", 6, "F", "n/a"),
        ("number", 7, "C", "True"), ("whole", 9, "I", "1000000000000.0"),
    ]  # fmt: skip


def test_unknown_and_repeated_states_are_named_with_the_cells(geodata: Path) -> None:
    sources = ["ALABAMA", "ATLANTIS", "GUAM", "TEXAS", "TEXAS", "WYOMING"]
    found = problems(xlsx(sourced(CELLS, sources=sources, notes=NOTES, printed={(0, 0): None})), geodata)
    assert found == [("state", 4, "B", "ATLANTIS"), ("duplicate", 7, "B", "TEXAS"), ("empty", 3, "C", "")]


def test_a_file_cut_off_before_its_totals_is_refused(geodata: Path) -> None:
    assert problems(xlsx(sourced(CELLS)[:-3]), geodata) == [("totals", 0, "", "")]
    assert problems(xlsx([row[:-1] if len(row) > 3 else row for row in sourced(CELLS)]), geodata) == [
        ("totals", 0, "", "")
    ]


def test_banners_without_a_table_are_refused(geodata: Path) -> None:
    assert problems(xlsx([["Recovery State"], ["Source State"], [None, "x"]]), geodata)[0][0] == "header"


def test_two_years_in_one_workbook_are_refused(geodata: Path) -> None:
    one = cells(sourced(CELLS, notes=NOTES))
    data = packed(("2018", one), ("2019", one))
    assert len(importer.recognise(content(data))) == 2
    with pytest.raises(Refused) as refused:
        read(data, geodata)
    assert [(one.code, one.sheet) for one in refused.value.problems] == [("one_sheet", "2019")]


@pytest.mark.parametrize(
    "data", [xlsx([["Recovery State"], ["x"]]), xlsx([]), b"PK\x03\x04 cut off", xlsx([["month", "state", "totals"]])]
)
def test_foreign_workbooks_are_not_recognised(data: bytes) -> None:
    assert importer.recognise(content(data)) == ()
    assert importer.recognise(content(b"month,state\n", "csv")) == ()


def test_the_real_files_give_the_shipped_rows(official: Path, geodata: Path) -> None:
    files = sorted((official / "atf").glob("*.xlsx"))
    assert len(files) == 7
    for file in files:
        batch = read(file.read_bytes(), geodata)
        assert (batch.warnings, batch.cards) == ((), ())
        for one in batch.parts:
            shipped = pd.read_csv(geodata / "facts" / f"{one.table}.csv", dtype=str, keep_default_na=False)
            shipped = shipped[shipped["year"].isin(one.scope["year"])]
            ours, theirs = one.frame.to_numpy().tolist(), shipped.to_numpy().tolist()
            # The file of 2013 spells one name with two spaces; its total was once left out.
            more = [row for row in ours if row not in theirs and row[:4] == ["2013", "source", "VI", "34"]]
            assert [row for row in ours if row not in more] == theirs, file.name


def test_the_real_2013_is_turned(official: Path, geodata: Path) -> None:
    batch = read((official / "atf/final_source_recovery_by_state-cy_2013.xlsx").read_bytes(), geodata)
    assert (batch.partition, batch.edition) == ("year=2013", "calendar year 2013, query of 2014-05-01")
    rows = part(batch, NAMES[0]).set_index(["source_state_code", "recovery_state_code"])["firearms"]
    assert rows["TX", "CA"] == "449"
