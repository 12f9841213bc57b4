"""The switches over the maps of the evidence page."""

from dash import html

from corridors.components.marks import marks
from corridors.model.measures import LAYERS, SCHEMES
from corridors.model.view import MAPS, ViewState
from corridors.text import text


def toolbar(view: ViewState) -> html.Div:
    """Which map, which layers, which classes, and what is selected (filled by the script)."""
    lang = view.lang
    modes = [_switch(text(f"ev.map.{mode}", lang), mode == view.map, data_map_mode=mode) for mode in MAPS]
    layers = [
        _switch(text(f"ev.layer.{layer}", lang), layer in view.layers, data_layer_switch=layer) for layer in LAYERS
    ]
    schemes = [html.Option(text(f"ev.scheme.{scheme}", lang), value=scheme) for scheme in SCHEMES]
    return html.Div(
        [
            _group(modes, text("ev.map.label", lang)),
            _group(layers, text("ev.layers", lang)),
            html.Label([text("ev.scheme", lang), html.Select(schemes, id="scheme", className="select")]),
            html.Div(
                id="selection", className="selection", role="group", **marks(aria_label=text("ev.selected", lang))
            ),
        ],
        className="evidence-tools",
    )


def _switch(label: str, on: bool, **data: str) -> html.Button:
    return html.Button(label, type="button", className="btn btn-small", **marks(aria_pressed=str(on).lower(), **data))


def _group(buttons: list[html.Button], label: str) -> html.Div:
    return html.Div(buttons, className="tool-group segmented", role="group", **marks(aria_label=label))
