from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.build.districts import Facts, assign, read_facts, summary
from corridors.sources import sre_districts as sre
from tests.unit.sources.csv_files import JUNK, codes, content, refusal, taken, written

HEADER = ("consulate", "state", "county", "county_fips", "edition", "document")
DOCUMENT = ("2025-03-01", "Acuerdo de circunscripciones")
Row = list[str]


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


@pytest.fixture(scope="module")
def counties(geodata: Path) -> pd.DataFrame:
    columns = ["county_id_fips", "state_usps", "name", "centroid_lon", "centroid_lat"]
    path = geodata / "built" / "layers" / "us_counties_overview.parquet"
    return pd.DataFrame(pq.read_table(path, columns=columns).to_pandas())


def table(counties: pd.DataFrame, consulate: str = "houston", *states: str) -> list[Row]:
    """Every county of some states (all, when none is named) given to one consulate."""
    kept = counties[counties["state_usps"].isin(states)] if states else counties
    rows = kept[["state_usps", "name", "county_id_fips"]].itertuples(index=False, name=None)
    return [[consulate, state, name, fips, *DOCUMENT] for state, name, fips in rows]


def text(rows: list[Row]) -> str:
    return written(HEADER, rows)


def test_after_the_table_no_district_is_an_approximation(counties: pd.DataFrame, geodata: Path) -> None:
    facts = read_facts(geodata / "facts")
    before = assign(counties, facts)
    assert summary(before, facts.consulates)["approximate"].any()
    rows = [[consulate, *row[1:]] for consulate, row in zip(before["consulate_id"], table(counties), strict=True)]
    found = sre.read(content(text(rows)), geodata)
    after = assign(counties, Facts(facts.consulates, found.parts[0].frame))
    assert after[["county_id_fips", "consulate_id"]].equals(before[["county_id_fips", "consulate_id"]])
    assert set(after["quality"]) == {"sourced_explicit"}
    assert not summary(after, facts.consulates)["approximate"].any()
    assert found.warnings == ()
    assert found.totals == {"counties": 3142, "consulates": 52}
    card = found.cards[0]
    assert (card.id, card.document, card.published) == ("SRE_DISTRICTS", DOCUMENT[1], DOCUMENT[0])


def test_a_table_of_some_states_leaves_the_others_as_they_are(counties: pd.DataFrame, geodata: Path) -> None:
    found = sre.read(content(text(table(counties, "tucson", "AZ", "NM"))), geodata)
    assert found.parts[0].scope == {"state_usps": ("AZ", "NM")}
    said = {one.code: one.values for one in found.warnings}
    assert "TX" in str(said["sre_partial"]["states"])
    facts = read_facts(geodata / "facts")
    rest = facts.rules[~facts.rules["state_usps"].isin(["AZ", "NM"])]
    after = assign(counties, Facts(facts.consulates, pd.concat([rest, found.parts[0].frame])))
    inside = after["state_usps"].isin(["AZ", "NM"])
    assert set(after.loc[inside, "quality"]) == {"sourced_explicit"}
    assert after[~inside].equals(assign(counties, facts)[~inside])


def test_names_of_consulates_states_and_counties_are_read_as_people_write_them(
    counties: pd.DataFrame, geodata: Path
) -> None:
    plain = table(counties, "tucson", "AZ")
    rows = [["Consulado de México en Tucson", "Arizona", f"{row[2].upper()} COUNTY", "", *row[4:]] for row in plain]
    header = ("consulado", "estado", "condado", "condado_fips", "edicion", "documento")
    found, wanted = (sre.read(content(one), geodata).parts[0].frame for one in (written(header, rows), text(plain)))
    keys = ["consulate_id", "state_usps", "county_fips"]
    assert found[keys].equals(wanted[keys])


def test_a_name_that_a_county_and_a_city_share_needs_its_code(counties: pd.DataFrame, geodata: Path) -> None:
    rows = table(counties, "washington", "MD")
    sre.read(
        content(text([[*row[:2], f"{row[2]} city" if row[3] == "24510" else row[2], *row[3:]] for row in rows])),
        geodata,
    )
    blank = [[*row[:3], "" if row[2] == "Baltimore" else row[3], *row[4:]] for row in rows]
    assert codes(refusal(sre.read, text(blank), geodata)) == ["counties", "county", "county"]


def test_every_problem_is_listed_with_its_row(counties: pd.DataFrame, geodata: Path) -> None:
    rows = table(counties, "houston", "DE", "RI")
    rows[0][0], rows[1][2] = "atlantis", "Atlantis"
    rows.append(list(rows[2]))
    rows.append(["houston", "DE", "Somewhere", "99999", *DOCUMENT])
    rows = [row for row in rows if row[3] != "44001"]
    found = refusal(sre.read, text(rows), geodata)
    missing = [one for one in found.problems if one.code == "counties"]
    assert [one.values for one in missing] == [{"state": "RI", "count": 5, "missing": "Bristol (44001)"}]
    assert sorted(codes(found)) == ["consulate", "counties", "county", "county_name", "county_twice"]
    assert {one.code: one.row for one in found.problems}["county_twice"] == len(rows)


def test_one_table_is_one_document_with_a_date(counties: pd.DataFrame, geodata: Path) -> None:
    rows = table(counties, "houston", "DE")
    rows[1][4] = "March 2025"
    assert [(one.code, one.column) for one in refusal(sre.read, text(rows), geodata).problems] == [
        ("one_document", "edition")
    ]
    rows[1][4:] = [DOCUMENT[0], ""]
    assert codes(refusal(sre.read, text(rows), geodata)) == ["one_document"]


@pytest.mark.parametrize("data", ["", "consulate,city\nhouston,Houston\n", b"\x00"])
def test_other_files_are_not_recognised(data: bytes | str) -> None:
    assert sre.recognise(content(data)) == ()


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_each_county_is_with_the_consulate_that_the_table_names(
    data: st.DataObject, counties: pd.DataFrame, geodata: Path
) -> None:
    rows = table(counties, "", "AZ", "DE")
    offices = data.draw(
        st.lists(st.sampled_from(["tucson", "nogales", "phoenix"]), min_size=len(rows), max_size=len(rows))
    )
    order = data.draw(st.permutations([[office, *row[1:]] for office, row in zip(offices, rows, strict=True)]))
    frame = sre.read(content(text(list(order))), geodata).parts[0].frame
    assert dict(zip(frame["county_fips"], frame["consulate_id"], strict=True)) == {row[3]: row[0] for row in order}
    lost = refusal(sre.read, text(list(order)[1:]), geodata)
    assert order[0][3] in str(lost.problems[0].values["missing"])


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 2), column=st.integers(0, 5), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(
    at: int, column: int, cell: str, counties: pd.DataFrame, geodata: Path
) -> None:
    rows = table(counties, "houston", "DE")
    rows[at][column] = cell
    found = taken(sre.read, text(rows), geodata)
    assert found is None or len(found.parts[0].frame) == 3
