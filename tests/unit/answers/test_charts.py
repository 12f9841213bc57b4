"""Charts as answers: figure, table and sentence hold the same numbers, in both languages."""

import json
from itertools import product

import pandas as pd
import pytest

from corridors.answers.charts import CHARTS, Chart, chart
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text.formats import number, percent

LANGS = ("en", "es")
MAKES = ("Glock", "Century", "Taurus", "Smith", "Beretta", "Colt", "Polymer", "Romarm")


def make(store: Store, name: str, **view: object) -> Chart:
    return chart(name, ViewState(**view), store)  # type: ignore[arg-type]


def test_the_names_are_these_nine() -> None:
    assert CHARTS == (
        "totals", "ladder", "origins", "pairs", "firepower", "clock", "homicides", "us_violence", "world",
    )  # fmt: skip


@pytest.mark.parametrize(("name", "lang"), list(product(CHARTS, LANGS)))
def test_every_chart_says_what_it_must(store: Store, name: str, lang: str) -> None:
    found = make(store, name, lang=lang)
    assert found.title
    assert found.base
    assert found.period
    assert found.kind in set(Kind)
    assert found.sources
    assert found.summary.endswith(".")
    assert "{" not in found.summary + found.caption + "".join(found.notes)
    assert {column.id for column in found.columns} <= set(found.table.columns)
    assert found.figure["layout"]["meta"]["chart"] == name
    json.dumps(found.figure, allow_nan=False)  # no NaN, no NumPy number reaches the browser


@pytest.mark.parametrize("name", CHARTS)
def test_languages_differ_in_words_and_agree_in_numbers(store: Store, name: str) -> None:
    english, spanish = (make(store, name, lang=lang) for lang in LANGS)
    assert english.title != spanish.title
    assert english.summary != spanish.summary
    numeric = [column.id for column in english.columns if column.digits is not None]
    pd.testing.assert_frame_equal(english.table[numeric], spanish.table[numeric])


def test_an_unknown_chart_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        make(store, "pie")


def test_editions_of_totals_stay_apart(store: Store) -> None:
    rows = make(store, "totals").table
    both = rows[rows["period"] == "2017"].set_index("name")["submitted"]
    assert both["ATF, 2017–2022 edition"] == 16_133
    assert both["ATF, 2013–2018 edition"] == 15_668
    note = rows.loc[rows["submitted"] == 15_668, "note"].item()
    assert "not evidence" in note


def test_each_trace_of_totals_is_of_one_edition(store: Store) -> None:
    found = make(store, "totals")
    by_edition: dict[str, set[float]] = {}
    for trace in found.figure["data"]:
        if trace.get("orientation") == "h":
            continue
        by_edition.setdefault(trace["meta"]["edition"], set()).update(trace["y"])
    assert 16_133.0 in by_edition["ATF Mexico 2017-2022"]
    assert by_edition["ATF Mexico 2013-2018"] == {15_668.0, 16_343.0}
    assert 15_668.0 not in by_edition["ATF Mexico 2017-2022"]


def test_a_figure_read_only_in_the_paper_is_not_in_the_range_of_shares(store: Store) -> None:
    found = make(store, "totals")
    assert percent(66, "en") in found.summary
    assert percent(77, "en") in found.summary
    assert number(25_884, "en") in found.summary


def test_a_rival_total_is_in_the_table_and_not_in_the_figure(store: Store) -> None:
    found = make(store, "totals")
    assert 17_372 in set(found.table["submitted"])
    drawn = {value for trace in found.figure["data"] if trace.get("orientation") != "h" for value in trace["y"]}
    assert 17_372 not in drawn
    assert 17_352 in drawn


def test_totals_of_2007_2011_add_up(store: Store) -> None:
    rows = make(store, "totals").table
    own = rows[(rows["name"] == "ATF, 2007–2011 edition") & (rows["note"] == "")]
    pooled, yearly = own[own["period"] == "2007–2011"], own[own["period"] != "2007–2011"]
    assert yearly["submitted"].sum() == pooled["submitted"].item() == 99_691
    assert yearly["us_sourced"].sum() == pooled["us_sourced"].item() == 68_161


def test_totals_are_read_in_the_press_and_say_so(store: Store) -> None:
    found = make(store, "totals")
    assert found.via_press
    assert "SAS_2013" not in found.press


@pytest.mark.parametrize(
    ("years", "guns"),
    [
        ((2022, 2023), [50_409, 18_206, 17_717]),
        ((2024, 2024), [50_409, 18_206, 17_717]),
        ((2010, 2010), [99_691, 68_161, 27_825, 1_461, 38_875]),
        ((1995, 1999), [99_691, 68_161, 27_825, 1_461, 38_875]),
    ],
)
def test_the_ladder_is_of_the_period_nearer_to_the_view(store: Store, years: tuple[int, int], guns: list[int]) -> None:
    found = make(store, "ladder", years=years)
    assert found.table["guns"].tolist() == guns
    assert [trace["x"][0] for trace in found.figure["data"]] == guns
    for count in guns:
        assert number(count, "en") in found.summary


def test_the_ladders_last_step_adds_up_to_the_step_before(store: Store) -> None:
    rows = make(store, "ladder", years=(2007, 2011)).table.set_index("key")["guns"]
    assert rows[["purchaser", "foreign", "none"]].sum() == rows["us"]


def test_origins_add_up_to_their_base(store: Store) -> None:
    found = make(store, "origins")
    assert found.table["guns"].sum() == 18_206
    assert found.figure["data"][0]["x"] == found.table["guns"].tolist() == [7_825, 3_969, 1_575, 492, 4_345]
    assert found.figure["data"][0]["meta"]["places"] == ["US-TX", "US-AZ", "US-CA", "US-NM", None]
    for said in ("18,206", "13,861", percent(76, "en"), "7,825"):
        assert said in found.summary


def test_a_selected_state_is_the_only_loud_bar(store: Store) -> None:
    plain = make(store, "origins").figure["data"][0]["marker"]["line"]["color"]
    chosen = make(store, "origins", origins=("US-AZ",)).figure["data"][0]["marker"]["line"]["color"]
    assert [at for at, (a, b) in enumerate(zip(plain, chosen, strict=True)) if a != b] == [1]


def test_the_browser_knows_each_look_with_and_without_a_selection(store: Store) -> None:
    plain_bars = make(store, "origins").figure["data"][0]["marker"]["line"]["color"]
    plain_links = make(store, "pairs").figure["data"][0]["link"]["color"]
    for origins in ((), ("US-TX",)):
        assert make(store, "origins", origins=origins).figure["data"][0]["meta"]["edge"] == plain_bars
        assert make(store, "pairs", origins=origins).figure["data"][0]["meta"]["links"] == plain_links


def test_a_state_without_a_number_is_said_to_be_among_the_others(store: Store) -> None:
    notes = " ".join(make(store, "origins", origins=("US-OH",)).notes)
    assert "Ohio" in notes
    assert "4,345" in notes
    assert "Ohio" not in " ".join(make(store, "origins", origins=("US-TX",)).notes)


def test_a_district_stands_for_its_states(store: Store) -> None:
    marker = make(store, "origins", origins=("D-el-paso",)).figure["data"][0]["marker"]["line"]["color"]
    assert marker[0] != marker[1]


def test_pairs_add_up_and_the_rest_is_a_link_of_its_own(store: Store) -> None:
    found = make(store, "pairs")
    links = found.figure["data"][0]["link"]
    assert sum(links["value"]) == found.table["guns"].sum() == 17_717
    assert links["value"][-1] == 12_087
    assert found.figure["data"][0]["meta"]["pairs"][-1] == [None, None]
    for said in ("5,630", "17,717", "12,087", "1,618", percent(32, "en")):
        assert said in found.summary


def test_a_place_without_a_pair_is_told_what_follows(store: Store) -> None:
    found = make(store, "pairs", destinations=("MX-20",))
    assert any("Oaxaca" in note and "12,087" in note for note in found.notes)


def test_firepower_shows_types_and_never_makes(store: Store) -> None:
    found = make(store, "firepower")
    everything = json.dumps(found.figure, ensure_ascii=False) + found.table.to_csv() + found.summary + str(found.notes)
    assert not [make for make in MAKES if make in everything]
    assert set(found.table["gun"]) >= {"rifles", "pistols", "revolvers", "shotguns", "9mm", "22"}


def test_each_strip_of_firepower_has_one_base_and_at_most_a_hundred_percent(store: Store) -> None:
    rows = make(store, "firepower").table
    strips = rows.groupby(["calibre", "first", "last", "base"])["share"].sum()
    assert strips.max() <= 100.01
    assert len(strips) == 8
    assert make(store, "firepower").table["base_name"].nunique() == 3


def test_rifles_of_2016_are_our_arithmetic(store: Store) -> None:
    rows = make(store, "firepower").table
    lone = rows[(rows["first"] == 2016) & (rows["last"] == 2016) & (rows["gun"] == "rifles")]
    assert lone["share"].item() == pytest.approx(3_585 / 13_452 * 100)
    assert lone["kind"].item() == "derived"


def test_the_clock_prints_the_average_as_printed(store: Store) -> None:
    found = make(store, "clock")
    assert "5.4" in found.summary
    assert "2.9" in found.summary
    assert any("median" in note for note in found.notes)
    assert any("15.0" in note and "10.5" in note for note in found.notes)
    shares = [trace["x"][0] for trace in found.figure["data"] if trace["type"] == "bar"]
    assert shares[0] == pytest.approx(15_995 / 19_600 * 100)
    assert sum(shares) == pytest.approx(100)
    assert not found.figure["layout"]["meta"]["time_axis"]


def test_homicide_series_are_never_joined(store: Store) -> None:
    traces = make(store, "homicides").figure["data"]
    measures = [trace["meta"]["slice"]["measure"] for trace in traces]
    assert len(measures) == len(set(measures)) == 7
    assert {trace["meta"]["slice"]["role"] for trace in traces} == {"destination"}
    assert all(trace["connectgaps"] is False for trace in traces)


def test_homicide_traces_are_the_periods_of_the_cube(store: Store) -> None:
    for trace in make(store, "homicides", destinations=("MX-26",)).figure["data"]:
        measure = store.cube["measures"][trace["meta"]["slice"]["measure"]]
        at = store.cube["places"]["MX"].index("MX-26")
        assert trace["x"] == [first for first, _ in measure["periods"]]
        first = measure["num"][0][at] / measure["den"][0][at] * measure["scale"]
        assert trace["y"][0] == pytest.approx(first)


def test_a_selected_state_is_named_in_the_sentence(store: Store) -> None:
    assert make(store, "homicides", destinations=("MX-26",)).summary.startswith("Sonora: ")
    assert make(store, "homicides").summary.startswith("Mexico: ")
    texas = make(store, "us_violence", origins=("US-TX",))
    assert texas.summary.startswith("Texas: ")
    assert (texas.follows, texas.place) == ("origin", "Texas")


def test_homicide_rows_carry_numerator_and_denominator(store: Store) -> None:
    rows, columns = make(store, "homicides").export
    assert {column.id for column in columns} >= {"num", "den", "value"}
    one = rows[(rows["name"] == "INEGI, by registration") & (rows["year"] == "2018")].iloc[0]
    assert one["num"] == 36_685
    assert one["value"] == pytest.approx(one["num"] / one["den"] * 100_000)


def test_rival_counts_of_mass_shootings_stand_side_by_side(store: Store) -> None:
    found = make(store, "us_violence")
    rows = found.table.set_index("year").loc["2019"]
    assert rows["mass_shootings_gva"] == 413
    assert rows["mass_shootings_gva_as_published_then"] == 417
    assert rows["mass_shootings_motherjones"] == 10
    for said in ("417", "413", "21,175", "11,208", "505"):
        assert said in found.summary
    assert any("508" in note and "505" in note for note in found.notes)


def test_rival_counts_are_hidden_while_a_state_is_shown(store: Store) -> None:
    traces = make(store, "us_violence", origins=("US-TX",)).figure["data"]
    national = [trace for trace in traces if trace["meta"].get("national_only")]
    assert len(national) == 2
    assert not any(trace["visible"] for trace in national)


def test_no_partial_year_is_drawn(store: Store) -> None:
    years = {year for trace in make(store, "us_violence").figure["data"] for year in trace["x"]}
    assert 2026 not in years


def test_the_worlds_guns_of_both_editions(store: Store) -> None:
    found = make(store, "world")
    us, world = found.figure["data"][1]["x"], found.figure["data"][0]["x"]
    assert us == [393.3, 270.0]
    assert world == [857.0, 650.0]
    for said in ("393.3", "857", "270", "650", percent(41.5, "en", 1), percent(45.9, "en", 1)):
        assert said in found.summary
    assert any(percent(42, "en") in note and percent(46, "en") in note for note in found.notes)


@pytest.mark.parametrize("name", ["totals", "homicides", "us_violence"])
def test_charts_over_years_have_a_time_axis(store: Store, name: str) -> None:
    layout = make(store, name).figure["layout"]
    assert layout["meta"]["time_axis"] is True
    assert layout["xaxis"]["range"][0] < 2015 < layout["xaxis"]["range"][1]
