"""Names of states in every spelling that publishers use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.errors import DataError
from corridors.sources.names import codes, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Nuevo  León ", "nuevo leon"),
        ("MÉXICO", "mexico"),
        ("US VIRGIN  ISLANDS", "us virgin islands"),
        ("U.S. Virgin Islands", "us virgin islands"),
        ("Guam & Northern Mariana Islands", "guam & northern mariana islands"),
        ("LIC_CNTY", "lic cnty"),
    ],
)
def test_spellings_of_one_name_fold_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdefghijklmnñopqrstuvwxyzáéíóúü ", min_size=1))
def test_case_and_spaces_do_not_count(text: str) -> None:
    assert fold(f"  {text.upper()} ") == fold(text)


def test_every_state_of_both_countries_has_its_name(root: Path) -> None:
    mexico = codes(root / "geodata", "MX")
    assert set(mexico.values()) == {f"{number:02d}" for number in range(1, 33)}
    assert (mexico["coahuila de zaragoza"], mexico["mexico city"], mexico["distrito federal"]) == ("05", "09", "09")
    states = codes(root / "geodata", "US")
    assert len(set(states.values()) - {"PR", "GU", "VI", "MP"}) == 51
    assert (states["dst of columbia"], states["guam & northern mariana islands"]) == ("DC", "GU")


def test_a_name_with_two_codes_is_a_fault_of_the_table(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "states.csv").write_text("country,name,state_code\nMX,Sonora,26\nMX,SONORA,25\n")
    with pytest.raises(DataError, match="SONORA has two codes"):
        codes(tmp_path, "MX")
