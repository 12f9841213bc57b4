"""The chart of totals: editions of one report stand side by side and are never joined."""

import math
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.figures.totals import totals as draw_totals
from corridors.model.kinds import Kind
from corridors.text.formats import number, percent, period

PAPER: Final = "PAPER_2020"  # a row read only in the paper is never evidence for the paper
SUBMITTED: Final = ("recovered_submitted_for_tracing", "trace_requests")
ATF: Final = "ATF Mexico "
# Years of NFCTA IV that are differences of two snapshots, or longer sums: not an edition's own year.
NFCTA: Final = ("NFCTA IV 2022-2023", 2022, 2023)


def totals(ask: Context) -> Chart:
    """Guns submitted by year and by pooled period, each edition apart, with the US-sourced number and share."""
    rows = ask.store.table("trace_totals")
    frame = edition_rows(rows)
    frame["name"] = [edition_name(ask, edition) for edition in frame["edition"]]
    frame["years"] = [edition.removeprefix(ATF).replace("-", "–") for edition in frame["edition"]]
    frame["hover"] = [_totals_hover(ask, row) for row in each(frame)]
    latest = _latest(frame)
    shares = frame.loc[frame["evidence"], "share"].dropna()
    cards = ask.cards(frame["source_id"])
    table = frame.assign(
        period=[period(a, b) for a, b in zip(frame["first"], frame["last"], strict=True)],
        kind=[ask.kind(kind) for kind in frame["kind"]],
        note=[_totals_note(ask, row) for row in each(frame)],
    )
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say(
            "summary",
            year=latest["first"],
            submitted=number(latest["submitted"], ask.lang),
            us=number(latest["us_sourced"], ask.lang),
            share=percent(latest["share"], ask.lang, 1),
            low=percent(shares.min(), ask.lang),
            high=percent(shares.max(), ask.lang),
        ),
        figure=draw_totals(frame[~frame["rival"]], ask.labels(), Options(lang=ask.lang)),
        table=table[["name", "period", "submitted", "us_sourced", "share", "kind", "note"]],
        columns=(
            ask.column("name", key="edition"),
            ask.column("period"),
            ask.column("submitted", 0),
            ask.column("us_sourced", 0),
            ask.column("share", 1),
            ask.column("kind"),
            ask.column("note"),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base"),
        period=period(int(frame["first"].min()), int(frame["last"].max())),
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(_note_twice(ask, frame), ask.say("note_sample")),
    )


def _latest(frame: pd.DataFrame) -> "pd.Series[Any]":
    """The last year of its own with both numbers; where two editions print it, the later one (by its name's years)."""
    yearly = frame[(frame["first"] == frame["last"]) & frame["us_sourced"].notna() & frame["evidence"]]
    return yearly.sort_values(["first", "years"], kind="stable").iloc[-1]


def edition_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """One row an edition and a period: edition, first, last, submitted, us_sourced, share, kind, evidence, rival.

    A share is the one printed where no US-sourced number was; else our arithmetic on one edition's two numbers.
    A rival figure of the same edition and period (a note says that it contradicts) keeps a row of its own.
    """
    us, printed = _by_edition(rows, "us_sourced"), _by_edition(rows, "us_sourced_share")
    out = [
        _edition_row(row, us.get(_key(row), math.nan), printed.get(_key(row), math.nan))
        for row in each(rows[rows["measure"].isin(SUBMITTED) & (rows["edition"] != "other")])
        if row.edition != NFCTA[0] or _key(row) == NFCTA
    ]
    return pd.DataFrame(out).sort_values(["first", "last", "rival"], kind="stable").reset_index(drop=True)


def _key(row: Any) -> tuple[str, int, int]:
    return row.edition, row.year_start, row.year_end


def _by_edition(rows: pd.DataFrame, measure: str) -> dict[tuple[str, int, int], float]:
    """The value of a measure by edition, first and last year."""
    return {_key(row): float(row.value) for row in each(rows[rows["measure"] == measure])}


def _edition_row(row: Any, us: float, printed: float) -> dict[str, Any]:
    rival = row.note.startswith("CONTRADICTS")
    share = printed if math.isnan(us) else us / row.value * 100
    return {
        "edition": row.edition,
        "first": int(row.year_start),
        "last": int(row.year_end),
        "submitted": float(row.value),
        "us_sourced": math.nan if rival else us,
        "share": math.nan if rival else share,
        "kind": row.kind,
        "evidence": row.source_id != PAPER,
        "rival": rival,
        "requests": row.measure == "trace_requests",
        "source_id": row.source_id,
    }


def edition_name(ask: Context, edition: str) -> str:
    """The name of an edition of a report in the language of the view."""
    if edition.startswith(ATF):
        return ask.say("edition_atf", years=edition.removeprefix(ATF).replace("-", "–"))
    return edition.replace(" 2022-2023", "")


def _totals_hover(ask: Context, row: Any) -> str:
    words = f"{number(row.submitted, ask.lang)} {ask.say('submitted')}"
    if not pd.isna(row.us_sourced):
        words += f"<br>{number(row.us_sourced, ask.lang)} {ask.say('us_sourced')}"
    if not pd.isna(row.share):
        words += f" ({percent(row.share, ask.lang, 1)})"
    return words


def _totals_note(ask: Context, row: Any) -> str:
    if not row.evidence:
        return ask.say("note_paper")
    if row.rival:
        return ask.say("note_rival")
    return ask.say("note_requests") if row.requests else ""


def _note_twice(ask: Context, frame: pd.DataFrame) -> str:
    """The years that more than one edition prints, each with its number: side by side, never averaged."""
    yearly = frame[(frame["first"] == frame["last"]) & ~frame["rival"]]
    twice = yearly[yearly.duplicated("first", keep=False)].sort_values(["first", "evidence"], ascending=[True, False])
    said = [
        f"{year}: "
        + ", ".join(
            ask.say("one_of" if row.evidence else "one_paper", guns=number(row.submitted, ask.lang), edition=row.years)
            for row in each(part)
        )
        for year, part in twice.groupby("first")
    ]
    return ask.say("note_twice", list="; ".join(said))
