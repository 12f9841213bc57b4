"""The sentence says what is published, with its base, and where nothing is published it says so."""

import json
from dataclasses import replace

import pytest

from corridors.answers.evidence import Scene, sentence, total_for
from corridors.answers.page_config import districts, page_config, series, totals
from corridors.model import measures as m
from corridors.model.view import ViewState
from corridors.store import Store

NB = "\u00a0"


def say(store: Store, view: ViewState) -> str:
    return sentence(Scene(view, store.cube, totals(store), districts(store)))


def test_the_opening_sentence_has_its_base(store: Store) -> None:
    assert say(store, ViewState()).startswith(
        "Of 50,409 guns recovered in Mexico and submitted to ATF in 2022\u20132023, 18,206 led to a US buyer; "
        f"13,861 of those (76{NB}%) were bought in four border states."
    )
    assert f"13,861 de ellas (76{NB}%) se compraron en cuatro estados fronterizos" in say(store, ViewState(lang="es"))


@pytest.mark.parametrize(
    ("origins", "destinations", "part"),
    [
        (("US-TX",), (), f"7,825 (43{NB}%) were first sold in Texas. Published pairs from Texas: Tamaulipas 1,191, "),
        (("US-CA",), (), "No pair from California is published."),
        (("US-NY",), (), "New York: no count of its own is published; it is among all other states"),
        (
            ("D-san-diego",),
            (),
            "For the district of San Diego nothing is published by district; observed by state",
        ),
        (("US-AZ",), ("MX-26",), f"From Arizona to Sonora: 1,618 of 17,717 guns with a known recovery state (9{NB}%"),
        (("US-TX",), ("MX-26",), "From Texas to Sonora no count is published; it lies somewhere in the 12,087 guns"),
        ((), ("MX-26",), "Sonora was number 1 in ATF's order of recovery states in 2022\u20132023"),
        ((), ("MX-20",), "For Oaxaca ATF published neither a count nor a place in its order"),
    ],
)
def test_a_selection_is_told_with_what_is_not_published(
    store: Store, origins: tuple[str, ...], destinations: tuple[str, ...], part: str
) -> None:
    assert part in say(store, ViewState(origins=origins, destinations=destinations))


def test_places_outside_the_years_of_the_flows_are_told_so(store: Store) -> None:
    told = say(store, ViewState(origins=("US-TX",), years=(2012, 2012)))
    assert told.startswith("Counts by place of purchase and by pair are published for 2022\u20132023 only.")


def test_a_law_is_counted_or_stated_never_scored(store: Store) -> None:
    view = ViewState(us="law_universal", years=(2020, 2020))
    assert "of 50 states had this provision in force in 2020" in say(store, view)
    assert "California had this provision in force in 2020" in say(store, replace(view, origins=("US-CA",)))
    assert "Texas did not have this provision in force in 2020" in say(store, replace(view, origins=("US-TX",)))
    assert "District of Columbia: not published" in say(store, replace(view, origins=("US-DC",)))


def test_nothing_published_is_said(store: Store) -> None:
    told = say(store, ViewState(us="dealers_per_100k", years=(1990, 1990)))
    assert "No count of guns recovered in Mexico and submitted to ATF is published for 1990." in told
    assert "Nothing is published for 1990 or before:" in told


def test_the_narrowest_edition_answers_for_a_year_that_no_edition_prints_alone() -> None:
    rows = [
        (2007, 2007, 10, 5, "A"),
        (2007, 2011, 60, 30, "A"),
        (2010, 2020, 90, None, "B"),
        (2022, 2022, 7, None, "C"),
    ]
    assert total_for(rows, (2007, 2007)) == rows[0]
    assert total_for(rows, (2010, 2010)) == rows[1]
    assert total_for(rows, (2012, 2012)) == rows[2]
    assert total_for(rows, (2021, 2024)) == rows[3]
    assert total_for(rows, (2006, 2014)) == rows[1]
    assert total_for(rows, (2023, 2024)) is None


def test_one_total_a_period_and_none_from_the_paper(store: Store) -> None:
    rows = totals(store)
    assert len({(first, last) for first, last, *_ in rows}) == len(rows)
    assert (2022, 2022, 24642, None, "ATF Mexico 2017-2022") in rows
    assert all(submitted < 200_000 and "2013-2018" not in edition for _, _, submitted, _, edition in rows)
    by_period = {row[:2]: row for row in rows}
    assert by_period[(2017, 2017)][2] == 16133


def test_the_page_is_told_every_measure_and_every_series(store: Store) -> None:
    config = json.loads(page_config(ViewState(lang="es", us="checks_per_100k"), store))
    assert config["view"]["us"] == "checks_per_100k"
    assert set(config["measures"]) == {x.id for x in m.MEASURES if x.id in store.cube["measures"]}
    assert not config["base"].startswith("/")
    strips = {strip["id"]: strip["periods"] for strip in series(store, "en")}
    assert strips["laws"][-1] == (2020, 2020)
    assert strips["flows"] == [(2022, 2023)]
    assert {words["series"] for words in config["measures"].values()} <= set(strips)
    assert config["measures"]["traced_to_mexico_per_100k"]["via_press"] is True
