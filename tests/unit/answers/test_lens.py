"""The lens of four consulates: on the border, in a state's capital, elsewhere, and without a district."""

import re
from dataclasses import replace

import pytest

from corridors.answers import lens_file
from corridors.answers.district import offices
from corridors.answers.lens import LEADS, Figure, Lens, headline, lens, split
from corridors.answers.lens.law import NAMED, neighbours
from corridors.answers.licences import FEW
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")


def figures(found: Lens) -> dict[str, Figure]:
    return {figure.id: figure for section in found.sections for figure in section.figures}


def test_a_border_office_leads_with_its_ports(store: Store) -> None:
    found = lens(store, "D-san-diego", "en")
    assert (found.role, found.states, found.sections[0].id) == ("border", ("US-CA",), "border")
    mine = figures(found)
    assert mine["ports"].raw == len(found.ports) == 5
    assert mine["ports"].rung == "district"
    rows = store.table("border_crossings_year")
    trucks = rows[(rows["year"] == 2024) & (rows["measure"] == "Trucks") & rows["port_code"].isin(["2505", "2506"])]
    assert mine["crossings-trucks"].raw == trucks["value"].sum()
    assert (mine["traced-US-CA"].raw, mine["traced-US-CA"].rung) == (1575, "state")
    assert "18,206" in mine["traced-US-CA"].base
    assert mine["seized"].rung == mine["pair-US-CA"].rung == mine["place"].rung == "none"
    assert [(tie.place, tie.count) for tie in found.tied] == [("MX-02", None)]


def test_a_sector_of_the_border_is_a_rung_of_its_own(store: Store) -> None:
    mine = figures(lens(store, "D-laredo", "en"))
    sector = [figure for id, figure in mine.items() if id.startswith("seized-")]
    assert {figure.rung for figure in sector} == {"sector"}
    assert {(figure.raw, figure.period) for figure in sector} >= {(320, "FY2022"), (620, "FY2023 to 31 Aug")}
    assert not [figure for figure in mine.values() if "Border Patrol" in figure.base]  # no measure of what goes south


def test_a_capital_is_where_a_state_is_governed(store: Store) -> None:
    capitals = [one.city for one in offices(store, "en") if lens(store, one.id, "en").role == "capital"]
    assert {"Sacramento", "Austin", "Phoenix", "Washington", "Denver"} <= set(capitals)
    assert not {"Chicago", "Houston", "San Diego", "El Paso"} & set(capitals)
    assert lens(store, "D-chicago", "en").role == "other"


def test_places_that_are_printed_stand_on_the_rung_of_the_district(store: Store) -> None:
    houston, phoenix = figures(lens(store, "D-houston", "en")), figures(lens(store, "D-phoenix", "en"))
    assert {
        (one.place, one.raw) for one in houston.values() if one.id.startswith("place-") and one.rung == "district"
    } == {("Houston, Texas", 2452)}
    shared = next(one for one in phoenix.values() if one.place.startswith("Maricopa and Pima"))
    assert (shared.rung, shared.raw) == ("state", 1189)  # one number for two districts is neither's
    assert "only some" in shared.base


def test_a_consulate_without_a_district_is_valid_and_empty(store: Store) -> None:
    found = lens(store, "D-san-juan", "en")
    assert (found.states, found.sections, found.law, headline(found)) == ((), (), None, ())
    with pytest.raises(KeyError):
        lens(store, "D-nowhere", "en")


def test_what_a_district_rests_on_is_said_with_counts(store: Store) -> None:
    found = lens(store, "D-austin", "en")
    assert found.approximate
    assert [int(part) for part in re.findall(r"\d+", found.unverified)] == [28, 4, 23, 1]
    assert not lens(store, "D-san-diego", "en").approximate
    assert "seat" in lens(store, "D-san-diego", "en").unverified


def test_laws_are_named_and_never_counted(store: Store) -> None:
    table = lens(store, "D-sacramento", "en").law
    assert table is not None
    assert [state for state, _ in table.states] == ["US-CA", "US-AZ", "US-NV", "US-OR"]
    assert (table.year, table.own, [row.id for row in table.rows]) == (2020, 1, list(NAMED))
    assert table.rows[0].values == (True, False, True, True)
    washington = lens(store, "D-washington", "en").law
    assert washington is not None
    at = [state for state, _ in washington.states].index("US-DC")
    assert {row.values[at] for row in washington.rows} == {None}  # no score is not a no


def test_neighbours_share_a_border_and_not_a_corner(store: Store) -> None:
    beside = neighbours(store)
    assert beside["US-AZ"] == ("US-CA", "US-NM", "US-NV", "US-UT")
    assert beside["US-TX"] == ("US-AR", "US-LA", "US-NM", "US-OK")
    assert beside["US-HI"] == ()


@pytest.mark.parametrize("lang", LANGS)
def test_every_number_of_every_lens_says_what_it_stands_on(store: Store, lang: str) -> None:
    for office in offices(store, lang):
        found = lens(store, office.id, lang)
        for figure in figures(found).values():
            assert all((figure.base, figure.label, figure.place)), (office.id, figure.id)
            assert figure.kind in (Kind.OBSERVED, Kind.DERIVED)
            if figure.raw is not None:
                assert all((figure.period, figure.cards)), (office.id, figure.id)
                assert "PAPER_2020" not in {card.id for card in figure.cards}
        numbers = headline(found)
        assert len({figure.id for figure in numbers}) == len(numbers)
        assert not [figure for figure in numbers if figure.raw is None]
        assert len(numbers) == (5 if found.states else 0), office.id


def test_a_modelled_number_cannot_be_a_figure(store: Store) -> None:
    real = headline(lens(store, "D-el-paso", "en"))[0]
    with pytest.raises(ValueError, match="modelled"):
        replace(real, kind=Kind.MODELLED)
    with pytest.raises(ValueError, match="base"):
        replace(real, base="")
    with pytest.raises(ValueError, match="rung"):
        replace(real, rung="none")


def test_a_split_is_an_estimate_with_its_assumption_and_its_miss(store: Store) -> None:
    found = split(store, "D-el-paso", "people", "en")
    assert [one.id for one in found] == ["split-people-US-NM", "split-people-US-TX"]
    for one in found:
        assert one.kind is Kind.MODELLED
        assert one.low < one.raw < one.high
        assert "2,259" in one.error
        assert "Assumes" in one.assumption
    assert split(store, "D-el-paso", "dealers", "en") == ()  # no list of licences is imported here
    assert split(store, "D-chicago", "people", "en") == ()  # Illinois is not published by itself
    phoenix = split(store, "D-phoenix", "people", "en")[0]
    assert phoenix.high <= 3969


def test_the_roles_lead_with_what_they_are_for() -> None:
    assert set(LEADS) == {"border", "capital", "other"}
    assert FEW == 5


@pytest.mark.parametrize("lang", ["es", "en"])
def test_a_row_without_a_number_is_never_called_observed(lang: str, store: Store) -> None:
    rows = lens_file.download(ViewState(lang=lang, lens=("D-san-diego",)), store).frame
    empty = rows["value"].isna()
    assert empty.any()
    assert set(rows.loc[empty, "kind"]) == {text("fig.status.missing", lang)}
    assert text("fig.status.missing", lang) not in set(rows.loc[~empty, "kind"])
