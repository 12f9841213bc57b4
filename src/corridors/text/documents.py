"""The long texts: `docs/<name>.<lang>.md`, the same files that a reader finds in the repository."""

from functools import lru_cache
from typing import Final

from corridors.settings import project_root

DOCS: Final = project_root() / "docs"
METHODS: Final = (
    "bases", "kinds", "rates", "time", "classes", "geometry", "homicides", "market-and-law", "flows", "limits",
    "ports-and-roads",
)  # fmt: skip
GUIDES: Final = ("consul", "analyst", "administrator")


def method(name: str, lang: str) -> str:
    """A note of the methods in Markdown: `method("bases", "es")` reads `methods/01-bases.es.md`."""
    return _read(f"methods/{METHODS.index(name) + 1:02d}-{name}.{lang}.md")


def guide(name: str, lang: str) -> str:
    """A guide in Markdown: `consul`, `analyst` or `administrator`."""
    return _read(f"guide/{name}.{lang}.md")


@lru_cache(maxsize=64)
def _read(path: str) -> str:
    return (DOCS / path).read_text(encoding="utf-8")
