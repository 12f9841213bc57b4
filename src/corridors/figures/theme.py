"""One small theme for every chart: transparent, restrained, legible in light and in dark.

Figures are plain dictionaries of plotly.js (no default template: it adds 6.5 kB to each). Fills
are translucent and edges solid, so that one figure serves both themes; the page's style sheet
sets the colour of text and of grid lines.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Figure = dict[str, Any]
Trace = dict[str, Any]
Labels = Mapping[str, str]

ARMS: Final = "#3c83b5"
VIOLENCE: Final = "#c8692a"
VIOLENCE_DEEP: Final = "#a9571f"
VIOLENCE_PALE: Final = "#e0a06a"
NEUTRAL: Final = "#7b8794"
ACCENT: Final = "#7d5fd0"
INK: Final = "#55606c"  # where no style sheet reaches: readable on white and on near-black
GRID: Final = "rgba(127,137,148,0.22)"
FONT: Final = '"Corridors Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
SIZE: Final = 12


@dataclass(frozen=True)
class Options:
    """What changes how a figure is drawn: the places selected (ids), the language, its height (px; 0: its own)."""

    selected: tuple[str, ...] = ()
    lang: str = "en"
    height: int = 0


def rgba(colour: str, alpha: float) -> str:
    """A `#rrggbb` colour with an opacity between 0 and 1."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


# The look of what is selected, by part; a trace carries it in its meta beside its own colours, for the browser.
LOUD: Final = {"fill": rgba(ACCENT, 0.62), "edge": ACCENT, "link": rgba(ACCENT, 0.55), "node": ACCENT}


def axis(**more: Any) -> dict[str, Any]:
    """An axis without a line or a title, with a faint grid; numbers have thousands commas."""
    plain: dict[str, Any] = {
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "gridcolor": GRID,
        "gridwidth": 1,
        "tickfont": {"size": SIZE - 1},
        "tickformat": ",d",
        "fixedrange": True,
        "automargin": False,
    }
    return plain | more


def names_axis(names: Sequence[str], size: float = 12) -> dict[str, Any]:
    """The axis of horizontal bars at 0, 1, 2 …, the first on top, each with its name."""
    return axis(
        range=[len(names) - 0.5, -0.5],
        showgrid=False,
        tickvals=list(range(len(names))),
        ticktext=list(names),
        tickfont={"size": size},
        ticks="outside",
        ticklen=4,
        tickcolor="rgba(0,0,0,0)",
    )


def hatch(colour: str, shape: str | Sequence[str]) -> dict[str, Any]:
    """The pattern of bars: `/` for what was not published or reaches no purchaser, "" for none."""
    marks = shape if isinstance(shape, str) else list(shape)
    return {"shape": marks, "fgcolor": colour, "size": 6, "solidity": 0.2, "fillmode": "overlay"}


def years_axis(first: float, last: float, **more: Any) -> dict[str, Any]:
    """The time axis: linear, in years, with whole-year ticks and no grid."""
    return axis(
        **({"range": [first, last], "tickformat": "d", "showgrid": False, "dtick": 5, "tick0": 1990} | more),
    )


def span_of(years: Iterable[int], least: tuple[float, float]) -> tuple[float, float]:
    """The ends of a time axis: at least these, and as far as the last year needs, so that no new year is cut off."""
    return least[0], max(least[1], *(year + least[1] % 1 for year in years))


def note(x: float | str, y: float | str, label: str, **more: Any) -> dict[str, Any]:
    """A direct label at a point of the plot, left-aligned, without an arrow unless asked."""
    plain: dict[str, Any] = {
        "x": x,
        "y": y,
        "text": label,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "font": {"size": SIZE - 1},
    }
    return plain | more


def figure(
    chart: str, traces: Sequence[Trace], options: Options, *, height: int, time_axis: bool = False, **layout: Any
) -> Figure:
    """A whole figure: traces and layout, named in `layout.meta` for the browser's script.

    `height` is the figure's own; `options.height` overrides it. Margins suit a column of 340 px.
    """
    base: dict[str, Any] = {
        "meta": {"chart": chart, "time_axis": time_axis},
        "height": options.height or height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 24},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "separators": ".,",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "bargap": 0.25,
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": SIZE}},
        "annotations": [],
        "uirevision": chart,
    }
    return {"data": list(traces), "layout": base | layout}
