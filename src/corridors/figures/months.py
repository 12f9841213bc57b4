"""A monthly series with what its own past led one to expect, the months beyond it, and lasting changes of level."""

from typing import Any, Final

import pandas as pd

from corridors.figures.theme import (
    NEUTRAL,
    VIOLENCE,
    VIOLENCE_DEEP,
    Figure,
    Labels,
    Options,
    Trace,
    axis,
    figure,
    note,
    rgba,
    years_axis,
)

_LONG: Final = 180  # months: beyond, fewer years are named
SYMBOLS: Final = {"high": "triangle-up", "low": "triangle-down"}


def months(chart: str, frame: pd.DataFrame, changes: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """`frame`: at (years as numbers), count, expected, lower, upper (null where not judged), status, hover;
    `changes`: at, hover. Labels: count, expected, band, high, low, change, mark."""
    judged = frame[frame["expected"].notna()]
    traces: list[Trace] = [
        _line(judged, "lower", "", rgba(NEUTRAL, 0.0)),
        _line(judged, "upper", labels["band"], rgba(NEUTRAL, 0.0))
        | {"fill": "tonexty", "fillcolor": rgba(NEUTRAL, 0.2)},
        _line(judged, "expected", labels["expected"], NEUTRAL)
        | {"line": {"color": NEUTRAL, "width": 1.3, "dash": "dash"}},
        _line(frame, "count", labels["count"], VIOLENCE)
        | {"hoverinfo": "text", "hovertext": frame["hover"].tolist(), "line": {"color": VIOLENCE, "width": 1.6}},
        *(_marks(frame[frame["status"] == status], labels[status], symbol) for status, symbol in SYMBOLS.items()),
    ]
    top = float(max(frame["count"].max(), judged["upper"].max() if len(judged) else 0)) * 1.04
    every = 2 if len(frame) < _LONG else 4
    return figure(
        chart,
        traces,
        options,
        height=320,
        margin={"l": 44, "r": 10, "t": 62, "b": 44},
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom", "itemclick": False,
                "itemdoubleclick": False, "bgcolor": "rgba(0,0,0,0)", "font": {"size": 11}},
        xaxis=years_axis(float(frame["at"].min()), float(frame["at"].max()) + 0.1, dtick=every),
        yaxis=axis(range=[0, top], nticks=5),
        shapes=[_upright(at) for at in changes["at"]],
        annotations=[
            # Every other one a line lower: on a small screen two that are near would overprint.
            *(note(at, top, labels["change"], font={"size": 10}, yanchor="top", xshift=2, yshift=-13 * (place % 2),
                   hovertext=words)
              for place, (at, words) in enumerate(zip(changes["at"], changes["hover"], strict=True))),
            note(1, 0, f"<b>{labels['mark']}</b>", xref="paper", yref="paper", xanchor="right", yanchor="top",
                 yshift=-22),
        ],
    )  # fmt: skip


def _line(part: pd.DataFrame, column: str, name: str, colour: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": part["at"].tolist(),
        "y": [None if pd.isna(value) else float(value) for value in part[column]],
        "name": name,
        "showlegend": bool(name),
        "connectgaps": False,
        "hoverinfo": "skip",
        "line": {"color": colour, "width": 1},
    }


def _marks(part: pd.DataFrame, name: str, symbol: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": part["at"].tolist(),
        "y": part["count"].tolist(),
        "name": name,
        "hovertext": part["hover"].tolist(),
        "hoverinfo": "text",
        "marker": {"symbol": symbol, "size": 10, "color": VIOLENCE_DEEP},
    }


def _upright(at: float) -> dict[str, Any]:
    line = {"color": VIOLENCE_DEEP, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": line}
