"""INEGI's cube exports, written in the publisher's layout: titles, quoted thousands, `=CONCATENAR` keys, FUENTE."""

import csv
import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.model.tables import BY_NAME
from corridors.sources import inegi_cube
from corridors.sources.batch import Batch
from corridors.sources.content import Content
from corridors.sources.inegi_cube_table import parse
from corridors.sources.problems import Refused

MONTHS = (
    "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre",
    "Diciembre",
)  # fmt: skip
OCCURRENCE = "homicides_inegi_by_occurrence_state"
REGISTRATION = "homicides_inegi_by_registration_state"
END = '\r\n\r\n"FUENTE: INEGI. Estadísticas de mortalidad."\r\n'
Row = tuple[str, str, Sequence[int]]  # key, name, the twelve months


@pytest.fixture(scope="session")
def geodata(root: Path) -> Path:
    return root / "geodata"


def state_names(geodata: Path) -> dict[str, str]:
    """The official name of each state: the first spelling of its code in the reviewed table."""
    table = pd.read_csv(geodata / "names/states.csv", dtype=str)
    table = table[table["country"] == "MX"].drop_duplicates("state_code")
    return dict(sorted(zip(table["state_code"], table["name"], strict=True)))


def key(code: str) -> str:
    return f"=CONCATENAR({code[0] if code < '10' else ' '},{code}) "


def shown(value: int) -> str:
    return f"{value:,}" if value else ""


def occurrence(geodata: Path, *, year: str = "2016") -> str:
    """Each state with one municipality that has as many deaths a month as the state's code; two happened abroad."""
    rows: list[Row] = []
    for code, name in state_names(geodata).items():
        months = [int(code)] * 12
        rows += [(key(code), name, months), (f" {code} 001 ", f"Cabecera de {name}", months)]
    abroad = [2, *[0] * 11]
    rows += [(key("33"), "Extranjero", abroad), (" 33 999 ", "Estados Unidos de Norteamérica", abroad)]
    country = [sum(row[2][month] for row in rows if row[0].startswith("=")) for month in range(12)]
    lines = [
        '"Defunciones por homicidios"', f'"Año de registro : {year}"', '"Ent y mun de registro : Total"', '""',
        '"Consulta de: Defunciones por homicidio \xa0 Por: Ent y mun de ocurrencia \xa0 Según: Mes de registro"',
        ",".join(f'"{cell}"' for cell in ("", "", "Total", *MONTHS, "")),
        *(
            ",".join(f'"{cell}"' for cell in (code, name, shown(sum(months)), *map(shown, months)))
            for code, name, months in [(" ", "Total", country), *rows]
        ),
    ]  # fmt: skip
    return "\r\n".join(lines) + END


def registration(geodata: Path, values: Mapping[int, int], month: str = "Total") -> str:
    """Years of registration: each state has the same number in a year."""
    names = list(state_names(geodata).values())
    lines = [
        '"Defunciones por homicidios"', f'"Mes de registro : {month}"', '""',
        '"Consulta de: Defunciones por homicidio \xa0 Por: Año de registro \xa0 Según: Ent y mun de registro"',
        ",".join(f'"{cell}"' for cell in ("", "Total", *names, "")),
        *(
            ",".join(f'"{cell}"' for cell in (str(year), shown(32 * value), *[shown(value)] * 32))
            for year, value in values.items()
        ),
    ]  # fmt: skip
    return "\n".join(lines) + END


def content(data: bytes) -> Content:
    return Content(Path("export.csv"), data, "csv", hashlib.sha256(data).hexdigest())


@pytest.fixture
def read(geodata: Path) -> Callable[..., Batch]:
    def one(text: str, encoding: str = "latin-1") -> Batch:
        return inegi_cube.read(content(text.encode(encoding)), geodata)

    return one


def rows(batch: Batch, table: str) -> pd.DataFrame:
    (part,) = [part for part in batch.parts if part.table == table]
    assert tuple(part.frame) == BY_NAME[table].names
    return part.frame


def value(frame: pd.DataFrame, column: str, **keys: str) -> str:
    found = frame
    for name, wanted in keys.items():
        found = found[found[name] == wanted]
    (cell,) = found[column]
    return str(cell)


def test_a_year_by_occurrence_fills_states_months_municipalities_and_new_names(
    read: Callable[..., Batch], geodata: Path
) -> None:
    batch = read(occurrence(geodata))
    country = sum(range(1, 33)) * 12 + 2
    assert (batch.source, batch.partition, dict(batch.totals)) == (
        "INEGI_EDR_OCC_9015", "year=2016", {OCCURRENCE: country},
    )  # fmt: skip
    assert batch.warnings == ()
    states = rows(batch, "mx_homicides_state_year")
    assert value(states, "value", state_code="00") == str(country)
    assert value(states, "value", state_code="33") == "2"
    assert set(states["year"]) == {"2016"}
    months = rows(batch, "mx_homicides_state_month_inegi_1990_2015")
    assert value(months, OCCURRENCE, state_code="09", month="12") == "9"
    assert value(months, OCCURRENCE, state_code="33", month="2") == "0"
    towns = rows(batch, "mx_homicides_municipality_year")
    assert value(towns, "homicides", municipality_code="32001") == str(32 * 12)
    assert value(towns, "homicides", municipality_code="33999") == "2"


def test_a_later_year_extends_the_card_and_a_year_that_ships_leaves_it(
    read: Callable[..., Batch], geodata: Path
) -> None:
    (card,) = read(occurrence(geodata, year="2016")).cards
    assert (card.id, card.coverage, card.published) == ("INEGI_EDR_OCC_9015", "1990–2016", "")
    assert "2015 was current" not in card.caveat_en
    assert read(occurrence(geodata, year="2018")).cards[0].coverage == "1990–2015, 2018"
    assert read(occurrence(geodata, year="1990")).cards == ()


def test_only_a_municipality_that_has_no_name_yet_brings_one(read: Callable[..., Batch], geodata: Path) -> None:
    text = occurrence(geodata).replace('"Cabecera de Zacatecas"', '"Otro nombre"').replace('" 31 001 "', '" 31 999 "')
    new = rows(read(text.replace('" 30 001 "', '" 30 213 "')), "mx_municipality_names")
    known = set(shipped(geodata, "mx_municipality_names")["municipality_code"])
    assert {"32001", "31999"} <= known
    assert value(new, "municipality_name", municipality_code="30213") == "Cabecera de Veracruz de Ignacio de la Llave"
    assert not known & set(new["municipality_code"])


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-8-sig", "utf-16", "mac_roman", "cp850"])
def test_the_same_rows_come_out_of_any_encoding(read: Callable[..., Batch], geodata: Path, encoding: str) -> None:
    text = occurrence(geodata)
    wanted, found = read(text), read(text, encoding)
    for one, other in zip(wanted.parts, found.parts, strict=True):
        pd.testing.assert_frame_equal(one.frame, other.frame)
    mended = [note.code for note in found.warnings]
    assert mended == (["mended"] if encoding in ("mac_roman", "cp850") else [])


def test_letters_that_went_through_a_wrong_encoding_are_mended_and_lost_ones_refused(
    read: Callable[..., Batch], geodata: Path
) -> None:
    text = occurrence(geodata).replace("\xa0", " ")
    (note,) = read(text.encode("utf-8").decode("latin-1"), "utf-8").warnings
    assert "UTF-8" in note.words("en")
    with pytest.raises(Refused) as refused:
        read(text.encode("ascii", "replace").decode(), "utf-8")
    assert {one.code for one in refused.value.problems} == {"encoding"}


def test_a_slip_of_arithmetic_is_a_warning_and_the_printed_figures_stay(
    read: Callable[..., Batch], geodata: Path
) -> None:
    text = occurrence(geodata).replace('"Zacatecas","384","32"', '"Zacatecas","385","33"')
    batch = read(text)
    (note,) = batch.warnings
    # The state's municipality has 32 in January, and the country's row counts 32 as well.
    assert note.code == "sums"
    assert note.values["count"] == 4
    assert value(rows(batch, "mx_homicides_state_year"), "value", state_code="32") == "385"


BAD = {
    "a cell that is no count": ('"384","32"', '"384","3.2"', {("number", "Enero")}),
    "a negative": ('"384","32"', '"384","-32"', {("number", "Enero")}),
    "thousands in pairs": ('"384","32"', '"384","3,2"', {("number", "Enero")}),
    "a name of another state": ('32) ","Zacatecas"', '32) ","Yucatán"', {("state", "")}),
    "a formula for a name": ('"Cabecera de Zacatecas"', '"=1+1"', {("formula", "")}),
    "a key that is none": ('"=CONCATENAR( ,32) "', '"=SUMA(1,32)"', {("cube_key", ""), ("states", "")}),
    "a municipality under another state": ('" 32 001 "', '" 31 002 "', {("cube_key", "")}),
    "a municipality of the country": (
        '"=CONCATENAR(0,01) "',
        '" 00 050 ","De nadie","1","1","","","","","","","","","","",""\r\n"=CONCATENAR(0,01) "',
        {("cube_key", "")},
    ),
    "a municipality twice": ('" 32 001 "', '" 31 001 "', {("cube_key", ""), ("duplicate", "")}),
    "a row too short": ('"Cabecera de Zacatecas",', "", {("ragged", "")}),
    "an end that is missing": ('"FUENTE: INEGI. Estadísticas de mortalidad."', "", {("cube_end", "")}),
    "another month": ('"Enero"', '"Enero-Marzo"', {("header", "")}),
    "a selection": ("registro : Total", "registro : Sonora", {("cube_selection", "Ent y mun de registro")}),
    "all years together": ("registro : 2016", "registro : Total", {("year", "Año de registro")}),
    "another query": ("Por: Ent y mun de ocurrencia", "Por: Sexo", {("cube_query", "")}),
    "no query": ("Consulta de: ", "", {("cube_query", "")}),
}


@pytest.mark.parametrize(("old", "new", "wanted"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_refused_with_its_place(
    read: Callable[..., Batch], geodata: Path, old: str, new: str, wanted: set[tuple[str, str]]
) -> None:
    text = occurrence(geodata)
    assert text.count(old) >= 1
    with pytest.raises(Refused) as refused:
        read(text.replace(old, new))
    assert {(one.code, one.column) for one in refused.value.problems} == wanted
    assert all(one.line("en") and one.line("es") for one in refused.value.problems)


def test_every_problem_is_listed_with_the_line_of_the_file(read: Callable[..., Batch], geodata: Path) -> None:
    text = occurrence(geodata).replace('"12","1","1"', '"12","x","1"').replace('"384","32"', '"384","y"')
    with pytest.raises(Refused) as refused:
        read(text)
    found = [(one.row, one.found) for one in refused.value.problems]
    lines = text.split("\r\n")
    assert found == [
        (at + 1, "x" if '"x"' in line else "y") for at, line in enumerate(lines) if '"x"' in line or '"y"' in line
    ]
    assert len(found) == 4


def test_years_of_registration_replace_their_series(read: Callable[..., Batch], geodata: Path) -> None:
    batch = read(registration(geodata, {2019: 1146, 2020: 1125}))
    frame = rows(batch, "mx_homicides_state_year")
    assert dict(batch.totals) == {REGISTRATION: 32 * (1146 + 1125)}
    assert batch.parts[0].scope == {"measure": (REGISTRATION,), "year": ("2019", "2020")}
    assert value(frame, "value", year="2020", state_code="15") == "1125"
    assert set(frame["note"]) == {"year and state of REGISTRATION"}
    (card,) = batch.cards
    assert card.coverage == "1990–2020"
    assert "36,476" not in card.caveat_en


def test_the_figure_that_ships_as_preliminary_keeps_its_note(read: Callable[..., Batch], geodata: Path) -> None:
    text = registration(geodata, {2019: 1139}).replace('"36,448"', '"36,476"')
    notes = set(rows(read(text), "mx_homicides_state_year")["note"])
    assert notes == {"year and state of REGISTRATION; 2019 preliminary (Sept 2020 release); final national 36,661"}


def test_one_month_of_every_year_has_a_table_of_its_own(read: Callable[..., Batch], geodata: Path) -> None:
    batch = read(registration(geodata, {2018: 3, 2019: 4}, month="Septiembre"))
    assert (batch.partition, batch.cards) == ("month=9", ())
    frame = rows(batch, "mx_homicides_state_month_inegi_registration")
    assert set(frame["month"]) == {"9"}
    assert value(frame, REGISTRATION, year="2019", state_code="00") == "128"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"2020"', '"2019"', "duplicate"), ('"2020"', '"Total"', "year"), ('"Sonora"', '"Sonora Norte"', "state"),
        ('"Sonora"', '"Sinaloa"', "duplicate"), ("registro : Total", "registro : Otoño", "cube_selection"),
    ],
)  # fmt: skip
def test_years_and_states_that_are_wrong_are_refused(
    read: Callable[..., Batch], geodata: Path, old: str, new: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        read(registration(geodata, {2019: 1, 2020: 2}).replace(old, new, 1))
    assert code in {one.code for one in refused.value.problems}


def test_it_knows_its_own_and_nothing_else(geodata: Path) -> None:
    assert inegi_cube.recognise(content(occurrence(geodata).encode("latin-1")))
    assert inegi_cube.recognise(content(registration(geodata, {2019: 1}).encode("utf-16")))
    for data in (b"", b"\xff\xfe\x00", b"a,b\n1,2\n", occurrence(geodata).replace("homicidio ", "suicidio ").encode()):
        assert inegi_cube.recognise(content(data)) == ()


CELLS = st.integers(0, 2_000_000)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("aeiñ ", max_size=5), CELLS, CELLS), min_size=1, max_size=9))
def test_any_matrix_that_is_written_is_read_back(table: list[tuple[str, int, int]]) -> None:
    lines = ['"Consulta de: Defunciones por homicidio  Por: A  Según: B"', '"","","Total","Uno",""']
    lines += [f'"k{at}","{name}","{a:,}","{shown(b)}"' for at, (name, a, b) in enumerate(table)]
    found = parse("\r\n".join(lines) + END)
    assert found.values.tolist() == [[a, b] for _, a, b in table]
    assert found.labels == [[f"k{at}", name] for at, (name, *_) in enumerate(table)]
    assert [*found.rows] == [*range(3, 3 + len(table))]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet='",\n=FUENT: a1', max_size=80), st.integers(0, 4000))
def test_a_damaged_export_is_read_or_refused_and_nothing_else(geodata: Path, junk: str, at: int) -> None:
    text = occurrence(geodata)
    try:
        batch = inegi_cube.read(content((text[:at] + junk + text[at:]).encode("latin-1")), geodata)
    except Refused:
        return
    assert batch.totals[OCCURRENCE] >= 0


def shipped(geodata: Path, table: str) -> pd.DataFrame:
    return pd.read_csv(geodata / "facts" / f"{table}.csv", dtype=str, keep_default_na=False)


def same(batch: Batch, geodata: Path) -> None:
    """What a part brings is, row by row and cell by cell, what ships in its scope."""
    for part in batch.parts:
        there = shipped(geodata, part.table)
        for column, values in part.scope.items():
            there = there[there[column].isin(values)]
        keys = list(BY_NAME[part.table].key)
        wanted, found = (frame.sort_values(keys).to_numpy().tolist() for frame in (there, part.frame))
        assert wanted == found, part.table


@pytest.mark.parametrize("year", ["1990", "2008", "2015"])
def test_the_real_exports_by_occurrence_are_what_ships(official: Path, geodata: Path, year: str) -> None:
    batch = inegi_cube.read(content((official / "inegi" / f"{year}.csv").read_bytes()), geodata)
    assert (batch.partition, batch.warnings, batch.cards) == (f"year={year}", (), ())
    assert [part.table for part in batch.parts] == [
        "mx_homicides_state_year", "mx_homicides_state_month_inegi_1990_2015", "mx_homicides_municipality_year",
    ]  # fmt: skip
    same(batch, geodata)


def test_the_real_export_by_registration_is_what_ships(official: Path, geodata: Path) -> None:
    data = (official / "inegi" / "df_homicides_00-2019_inegi_registro.csv").read_bytes()
    batch = inegi_cube.read(content(data), geodata)
    assert (batch.warnings, batch.cards, batch.rows) == ((), (), 990)
    same(batch, geodata)


def test_the_real_january_is_within_the_real_years(official: Path, geodata: Path) -> None:
    data = (official / "inegi" / "df_homicides_01-2019_inegi_registro.csv").read_bytes()
    batch = inegi_cube.read(content(data), geodata)
    table = rows(batch, "mx_homicides_state_month_inegi_registration")
    frame: pd.Series = table.set_index(["year", "state_code"])[REGISTRATION]
    yearly = shipped(geodata, "mx_homicides_state_year")
    whole: pd.Series = yearly[yearly["measure"] == REGISTRATION].set_index(["year", "state_code"])["value"]
    share = frame.astype(int) / whole.astype(int).reindex(frame.index)
    assert len(share) == 990
    assert share.between(0, 1).all()
    assert np.isclose(share.xs("00", level="state_code").mean(), 1 / 12, atol=0.01)
    with (official / "inegi" / "df_homicides_01-2019_inegi_registro.csv").open(encoding="latin-1") as file:
        printed = [line for line in csv.reader(file) if line and line[0] == "2019"]
    assert frame["2019", "00"] == printed[0][1].replace(",", "")


@pytest.mark.parametrize("change", [('"12"', "12"), ("\r\n", "\n"), ('"12"\r\n', '"12",""\r\n')])
def test_an_export_gives_the_same_however_its_cells_and_lines_are_written(
    read: Callable[..., Batch], geodata: Path, change: tuple[str, str]
) -> None:
    usual = occurrence(geodata)
    other = usual.replace(*change)
    assert other != usual
    one, two = parse(usual), parse(other)
    assert np.array_equal(one.values, two.values)
    assert (one.labels, [*one.rows], one.header, one.filters) == (two.labels, [*two.rows], two.header, two.filters)
    left, right = read(usual), read(other)
    assert (left.totals, left.edition, left.warnings) == (right.totals, right.edition, right.warnings)
    assert [part.table for part in left.parts] == [part.table for part in right.parts]
    assert all(a.frame.equals(b.frame) for a, b in zip(left.parts, right.parts, strict=True))
