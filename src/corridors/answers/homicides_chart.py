"""The chart of homicides in Mexico: five series side by side, and the share by firearm."""

from typing import Any

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press, wide
from corridors.answers.series import cube_frame
from corridors.figures.homicides import LOOKS
from corridors.figures.homicides import homicides as draw_homicides
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.model.measures import BY_ID
from corridors.text.formats import number, percent, period


def homicides(ask: Context) -> Chart:
    """Five homicide series of the selected state, else of Mexico, with the share by firearm."""
    chosen = ask.states("destination")
    place = chosen[0] if chosen else None
    where = ask.place(place) if place else ask.say("national")
    frame = cube_frame(ask, LOOKS, place)
    frame["panel"] = ["share" if BY_ID[measure].shape == "share" else "rate" for measure in frame["measure"]]
    units = {"rate": ask.say("unit_rate"), "share": ask.say("unit_share")}
    table, columns = wide(frame.rename(columns={"measure": "series"}), LOOKS, {}, ask.column("year"))
    rows = frame.assign(
        unit=[units[panel] for panel in frame["panel"]],
        kind=ask.kind(Kind.DERIVED),
        year=[str(year) for year in frame["year"]],
    )
    cards = ask.cards(source for measure in LOOKS for source in BY_ID[measure].sources)
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_homicide_summary(ask, frame, where),
        figure=draw_homicides(frame, ask.labels(), Options(lang=ask.lang)),
        table=table,
        columns=columns,
        rows=rows[["name", "year", "value", "unit", "num", "den", "kind"]],
        row_columns=(
            ask.column("name", key="series"),
            ask.column("year"),
            ask.column("value", 1),
            ask.column("unit"),
            ask.column("num", 0, key="numerator"),
            ask.column("den", 0, key="denominator"),
            ask.column("kind"),
        ),
        caption=ask.say("caption", place=where),
        sources=cards,
        press=read_in_press(frame, cards),
        base=ask.say("base"),
        period=period(int(frame["year"].min()), int(frame["year"].max())),
        date=dates(cards, ask.lang),
        kind=Kind.DERIVED,
        follows="destination",
        place=where,
        notes=tuple(
            ask.say(f"note_{part}")
            for part in ("inegi_registration", "inegi_occurrence", "microdata", "register", "sesnsp")
        ),
    )


def _homicide_summary(ask: Context, frame: pd.DataFrame, where: str) -> str:
    """The spread of the series in the last year that most of them cover, and the latest share by firearm."""
    rates = frame[(frame["panel"] == "rate") & frame["value"].notna()]
    if rates.empty:
        return ask.say("summary_none", place=where)
    covered = rates.groupby("year")["value"].count()
    year = int(covered[covered >= min(3, covered.max())].index.max())
    spread = rates.loc[rates["year"] == year, "value"]
    said: dict[str, Any] = {
        "place": where,
        "year": year,
        "low": number(spread.min(), ask.lang, 1),
        "high": number(spread.max(), ask.lang, 1),
    }
    shares = frame[(frame["measure"] == "firearm_share_sesnsp") & frame["value"].notna()]
    if shares.empty:
        return ask.say("summary_rate_only", **said)
    last = shares.iloc[-1]
    return ask.say("summary", **said, share=percent(last["value"], ask.lang), share_year=int(last["year"]))
