from collections.abc import Callable
from pathlib import Path

import pytest

from corridors.build import facts
from corridors.errors import DataError
from corridors.model.tables import BY_NAME

Copy = Callable[..., Path]


def test_cards_are_read_by_id(root: Path) -> None:
    cards = facts.read_cards(root / "geodata")
    assert cards["ATF_SR"].redistribute == "yes"
    assert list(cards) == sorted(cards)


@pytest.mark.parametrize(
    ("text", "said"),
    [("a: [", "not YAML"), ("- a", "write fields as"), ("id: x", "add the field")],
)
def test_a_malformed_card_names_its_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "BAD.yml").write_text(text)
    with pytest.raises(DataError, match=r"cards/BAD\.yml") as error:
        facts.read_cards(tmp_path)
    assert said in str(error.value)


def test_a_card_under_another_name_is_refused(copy: Copy) -> None:
    folder = copy()
    (folder / "cards" / "ATF_SR.yml").rename(folder / "cards" / "ATF_XX.yml")
    with pytest.raises(DataError, match=r"name the file ATF_SR\.yml"):
        facts.read_cards(folder)


def test_a_folder_without_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds no card"):
        facts.read_cards(tmp_path)


def test_tables_missing_or_unknown_are_named(copy: Copy) -> None:
    folder = copy()
    (folder / "facts" / "weather.csv").write_text("a\n1\n")
    with pytest.raises(DataError, match=r"weather\.csv is not in TABLES"):
        facts.present(folder)
    (folder / "facts" / "trace_pairs.csv").unlink()
    with pytest.raises(DataError, match=r"trace_pairs\.csv is missing"):
        facts.present(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("year_start", "start", 1), "the header must be year_start"),
        (lambda text: text + "2022,2023\n", "row 9: 2 cells, 18 expected"),
        (lambda text: text + '"2022', "line"),
    ],
)
def test_a_malformed_file_says_where(copy: Copy, change: Callable[[str], str], said: str) -> None:
    folder = copy()
    path = folder / "facts" / "trace_pairs.csv"
    path.write_text(change(path.read_text()))
    with pytest.raises(DataError, match=r"facts/trace_pairs\.csv") as error:
        facts.read_rows(folder, BY_NAME["trace_pairs"])
    assert said in str(error.value)


def test_a_changed_figure_changes_the_pin_of_its_source_alone(copy: Copy) -> None:
    folder = copy()
    assert facts.pin_cards(folder) == []
    path = folder / "facts" / "trace_pairs.csv"
    path.write_text(path.read_text().replace("1618", "1619"))
    before = facts.read_cards(folder)
    assert facts.pin_cards(folder) == ["NFCTA_IV"]
    after = facts.read_cards(folder)
    assert {id for id in after if after[id] != before[id]} == {"NFCTA_IV"}
    assert after["NFCTA_IV"].sha256 == facts.pins(folder)["NFCTA_IV"]
