"""Other published figures of the quantity that a figure shows: what an opponent holds against it, from the facts."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Context
from corridors.answers.home import acronym
from corridors.answers.printed import PAPER
from corridors.answers.sayings_percents import percents
from corridors.answers.series import cube_frame
from corridors.answers.us_violence_chart import GVA_YEAR
from corridors.figures.rows import each
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, period
from corridors.text.named import fiscal, named

_YEARLY: Final = ("homicides_inegi", "homicides_sesnsp", "homicides_cni_report", "firearm_share_of_known_sesnsp")
# Percentages of one question, whatever their base: the base stands in each line.
_SHARES: Final = {
    "us_sourced_share": ("us_sourced", "seized_and_traced", "abroad"),
    "border_share": ("border_submitted",),
    "first_sale_states": ("first_sale", "seized_us", "known_origin", "stated_flow", "counties"),
    "buyer_share": ("buyer", "retailer", "unsuccessful", "no_buyer"),
    "pair_share": ("pair",),
    "rifle_share": ("rifles",),
    "firearm_homicides": _YEARLY,
    "world_share": ("world",),
}  # fmt: skip
LAST: Final = 3  # of a yearly share, the last years are enough


def rivals(kinds: tuple[str, ...], store: Store, lang: str) -> tuple[str, ...]:
    """A line each, with value, base or edition, period and publisher; none where the facts hold no other figure."""
    found: list[str] = []
    for kind in kinds:
        found += _shares(kind, store, lang) if kind in _SHARES else _COUNTS[kind](store, lang)
    return tuple(dict.fromkeys(found))


def _shares(kind: str, store: Store, lang: str) -> Iterator[str]:
    for meaning in _SHARES[kind]:
        rows = [one for one in percents(store, lang) if one.meaning == meaning]
        base = text(f"percent.{meaning}.base", lang)
        if meaning in _YEARLY:
            rows = sorted(rows, key=lambda one: one.when[-4:])[-LAST:]
        lines = "; ".join(one.line(lang) for one in rows)
        if lines:
            yield text("card.rival", lang, what=text(f"percent.{meaning}", lang), lines=lines, base=base)


def _line(store: Store, row: Any, value: str, when: str, lang: str) -> str:
    card = store.card(row.source_id)
    press = getattr(row, "via_press", "no") == "yes" or card.via_press
    source = acronym(card, lang) + (f" ({text('fig.card.via_press', lang)})" if press else "")
    return f"{value}: {when}, {source}"


def _editions(store: Store, lang: str) -> Iterator[str]:
    """Years whose total more than one edition prints."""
    rows = store.table("trace_totals")
    rows = rows[
        rows["measure"].isin(["recovered_submitted_for_tracing", "trace_requests"]) & (rows["quality"] == "exact")
    ]
    rows = rows[(rows["recovery_area"] == "Mexico") & (rows["edition"] != "other")]
    for row in each(rows[rows.duplicated(["year_start", "year_end"], keep=False)]):
        words = text("card.rival.submitted", lang, guns=number(row.value, lang), edition=row.edition)
        paper = f" ({text('card.rival.paper', lang)})" if row.source_id == PAPER else ""
        yield _line(store, row, words + paper, period(int(row.year_start), int(row.year_end)), lang)


def _time(store: Store, lang: str) -> Iterator[str]:
    rows = store.table("time_to_crime")
    for row in each(rows[rows["unit"] == "years"]):
        area = text("say.country.MX" if row.recovery_area == "Mexico" else "say.country.US", lang)
        words = text("card.rival.years", lang, years=number(row.value, lang, 1), area=area)
        yield _line(store, row, words, period(int(row.year_start), int(row.year_end)), lang)


def _homicides(store: Store, lang: str) -> Iterator[str]:
    """The national rate of the last year that more than one series has."""
    ask = Context("homicides", ViewState(lang=lang), store)
    ids = [id for id in store.cube["measures"] if id.startswith("homicide_rate_")]
    frame = cube_frame(ask, ids, None).dropna(subset=["value"])
    shared = frame[frame.duplicated("year", keep=False)]
    for row in each(shared[shared["year"] == shared["year"].max()]):
        name = text(f"measure.{row.measure}.name", lang)
        yield text("card.rival.rate", lang, rate=number(row.value, lang, 1), series=name, year=row.year)


def _shootings(store: Store, lang: str) -> Iterator[str]:
    """The counts of the year that the chart speaks of, and of the last year that was counted twice."""
    rows = store.table("us_mass_shootings")
    rows = rows[rows["measure"].str.startswith("mass_shootings") & (rows["state_code"] == "US")]
    last = rows.loc[rows["measure"] == "mass_shootings_gva_as_published_then", "year"].max()
    for row in each(rows[rows["year"].isin([GVA_YEAR, last])].sort_values("year", kind="stable")):
        words = text(f"card.rival.{row.measure}", lang, count=number(row.value, lang))
        yield _line(store, row, words, str(row.year), lang)


def _flow(store: Store, lang: str) -> Iterator[str]:
    rows = store.table("flow_estimates")
    for row in each(rows[rows["unit"] == "firearms per year"]):
        words = text("card.rival.flow", lang, guns=number(row.value, lang))
        if not pd.isna(row.low):
            words += f" ({number(row.low, lang)}–{number(row.high, lang)})"
        yield _line(store, row, words, row.period, lang)


def _secured(store: Store, lang: str) -> Iterator[str]:
    """The national totals of each source, its last."""
    rows = store.table("mx_seizures_by_state")
    rows = rows[
        (rows["mx_state_code"] == "") & rows["measure"].isin(["firearms_secured", "firearms_secured_by_army_and_navy"])
    ]
    for row in each(rows.drop_duplicates("source_id", keep="last")):
        yield _line(store, row, text("card.rival.secured", lang, guns=number(row.value, lang)), row.period, lang)


def _southbound(store: Store, lang: str) -> Iterator[str]:
    rows = store.table("southbound_seizures")
    for row in each(rows[rows["measure"].isin(["firearms", "weapons"])].tail(6)):
        words = text("card.rival.southbound", lang, guns=number(row.value, lang), area=named(row.area, lang))
        yield _line(store, row, words, fiscal(row.period, lang), lang)


_COUNTS: Final[Mapping[str, Callable[[Store, str], Iterator[str]]]] = {
    "editions": _editions,
    "time_to_crime": _time,
    "homicide_series": _homicides,
    "mass_shootings": _shootings,
    "flow": _flow,
    "secured": _secured,
    "southbound": _southbound,
}
