"""Where the traced guns were first sold: source states ranked, with their base."""

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import (
    ARMS,
    LOUD,
    NEUTRAL,
    Figure,
    Labels,
    Options,
    Trace,
    axis,
    figure,
    hatch,
    names_axis,
    note,
    rgba,
)
from corridors.text.formats import number, percent


def origins(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Horizontal bars, the largest on top, "all other states" last and hatched.

    `frame`: place (id, null for all others), name, guns, share (percent of the base), hover. Guns on x.
    """
    rows = frame.reset_index(drop=True)
    notes = [
        note(
            row.guns,
            row.Index,
            f"<b>{number(row.guns, options.lang)}</b> · {percent(row.share, options.lang)}",
            xshift=4,
        )
        for row in each(rows)
    ]
    return figure(
        "origins",
        [_bars(rows, options)],
        options,
        height=28 + 36 * len(rows),
        margin={"l": 112, "r": 84, "t": 4, "b": 4},
        xaxis=axis(range=[0, float(rows["guns"].max())], visible=False),
        yaxis=names_axis(rows["name"].tolist()),
        annotations=notes,
    )


def _bars(rows: pd.DataFrame, options: Options) -> Trace:
    places = [None if pd.isna(place) else str(place) for place in rows["place"]]
    fill = [rgba(ARMS, 0.42) if place else rgba(NEUTRAL, 0.12) for place in places]
    edge = [ARMS if place else NEUTRAL for place in places]
    chosen = [place in options.selected for place in places]
    return {
        "type": "bar",
        "orientation": "h",
        "x": rows["guns"].tolist(),
        "y": list(range(len(rows))),
        "width": 0.62,
        "meta": {"places": places, "fill": fill, "edge": edge, "accent": LOUD},
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "color": [LOUD["fill"] if loud else base for loud, base in zip(chosen, fill, strict=True)],
            "line": {
                "color": [LOUD["edge"] if loud else base for loud, base in zip(chosen, edge, strict=True)],
                "width": 1.2,
            },
            # A ground of its own: without one plotly reads the array of fills as one colour and complains.
            "pattern": hatch(NEUTRAL, ["" if place else "/" for place in places]) | {"bgcolor": "rgba(0,0,0,0)"},
        },
    }
