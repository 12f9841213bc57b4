"""One module a page: PATH, TITLE (a text key), layout(view, store) and, where it has callbacks, register."""

from types import ModuleType
from typing import Final

from corridors.pages import district, evidence, guide, home, methods, present, sources

PAGES: Final[tuple[ModuleType, ...]] = (home, evidence, district, present, sources, methods, guide)
