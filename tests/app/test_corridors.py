"""The page of corridors and its file, over HTTP."""

import csv
from html import unescape

import pytest
from flask.testing import FlaskClient

from corridors.answers.ants import said
from corridors.answers.charts import chart
from corridors.answers.corridors import dial, error_words, sentence
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from tests.app.asking import LANGS, page

FILE = "/download/corridors-2022-2023-fitted-ports-seizures.csv"


def table(client: FlaskClient, path: str) -> tuple[list[str], list[dict[str, str]]]:
    """Comment lines and rows of a downloaded file."""
    response = client.get(path)
    assert response.status_code == 200
    lines = response.get_data(as_text=True).lstrip("\ufeff").splitlines()
    return [line for line in lines if line.startswith("#")], list(
        csv.DictReader(line for line in lines if not line.startswith("#"))
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_says_that_it_estimates_what_is_known_and_how_far_it_errs(
    client: FlaskClient, store: Store, lang: str
) -> None:
    drawn = unescape(page(client, "/corridors", f"?lang={lang}")).replace("\\xa0", "\xa0").replace("\\'", "'")
    found = dial(store)
    for words in (
        sentence(found, len(found.periods) - 1, lang),
        error_words(found, "fitted", lang),
        text("flow.mark", lang),
        text("flow.caption.transfer", lang),
        text("flow.what.not", lang),
        text("flow.analyst.kind", lang),
    ):
        assert words in drawn or words.replace("'", "&#39;") in drawn, words


@pytest.mark.parametrize(("query", "unknown"), [("", "unknown_name"), ("&d=MX-08", "unknown_row")])
@pytest.mark.parametrize("lang", LANGS)
def test_the_served_table_ends_with_what_has_no_line_of_its_own(
    client: FlaskClient, lang: str, query: str, unknown: str
) -> None:
    drawn = unescape(page(client, "/corridors", f"?lang={lang}{query}"))
    served = drawn[drawn.index("flow-rows") :]
    served = served[: served.index("flow-csv")]
    assert 0 < served.index(text("flow.rest_row", lang)) < served.index(text(f"flow.{unknown}", lang))


@pytest.mark.parametrize(("query", "left"), [("o=US-AZ&d=MX-01", "US-AZ"), ("o=US-TX,US-AZ&d=MX-01", "US-AZ")])
@pytest.mark.parametrize("lang", LANGS)
def test_one_pair_without_a_line_of_its_own_is_named_and_is_one(
    client: FlaskClient, store: Store, lang: str, query: str, left: str
) -> None:
    drawn = unescape(page(client, "/corridors", f"?lang={lang}&{query}"))
    served = drawn[drawn.index("flow-rows") : drawn.index("flow-csv")]
    names = store.cube["names"]
    ends = {name: names[place][lang == "es"] for name, place in (("origin", left), ("destination", "MX-01"))}
    assert text("flow.tip.pair", lang, **ends) in served.replace("\\u2192", "→")
    assert text("flow.rest_row", lang) not in served
    _, rows = table(client, f"{FILE}?lang={lang}&{query}")
    first = {"en": "first_sold_in", "es": "vendidas_primero_en"}[lang]
    told = [row[first] for row in rows]
    assert text("flow.file.rest.one", lang) in told
    assert text("flow.file.rest", lang) not in told


def test_what_is_known_of_the_latest_period_adds_up(store: Store) -> None:
    said = sentence(dial(store), dial(store).at((2022, 2023)), "en")
    for number in ("18,206", "13,861", "5,630", "489", "12,087", "order of 10"):
        assert number in said
    assert 5630 + 489 + 12087 == 18206


def test_a_period_without_pairs_says_that_every_corridor_is_an_estimate(store: Store) -> None:
    found = dial(store)
    said = sentence(found, found.at((2006, 2009)), "en")
    assert text("flow.say.none", "en") in said
    assert "between 18,500 and 19,500" in said


def test_the_file_holds_kind_interval_base_source_and_assumptions(client: FlaskClient) -> None:
    comments, rows = table(client, f"{FILE}?lang=en")
    assert comments[0].startswith("# ESTIMATE, not ATF data")
    assert any("back-test bounds the method's error" in line for line in comments)
    printed = {(row["origin_id"], row["destination_id"]): row for row in rows if row["kind"] == "observed"}
    assert {pair: row["estimate_rounded"] for pair, row in printed.items()} == {
        ("US-AZ", "MX-26"): "1618", ("US-TX", "MX-28"): "1191", ("US-TX", "MX-19"): "1158",
        ("US-TX", "MX-08"): "832", ("US-TX", "MX-11"): "831",
    }  # fmt: skip
    modelled = [row for row in rows if row["kind"] == "modelled"]
    assert modelled
    for row in modelled:
        assert int(row["estimate_rounded"]) % 5 == 0
        if row["origin_id"]:
            assert row["band"]
            assert int(row["interval_low"]) <= int(row["interval_high"])
        words = ("Fitted on US pairs", "Through the ports", "Guns secured by the authorities")
        assert (row["prior"], row["distance"], row["proxy"]) == words
        assert row["base_guns"] == "18206"
        assert row["source"]


def test_the_file_is_of_what_is_selected_a_district_by_its_states(client: FlaskClient) -> None:
    _, rows = table(client, f"{FILE}?lang=es&o=D-el-paso&d=MX-08")
    pairs, rest = [row for row in rows if row["origen_id"]], [row for row in rows if not row["origen_id"]]
    assert {row["origen_id"] for row in pairs} <= {"US-TX", "US-NM"}
    assert {row["destino_id"] for row in pairs} == {"MX-08"}
    assert {row["tipo"] for row in pairs} == {"observado", "modelado"}
    assert {row["ley_de_distancia"] for row in rows} == {"Ajustada a pares de EE. UU."}
    assert [(row["vendidas_primero_en"], row["estimacion_redondeada"]) for row in rest] == [
        (text("flow.unknown_row", "es"), "489")
    ]


def test_the_lines_of_the_file_add_up_to_the_base_but_for_rounding(client: FlaskClient) -> None:
    _, rows = table(client, f"{FILE}?lang=en")
    *pairs, rest, unknown = rows
    assert rest["first_sold_in"] == "all other corridors"
    assert (rest["interval_low"], rest["interval_high"], rest["kind"]) == ("", "", "modelled")
    assert (unknown["estimate_rounded"], unknown["kind"]) == ("489", "derived")
    assert sum(int(row["estimate_rounded"]) for row in rows) == pytest.approx(18206, abs=5 * len(pairs))


@pytest.mark.parametrize("field", ["port", "border"])
def test_the_file_is_of_the_crossings_that_are_selected(client: FlaskClient, store: Store, field: str) -> None:
    found = dial(store)
    gate = next(one for one in found.gates if one["name"] == "Laredo")
    value, name = (gate["id"], "Laredo") if field == "port" else ("US-AZ", "Arizona")
    comments, rows = table(client, f"{FILE}?lang=en&{field}={value}")
    assert f"# Only crossings: {name}" in comments
    _, whole = table(client, f"{FILE}?lang=en")
    every = {(row["origin_id"], row["destination_id"]): int(row["estimate_rounded"]) for row in whole}
    pairs = [row for row in rows if row["origin_id"]]
    assert pairs
    assert all(int(row["estimate_rounded"]) <= every[row["origin_id"], row["destination_id"]] for row in pairs)
    assert sum(int(row["estimate_rounded"]) for row in pairs) < sum(every.values()) / 2


def test_only_robust_pairs_where_the_page_shows_only_those(client: FlaskClient) -> None:
    comments, rows = table(client, f"{FILE}?lang=en&robust=1")
    _, whole = table(client, f"{FILE}?lang=en")
    assert len(rows) < len(whole)
    assert rows[-2]["first_sold_in"] == "all other corridors"
    assert f"# {text('flow.robust', 'en')}" in comments


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("o=US-TX&d=MX-28", "Texas → Tamaulipas, 2022–2023: 1,191 guns, published by ATF."),
        (
            "o=US-TX&d=MX-28,MX-19",
            "Texas → Tamaulipas and Nuevo León, 2022–2023: 2,349 guns, the sum of 2 published pairs.",
        ),
        (
            "o=US-TX",
            "Texas → all Mexican states, 2022–2023: 7,825 guns, published by ATF, with those whose recovery state",
        ),
        ("o=US-TX,US-AZ", "11,794 guns, the sum of what ATF published of each state"),
        ("o=US-FL&d=MX-14", "Florida → Jalisco, 2022–2023: ESTIMATE, not ATF data:"),
    ],
)
def test_the_served_sentence_and_table_are_of_what_is_selected(client: FlaskClient, query: str, said: str) -> None:
    drawn = unescape(page(client, "/corridors", f"?lang=en&{query}"))
    assert said in drawn


def test_another_assumption_is_another_file(client: FlaskClient) -> None:
    _, one = table(client, f"{FILE}?lang=en")
    _, other = table(client, "/download/corridors-2022-2023-none-straight-people.csv?lang=en")
    kept = {(row["origin_id"], row["destination_id"]): row["estimate_rounded"] for row in one}
    assert any(kept.get((row["origin_id"], row["destination_id"])) != row["estimate_rounded"] for row in other)


@pytest.mark.parametrize(
    "name",
    [
        "corridors-2022-2023-fitted-ports-law",  # a law score is in no file
        "corridors-2015-2022-fitted-straight-people",  # not estimated
        "corridors-1999-2000-fitted-ports-seizures",
        "corridors-",
    ],
)
def test_a_file_that_stands_for_no_estimate_is_not_there(client: FlaskClient, name: str) -> None:
    assert client.get(f"/download/{name}.csv").status_code == 404


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_of_the_flow_estimate_says_its_error(client: FlaskClient, store: Store, lang: str) -> None:
    found = dial(store)
    error = error_words(found, found.best[0], lang)
    assert error in unescape(page(client, "/corridors", f"?lang={lang}")).replace("\\xa0", "\xa0")
    comments, _ = table(client, f"{FILE}?lang={lang}")
    assert any(error.replace("\xa0", " ") in line.replace("\xa0", " ").replace('""', '"') for line in comments)
    received = chart("received_and_deaths", ViewState(lang=lang), store)
    assert received.kind == "modelled"
    assert error in received.error


@pytest.mark.parametrize("lang", LANGS)
def test_guns_received_and_homicides_say_what_is_shared_and_that_it_is_no_cause(store: Store, lang: str) -> None:
    received = chart("received_and_deaths", ViewState(lang=lang), store)
    assert ("Association, not cause" if lang == "en" else "Asociación, no causa") in received.summary
    assert {"people", "seizures", "homicides"} == set(received.table["proxy"])
    assert (received.table["low"] <= received.table["value"]).all()
    assert (received.table["value"] <= received.table["high"]).all()
    assert set(received.table["lag"]) == {-3, -2, -1, 0, 1}  # 2025 has no twelve months yet
    same = received.table[received.table["lag"] == 0].set_index("proxy")["value"]
    assert same["people"] < same["seizures"] < same["homicides"]


@pytest.mark.parametrize("lang", LANGS)
def test_unusual_places_print_what_their_permutations_cannot_tell(store: Store, lang: str) -> None:
    notes = chart("unusual", ViewState(lang=lang), store).notes
    assert any("0.002" in note and "32" in note for note in notes)


@pytest.mark.parametrize("lang", LANGS)
def test_ants_are_told_with_interval_kind_mark_and_sources(client: FlaskClient, store: Store, lang: str) -> None:
    drawn = unescape(page(client, "/corridors", f"?lang={lang}"))
    (one,) = said(store, lang)  # of three estimates, one was printed with an interval
    assert one.sentence in drawn
    assert one.source in drawn
    assert text("flow.ants.kind", lang) in drawn
    for words in ("212,887", "(89,816–359,205)", "583", "(246–984)", "14", "(6–23)", "398", "(236–942)"):
        assert words in one.sentence
    assert cited(store.card("WAY_OF_THE_GUN_2014"), lang) in one.source


def test_the_page_leads_to_the_method_its_test_and_the_analysis(client: FlaskClient) -> None:
    drawn = page(client, "/corridors", "?lang=es")
    for path, anchor in (("/methods", "#flows"), ("/backtest", ""), ("/analysis", "")):
        assert f"{path}?v=1&lang=es{anchor}" in unescape(drawn) or f"{path}?lang=es{anchor}" in unescape(drawn), path
        assert client.get(path).status_code == 200
