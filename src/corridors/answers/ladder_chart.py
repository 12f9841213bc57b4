"""The ladder of bases: from guns submitted to guns traced to a purchaser, in the period nearer to the view."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.ladder import ladder as draw_ladder
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text.formats import number, percent, period


@dataclass(frozen=True)
class _Rung:
    """One segment: its step, its words, the edition and measure that print it, and the rung it is a share of."""

    step: int
    key: str
    edition: str
    measure: str
    of: str = ""
    purchaser: bool = True  # reaches a purchaser, or is a step on the way


@dataclass(frozen=True)
class _Ladder:
    """One period: its years, its rungs, the string of its sentence and that of its note."""

    years: tuple[int, int]
    rungs: tuple[_Rung, ...]
    summary: str
    note: str


_NFCTA: Final = "NFCTA IV 2022-2023"
_ATF: Final = "ATF Mexico 2007-2011"
_SAS: Final = "SAS 2013 table 12.6"
LATER: Final = _Ladder(
    (2022, 2023),
    (
        _Rung(0, "submitted", _NFCTA, "trace_requests"),
        _Rung(1, "traced", _NFCTA, "traced_to_us_purchaser", of="submitted"),
        _Rung(2, "known", _NFCTA, "traced_to_us_purchaser_with_recovery_state", of="traced"),
    ),
    "summary_2022",
    "note_known",
)
EARLIER: Final = _Ladder(
    (2007, 2011),
    (
        _Rung(0, "submitted", _ATF, "recovered_submitted_for_tracing"),
        _Rung(1, "us", _ATF, "us_sourced", of="submitted"),
        _Rung(2, "purchaser", _SAS, "traced_to_us_retail_purchaser", of="us"),
        _Rung(2, "foreign", _SAS, "traced_to_foreign_country", of="us", purchaser=False),
        _Rung(2, "none", _SAS, "purchaser_not_determined", of="us", purchaser=False),
    ),
    "summary_2007",
    "note_us",
)


def ladder(ask: Context) -> Chart:
    """The bases of 2022-2023 or of 2007-2011, whichever is nearer to the years of the view."""
    chosen = min((LATER, EARLIER), key=lambda one: _distance(ask.view.years, one.years))
    frame = _frame(ask, chosen)
    when = period(*chosen.years)
    guns = dict(zip(frame["key"], frame["guns"], strict=True))
    said = {name: number(count, ask.lang) for name, count in guns.items()}
    second = frame[frame["step"] == 1].iloc[0]
    unknown = number(guns["traced"] - guns["known"], ask.lang) if "known" in guns else ""
    cards = ask.cards(frame["source_id"])
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say(chosen.summary, **said, period=when, share=percent(second["share"], ask.lang)),
        figure=draw_ladder(frame, ask.labels(), Options(lang=ask.lang)),
        table=frame.assign(kind=[ask.kind(kind) for kind in frame["kind"]]),
        columns=(
            ask.column("name", key="step"),
            ask.column("guns", 0),
            ask.column("base", 0),
            ask.column("share", 1),
            ask.column("kind"),
        ),
        caption=ask.say("caption", period=when),
        sources=cards,
        press=read_in_press(ask.store.table("trace_totals"), cards),
        base=ask.say("base"),
        period=when,
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(ask.say(chosen.note, **said, unknown=unknown),),
    )


def _distance(years: tuple[int, int], other: tuple[int, int]) -> int:
    return abs(years[0] - other[0]) + abs(years[1] - other[1])


def _frame(ask: Context, chosen: _Ladder) -> pd.DataFrame:
    """step, key, name, guns, base, share, kind, solid, source_id, hover."""
    rows = ask.store.table("trace_totals")
    found = {rung.key: _row(rows, rung, chosen.years) for rung in chosen.rungs}
    frame = pd.DataFrame(
        {
            "step": rung.step,
            "key": rung.key,
            "name": ask.say(rung.key),
            "guns": float(found[rung.key].value),
            "base": float(found[rung.of].value) if rung.of else float("nan"),
            "kind": found[rung.key].kind,
            "solid": rung.purchaser,
            "source_id": found[rung.key].source_id,
        }
        for rung in chosen.rungs
    )
    frame["share"] = frame["guns"] / frame["base"] * 100
    frame["hover"] = [_hover(ask, row) for row in each(frame)]
    return frame


def _row(rows: pd.DataFrame, rung: _Rung, years: tuple[int, int]) -> Any:
    """The one row of an edition, a period and a measure. ValueError when there is not exactly one."""
    first, last = years
    (row,) = each(
        rows[
            (rows["edition"] == rung.edition)
            & (rows["year_start"] == first)
            & (rows["year_end"] == last)
            & (rows["measure"] == rung.measure)
        ]
    )
    return row


def _hover(ask: Context, row: Any) -> str:
    words = f"<b>{number(row.guns, ask.lang)}</b> {row.name}"
    if pd.isna(row.base):
        return words
    share = ask.say("share_of", share=percent(row.share, ask.lang, 1), base=number(row.base, ask.lang))
    return f"{words}<br>{share}"
