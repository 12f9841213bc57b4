"""INEGI's records of deaths, written here in the publisher's layout: dBASE with capitals, and the CSV of 2024."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.build.series import grid
from corridors.build.series_mx import deaths
from corridors.model.tables import BY_NAME
from corridors.sources import inegi_deaths
from corridors.sources.batch import Batch
from corridors.sources.content import Content, Kind
from corridors.sources.problems import Refused
from tests.unit.sources.test_dbf import table

FIELDS = (
    ("ENT_REGIS", "C", 2, 0), ("MUN_REGIS", "C", 3, 0), ("ENT_RESID", "C", 2, 0), ("MUN_RESID", "C", 3, 0),
    ("ENT_OCURR", "C", 2, 0), ("MUN_OCURR", "C", 3, 0), ("CAUSA_DEF", "C", 4, 0), ("SEXO", "N", 1, 0),
    ("EDAD", "N", 4, 0), ("MES_OCURR", "N", 2, 0), ("ANIO_OCUR", "N", 4, 0), ("ANIO_REGIS", "N", 4, 0),
)  # fmt: skip
NAMES = tuple(field[0] for field in FIELDS)
ONE = {
    "ENT_REGIS": "08", "MUN_REGIS": "037", "ENT_RESID": "26", "MUN_RESID": "030", "ENT_OCURR": "08",
    "MUN_OCURR": "037", "CAUSA_DEF": "X954", "SEXO": "1", "EDAD": "4030", "MES_OCURR": "7", "ANIO_OCUR": "2023",
    "ANIO_REGIS": "2023",
}  # fmt: skip
Death = Mapping[str, str]


def death(**changes: str) -> Death:
    return {**ONE, **changes}


ILL = death(CAUSA_DEF="I219")
# Three by firearm, of which one in an earlier year; a blade, a means not specified; abroad; a place not known.
YEAR = [
    ILL, death(), death(CAUSA_DEF="X93"), death(ANIO_OCUR="2021", CAUSA_DEF="X95"), death(CAUSA_DEF="X99X"),
    death(CAUSA_DEF="Y09", ENT_OCURR="09", MUN_OCURR="015", ANIO_OCUR="9999"),
    death(CAUSA_DEF="X85", ENT_OCURR="34", MUN_OCURR="999"), death(CAUSA_DEF="Y091", ENT_OCURR="99", MUN_OCURR="999"),
    death(CAUSA_DEF="X84"), death(CAUSA_DEF="Y10"), death(CAUSA_DEF="X70"),
]  # fmt: skip


def as_dbf(rows: Sequence[Death]) -> bytes:
    return table(FIELDS, [[row[name] for name in NAMES] for row in rows])


def as_csv(rows: Sequence[Death]) -> bytes:
    lines = [",".join(name.lower() for name in NAMES), *(",".join(row[name] for name in NAMES) for row in rows)]
    return ("\r\n".join(lines) + "\r\n").encode()


WRITTEN = {"dbf": as_dbf, "csv": as_csv}


def content(data: bytes, kind: Kind, **hints: str) -> Content:
    return Content(Path("file"), data, kind, hashlib.sha256(data).hexdigest(), hints)


@pytest.fixture(scope="session")
def geodata(root: Path) -> Path:
    return root / "geodata"


Read = Callable[..., Batch]


@pytest.fixture(params=WRITTEN)
def read(request: pytest.FixtureRequest, geodata: Path) -> Read:
    """Reads deaths that were written as either kind of file."""
    kind: Kind = request.param

    def one(rows: Sequence[Death], **hints: str) -> Batch:
        return inegi_deaths.read(content(WRITTEN[kind](rows), kind, **hints), geodata)

    return one


def rows(batch: Batch, name: str) -> pd.DataFrame:
    (part,) = [part for part in batch.parts if part.table == name]
    assert tuple(part.frame) == BY_NAME[name].names
    return part.frame


def counted(frame: pd.DataFrame, **keys: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """(place, year of occurrence) -> homicides and homicides by firearm, of the rows with some keys."""
    for name, wanted in keys.items():
        frame = frame[frame[name] == wanted]
    place = "state_code" if "state_code" in frame else "municipality_code"
    found = frame[[place, "occurrence_year", "homicides", "firearm_homicides"]].itertuples(index=False)
    return {(code, year): (int(all_), int(guns)) for code, year, all_, guns in found}


def test_homicides_are_counted_by_place_and_year_of_each_kind(read: Read) -> None:
    batch = read(YEAR)
    assert dict(batch.totals) == {"homicides": 7, "firearm_homicides": 3, "deaths": 11}
    assert (batch.source, batch.partition) == ("INEGI_EDR_RECORDS", "year=2023")
    states = rows(batch, "mx_deaths_state_year")
    assert counted(states, basis="occurrence") == {
        ("08", "2023"): (3, 2), ("08", "2021"): (1, 1), ("09", ""): (1, 0), ("33", "2023"): (1, 0),
        ("99", "2023"): (1, 0),
    }  # fmt: skip
    assert counted(states, basis="residence") == {("26", "2023"): (5, 2), ("26", "2021"): (1, 1), ("26", ""): (1, 0)}
    assert counted(states, basis="registration") == {("08", "2023"): (5, 2), ("08", "2021"): (1, 1), ("08", ""): (1, 0)}
    assert counted(rows(batch, "mx_deaths_municipality_year")) == {
        ("08037", "2023"): (3, 2), ("08037", "2021"): (1, 1), ("09015", ""): (1, 0), ("34999", "2023"): (1, 0),
        ("99999", "2023"): (1, 0),
    }  # fmt: skip


def test_no_record_and_nothing_of_a_person_is_kept(read: Read) -> None:
    batch = read([death(SEXO="2", EDAD="4017"), *YEAR])
    kept = {name for part in batch.parts for name in part.frame}
    assert not kept & {"sex", "age", "cause", "month", "SEXO", "EDAD"}
    assert not any((part.frame == "4017").to_numpy().any() for part in batch.parts)


def test_what_was_registered_later_than_it_happened_is_told(read: Read) -> None:
    (note,) = read(YEAR).warnings
    assert note.values == {"count": 1, "total": 7, "year": 2023, "unknown": 1}
    later = read([*YEAR, death(ANIO_OCUR="2024")]).warnings
    assert [note.code for note in later] == ["deaths_earlier", "deaths_later"]
    assert "2023" in later[1].words("es")


def test_the_card_covers_the_years_that_were_imported(read: Read, geodata: Path) -> None:
    (card,) = read(YEAR).cards
    assert (card.id, card.coverage, card.sha256) == ("INEGI_EDR_RECORDS", "2023", "")


NINTH = [
    death(CAUSA_DEF=cause, ANIO_OCUR=happened, ANIO_REGIS="94")
    for cause, happened in (
        ("9650", "94"), ("9654", "93"), ("9659", "94"), ("961X", "99"), ("9689", "94"), ("9600", "0"), ("4275", "94"),
        ("970X", "94"), ("9554", "94"),
    )
]  # fmt: skip


def test_the_ninth_revision_and_years_of_two_digits(read: Read) -> None:
    batch = read(NINTH)
    assert dict(batch.totals) == {"homicides": 6, "firearm_homicides": 2, "deaths": 9}
    assert batch.partition == "year=1994"
    states = rows(batch, "mx_deaths_state_year")
    assert counted(states, basis="occurrence") == {("08", "1994"): (3, 1), ("08", "1993"): (1, 1), ("08", ""): (2, 0)}


def without(rows: Sequence[Death], column: str) -> bytes:
    names = [name for name in NAMES if name != column]
    lines = [",".join(names), *(",".join(row[name] for name in names) for row in rows)]
    return "\n".join(lines).encode()


def test_a_file_without_the_year_of_registration_needs_to_be_told(geodata: Path) -> None:
    data = without(YEAR, "ANIO_REGIS")
    with pytest.raises(Refused) as refused:
        inegi_deaths.read(content(data, "csv"), geodata)
    assert [one.code for one in refused.value.problems] == ["year_unknown"]
    assert inegi_deaths.read(content(data, "csv", year="2023"), geodata).partition == "year=2023"


@pytest.mark.parametrize(
    ("wrong", "code", "column"),
    [
        ({"ENT_OCURR": "36"}, "area_code", "ENT_OCURR"), ({"ENT_RESID": "xx"}, "number", "ENT_RESID"),
        ({"MUN_OCURR": ""}, "number", "MUN_OCURR"), ({"ANIO_REGIS": "2022"}, "one_year", "ANIO_REGIS"),
        ({"CAUSA_DEF": "9650"}, "deaths_causes", "CAUSA_DEF"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_column(read: Read, wrong: Death, code: str, column: str) -> None:
    with pytest.raises(Refused) as refused:
        read([ILL, death(), death(**wrong)])
    assert code in {one.code for one in refused.value.problems}
    assert all(one.column.upper() == column for one in refused.value.problems)
    assert all(one.row in (0, 3, 4) for one in refused.value.problems)  # the record, or the line below the header


def test_a_wrong_cell_of_a_death_that_is_no_homicide_is_nobody_s_business(read: Read) -> None:
    assert read([death(), death(CAUSA_DEF="I219", ENT_OCURR="77")]).totals["homicides"] == 1


def test_a_file_without_a_homicide_is_another_file(read: Read) -> None:
    with pytest.raises(Refused, match="homicides among them"):
        read([ILL, ILL])


def test_a_year_that_was_given_and_is_another_is_refused(read: Read) -> None:
    with pytest.raises(Refused) as refused:
        read(YEAR, year="2022")
    assert [one.code for one in refused.value.problems] == ["year_said"]


def test_it_knows_its_own_in_both_forms_and_nothing_else() -> None:
    assert inegi_deaths.recognise(content(as_dbf(YEAR), "dbf"))
    assert inegi_deaths.recognise(content(as_csv(YEAR), "csv"))
    assert inegi_deaths.recognise(content(without(YEAR, "ENT_RESID"), "csv")) == ()
    for data in (b"", b"\x03", as_dbf(YEAR)[:40], table((("ENT", "C", 2, 0),), [("01",)])):
        assert inegi_deaths.recognise(content(data or b"x", "dbf")) == ()
        assert inegi_deaths.recognise(content(data, "csv")) == ()


def test_a_table_without_a_column_is_refused(geodata: Path) -> None:
    fields = [field for field in FIELDS if field[0] != "ANIO_OCUR"]
    data = table(fields, [[row[field[0]] for field in fields] for row in YEAR])
    with pytest.raises(Refused, match="ANIO_OCUR"):
        inegi_deaths.read(content(data, "dbf"), geodata)


CAUSES = st.sampled_from(["X93", "X95", "X954", "X85", "Y09", "Y099", "I219", "W34"])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(CAUSES, st.integers(1, 32), st.sampled_from(["2022", "2023", "9999"])), max_size=30))
def test_both_forms_of_the_same_deaths_give_the_same_rows(geodata: Path, drawn: list[tuple[str, int, str]]) -> None:
    made = [death(), *(death(CAUSA_DEF=c, ENT_OCURR=f"{s:02d}", ANIO_OCUR=y) for c, s, y in drawn)]
    one, other = (inegi_deaths.read(content(write(made), kind), geodata) for kind, write in _kinds())
    for part, twin in zip(one.parts, other.parts, strict=True):
        pd.testing.assert_frame_equal(part.frame, twin.frame)
    for basis in inegi_deaths.BASES:
        frame = one.parts[1].frame
        assert frame.loc[frame["basis"] == basis, "homicides"].astype(int).sum() == one.totals["homicides"]
    guns = sum(row["CAUSA_DEF"][:3] in ("X93", "X95") for row in made)
    assert one.totals["firearm_homicides"] == guns


def _kinds() -> tuple[tuple[Kind, Callable[[Sequence[Death]], bytes]], ...]:
    return (("dbf", as_dbf), ("csv", as_csv))


def test_rates_go_by_place_of_occurrence_and_year_of_registration(read: Read) -> None:
    frame = rows(read(YEAR), "mx_deaths_state_year")
    numbers = frame.astype({"year": int, "homicides": int, "firearm_homicides": int})
    people = pd.DataFrame([(2023, "00", 900), (2023, "08", 100)], columns=["year", "state_code", "population_mid_year"])
    tables = {"mx_deaths_state_year": numbers, "mx_population_state_year": people}
    rate = grid(deaths("firearm_homicides")(tables), ["MX-08", "MX-09"])
    assert (rate["num"], rate["den"]) == ([[3, 0]], [[100, None]])
    # The country's total has those abroad and those whose place is not known.
    assert rate["national"] == {"num": [3], "den": [900]}
    share = grid(deaths("firearm_homicides", "homicides")(tables), ["MX-08"])
    assert (share["num"], share["den"], share["national"]) == ([[3]], [[4]], {"num": [3], "den": [7]})
