"""SESNSP's four files, written here in the publisher's layout: years, codes not zero-padded, months to come empty."""

import csv
import hashlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.build.facts import read_cards
from corridors.model.tables import BY_NAME
from corridors.sources import sesnsp
from corridors.sources.batch import Batch
from corridors.sources.content import Content
from corridors.sources.problems import Refused

MONTHS = (
    "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre",
    "Diciembre",
)  # fmt: skip
CRIME = ("Bien jurídico afectado", "Tipo de delito", "Subtipo de delito", "Modalidad")
STATE = ("Año", "Clave_Ent", "Entidad", *CRIME, *MONTHS)
VICTIMS = ("Año", "Clave_Ent", "Entidad", *CRIME, "Sexo", "Rango de edad", *MONTHS)
TOWNS = ("Año", "Clave_Ent", "Entidad", "Cve. Municipio", "Municipio", *CRIME, *MONTHS)
LIFE = "La vida y la Integridad corporal"
WEAPONS = {
    "blade": "Con arma blanca", "firearm": "Con arma de fuego", "not_specified": "No especificado",
    "other_means": "Con otro elemento",
}  # fmt: skip
CRIMES = {"feminicidio": "Feminicidio", "homicidio_doloso": "Homicidio doloso"}
Row = dict[str, object]


def names(root: Path) -> list[tuple[str, str]]:
    """(code, official name) of the 32 states: the first spelling of each in the reviewed table."""
    table = pd.read_csv(root / "geodata/names/states.csv", dtype=str)
    table = table[table["country"] == "MX"].drop_duplicates("state_code").sort_values("state_code")
    return list(zip(table["state_code"], table["name"], strict=True))


def months(*values: object) -> dict[str, object]:
    """The first months with values, the rest empty: they are still to come."""
    return {month: values[at] if at < len(values) else "" for at, month in enumerate(MONTHS)}


def rows(root: Path, *, years: Sequence[int] = (2024,), victims: bool = False, last: int = 12) -> list[Row]:
    """One row a year, state, crime and weapon: the number of the state in each month, three times it by firearm."""
    made: list[Row] = []
    for year in years:
        for code, name in names(root):
            for crime in CRIMES.values():
                for weapon in WEAPONS.values():
                    value = int(code) * (3 if weapon == "Con arma de fuego" else 1)
                    row: Row = {
                        "Año": year, "Clave_Ent": int(code), "Entidad": name, "Bien jurídico afectado": LIFE,
                        "Tipo de delito": crime.split()[0], "Subtipo de delito": crime, "Modalidad": weapon,
                        **months(*[value] * (last if year == years[-1] else 12)),
                    }  # fmt: skip
                    sexes = ("Hombre", "Mujer") if victims else ("",)
                    made += [
                        {**row, **({"Sexo": sex, "Rango de edad": "Adultos (18 y más)"} if sex else {})}
                        for sex in sexes
                    ]
    return made


def written(table: Sequence[Row], columns: Sequence[str], encoding: str = "latin-1") -> bytes:
    """The table as the publisher's CSV."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(table)
    return file.getvalue().encode(encoding)


def content(data: bytes) -> Content:
    return Content(Path("nothing-is-told-by-the-name.bin"), data, "csv", hashlib.sha256(data).hexdigest())


@pytest.fixture
def take(root: Path) -> Callable[[bytes], Batch]:
    return lambda data: sesnsp.read(content(data), root / "geodata")


@pytest.fixture
def refusal(take: Callable[[bytes], Batch]) -> Callable[[bytes], list[tuple[str, int, str, str]]]:
    def make(data: bytes) -> list[tuple[str, int, str, str]]:
        with pytest.raises(Refused) as caught:
            take(data)
        for one in caught.value.problems:
            assert one.line("en")
            assert one.line("es")
        return [(one.code, one.row, one.column, one.found) for one in caught.value.problems]

    return make


def as_published(root: Path) -> bytes:
    """The shipped months of the product, in the publisher's wide layout of victims, split over sex."""
    shipped = pd.read_csv(root / "geodata/facts/mx_homicides_state_month_sesnsp.csv", dtype={"state_code": str})
    said = dict(names(root))
    long = shipped.melt(["year", "month", "state_code"], [f"{c}_victims_{w}" for c in CRIMES for w in WEAPONS])
    wide = long.pivot(index=["year", "state_code", "variable"], columns="month", values="value").reset_index()
    table: list[Row] = []
    for year, code, variable, *values in wide.itertuples(index=False):
        crime, weapon = str(variable).split("_victims_")
        for at, sex in enumerate(("Hombre", "Mujer")):
            parts = ["" if pd.isna(v) else int(v) // 2 + at * (int(v) % 2) for v in values]
            table.append({
                "Año": year, "Clave_Ent": int(code), "Entidad": said[code], "Bien jurídico afectado": LIFE,
                "Tipo de delito": "Homicidio", "Subtipo de delito": CRIMES[crime], "Modalidad": WEAPONS[weapon],
                "Sexo": sex, "Rango de edad": "No especificado", **months(*parts),
            })  # fmt: skip
    return written(table, VICTIMS)


def test_the_shipped_victims_come_back_cell_by_cell(root: Path, take: Callable[[bytes], Batch]) -> None:
    batch = take(as_published(root))
    assert (batch.source, batch.edition, batch.partition) == ("SESNSP_VICT", "cut-off 2025-06", "")
    assert [part.table for part in batch.parts] == ["mx_homicides_state_month_sesnsp", "mx_homicides_state_year"]
    for part in batch.parts:
        shipped = pd.read_csv(root / "geodata/facts" / f"{part.table}.csv", dtype=str, keep_default_na=False)
        mine = shipped[shipped["source_id"] == "SESNSP_VICT"].reset_index(drop=True)
        pd.testing.assert_frame_equal(part.frame, mine, check_dtype=False)
        assert set(
            shipped.loc[shipped["measure"].isin(part.scope["measure"]), "source_id"]
            if "measure" in part.scope
            else mine["source_id"]
        ) == {"SESNSP_VICT"}
    card = read_cards(root / "geodata")["SESNSP_VICT"]
    assert [(c.published, c.coverage, c.caveat_en) for c in batch.cards] == [
        (card.published, card.coverage, card.caveat_en)
    ]


def test_months_to_come_are_missing_and_years_are_what_they_sum(root: Path, take: Callable[[bytes], Batch]) -> None:
    batch = take(written(rows(root, years=(2023, 2024), victims=True, last=2), VICTIMS))
    months_of, years_of = (part.frame for part in batch.parts)
    assert batch.edition == "cut-off 2024-02"
    assert len(months_of) == 32 * 14
    assert set(months_of.loc[months_of["year"] == "2024", "month"]) == {"1", "2"}
    # Two rows (men, women) a weapon: 2 x (1 + 3 + 1 + 1) x the state's number.
    last = months_of.iloc[-1]
    assert (last["state_code"], last["homicidio_doloso_victims_total"]) == ("32", str(12 * 32))
    notes = years_of.drop_duplicates(["year", "note"])[["year", "note"]].to_numpy().tolist()
    assert ["2023", "sum of 12 months; cut-off February 2024"] in notes
    assert ["2024", "sum of months; PARTIAL YEAR January-February"] in notes
    assert ["2024", "sum of four modalities; sum of months; PARTIAL YEAR January-February"] in notes
    country = years_of[(years_of["state_code"] == "00") & (years_of["measure"] == "homicidio_doloso_victims_total")]
    assert country["value"].tolist() == [str(12 * 12 * 528), str(2 * 12 * 528)]
    (card,) = batch.cards
    assert (card.published, card.coverage) == ("2024-02", "2023 – 2024-02")
    assert card.caveat_en.endswith("2024 has 2 months so far: never a rate.")
    assert "{" not in card.caveat_en + card.caveat_es


def test_case_files_have_their_own_table_and_card(root: Path, take: Callable[[bytes], Batch]) -> None:
    table = rows(root)
    table.append({**table[0], "Subtipo de delito": "Robo de ganado", "Modalidad": "Con violencia", **months(*[7] * 12)})
    batch = take(written(table, STATE))
    assert (batch.source, batch.partition) == ("SESNSP_IDEFC", "year=2024")
    (part,) = batch.parts
    assert part.table == "mx_investigations_state_month"
    assert tuple(part.frame) == BY_NAME[part.table].names
    assert part.scope == {"source_id": ("SESNSP_IDEFC",), "year": ("2024",)}
    assert next(iter(batch.totals)) == "homicidio_doloso_cases_total"
    assert batch.totals["homicidio_doloso_cases_firearm"] == 12 * 3 * 528
    assert batch.totals["all_crimes"] == 2 * 12 * 6 * 528 + 12 * 7
    assert [card.id for card in batch.cards] == ["SESNSP_IDEFC"]
    assert "so far" not in batch.cards[0].caveat_en


def local(root: Path, codes: Sequence[tuple[int, str]], last: int = 12) -> list[Row]:
    """Rows by municipality: those asked for in Aguascalientes, one in each other state."""
    made: list[Row] = []
    for row in rows(root, last=last):
        here = codes if row["Clave_Ent"] == 1 else [(int(str(row["Clave_Ent"])) * 1000 + 1, "La cabecera")]
        made += [{**row, "Cve. Municipio": code, "Municipio": name} for code, name in here]
    return made


def test_municipalities_keep_their_codes_and_bring_new_names(root: Path, take: Callable[[bytes], Batch]) -> None:
    places = [(1001, "Aguascalientes"), (1099, "Nueva Ñ"), (1998, "Otros Municipios"), (1999, "No Especificado")]
    batch = take(written(local(root, places, last=9), TOWNS))
    counts, named = batch.parts
    assert (batch.source, counts.table) == ("SESNSP_IDM", "mx_investigations_municipality_year")
    assert set(counts.frame["municipality_code"]) >= {"01001", "01099", "01998", "01999", "32001"}
    first = counts.frame.iloc[0]
    assert (first["months"], first["homicidio_doloso_cases_firearm"], first["kind"]) == ("9", "27", "derived")
    assert named.frame.iloc[0].tolist() == ["01099", "Nueva Ñ", "SESNSP_IDM"]
    assert not named.frame["municipality_code"].isin(["01001", "01998", "01999", "32001"]).any()
    assert not named.scope
    assert [(note.code, note.values) for note in batch.warnings if "placeless" in note.code] == [
        ("sesnsp_placeless", {"count": 2})
    ]


def test_municipal_victims_are_told_by_both_columns(root: Path, take: Callable[[bytes], Batch]) -> None:
    table = [{**row, "Sexo": "Mujer", "Rango de edad": "Menores de edad (0-17)"} for row in local(root, [(1001, "A")])]
    batch = take(written(table, (*TOWNS[:9], "Sexo", "Rango de edad", *MONTHS)))
    assert (batch.source, batch.parts[0].table) == ("SESNSP_VICT_MUN", "mx_victims_municipality_year")
    assert "the column Sexo" in batch.recognised_by
    assert "the column Cve. Municipio" in batch.recognised_by


def test_headers_may_be_spelled_and_ordered_otherwise(root: Path, take: Callable[[bytes], Batch]) -> None:
    usual = take(written(rows(root), STATE)).parts[0].frame
    data = written(rows(root), tuple(reversed(STATE)), "utf-8-sig")
    head, rest = data.split(b"\r\n", 1)
    loud = head.decode("utf-8-sig").upper().replace("CLAVE_ENT", " Clave_ENT ").replace(",", ";").encode()
    found = take(b"\xef\xbb\xbf" + loud + b"\n" + rest.replace(b",", b";").replace(b"\r\n", b"\n"))
    pd.testing.assert_frame_equal(found.parts[0].frame, usual)


def test_a_thousands_comma_is_read_for_what_it_is(root: Path, take: Callable[[bytes], Batch]) -> None:
    table = rows(root)
    table[0] = {**table[0], "Enero": "1,024"}
    frame = take(written(table, STATE)).parts[0].frame
    assert frame.iloc[0]["feminicidio_cases_blade"] == "1024"
    assert frame.iloc[32]["feminicidio_cases_blade"] == "1"


def test_the_share_without_a_weapon_is_told_for_each_state(root: Path, take: Callable[[bytes], Batch]) -> None:
    table = [
        {**row, **months(*[90] * 12)} if (row["Clave_Ent"], row["Modalidad"]) == (27, "No especificado")
        else {**row, **months(*[20 if row["Modalidad"] == "Con arma de fuego" else 1] * 12)}
        for row in rows(root, years=(2023, 2024))
    ]  # fmt: skip
    (note,) = take(written(table, STATE)).warnings
    assert note.values == {"state": "Tabasco", "years": "2023, 2024", "most": 80}
    assert "at most 80%" in note.words("en")
    assert "Tabasco" in note.words("es")


def test_a_weapon_without_a_row_is_none_and_told(root: Path, take: Callable[[bytes], Batch]) -> None:
    table = [row for row in rows(root) if (row["Clave_Ent"], row["Modalidad"]) != (1, "Con arma blanca")]
    batch = take(written(table, STATE))
    assert batch.parts[0].frame.iloc[0]["homicidio_doloso_cases_blade"] == "0"
    assert ("sesnsp_no_row", {"count": 2}) in [(note.code, note.values) for note in batch.warnings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_every_usual_encoding_gives_the_same_rows(encoding: str, root: Path, take: Callable[[bytes], Batch]) -> None:
    usual = take(written(rows(root), STATE))
    found = take(written(rows(root), STATE, encoding))
    assert not [note for note in found.warnings if note.code == "mended"]
    pd.testing.assert_frame_equal(found.parts[0].frame, usual.parts[0].frame)


def test_letters_read_in_a_wrong_encoding_are_mended_and_told(root: Path, take: Callable[[bytes], Batch]) -> None:
    plain = written(rows(root), STATE, "utf-8")
    usual = take(plain).parts[0].frame
    mojibake = plain.decode("latin-1").encode("utf-8")
    mixed = b"\n".join(
        line.decode().encode("latin-1") if at % 2 else line for at, line in enumerate(plain.split(b"\n"))
    )
    for data, how in (
        (mojibake, "UTF-8 → Windows-1252"),
        (plain.decode().encode("mac_roman"), "Mac Roman"),
        (plain.decode().encode("cp850"), "OEM 850"),
        (mojibake.decode("latin-1").encode("utf-8"), "UTF-8 → Windows-1252 → UTF-8 → Windows-1252"),
        (mixed, "UTF-8 + Windows-1252"),
    ):  # fmt: skip
        assert sesnsp.recognise(content(data))
        found = take(data)
        assert ("mended", {"how": how}) in [(note.code, note.values) for note in found.warnings]
        pd.testing.assert_frame_equal(found.parts[0].frame, usual)


Refusal = Callable[[bytes], list[tuple[str, int, str, str]]]


def test_lost_letters_are_refused(root: Path, refusal: Refusal) -> None:
    plain = written(rows(root), STATE, "utf-8").decode()
    head, rest = plain.split("\r\n", 1)
    for data in (plain.encode("ascii", "replace"), plain.encode("latin-1").decode("utf-8", "replace").encode(),
                 (head + "\r\n" + rest.replace("é", "?")).encode("latin-1")):  # fmt: skip
        assert [code for code, *_ in refusal(data)] == ["encoding"]


def test_every_fault_is_listed_with_its_line(root: Path, refusal: Refusal) -> None:
    table = rows(root)
    table[1] = {**table[1], "Febrero": "-3", "Marzo": "2.5", "Abril": "x"}
    table[2] = {**table[2], "Modalidad": "Con palabras"}
    table[3] = {**table[3], "Clave_Ent": 7}
    table[4] = {**table[4], "Entidad": "Aztlán"}
    table[5] = {**table[5], "Año": "20245"}
    table.append(dict(table[-1]))
    assert refusal(written(table, STATE)) == [
        ("negative", 3, "Febrero", "-3"), ("whole", 3, "Marzo", "2.5"), ("number", 3, "Abril", "x"),
        ("weapon", 4, "Modalidad", "Con palabras"), ("state_pair", 5, "Clave_Ent", "7"),
        ("state", 6, "Entidad", "Aztlán"), ("year", 7, "Año", "20245"),
        ("duplicate", len(table) + 1, "Subtipo de delito", "Homicidio doloso"),
    ]  # fmt: skip


def test_a_hole_in_the_published_months_is_not_zero(root: Path, refusal: Refusal) -> None:
    table = rows(root, last=6)
    table[9] = {**table[9], "Marzo": ""}
    assert refusal(written(table, STATE)) == [("empty", 11, "Marzo", "")]


def test_a_selection_of_states_is_refused_with_those_that_lack(
    root: Path, refusal: Refusal, take: Callable[[bytes], Batch]
) -> None:
    table = [
        row for row in rows(root, years=(2023, 2024)) if (row["Año"], row["Clave_Ent"]) not in ((2024, 9), (2024, 32))
    ]
    assert [(code, found) for code, _, _, found in refusal(written(table, STATE))] == [("states_of_year", "2024")]
    with pytest.raises(Refused, match="these are missing: 09, 32"):
        take(written(table, STATE))


def test_a_row_cut_off_or_a_municipality_of_another_state_is_refused(root: Path, refusal: Refusal) -> None:
    data = written(rows(root), STATE)
    assert refusal(data[: data.rindex(b",")])[0][:2] == ("ragged", len(rows(root)) + 1)
    table = local(root, [(1001, "Aguascalientes")])
    table[0] = {**table[0], "Cve. Municipio": 2001}
    table[1] = {**table[1], "Cve. Municipio": ""}
    found = refusal(written(table, TOWNS))
    assert [(row, column, said) for code, row, column, said in found if code == "municipality"] == [
        (2, "Cve. Municipio", "2001"), (3, "Cve. Municipio", ""),
    ]  # fmt: skip


def test_a_file_without_homicides_or_a_needed_column_is_refused(root: Path, refusal: Refusal) -> None:
    table = [{**row, "Subtipo de delito": "Aborto"} for row in rows(root)]
    assert [code for code, *_ in refusal(written(table, STATE))] == ["no_rows"]
    assert [code for code, *_ in refusal(written(rows(root), STATE).split(b"\r\n", 1)[0])] == ["no_rows"]
    less = tuple(column for column in STATE if column != "Junio")
    assert [code for code, *_ in refusal(written(rows(root), less))] == ["header"]
    assert [code for code, *_ in refusal(written(rows(root), STATE) + b'"never closed')] == ["ragged"]


def test_faults_in_later_blocks_have_their_line(root: Path, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corridors.sources.sesnsp_scan._BLOCK", 2_000)
    table = rows(root)
    table[200] = {**table[200], "Mayo": "-1"}
    lines = written(table, STATE).split(b"\r\n")
    lines.insert(151, b"a,b")
    assert [(code, row) for code, row, *_ in refusal(b"\r\n".join(lines))] == [("ragged", 152), ("negative", 203)]


@pytest.mark.parametrize(
    "text", ["", "state,month\nTX,1", "Entidad,Enero\nJalisco,2", "\x00", "Clave_Ent;Entidad;Modalidad"]
)
def test_other_files_are_left_to_others(text: str) -> None:
    assert sesnsp.recognise(content(text.encode())) == ()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2_000), st.integers(0, 3_000))
def test_any_damage_is_taken_in_or_refused(root: Path, noise: bytes, at: int, drop: int) -> None:
    data = written(rows(root), STATE)
    damaged = data[:at] + noise + data[at + drop :]
    try:
        batch = sesnsp.read(content(damaged), root / "geodata")
    except Refused as refused:
        found = len(refused.problems)
    else:
        found = batch.rows
    assert found
