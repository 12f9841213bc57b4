"""CBP's file from the command line to the lens: what was seized at the sector of an office's ports, and back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from corridors import history
from corridors.answers.lens import Figure, headline, lens
from corridors.store import Store
from tests.unit.sources.test_cbp_seizures import row, text
from tools.serving import ROOT

Run = Callable[..., tuple[int, Any, str]]
MONTHS = ("OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP")
OFFICE, SECTOR = "SAN DIEGO FIELD OFFICE", "San Diego Sector"
ROWS = [
    *(row("2023", month, OFFICE, quantity="3", event=f"E-{month}") for month in MONTHS),
    row("2022", "OCT", OFFICE, quantity="99"),
    row("2024 (FYTD)", "OCT", OFFICE, quantity="5"),
    row("2023", "OCT", OFFICE, kind="Ammunition", category="Rounds", quantity="1500"),
    row("2024 (FYTD)", "OCT", SECTOR, quantity="4"),
    row("2023", "OCT", OFFICE, way="INBOUND", quantity="1000"),
    row("2023", "OCT", "Laredo Field Office", quantity="8"),
    row("2023", "OCT", "Buffalo Field Office", quantity="1000", region="Northern Border"),
]


def seized(state: Path, office: str, lang: str) -> dict[str, Figure]:
    found = lens(Store(history.root(ROOT / "geodata", state), state, shipped=ROOT / "geodata"), office, lang)
    return {figure.label: figure for figure in found.section("border").figures if figure.id.startswith("seized")}


def test_an_imported_file_is_the_sector_rung_of_a_border_office(run: Run, tmp_path: Path) -> None:
    state = tmp_path / "state"
    before = seized(state, "D-san-diego", "en")
    assert [figure.rung for figure in before.values()] == ["none"]

    file = tmp_path / "cbp.csv"
    file.write_text(text(ROWS), encoding="utf-8")
    assert run("import", file, "--accept")[1]["after"]["edition"] == 1
    mine = seized(state, "D-san-diego", "en")
    weapons = mine[f"Weapons seized: {OFFICE}"]
    assert (weapons.raw, weapons.value, weapons.rung, weapons.place) == (36, "36 pieces", "sector", OFFICE)
    assert weapons.period == "FY2023"  # the last whole one of the file
    assert weapons.base == (
        "Base: what CBP (Office of Field Operations) seized outbound at this office or sector of the southwest border, "
        "from its public file of 2021-10 to 2023-10, edition CBP_SEIZURES/1."
    )
    assert [card.id for card in weapons.cards] == ["CBP_SEIZURES"]
    assert not weapons.press
    rounds = mine[f"Ammunition seized: {OFFICE}"]
    assert (rounds.raw, rounds.value, rounds.rung) == (1500, "1,500 rounds", "sector")
    sector = mine[f"Weapons seized: {SECTOR}"]
    assert (sector.raw, sector.period) == (4, "FY2024 (2023-10)")  # no whole year has any: a part, and it says so
    assert len(mine) == 3
    store = Store(history.root(ROOT / "geodata", state), state, shipped=ROOT / "geodata")
    assert weapons.id in [figure.id for figure in headline(lens(store, "D-san-diego", "en"))]

    spanish = seized(state, "D-san-diego", "es")
    assert spanish["Armas interceptadas: Oficina de Campo de SAN DIEGO"].period == "AF2023"
    assert "edición CBP_SEIZURES/1" in spanish["Armas interceptadas: Oficina de Campo de SAN DIEGO"].base
    # Figures of releases stay beside the file, never added to it.
    laredo = seized(state, "D-laredo", "en")
    assert laredo["Weapons seized: Laredo Field Office"].raw == 8
    assert {320, 620} <= {figure.raw for figure in laredo.values()}
    # An office without a port has no sector.
    assert not seized(state, "D-austin", "en")

    status, brief, _ = run("brief", "san-diego", "--lang", "en", "--format", "pdf", "--out", tmp_path / "brief.pdf")
    assert (status, brief["ok"]) == (0, True)
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "brief.pdf").pages).split())
    assert "36 pieces" in said
    assert "edition CBP_SEIZURES/1" in said
    assert f"Observed for its border sector · {OFFICE} · FY2023" in said
    assert run("rollback")[1]["current"] == 0
    assert seized(state, "D-san-diego", "en") == before


@pytest.mark.parametrize("way", ["INBOUND", ""])
def test_what_did_not_go_out_is_on_no_rung(run: Run, tmp_path: Path, way: str) -> None:
    file = tmp_path / "cbp.csv"
    file.write_text(text([row("2023", "OCT", OFFICE, way=way)]), encoding="utf-8")
    assert run("import", file, "--accept")[0] == 0
    assert [one.rung for one in seized(tmp_path / "state", "D-san-diego", "en").values()] == ["none"]
