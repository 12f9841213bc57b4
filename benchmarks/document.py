"""`docs/benchmarks.md` has two writers: `make bench-large` writes one section, `make bench` all else."""

from pathlib import Path
from typing import Final

from servers import ROOT

PATH: Final = ROOT / "docs" / "benchmarks.md"
TITLE: Final = "## Records at scale"
_TAIL: Final = "\n## How it is measured\n"


def at_scale(path: Path = PATH) -> str:
    """The section of `make bench-large` as it stands in the document, from its title on; empty where there is none."""
    text = path.read_text("utf-8") if path.is_file() else ""
    _, title, rest = text.partition(f"\n{TITLE}\n")
    return f"{TITLE}\n{rest.partition(_TAIL)[0]}" if title else ""


def with_scale(text: str, section: str) -> str:
    """A document with this section, before the chapter on how it is measured, in the place of the one it had."""
    head, tail, rest = text.partition(_TAIL)
    before = head.partition(f"\n{TITLE}\n")[0]
    return f"{before}\n{section}{tail}{rest}" if section else text
