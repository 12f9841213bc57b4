"""The long texts of `docs/`, the same files that a reader finds in the repository, by language."""

from functools import lru_cache
from typing import Final

from corridors.settings import project_root

DOCS: Final = project_root() / "docs"
METHODS: Final = (
    "bases", "kinds", "rates", "time", "classes", "geometry", "homicides", "market-and-law", "flows", "limits",
    "ports-and-roads", "violence-and-laws",
)  # fmt: skip
TOGETHER: Final = ("flows",)  # notes whose two languages share one file, `methods/<name>.md`: English, then Spanish
_SPANISH: Final = "<!-- es -->"
GUIDES: Final = ("consul", "analyst", "administrator")


def method(name: str, lang: str) -> str:
    """A note of the methods in Markdown: `method("bases", "es")` reads `methods/01-bases.es.md`, and
    `method("flows", "es")` the second half of `methods/flows.md`."""
    if name in TOGETHER:
        english, _, spanish = _read(f"methods/{name}.md").partition(_SPANISH)
        return spanish.strip() if lang == "es" else english[english.index("# ") :].strip()
    return _read(f"methods/{METHODS.index(name) + 1:02d}-{name}.{lang}.md")


def guide(name: str, lang: str) -> str:
    """A guide in Markdown: `consul`, `analyst` or `administrator`."""
    return _read(f"guide/{name}.{lang}.md")


@lru_cache(maxsize=64)
def _read(path: str) -> str:
    return (DOCS / path).read_text(encoding="utf-8")
