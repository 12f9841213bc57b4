"""One module a page: PATH, TITLE (a text key), layout(view, store) and, where it has callbacks, register.

A page with UNDER is reached from that page and stands in no menu.
"""

from types import ModuleType
from typing import Final

from corridors.pages import (
    analysis,
    backtest,
    changes,
    claims,
    corridors,
    district,
    evidence,
    guide,
    home,
    imports,
    messages,
    methods,
    no_longer,
    present,
    rehearse,
    sources,
    stories,
    verify,
)

PAGES: Final[tuple[ModuleType, ...]] = (
    home,
    evidence,
    corridors,
    district,
    messages,
    claims,
    no_longer,
    present,
    rehearse,
    stories,
    sources,
    verify,
    changes,
    imports,
    methods,
    backtest,
    analysis,
    guide,
)
