"""The ladder of bases: from guns submitted to guns traced, each step with its base."""

from typing import Any

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, NEUTRAL, Figure, Labels, Options, Trace, axis, figure, hatch, note, rgba
from corridors.text.formats import number, percent


def ladder(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Thin bars, one under the other, all on the scale of the first.

    `frame`: step (0 is the widest base), part (segments of one step, in order), name, guns,
    base (guns of the step it is a share of, null for the first), solid (reaches a purchaser or
    a later step). Guns on x.
    """
    first = float(frame.loc[frame["step"] == 0, "guns"].sum())
    steps = int(frame["step"].max()) + 1
    return figure(
        "ladder",
        list(_bars(frame)),
        options,
        height=18 + 50 * steps,
        barmode="stack",
        margin={"l": 2, "r": 2, "t": 4, "b": 4},
        xaxis=axis(range=[0, first], visible=False),
        yaxis=axis(range=[steps - 0.52, -0.72], visible=False),
        annotations=[_label(frame[frame["step"] == step], step, labels, options.lang) for step in range(steps)],
    )


def _bars(frame: pd.DataFrame) -> list[Trace]:
    bars = []
    for row in each(frame):
        colour = ARMS if row.solid else NEUTRAL
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": [row.guns],
                "y": [row.step],
                "width": 0.3,
                "name": row.name,
                "customdata": [row.hover],
                "hovertemplate": "%{customdata}<extra></extra>",
                "marker": {
                    "color": rgba(colour, (0.2, 0.42, 0.62)[min(int(row.step), 2)] if row.solid else 0.12),
                    "line": {"color": colour, "width": 1.2},
                    "pattern": hatch(rgba(colour, 0.7), "" if row.solid else "/"),
                },
            }
        )
    return bars


def _label(part: pd.DataFrame, step: int, labels: Labels, lang: str) -> dict[str, Any]:
    """`18,206 traced to a US purchaser · 36 % of 50,409`; a step of several parts lists them."""
    words = []
    for row in each(part):
        share = (
            ""
            if pd.isna(row.base)
            else " · "
            + labels["share_of"].format(share=percent(row.guns / row.base * 100, lang), base=number(row.base, lang))
        )
        words.append((f"<b>{number(row.guns, lang)}</b> {row.name}", share))
    if len(words) == 1:
        return note(0, step - 0.42, "".join(words[0]), xshift=-3)
    return note(0, step - 0.42, " · ".join(word for word, _ in words), xshift=-3)
