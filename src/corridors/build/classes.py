"""Classes of a measure, computed over all its periods so that a colour means the same in every year."""

import warnings
from collections.abc import Sequence
from typing import Final

import numpy as np

CLASSES: Final = 5
_SAMPLE: Final = 240  # Fisher-Jenks grows with the square of the values; so many quantiles keep its breaks
FLAG: Final = {scheme: [0.5] for scheme in ("quantile", "equal", "jenks", "fixed")}

# Round numbers that a person chose, in the unit of the measure; a measure without an entry gets none of its own.
FIXED: Final[dict[str, tuple[float, ...]]] = {
    "traced_to_mexico_per_100k": (5, 25, 50),
    "exported_per_100k": (5, 10, 20, 40),
    "checks_per_100k": (3_000, 6_000, 9_000, 12_000),
    "sale_checks_per_100k": (2_000, 4_000, 6_000, 8_000),
    "dealers_per_100k": (20, 40, 60, 80),
    "gun_deaths_cdc_per_100k": (5, 10, 15, 20),
    "firearm_homicide_rate_sesnsp": (5, 10, 20, 40),
    "homicide_rate_sesnsp": (5, 10, 25, 50),
    "homicide_rate_inegi_registration": (5, 10, 25, 50),
    "homicide_rate_inegi_occurrence": (5, 10, 25, 50),
    "homicide_rate_inegi_microdata": (5, 10, 25, 50),
    "homicide_rate_register": (5, 10, 25, 50),
    "firearm_homicide_rate_register": (2, 5, 10, 20),
    "firearm_homicide_rate_inegi": (5, 10, 20, 40),
    "firearm_share_sesnsp": (40, 50, 60, 70),
    "firearm_share_of_known_sesnsp": (40, 50, 60, 70),
    "firearm_share_register": (40, 50, 60, 70),
    "firearm_share_inegi": (40, 50, 60, 70),
    "known_weapon_share_sesnsp": (70, 80, 90, 95),
    "firearm_case_rate_sesnsp": (5, 10, 20, 40),
    "firearm_case_share_sesnsp": (40, 50, 60, 70),
    "firearm_case_share_of_known_sesnsp": (40, 50, 60, 70),
    "municipal_firearm_case_rate": (5, 10, 25, 50),
    "municipal_share_of_state": (1, 5, 10, 25),
    "municipal_homicide_rate": (10, 25, 50, 100),
    "municipal_homicide_rate_eb": (10, 25, 50, 100),
    "municipal_death_rate": (10, 25, 50, 100),
    "municipal_firearm_death_rate": (5, 10, 25, 50),
    "municipal_firearm_victim_rate": (5, 10, 25, 50),
    "licences_listed_per_100k": (10, 20, 40, 80),
}


def breaks(id: str, values: Sequence[float]) -> dict[str, list[float]]:
    """Upper bounds of all classes but the last, for each scheme.

    Zeros are a state of their own (drawn apart), so classes are of the values above zero. With few distinct
    values there are as many classes as values.
    """
    import mapclassify as mc  # noqa: PLC0415 - only the build has it

    known = np.sort(np.asarray([value for value in values if value > 0], dtype=float))
    distinct = np.unique(known)
    k = min(CLASSES, len(distinct))
    if k < 2:
        return {scheme: [] for scheme in FLAG}
    sample = known if len(known) <= _SAMPLE else np.quantile(known, np.linspace(0, 1, _SAMPLE), method="nearest")
    with warnings.catch_warnings():
        # Many equal values give fewer quantiles, as they should; and numba would only make it faster.
        warnings.filterwarnings("ignore", category=UserWarning)
        found = {
            "quantile": mc.Quantiles(known, k=k).bins,
            "equal": mc.EqualInterval(known, k=k).bins,
            "jenks": mc.FisherJenks(sample, k=min(k, len(np.unique(sample)))).bins,
        }
    classes = {scheme: _bounds(bins, distinct[-1]) for scheme, bins in found.items()}
    fixed = [bound for bound in FIXED.get(id, ()) if bound < distinct[-1]]
    return {**classes, "fixed": fixed or classes["quantile"]}


def _bounds(bins: Sequence[float], top: float) -> list[float]:
    """Distinct bounds below the largest value, rounded up at the eighth digit: a value never leaves its class."""
    rounded = {float(f"{bound * (1 + 1e-9):.8g}") for bound in bins if bound < top * (1 - 1e-9)}
    return sorted(rounded)
