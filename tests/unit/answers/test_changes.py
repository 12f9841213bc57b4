"""Restatements: what stands in the tables with two values is found, printed with both, and never averaged."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pandas as pd
import pytest

from corridors import history
from corridors.answers.changes import download, entries, restatements, row_words, table_words
from corridors.answers.download import LicenceError
from corridors.answers.quantities import importer, named, quantity
from corridors.answers.sources import sources
from corridors.editions.state import point
from corridors.model.tables import LEDGER
from corridors.model.view import ViewState
from corridors.pages import changes as changes_page
from corridors.pages import sources as page
from corridors.store import Store

VIEW = ViewState()


def with_rows(store: Store, monkeypatch: pytest.MonkeyPatch, *rows: dict[str, object]) -> Store:
    """The shipped store with more totals, each the later row of 2017 but for the cells given."""
    table = store.table("trace_totals")
    like = table[(table["edition"] == "ATF Mexico 2017-2022") & (table["year_end"] == 2017)].iloc[0].to_dict()
    more = pd.concat([table, pd.DataFrame([like | row for row in rows])], ignore_index=True)
    other = Store(store.root)
    monkeypatch.setattr(other, "table", lambda name: more if name == "trace_totals" else store.table(name))
    return other


def test_what_atf_restated_for_2017_stands_with_both_values(store: Store) -> None:
    (found,) = [one for one in restatements(VIEW, store) if one.years == (2017, 2017)]
    assert [figure.value for figure in found.figures] == [15_668, 16_133]
    assert [figure.card.id for figure in found.figures] == ["PAPER_2020", "ATF_MX_2017_2022"]
    assert [figure.published for figure in found.figures] == ["2020", "2023"]
    assert [figure.via_press for figure in found.figures] == [False, True]
    assert (found.kind, found.difference) == ("editions", 465)
    assert found.percent == pytest.approx(2.968, abs=0.001)
    assert "2013–2018" in found.figures[0].edition


def test_two_readings_of_one_edition_are_not_a_restatement(store: Store) -> None:
    kinds = {one.years: one.kind for one in restatements(VIEW, store)}
    assert kinds == {(2017, 2017): "editions", (2007, 2007): "readings"}


def test_an_imported_edition_is_found_by_itself(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    third = {"edition": "ATF Mexico 2018-2023", "source_id": "ATF_MX_2018_2023", "value": 16_200.0}
    same = {"edition": "ATF Mexico 2019-2024", "source_id": "ATF_MX_2019_2024", "year_start": 2024, "year_end": 2024,
            "value": 25_884.0}  # fmt: skip
    found = restatements(VIEW, with_rows(store, monkeypatch, third, same))
    (of_2017,) = [one for one in found if one.years == (2017, 2017)]
    assert [figure.value for figure in of_2017.figures] == [15_668, 16_133, 16_200]
    assert of_2017.difference == 16_200 - 15_668
    assert (2024, 2024) not in {one.years for one in found}


@pytest.mark.parametrize("quality", ["rounded", "from_memory_unverified"])
def test_rounded_words_and_what_nobody_verified_restate_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, quality: str
) -> None:
    row = {"edition": "other", "value": 16_000.0, "quality": quality}
    assert restatements(VIEW, with_rows(store, monkeypatch, row)) == restatements(VIEW, store)


def test_a_zero_has_no_percent(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        {"edition": edition, "year_start": 1999, "year_end": 1999, "value": value}
        for edition, value in (("A", 0.0), ("B", 3.0))
    ]
    found = restatements(VIEW, with_rows(store, monkeypatch, *rows))[-1]
    assert found.difference == 3
    assert found.percent != found.percent


def edition(state: Path, number: int, parent: int, **more: object) -> None:
    folder = history.folder(state, number)
    folder.mkdir(parents=True)
    record = history.Edition(
        number, accepted=f"2026-11-{number:02d}T10:00:00+00:00", by="ana", source="x", parent=parent
    )
    (folder / history.RECORD).write_text(json.dumps(asdict(record) | more))
    cells = [{"table": "nics_state_month", "key": '{"month": "2023-09", "state_code": "TX"}', "column": "nics_total",
              "before": "1234.50", "after": "", "change": "restated"}]  # fmt: skip
    pd.DataFrame(cells).to_parquet(folder / history.CHANGES)


def test_an_edition_is_in_force_a_part_of_it_or_set_aside(store: Store, tmp_path: Path) -> None:
    for number, parent in ((1, 0), (2, 1), (3, 1)):
        edition(tmp_path, number, parent)
    (tmp_path / history.CURRENT).write_text("3")
    found = entries(VIEW, Store(store.root, tmp_path))
    assert [(one.edition.number, one.place) for one in found] == [
        (3, "current"), (2, "aside"), (1, "part"), (0, "part"),
    ]  # fmt: skip
    cell = found[0].cells[0]
    assert (cell.before, cell.after, cell.quantity) == ("1,234.50", "–", "September 2023 · Texas · Background checks")
    assert [one.more for one in found] == [0, 0, 0, 0]
    assert found[-1].cells == ()


@pytest.mark.parametrize(
    ("lang", "unsaid", "heading"), [("en", "the file does not say", "File"), ("es", "el archivo no lo dice", "Archivo")]
)
def test_what_no_file_says_is_told_and_each_step_names_its_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, unsaid: str, heading: str
) -> None:
    edition(tmp_path, 1, 0, source="fbi_nics", source_ids=["NICS"], file="checks.csv")
    point(tmp_path, 1, "ana", "accept", "/home/ana/checks.csv")
    here = Store(store.root, tmp_path)
    cards = {**store.cards(), "NICS": replace(store.card("NICS"), published="")}
    monkeypatch.setattr(here, "cards", lambda: cards)
    said = str(changes_page.layout(replace(VIEW, lang=lang), here))
    assert said.count(unsaid) == 2  # the edition's own date, and that of the series
    assert heading in said
    assert "checks.csv" in said
    assert "/home/ana" not in said


def test_without_a_state_folder_there_is_what_ships(store: Store) -> None:
    assert [one.edition.number for one in entries(VIEW, store)] == [0]
    with pytest.raises(KeyError):
        download(1, VIEW, store)


def test_what_may_not_be_given_away_is_not(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition(tmp_path, 1, 0, source_ids=["NICS"])
    here = Store(store.root, tmp_path)
    assert len(download(1, VIEW, here).frame) == 1
    monkeypatch.setattr(here, "cards", lambda: {"NICS": replace(store.card("NICS"), redistribute="no")})
    with pytest.raises(LicenceError):
        download(1, VIEW, here)


def test_a_table_of_a_later_version_keeps_its_own_name() -> None:
    assert table_words("trace_totals", "en") == "Totals of traces, by edition"
    assert table_words("something_new", "en") == "something_new"
    assert row_words('["2017", "", 26]') == "2017 · 26"


def test_a_source_of_several_editions_names_each(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = store.table(LEDGER)
    more = ledger[ledger["of_source"] == "ATF_SR"].head(1).assign(
        edition_id="ATF_SR/2", part_column="year", part_value="2014", edition="calendar year 2014",
        imported="2026-11-10",
    )  # fmt: skip
    other = Store(store.root)
    both = pd.concat([ledger, more], ignore_index=True)
    monkeypatch.setattr(other, "table", lambda name: both if name == LEDGER else store.table(name))
    assert {source.card.id for source in sources(other) if source.editions} == {"ATF_SR"}
    said = str(page.layout(VIEW, other))
    assert "year 2014: calendar year 2014 (imported 10 November 2026)" in said
    assert "(as shipped)" in said
    assert not any(source.editions for source in sources(store))


@pytest.mark.parametrize(
    ("name", "english", "spanish"),
    [
        ("nics_total", "Background checks", "Verificaciones de antecedentes"),
        ("us_sourced", "Of them, made in", "De ellas, fabricadas en"),
        ("feminicidio_victims_total", "Feminicide, victims, all means", "Feminicidio, víctimas, todos los medios"),
        ("traced_to_mexico", "Guns traced from Mexico", "Armas rastreadas desde México"),
        ("of_a_later_version", "of a later version", "of a later version"),
    ],
)
def test_totals_and_measures_are_said_in_words(name: str, english: str, spanish: str) -> None:
    assert quantity(name, "en").startswith(english)
    assert quantity(name, "es").startswith(spanish)
    assert name == "of_a_later_version" or named("es")[name] == quantity(name, "es")


def test_an_importer_is_named_and_an_unknown_one_keeps_its_id() -> None:
    assert importer("fbi_nics", "es") == "FBI, verificaciones de antecedentes NICS"
    assert importer("of_a_later_version", "es") == "of_a_later_version"
