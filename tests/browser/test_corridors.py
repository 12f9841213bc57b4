"""The page of corridors in a browser: the journey of an analyst, and the same numbers as Python's."""

import random
import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from corridors.analysis.flows.reading import moved, rough
from corridors.answers.corridors import (
    PRIORS,
    PROXIES,
    ROUTES,
    Filters,
    band_words,
    cap_of,
    dial,
    listed,
    pairs,
    sentence,
)
from corridors.answers.corridors_selection import selection
from corridors.model.view import ViewState, decode
from corridors.store import Store

READY = "#flows[data-ready]"
SHOWN = """({ state }) => {
  const { asset } = corridors.flows;
  const whole = { from: [], to: [], border: "", port: "", robust: false, ...state };
  return corridors.dial.shown(asset, whole).rows.map((row) =>
    [row.origin, row.to, row.published, row.level, row.low, row.high, row.stays]);
}"""
SCENARIO = """({ state, scenario }) => {
  const { before, after, displaced, low, high } = corridors.whatif.ports(corridors.flows.asset, state, scenario);
  return { before: [...before], after: [...after], displaced, low, high };
}"""


def opened(page: Page, query: str = "lang=en") -> Page:
    page.goto(f"/corridors?{query}")
    page.wait_for_selector(READY)
    return page


@pytest.mark.parametrize(
    ("query", "drawn", "row"),
    [
        ("lang=en&o=US-TX,US-AZ&d=MX-01", "The pair not drawn, under 10 guns", "Arizona → Aguascalientes"),
        ("lang=es&o=US-TX,US-AZ&d=MX-01", "El par sin dibujar, menos de 10 armas", "Arizona → Aguascalientes"),
    ],
)
def test_one_pair_left_is_spoken_of_as_one(page: Page, query: str, drawn: str, row: str) -> None:
    opened(page, query)
    expect(page.locator("#flow-shown")).to_contain_text(drawn)
    page.locator("#flow-table summary").click()
    expect(page.locator("#flow-rows")).to_contain_text(row)
    page.keyboard.press("m")
    expect(page.locator("#flow-shown")).to_contain_text(re.compile("One pair|Un par"))


@pytest.mark.parametrize(
    ("lang", "start"), [("en", "Washington state – Tijuana"), ("es", "estado de Washington – Tijuana")]
)
def test_published_routes_are_named_and_their_agreement_is_printed(
    page: Page, store: Store, lang: str, start: str
) -> None:
    opened(page, f"lang={lang}")
    measured = store.web_json("corridor_dial")["agreement"]
    told = re.findall(r"\d+", page.locator("#flow-agreement").inner_text())
    share = round(100 * measured["near"] / measured["between"])
    near = [measured["near"], measured["between"], share, measured["near_km"], measured["near_straight"]]
    away = [measured["ports_same_away"], measured["ports_named_away"]]
    assert [int(number) for number in told] == [measured["routes"], *near, *away]
    names = page.locator("#flow-routes-names li")
    expect(names).to_have_count(14)
    page.locator(".flow-routes-list summary").click()
    expect(names.first).to_contain_text(start)
    page.locator("#flow-agreement a").click()
    expect(page.locator("#ports-and-roads")).to_be_in_viewport()
    expect(page.get_by_text(re.compile("weak agreement|coincidencia débil", re.IGNORECASE)).first).to_be_attached()


def test_the_dial_and_its_rows_are_the_same_on_both_sides(page: Page, store: Store) -> None:
    opened(page)
    found, dice = dial(store), random.Random(7)
    latest = len(found.periods) - 1
    for _ in range(8):
        at = dice.choice((0, 1, 2, latest, latest))
        key = (dice.choice(PRIORS), *((dice.choice(ROUTES), dice.choice(PROXIES)) if at == latest else found.best[1:]))
        origins = tuple(dice.sample(("US-TX", "US-AZ", "US-NY", "US-HI"), dice.choice((0, 1, 2))))
        ends = tuple(dice.sample(("MX-26", "MX-08", "MX-31"), dice.choice((0, 1))))
        view = ViewState(years=tuple(found.periods[at]["years"]), origins=origins, destinations=ends)
        state = dict(zip(("prior", "route", "proxy"), key, strict=True)) | {"period": at, "from": origins, "to": ends}
        told = [
            [row.origin, row.destination, row.published, row.band, row.low, row.high, row.stays]
            for row in listed(pairs(view, store, key))
        ]
        assert page.evaluate(SHOWN, {"state": state}) == told
    guns = [0, 4.9, 5, 7.49, 12.4, 99.9, 104.9, 105, 999.9, 1000, 12345.6]
    assert page.evaluate("guns => guns.map(corridors.dial.rough)", guns) == [rough(one) for one in guns]


def test_the_weight_of_an_assumption_is_the_same_on_both_sides(page: Page, store: Store) -> None:
    opened(page)
    found = dial(store)
    at = len(found.periods) - 1
    here = found.tables[(at, *found.best)]
    others = [found.tables[(at, "fitted", "ports", proxy)] for proxy in PROXIES if proxy != found.best[2]]
    said = page.evaluate("corridors.dial.weight(corridors.flows.asset, corridors.flows.state, 'proxy')")
    assert said == pytest.approx(max(moved(here.guns, other.guns) for other in others))
    # Access to eTrace is a part of one proxy, and its own weight is told beside it.
    share = next(
        one["etrace"]
        for one in store.web_json("corridor_dial")["sets"]
        if one["period"] == at and [one[key] for key in ("prior", "route", "proxy")] == [*found.best]
    )
    expect(page.locator("#flow-weight-etrace")).to_have_text(f"{100 * share:.0f}\u00a0% of the guns change place")
    page.locator("input[name=flow-proxy][value=people]").check()
    expect(page.locator("#flow-weight-etrace")).to_have_text("this proxy does without it")


def test_a_closed_port_moves_guns_as_the_logit_says(page: Page, store: Store) -> None:
    opened(page)
    asset, found = store.web_json("corridor_dial"), dial(store)
    at = len(found.periods) - 1
    guns = found.tables[(at, *found.best)].guns.reshape(len(found.origins), -1)[:, :-1].ravel()
    gate = next(number for number, one in enumerate(asset["gates"]) if one["name"] == "Laredo")
    before, after = np.zeros(len(asset["gates"])), np.zeros(len(asset["gates"]))
    for sent, shares in zip(guns, asset["shares"], strict=True):
        parts = dict(zip(shares[::2], shares[1::2], strict=True))
        left = sum(share for port, share in parts.items() if asset["ports"][port]["gate"] != gate)
        for port, share in parts.items():
            here = asset["ports"][port]["gate"]
            before[here] += sent * share / 1000
            after[here] += sent * share / left if here != gate else 0
    state = dict(zip(("prior", "route", "proxy"), found.best, strict=True)) | {"period": at}
    scenario = {"port": asset["gates"][gate]["id"], "road": "", "how": "close"}
    told = page.evaluate(SCENARIO, {"state": state, "scenario": scenario})
    assert told["before"] == pytest.approx(before)
    assert told["after"] == pytest.approx(after)
    assert told["after"][gate] == 0
    assert told["low"] <= told["displaced"] <= told["high"]
    assert told["displaced"] == pytest.approx(before[gate])


def test_a_law_score_moves_guns_between_origins_and_keeps_what_each_state_received(page: Page) -> None:
    opened(page)
    solved = page.evaluate(
        """() => {
          const { asset, state } = corridors.flows;
          const { before, after } = corridors.whatif.laws(asset, state, "US-TX", 5, 0.88);
          return { before: [...before], after: [...after], row: asset.origins.indexOf("US-TX") };
        }"""
    )
    row = solved["row"]
    assert sum(solved["after"]) == pytest.approx(sum(solved["before"]))
    assert solved["after"][row] < solved["before"][row]
    assert all(b >= a for at, (a, b) in enumerate(zip(solved["before"], solved["after"], strict=True)) if at != row)


def test_the_journey_of_an_analyst(page: Page, store: Store) -> None:
    opened(page)
    picture = page.locator("#flow-picture")
    expect(picture).to_contain_text("ESTIMATE, not ATF data")
    expect(picture).to_contain_text(re.compile(r"Pairs under \d+ guns, not drawn: together about"))
    expect(picture).to_contain_text("489 guns, not drawn")
    assert page.locator(".flow-arc.is-published").count() == 5
    assert 5 < page.locator(".flow-arc").count() <= 105
    # The dial: under 100 ms, the caption follows the prior, and the address keeps it.
    page.get_by_label("None (flat)").check()
    expect(page.locator("#flow-error")).to_contain_text("CPC 0.61")
    expect(page).to_have_url(re.compile("dial=none.ports.seizures"))
    page.evaluate("['power', 'published', 'fitted', 'none'].forEach((prior) => corridors.flows.change({ prior }))")
    assert page.evaluate("corridors.flows.perf.slice(2).sort((a, b) => a - b)[1]") < 100
    # Robust only.
    drawn = page.locator(".flow-arc").count()
    page.get_by_label("Robust only").check()
    assert page.locator(".flow-arc").count() < drawn
    page.get_by_label("Robust only").uncheck()
    # The matrix by its key; years by theirs; the table by its own.
    page.keyboard.press("m")
    expect(page.locator(".flow-matrix-svg .flow-cell.is-published")).to_have_count(5)
    expect(picture).to_contain_text("ESTIMATE, not ATF data")
    page.keyboard.press(",")
    expect(page.locator("#flow-sentence")).to_contain_text("52,541")
    page.keyboard.press(".")
    page.keyboard.press("m")
    page.keyboard.press("t")
    expect(page.locator("#flow-rows")).to_contain_text("observed")
    # A filter, by what is sold where; the file follows.
    page.locator("#flow-from").select_option("US-AZ")
    expect(page.locator("#flow-rows tr").first).to_contain_text("Sonora")
    expect(page.locator("#flow-csv")).to_have_attribute("href", re.compile("o=US-AZ"))
    with page.expect_download() as started:
        page.locator("#flow-csv").click()
    content = started.value.path().read_text(encoding="utf-8-sig")
    assert "None (flat),Through the ports,Guns secured by the authorities" in content
    assert "US-TX" not in content.split("base_guns")[1]


def test_a_link_opens_what_it_was_made_of_and_a_scenario_says_that_it_is_one(page: Page, store: Store) -> None:
    opened(page, "lang=es&dial=power.straight.people&o=D-el-paso&picture=map&routes=1")
    assert page.locator("input[data-dial=prior]:checked").get_attribute("value") == "power"
    expect(page.locator("#flow-district")).to_have_value("D-el-paso")
    assert page.locator(".flow-routes path").count() >= 10
    page.locator("#flow-what-road").select_option("US-i-35")
    expect(page.locator("#flow-picture")).to_contain_text("ESCENARIO: I-35")
    expect(page.locator("#flow-what-out")).to_contain_text(
        "Sustitución por otros países de origen y precios: no estimada."
    )
    assert page.locator(".flow-change").count() >= 2
    page.get_by_role("button", name="Terminar el escenario").click()
    expect(page.locator(".flow-change")).to_have_count(0)
    found = dial(store)
    first = listed(pairs(ViewState(lang="es", origins=("D-el-paso",)), store, ("power", "straight", "people")))[0]
    page.keyboard.press("t")
    told: Any = page.locator("#flow-rows tr").first
    expect(told).to_contain_text(band_words(first, "es", cap_of(found, len(found.periods) - 1)))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    "places",
    ["o=US-TX", "o=US-TX,US-AZ", "o=US-TX&d=MX-28,MX-19", "o=US-FL&d=MX-14", "o=US-AK&d=MX-31,MX-04", "d=MX-08,MX-13",
     "o=D-el-paso", "y=2015-2022&o=US-TX,US-IL"],
)  # fmt: skip
def test_the_served_sentence_is_the_one_that_the_browser_writes(
    page: Page, store: Store, lang: str, places: str
) -> None:
    opened(page, f"lang={lang}&{places}")
    view = decode(f"lang={lang}&{places}")
    said = f"{selection(view, store)} {sentence(dial(store), dial(store).at(view.years), lang)}"
    expect(page.locator("#flow-sentence")).to_have_text(said)


def test_crossings_are_the_same_on_both_sides(page: Page, store: Store) -> None:
    opened(page)
    for fields in ({"port": dial(store).gates[7]["id"]}, {"border": "US-AZ"}, {"border": "MX-28", "robust": True}):
        told = [
            [row.origin, row.destination, row.published, row.band, row.low, row.high, row.stays]
            for row in listed(pairs(ViewState(), store, filters=Filters(**fields)))
        ]
        state = {"period": len(dial(store).periods) - 1, "prior": "fitted", "route": "ports", "proxy": "seizures"}
        assert page.evaluate(SHOWN, {"state": state | fields}) == told


def test_a_scenario_is_in_the_address_and_a_link_reproduces_it(page: Page) -> None:
    opened(page)
    page.locator("#flow-what-port").select_option(label="Laredo")
    page.get_by_label("Harden it").check()
    expect(page).to_have_url(re.compile(r"[?&]harden=P\d+"))
    said = page.locator("#flow-what-said").inner_text()
    opened(page, page.url.partition("?")[2])
    expect(page.locator("#flow-what-said")).to_have_text(said)
    expect(page.locator("#flow-picture")).to_contain_text("SCENARIO: Laredo")
    page.get_by_role("button", name="End the scenario").click()
    expect(page).not_to_have_url(re.compile("harden="))
    opened(page, "lang=en&road=US-i-35")
    expect(page.locator("#flow-picture")).to_contain_text("SCENARIO: I-35")


def test_the_matrix_calls_nothing_undrawn_that_it_draws(page: Page) -> None:
    opened(page, "lang=en&picture=matrix")
    expect(page.locator("#flow-shown")).not_to_contain_text("not drawn")
    expect(page.locator("#flow-shown")).to_contain_text("489 of all guns, in a column apart")


def test_the_sentence_is_copied_with_its_citation_and_the_mark(page: Page) -> None:
    opened(page)
    page.evaluate("corridors.shell.copy = (told) => (window.told = told)")
    page.keyboard.press("q")
    told = page.evaluate("window.told")
    assert told.startswith("2022–2023: 18,206 guns")
    for part in ("ESTIMATE, not ATF data", "CPC 0.76", "not the transfer's", "Volume IV", "/corridors?"):
        assert part in told


def test_the_side_of_a_road_is_said_in_the_language_of_the_page(page: Page) -> None:
    opened(page, "lang=es")
    roads = page.locator("#flow-what-road option").all_inner_texts()
    assert not [name for name in roads if re.search("east|west|north|south", name)]
    assert {side for name in roads for side in re.findall(r"\((este|oeste)\)", name)} == {"este", "oeste"}


def test_time_is_one_slider_over_the_periods_that_say_something(page: Page, store: Store) -> None:
    opened(page)
    found = dial(store)
    last = len(found.periods) - 1
    slider = page.get_by_role("slider", name="Period")
    slider.focus()
    page.keyboard.press("Home")
    for at in range(last + 1):
        said = sentence(found, at, "en")
        expect(page.locator("#flow-sentence")).to_contain_text(said)
        expect(slider).to_have_attribute("aria-valuetext", said.split(":")[0])
        expect(page.locator(".flow-stops .is-on")).to_have_text(said.split(":")[0])
        page.keyboard.press("ArrowRight")
    page.keyboard.press(",")  # a slider takes no letters: the product's keys go on working
    expect(slider).to_have_value(str(last - 1))
