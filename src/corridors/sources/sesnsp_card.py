"""The source card of an SESNSP file: the layout's words, with the months that the file covers."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.model.cards import Card
from corridors.sources import cards

SHIPPED: Final = "SESNSP_VICT"


def card(geodata: Path, source: str, layout: str, first: str, last: str) -> Card:
    """The card for months up to `last` ("2025-06"), from `layouts/<layout>/card.yml`; a year not over is told.

    The card that ships stays word for word while the file ends in the same month.
    """
    if source == SHIPPED:
        now = cards.present(geodata, source)
        if now and now.published in (last, f"cut-off {pd.Period(last).strftime('%B %Y')}"):
            return now
    found = cards.card(geodata / "layouts" / layout / "card.yml", published=last, coverage=f"{first} – {last}")
    year, months = last[:4], int(last[5:])
    part = {"en": "", "es": ""}
    if months < 12:
        part = {
            "en": f" {year} has {months} months so far: never a rate.",
            "es": f" {year} tiene {months} meses hasta ahora: nunca una tasa.",
        }
    said = {lang: found.caveat(lang).replace("{part}", words) for lang, words in part.items()}
    return replace(found, caveat_en=said["en"], caveat_es=said["es"])
