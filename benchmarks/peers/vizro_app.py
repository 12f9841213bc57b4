"""Vizro: two graphs of one page, both targets of one parameter with a slider."""

import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import vizro.models as vm
from data import FIRST, LAST, START, load, sentence
from plotly_map import figure
from vizro import Vizro
from vizro.models.types import capture

US, MX = load()
FRAME = pd.DataFrame({"id": US.ids})  # Vizro asks for a frame; the figures take their values from the shared work


@capture("graph")
def us_map(data_frame: pd.DataFrame, year: int = START) -> go.Figure:
    return go.Figure(figure(US, int(year), "/shapes/us.json", sentence(US, MX, int(year))))


@capture("graph")
def mx_map(data_frame: pd.DataFrame, year: int = START) -> go.Figure:
    return go.Figure(figure(MX, int(year), "/shapes/mx.json", "Mexico"))


page = vm.Page(
    title="Two maps",
    layout=vm.Grid(grid=[[0, 1]]),
    components=[vm.Graph(id="us", figure=us_map(FRAME)), vm.Graph(id="mx", figure=mx_map(FRAME))],
    controls=[
        vm.Parameter(
            targets=["us.year", "mx.year"],
            selector=vm.Slider(id="year", min=FIRST, max=LAST, step=1, value=START, title="Year"),
        )
    ],
)
app = Vizro(assets_folder=str(Path(__file__).parent / "assets")).build(vm.Dashboard(pages=[page]))
server = app.dash.server


@server.get("/shapes/<name>.json")
def shapes(name: str) -> dict:  # type: ignore[type-arg]
    return {"us": US, "mx": MX}[name].geojson


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]), debug=False)
