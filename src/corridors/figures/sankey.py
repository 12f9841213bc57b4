"""The published pairs of source and recovery state, and the rest as one faded band."""

from typing import Any

import pandas as pd

from corridors.figures.rows import each
from corridors.figures.theme import ARMS, LOUD, NEUTRAL, VIOLENCE, Figure, Labels, Options, figure, rgba
from corridors.text.formats import number


def pairs(frame: pd.DataFrame, labels: Labels, options: Options) -> Figure:
    """A Sankey of the pairs that were printed; "all other pairs" is a band of its own, at the foot.

    `frame`: origin (id, null for the rest), origin_name, destination, destination_name, guns.
    Link i is row i; `meta.pairs` has its two ids, `meta.places` the id of each node, and the colours that they
    have when nothing is selected and when they are.
    """
    rows = frame.reset_index(drop=True)
    left = _nodes(rows, "origin")
    right = _nodes(rows, "destination")
    nodes = [*left, *right]
    places = [place for place, _, _ in nodes]
    ends = [[_id(row.origin), _id(row.destination)] for row in each(rows)]
    colours = {
        "links": [rgba(NEUTRAL, 0.16) if end == [None, None] else rgba(ARMS, 0.4) for end in ends],
        "nodes": [
            rgba(NEUTRAL, 0.5) if place is None else ARMS if index < len(left) else VIOLENCE
            for index, place in enumerate(places)
        ],
    }
    chosen = set(options.selected)
    trace: dict[str, Any] = {
        "type": "sankey",
        "arrangement": "fixed",
        "meta": {"pairs": ends, "places": places, **colours, "accent": LOUD},
        "node": _node_style(nodes, len(left), options.lang)
        | {
            "color": [LOUD["node"] if at in chosen else base for at, base in zip(places, colours["nodes"], strict=True)]
        },
        "link": {
            "source": [_at(left, row.origin) for row in each(rows)],
            "target": [len(left) + _at(right, row.destination) for row in each(rows)],
            "value": rows["guns"].tolist(),
            "color": [
                LOUD["link"] if chosen.intersection(end) else base
                for end, base in zip(ends, colours["links"], strict=True)
            ],
            "line": {"width": 0},
            "customdata": rows["hover"].tolist(),
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        "textfont": {"size": 12},
        "valueformat": ",d",
    }
    return figure("pairs", [trace], options, height=270, margin={"l": 2, "r": 2, "t": 6, "b": 6})


def _id(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)


def _nodes(rows: pd.DataFrame, side: str) -> list[tuple[str | None, str, float]]:
    """Nodes of one side in the order of their guns, the rest last: (id, name, guns)."""
    sums = rows.groupby([side, f"{side}_name"], dropna=False, sort=False)["guns"].sum().reset_index()
    ordered = sorted(sums.itertuples(index=False), key=lambda row: (_id(row[0]) is None, -row[2]))
    return [(_id(row[0]), str(row[1]), float(row[2])) for row in ordered]


def _at(nodes: list[tuple[str | None, str, float]], place: Any) -> int:
    return [node[0] for node in nodes].index(_id(place))


def _node_style(nodes: list[tuple[str | None, str, float]], split: int, lang: str) -> dict[str, Any]:
    """Fixed places: a small gap between nodes, the column's height shared by guns."""
    heights = [*_heights(nodes[:split]), *_heights(nodes[split:])]
    return {
        "label": [
            name if index < split else f"{name} {number(guns, lang)}" for index, (_, name, guns) in enumerate(nodes)
        ],
        "x": [0.001] * split + [0.999] * (len(nodes) - split),
        "y": heights,
        "line": {"width": 0},
        "pad": 10,
        "thickness": 9,
        "hovertemplate": "%{label}<extra></extra>",
    }


def _heights(nodes: list[tuple[str | None, str, float]]) -> list[float]:
    """The middle of each node, as a share of the height, with gaps of 4 %."""
    gap = 0.04
    scale = (1 - gap * (len(nodes) - 1)) / sum(guns for _, _, guns in nodes)
    middles, top = [], 0.0
    for _, _, guns in nodes:
        middles.append(min(max(top + guns * scale / 2, 0.001), 0.999))
        top += guns * scale + gap
    return middles
