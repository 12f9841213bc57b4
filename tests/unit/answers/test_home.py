"""The first view says what the store holds, with its base, and never a number of its own."""

from dataclasses import replace

import pytest

from corridors.answers.border import PROVISIONS, border_rates
from corridors.answers.both import PLACES, both_data, line, order_line, source_line
from corridors.answers.home import acronym, cite, flows, greeting, ladder, last_years, recovery_order
from corridors.model.kinds import Kind
from corridors.store import Store


def test_the_sentence_is_the_one_of_the_design_with_its_base(store: Store) -> None:
    said = greeting(store, "en")
    assert said.sentence == (
        "Of 50,409 guns recovered in Mexico and submitted to ATF in 2022–2023, 18,206 led to a US buyer; "
        "13,861 of those (76\u00a0%) were bought in four border states."
    )
    assert "18,206" in said.source
    assert "via press" in said.source
    assert "8 January 2025" in said.source
    assert said.citation.startswith(said.sentence)
    assert said.citation.endswith(store.card("NFCTA_IV").url)


def test_the_sentence_in_spanish_has_the_same_numbers(store: Store) -> None:
    said = greeting(store, "es")
    for number in ("50,409", "18,206", "13,861", "76\u00a0%", "2022–2023"):
        assert number in said.sentence
    assert "8 de enero de 2025" in said.source
    assert "a través de la prensa" in said.source


def test_the_sentence_follows_the_store(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other: dict[str, dict[str, object]] = {"flows": {"period": [2030, 2031], "submitted": 2000}}
    other["flows"] |= {"traced": 1000, "border_total": 250}
    other["flows"]["source"] = "NFCTA_IV"
    monkeypatch.setattr(type(store), "cube", other)
    said = greeting(store, "en").sentence
    assert said.startswith("Of 2,000 guns recovered in Mexico and submitted to ATF in 2030–2031, 1,000 led")
    assert "250 of those (25\u00a0%)" in said


def test_flows_add_up_to_their_bases(store: Store) -> None:
    found = flows(store.cube)
    bands = [flow for flow in found if flow.role in ("source", "other")]
    assert [flow.origin for flow in bands] == ["US-CA", "US-AZ", "US-NM", "US-TX", ""]
    assert sum(flow.count for flow in bands) == bands[0].base == 18206
    onward = [flow for flow in found if flow.role in ("pair", "rest")]
    assert sum(flow.count for flow in onward) == onward[0].base == 17717
    assert {flow.kind for flow in found if flow.role in ("source", "pair")} == {Kind.OBSERVED}
    assert {flow.kind for flow in found if flow.role in ("other", "rest")} == {Kind.DERIVED}
    assert found[3].share == pytest.approx(42.98, abs=0.01)


def test_pairs_stand_largest_first(store: Store) -> None:
    counts = [flow.count for flow in flows(store.cube) if flow.role == "pair"]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 1618


def test_the_ladder_narrows_and_its_parts_fill_the_third_rung(store: Store) -> None:
    rungs = ladder(store, "en")
    assert [rung.count for rung in rungs] == [50409, 18206, 17717, 5630, 12087]
    assert rungs[3].count + rungs[4].count == rungs[2].count
    assert rungs[0].share is None
    assert rungs[1].share == pytest.approx(36.1, abs=0.05)
    assert "our reading" in rungs[2].words


def test_the_order_of_recovery_is_an_order_only(store: Store) -> None:
    assert recovery_order(store)[:3] == ("MX-26", "MX-02", "MX-08")
    assert order_line(store, "en").endswith("8 Zacatecas; 9 Jalisco; 10 Sinaloa.")


def test_each_layer_says_its_last_year(store: Store) -> None:
    years = last_years(store)
    assert years["laws"] == 2020
    assert years["traces"] == 2023
    assert years["municipal"] == 2015


def test_a_citation_says_second_hand_and_the_date_once(store: Store) -> None:
    card = store.card("NFCTA_IV")
    assert acronym(card, "en") == "ATF"
    assert cite(card, "en").endswith("Volume IV, read via press, published 8 January 2025")
    assert "press" not in cite(replace(card, via_press=False), "en")
    dated = replace(card, document="Assessment (8 January 2025)")
    assert cite(dated, "en") == "ATF, Assessment (8 January 2025), read via press"
    assert acronym(replace(card, publisher="M. Siegel, Project (Boston University)"), "es").startswith("M. Siegel")


def test_border_rates_are_those_published_and_stand_from_west_to_east(store: Store) -> None:
    rates = border_rates(store, "en")
    assert [state.name for state in rates.states] == ["California", "Arizona", "New Mexico", "Texas"]
    assert [round(state.rate) for state in rates.states] == [4, 53, 23, 25]
    assert rates.law_year == 2020
    assert rates.people_year == 2023
    asked = PROVISIONS.index("universal")
    assert [state.provisions[asked] for state in rates.states] == [True, False, True, False]


def test_the_hostile_answer_stands_on_the_card(store: Store) -> None:
    rates = border_rates(store, "en")
    assert "New Mexico required checks on private sales in 2020, and still has 23." in rates.answer
    assert "Distance to the border" in rates.answer
    assert "none after 2020" in rates.more
    spanish = border_rates(store, "es")
    assert "Nuevo México exigía" in spanish.answer
    assert "23" in spanish.answer


def test_every_flow_has_a_label_a_tooltip_and_a_line(store: Store) -> None:
    data = both_data(store, "es")
    shapes = {shape.id for group in data.flows.values() for shape in group}
    assert {flow.id for flow in flows(store.cube)} | {"OTHER-hatch"} == shapes
    assert len(data.labels) == len(PLACES) == 11
    assert "<b>Nuevo León</b><br>1,158" in {label.words for label in data.labels}
    assert len(data.regions) == 83
    hovers = {shape.id: shape.hover for shape in data.regions}
    assert "Lugar 1 en el orden" in hovers["MX-26"]
    assert "No se publica una cifra propia" in hovers["US-OH"]


def test_lines_print_their_base(store: Store) -> None:
    by_id = {flow.id: line(store, flow, "en") for flow in flows(store.cube)}
    assert by_id["S-US-TX"] == "Texas: 7,825 (43.0\u00a0% of 18,206)."
    assert by_id["US-AZ>MX-26"] == "Arizona to Sonora: 1,618 (9.1\u00a0% of 17,717)."
    assert by_id["OTHER"].startswith("All other pairs: where each gun was recovered is not published: 12,087")
    assert "17,717" in source_line(store, "en")
