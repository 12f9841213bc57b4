"""A bare Dash page with one `geo` map of the states: the yardstick of the first map painted."""

from pathlib import Path

from dash import Dash, dcc, html
from data import START, load
from plotly_map import figure

US, _ = load()
app = Dash(__name__, assets_folder=str(Path(__file__).parent / "assets"))
server = app.server
app.layout = html.Div(
    [html.H1("States"), dcc.Graph(id="map-us", figure=figure(US, START, "/shapes/us.json", "United States"))]
)


@server.get("/shapes/us.json")
def shapes() -> dict:  # type: ignore[type-arg]
    return US.geojson
