"""Shares of a whole that studies give, one bar a study: rivals stand side by side, nothing is drawn through them."""

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import NEUTRAL, VIOLENCE, Figure, Options, axis, figure, names_axis, note, rgba


def shares(chart: str, frame: pd.DataFrame, options: Options) -> Figure:
    """Horizontal bars of `frame`: name, share (percent), words (beside the bar), contested (bool: drawn in colour)."""
    rows = frame.reset_index(drop=True)
    colours = [VIOLENCE if contested else NEUTRAL for contested in rows["contested"]]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": rows["share"].tolist(),
        "y": rows.index.tolist(),
        "width": 0.62,
        "hoverinfo": "skip",
        "marker": {"color": [rgba(colour, 0.42) for colour in colours], "line": {"color": colours, "width": 1.2}},
    }
    return figure(
        chart,
        [bars],
        options,
        height=28 + 34 * len(rows),
        margin={"l": 176, "r": 132, "t": 4, "b": 4},
        xaxis=axis(range=[0, float(rows["share"].max())], visible=False),
        yaxis=names_axis(rows["name"].tolist(), 11),
        annotations=[note(row.share, row.Index, row.words, xshift=4) for row in each(rows)],
    )
