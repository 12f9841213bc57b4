"""A small file over the shipped data: the list of ports (28 short rows), and how it is planned and taken in."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from corridors import history
from corridors.editions.accept import accept
from corridors.editions.plan import Plan, plan
from corridors.editions.rows import frame_of
from corridors.model.tables import BY_NAME
from corridors.sources.batch import Batch, Part
from tools.serving import ROOT

GEODATA = ROOT / "geodata"
TABLE = "border_ports_bts"


def silent(_: str) -> None:
    """No progress."""


def ports() -> pd.DataFrame:
    """The ports that ship, as text."""
    return frame_of(GEODATA, BY_NAME[TABLE])


def batch_of(frame: pd.DataFrame, edition: str = "a test") -> Batch:
    """A file that speaks for the whole list of ports."""
    part = Part(TABLE, frame, {"source_id": ("BTS_BORDER",)})
    totals = {"lat": float(frame["lat"].astype(float).sum())}
    return Batch("bts_crossings", edition, "2026-10", ("a test",), (part,), totals)


def moved(latitude: str) -> Batch:
    """The file in which Brownsville lies at another latitude."""
    frame = ports()
    frame.loc[frame["port_code"] == "2301", "lat"] = latitude
    return batch_of(frame, f"latitude {latitude}")


def planned(batch: Batch, state: Path) -> Plan:
    """The plan of a file over the edition in force."""
    return plan(batch, history.root(GEODATA, state), history.current(state), "ports.csv")


def take(batch: Batch, state: Path, progress: Callable[[str], None] = silent) -> history.Edition:
    """Plans and accepts."""
    return accept(planned(batch, state), GEODATA, state, "A. Analyst", progress)
