"""Mass shootings and gun deaths in the United States, with rival counts and definitions."""

from typing import Any, Final

import pandas as pd

from corridors.figures.theme import (
    NEUTRAL,
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

SPAN: Final = (2009.4, 2025.6)  # at least; a later year moves the right edge
INTENTS: Final = {
    "firearm_deaths_suicide": (VIOLENCE_DEEP, "circle"),
    "firearm_deaths_homicide": (VIOLENCE, "square"),
    "firearm_deaths_accidental": (NEUTRAL, "diamond"),
}


def us_violence(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """Three small panels over the same years: mass shootings, deaths by intent, deaths per 100,000.

    `frame`: series (measure id), name, year, value. The panels of the cube's measures follow the
    selected state (`meta.slice`); rival counts are national only (`meta.national_only`).
    """
    local = bool(options.selected)
    then = frame[frame["series"] == "mass_shootings_gva_as_published_then"]
    narrow = frame[frame["series"] == "mass_shootings_motherjones"]
    gva = frame[frame["series"] == "mass_shootings_gva"]
    rate = frame[frame["series"] == "gun_deaths_cdc_per_100k"]
    traces = [
        _gva(gva),
        _marks(then, "line-ew-open", VIOLENCE_DEEP, 13, local),
        _marks(narrow, "circle", NEUTRAL, 5.5, local),
        *(_intent(frame[frame["series"] == series], *look) for series, look in INTENTS.items()),
        _rate(rate),
    ]
    return figure(
        "us_violence",
        traces,
        options,
        height=372,
        time_axis=True,
        margin={"l": 40, "r": 6, "t": 38, "b": 22},
        xaxis=years_axis(*span_of(frame["year"], SPAN), anchor="y3"),
        yaxis=axis(domain=[0.69, 1], rangemode="tozero", nticks=4),
        yaxis2=axis(domain=[0.33, 0.58], range=[0, 27_500], tickvals=[0, 10_000, 20_000]),
        yaxis3=axis(domain=[0, 0.21], rangemode="tozero", nticks=3),
        annotations=_notes(frame, labels),
    )


def _gva(part: pd.DataFrame) -> Trace:
    return {
        "type": "bar",
        "x": part["year"].tolist(),
        "y": _values(part),
        "width": 0.62,
        "name": _name(part),
        "meta": {"slice": {"measure": "mass_shootings_gva", "role": "origin"}},
        "hovertemplate": f"{_name(part)}<br>%{{x}}: %{{y:,d}}<extra></extra>",
        "marker": {"color": rgba(VIOLENCE, 0.4), "line": {"color": VIOLENCE, "width": 1}},
    }


def _marks(part: pd.DataFrame, symbol: str, colour: str, size: float, local: bool) -> Trace:
    inside = part[part["year"] >= SPAN[0]]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": inside["year"].tolist(),
        "y": _values(inside),
        "name": _name(part),
        "visible": not local,
        "meta": {"national_only": True},
        "hovertemplate": f"{_name(part)}<br>%{{x}}: %{{y:,d}}<extra></extra>",
        "marker": {"symbol": symbol, "color": colour, "size": size, "line": {"color": colour, "width": 2}},
    }


def _intent(part: pd.DataFrame, colour: str, symbol: str) -> Trace:
    ordered = part.sort_values("year")
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "yaxis": "y2",
        "x": ordered["year"].tolist(),
        "y": _values(ordered),
        "name": _name(ordered),
        "meta": {"national": True},
        "hovertemplate": f"{_name(ordered)}<br>%{{x}}: %{{y:,d}}<extra></extra>",
        "marker": {"color": colour, "symbol": symbol, "size": 6.5},
    }


def _rate(part: pd.DataFrame) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "yaxis": "y3",
        "x": part["year"].tolist(),
        "y": _values(part),
        "name": _name(part),
        "meta": {"slice": {"measure": "gun_deaths_cdc_per_100k", "role": "origin"}},
        "hovertemplate": f"{_name(part)}<br>%{{x}}: %{{y:.1f}}<extra></extra>",
        "line": {"color": VIOLENCE_DEEP, "width": 2},
        "marker": {"color": VIOLENCE_PALE, "size": 4.5},
    }


def _name(part: pd.DataFrame) -> str:
    return str(part["name"].iloc[0]) if len(part) else ""


def _values(part: pd.DataFrame) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in part["value"]]


def _notes(frame: pd.DataFrame, labels: Labels) -> list[dict[str, Any]]:
    """Panel titles, and each intent named beside its last point."""
    paper: dict[str, Any] = {"xref": "paper", "yref": "paper", "xshift": -36, "yanchor": "bottom"}
    notes = [
        note(0, 1.0, labels["panel_shootings"], **paper, yshift=18),
        note(0, 1.0, labels["marks"], **paper, yshift=3, font={"size": 10.5}),
        note(0, 0.58, labels["panel_intent"], **paper, yshift=4),
        note(0, 0.21, labels["panel_rate"], **paper, yshift=4),
    ]
    for series in INTENTS:
        part = frame[frame["series"] == series].sort_values("year")
        if len(part):
            last = part.iloc[-1]
            notes.append(note(float(last["year"]), float(last["value"]), labels[series], yref="y2", xshift=8))
    return notes
