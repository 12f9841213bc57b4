"""Dots with their intervals, a row each: several estimates of the same thing side by side in a row."""

from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, INK, NEUTRAL, VIOLENCE, Figure, Options, Trace, axis, figure, names_axis, note

LOOKS: Final = ((ARMS, "circle"), (VIOLENCE, "diamond"), (NEUTRAL, "square"), (INK, "triangle-up"))
ROW: Final = 26
_APART: Final = 0.5  # of a row: how far the first and the last of its dots stand from each other


def intervals(chart: str, frame: pd.DataFrame, options: Options, mark: str, unit: str, digits: int = 1) -> Figure:
    """`frame`: name (of the row), series (of the dot, its words), value, low, high (null: no interval, no dot), hover.

    Rows and series are in the order in which they first occur. A line at zero; `unit`: what the axis counts; `mark` is
    drawn inside the picture.
    """
    names, series = (list(dict.fromkeys(frame[column])) for column in ("name", "series"))
    step = _APART / max(1, len(series) - 1)
    traces = [
        _dots(frame[(frame["series"] == one) & frame["value"].notna()], names, step * at - _APART / 2, LOOKS[at], one)
        for at, one in enumerate(series)
    ]
    edge = 22 + 18 * len(series)
    return figure(
        chart,
        traces,
        options,
        height=edge + 66 + ROW * len(names),
        margin={"l": 216, "r": 12, "t": edge, "b": 62},
        showlegend=True,
        legend={"orientation": "v", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "itemclick": False,
                "itemdoubleclick": False, "bgcolor": "rgba(0,0,0,0)", "font": {"size": 11}},
        xaxis=axis(zeroline=True, zerolinecolor=NEUTRAL, zerolinewidth=1.4, tickformat=f".{digits}f", nticks=6),
        yaxis=names_axis(names, 10.5),
        annotations=[_below(unit, 22), _below(f"<b>{mark}</b>", 39)],
    )  # fmt: skip


def _below(words: str, down: int) -> dict[str, Any]:
    """Words under the axis at its end, so many pixels down."""
    return note(1, 0, words, xref="paper", yref="paper", xanchor="right", yanchor="top", yshift=-down)


def _dots(part: pd.DataFrame, names: list[str], apart: float, look: tuple[str, str], name: str) -> Trace:
    rows = list(each(part))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [float(row.value) for row in rows],
        "y": [names.index(row.name) + apart for row in rows],
        "name": name,
        "customdata": [row.hover for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": look[0], "symbol": look[1], "size": 7},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [float(row.high - row.value) for row in rows],
            "arrayminus": [float(row.value - row.low) for row in rows],
            "color": look[0],
            "thickness": 1.4,
            "width": 0,
        },
    }
