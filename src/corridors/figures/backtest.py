"""The scores of the back-test: how near each estimator comes to the truth, and how often its interval holds it."""

from typing import Final

import pandas as pd

from corridors.figures.theme import (
    ACCENT,
    ARMS,
    NEUTRAL,
    Figure,
    Labels,
    Options,
    Trace,
    axis,
    figure,
    names_axis,
    note,
    rgba,
)

# What an estimator was shown: its colour, its symbol, and how far its marks stand from the middle of the line.
LOOKS: Final = {"margins": (ARMS, "circle", -0.16), "mexico": (NEUTRAL, "diamond", 0.16)}
NOMINAL: Final = 80.0  # percent of truths that an 80 % interval should hold
BAND: Final = (75.0, 85.0)
LETTERS: Final = 13  # px; a page of its own has room, and the style sheet makes them larger on a wide screen
SIDE: Final = 150  # px for the names, at the size of a wide screen


def backtest(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Two panels over the same names: guns in the right pair of 100, and truths inside the interval of 100.

    `frame`: a row an estimator, mode and year: line (0, 1, …), name, facts, year, right, held (both in percent; `held`
    null where nothing could be counted), hover. The larger mark is the mean of the years.
    """
    names = list(dict.fromkeys(frame.sort_values("line")["name"]))
    traces = []
    for facts, (colour, symbol, shift) in LOOKS.items():
        part = frame[frame["facts"] == facts]
        for column, at in (("right", ""), ("held", "2")):
            means = part.groupby("line")[column].mean()
            traces.append(_marks(part["line"] + shift, part, column, at, _look(colour, symbol, 6, 0.45)))
            middle = pd.DataFrame({column: means.to_numpy()}).assign(hover="")
            traces.append(_marks(means.index + shift, middle, column, at, _look(colour, symbol, 11, 0.9), False))
    span = [len(names) - 0.5, -0.9]
    font = {"font": {"size": LETTERS}}
    panel = {"xref": "x domain", "yref": "paper", "yanchor": "bottom", "yshift": 2, **font}
    start = {"xref": "paper", "yref": "paper", "xshift": 8 - SIDE, **font}
    ticks = {"tickfont": {"size": LETTERS}}
    legend = f"<span style='color:{ARMS}'>●</span> {labels['margins']}   "
    legend += f"<span style='color:{NEUTRAL}'>◆</span> {labels['mexico']}"
    return figure(
        "backtest",
        traces,
        options,
        height=110 + 46 * len(names),
        margin={"l": SIDE, "r": 14, "t": 72, "b": 50},
        xaxis=axis(domain=[0, 0.56], range=[55, 90], tick0=60, dtick=10, **ticks),
        xaxis2=axis(domain=[0.64, 1], range=[70, 90], dtick=5, **ticks),
        yaxis=names_axis(names, LETTERS) | {"range": span},
        yaxis2=axis(range=span, showgrid=False, showticklabels=False, matches="y", anchor="x2"),
        shapes=[
            {"type": "rect", "xref": "x2", "yref": "paper", "x0": BAND[0], "x1": BAND[1], "y0": 0, "y1": 1,
             "fillcolor": rgba(ACCENT, 0.1), "line": {"width": 0}, "layer": "below"},
            {"type": "line", "xref": "x2", "yref": "paper", "x0": NOMINAL, "x1": NOMINAL, "y0": 0, "y1": 1,
             "line": {"color": ACCENT, "width": 1.5}},
        ],
        annotations=[
            note(0, 1, labels["panel_right"], **panel),
            note(0, 1, labels["panel_held"], **(panel | {"xref": "x2 domain"})),
            note(0, 1, legend, yanchor="bottom", yshift=44, **start),
            note(0, 0, f"<b>{labels['stamp']}</b>", yanchor="top", yshift=-28, **start),
        ],
    )  # fmt: skip


def _marks(lines: "pd.Series[float] | pd.Index[float]", part: pd.DataFrame, column: str, at: str, look: Trace,
           hover: bool = True) -> Trace:  # fmt: skip
    told = {"customdata": part["hover"].tolist(), "hovertemplate": "%{customdata}<extra></extra>"}
    return {
        "type": "scatter",
        "mode": "markers",
        "xaxis": f"x{at}",
        "yaxis": f"y{at}",
        "x": [None if pd.isna(value) else float(value) for value in part[column]],
        "y": [float(line) for line in lines],
        "marker": look,
        **(told if hover else {"hoverinfo": "skip"}),
    }


def _look(colour: str, symbol: str, size: float, alpha: float) -> Trace:
    return {"symbol": symbol, "size": size, "color": rgba(colour, alpha), "line": {"color": colour, "width": 1}}
