"""States or municipalities in a few named classes: one flat colour each, with a key inside the picture."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from corridors.figures.frames import GEO_MX, GEO_US, map_layout
from corridors.figures.theme import FONT, INK, NEUTRAL, Figure, Labels, Trace, note, rgba

HEIGHT: Final = 380
_MORE: Final = "#b8561a"
_LESS: Final = "#2f7fb8"
# Class -> colour: one hue a side, and the page shines through what is nearer to the middle. So the farthest classes
# stand out most on a light page and on a dark one, in grey too.
CLASSES: Final = {
    "high_among_high": rgba(_MORE, 1), "high_among_low": rgba(_MORE, 0.55), "high_alone": rgba(_MORE, 0.32),
    "low_among_low": rgba(_LESS, 1), "low_among_high": rgba(_LESS, 0.55), "low_alone": rgba(_LESS, 0.32),
    "usual": rgba(NEUTRAL, 0.16), "apart": rgba(NEUTRAL, 0.07), "": rgba(NEUTRAL, 0.07),
    "far_above": rgba(_MORE, 1), "above": rgba(_MORE, 0.5), "near": rgba(NEUTRAL, 0.16),
    "below": rgba(_LESS, 0.5), "far_below": rgba(_LESS, 1),
}  # fmt: skip


def shaded(chart: str, frame: pd.DataFrame, url: str, labels: Labels, mark: str) -> Figure:
    """A map of `frame` (place, shape: a key of CLASSES, hover) on the shapes of `url`.

    Only the classes that occur are in the key, in the order of CLASSES, named by `labels` (`shape_<class>`; a class
    without a name is not). `mark`: what the picture says of itself, drawn inside it.
    """
    present = [shape for shape in CLASSES if (frame["shape"] == shape).any()]
    traces = [_class(frame[frame["shape"] == shape], url, CLASSES[shape]) for shape in present]
    named = [shape for shape in present if f"shape_{shape}" in labels]
    mexico = frame["place"].str.startswith("MX-").all()
    layout = map_layout(
        GEO_MX if mexico else GEO_US, meta={"chart": chart}, height=HEIGHT,
        annotations=[*_key(named, labels), _mark(mark)], font={"family": FONT, "size": 12, "color": INK},
    ) | {"margin": {"l": 0, "r": 0, "t": 22, "b": 24 + 17 * ((len(named) + 1) // 2)}}  # fmt: skip
    return {"data": traces, "layout": layout}


def _class(part: pd.DataFrame, url: str, colour: str) -> Trace:
    return {
        "type": "choropleth",
        "geojson": url,
        "featureidkey": "id",
        "locations": part["place"].tolist(),
        "z": [0] * len(part),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "customdata": part["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"line": {"color": rgba(NEUTRAL, 0.9), "width": 0.5}},
    }


def _key(named: Sequence[str], labels: Labels) -> list[dict[str, Any]]:
    """Two columns beneath the map."""
    sign = '<span style="color:{};font-size:17px">■</span> {}'
    return [
        note(
            0.02 + 0.5 * (at % 2), 0, sign.format(CLASSES[shape], labels[f"shape_{shape}"]),
            xref="paper", yref="paper", yanchor="top", yshift=-6 - 17 * (at // 2),
        )
        for at, shape in enumerate(named)
    ]  # fmt: skip


def _mark(words: str) -> dict[str, Any]:
    return note(0.02, 1, f"<b>{words}</b>", xref="paper", yref="paper", yanchor="bottom")
