"""Rows of a frame one at a time, with cells that are what the frame's columns say."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples (`row.Index`, `row.<column>`); pandas' stubs type every cell as a wide union."""
    return iter(frame.itertuples())
