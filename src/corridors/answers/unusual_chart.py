"""Places whose rate is unusual beside that of their neighbours: Mexican states, and municipalities once imported."""

from math import ceil
from typing import Any, Final

import pandas as pd

from corridors.analysis.limits import FALSE_SHARE, PERMUTATIONS
from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.rows import each
from corridors.figures.shaded import shaded
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent

FRAME: Final = "unusual_places"
STATES: Final = "homicidio_doloso_victims_firearm"
SERIES: Final = {
    "homicidio_doloso_victims_firearm": ("SESNSP_VICT", "CONAPO_2023"),
    "municipal_homicide_rate_eb": ("INEGI_EDR_OCC_9015", "CONAPO_2023"),
    "municipal_firearm_case_rate": ("SESNSP_IDEFC", "CONAPO_2023"),
}
ALONE: Final = 0.05  # a place below this on its own, not among all, is shaded lightly


def has_towns(store: Store) -> bool:
    """Whether the people of municipalities were imported, so that these are compared too."""
    return bool((store.derived(FRAME)["series"] != STATES).any())


def unusual(ask: Context) -> Chart:
    """Mexican states in the last whole year; the file has every year."""
    every = ask.store.derived(FRAME)
    rows = every[every["series"] == STATES]
    return _chart(ask, rows, "mx_states")


def unusual_towns(ask: Context) -> Chart:
    """Municipalities in the last year that has their people; the first of the series that are imported."""
    every = ask.store.derived(FRAME)
    rows = every[every["series"] != STATES]
    return _chart(ask, rows[rows["series"] == rows["series"].iloc[0]], "mx_municipalities")


def _chart(ask: Context, every: pd.DataFrame, shapes: str) -> Chart:
    rows = every[every["year"] == every["year"].max()]
    series, year = str(rows["series"].iloc[0]), int(rows["year"].iloc[0])
    what = ask.say(f"series_{series}")
    frame = _shown(ask, rows)
    cards = ask.cards(id for id in SERIES[series] if id in ask.store.cards())
    table = _table(ask, frame)
    all_years = _table(ask, _shown(ask, every)).sort_values("year", ascending=False, kind="stable")
    all_years["year"] = all_years["year"].astype(str)
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_summary(ask, rows, what, year),
        figure=shaded(
            ask.name, frame, f"data/{ask.store.web(shapes)}", ask.labels(), text("analysis.mark", ask.lang)
        ),
        table=table[table["verdict"] != ask.say("shape_usual")] if len(table) > 100 else table,
        columns=(
            ask.column("name", key="place"), ask.column("events", 0), ask.column("rate", 1),
            ask.column("rate_eb", 1), ask.column("neighbours", 1), ask.column("p", 3), ask.column("q", 3),
            ask.column("verdict"),
        ),
        rows=all_years,
        row_columns=(
            ask.column("year"),
            ask.column("place", key="id"), ask.column("name", key="place"), ask.column("events", 0),
            ask.column("people", 0), ask.column("rate", 4), ask.column("rate_eb", 4),
            ask.column("neighbours", 4), ask.column("p", 3), ask.column("q", 4), ask.column("verdict"),
        ),
        caption=ask.say("caption", what=what, year=year),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base", what=what),
        period=str(year),
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        notes=(
            ask.say("note_method", permutations=PERMUTATIONS, share=percent(FALSE_SHARE * 100, ask.lang)),
            _least(ask, int(rows["p"].notna().sum())),
            ask.say("note_word"),
        ),
    )  # fmt: skip


def _least(ask: Context, places: int) -> str:
    """What the number of permutations cannot tell: the least p, and how many places have to reach it."""
    least = 2 / (PERMUTATIONS + 1)
    needed = number(max(1, ceil(round(least * places / FALSE_SHARE, 9))), ask.lang)
    return ask.say("note_least", least=number(least, ask.lang, 3), places=number(places, ask.lang), needed=needed)


def _shown(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the class of the picture (`shape`), the name and the words that a pointer shows."""
    alone = (rows["shape"] == "usual") & (rows["p"] <= ALONE)
    higher = rows["rate_eb"] > rows["neighbours"]
    shape = rows["shape"].mask(alone & higher, "high_alone").mask(alone & ~higher, "low_alone")
    towns = ask.name == "unusual_towns"
    names = _towns(ask) if towns else {}
    frame = rows.assign(shape=shape, name=[names.get(place) or ask.place(place) for place in rows["place"]])
    hover = [
        ask.say(
            "hover", name=row.name, rate=number(row.rate_eb, ask.lang, 1), events=number(row.events, ask.lang),
            neighbours="–" if pd.isna(row.neighbours) else number(row.neighbours, ask.lang, 1),
            verdict=ask.say(f"shape_{row.shape or 'apart'}"),
        )
        for row in each(frame)
    ]  # fmt: skip
    return frame.assign(hover=hover)


def _towns(ask: Context) -> dict[str, str]:
    names = ask.store.table("mx_municipality_names")
    return dict(zip("MX-" + names["municipality_code"], names["municipality_name"], strict=True))


def _table(ask: Context, frame: pd.DataFrame) -> pd.DataFrame:
    verdict = [ask.say(f"shape_{shape or 'apart'}") for shape in frame["shape"]]
    return frame.assign(verdict=verdict).sort_values(["q", "p", "rate_eb"], ascending=[True, True, False])


def _summary(ask: Context, rows: pd.DataFrame, what: str, year: int) -> str:
    judged = rows[rows["p"].notna()]
    said: dict[str, Any] = {
        "what": what,
        "year": year,
        "places": number(len(judged), ask.lang),
        "high": number(int(rows["shape"].str.startswith("high").sum()), ask.lang),
        "low": number(int(rows["shape"].str.startswith("low").sum()), ask.lang),
        "alone": number(int(((rows["shape"] == "usual") & (rows["p"] <= ALONE)).sum()), ask.lang),
        "index": number(rows["moran"].iloc[0], ask.lang, 3),
        "p": number(rows["moran_p"].iloc[0], ask.lang, 3),
    }
    return ask.say("summary", **said)
