"""Columns about persons are told by headers and cells; nothing that publishers print is taken for one."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corridors.sources import personal, reading
from corridors.sources.door import open_file
from corridors.sources.personal import personal_columns, personal_values
from corridors.sources.problems import Refused
from tests.hostile.workbooks import cell, sheet, workbook

HEADERS = [
    ("Serial Number", "serial"), ("SERIAL_NO", "serial"), ("serialNumber", "serial"), ("weapon serial #", "serial"),
    ("Número de serie", "serial"), ("NUM_SERIE", "serial"), ("No. de serie", "serial"), ("Nº de serie", "serial"),
    ("Matrícula", "serial"), ("Name", "name"), ("Purchaser Name", "name"), ("PURCHASER_LAST_NAME_1", "name"),
    ("FirstName", "name"), ("nombre(s)", "name"), ("Apellido paterno", "name"), ("Nombre del comprador", "name"),
    ("Poseedor", "name"), ("Business Name", "dealer"), ("dealer_name", "dealer"), ("Dealer", "dealer"),
    ("Razón social", "dealer"), ("Nombre de la armería", "dealer"), ("License Number", "licence"),
    ("FFL number", "licence"), ("Licencia", "licence"), ("Número de permiso", "licence"), ("PREMISE_STREET", "address"),
    ("Address 1", "address"), ("Domicilio", "address"), ("Calle y número", "address"), ("Voice Phone", "contact"),
    ("Correo electrónico", "contact"), ("E-mail", "contact"), ("Teléfono", "contact"), ("SSN", "identity"),
    ("Date of Birth", "identity"), ("Fecha de nacimiento", "identity"), ("CURP", "identity"), ("RFC", "identity"),
]  # fmt: skip
PLAIN = [
    "Port Name", "State", "Entidad", "Municipio", "Nombre de la entidad", "nombre_estado", "Clave_Ent", "dealer_state",
    "dealer_city", "dealer_county", "LIC_TYPE", "Tipo de delito", "make", "importer", "trace_id", "Sexo",
    "Rango de edad", "recordsdealer", "private_sale_handgun", "license_type", "Area of Responsibility",
    "series", "Measure", "Total",
]  # fmt: skip
VALUES = [
    (["x", "9-99-999-99-9A-99999"], "licence"), (["157999019J12345"], "licence"),
    (["AAAA010101HSRXXX09"], "identity"), (["ABCDEF80010126H100"], "identity"), (["VECJ880326XXX"], "identity"),
    (["123-45-6789", ""], "identity"), (["ana@example.org"], "contact"),
    (["(915) 555-0100", "915-555-0101"], "contact"),
    (["+52 656 555 0100"], "contact"), (["1600 Main Street", "22 N Elm Ave", "7 Old Mill Rd"], "address"),
    (["Calle Hidalgo 12", "Av. Juárez No. 340"], "address"),
    (["ABC12345", "1234567A", "XY-98765", "BB7714Q", "K0099812"], "serial"),
]  # fmt: skip
INNOCENT = [
    ["Alabama", "New York", "Veracruz de Ignacio de la Llave"], ["2023-09", "2023-08"], ["X93", "X94", "X95"],
    ["San Ysidro", "El Paso", "Calexico East"], ["=CONCATENAR(0,01)", " 01 001 "], ["POINT (-117.03 32.54)"],
    ["12,345", "1 234", "(56)", "1.5e9"], ["FY2021", "FY2022", "FY2023", "FY2024", "FY2025", "FY2026"],
    ["01-JAN-2020", "02-FEB-2021", "03-MAR-2022", "04-APR-2023", "05-MAY-2024"], ["9 mm", "7.62x39", ".50 BMG"],
    ["Glock", "Smith & Wesson", "FN"], ["POPESTIMATE2020", "POPESTIMATE2021", "BIRTHS2022", "DEATHS2023", "NETMIG2024"],
    ["Questions: (202) 555-0100", *(f"footnote {n}" for n in range(20))],
]  # fmt: skip


@pytest.mark.parametrize(("header", "what"), HEADERS)
def test_a_header_about_persons_is_told_in_both_languages(root: Path, header: str, what: str) -> None:
    assert [(one.column, one.what) for one in personal_columns([header], root / "geodata")] == [(header, what)]


def test_headers_of_publishers_pass(root: Path) -> None:
    assert personal_columns(PLAIN, root / "geodata") == []


@pytest.mark.parametrize(("cells", "what"), VALUES)
def test_cells_about_persons_are_told_by_their_form(cells: Sequence[str], what: str) -> None:
    assert personal_values(cells) == what


@pytest.mark.parametrize("cells", INNOCENT, ids=lambda cells: cells[0])
def test_cells_of_publishers_pass(cells: Sequence[str]) -> None:
    assert personal_values(cells) == ""


def refused(path: Path, root: Path, source: str = "", dropped: Sequence[str] = ()) -> list[tuple[str, str, str]]:
    with pytest.raises(Refused) as caught:
        personal.check(open_file(path), root / "geodata", source, dropped)
    return [(one.code, one.sheet, one.column) for one in caught.value.problems]


def test_every_column_is_named_and_no_cell_is_quoted(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "x"
    path.write_text("title\nstate;Serial Number;notes\nTX;ABC12345;9-99-999-99-9A-99999\nTX;K0099812;none\n")
    assert refused(path, root) == [("personal_licence", "", "notes"), ("personal_serial", "", "Serial Number")]
    with pytest.raises(Refused) as caught:
        personal.check(open_file(path), root / "geodata")
    lines = " ".join(one.line(lang) for one in caught.value.problems for lang in ("en", "es"))
    assert "ABC12345" not in lines
    assert "99999" not in lines


def test_a_workbook_is_looked_at_sheet_by_sheet(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(workbook({"xl/worksheets/sheet1.xml": sheet(cell("A1", "Domicilio") + cell("A2", "1"))}, "Hoja"))
    assert refused(path, root) == [("personal_address", "Hoja", "Domicilio")]


def test_parquet_is_looked_at(tmp_path: Path, root: Path) -> None:
    cells = pa.array(["AAAA010101HSRXXX09", None]).dictionary_encode()
    pq.write_table(pa.table({"key": cells, "serial_number": [1, 2], "state": ["26", "26"]}), tmp_path / "x")
    assert refused(tmp_path / "x", root) == [("personal_identity", "", "key"), ("personal_serial", "", "serial_number")]


def test_a_dbase_table_is_looked_at(tmp_path: Path, root: Path) -> None:
    fields = b"".join(
        name.ljust(11, b"\0") + b"C\0\0\0\0" + bytes([width]) + bytes(15)
        for name, width in ((b"ENT", 2), (b"CURP", 18))
    )
    head = b"\x03\x7c\x01\x01" + (1).to_bytes(4, "little") + (97).to_bytes(2, "little") + (21).to_bytes(2, "little")
    (tmp_path / "x").write_bytes(head + bytes(20) + fields + b"\r" + b" 26AAAA010101HSRXXX09\x1a")
    assert refused(tmp_path / "x", root) == [("personal_identity", "", "CURP")]


def test_a_cell_deep_in_a_large_file_is_found(tmp_path: Path, root: Path) -> None:
    lines = "TX,Harris,12\n" * 400_000 + "TX,Harris,9-99-999-99-9A-99999\n" * 40_000
    (tmp_path / "x").write_text(f"state,county,notes\n{lines}")
    assert refused(tmp_path / "x", root) == [("personal_licence", "", "notes")]


def test_what_a_publisher_calls_so_passes_for_its_importer_alone(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "x"
    path.write_text("SUMLEV,NAME,POPESTIMATE2020\n040,Alabama,5031864\n")
    personal.check(open_file(path), root / "geodata", "census_population")
    assert refused(path, root, "fbi_nics") == [("personal_name", "", "NAME")]
    path.write_text("SUMLEV,NAME\n040,ana@example.org\n")
    assert refused(path, root, "census_population") == [("personal_contact", "", "NAME")]


def test_what_an_importer_drops_is_not_looked_at(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "x"
    path.write_text("LIC_SEQN,PREMISE_STREET,PREMISE_STATE\n12345,1 Main Street,TX\n")
    personal.check(open_file(path), root / "geodata", "atf_ffl", ("lic_seqn", "Premise Street"))
    assert refused(path, root, "atf_ffl", ("LIC_SEQN",)) == [("personal_address", "", "PREMISE_STREET")]


def test_every_importer_that_is_excused_exists(root: Path) -> None:
    text = (root / "geodata" / "layouts" / "personal" / "allowed.csv").read_text(encoding="utf-8")
    assert {line.split(",")[0] for line in text.splitlines()[1:]} <= {module.ID for module in reading.SOURCES}


def test_every_official_file_passes(official: Path, root: Path) -> None:
    for path in sorted(path for path in official.glob("*/*") if path.is_file()):
        content = open_file(path)
        module, _ = reading.identify(content)
        personal.check(content, root / "geodata", module.ID, getattr(module, "PERSONAL_DROPPED", ()))
        assert content.data
