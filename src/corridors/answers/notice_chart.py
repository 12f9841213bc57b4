"""The early notice: months of homicide by firearm that a state's own past did not lead one to expect."""

from typing import Final

import pandas as pd

from corridors.analysis.limits import LEAST_MEAN, LEAST_SEGMENT, PENALTY, TAIL, WINDOW
from corridors.answers.chart import Chart, Context, dates, read_in_press, spoken_date
from corridors.figures.months import months as draw_months
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text import text
from corridors.text.formats import number, percent

FRAME: Final = "notice_months"
CHANGES: Final = "notice_changes"
VICTIMS: Final = "homicidio_doloso_victims_firearm"
CHECKS: Final = "sale_checks"
COUNTRY: Final = "MX"
LAST: Final = 12  # months of which the sentence and the table speak
BEYOND: Final = ("high", "low")


def early_notice(ask: Context) -> Chart:
    """Victims of intentional homicide by firearm in the chosen Mexican state, else in the country."""
    chosen = ask.states("destination")
    return _chart(ask, VICTIMS, chosen[0] if chosen else COUNTRY, ("SESNSP_VICT",), bool(chosen))


def early_checks(ask: Context) -> Chart:
    """Background checks that go with a sale in the chosen US state, else in the one with the latest unusual month."""
    chosen = ask.states("origin")
    rows = ask.store.derived(FRAME)
    beyond = rows[(rows["series"] == CHECKS) & rows["status"].isin(BEYOND)].sort_values(["month", "place"])
    return _chart(ask, CHECKS, chosen[0] if chosen else str(beyond["place"].iloc[-1]), ("NICS",), bool(chosen))


def noticed(ask: Context) -> list[str]:
    """The Mexican states with an unusual month among the last ones, for links to their series."""
    rows = ask.store.derived(FRAME)
    recent = _recent(rows[rows["series"] == VICTIMS])
    found = recent[recent["status"].isin(BEYOND) & (recent["place"] != COUNTRY)]
    return sorted(found["place"].unique(), key=ask.place)


def _recent(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["month"].isin(sorted(rows["month"].unique())[-LAST:])]


def _chart(ask: Context, series: str, place: str, sources: tuple[str, ...], chosen: bool) -> Chart:
    every = ask.store.derived(FRAME)
    rows = every[every["series"] == series]
    here = _with_words(ask, rows[rows["place"] == place])
    changes = ask.store.derived(CHANGES)
    levels = _levels(ask, changes[(changes["series"] == series) & (changes["place"] == place)])
    where = _name(ask, place)
    cards = ask.cards(sources)
    labels = {**ask.labels(), "mark": text("analysis.mark", ask.lang)}
    table = _table(ask, rows)
    recent = table[table["month"].isin(_recent(rows)["month"]) & table["unusual"]]
    columns = (
        ask.column("name", key="place"), ask.column("month"), ask.column("count", 0), ask.column("expected", 1),
        ask.column("lower", 0), ask.column("upper", 0), ask.column("verdict"),
    )  # fmt: skip
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_summary(ask, here if chosen else rows[rows["place"] != COUNTRY], here, levels, where),
        figure=draw_months(ask.name, here, levels, labels, Options(lang=ask.lang)),
        table=recent,
        columns=columns,
        rows=table,
        row_columns=columns,
        caption=ask.say("caption", months=LAST),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base"),
        period=f"{here['month'].iloc[0]} – {here['month'].iloc[-1]}",
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        place=where,
        notes=(
            ask.say("note_method", window=WINDOW, tail=percent(TAIL * 100, ask.lang, 1)),
            ask.say("note_least", least=number(LEAST_MEAN, ask.lang)),
            ask.say("note_changes", segment=LEAST_SEGMENT, penalty=number(PENALTY, ask.lang)),
            ask.say("note_late"),
        ),
    )


def _name(ask: Context, place: str) -> str:
    return ask.say("country") if place == COUNTRY else ask.place(place)


def _with_words(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    hover = [
        f"{spoken_date(row.month, ask.lang)}: <b>{'–' if pd.isna(row.count) else number(row.count, ask.lang)}</b>"
        + ("" if pd.isna(row.expected) else "<br>" + ask.say("hover", **_numbers(ask, row)))
        for row in each(rows)
    ]
    return rows.assign(at=[_at(month) for month in rows["month"]], hover=hover).reset_index(drop=True)


def _numbers(ask: Context, row: object) -> dict[str, str]:
    return {name: number(getattr(row, name), ask.lang) for name in ("expected", "lower", "upper")}


def _at(month: str) -> float:
    """A month as a number of years, at its middle."""
    return int(month[:4]) + (int(month[5:]) - 0.5) / 12


def _levels(ask: Context, changes: pd.DataFrame) -> pd.DataFrame:
    hover = [
        ask.say("level", month=spoken_date(row.month, ask.lang), before=number(row.before, ask.lang),
                after=number(row.after, ask.lang))
        for row in each(changes)
    ]  # fmt: skip
    return changes.assign(at=[_at(month) - 0.5 / 12 for month in changes["month"]], hover=hover)


def _table(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """Every judged month of every place, the latest first."""
    judged = rows[rows["expected"].notna()].sort_values(["month", "place"], ascending=[False, True])
    names = {place: _name(ask, place) for place in judged["place"].unique()}
    return judged.assign(
        name=judged["place"].map(names),
        verdict=judged["status"].map({status: ask.say(status) for status in (*BEYOND, "usual")}),
        unusual=judged["status"].isin(BEYOND),
    )


def _summary(ask: Context, rows: pd.DataFrame, here: pd.DataFrame, levels: pd.DataFrame, where: str) -> str:
    """The unusual months among the last of `rows` (a chosen state's, else every state's), then the last of `here`."""
    recent = _recent(rows)
    judged = recent[recent["expected"].notna()]
    own = rows["place"].nunique() == 1
    first = ask.say(
        "summary_own" if own else "summary", place=where, months=LAST,
        last=spoken_date(recent["month"].max(), ask.lang), judged=number(len(judged), ask.lang),
        high=_months(ask, judged, "high") if own else number(int((judged["status"] == "high").sum()), ask.lang),
        low=_months(ask, judged, "low") if own else number(int((judged["status"] == "low").sum()), ask.lang),
        chance=number(len(judged) * TAIL, ask.lang, 1),
    )  # fmt: skip
    known = here[here["expected"].notna()]
    if known.empty:
        small = ask.say("summary_small", place=where)
        return small if own else f"{first} {small}"
    last = next(each(known.tail(1)))
    now = ask.say(
        "summary_place", place=where, month=spoken_date(last.month, ask.lang), count=number(last.count, ask.lang),
        verdict=ask.say(last.status).lower(), **_numbers(ask, last),
    )  # fmt: skip
    lasting = f" {levels['hover'].iloc[-1]}" if len(levels) else ""
    return f"{first} {now}{lasting}"


def _months(ask: Context, judged: pd.DataFrame, status: str) -> str:
    """The months on one side of their thresholds, written out; a zero when there is none."""
    named = [spoken_date(month, ask.lang) for month in judged.loc[judged["status"] == status, "month"]]
    return f"{number(len(named), ask.lang)} ({', '.join(named)})" if named else number(0, ask.lang)
