"""The chart of mass shootings and gun deaths in the United States: rival counts with their definitions."""

from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press, wide
from corridors.answers.series import cube_frame
from corridors.figures.theme import Options
from corridors.figures.us_violence import us_violence as draw_us_violence
from corridors.model.kinds import Kind
from corridors.text.formats import number, period

CDC_YEAR: Final = 2013  # the year that the paper quotes, with all three intents
GVA_YEAR: Final = 2019
LOCAL: Final = ("mass_shootings_gva", "gun_deaths_cdc_per_100k")  # measures of the cube: they follow the selection
RIVALS: Final = ("mass_shootings_gva_as_published_then", "mass_shootings_motherjones")
INTENTS: Final = ("firearm_deaths_suicide", "firearm_deaths_homicide", "firearm_deaths_accidental")
SERIES: Final = (LOCAL[0], *RIVALS, *INTENTS, LOCAL[1])
COUNTED: Final = (*LOCAL, RIVALS[1])  # our counts of a source's rows, or our arithmetic: derived


def us_violence(ask: Context) -> Chart:
    """Mass shootings by rival counts, deaths by intent and deaths per 100,000, of the selected state or the country."""
    chosen = ask.states("origin")
    place = chosen[0] if chosen else None
    where = ask.place(place) if place else ask.say("national")
    frame = _frame(ask, place)
    table, columns = wide(frame, SERIES, dict.fromkeys(SERIES[:-1], 0), ask.column("year"))
    cards = ask.cards(("GVA_MASTER", *frame["source_id"].dropna(), "CDC_STATE", "CENSUS_V2024"))
    used = pd.concat([ask.store.table(name) for name in ("us_mass_shootings", "us_gun_deaths")], ignore_index=True)
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_place_summary(ask, frame, where) if place else _us_summary(ask, frame),
        figure=draw_us_violence(frame, ask.labels(), Options(selected=(place,) if place else (), lang=ask.lang)),
        table=table,
        columns=columns,
        rows=_rows(ask, frame, where),
        row_columns=(
            ask.column("name", key="series"),
            ask.column("place"),
            ask.column("year"),
            ask.column("value", 1),
            ask.column("num", 0, key="numerator"),
            ask.column("den", 0, key="denominator"),
            ask.column("kind"),
        ),
        caption=ask.say("caption", place=where),
        sources=cards,
        press=read_in_press(used, cards),
        base=ask.say("base"),
        period=period(int(frame["year"].min()), int(frame["year"].max())),
        date=dates(cards, ask.lang),
        kind=Kind.DERIVED,
        follows="origin",
        place=where,
        notes=_notes(ask, frame),
    )


def _frame(ask: Context, place: str | None) -> pd.DataFrame:
    """Long form of every series: series, name, year, value, num, den, source_id (where a table prints it)."""
    shootings, deaths = ask.store.table("us_mass_shootings"), ask.store.table("us_gun_deaths")
    cube = cube_frame(ask, LOCAL, place).rename(columns={"measure": "series"})
    rivals = [_national_rows(ask, shootings, measure) for measure in RIVALS]
    intents = [_national_rows(ask, deaths, measure) for measure in INTENTS]
    return pd.concat([cube, *rivals, *intents], ignore_index=True)


def _rows(ask: Context, frame: pd.DataFrame, where: str) -> pd.DataFrame:
    """The long rows as a file holds them: rival counts are of the whole country, whatever is selected."""
    return frame.assign(
        place=[where if series in LOCAL else ask.say("national") for series in frame["series"]],
        year=[str(year) for year in frame["year"]],
        kind=[ask.kind(Kind.DERIVED if series in COUNTED else Kind.OBSERVED) for series in frame["series"]],
    )


def _notes(ask: Context, frame: pd.DataFrame) -> tuple[str, ...]:
    accidents = number(_at(frame, INTENTS[2], CDC_YEAR), ask.lang)
    return (
        ask.say("note_gva"),
        ask.say("note_mj"),
        ask.say("note_cdc", year=CDC_YEAR, cdc=accidents),
        ask.say("note_partial"),
    )


def _national_rows(ask: Context, rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The rows of the whole country of one measure, from the years of the chart on."""
    found = rows[(rows["measure"] == measure) & (rows["state_code"] == "US")].sort_values("year")
    return pd.DataFrame(
        {
            "series": measure,
            "name": ask.say(measure),
            "year": found["year"].astype("int64"),
            "value": found["value"].astype("float64"),
            "num": float("nan"),
            "den": float("nan"),
            "source_id": found["source_id"],
        }
    )


def _at(frame: pd.DataFrame, series: str, year: int) -> float:
    return float(frame.loc[(frame["series"] == series) & (frame["year"] == year), "value"].iloc[0])


def _us_summary(ask: Context, frame: pd.DataFrame) -> str:
    counts = {
        "then": _at(frame, "mass_shootings_gva_as_published_then", GVA_YEAR),
        "now": _at(frame, "mass_shootings_gva", GVA_YEAR),
        "narrow": _at(frame, "mass_shootings_motherjones", GVA_YEAR),
        "suicides": _at(frame, INTENTS[0], CDC_YEAR),
        "homicides": _at(frame, INTENTS[1], CDC_YEAR),
        "accidents": _at(frame, INTENTS[2], CDC_YEAR),
    }
    said = {name: number(value, ask.lang) for name, value in counts.items()}
    return ask.say("summary", **said, year=GVA_YEAR, cdc_year=CDC_YEAR)


def _place_summary(ask: Context, frame: pd.DataFrame, where: str) -> str:
    """The latest value of each measure for a state; a measure without one is said to be unpublished."""
    latest: dict[str, Any] = {}
    for measure, name, digits in (("mass_shootings_gva", "shootings", 0), ("gun_deaths_cdc_per_100k", "rate", 1)):
        part = frame[(frame["series"] == measure) & frame["value"].notna()]
        if part.empty:
            return ask.say("summary_none", place=where)
        latest[name] = number(part["value"].iloc[-1], ask.lang, digits)
        latest["year" if name == "shootings" else "rate_year"] = int(part["year"].iloc[-1])
    return ask.say("summary_place", place=where, **latest)
