"""The page of the back-test: scores as picture, table and file, what they do not show, and when they are old."""

import json
from typing import Any

import pandas as pd
import pytest
from dash import html

from corridors.answers import backtest as answer
from corridors.answers.charts import chart
from corridors.answers.download import download
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.pages import backtest as page
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")


class Later(Store):
    """What ships, with a domestic matrix of one more year than the scores know."""

    def table(self, name: str) -> pd.DataFrame:
        found = super().table(name)
        return found.assign(year=found["year"] + 1) if name == answer.MATRIX else found


def parts(store: Store, lang: str) -> list[Any]:
    return list(page.layout(ViewState(lang=lang), store)._traverse())


def words(found: list[Any]) -> str:
    said = [part if isinstance(part, str) else getattr(part, "children", None) for part in found]
    return " ".join(one for one in said if isinstance(one, str))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_has_the_scores_how_to_read_them_and_what_they_do_not_show(store: Store, lang: str) -> None:
    found = parts(store, lang)
    assert "chart-backtest" in {getattr(part, "id", None) for part in found}
    said = words(found)
    for key in (*(f"read.{one}" for one in page.READ), *(f"silent.{one}" for one in page.SILENT)):
        assert text(f"backtest.{key}", lang) in said
    links = [str(getattr(part, "href", "")) for part in found if isinstance(part, html.A)]
    assert "/methods#flows" in links
    assert any(link.startswith("download/backtest.csv?") for link in links)
    assert not any("notice" in str(getattr(part, "className", "")) for part in found)


@pytest.mark.parametrize("lang", LANGS)
def test_scores_that_do_not_know_the_latest_matrix_say_so(store: Store, lang: str) -> None:
    later = Later(store.root)
    year = answer.newer(later)
    assert year == store.table(answer.MATRIX)["year"].max() + 1
    assert answer.newer(store) is None
    assert text("backtest.newer", lang, year=year) in words(parts(later, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_sentence_figure_and_table_say_the_same(store: Store, lang: str) -> None:
    found = chart("backtest", ViewState(lang=lang), store)
    scores = store.derived("backtest")
    assert found.kind is Kind.MODELLED
    assert text("estimate.stamp", lang) in json.dumps(found.figure, ensure_ascii=False, allow_nan=False)
    own = scores[(scores["facts"] == "margins") & (scores["estimator"] == "corridors")]["cpc"]
    assert f" {100 * own.mean():.0f} " in found.summary
    drawn = [trace for trace in found.figure["data"] if trace["xaxis"] == "x"]
    means = [value for trace in drawn if "customdata" not in trace for value in trace["x"]]
    grouped = scores.groupby(["facts", "estimator"], sort=False)["cpc"].mean() * 100
    assert sorted(means) == pytest.approx(sorted(grouped))
    assert sum(len(trace["x"]) for trace in drawn if "customdata" in trace) == len(scores)
    assert len(found.table) == len(scores)
    assert {column.id for column in found.columns} <= set(found.table.columns)


def test_the_file_has_every_row_and_names_its_page(store: Store) -> None:
    found = download("backtest", ViewState(lang="en"), store)
    assert len(found.frame) == len(store.derived("backtest"))
    assert any(line.startswith("View: /backtest?") for line in found.citation)
    assert any("modelled" in line for line in found.citation)
    assert any(line.startswith("View: /evidence?") for line in download("totals", ViewState(), store).citation)
