"""Guns received and deaths by firearm some years apart, by US state: an association, not a cause."""

from typing import Any, Final

from corridors.analysis.limits import DRAWS, LEAST_PLACES
from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.intervals import intervals
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text import text
from corridors.text.formats import number, period

FRAME: Final = "guns_and_deaths"
SOURCES: Final = ("ATF_SR", "CDC_STATE", "CENSUS_9019", "CENSUS_V2024")


def guns_and_deaths(ask: Context) -> Chart:
    """The coefficient at each lag, between states and within them, with its interval."""
    rows = ask.store.derived(FRAME)
    years = [period(row.first, row.last) for row in each(rows)]
    frame = rows.assign(
        name=[ask.say("lag", lag=f"{lag:+d}".replace("-", "−")) if lag else ask.say("lag_same")
              for lag in rows["lag"]],
        series=[ask.say(f"{row.view}_{row.coefficient}") for row in each(rows)],
        value=rows["r"],
        years=years,
    )  # fmt: skip
    frame["hover"] = [_hover(ask, row) for row in each(frame)]
    cards = ask.cards(SOURCES)
    mark = text("estimate.stamp", ask.lang)
    columns = (
        ask.column("name", key="lag"), ask.column("series", key="question"), ask.column("value", 2, key="coefficient"),
        ask.column("low", 2), ask.column("high", 2), ask.column("places", 0), ask.column("years"),
    )  # fmt: skip
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_summary(ask, frame),
        figure=intervals(ask.name, frame, Options(lang=ask.lang), mark, ask.say("axis")),
        table=frame,
        columns=columns,
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base"),
        period=period(int(rows["first"].min()), int(rows["last"].max())),
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        notes=(ask.say("note_method", draws=number(DRAWS, ask.lang), least=LEAST_PLACES), ask.say("note_intent"),
               ask.say("note_trend"), ask.say("note_mexico")),
    )  # fmt: skip


def _hover(ask: Context, row: Any) -> str:
    said = {name: number(getattr(row, name), ask.lang, 2) for name in ("value", "low", "high")}
    return ask.say("hover", name=row.name, series=row.series, years=row.years, places=row.places, **said)


def _summary(ask: Context, frame: Any) -> str:
    """The same year's rank correlation, between states and within them."""
    same = frame[(frame["lag"] == 0) & (frame["coefficient"] == "spearman")].set_index("view")
    said = {
        f"{view}_{name}": number(float(same[name][view]), ask.lang, 2)
        for view in ("between", "within")
        for name in ("value", "low", "high")
    }
    return ask.say("summary", places=int(same["places"].iloc[0]), years=same["years"].iloc[0], **said)
