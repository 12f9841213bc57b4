"""The figure that the Plotly peers draw: a plain dict, the geometry by its URL: Plotly at its fastest."""

from typing import Any

from data import MapWork


def figure(work: MapWork, year: int, geojson: str | dict[str, Any], title: str) -> dict[str, Any]:
    steps = len(work.colours)
    scale = [[at / steps, colour] for i, colour in enumerate(work.colours) for at in (i, i + 1)]
    levels = [work.colours.index(fill) if fill in work.colours else None for fill in work.fills(year)]
    return {
        "data": [
            {
                "type": "choropleth", "locations": work.ids, "z": levels, "zmin": -0.5, "zmax": steps - 0.5,
                "geojson": geojson, "colorscale": scale, "showscale": False, "text": work.names,
                "marker": {"line": {"color": "white", "width": 0.5}},
            }
        ],
        "layout": {
            "title": {"text": title}, "height": 480, "margin": {"l": 0, "r": 0, "t": 40, "b": 0}, "uirevision": "map",
            "geo": {
                "visible": False,
                "projection": {
                    "type": "conic equal area", "parallels": list(work.parallels), "rotation": {"lon": work.centre},
                },
                "lonaxis": {"range": list(work.lon)},
                "lataxis": {"range": list(work.lat)},
            },
        },
    }  # fmt: skip
