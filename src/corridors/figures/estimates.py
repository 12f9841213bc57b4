"""Published estimates of one whole on one axis: a dot each, its interval where one was printed."""

from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, NEUTRAL, Figure, Options, Trace, axis, figure, note, rgba
from corridors.text.formats import number

ROW: Final = 86
_UP: Final = -0.42  # of a row: where its name stands over its dot
_DOWN: Final = 0.27  # and where what is to know of it stands under it


def estimates(chart: str, frame: pd.DataFrame, options: Options, mark: str) -> Figure:
    """`frame`: name, value, low, high (null: none printed), below (words under the dot), current (false: superseded).

    Names stand over their dots, so that the picture is as wide on a phone; `mark` is drawn inside it.
    """
    last = float(frame[["value", "high"]].max().max())
    rows = list(each(frame.reset_index(drop=True)))
    return figure(
        chart,
        [trace for row in rows for trace in _traces(row)],
        options,
        height=52 + ROW * len(rows),
        margin={"l": 8, "r": 8, "t": 8, "b": 44},
        xaxis=axis(range=[0, last * 1.06], nticks=5, rangemode="tozero"),
        yaxis=axis(range=[len(rows) - 0.6, -0.62], visible=False),
        annotations=[
            *(label for row in rows for label in _labels(row, options.lang)),
            note(1, 0, f"<b>{mark}</b>", xref="paper", yref="paper", xanchor="right", yanchor="top", yshift=-24),
        ],
    )


def _traces(row: Any) -> list[Trace]:
    colour = ARMS if row.current else NEUTRAL
    dot: Trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [float(row.value)],
        "y": [row.Index],
        "name": row.name,
        "customdata": [row.hover],
        "hovertemplate": "%{customdata}<extra></extra>",
        # Modelled: never a solid sign. What was superseded is hollow (an open sign takes its edge from its colour).
        "marker": {
            "color": rgba(colour, 0.45) if row.current else colour,
            "line": {"color": colour, "width": 1.8},
            "symbol": "circle" if row.current else "circle-x-open",
            "size": 13,
        },
    }
    if pd.isna(row.low):
        return [dot]
    span: Trace = {
        "type": "scatter",
        "mode": "lines",
        "x": [float(row.low), float(row.high)],
        "y": [row.Index, row.Index],
        "name": row.name,
        "hoverinfo": "skip",
        "line": {"color": colour, "width": 2.4, "dash": "dash"},
    }
    return [span, dot]


def _labels(row: Any, lang: str) -> list[dict[str, Any]]:
    value = number(row.value, lang)
    return [
        note(0, row.Index + _UP, f"<b>{row.name}</b>", xref="x", xshift=2),
        note(float(row.value), row.Index, value if row.current else f"<s>{value}</s>", yanchor="bottom", yshift=9,
             xanchor="center", font={"size": 13}),
        note(0, row.Index + _DOWN, row.below, xref="x", xshift=2, font={"size": 11}),
    ]  # fmt: skip
