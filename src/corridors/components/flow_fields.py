"""Fields of the page of corridors: labelled selects, and inputs that the script puts in place.

Dash has no plain `input`; a span says in `data-input` which one stands there (`assets/js/59-flows.js`).
"""

import json

from dash import html
from dash.development.base_component import Component

from corridors.components.marks import marks


def select(name: str, label: str, every: str = "") -> Component:
    """A labelled select; its places and ports come from the asset, by the script."""
    options = [html.Option(every, value="")] if every else []
    return html.Label(
        [html.Span(label), html.Select(options, id=f"flow-{name}", className="select")], className="flow-field"
    )


def placed(kind: str, **attributes: str) -> Component:
    """Where the script puts an `input` of a kind with these attributes."""
    return html.Span(**marks(data_input=json.dumps({"type": kind, **attributes})))


def radio(name: str, value: str, words: str, checked: bool) -> Component:
    """One choice of the group `name`."""
    on = {"checked": ""} if checked else {}
    field = placed("radio", name=f"flow-{name}", value=value, **{"data-dial": name}, **on)
    return html.Label([field, html.Span(words)], className="flow-choice")
