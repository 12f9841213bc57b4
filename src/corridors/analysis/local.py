"""Places whose rate is unusual beside that of their neighbours: Moran's I and its local form, under many permutations.

Global and local Moran (Anselin 1995) with conditional permutations by `esda`, row-standardised weights, a fixed seed.
A p-value here is two-sided, and places are judged together: Benjamini and Hochberg's false discovery rate (1995). The
words are "unusually high beside its neighbours": a place is never called a danger.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from corridors.analysis.limits import FALSE_SHARE, LEAST_PLACES, PERMUTATIONS

if TYPE_CHECKING:
    import geopandas as gpd
    from libpysal.weights import W

SEED: Final = 20_240_401
Neighbours = Mapping[str, Sequence[str]]
# Quadrants as esda numbers them: the place, then its neighbours.
_SHAPES: Final = {1: "high_among_high", 2: "low_among_high", 3: "low_among_low", 4: "high_among_low"}
LISA: Final = ("neighbours", "local", "p", "q", "shape")


@dataclass(frozen=True)
class Global:
    """Moran's I of all places, what chance alone would give on average, and its two-sided p by permutation."""

    index: float
    expected: float
    p: float
    places: int


def neighbours(layer: "gpd.GeoDataFrame") -> dict[str, list[str]]:
    """Place -> places that share a point of their outline with it (queen contiguity), both sorted.

    `layer`: `place_id` and polygons that share their vertices. An island has an empty list.
    """
    frame = layer.sort_values("place_id", ignore_index=True)
    ids = frame["place_id"].tolist()
    ours, theirs = frame.sindex.query(frame.geometry, predicate="intersects")
    found: dict[str, list[str]] = {place: [] for place in ids}
    for one, other in sorted(zip(ours.tolist(), theirs.tolist(), strict=True)):
        if one != other:
            found[ids[one]].append(ids[other])
    return found


def moran(values: pd.Series, near: Neighbours) -> Global:
    """Global Moran's I of one value a place. Places without a value leave, and so do those then without a neighbour.

    Raises ValueError for fewer than three places or values that are all the same.
    """
    from esda import Moran  # noqa: PLC0415 - only the build has it

    kept, weights = _kept(values, near)
    found = Moran(kept.to_numpy(float), weights, permutations=0)
    shuffled = np.random.default_rng(SEED).permuted(np.tile(found.z, (PERMUTATIONS, 1)), axis=1)
    drawn = len(kept) / weights.s0 * np.einsum("ij,ij->i", shuffled @ weights.sparse.T, shuffled) / (found.z**2).sum()
    beyond = min(int((drawn >= found.I).sum()), int((drawn <= found.I).sum()))
    return Global(float(found.I), float(found.EI), min(1.0, 2 * (beyond + 1) / (PERMUTATIONS + 1)), len(kept))


def unusual(values: pd.Series, near: Neighbours, level: float = FALSE_SHARE) -> pd.DataFrame:
    """A row a place (the index of `values`) with LISA: the mean of its neighbours, local Moran's I, the
    two-sided p, p adjusted for the number of places (`q`), and its `shape`.

    `shape` is `high_among_high`, `high_among_low`, `low_among_high`, `low_among_low` where `q` is at most `level`,
    `usual` where not, `apart` for a place without a neighbour that has a value, "" for a place without a value.
    Fewer than LEAST_PLACES places, or equal values: nobody is judged, every shape is "".
    """
    frame = pd.DataFrame(np.nan, values.index, ["neighbours", "local", "p", "q"]).assign(shape="")
    known = values.dropna()
    if len(known) < LEAST_PLACES or known.nunique() == 1:
        return frame
    from esda import Moran_Local  # noqa: PLC0415 - only the build has it
    from libpysal.weights import lag_spatial  # noqa: PLC0415

    kept, weights = _kept(known, near)
    with warnings.catch_warnings():  # of its own p, which is not used here: the next esda doubles it
        warnings.simplefilter("ignore", DeprecationWarning)
        found = Moran_Local(kept.to_numpy(float), weights, permutations=PERMUTATIONS, seed=SEED)
    above = (found.sim >= found.Is).sum(axis=0)
    p = np.minimum(1.0, 2 * (np.minimum(above, PERMUTATIONS - above) + 1) / (PERMUTATIONS + 1))
    q = benjamini_hochberg(p)
    frame.loc[known.index.difference(kept.index), "shape"] = "apart"
    shapes = [_SHAPES[int(at)] if ok else "usual" for at, ok in zip(found.q, q <= level, strict=True)]
    frame.loc[kept.index, ["neighbours", "local", "p", "q"]] = np.column_stack(
        [lag_spatial(weights, kept.to_numpy(float)), found.Is, p, q]
    )
    frame.loc[kept.index, "shape"] = shapes
    return frame


def benjamini_hochberg(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """P-values adjusted for their number: at most a share `level` of those with a result below it is false, on average
    (Benjamini and Hochberg 1995). The order of the values is kept; none becomes smaller."""
    order = np.argsort(p)
    raised = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1.0, np.minimum.accumulate(raised[::-1])[::-1])
    return adjusted


def _kept(values: pd.Series, near: Neighbours) -> "tuple[pd.Series, W]":
    """The values that have a neighbour with a value, in the order of their names, and row-standardised weights."""
    from libpysal.weights import W  # noqa: PLC0415

    known = set(values.dropna().index)
    links = {
        str(place): [other for other in near.get(str(place), ()) if other in known and other != place]
        for place in sorted(known)
    }
    links = {place: others for place, others in links.items() if others}
    weights = W(links, silence_warnings=True)
    weights.transform = "r"
    return values.loc[list(weights.id_order)], weights
