"""Guns recovered in Mexico and submitted to ATF, by year and by edition: editions are never joined."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import NEUTRAL, Figure, Labels, Options, Trace, axis, figure, note, rgba, years_axis
from corridors.text.formats import number, percent

# A tint for each edition, all of one hue family; an edition without one is grey.
TINTS: Final = {
    "ATF Mexico 2007-2011": "#4a6f93",
    "GAO-16-223": "#7b8794",
    "ATF Mexico 2011-2016": "#5f9cc4",
    "ATF Mexico 2012-2017": "#2f8fae",
    "ATF Mexico 2013-2018": "#8c6f52",
    "ATF Mexico 2017-2022": "#2f74ae",
    "ATF Mexico 2018-2023": "#5f86c9",
    "ATF Mexico 2019-2024": "#2b6aa0",
    "NFCTA IV 2022-2023": "#7b8794",
}
FIRST: Final = 2006.3  # the left edge; the right one follows the last year printed
MARGIN: Final = 0.8
BAR: Final = 0.52  # width of a year's only bar, in years
ROOM: Final = 0.84  # width that several editions of one year share
ROW: Final = 0.82  # height of a pooled bar, in rows


def totals(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Bars a year above, pooled editions as bars over their years below.

    `frame`: edition, name, first, last, submitted, us_sourced (null where not printed), share
    (percent, null), evidence (false for a figure read only in the paper). Years on x, guns on y.
    """
    yearly = side_by_side(frame[frame["first"] == frame["last"]])
    span = (FIRST, float(frame["last"].max()) + MARGIN)
    pooled = frame[frame["first"] != frame["last"]].sort_values(["first", "last"])
    rows = _pack(pooled)
    traces = [trace for _, part in yearly.groupby("edition", sort=False) for trace in _year_bars(part, labels)]
    for row in each(pooled):
        traces += _pooled_bars(row, rows[row.Index], labels)
    notes = [_pooled_note(row, rows[row.Index], options.lang) for row in each(pooled)]
    depth = max(rows.values(), default=0) + 1
    return figure(
        "totals",
        traces,
        options,
        height=296,
        time_axis=True,
        barmode="overlay",
        margin={"l": 34, "r": 4, "t": 18, "b": 22},
        xaxis=years_axis(*span, anchor="y2", domain=[0, 1]),
        yaxis=axis(domain=[0.5, 1], range=[0, max(36_500, 1.2 * yearly["submitted"].max())], dtick=10_000),
        yaxis2=axis(domain=[0, 0.355], range=[depth - 0.45, -0.55], showgrid=False, showticklabels=False),
        annotations=[
            *_edition_notes(yearly, labels, span[1]),
            *notes,
            _heading(labels["by_year"], 1.0),
            _heading(labels["pooled"], 0.37),
        ],
    )


def _pack(pooled: pd.DataFrame) -> dict[int, int]:
    """The first free row of each pooled bar, so that no two bars of a row share a year."""
    ends: list[int] = []
    rows: dict[int, int] = {}
    for row in each(pooled):
        at = next((i for i, end in enumerate(ends) if end < row.first), len(ends))
        ends[at : at + 1] = [int(row.last)]
        rows[row.Index] = at
    return rows


def _tint(edition: str) -> str:
    return TINTS.get(edition, NEUTRAL)


def side_by_side(yearly: pd.DataFrame) -> pd.DataFrame:
    """The bars of a year beside each other, one an edition: columns `x` (middle) and `width`, in years.

    A figure that is no evidence (read only in the paper) stands narrow to the left of those that are.
    """
    real = yearly["evidence"].astype(bool)
    editions = yearly[real].groupby("first")["edition"].transform("size").reindex(yearly.index, fill_value=1)
    place = yearly[real].groupby("first").cumcount().reindex(yearly.index, fill_value=0)
    width = (ROOM / editions).clip(upper=BAR)
    x = yearly["first"] + (place - (editions - 1) / 2) * width
    return yearly.assign(x=x.where(real, yearly["first"] - 0.42), width=width.where(real, 0.28))


def _year_bars(part: pd.DataFrame, labels: Labels) -> list[Trace]:
    edition, evidence = part["edition"].iloc[0], bool(part["evidence"].all())
    tint = _tint(edition)
    name = part["name"].iloc[0]
    common: Trace = {
        "type": "bar",
        "x": part["x"].tolist(),
        "width": part["width"].tolist(),
        "meta": {"edition": edition},
    }
    shown = [f"<b>{name}</b><br>{row.first}: {row.hover}" for row in each(part)]
    submitted: Trace = common | {
        "y": part["submitted"].tolist(),
        "name": f"{name}: {labels['submitted']}",
        "customdata": shown,
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": rgba(tint, 0.2 if evidence else 0.0), "line": {"color": tint, "width": 1.2}},
    }
    if not evidence:
        submitted["marker"]["pattern"] = {
            "shape": "/",
            "fgcolor": tint,
            "size": 5,
            "solidity": 0.25,
            "fillmode": "overlay",
        }
    inner = part[part["us_sourced"].notna()]
    if inner.empty:
        return [submitted]
    return [
        submitted,
        common
        | {
            "x": inner["x"].tolist(),
            "width": inner["width"].tolist(),
            "y": inner["us_sourced"].tolist(),
            "name": f"{name}: {labels['us_sourced']}",
            "hoverinfo": "skip",
            "marker": {"color": rgba(tint, 0.62), "line": {"width": 0}},
        },
    ]


def _pooled_bars(row: Any, at: int, labels: Labels) -> list[Trace]:
    tint = _tint(row.edition)
    length = row.last - row.first + 1
    common = {
        "type": "bar",
        "orientation": "h",
        "yaxis": "y2",
        "x": [length],
        "base": [row.first - 0.5],
        "meta": {"edition": row.edition},
        "customdata": [f"<b>{row.name}</b><br>{row.first}–{row.last}: {row.hover}"],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    outer = common | {
        "y": [at],
        "width": ROW,
        "name": f"{row.name}: {labels['submitted']}",
        "marker": {"color": rgba(tint, 0.16), "line": {"color": tint, "width": 1.2}},
    }
    if pd.isna(row.share):
        return [outer]
    inner = common | {
        "y": [at + ROW * (1 - row.share / 100) / 2],
        "width": ROW * row.share / 100,
        "name": f"{row.name}: {labels['us_sourced']}",
        "hoverinfo": "skip",
        "hovertemplate": None,
        "marker": {"color": rgba(tint, 0.4), "line": {"width": 0}},
    }
    return [outer, inner]


def _pooled_note(row: Any, at: int, lang: str) -> dict[str, Any]:
    count = number(row.submitted, lang)
    label = count if pd.isna(row.share) else f"{count} · {percent(row.share, lang)}"
    narrow = row.last - row.first < 3
    if narrow:
        return note(row.first - 0.6, at, f"{row.name} {count}", yref="y2", xanchor="right", font={"size": 10.5})
    return note((row.first + row.last) / 2, at, label, yref="y2", xanchor="center", font={"size": 10.5})


def _edition_notes(yearly: pd.DataFrame, labels: Labels, edge: float) -> Iterator[dict[str, Any]]:
    """The name of each edition over its bars: the last one higher, since its neighbour is close."""
    last_year = yearly["first"].max()
    for _, part in yearly.groupby("edition", sort=False):
        if not part["evidence"].all():
            yield note(2011.9, 29_600, labels["paper_only"], font={"size": 10.5})
            continue
        years = part["first"]
        tallest = part.sort_values("submitted").iloc[-1]
        scattered = years.max() - years.min() > len(years)
        right = years.max() == last_year
        x = edge if right else float(tallest["first"]) + 0.4 if scattered else (years.min() + years.max()) / 2
        anchor = "right" if right or scattered else "center"
        yield note(
            x,
            float(tallest["submitted"]),
            part["years"].iloc[0],
            yanchor="bottom",
            xanchor=anchor,
            yshift=12 if right else 0,
            font={"size": 10.5},
        )


def _heading(label: str, y: float) -> dict[str, Any]:
    return note(0, y, label, xref="paper", yref="paper", yanchor="bottom", font={"size": 11}, xshift=-33)
