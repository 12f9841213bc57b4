"""CONAPO's files, written here in its layouts: states by age and sex, both days side by side, and municipalities."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.build.series import grid
from corridors.build.series_municipal import MAKERS
from corridors.model.tables import BY_NAME
from corridors.sources import conapo_municipal, conapo_state
from corridors.sources.batch import Batch
from corridors.sources.content import Content, Kind
from corridors.sources.problems import Refused
from tests.unit.sources.atf_files import xlsx

STATES = "mx_population_state_year"
TOWNS = "population_mx_municipality"
SEXES = ("Hombres", "Mujeres")
YEARS = (2019, 2020, 2021)
Row = Sequence[str | int | float | bool | None]
Values = dict[tuple[int, int], int]  # (year, code) -> people


@pytest.fixture(scope="session")
def geodata(root: Path) -> Path:
    return root / "geodata"


@pytest.fixture(scope="session")
def present(geodata: Path) -> Values:
    """The people that ship, by year and code."""
    table = pd.read_csv(geodata / "facts" / f"{STATES}.csv")
    return {(year, code): people for year, code, people in table.iloc[:, :3].itertuples(index=False)}


@pytest.fixture(scope="session")
def named(geodata: Path) -> dict[int, str]:
    """The name of each state as CONAPO writes it, and of the country."""
    table = pd.read_csv(geodata / "names/states.csv", dtype=str)
    table = table[table["country"] == "MX"].drop_duplicates("state_code")
    return {
        0: "República Mexicana",
        **{int(code): name for name, code in zip(table["name"], table["state_code"], strict=True)},
    }


def written(header: Row, rows: Iterable[Row], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return file.getvalue().encode(encoding)


LONG = ("RENGLON", "AÑO", "ENTIDAD", "CVE_GEO", "EDAD", "SEXO", "POBLACION")


def split(total: int, parts: int) -> list[int]:
    """A number as so many whole numbers that add up to it."""
    return [total // parts + (at < total % parts) for at in range(parts)]


def long_rows(values: Values, named: dict[int, str], ages: int = 3) -> list[Row]:
    """A row a year, place, age and sex."""
    made: list[Row] = []
    for (year, code), people in values.items():
        pieces = split(people, 2 * ages)
        for (age, sex), piece in zip(product(range(ages), SEXES), pieces, strict=True):
            made.append((len(made) + 1, year, named[code], code, age, sex, piece))
    return made


def of(values: Values, years: Iterable[int] = YEARS) -> Values:
    wanted = set(years)
    return {(year, code): people for (year, code), people in values.items() if year in wanted}


def january(values: Values, years: Iterable[int] = YEARS) -> Values:
    """Half-way between two mid-years, as CONAPO's figures of 1 January are to some persons."""
    return {(year, code): (values[year - 1, code] + people) // 2 for (year, code), people in of(values, years).items()}


def content(data: bytes, kind: Kind = "csv", **hints: str) -> Content:
    return Content(Path("people"), data, kind, hashlib.sha256(data).hexdigest(), hints)


def rows(batch: Batch, name: str) -> pd.DataFrame:
    (part,) = [part for part in batch.parts if part.table == name]
    assert tuple(part.frame) == BY_NAME[name].names
    return part.frame


def people(frame: pd.DataFrame) -> Values:
    """The rows of either table as they came, by year and code."""
    return {(int(row[0]), int(row[1])): int(row[2]) for row in frame.itertuples(index=False)}


Read = Callable[..., Batch]


@pytest.fixture
def read(geodata: Path, named: dict[int, str]) -> Read:
    def one(values: Values, encoding: str = "utf-8", **hints: str) -> Batch:
        return conapo_state.read(content(written(LONG, long_rows(values, named), encoding), "csv", **hints), geodata)

    return one


def test_ages_and_sexes_add_up_to_the_people_that_ship(read: Read, present: Values) -> None:
    batch = read(of(present))
    assert people(rows(batch, STATES)) == of(present)
    assert dict(batch.totals) == {"population_mid_year": present[2021, 0]}
    assert batch.edition == "people at mid-year, 2019 to 2021"
    assert (batch.source, batch.partition, batch.warnings, batch.cards) == ("CONAPO_2023", "", (), ())
    assert batch.parts[0].scope["year"] == ("2019", "2020", "2021")


def test_figures_of_1_january_are_told_from_those_of_mid_year(read: Read, present: Values) -> None:
    with pytest.raises(Refused) as refused:
        read(january(present))
    assert [one.code for one in refused.value.problems] == ["january"]
    assert "Pob_Mitad" in refused.value.problems[0].todo("es")


def test_figures_between_the_two_days_need_a_person_s_word(read: Read, present: Values) -> None:
    between = {key: (one + present[key]) // 2 for key, one in january(present).items()}
    with pytest.raises(Refused) as refused:
        read(between)
    assert [one.code for one in refused.value.problems] == ["mid_year_unknown"]
    batch = read(between, reference="mid-year")
    assert people(rows(batch, STATES)) == between


def test_a_new_reconciliation_is_taken_and_the_card_loses_its_date(read: Read, present: Values) -> None:
    revised = {key: int(value * (1.001 if key[1] else 1)) for key, value in of(present).items()}
    batch = read(revised)
    assert people(rows(batch, STATES)) == revised
    (card,) = batch.cards
    assert (card.id, card.published) == ("CONAPO_2023", "")
    # The country was left as it was: its states no longer add up to it.
    assert [note.code for note in batch.warnings] == ["sums"]
    assert batch.warnings[0].values["count"] == len(YEARS)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8-sig", "utf-16", "cp850"])
def test_the_letters_of_the_header_are_read_in_any_encoding(read: Read, present: Values, encoding: str) -> None:
    batch = read(of(present), encoding)
    assert people(rows(batch, STATES)) == of(present)
    assert [note.code for note in batch.warnings] == (["mended"] if encoding == "cp850" else [])


def test_a_workbook_is_read_as_its_csv_is(geodata: Path, present: Values, named: dict[int, str]) -> None:
    table = long_rows(of(present, [2020]), named)
    data = xlsx([LONG, *table])
    assert conapo_state.recognise(content(data, "xlsx"))
    batch = conapo_state.read(content(data, "xlsx"), geodata)
    assert people(rows(batch, STATES)) == of(present, [2020])


WRONG: dict[str, tuple[Callable[[list[Row]], list[Row]], str]] = {
    "a state that is missing": (lambda table: [row for row in table if row[3] != 26], "states"),
    "a state that is none": (lambda table: [*table, *((0, 2020, "Otra", 77, 0, sex, 5) for sex in SEXES)], "state"),
    "a row that stands twice": (lambda table: [*table, table[9]], "duplicate"),
    "one sex alone": (lambda table: [row for row in table if row[5] == "Hombres"], "one_sex"),
    "a word for a sex": (lambda table: [(*table[0][:5], "Otro", 3), *table[1:]], "sex"),
    "a fraction": (lambda table: [(*table[0][:6], "3.5"), *table[1:]], "whole"),
    "a blank": (lambda table: [(*table[0][:6], ""), *table[1:]], "empty"),
    "a negative": (lambda table: [(*table[0][:6], -3), *table[1:]], "negative"),
    "a year far off": (lambda table: [(1, 3020, *table[0][2:]), *table[1:]], "year"),
    "years that are not carried": (lambda table: [(row[0], 1955, *row[2:]) for row in table], "year"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "code"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused(
    geodata: Path, present: Values, named: dict[int, str], change: Callable[[list[Row]], list[Row]], code: str
) -> None:
    table = change(long_rows(of(present, [2020]), named))
    with pytest.raises(Refused) as refused:
        conapo_state.read(content(written(LONG, table)), geodata)
    assert code in {one.code for one in refused.value.problems}
    assert all(one.line("en") and one.line("es") for one in refused.value.problems)


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 4), st.randoms(use_true_random=False))
def test_any_split_in_any_order_gives_the_same_people(
    geodata: Path,
    present: Values,
    named: dict[int, str],
    ages: int,
    order: Random,
) -> None:
    table = long_rows(of(present, [2020]), named, ages)
    order.shuffle(table)
    found = rows(conapo_state.read(content(written(LONG, table)), geodata), STATES)
    assert people(found) == of(present, [2020])


def test_the_tidy_copy_says_its_day_itself(geodata: Path, present: Values, named: dict[int, str]) -> None:
    header = ("n_year", "nombre_estado", "cve_ent", "genero", "pob_start_year", "pob_mid_year")
    table: list[Row] = []
    for (year, code), value in of(present).items():
        men, women = split(value, 2)
        parts = (("Hombres", men), ("Mujeres", women), ("Total", men + women))
        table += [(year, named[code], f"{code:02d}", sex, 1, part) for sex, part in parts]
    data = written(header, table)
    assert conapo_state.recognise(content(data)) == (f"the columns {', '.join(('cve_ent', 'genero', *header[4:]))}",)
    assert people(rows(conapo_state.read(content(data), geodata), STATES)) == of(present)
    wrong = data.replace(f"Total,1,{present[2020, 9]}".encode(), f"Total,1,{present[2020, 9] + 1}".encode())
    (note,) = conapo_state.read(content(wrong), geodata).warnings
    assert (note.code, note.values["where"]) == ("sums", "9, 2020")


def test_the_real_file_is_what_ships(official: Path, geodata: Path) -> None:
    data = (official / "conapo" / "conapo_pob_ent_gender_1950_2070.csv").read_bytes()
    batch = conapo_state.read(content(data), geodata)
    there = pd.read_csv(geodata / "facts" / f"{STATES}.csv", dtype=str, keep_default_na=False)
    keys = ["year", "state_code"]
    found = rows(batch, STATES)
    assert found.sort_values(keys).to_numpy().tolist() == there.sort_values(keys).to_numpy().tolist()
    assert batch.cards == ()
    assert batch.edition == "people at mid-year, 1970 to 2040"
    # The file's own total: a stock, that of its last year, which the table does not carry and a warning names.
    last = pd.read_csv(io.BytesIO(data)).iloc[:, [0, 2, 3, 5]].set_axis(["year", "code", "sex", "people"], axis=1)
    country = last[(last["year"] == last["year"].max()) & (last["code"] == 0) & (last["sex"] == "Total")]
    assert dict(batch.totals) == {"population_mid_year": country["people"].item()}
    assert [(note.code, note.values) for note in batch.warnings] == [("total_year", {"year": 2070, "last": 2040})]
    assert batch.apart == ("population_mid_year",)


def test_a_total_of_a_year_that_no_table_carries_is_the_files_own_and_told(
    read: Read, present: Values, geodata: Path
) -> None:
    shipped = of(present)
    later = {(2050, code): people + 7 for (year, code), people in shipped.items() if year == 2021}
    batch = read(shipped | later)
    assert people(rows(batch, STATES)) == shipped
    assert dict(batch.totals) == {"population_mid_year": later[2050, 0]}
    assert batch.apart == ("population_mid_year",)
    codes = [note.code for note in batch.warnings]
    assert codes[0] == "total_year"
    assert "2050" in batch.warnings[0].words("en")
    assert "2021" in batch.warnings[0].words("es")
    without = {key: people for key, people in later.items() if key[1]}  # no country in the last year
    assert dict(read(shipped | without).totals) == {"population_mid_year": present[2021, 0]}


# Municipalities: two a state.
BANDS = ("00_04", "05_09", "85_mm")
HEADERS: dict[str, tuple[str, ...]] = {
    "bands as rows": ("RENGLON", "CLAVE", "CLAVE_ENT", "NOM_ENT", "MUN", "SEXO", "AÑO", "EDAD_QUIN", "POB"),
    "bands as columns": (
        "CLAVE", "CLAVE_ENT", "NOM_ENT", "NOM_MUN", "SEXO", "ANO", *(f"POB_{band}" for band in BANDS), "POB_TOTAL",
    ),
    "indicators": ("CLAVE", "CLAVE_ENT", "NOM_ENT", "NOM_MUN", "ANO", "HOM_MIT_ANO", "MUJ_MIT_ANO", "POB_MIT_MUN"),
}  # fmt: skip


def towns(present: Values, years: Iterable[int] = YEARS) -> Values:
    """Two municipalities a state, which have all of its people."""
    made: Values = {}
    for (year, code), value in of(present, years).items():
        if code:
            made[year, code * 1000 + 1], made[year, code * 1000 + 60] = split(value, 2)
    return made


def municipal(layout: str, values: Values, named: dict[int, str]) -> list[Row]:
    made: list[Row] = []
    for (year, code), value in values.items():
        place = (code, code // 1000, named[code // 1000], f"Municipio {code}")
        if layout == "indicators":
            made.append((*place, year, *split(value, 2), value))
            continue
        for sex, part in zip(("HOMBRES", "MUJERES"), split(value, 2), strict=True):
            bands = split(part, len(BANDS))
            if layout == "bands as columns":
                made.append((*place, sex, year, *bands, part))
            else:
                pairs = zip(BANDS, bands, strict=True)
                made += [(len(made) + 1, *place, sex.title(), year, f"pobm_{band}", n) for band, n in pairs]
    return made


@pytest.mark.parametrize("layout", HEADERS)
def test_each_layout_of_municipalities_gives_the_people_of_each(
    geodata: Path, present: Values, named: dict[int, str], layout: str
) -> None:
    values = towns(present)
    data = written(HEADERS[layout], municipal(layout, values, named), "latin-1")
    assert conapo_municipal.recognise(content(data))
    assert conapo_state.recognise(content(data)) == ()
    batch = conapo_municipal.read(content(data), geodata)
    assert people(rows(batch, TOWNS)) == values
    assert set(rows(batch, TOWNS)["municipality_code"].str.len()) == {5}
    assert dict(batch.totals) == {"population": sum(v for (y, _), v in values.items() if y == 2021)}
    assert (batch.source, batch.warnings, dict(batch.parts[0].scope)) == (
        "CONAPO_MUNICIPAL", (), {"year": ("2019", "2020", "2021")},
    )  # fmt: skip
    assert batch.cards[0].coverage == "2019–2021"


def test_half_of_an_edition_speaks_for_its_own_states_alone(
    geodata: Path, present: Values, named: dict[int, str]
) -> None:
    values = {key: value for key, value in towns(present, [2020]).items() if key[1] // 1000 <= 16}
    data = written(HEADERS["bands as rows"], municipal("bands as rows", values, named))
    batch = conapo_municipal.read(content(data), geodata)
    assert batch.edition.endswith("states 01 to 16")
    assert set(batch.parts[0].scope["municipality_code"]) == {f"{code:05d}" for _, code in values}


def test_the_largest_difference_from_the_states_is_told(geodata: Path, present: Values, named: dict[int, str]) -> None:
    values = towns(present, [2020])
    values[2020, 26001] += 70_000
    values[2020, 8001] -= 500
    data = written(HEADERS["indicators"], municipal("indicators", values, named))
    (note,) = conapo_municipal.read(content(data), geodata).warnings
    assert (note.code, note.values["where"]) == ("municipal_people", "26, 2020")
    assert note.values["found"] == present[2020, 26] + 70_000
    assert note.values["percent"] == f"{100 * 70_000 / present[2020, 26]:.2f}"


def test_years_beyond_the_table_are_left_out(geodata: Path, present: Values, named: dict[int, str]) -> None:
    values = towns(present, [1985, 1990])
    data = written(HEADERS["bands as columns"], municipal("bands as columns", values, named))
    assert set(rows(conapo_municipal.read(content(data), geodata), TOWNS)["year"]) == {"1990"}


@pytest.mark.parametrize("code", [33_001, 26_000, 26_999, 1])
def test_a_code_that_is_no_municipality_is_refused(
    geodata: Path, present: Values, named: dict[int, str], code: int
) -> None:
    values = {**towns(present, [2020])}
    table = [*municipal("indicators", values, named), (code, 26, "Sonora", "Otro", 2020, 1, 1, 2)]
    with pytest.raises(Refused) as refused:
        conapo_municipal.read(content(written(HEADERS["indicators"], table)), geodata)
    assert {one.code for one in refused.value.problems} == {"municipality"}


def test_newer_municipalities_keep_their_codes_and_are_drawn_with_their_parents(
    geodata: Path, present: Values, named: dict[int, str]
) -> None:
    values = {**towns(present, [2014, 2015]), (2014, 2006): 1000, (2015, 2006): 1100}
    data = written(HEADERS["indicators"], municipal("indicators", values, named))
    imported = rows(conapo_municipal.read(content(data), geodata), TOWNS).astype({"year": int, "population": int})
    assert "02006" in set(imported["municipality_code"])
    deaths = [(2014, "02001", 30), (2015, "02001", 20), (2015, "02006", 5)]
    counted = pd.DataFrame(deaths, columns=["year", "municipality_code", "homicides"])
    found = grid(
        MAKERS["municipal_homicide_rate"]({"mx_homicides_municipality_year": counted, TOWNS: imported}), ["MX-02001"]
    )
    # One area on the map: its deaths and its people, whether they were counted together or apart.
    assert found["num"] == [[30], [25]]
    assert found["den"] == [[values[2014, 2001] + 1000], [values[2015, 2001] + 1100]]


def test_they_know_their_own_and_nothing_else() -> None:
    for data in (b"", b"x", b"CLAVE,CLAVE_ENT,NOM_ENT\n", b"CVE_GEO,SEXO,EDAD,DEFUNCIONES\n1,2,3,4\n", b"\xff\xfe\x00"):
        for module in (conapo_state, conapo_municipal):
            assert module.recognise(content(data)) == ()
