"""Homicide series of Mexico side by side: five definitions, five lines, never joined."""

from typing import Any, Final

import pandas as pd

from corridors.figures.theme import (
    VIOLENCE,
    VIOLENCE_DEEP,
    VIOLENCE_PALE,
    Figure,
    Labels,
    Options,
    Trace,
    axis,
    figure,
    note,
    rgba,
    span_of,
    years_axis,
)

# One look a series: the register is a wide pale band beneath, the others lines and marks over it.
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "homicide_rate_register": {"line": {"color": rgba(VIOLENCE_PALE, 0.55), "width": 7}, "mode": "lines"},
    "homicide_rate_inegi_registration": {"line": {"color": VIOLENCE_DEEP, "width": 2.4}, "mode": "lines"},
    "homicide_rate_inegi_occurrence": {"line": {"color": "#7b8794", "width": 1.8, "dash": "dot"}, "mode": "lines"},
    "homicide_rate_inegi_microdata": {"line": {"color": VIOLENCE, "width": 1.8, "dash": "dash"}, "mode": "lines"},
    "homicide_rate_sesnsp": {
        "line": {"color": "#8a6a1f", "width": 1.6},
        "marker": {"color": "#8a6a1f", "size": 5.5, "symbol": "circle"},
        "mode": "lines+markers",
    },
    "firearm_share_register": {"line": {"color": rgba(VIOLENCE_PALE, 0.75), "width": 5}, "mode": "lines"},
    "firearm_share_sesnsp": {
        "line": {"color": "#8a6a1f", "width": 1.6},
        "marker": {"color": "#8a6a1f", "size": 4.5, "symbol": "circle"},
        "mode": "lines+markers",
    },
}
SPAN: Final = (1989.5, 2025.5)  # at least; a later year moves the right edge


def homicides(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Rates above, the share by firearm below, over the same years.

    `frame`: measure (a key of LOOKS), name, panel (`rate`, per 100,000 people, or `share`,
    percent), year (first of each period), value (null where missing). Each trace names its slice
    of the cube in `meta.slice`, so that the browser can show the selected state instead.
    """
    present = [measure for measure in LOOKS if (frame["measure"] == measure).any()]
    return figure(
        "homicides",
        [_line(measure, frame[frame["measure"] == measure]) for measure in present],
        options,
        height=310,
        time_axis=True,
        showlegend=True,
        hovermode="x unified",
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1.08,
            "xanchor": "left",
            "yanchor": "bottom",
            "font": {"size": 11},
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": "rgba(0,0,0,0)",
            "itemwidth": 30,
        },
        margin={"l": 28, "r": 6, "t": 88, "b": 22},
        xaxis=years_axis(*span_of(frame["year"], SPAN), anchor="y2"),
        yaxis=axis(domain=[0.42, 1], rangemode="tozero", nticks=5),
        yaxis2=axis(domain=[0, 0.26], range=[0, 100], tickvals=[50, 100]),
        annotations=[
            _heading(1, labels["rate_panel"], yshift=2),
            _heading(0.3, labels["share_panel"]),
        ],
    )


def _heading(y: float, label: str, **more: Any) -> dict[str, Any]:
    return note(0, y, label, xref="paper", yref="paper", xshift=-27, yanchor="bottom") | more


def _line(measure: str, part: pd.DataFrame) -> Trace:
    rate = bool((part["panel"] == "rate").all())
    values = [None if pd.isna(value) else float(value) for value in part["value"]]
    return LOOKS[measure] | {
        "type": "scatter",
        "x": part["year"].tolist(),
        "y": values,
        "yaxis": "y" if rate else "y2",
        "name": str(part["name"].iloc[0]),
        "showlegend": rate,
        "connectgaps": False,
        "meta": {"slice": {"measure": measure, "role": "destination"}},
        "hovertemplate": "%{y:.1f}" + ("" if rate else "\u00a0%"),
    }
