"""The same quantity as the United States and as Mexico print it, side by side, and why they differ; never averaged."""

import math
from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridors.answers.chart import Chart, Column, Context, dates
from corridors.answers.printed import PAPER, Printed, figure, printed
from corridors.answers.totals_chart import SUBMITTED
from corridors.figures.sides import sides as draw
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import publisher
from corridors.text.formats import number, percent

SIDES: Final = ("us", "mx")
STATES: Final = ("TX", "AZ", "CA")  # those of which both print a share
ESTIMATED: Final = "firearms smuggled from the US each year"


@dataclass(frozen=True)
class Line:
    """One pair of figures: what it is of (a year, a state; "" for the whole), and each side's (None: not published)."""

    of: str
    us: Printed | None
    mx: Printed | None


@dataclass(frozen=True)
class Quantity:
    """A quantity that two governments print: its id (texts `governments.<id>.*`), its unit and its pairs.

    `us` and `mx` of a text say what each side counts; `reason` why the figures of a pair differ.
    """

    id: str
    unit: str
    lines: tuple[Line, ...]


def quantities(store: Store) -> tuple[Quantity, ...]:
    """Every quantity of the page, in order."""
    return store.kept("two governments", lambda: _quantities(store))


def _quantities(store: Store) -> tuple[Quantity, ...]:
    return (
        Quantity("guns", "guns", _guns(store)),
        Quantity("shares", "percent", tuple(_share(store, state) for state in STATES)),
        Quantity("flow", "guns", (Line("", None, printed(store, "flow_estimates", measure=ESTIMATED)),)),
        Quantity("southbound", "guns", (_southbound(store),)),
    )


def _guns(store: Store) -> tuple[Line, ...]:
    """The years of which both print a number. Of ATF a printed one counts before a derived one, then the later."""
    traces = store.table("trace_totals")
    one_year = (traces["year_start"] == traces["year_end"]) & traces["measure"].isin(SUBMITTED)
    atf = traces[one_year & (traces["edition"] != "other") & (traces["source_id"] != PAPER)]
    atf = atf.sort_values(["kind", "edition"], ascending=False, kind="stable").drop_duplicates("year_start")
    secured = store.table("mx_seizures_by_state")
    inegi = secured[(secured["mx_state_code"] == "") & (secured["measure"] == "firearms_secured")]
    inegi = inegi[inegi["source_id"] == "INEGI_CNPJE"].drop_duplicates("period", keep="last")
    found = {str(year): (atf[atf["year_start"] == year], inegi[inegi["period"] == str(year)])
             for year in sorted(set(atf["year_start"]))}  # fmt: skip
    return tuple(
        Line(year, figure(store, us), figure(store, mx)) for year, (us, mx) in found.items() if len(us) and len(mx)
    )


def _share(store: Store, state: str) -> Line:
    """Of the guns traced to a US buyer those first sold in a state, beside the share that Mexico's FGR printed."""
    where = {"measure": "traced_to_us_purchaser", "year_start": 2022, "year_end": 2023}
    sold = printed(store, "trace_source_places", us_state_code=state, **where)
    every = printed(store, "trace_totals", **where)
    us = None
    if sold and every:
        us = Printed(sold.value / every.value * 100, sold.when, sold.card, sold.press, Kind.DERIVED)
    mx = printed(store, "trace_source_places", us_state_code=state, measure="share_of_seized_us_guns")
    return Line(f"US-{state}", us, mx)


def _southbound(store: Store) -> Line:
    return Line("", printed(store, "southbound_seizures", source_id="ICE_HSI", unit="firearms"), None)


def label(line: Line, store: Store, lang: str) -> str:
    """What a pair is of, in a language: a year as it is, a state by its name."""
    names = store.cube["names"].get(line.of)
    return str(names[lang == "es"]) if names else line.of


def said(found: Printed | None, unit: str, lang: str) -> str:
    """A figure with its unit; "not published" where there is none."""
    if found is None:
        return text("governments.none", lang)
    return percent(found.value, lang) if unit == "percent" else number(found.value, lang)


def two_governments(ask: Context) -> Chart:
    """The picture: guns submitted to ATF beside guns secured, by year. The table has every quantity."""
    found = quantities(ask.store)
    guns = found[0].lines
    shown = [one for line in guns for one in (line.us, line.mx) if one]
    every = [one for quantity in found for line in quantity.lines for one in (line.us, line.mx) if one]
    cards = tuple({one.card.id: one.card for one in every}.values())
    last = guns[-1]
    counts = {side: said(getattr(last, side), "guns", ask.lang) for side in SIDES}
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", year=last.of, **counts),
        figure=draw(ask.name, _drawn(ask, guns), Options(lang=ask.lang)),
        table=_table(ask, found),
        columns=(
            Column("quantity", ask.say("quantity")), Column("of", ask.say("of")),
            Column("us", ask.say("us"), 0), Column("us_source", ask.say("us_source")),
            Column("mx", ask.say("mx"), 0), Column("mx_source", ask.say("mx_source")), Column("why", ask.say("why")),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=frozenset(one.card.id for one in every if one.press),
        base=ask.say("base"),
        period=f"{guns[0].of}–{last.of}",
        date=dates({one.card.id: one.card for one in shown}.values(), ask.lang),
        kind=Kind.DERIVED if any(one.kind == Kind.DERIVED for one in shown) else Kind.OBSERVED,
        notes=(ask.say("note_never"), ask.say("note_derived")),
    )  # fmt: skip


def _drawn(ask: Context, guns: tuple[Line, ...]) -> pd.DataFrame:
    rows = [(line, side, getattr(line, side)) for line in guns for side in SIDES]
    return pd.DataFrame(
        {
            "when": line.of,
            "side": ask.say(f"side_{side}"),
            "value": _value(one),
            "hover": f"<b>{said(one, 'guns', ask.lang)}</b> {ask.say(f'side_{side}')}<br>{line.of}",
        }
        for line, side, one in rows
    )


def _table(ask: Context, found: tuple[Quantity, ...]) -> pd.DataFrame:
    """A row a pair: quantity, of, us, us_source, mx, mx_source, why."""
    return pd.DataFrame(
        {
            "quantity": text(f"governments.{quantity.id}.title", ask.lang),
            "of": label(line, ask.store, ask.lang),
            "us": _value(line.us),
            "us_source": _source(line.us, ask.lang),
            "mx": _value(line.mx),
            "mx_source": _source(line.mx, ask.lang),
            "why": text(f"governments.{quantity.id}.reason", ask.lang),
        }
        for quantity in found
        for line in quantity.lines
    )


def _value(one: Printed | None) -> float:
    return math.nan if one is None else one.value


def _source(one: Printed | None, lang: str) -> str:
    return (
        "" if one is None else ", ".join([publisher(one.card, lang), one.when or text("governments.no_period", lang)])
    )
