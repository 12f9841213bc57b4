"""`corridors check`: is what is shipped whole, consistent with its sources, and allowed to be shipped?

It needs no geometry library: layers are checked by their GeoParquet metadata. Each finding says what was checked,
whether it holds, and what to do when it does not.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow.parquet as pq

from corridors.analysis.claims import sound
from corridors.build import facts
from corridors.build.cube import ASSET, MAKERS, measures, places
from corridors.build.ledger import read_ledger
from corridors.build.manifest import BUILT, SOURCES, hashes, read_manifest, web_files
from corridors.build.schemas import faults
from corridors.build.series import Tables, grid
from corridors.build.tables import arrow_table
from corridors.build.totals import TOTALS
from corridors.errors import DataError
from corridors.model import claims
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.model.measures import LAW_VARIABLES
from corridors.model.tables import UNVERIFIED
from corridors.text import has

PARTS: Final = ("name", "title", "unit", "base")
GEOMETRY_CARDS: Final = ("CENSUS_CB_2018", "INEGI_MARCO")  # boundaries come from packages, not from facts
# Rows of figures must be sourced; places (districts, offices, ports, roads) may rest on memory, and are marked.
MAY_BE_UNVERIFIED: Final = ("consular_district_counties", "consulates")
_SHOWN: Final = 5


@dataclass(frozen=True)
class Finding:
    """One thing checked. `detail` is empty when it holds."""

    check: str
    ok: bool
    detail: str = ""


@dataclass(frozen=True)
class Shipped:
    """What the checks look at, read once."""

    geodata: Path
    manifest: Mapping[str, Any]
    cards: Mapping[str, Card]
    tables: Tables

    @property
    def built(self) -> Path:
        """The folder of built files."""
        return self.geodata / "built"


def finding(name: str, found: Sequence[str]) -> Finding:
    """A finding of a list of faults: it holds when there is none; at most five are said."""
    more = [f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    return Finding(name, not found, "; ".join([*found[:_SHOWN], *more]))


def check(geodata: Path) -> list[Finding]:
    """All findings about a data folder.

    When a file is not what the manifest says, that is the only finding: the rest would judge something else than
    what was built. DataError when there is no manifest or a source cannot be read.
    """
    manifest = read_manifest(geodata / "built")
    first = finding("manifest", manifest_faults(geodata, manifest))
    if not first.ok:
        return [first]
    shipped = Shipped(geodata, manifest, facts.read_cards(geodata), read_tables(geodata / "built"))
    others = [finding(name, look(shipped)) for name, look in CHECKS]
    return [first, *others, *data_findings(shipped.tables)]


def read_tables(out: Path) -> dict[str, pd.DataFrame]:
    """Every built table, by name."""
    return {path.stem: pq.read_table(path).to_pandas() for path in sorted((out / "tables").glob("*.parquet"))}


def data_findings(tables: Tables, touched: Collection[str] | None = None) -> list[Finding]:
    """Schemas and publishers' totals: the checks that `corridors build` makes too, and that its manifest records.

    `touched`: the schemas of these tables alone (an import judges what it changes; totals run over tables).
    """
    named = tables if touched is None else {name: tables[name] for name in tables if name in touched}
    schemas = [finding(f"schema {name}", faults(name, frame)) for name, frame in named.items()]
    return [*schemas, *(finding(f"total {name}", sums(tables)) for name, sums in TOTALS)]


def manifest_faults(geodata: Path, manifest: Mapping[str, Any]) -> list[str]:
    """Files changed, missing or added since the build."""
    found = []
    for part, root, patterns in (("sources", geodata, SOURCES), ("files", geodata / "built", BUILT)):
        noted, now = manifest[part], hashes(root, patterns)
        found += [f"{name} is missing" for name in noted if name not in now]
        found += [f"{name} is not in the manifest" for name in now if name not in noted]
        # An entry has the rows of a table too; its hash and size are what a byte changes.
        found += [
            f"{name} has changed" for name in noted if name in now and not now[name].items() <= noted[name].items()
        ]
    if manifest["web"] != web_files(geodata / "built"):
        found.append("the browser assets are not those of the manifest")
    return [f"{fault}: run `corridors build`" for fault in found]


def _tables(shipped: Shipped) -> list[str]:
    """Built tables hold the rows of the facts, no more, no fewer, in their order."""
    found = []
    ledger = read_ledger(shipped.geodata)
    for table in facts.present(shipped.geodata):
        now = arrow_table(table, facts.read_rows(shipped.geodata, table), ledger)
        if not now.equals(pq.read_table(shipped.built / "tables" / f"{table.name}.parquet")):
            found.append(f"{table.name} differs from facts/{table.name}.csv")
    return found


def _sources(shipped: Shipped) -> list[str]:
    """Every source id has a card, every card is used, and each pin is that of the rows."""
    pins = facts.pins(shipped.geodata)
    cards = shipped.cards
    found = [f"{id} has no card: add cards/{id}.yml" for id in pins if id not in cards]
    found += [f"card {id} is used by no row" for id in cards if id not in pins and id not in GEOMETRY_CARDS]
    return found + [
        f"card {id}: its rows have changed; look at them, then run `corridors cards --pin`"
        for id, card in cards.items()
        if card.sha256 != pins.get(id, "")
    ]


def _licences(shipped: Shipped) -> list[str]:
    """Nothing is carried that may not be redistributed."""
    return [
        f"{id} may not be redistributed: take its rows out" for id, c in shipped.cards.items() if c.redistribute == "no"
    ]


def _unverified(shipped: Shipped) -> list[str]:
    """What rests on memory is never a figure."""
    return [
        f"{name} has rows from memory"
        for name, frame in shipped.tables.items()
        if "quality" in frame and name not in MAY_BE_UNVERIFIED and (frame["quality"] == UNVERIFIED).any()
    ]


def _cards_json(shipped: Shipped) -> list[str]:
    """The compiled cards are the cards."""
    compiled = json.loads((shipped.built / "cards.json").read_bytes())
    same = compiled == {id: vars(card) for id, card in shipped.cards.items()}
    return [] if same else ["cards.json differs from cards/*.yml: run `corridors build`"]


def _parity(shipped: Shipped) -> list[str]:
    """Measures, cube, words and cards name the same things."""
    cube = _web(shipped, "cube")
    wanted = measures(shipped.tables)
    # A measure of an imported table has a place in the cube once it has a period (`_cube` knows which have).
    ids = [measure.id for measure in wanted if not measure.needs or measure.id in cube["measures"]]
    found = [f"cube: {id}" for id in sorted(set(ids) ^ set(cube["measures"]))]
    found += [f"no text measure.{id}.{part}" for id in ids for part in PARTS if not has(f"measure.{id}.{part}")]
    found += [f"no text law.{name}" for name in LAW_VARIABLES if not has(f"law.{name}")]
    found += [f"no card {id} of {m.id}" for m in wanted for id in m.sources if id not in shipped.cards]
    codebook = set(shipped.tables["us_gun_laws_codebook"]["variable"])
    return found + [f"{name} is not in the codebook" for name in LAW_VARIABLES if name not in codebook]


def _cube(shipped: Shipped) -> list[str]:
    """The cube's numbers are those of the tables (estimates apart: they need the build's libraries)."""
    cube, municipal = _web(shipped, "cube"), _web(shipped, ASSET)
    states = places(shipped.tables)
    found = [] if cube["places"] == states else ["the places of the cube are not those of the tables"]
    for measure in measures(shipped.tables):
        if measure.kind is Kind.MODELLED:
            continue
        local = measure.level == "municipio"
        part = grid(MAKERS[measure.id](shipped.tables), municipal["places"] if local else states[measure.country])
        stored = (municipal if local else cube)["measures"].get(measure.id)
        if stored is None and measure.needs and not part["periods"]:
            continue
        if stored is None or any(
            stored[name] != json.loads(json.dumps(part[name])) for name in ("periods", "num", "den")
        ):
            found.append(f"{measure.id} differs from the tables")
    return found


def _layers(shipped: Shipped) -> list[str]:
    """Layers are GeoParquet in EPSG:4326 with as many rows as recorded, at both levels of detail."""
    found = []
    recorded = {layer["layer"]: layer for layer in shipped.manifest["layers"]}
    files = {path.stem: path for path in sorted((shipped.built / "layers").glob("*.parquet"))}
    if recorded.keys() != files.keys():
        found.append(f"layers recorded and built differ: {', '.join(sorted(recorded.keys() ^ files.keys()))}")
    for name, path in files.items():
        metadata = pq.read_metadata(path)
        geo = json.loads((metadata.metadata or {}).get(b"geo", b"{}"))
        column = geo.get("columns", {}).get(geo.get("primary_column"))
        # GeoParquet without a crs means OGC:CRS84, the same degrees in the same order.
        identity = ((column or {}).get("crs") or {}).get("id", {"authority": "OGC", "code": "CRS84"})
        if column is None or (identity["authority"], identity["code"]) not in _DEGREES:
            found.append(f"layer {name} is not GeoParquet in EPSG:4326")
        if name in recorded and recorded[name]["rows"] != metadata.num_rows:
            found.append(f"layer {name}: {metadata.num_rows} rows, {recorded[name]['rows']} recorded")
    found += [f"layer {name} is not there: {rows} rows expected" for name, rows in _ROWS.items() if name not in files]
    return found + [
        f"layer {name}: {pq.read_metadata(files[name]).num_rows} rows, {rows} expected"
        for name, rows in _ROWS.items()
        if name in files and pq.read_metadata(files[name]).num_rows != rows
    ]


_DEGREES: Final = (("EPSG", 4326), ("OGC", "CRS84"))
_ROWS: Final = {
    "us_states": 51, "us_states_overview": 51, "mx_states": 32, "mx_states_overview": 32,
    "mx_municipalities": 2465, "mx_municipalities_overview": 2465, "border_states": 10,
    "consulates": 53, "ports_of_entry": 54,
}  # fmt: skip


def _assets(shipped: Shipped) -> list[str]:
    """The browser's shapes have the ids that the cube has."""
    cube = _web(shipped, "cube")
    found = []
    for name, ids in (("us_states", cube["places"]["US"]), ("mx_states", cube["places"]["MX"])):
        shapes = sorted(feature["id"] for feature in _web(shipped, name)["features"])
        if shapes != ids:
            found.append(f"{name}: {', '.join(sorted(set(shapes) ^ set(ids))) or 'a place twice'}")
    return found


def _web(shipped: Shipped, name: str) -> Any:
    file = shipped.manifest["web"].get(name)
    if file is None:
        raise DataError(f"there is no browser asset {name}: run `corridors build`")
    return json.loads((shipped.built / "web" / file).read_bytes())


def _claims(shipped: Shipped) -> list[str]:
    """Every file of claims that ships can be read, each expression is sound, and its document's card is known.

    Editions in the state folder have none: claims come with the product.
    """
    found = []
    for path in sorted((shipped.geodata / "claims").glob("*.yml")):
        try:
            document = claims.load(path.name, path.read_bytes())
            sound(path.name, document)
        except DataError as error:
            found.append(str(error))
            continue
        if document.card and document.card not in shipped.cards:
            found.append(f"{path.name}, card: there is no card {document.card}")
    return found


CHECKS: Final[tuple[tuple[str, Callable[[Shipped], list[str]]], ...]] = (
    ("tables", _tables),
    ("sources", _sources),
    ("licences", _licences),
    ("unverified", _unverified),
    ("cards", _cards_json),
    ("parity", _parity),
    ("cube", _cube),
    ("layers", _layers),
    ("assets", _assets),
    ("claims", _claims),
)
