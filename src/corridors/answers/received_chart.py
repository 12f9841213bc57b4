"""Estimated guns received and homicides by firearm some years apart, by Mexican state: an association, not a cause.

The guns are modelled and pooled over the latest period, so there is one value a state: states are compared with each
other, never a state with its own past.
"""

from typing import Final

import pandas as pd

from corridors.analysis.association import lagged
from corridors.analysis.flows.published import UNKNOWN
from corridors.analysis.limits import DRAWS, LAGS
from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.answers.corridors import PROXIES, dial, error_words
from corridors.figures.intervals import intervals
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text import text
from corridors.text.formats import number, period

FRAME: Final = "corridor_estimates"
SOURCES: Final = ("NFCTA_IV", "SESNSP_VICT", "CONAPO_2023")
VICTIMS: Final = "homicidio_doloso_victims_firearm"
PER: Final = 100_000
_MONTHS: Final = "mx_homicides_state_month_sesnsp"


def received_and_deaths(ask: Context) -> Chart:
    """The rank correlation at each lag that has whole years, under each stand-in for recoveries, with its interval."""
    first, last = _period(ask)
    rates, people = _rates(ask), _people(ask)
    frame = pd.concat([_lags(ask, proxy, (first, last), rates, people) for proxy in PROXIES], ignore_index=True)
    frame["hover"] = [_hover(ask, row) for row in each(frame)]
    cards = ask.cards(SOURCES)
    columns = (
        ask.column("name", key="lag"), ask.column("series", key="question"), ask.column("value", 2, key="coefficient"),
        ask.column("low", 2), ask.column("high", 2), ask.column("places", 0),
    )  # fmt: skip
    same = frame[frame["lag"] == 0].set_index("proxy")
    said = {
        f"{proxy}_{name}": number(float(same[name][proxy]), ask.lang, 2)
        for proxy in PROXIES
        for name in ("value", "low", "high")
    }
    when = period(first, last)
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", places=int(same["places"].iloc[0]), period=when, **said),
        figure=intervals(ask.name, frame, Options(lang=ask.lang), text("estimate.stamp", ask.lang), ask.say("axis")),
        table=frame,
        columns=columns,
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(frame, cards),
        base=ask.say("base"),
        period=when,
        date=dates(cards, ask.lang),
        kind=Kind.MODELLED,
        error=error_words(dial(ask.store), dial(ask.store).best[0], ask.lang),
        notes=(
            ask.say("note_method", draws=number(DRAWS, ask.lang)), ask.say("note_proxy"), ask.say("note_few"),
        ),
    )  # fmt: skip


def _period(ask: Context) -> tuple[int, int]:
    first, last = dial(ask.store).periods[-1]["years"]
    return int(first), int(last)


def _lags(ask: Context, proxy: str, span: tuple[int, int], rates: pd.Series, people: pd.Series) -> pd.DataFrame:
    """Rows of the figure for one stand-in; lags whose years are not all whole are left out."""
    prior, route, _ = dial(ask.store).best
    every = ask.store.derived(FRAME)
    here = every["year_start"].eq(span[0]) & every["year_end"].eq(span[1]) & every["destination"].ne(UNKNOWN)
    rows = every[here & every["prior"].eq(prior) & every["route"].eq(route) & every["proxy"].eq(proxy)]
    guns = rows.groupby("destination")["estimate"].sum()
    received = _pooled(people, span, 0)
    received = (guns / (span[1] - span[0] + 1)).reindex(received.index) / received * PER
    pooled = {lag: _pooled(rates, span, lag) for lag in LAGS}
    deaths = pd.concat({span[0] + lag: found for lag, found in pooled.items() if len(found)}).swaplevel()
    found = lagged(pd.concat({span[0]: received}).swaplevel(), deaths)
    kept = found[found["view"].eq("between") & found["coefficient"].eq("spearman") & found["r"].notna()]
    names = [
        ask.say("lag", years=period(span[0] + lag, span[1] + lag), lag=f"{lag:+d}".replace("-", "−")) if lag
        else ask.say("lag_same", years=period(*span)) for lag in kept["lag"]
    ]  # fmt: skip
    return kept.assign(name=names, series=ask.say(f"by_{proxy}"), proxy=proxy, value=kept["r"])


def _pooled(values: pd.Series, span: tuple[int, int], lag: int) -> pd.Series:
    """The mean by place over the years of a period, some years later; empty unless every year is there."""
    years = list(range(span[0] + lag, span[1] + lag + 1))
    wide = values.unstack()
    if not set(years) <= set(wide.columns):
        return pd.Series(dtype=float)
    return wide[years].mean(axis=1, skipna=False)


def _people(ask: Context) -> pd.Series:
    rows = ask.store.table("mx_population_state_year")
    rows = rows[rows["state_code"] != "00"]
    return (
        rows.assign(place="MX-" + rows["state_code"]).set_index(["place", "year"])["population_mid_year"].astype(float)
    )


def _rates(ask: Context) -> pd.Series:
    """Victims by firearm per 100,000 people, of the years that have all twelve months."""
    months = ask.store.table(_MONTHS).groupby("year")["month"].nunique()
    rows = ask.store.table("mx_homicides_state_year")
    whole = rows["year"].isin(months.index[months == 12])
    rows = rows[rows["measure"].eq(VICTIMS) & rows["state_code"].ne("00") & whole]
    found = rows.assign(place="MX-" + rows["state_code"]).set_index(["place", "year"])["value"].astype(float)
    return found / _people(ask).reindex(found.index) * PER


def _hover(ask: Context, row: pd.Series) -> str:
    said = {name: number(getattr(row, name), ask.lang, 2) for name in ("value", "low", "high")}
    return ask.say("hover", name=row.name, series=row.series, places=row.places, **said)
