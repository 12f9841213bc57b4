"""Spanish and English: every string of the interface, and the formats of numbers, dates and periods.

`text(key, lang)` gives a string; a key stands once, with both languages side by side, in the
area file to which it belongs.
"""

from corridors.text.catalogue import AREAS, has, keys, text

__all__ = ["AREAS", "has", "keys", "text"]
