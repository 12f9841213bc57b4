"""Counts of trace records as bars; what is suppressed is a hatched stub of no length that means anything."""

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import (
    ARMS,
    NEUTRAL,
    Figure,
    Labels,
    Options,
    axis,
    figure,
    hatch,
    names_axis,
    note,
    rgba,
)
from corridors.text.formats import number, percent

STUB = 0.04  # of the longest bar: the length of what is suppressed


def records(chart: str, frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Horizontal bars in the order of the rows.

    `frame`: name, guns (null where suppressed), share (percent of the base, null), status, hover. Guns on x.
    """
    rows = frame.reset_index(drop=True)
    longest = max(float(rows["guns"].max()), 1.0) if rows["guns"].notna().any() else 1.0
    shut = [status == "suppressed" for status in rows["status"]]
    drawn = [longest * STUB if hidden else float(guns) for hidden, guns in zip(shut, rows["guns"], strict=True)]
    words = [
        labels["suppressed"]
        if hidden
        else f"<b>{number(row.guns, options.lang)}</b> · {percent(row.share, options.lang)}"
        for hidden, row in zip(shut, each(rows), strict=True)
    ]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": drawn,
        "y": list(range(len(rows))),
        "width": 0.62,
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "color": [rgba(NEUTRAL, 0.12) if hidden else rgba(ARMS, 0.42) for hidden in shut],
            "line": {"color": [NEUTRAL if hidden else ARMS for hidden in shut], "width": 1.2},
            "pattern": hatch(NEUTRAL, ["/" if hidden else "" for hidden in shut]) | {"bgcolor": "rgba(0,0,0,0)"},
        },
    }
    notes = [note(x, at, said, xshift=4) for at, (x, said) in enumerate(zip(drawn, words, strict=True))]
    return figure(
        chart,
        [bars],
        options,
        height=28 + 27 * len(rows),
        margin={"l": 148, "r": 92, "t": 4, "b": 4},
        xaxis=axis(range=[0, longest], visible=False),
        yaxis=names_axis(rows["name"].tolist(), 11),
        annotations=notes,
    )
