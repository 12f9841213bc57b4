"""Ids of places: every id carries its country or kind, since INEGI and FIPS codes overlap.

`US-TX` a US state (USPS), `US-48201` a county (FIPS), `MX-26` a Mexican state (INEGI),
`MX-26030` a municipality (INEGI), `D-san-diego` a consular district, `P-…` a port of entry,
`G-…` a city (GeoNames).
"""

import re
from typing import Final

_PLACE: Final = re.compile(r"US-([A-Z]{2}|\d{5})|MX-\d{2}(\d{3})?|D-[a-z0-9-]{2,40}", re.ASCII)
CANADA: Final = "XC"  # where a US state code is expected (ATF 2012 has a source "CANADA"): never counted as a state
DISTRICT: Final = "D-"  # what the id of a consular district begins with; the rest names the consulate
BORDER_US: Final = ("US-CA", "US-AZ", "US-NM", "US-TX")
BORDER_MX: Final = ("MX-02", "MX-26", "MX-08", "MX-05", "MX-19", "MX-28")


def is_place(text: str) -> bool:
    """Whether the text has the form of an id that a view may select."""
    return bool(_PLACE.fullmatch(text))


def is_district(text: str) -> bool:
    """Whether the text has the form of the id of a consular district."""
    return text.startswith(DISTRICT) and is_place(text)


def country(place: str) -> str:
    """`US` or `MX`; a consular district lies in the United States."""
    return "MX" if place.startswith("MX-") else "US"
