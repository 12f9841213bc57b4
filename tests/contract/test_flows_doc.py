"""The note on the flow estimate says the numbers of the data that ship: none of them can go stale."""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest

from corridors.analysis.flows import domestic
from corridors.analysis.flows.backtest import Year, estimators, exponent
from corridors.analysis.flows.fit import poisson
from corridors.analysis.flows.pairs import TERMS, design
from corridors.store import Store
from corridors.text import text
from corridors.text.documents import method

LANGS = ("en", "es")
MEANS = {"cpc": 3, "r2": 2, "top50": 0, "median_error": 2, "coverage80": 2, "coverage80_all": 2, "sigma": 2}


@pytest.fixture(scope="module")
def years(store: Store) -> list[Year]:
    tables = {name: store.table(name) for name in domestic.TABLES}
    return domestic.years(tables, store.derived("state_pairs"), domestic.shipped(tables))


def means(store: Store) -> pd.DataFrame:
    return store.derived("backtest").groupby(["facts", "estimator"], sort=False)[list(MEANS)].mean()


def scores(store: Store, lang: str) -> Iterator[str]:
    """The rows of the table of the note."""
    for facts, estimator in means(store).index:
        row = means(store).loc[(facts, estimator)]
        numbers = " | ".join(f"{row[name]:.{digits}f}" for name, digits in MEANS.items())
        yield f"| {text(f'fig.backtest.by.{estimator}', lang)} | `{facts}` | {numbers} |"


def signed(value: float) -> str:
    return f"{value:.3f}".replace("-", "−")


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_is_that_of_the_back_test(store: Store, lang: str) -> None:
    table = "\n".join(scores(store, lang))
    assert table in method("flows", lang), f"the table of docs/methods/flows.md ({lang}) should be\n{table}"


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentences_say_the_scores(store: Store, lang: str) -> None:
    found = method("flows", lang)
    cpc = (100 * means(store)["cpc"]).round().astype(int)
    own = store.derived("backtest").query("facts == 'mexico' and estimator == 'corridors'")
    said = [
        cpc["margins", "corridors"], cpc["mexico", "corridors"], cpc["margins", "flat"], cpc["mexico", "flat"],
        *(round(100 * edge(own["coverage80"])) for edge in (min, max)),
    ]  # fmt: skip
    paragraph = next(line for line in found.splitlines() if "](/backtest)" in line)
    assert [int(number) for number in re.findall(r"\b\d\d\b", paragraph.replace("100", "").replace("80 %", ""))] == said
    sigma = means(store)["sigma"]
    assert f"{sigma['mexico', 'corridors']:.2f}" in found
    assert f"{sigma['mexico', 'flat']:.2f}" in found
    first, last = store.derived("backtest")["year"].agg(["min", "max"])
    assert f"{first}–{last}" in found


@pytest.mark.parametrize("lang", LANGS)
def test_the_coefficients_are_those_of_the_fit(years: list[Year], lang: str) -> None:
    found = method("flows", lang)
    fit = poisson([design(one.pairs) for one in years], [one.table for one in years])
    errors = np.sqrt(np.diag(fit.covariance))
    for term, value, error in zip(TERMS, fit.coefficients, errors, strict=True):
        (line,) = [line for line in found.splitlines() if line.startswith(f"| `{term}` |")]
        assert line.endswith(f"| {signed(value)} | {error:.3f} |"), term
    assert f"{fit.dispersion:.1f}" in found
    assert f"km^−{-exponent(years):.2f}" in found
    slope = poisson([one.pairs.km_centre[None] / 1000 for one in years], [one.table for one in years])
    assert f"e^{slope.coefficients[0]:.2f}".replace("-", "−") in found
    assert set(estimators(years)) >= {"power", "exponential", "published", "flat", "radiation"}
