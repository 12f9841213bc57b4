"""The world's civilian guns, as the Small Arms Survey estimated them in two editions."""

from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, NEUTRAL, Figure, Labels, Options, Trace, axis, figure, names_axis, note, rgba
from corridors.text.formats import number, percent

MILLION: Final = 1_000_000


def world(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """The world's bar of each edition with the United States in it, then the next largest holders.

    `frame`: year, name, guns, us (guns of the United States on a world's row, else null), before
    (guns of the same country in the earlier edition, null), rank (order on the page). Millions on x.
    """
    rows = frame.sort_values("rank").reset_index(drop=True)
    worlds, holders = rows[rows["us"].notna()], rows[rows["us"].isna()]
    traces = [
        _bars(worlds, worlds["guns"], NEUTRAL, 0.12, labels["rest"]),
        _bars(worlds, worlds["us"], ARMS, 0.48, labels["united_states"]),
        _bars(holders, holders["guns"], ARMS, 0.22, labels["holders"]),
        _before(holders, labels),
    ]
    return figure(
        "world",
        traces,
        options,
        height=28 + 27 * len(rows),
        barmode="overlay",
        margin={"l": 92, "r": 8, "t": 2, "b": 2},
        xaxis=axis(range=[0, float(rows["guns"].max()) / MILLION], visible=False),
        yaxis=names_axis(rows["name"].tolist(), 11),
        annotations=[*(_label(row, labels, options.lang) for row in each(rows)), _mark(labels)],
    )


def _bars(part: pd.DataFrame, guns: "pd.Series[float]", colour: str, alpha: float, name: str) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "x": (guns / MILLION).tolist(),
        "y": part.index.tolist(),
        "width": 0.68,
        "name": name,
        "customdata": part["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": rgba(colour, alpha), "line": {"color": colour, "width": 1.2}},
    }


def _before(holders: pd.DataFrame, labels: Labels) -> Trace:
    known = holders[holders["before"].notna()]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": (known["before"] / MILLION).tolist(),
        "y": known.index.tolist(),
        "name": labels["before"],
        "hoverinfo": "skip",
        "marker": {"symbol": "line-ns-open", "size": 15, "color": NEUTRAL, "line": {"width": 2, "color": NEUTRAL}},
    }


def _mark(labels: Labels) -> dict[str, Any]:
    """What the mark on a holder's bar is, in the corner that no bar reaches."""
    return note(1, 0, f"| {labels['before']}", xref="paper", yref="paper", xanchor="right", yanchor="bottom")


def _label(row: Any, labels: Labels, lang: str) -> dict[str, Any]:
    millions = in_millions(row.guns, lang)
    if pd.isna(row.us):
        at = row.guns if pd.isna(row.before) else max(row.guns, row.before)
        return note(at / MILLION, row.Index, millions, xshift=5)
    us = in_millions(row.us, lang)
    label = labels["us_of"].format(us=us, share=percent(row.us / row.guns * 100, lang, 1))
    return note(0, row.Index, label, xshift=6)


def in_millions(guns: float, lang: str) -> str:
    """Guns in millions, with a decimal only where the source has one: `270`, `393.3`."""
    millions = guns / MILLION
    return number(millions, lang, 0 if float(millions).is_integer() else 1)
