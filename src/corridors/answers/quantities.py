"""What files call their totals and measures, and who brought them, in the words of the reader."""

import re
from typing import Final

from corridors.model.measures import BY_ID
from corridors.text import has, keys, text

CRIME: Final = re.compile(r"(?P<crime>homicidio_doloso|feminicidio)_(?P<counted>victims|cases)_(?P<means>\w+)")
_TOTAL: Final = "changes.total."
_MEASURE: Final = "changes.measure."


def importer(id: str, lang: str) -> str:
    """The name of the source that an importer reads; one that a later version brought keeps its id."""
    key = f"import.source.{id}"
    return text(key, lang) if has(key) else id


def quantity(name: str, lang: str) -> str:
    """A total or a measure in words; what nobody named keeps its own name, readable."""
    for key in (f"changes.total.{name}", f"changes.measure.{name}", f"measure.{name}.name", f"column.{name}"):
        if has(key):
            return text(key, lang)
    return crime(name, lang) or name.replace("_", " ")


def crime(name: str, lang: str) -> str:
    """The words of a count of SESNSP (`feminicidio_victims_total`), or ""."""
    match = CRIME.fullmatch(name)
    keyed = {part: f"dictionary.{part}.{value}" for part, value in match.groupdict().items()} if match else {}
    if not keyed or not all(map(has, keyed.values())):
        return ""
    return text("dictionary.crime", lang, **{part: text(key, lang) for part, key in keyed.items()})


def named(lang: str) -> dict[str, str]:
    """Every quantity with words of its own, for the script of the import page: name -> words."""
    own = [key.removeprefix(start) for start in (_TOTAL, _MEASURE) for key in sorted(keys()) if key.startswith(start)]
    crimes = [f"{one}_{unit}_{means}" for one in ("homicidio_doloso", "feminicidio") for unit in ("victims", "cases")
              for means in ("total", "firearm")]  # fmt: skip
    return {name: quantity(name, lang) for name in (*BY_ID, *own, *crimes)}
