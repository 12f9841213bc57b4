"""Data and aria attributes of a component, from Python names."""

from typing import Any


def marks(**values: object) -> dict[str, Any]:
    """`marks(aria_label="Map", data_layer="ports")` gives `{"aria-label": "Map", "data-layer": "ports"}`.

    Dash's components take such names as keywords only through `**`.
    """
    return {name.replace("_", "-"): value for name, value in values.items()}
