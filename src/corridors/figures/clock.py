"""The reactive clock: years pass between the first sale and the recovery; a trace starts only then."""

from typing import Any

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, NEUTRAL, VIOLENCE, Figure, Labels, Options, Trace, axis, figure, note, rgba
from corridors.text.formats import number, percent


def clock(frame: pd.DataFrame, split: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """A line a country from the first sale to the recovery, and a strip of how many took three years or more.

    `frame`: row (0 on top), area, years (as printed). `split`: name, guns, share (percent), late
    (true for three years or more). Years after the sale on x: not a time axis.
    """
    longest = float(frame["years"].max())
    last = longest * 1.24
    rows = len(frame)
    notes = [item for row in each(frame) for item in _words(row, last, labels, options.lang)]
    for part in each(split):
        label = f"<b>{percent(part.share, options.lang, 1)}</b> {part.name}"
        where: dict[str, Any] = {"x": 0, "y": 0.74} if part.late else {"x": 100, "y": -0.74, "xanchor": "right"}
        notes.append(note(0, 0, label, xref="x2", yref="y2") | where)
    return figure(
        "clock",
        [*(trace for row in each(frame) for trace in _line(row, last)), *_strip(split)],
        options,
        height=250,
        barmode="stack",
        margin={"l": 10, "r": 6, "t": 6, "b": 4},
        xaxis=axis(
            range=[0, last],
            domain=[0, 1],
            dtick=1,
            tickformat="d",
            showgrid=True,
            anchor="y",
            ticklabelposition="outside",
        ),
        yaxis=axis(domain=[0.44, 1], range=[rows - 0.42, -0.72], visible=False),
        xaxis2=axis(range=[0, 100], domain=[0, 1], visible=False, anchor="y2"),
        yaxis2=axis(domain=[0, 0.25], range=[-1, 1], visible=False),
        annotations=[
            *notes,
            note(
                1, 0.44, labels["years_after"], xref="paper", yref="paper", xanchor="right", yanchor="top", yshift=-16
            ),
        ],
    )


def _line(row: Any, last: float) -> list[Trace]:
    colour = VIOLENCE if row.row == 0 else NEUTRAL
    shown = {"customdata": [row.hover] * 2, "hovertemplate": "%{customdata}<extra></extra>", "type": "scatter"}
    wait = shown | {
        "x": [0, row.years],
        "y": [row.row, row.row],
        "mode": "lines+markers",
        "name": row.area,
        "line": {"color": colour, "width": 3},
        "cliponaxis": False,
        "marker": {"color": [ARMS, colour], "size": [11, 13], "symbol": ["circle", "circle"]},
    }
    trace = shown | {
        "x": [row.years, row.years + last * 0.075],
        "y": [row.row, row.row],
        "mode": "lines+markers",
        "name": row.area,
        "line": {"color": NEUTRAL, "width": 2, "dash": "dot"},
        "marker": {"color": NEUTRAL, "size": [0.1, 10], "symbol": ["circle", "diamond"]},
    }
    return [trace, wait]


def _words(row: Any, last: float, labels: Labels, lang: str) -> list[dict[str, Any]]:
    years = labels["years"].format(years=number(row.years, lang, 1))
    words = [
        note(
            row.years / 2, row.row, f"<b>{years}</b>", xanchor="center", yanchor="bottom", yshift=4, font={"size": 15}
        ),
    ]
    if row.row == 0:
        return [
            *words,
            note(0, row.row, labels["sold"], yanchor="bottom", yshift=9, xshift=-6),
            note(row.years, row.row, row.area, xanchor="center", yanchor="bottom", yshift=9),
            note(last, row.row, labels["trace"], xanchor="right", yanchor="top", yshift=-9, xshift=3),
        ]
    return [*words, note(row.years + last * 0.1, row.row, row.area)]


def _strip(split: pd.DataFrame) -> list[Trace]:
    return [
        {
            "type": "bar",
            "orientation": "h",
            "xaxis": "x2",
            "yaxis": "y2",
            "x": [part.share],
            "y": [0],
            "width": 0.62,
            "name": part.name,
            "customdata": [part.hover],
            "hovertemplate": "%{customdata}<extra></extra>",
            "marker": {
                "color": rgba(VIOLENCE if part.late else NEUTRAL, 0.42 if part.late else 0.14),
                "line": {"color": VIOLENCE if part.late else NEUTRAL, "width": 1.2},
            },
        }
        for part in each(split)
    ]
