"""Distances over the ground."""

from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array

EARTH_KM: Final = 6371.0


def kilometres(start: Array, end: Array) -> Array:
    """Great-circle distances (k, l) between points of longitude and latitude in degrees (haversine)."""
    east, north = np.radians(start[:, 0])[:, None], np.radians(start[:, 1])[:, None]
    east_2, north_2 = np.radians(end[:, 0])[None], np.radians(end[:, 1])[None]
    half = np.sin((north_2 - north) / 2) ** 2 + np.cos(north) * np.cos(north_2) * np.sin((east_2 - east) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(half)))
