"""The same quantity by two publishers, a pair of bars for each year: beside each other, never added, never averaged."""

from typing import Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, INK, Figure, Options, Trace, axis, figure, rgba
from corridors.text.formats import number

LOOKS: Final = ((ARMS, 0.62), (INK, 0.2))  # a full bar and a pale one with an edge: told apart in grey as well


def sides(chart: str, frame: pd.DataFrame, options: Options) -> Figure:
    """`frame`: when (the words of the pair), side (its words), value (null: not published), hover, in order."""
    whens, names = (list(dict.fromkeys(frame[column])) for column in ("when", "side"))
    return figure(
        chart,
        [_bars(frame[frame["side"] == name], LOOKS[at], options.lang) for at, name in enumerate(names)],
        options,
        height=280,
        barmode="group",
        bargap=0.3,
        bargroupgap=0.06,
        margin={"l": 8, "r": 8, "t": 46, "b": 26},
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom", "itemclick": False,
                "itemdoubleclick": False, "bgcolor": "rgba(0,0,0,0)", "font": {"size": 12}},
        xaxis=axis(type="category", categoryorder="array", categoryarray=whens, showgrid=False, tickfont={"size": 12}),
        yaxis=axis(visible=False, rangemode="tozero", range=[0, 1.12 * float(frame["value"].max())]),
    )  # fmt: skip


def _bars(part: pd.DataFrame, look: tuple[str, float], lang: str) -> Trace:
    colour, alpha = look
    shown = part[part["value"].notna()]
    return {
        "type": "bar",
        "x": shown["when"].tolist(),
        "y": [float(value) for value in shown["value"]],
        "name": part["side"].iloc[0],
        "text": [number(row.value, lang) for row in each(shown)],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "constraintext": "none",
        "textfont": {"size": 11},
        "customdata": shown["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": rgba(colour, alpha), "line": {"color": colour, "width": 1.6}},
    }
