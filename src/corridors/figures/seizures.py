"""What CBP seized on its way out, by office and fiscal year: a grid a measure, the larger numbers darker."""

import math
from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, SIZE, Figure, Labels, Options, Trace, axis, figure, names_axis, note, rgba
from corridors.text.formats import number

ROW: Final = 21  # px of a row
GAP: Final = 62  # px above a grid: its heading and its years
BOTTOM: Final = 6


def seizures(frame: pd.DataFrame, years: list[str], labels: Labels, options: Options) -> Figure:
    """One grid a measure, below one another: years (as labelled) across, the places of `frame` down, in its order.

    `frame`: measure, name, year (a label of `years`), quantity, hover, whole (true for the sum of all places: it has a
    number and no shade). A cell without a row stays empty: the file has nothing there, which is no printed zero.
    """
    parts = list(frame.groupby("measure", sort=False))
    heights = [GAP + ROW * part["name"].nunique() for _, part in parts]
    height = sum(heights) + BOTTOM
    traces: list[Trace] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    top = 1.0
    for at, ((measure, part), tall) in enumerate(zip(parts, heights, strict=True), start=1):
        number_of = "" if at == 1 else str(at)
        low, high = max(top - tall / height, 0.0), top - GAP / height
        names = list(dict.fromkeys(part["name"]))
        traces.append(_grid(part, names, years, number_of))
        notes += _numbers(part, names, years, number_of, options)
        notes.append(_heading(labels[str(measure)], high + (GAP - 16) / height))
        axes[f"xaxis{number_of}"] = _years_axis(years, number_of)
        axes[f"yaxis{number_of}"] = names_axis(names, 11) | {"domain": [low, high], "anchor": f"x{number_of}"}
        top = low
    margin = {"l": 152, "r": 4, "t": 0, "b": 0}
    return figure("seizures", traces, options, height=height, margin=margin, annotations=notes, **axes)


def _years_axis(years: list[str], number_of: str) -> dict[str, Any]:
    return axis(
        range=[-0.5, len(years) - 0.5], tickvals=list(range(len(years))), ticktext=years, side="top",
        showgrid=False, tickangle=0, anchor=f"y{number_of}", tickfont={"size": SIZE - 2},
    )  # fmt: skip


def _grid(part: pd.DataFrame, names: list[str], years: list[str], number_of: str) -> Trace:
    cells = part.set_index(["name", "year"])
    shade = cells["quantity"].where(~cells["whole"]).unstack().reindex(index=names, columns=years)
    words = cells["hover"].unstack(fill_value="").reindex(index=names, columns=years, fill_value="")
    return {
        "type": "heatmap",
        "x": list(range(len(years))),
        "y": list(range(len(names))),
        "z": [[None if math.isnan(cell) else float(cell) for cell in row] for row in shade.to_numpy()],
        "xaxis": f"x{number_of}",
        "yaxis": f"y{number_of}",
        "zmin": 0,
        "zmax": max(float(shade.max().max()), 1.0) if shade.notna().to_numpy().any() else 1.0,
        "colorscale": [[0, rgba(ARMS, 0.06)], [1, rgba(ARMS, 0.5)]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
        "customdata": words.to_numpy().tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _numbers(
    part: pd.DataFrame, names: list[str], years: list[str], number_of: str, options: Options
) -> list[dict[str, Any]]:
    made = []
    for row in each(part):
        said = number(row.quantity, options.lang)
        made.append(
            note(
                years.index(row.year), names.index(row.name), f"<b>{said}</b>" if row.whole else said,
                xref=f"x{number_of}", yref=f"y{number_of}", xanchor="center", font={"size": SIZE - 2},
            )
        )  # fmt: skip
    return made


def _heading(words: str, y: float) -> dict[str, Any]:
    return note(0, y, f"<b>{words}</b>", xref="paper", yref="paper", xshift=-150, yanchor="middle")
