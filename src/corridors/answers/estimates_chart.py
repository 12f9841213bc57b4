"""Published estimates of the whole flow, guns a year, on one axis: how each was made and which one another replaced."""

import math
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Column, Context, dates, read_in_press
from corridors.figures.estimates import estimates as draw
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text import text
from corridors.text.cards import publisher
from corridors.text.formats import number

TABLE: Final = "flow_estimates"
UNIT: Final = "firearms per year"
NAMED: Final = ("WAY_OF_THE_GUN_2014", "WAY_OF_THE_GUN_2013", "GAO_21_322")  # estimates that have words of their own


def flow_estimates(ask: Context) -> Chart:
    """Every estimate in guns a year, the one in force first; what was superseded says by what."""
    rows = ask.store.table(TABLE)
    frame = _in_force(ask, rows[rows["unit"] == UNIT])
    cards = ask.cards(frame["source_id"])
    first = frame.iloc[0]
    bare = pd.isna(first["low"])
    said = {name: number(float(first[name]), ask.lang) for name in (("value",) if bare else ("value", "low", "high"))}
    table = frame.assign(kind=[ask.kind(kind) for kind in frame["kind"]])
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary_bare" if bare else "summary", **said, period=first["period"], name=first["name"]),
        figure=draw(ask.name, _drawn(ask, frame), Options(lang=ask.lang), text("estimate.stamp", ask.lang)),
        table=table,
        columns=(
            Column("name", ask.say("estimate")), ask.column("period"), Column("value", ask.say("value"), 0),
            Column("low", ask.say("low"), 0), Column("high", ask.say("high"), 0), Column("method", ask.say("method")),
            Column("superseded", ask.say("superseded")), ask.column("kind"),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base"),
        period=", ".join(dict.fromkeys(frame["period"])),
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        notes=(ask.say("note_axis"), ask.say("note_unlike"), ask.say("note_traces")),
    )  # fmt: skip


def _in_force(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with name, method, superseded ("" or by which), what is in force first, what has an interval before.

    Of estimates of one measure and one period (editions of one work) the one published last replaces the others.
    """
    cards = ask.store.cards()
    frame = rows.assign(
        name=[_name(ask, source) for source in rows["source_id"]],
        method=[_method(ask, source) for source in rows["source_id"]],
        published=[cards[source].published for source in rows["source_id"]],
    )
    last = frame.sort_values("published", kind="stable").groupby(["measure", "period"]).tail(1)
    by = {(row.measure, row.period): row for row in each(last)}
    keys = list(zip(frame["measure"], frame["period"], strict=True))
    old = [by[key].Index != at for at, key in zip(frame.index, keys, strict=True)]
    frame["superseded"] = [by[key].name if gone else "" for key, gone in zip(keys, old, strict=True)]
    frame["year"] = [by[key].published[:4] for key in keys]
    order = frame.assign(old=frame["superseded"] != "", bare=frame["low"].isna())
    return order.sort_values(["old", "bare", "published"], kind="stable").reset_index(drop=True)


def _name(ask: Context, source: str) -> str:
    """A short name of an estimate: its own string, else who published it and when."""
    if source in NAMED:
        return text(f"fig.flow_estimates.name.{source}", ask.lang)
    card = ask.store.card(source)
    return f"{publisher(card, ask.lang)}, {card.published}"


def _method(ask: Context, source: str) -> str:
    if source in NAMED:
        return text(f"fig.flow_estimates.method.{source}", ask.lang)
    return ask.say("method_unknown")


def _drawn(ask: Context, frame: pd.DataFrame) -> pd.DataFrame:
    """name, value, low, high, below, current, hover: what the figure takes."""
    return pd.DataFrame(
        {
            "name": row.name,
            "value": float(row.value),
            "low": float(row.low) if pd.notna(row.low) else math.nan,
            "high": float(row.high) if pd.notna(row.high) else math.nan,
            "below": _below(ask, row),
            "current": row.superseded == "",
            "hover": f"<b>{row.name}</b><br>{number(row.value, ask.lang)} · {row.period}<br>{_below(ask, row)}",
        }
        for row in each(frame)
    )


def _below(ask: Context, row: Any) -> str:
    """What is to be known of an estimate at a glance: what replaced it, its interval, or that it has none."""
    if row.superseded:
        return ask.say("below_superseded", period=row.period, year=row.year)
    if pd.isna(row.low):
        return ask.say("below_none", period=row.period)
    low, high = number(row.low, ask.lang), number(row.high, ask.lang)
    return ask.say("below_interval", period=row.period, low=low, high=high)
