"""Shapes that an import moves: districts when the table of counties changes, flows when pairs of traces do."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corridors.build import delta, districts, levels
from corridors.build.boundaries import BOTH_AEA
from corridors.build.flows import flows
from corridors.build.geoparquet import read_layer, write_layer
from corridors.build.manifest import write_web
from corridors.build.purchases import purchases
from corridors.build.series import Tables
from corridors.build.web_layers import district_assets

DISTRICTS: Final = "consular_district_counties"
TRACES: Final = ("trace_pairs", "trace_source_places", "trace_totals")
Record = dict[str, Any]


def build_touched(
    geodata: Path, tables: Tables, names: Collection[str], layers: Sequence[Record], progress: Callable[[str], None]
) -> list[Record]:
    """Makes the layers and browser assets anew that rest on the tables `names`; gives the records of all layers.

    It reads the counties that are built already: an import needs no package of boundaries.
    """
    out = geodata / "built"
    records: Mapping[str, Record] = {record["layer"]: record for record in layers}
    if DISTRICTS in names:
        progress("consular districts")
        records = {**records, **_districts(geodata, out, records)}
        for name, value in district_assets(out / "layers").items():
            write_web(out, name, value)
    if set(TRACES) & set(names):
        progress("published flows")
        us, mx = (read_layer(out / "layers", f"{country}_states_overview") for country in ("us", "mx"))
        write_web(out, "flow_shapes", delta.flow_shapes(us, mx, flows(tables)))
        write_web(out, "purchases", purchases(geodata, out / "layers"))
    return [records[name] for name in sorted(records)]


def _districts(geodata: Path, out: Path, records: Mapping[str, Record]) -> dict[str, Record]:
    """Both levels of the districts, as unions of the counties of that level."""
    rules = districts.read_facts(geodata / "facts")
    found = {}
    for suffix in levels.TOLERANCES:
        counties = read_layer(out / "layers", f"us_counties{suffix}")
        # The counties' shared vertices are the same numbers, so they stay the same in the plane: no sliver.
        units = counties.geometry.to_crs(BOTH_AEA).to_numpy()
        frame = districts.district_layer(counties, units, rules)
        name = f"consular_districts{suffix}"
        write_layer(frame, out / "layers" / f"{name}.parquet", "place_id")
        vertices = int(frame.geometry.count_coordinates().sum())
        found[name] = {**records[name], "rows": len(frame), "vertices": vertices}
    return found
