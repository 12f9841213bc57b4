"""One module a page: PATH, TITLE (a text key), layout(view, store) and, where it has callbacks, register."""

from types import ModuleType
from typing import Final

from corridors.pages import changes, district, evidence, guide, home, imports, methods, present, sources

PAGES: Final[tuple[ModuleType, ...]] = (home, evidence, district, present, sources, changes, imports, methods, guide)
