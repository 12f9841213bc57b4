import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from corridors.editions.rows import COLUMNS, Counts, compare, counted, frame_of, in_scope, merged, text_of
from corridors.model.tables import BY_NAME
from corridors.sources.batch import Part
from tests.unit.editions.making import GEODATA, TABLE, ports

PEOPLE = BY_NAME["mx_population_state_year"]


def people(rows: dict[tuple[str, str], int], source: str = "CONAPO_2023") -> pd.DataFrame:
    cells = [[year, state, str(count), "exact", "observed", source] for (year, state), count in rows.items()]
    return pd.DataFrame(cells, columns=list(PEOPLE.names), dtype=str)


YEARS = st.sampled_from(["2000", "2001", "2002"])
STATES = st.sampled_from(["01", "02", "26"])
ROWS = st.dictionaries(st.tuples(YEARS, STATES), st.integers(0, 9), max_size=9)


@given(present=ROWS, file=ROWS)
def test_after_a_file_its_scope_holds_the_file_and_all_else_is_as_it_was(
    present: dict[tuple[str, str], int], file: dict[tuple[str, str], int]
) -> None:
    scope = {"year": ("2001",)}
    file = {key: value for key, value in file.items() if key[0] == "2001"}
    before, part = people(present), Part(PEOPLE.name, people(file), scope)
    after = merged(part, before)
    said = {(r.year, r.state_code): int(str(r.population_mid_year)) for r in after.itertuples()}
    assert said == {**{key: value for key, value in present.items() if key[0] != "2001"}, **file}
    assert not after.duplicated(list(PEOPLE.key)).any()
    outside = ~in_scope(part, after)
    assert after[outside].to_numpy().tolist() == before[~in_scope(part, before)].to_numpy().tolist()


@given(present=ROWS, file=ROWS)
def test_what_a_comparison_says_is_what_changed(
    present: dict[tuple[str, str], int], file: dict[tuple[str, str], int]
) -> None:
    changes = compare(PEOPLE, people(present), people(file))
    assert tuple(changes.columns) == COLUMNS
    restated = {key for key in present.keys() & file.keys() if present[key] != file[key]}
    assert counted(changes) == Counts(
        len(file.keys() - present.keys()), len(present.keys() - file.keys()), len(restated)
    )
    assert counted(changes).any == (present != file)


def test_the_same_number_written_otherwise_keeps_its_text() -> None:
    frame = ports()
    file = frame.assign(lat=[f"{float(cell):.6f}" for cell in frame["lat"]])
    after = merged(Part(TABLE, file), frame)
    assert text_of(BY_NAME[TABLE], after) == (GEODATA / "facts" / f"{TABLE}.csv").read_bytes()


def test_another_citation_is_no_restatement() -> None:
    before = people({("2000", "01"): 5})
    changes = compare(PEOPLE, before, people({("2000", "01"): 5}, source="CONAPO_2028"))
    assert counted(changes) == Counts(relabelled=1)
    both = compare(PEOPLE, before, people({("2000", "01"): 6}, source="CONAPO_2028"))
    assert counted(both) == Counts(restated=1)


def test_editions_that_print_one_quantity_are_told_apart_by_their_whole_key() -> None:
    table = BY_NAME["trace_totals"]
    frame = frame_of(GEODATA, table)
    other = frame.copy()
    other.loc[0, "value"] = "17353"
    changes = compare(table, frame, other)
    assert set(changes["change"]) <= {"added", "removed", "restated"}
    assert {"17352", "17353"} <= set(changes["before"]) | set(changes["after"])


def test_a_table_that_is_not_there_has_no_rows() -> None:
    table = BY_NAME["population_mx_municipality"]
    assert frame_of(GEODATA, table).empty
    assert list(frame_of(GEODATA, table).columns) == list(table.names)
