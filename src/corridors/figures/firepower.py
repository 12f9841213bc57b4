"""What kinds of guns: shares by type and by calibre, one strip an edition, each with its base."""

from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import (
    ARMS,
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
from corridors.text.formats import number

# Long guns are strong, handguns pale; what an edition prints only as a group has the group's tint.
COLOURS: Final = {
    "rifles": (ARMS, 0.55),
    "shotguns": (ARMS, 0.36),
    "long_guns": (ARMS, 0.46),
    "pistols": (ARMS, 0.2),
    "revolvers": (ARMS, 0.1),
    "handguns": (ARMS, 0.15),
    "other": (NEUTRAL, 0.14),
    "not_printed": (NEUTRAL, 0.0),
    "9mm": (ARMS, 0.28),
    "22": (ARMS, 0.12),
}


def firepower(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Stacked strips to 100 %, the oldest edition on top; what was not printed stays empty.

    `frame`: strip (number, in order), strip_name (period and base), kind (a key of COLOURS), name, share (percent).
    """
    strips = frame.drop_duplicates("strip").sort_values("strip")
    return figure(
        "firepower",
        [_segment(str(kind), part) for kind, part in frame.groupby("kind", sort=False)],
        options,
        height=34 + 37 * len(strips),
        barmode="overlay",
        margin={"l": 98, "r": 4, "t": 20, "b": 2},
        xaxis=axis(range=[0, 100], visible=False),
        yaxis=names_axis(strips["strip_name"].tolist(), 10.5),
        annotations=[
            note(0, 1, labels["heading"], xref="paper", yref="paper", yanchor="bottom", font={"size": 11}),
            *(_label(row, options.lang) for row in each(frame) if row.short),
        ],
    )


def _label(row: Any, lang: str) -> dict[str, Any]:
    return note(row.start + 1, row.strip, f"{row.short} {number(row.share, lang)}", font={"size": 10.5})


def _segment(kind: str, part: pd.DataFrame) -> Trace:
    colour, alpha = COLOURS[kind]
    empty = kind == "not_printed"
    return {
        "type": "bar",
        "orientation": "h",
        "x": part["share"].tolist(),
        "y": part["strip"].tolist(),
        "base": part["start"].tolist(),
        "width": 0.66,
        "name": part["name"].iloc[0],
        "customdata": part["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "color": rgba(colour, alpha),
            "line": {"color": rgba(NEUTRAL, 0.5) if empty else colour, "width": 0.8 if empty else 1},
            "pattern": hatch(rgba(NEUTRAL, 0.5), "." if empty else "") | {"solidity": 0.1},
        },
    }
