"""GeoParquet that is the same bytes for the same content: fixed row order, rounded coordinates, fixed compression."""

import io
from pathlib import Path

import geopandas as gpd

from corridors.build.boundaries import CRS
from corridors.errors import DataError
from corridors.whole import write


def write_layer(frame: gpd.GeoDataFrame, path: Path, key: str) -> None:
    """Write a layer in EPSG:4326 with rows in the order of `key`; DataError if the key is not unique or set."""
    if frame.crs is None or frame.crs.to_epsg() != 4326:
        raise DataError(f"{path.name}: a layer is written in {CRS}, not {frame.crs}")
    if not frame[key].is_unique or frame[key].isna().any():
        raise DataError(f"{path.name}: {key} must be unique and set")
    ordered = frame.sort_values(key, ignore_index=True)
    out = io.BytesIO()
    ordered.to_parquet(out, index=False, compression="zstd", compression_level=12, schema_version="1.1.0")
    write(path, out.getvalue())


def read_layer(folder: Path, name: str) -> gpd.GeoDataFrame:
    """A written layer; DataError says how to make it."""
    path = folder / f"{name}.parquet"
    if not path.exists():
        raise DataError(f"{path} is missing: run `corridors build`")
    return gpd.read_parquet(path)
