"""The back-test as an answer: the scores of the flow estimate on years whose true pairs are known."""

from typing import Final

import pandas as pd

from corridors.answers.chart import Chart, Column, Context, dates, read_in_press
from corridors.figures.backtest import backtest as draw
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent, period

TABLE: Final = "backtest"  # a computed table: `build/estimates.py`
MATRIX: Final = "us_domestic_trace_od"
RESTS_ON: Final = (MATRIX, "us_population_state_year", "us_gun_laws_state_year")
OWN: Final = "corridors"
FLAT: Final = "flat"
# How many decimals a score has.
SCORES: Final = {"cpc": 3, "r2": 2, "top50": 0, "median_error": 2, "coverage80": 3, "coverage80_all": 3}


def backtest(ask: Context) -> Chart:
    """Every estimator on the years tested, shown the margins or as little as is published of Mexico."""
    scores = ask.store.derived(TABLE)
    cards = ask.cards(source for table in RESTS_ON for source in ask.store.table(table)["source_id"].unique())
    frame = _drawn(ask, scores)
    years = period(int(scores["year"].min()), int(scores["year"].max()))
    table = scores.assign(
        mode=[ask.say(facts) for facts in scores["facts"]],
        name=[ask.say(f"by.{name}") for name in scores["estimator"]],
        when=scores["year"].astype(str),
    )
    columns = (
        Column("mode", ask.say("col.mode")), Column("name", ask.say("col.name")), ask.column("when", key="year"),
        *(Column(score, ask.say(f"col.{score}"), digits) for score, digits in SCORES.items()),
        Column("sigma", ask.say("col.sigma"), 3),
    )  # fmt: skip
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", years=years, **_said(ask, scores)),
        figure=draw(frame, {**ask.labels(), "stamp": text("estimate.stamp", ask.lang)}, Options(lang=ask.lang)),
        table=table,
        columns=columns,
        caption=ask.say("caption", years=years),
        sources=cards,
        press=read_in_press(ask.store.table(MATRIX), cards),
        base=ask.say("base"),
        period=years,
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        notes=(ask.say("note_scores"), ask.say("note_fitted"), ask.say("note_transfer")),
    )


def _said(ask: Context, scores: pd.DataFrame) -> dict[str, str]:
    """Of 100 guns, how many stand in the right pair: our estimate in both modes, and every pair alike."""
    means = scores.groupby(["estimator", "facts"])["cpc"].mean()
    of = {"margins": (OWN, "margins"), "mexico": (OWN, "mexico"), "flat": (FLAT, "margins"),
          "flat_mexico": (FLAT, "mexico")}  # fmt: skip
    return {name: number(100 * float(means[at]), ask.lang) for name, at in of.items()}


def _drawn(ask: Context, scores: pd.DataFrame) -> pd.DataFrame:
    """line, name, facts, year, right, held, hover: what the figure takes."""
    lines = {name: at for at, name in enumerate(dict.fromkeys(scores["estimator"]))}
    frame = pd.DataFrame({
        "line": scores["estimator"].map(lines), "facts": scores["facts"], "year": scores["year"],
        "name": [ask.say(f"by.{name}") for name in scores["estimator"]],
        "right": scores["cpc"] * 100, "held": scores["coverage80"] * 100,
    })  # fmt: skip
    said = [
        ask.say("hover", name=row.name, year=row.year, mode=ask.say(row.facts), right=number(row.right, ask.lang, 1),
                held="–" if pd.isna(row.held) else percent(row.held, ask.lang, 1))
        for row in each(frame)
    ]  # fmt: skip
    return frame.assign(hover=said)


def newer(store: Store) -> int | None:
    """The last year of the domestic matrix in force, when the table of scores does not know it yet."""
    last = int(store.table(MATRIX)["year"].max())
    return last if last > int(store.derived(TABLE)["year"].max()) else None
