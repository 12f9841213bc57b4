"""What CBP's public file has of weapons and ammunition that went out over the southwest border."""

from typing import Final

import pandas as pd

from corridors.store import Store

TABLE: Final = "cbp_seizures_month"
SOURCE: Final = "CBP_SEIZURES"
MEASURES: Final = ("weapons", "ammunition")  # CBP's seizure types that have a unit of their own: pieces, rounds
YEAR: Final = 12  # months of a whole fiscal year


def there(store: Store) -> bool:
    """Whether a file was imported and has anything that went out over the southwest border."""
    return store.has(TABLE) and not outbound(store.table(TABLE)).empty


def outbound(file: pd.DataFrame) -> pd.DataFrame:
    """The rows of weapons and ammunition on their way out over the southwest border, with their `measure`."""
    measure = file["seizure_type"].str.lower()
    out = (file["direction"].str.lower() == "outbound") & (file["region"].str.lower() == "southwest border")
    return pd.DataFrame(file.assign(measure=measure)[out & measure.isin(MEASURES)])


def months(file: pd.DataFrame) -> dict[int, tuple[str, ...]]:
    """The months that the file has of each fiscal year, in order."""
    return {int(str(year)): tuple(sorted(set(part["month"]))) for year, part in file.groupby("fiscal_year")}
