"""Words that every estimated figure, table and file carries."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "estimate.stamp": ("ESTIMATE, not ATF data", "ESTIMACIÓN, no son datos de la ATF"),
}
