"""A bare Dash app whose one callback answers what Corridors answered: the yardstick of the server.

The answers were taken from Corridors by the harness and stand ready as plain dicts; this app only looks the
right one up and lets Dash serialize it. It computes nothing, so it is as fast as Dash is.
"""

import json
import os
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, html

ANSWERS: dict[str, Any] = json.loads(Path(os.environ["BENCH_ANSWERS"]).read_text("utf-8"))
app = Dash(__name__)
server = app.server
app.layout = html.Div([html.Div(id="where"), html.Div(id="answer")])


@app.callback(Output("answer", "children"), Input("where", "title"))
def answer(where: str) -> Any:
    return ANSWERS[where]
