"""The charts of trace records: pairs of states, types, and time to crime, as far as they may be shown."""

import math
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Column, Context, dates
from corridors.errors import DataError
from corridors.figures.records import records as draw
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind, Status
from corridors.text import text
from corridors.text.formats import number, percent

TABLES: Final = {
    "records_pairs": "trace_records_pairs",
    "records_types": "trace_records_types",
    "records_time": "trace_records_time_to_crime",
}
TERMS: Final = ("authority", "purpose", "audience")
TOP: Final = 12
_ALL_US: Final = "US"
_ALL_MX: Final = "00"
_NOWHERE: Final = "99"


def pairs(ask: Context) -> Chart:
    """The largest pairs of the latest year, and all others as one bar; the file has every year and every pair."""
    rows = ask.store.table(TABLES["records_pairs"])
    year, base = _latest(rows)
    inner = rows[(rows["us_state_code"] != _ALL_US) & (rows["mx_state_code"] != _ALL_MX)]
    now = inner[inner["year"] == year]
    known = (now["us_state_code"] != "") & (now["mx_state_code"] != _NOWHERE)
    top = now[known & (now["status"] == Status.VALUE)].sort_values("firearms", ascending=False, kind="stable").head(TOP)
    shown = [
        (
            f"{ask.place(f'US-{row.us_state_code}')} → {ask.place(f'MX-{row.mx_state_code}')}",
            float(row.firearms),
            Status.VALUE,
        )
        for row in each(top)
    ]
    rest = base - sum(guns for _, guns, _ in shown)
    frame = _frame(ask, [*shown, (ask.say("others"), rest, Status.VALUE)], base)
    suppressed = int((now["status"] == Status.SUPPRESSED).sum())
    long = inner.assign(
        year=_years(inner["year"]),
        origin=[_state(ask, f"US-{code}" if code else "") for code in inner["us_state_code"]],
        destination=[_state(ask, "" if code == _NOWHERE else f"MX-{code}") for code in inner["mx_state_code"]],
        status=[_status(status, ask.lang) for status in inner["status"]],
    )
    columns = (
        ask.column("year"), ask.column("us_state_code", key="origin_code"), ask.column("origin"),
        ask.column("mx_state_code", key="destination_code"), ask.column("destination"),
        ask.column("firearms", 0, key="guns"), ask.column("status"),
    )  # fmt: skip
    said = {"count": number(suppressed, ask.lang), "shown": number(len(top), ask.lang)}
    said |= _largest(ask, frame.head(max(len(shown), 1)))
    return _chart(ask, frame, year, base, said, (long, columns))


def types(ask: Context) -> Chart:
    """The types of the latest year."""
    return _line(ask, "type")


def times(ask: Context) -> Chart:
    """The bands of time to crime of the latest year."""
    return _line(ask, "time_to_crime")


def _line(ask: Context, column: str) -> Chart:
    rows = ask.store.table(TABLES[ask.name])
    year, base = _latest(ask.store.table(TABLES["records_pairs"]))
    now = rows[rows["year"] == year]
    names = {code: text(f"fig.records.{column}.{code.replace(' ', '_')}", ask.lang) for code in rows[column].unique()}
    frame = _frame(ask, [(names[code], float(guns), status) for code, guns, status in _cells(now, column)], base)
    long = rows.assign(
        year=_years(rows["year"]),
        name=[names[code] for code in rows[column]],
        status=[_status(status, ask.lang) for status in rows["status"]],
    )
    columns = (ask.column("year"), ask.column("name", key=column), ask.column("firearms", 0, key="guns"),
               ask.column("status"))  # fmt: skip
    suppressed = int((now["status"] == Status.SUPPRESSED).sum())
    said = {"count": number(suppressed, ask.lang), "shown": number(len(now) - suppressed, ask.lang)}
    said |= _largest(ask, frame)
    return _chart(ask, frame, year, base, said, (long, columns))


def _cells(rows: pd.DataFrame, column: str) -> list[tuple[str, float, str]]:
    return [(str(row[column]), row["firearms"], str(row["status"])) for row in rows.to_dict("records")]


def _latest(pairs: pd.DataFrame) -> tuple[int, float]:
    """The latest year whose total is shown, and that total. DataError when there is none."""
    totals = pairs[(pairs["us_state_code"] == _ALL_US) & (pairs["mx_state_code"] == _ALL_MX)]
    totals = totals[(totals["status"] == Status.VALUE) & totals["year"].notna()].sort_values("year")
    if totals.empty:
        raise DataError("no year of the trace records may be shown: import more records at once")
    return int(totals["year"].iloc[-1]), float(totals["firearms"].iloc[-1])


def _years(years: "pd.Series[Any]") -> list[str]:
    return ["" if math.isnan(year) else str(int(year)) for year in years]


def _state(ask: Context, id: str) -> str:
    return ask.place(id) if id else text("fig.records.unknown", ask.lang)


def _status(status: str, lang: str) -> str:
    return (
        text("fig.records.suppressed_long", lang) if status == Status.SUPPRESSED else text(f"fig.status.{status}", lang)
    )


def _largest(ask: Context, frame: pd.DataFrame) -> dict[str, str]:
    """The name and the share of the longest bar; a dash where every one is suppressed."""
    row = max(each(frame), key=lambda one: -1 if math.isnan(one.guns) else one.guns)
    return {"name": row.name, "share": "–" if math.isnan(row.share) else percent(row.share, ask.lang)}


def _frame(ask: Context, cells: list[tuple[str, float, str]], base: float) -> pd.DataFrame:
    """name, guns (null where suppressed), share, status, hover, words (of the status), base."""
    frame = pd.DataFrame(cells, columns=["name", "guns", "status"]).assign(base=base)
    frame["share"] = frame["guns"] / base * 100
    frame["words"] = [_status(status, ask.lang) for status in frame["status"]]
    frame["hover"] = [
        f"{row.name}: {row.words}"
        if row.status == Status.SUPPRESSED
        else f"{row.name}: <b>{number(row.guns, ask.lang)}</b><br>{percent(row.share, ask.lang, 1)}"
        for row in each(frame)
    ]
    return frame


def _chart(
    ask: Context, frame: pd.DataFrame, year: int, base: float, said: dict[str, str],
    rows: tuple[pd.DataFrame, tuple[Column, ...]],
) -> Chart:  # fmt: skip
    terms = next(each(ask.store.table("trace_records_terms")))
    cards = ask.cards((terms.source_id,))
    total = number(base, ask.lang)
    labels = {**ask.labels(), "suppressed": text("fig.records.suppressed", ask.lang)}
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", year=year, base=total, **said),
        figure=draw(ask.name, frame, labels, Options(lang=ask.lang)),
        table=frame.assign(base=base, status=frame["words"]),
        columns=(ask.column("name", key=ask.name), ask.column("guns", 0), ask.column("share", 1),
                 ask.column("base", 0), ask.column("status")),
        caption=ask.say("caption", year=year, base=total),
        sources=cards,
        press=frozenset(),
        base=text("fig.records.base", ask.lang, base=total, year=year),
        period=str(year),
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(
            text("fig.records.note_suppressed", ask.lang, count=said["count"]),
            text("fig.records.note_terms", ask.lang, **{name: getattr(terms, name) for name in TERMS}),
            *(card.caveat(ask.lang) for card in cards),
        ),
        rows=rows[0],
        row_columns=rows[1],
    )  # fmt: skip
