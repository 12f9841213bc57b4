"""The note on violence and laws, and the weights in that on the flow, say the numbers of the data that ship."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from corridors.analysis.flows.reading import moved
from corridors.analysis.limits import DRAWS, FALSE_SHARE, LEAST_MEAN, LEAST_PLACES, PENALTY, PERMUTATIONS, WINDOW
from corridors.answers.corridors import PRIORS, PROXIES, ROUTES, dial
from corridors.store import Store
from corridors.text.documents import METHODS, method
from corridors.text.formats import number, percent

LANGS = ("en", "es")
NOTE = "violence-and-laws"
TO = {"en": "to", "es": "a"}


def span(row: Mapping[Any, Any], digits: int, lang: str) -> str:
    """A number and its interval as the note writes them."""
    value, low, high = (number(row[name], lang, digits) for name in ("value", "low", "high"))
    return f"{value} ({low} {TO[lang]} {high})"


@pytest.mark.parametrize("lang", LANGS)
def test_the_limits_are_those_that_are_computed_with(lang: str) -> None:
    found = method(NOTE, lang)
    least = 2 / (PERMUTATIONS + 1)
    for value in (PERMUTATIONS, WINDOW, LEAST_PLACES, LEAST_MEAN, PENALTY, DRAWS):
        assert f" {number(value, lang)} " in found, value
    assert f" {FALSE_SHARE:g}: " in found
    assert f" {least:g}. " in found
    assert f"q = {32 * least:g} " in found


@pytest.mark.parametrize("lang", LANGS)
def test_the_places_of_the_latest_year_are_those_of_the_data(store: Store, lang: str) -> None:
    places = store.derived("unusual_places")
    latest = places[places["year"] == places["year"].max()]
    assert set(latest["shape"]) == {"usual"}, "the note says that no state is unusual"
    assert len(latest) == 32
    index, p = (number(float(latest[name].iloc[0]), lang, 3) for name in ("moran", "moran_p"))
    assert f"{index} (p {p})" in method(NOTE, lang)
    assert str(latest["year"].iloc[0]) in method(NOTE, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_sign_of_knight_is_that_of_the_data(store: Store, lang: str) -> None:
    slopes = store.derived("law_slopes").rename(columns={"slope": "value"})
    assert (slopes.loc[slopes["term"] == "origin_laws", "high"] < 0).all()
    assert (slopes.loc[slopes["term"] == "destination_laws", "low"] > 0).all()
    assert slopes["year"].nunique() == 7
    own = slopes.query("model == 'pairs' and year == 2017 and law_year == 2014").set_index("term")
    for term in own.index:
        assert span(own.loc[term].to_dict(), 3, lang) in method(NOTE, lang), term
    assert f" {store.derived('law_provisions')['provision'].nunique()}" in method(NOTE, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_association_is_that_of_the_data(store: Store, lang: str) -> None:
    frame = store.derived("guns_and_deaths").rename(columns={"r": "value"})
    same = frame.query("lag == 0 and coefficient == 'pearson'").set_index("view")
    for view in ("between", "within"):
        assert span(same.loc[view].to_dict(), 2, lang) in method(NOTE, lang), view


@pytest.mark.parametrize("lang", LANGS)
def test_the_weights_of_the_assumptions_are_those_of_the_dial(store: Store, lang: str) -> None:
    found = dial(store)
    at = len(found.periods) - 1
    prior, route, proxy = found.best
    here = found.tables[(at, *found.best)].guns
    others = {
        "prior": [(one, route, proxy) for one in PRIORS],
        "route": [(prior, one, proxy) for one in ROUTES],
        "proxy": [(prior, route, one) for one in PROXIES],
    }
    said = method("flows", lang)
    heading = {"en": "## The weight of the assumptions", "es": "## El peso de los supuestos"}[lang]
    section = said[said.index(heading) :].split("\n## ")[0]
    for keys in others.values():
        most = max(moved(here, found.tables[(at, *key)].guns) for key in keys)
        assert percent(100 * most, lang, 0).replace("\xa0", " ") in section
    assert len(list(product(PRIORS, ROUTES, PROXIES))) == 30
    assert " 12 " in section


def test_the_flow_note_is_one_file_with_both_languages() -> None:
    english, spanish = (method("flows", lang) for lang in LANGS)
    assert english.startswith("# The flow estimate\n")
    assert spanish.startswith("# ")
    assert "<!--" not in english + spanish
    assert METHODS.index("flows") == 8
