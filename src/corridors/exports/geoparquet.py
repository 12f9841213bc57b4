"""A GeoParquet 1.1 file: a row each with its geometry as WKB, the stamp in the file's metadata under `corridors`."""

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.exports.about import about
from corridors.exports.geometry import Geometry, geometries, points, wkb
from corridors.store import Store


def file(download: Download, stamp: Stamp, store: Store) -> tuple[str, bytes]:
    """The name of the file and its bytes; numbers as doubles (missing: null), everything else as text."""
    shapes = geometries(download, store)
    numbers = {column.id for column in download.columns if column.digits is not None}
    ids = dict.fromkeys([*download.places, *(column.id for column in download.columns)])
    arrays = {
        id: pa.array(download.frame[id], pa.float64() if id in numbers else pa.string(), from_pandas=True) for id in ids
    }
    arrays["geometry"] = pa.array([None if shape is None else wkb(shape) for shape in shapes], pa.binary())
    said = {
        "geo": json.dumps(_geo([shape for shape in shapes if shape is not None])),
        "corridors": json.dumps(about(download, stamp, drawn=True), ensure_ascii=False),
    }
    out = io.BytesIO()
    pq.write_table(pa.table(arrays).replace_schema_metadata(said), out, compression="zstd")
    return f"corridors-{download.name}.parquet", out.getvalue()


def _geo(shapes: list[Geometry]) -> dict[str, Any]:
    """The `geo` entry of the standard; without a reference system it means OGC:CRS84."""
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape["type"] for shape in shapes}),
        "orientation": "counterclockwise",
    }
    placed = [point for shape in shapes for point in points(shape)]
    if placed:
        lons, lats = zip(*placed, strict=True)
        column["bbox"] = [min(lons), min(lats), max(lons), max(lats)]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
