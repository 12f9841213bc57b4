"""A GeoJSON file (RFC 7946): a feature a row with its numbers, the stamp in the foreign member `corridors`."""

import json
import math
from typing import Any

from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.exports.about import about
from corridors.exports.geometry import geometries
from corridors.store import Store


def file(download: Download, stamp: Stamp, store: Store) -> tuple[str, bytes]:
    """The name of the file and its bytes. A number that is not published is null, and so is the geometry of a row
    without a place of its own."""
    ids = list(dict.fromkeys([*download.places, *(column.id for column in download.columns)]))
    rows = download.frame[ids].to_dict("records")
    features = [
        {"type": "Feature", "geometry": shape, "properties": {str(id): _plain(value) for id, value in row.items()}}
        for row, shape in zip(rows, geometries(download, store), strict=True)
    ]
    whole = {"type": "FeatureCollection", "corridors": about(download, stamp, drawn=True), "features": features}
    content = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"corridors-{download.name}.geojson", content.encode()


def _plain(value: Any) -> str | int | float | None:
    if value is None or isinstance(value, str):
        return value
    number = float(value)
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() else number
