"""Named law provisions beside the guns that leave a US state, and what their number leaves over."""

from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.analysis.limits import LEAST_STATES
from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.intervals import intervals
from corridors.figures.rows import each
from corridors.figures.shaded import shaded
from corridors.figures.theme import Options
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.text import text
from corridors.text.formats import listing, number, percent

PROVISIONS: Final = "law_provisions"
SLOPES: Final = "law_slopes"
RESIDUALS: Final = "law_residuals"
SOURCES: Final = ("ATF_SR", "SFL_2020", "CENSUS_9019", "CENSUS_V2024", "ATF_NSSF_2011", "NFCTA_IV")
FAR: Final = 2.0  # standard deviations
NEAR: Final = 1.0


def law_exports(ask: Context) -> Chart:
    """Each provision that enough states have and enough lack: the difference in guns leaving per 100,000 people."""
    rows = ask.store.derived(PROVISIONS)
    frame = rows.assign(
        name=[text(f"law.{name}.short", ask.lang) for name in rows["provision"]],
        series=[_basis(ask, row) for row in each(rows)],
        value=rows["difference"],
        law_year=rows["law_year"].astype(str),
    )
    frame["hover"] = [_hover(ask, row) for row in each(frame)]
    last = frame[frame["basis"] == "last"].set_index("provision")["difference"]
    frame["rank"] = frame["provision"].map(last)
    frame = frame.sort_values(["rank", "provision"], kind="stable")
    drawn = frame[frame["provision"].isin(last.dropna().index)]
    cards = ask.cards(SOURCES)
    columns = (
        ask.column("name", key="provision"), ask.column("law_year"), ask.column("states_with", 0),
        ask.column("states_without", 0), ask.column("mean_with", 1), ask.column("mean_without", 1),
        ask.column("difference", 1), ask.column("low", 1), ask.column("high", 1),
    )  # fmt: skip
    mark = text("estimate.stamp", ask.lang)
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_summary(ask, frame),
        figure=intervals(ask.name, drawn, Options(lang=ask.lang), mark, ask.say("axis"), digits=0),
        table=frame[frame["basis"] == "last"],
        columns=columns,
        rows=frame,
        row_columns=(ask.column("provision", key="id"), *columns),
        caption=ask.say("caption", year=int(rows["year"].iloc[0])),
        sources=cards,
        press=read_in_press(ask.store.table("time_to_crime"), cards),
        base=ask.say("base"),
        period=str(int(rows["year"].iloc[0])),
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        notes=(
            ask.say("note_year"), ask.say("note_method", least=LEAST_STATES), ask.say("note_bundle"),
            ask.say("note_dc"), ask.say("note_cause"),
        ),
    )  # fmt: skip


def law_residuals(ask: Context) -> Chart:
    """Guns leaving a state against what its people and number of provisions lead one to expect, as a map."""
    rows = ask.store.derived(RESIDUALS)
    bases = rows[["basis", "delay", "law_year"]].drop_duplicates()
    chosen = next(each(bases[bases["basis"] == "purchase"].tail(1)))
    here = rows[(rows["basis"] == chosen.basis) & (rows["law_year"] == chosen.law_year)]
    frame = here.assign(name=[ask.place(place) for place in here["place"]], shape=_classes(here["residual"]))
    frame["hover"] = [
        ask.say("hover", name=row.name, guns=number(row.guns, ask.lang), expected=number(row.expected, ask.lang),
                residual=number(row.residual, ask.lang, 1))
        for row in each(frame)
    ]  # fmt: skip
    frame = frame.sort_values("residual", ascending=False)
    cards: tuple[Card, ...] = ask.cards(SOURCES)
    year = int(here["year"].iloc[0])
    mark = text("estimate.stamp", ask.lang)
    columns = (
        ask.column("name", key="place"), ask.column("guns", 0), ask.column("expected", 0), ask.column("residual", 2),
    )  # fmt: skip
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say(
            "summary", year=year, law_year=int(chosen.law_year), more=_list(frame[frame["residual"] > FAR], ask.lang),
            less=_list(frame[frame["residual"] < -FAR], ask.lang),
        ),
        figure=shaded(ask.name, frame, f"data/{ask.store.web('us_states')}", ask.labels(), mark),
        table=frame,
        columns=columns,
        rows=rows.assign(law_year=rows["law_year"].astype(str), series=[_basis(ask, row) for row in each(rows)]),
        row_columns=(
            ask.column("place"), ask.column("series", key="laws"), ask.column("guns", 0), ask.column("people", 0),
            ask.column("expected", 1), ask.column("residual", 3),
        ),
        caption=ask.say("caption", year=year),
        sources=cards,
        press=read_in_press(ask.store.table("time_to_crime"), cards),
        base=ask.say("base"),
        period=str(year),
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        notes=(ask.say("note_method"), ask.say("note_dc")),
    )  # fmt: skip


def _basis(ask: Context, row: Any) -> str:
    """Which year's laws, in words; the same words serve both charts."""
    if row.basis == "last":
        return text("fig.law_exports.basis_last", ask.lang, year=row.law_year)
    delay = number(row.delay, ask.lang, 1)
    return text("fig.law_exports.basis_purchase", ask.lang, year=row.law_year, delay=delay)


def _classes(residual: pd.Series) -> list[str]:
    bounds = [residual > FAR, residual > NEAR, residual < -FAR, residual < -NEAR]
    return [str(name) for name in np.select(bounds, ["far_above", "above", "far_below", "below"], "near")]


def _list(frame: pd.DataFrame, lang: str) -> str:
    return listing(list(frame["name"]), lang) if len(frame) else "–"


def _hover(ask: Context, row: Any) -> str:
    if pd.isna(row.value):
        return ask.say("hover_few", name=row.name)
    said = {name: number(getattr(row, name), ask.lang, 1) for name in ("mean_with", "mean_without", "low", "high")}
    counts = {"states_with": row.states_with, "states_without": row.states_without}
    return ask.say("hover", name=row.name, series=row.series, value=number(row.value, ask.lang, 1), **said, **counts)


def _summary(ask: Context, frame: pd.DataFrame) -> str:
    """How many provisions go with fewer guns and with more, and Knight's sign, at the year of purchase and the last."""
    judged = frame[(frame["basis"] == "last") & frame["value"].notna()]
    slopes = ask.store.derived(SLOPES)
    slopes = slopes[slopes["year"] == slopes["year"].max()]
    origin = slopes[(slopes["model"] == "states") & (slopes["term"] == "origin_laws")]
    last, purchase = origin[origin["basis"] == "last"], origin[origin["basis"] == "purchase"].tail(1)
    pair = slopes[(slopes["model"] == "pairs") & (slopes["basis"] == "purchase")].tail(2).set_index("term")
    said: dict[str, Any] = {
        "year": int(frame["year"].iloc[0]),
        "judged": len(judged),
        "all": frame["provision"].nunique(),
        "fewer": int((judged["high"] < 0).sum()),
        "more": int((judged["low"] > 0).sum()),
        "law_year": int(last["law_year"].iloc[0]),
        "purchase_year": int(purchase["law_year"].iloc[0]),
        "sign": ask.say("sign_same" if _knight(purchase, last, pair) else "sign_not"),
    }
    for name, row in (("last", last), ("purchase", purchase)):
        said |= {f"{name}_{end}": _change(ask, row[column]) for end, column in _ENDS}
    return ask.say("summary", **said)


_ENDS: Final = (("mean", "slope"), ("low", "low"), ("high", "high"))
_MORE: Final = 10  # provisions more: one alone is a change too small to read


def _change(ask: Context, slope: pd.Series) -> str:
    return percent(float(np.expm1(slope.iloc[0] * _MORE)) * 100, ask.lang)


def _knight(purchase: pd.DataFrame, last: pd.DataFrame, pair: pd.DataFrame) -> bool:
    """Whether guns leave states with fewer provisions for those with more, by intervals clear of zero."""
    leaving = bool((pd.concat([purchase, last])["high"] < 0).all()) and bool(pair["high"]["origin_laws"] < 0)
    return leaving and bool(pair["low"]["destination_laws"] > 0)
