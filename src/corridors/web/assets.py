"""Our own styles and scripts: joined in the order of their names, under a name that holds their hash.

`assets/css/*.css` become one style sheet; `assets/js/00-*.js` one script for the head (it must run
before the first paint), all other `assets/js/*.js` one script before Dash's; `assets/deck` holds those of a
meeting, which only the page Present asks for. A changed file gives a
new name, so that browsers may keep each for ever. Dash's own `?m=<time of change>` is not stable
between two checkouts of the same content.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corridors.settings import project_root
from corridors.web.encoding import Body, body_of

GROUPS: Final = {
    "style": ("css", "*.css"),
    "head": ("js", "00-*.js"),
    "main": ("js", "*.js"),
    "stage": ("deck", "*.css"),
    "deck": ("deck", "*.js"),
}
MIMETYPES: Final = {"css": "text/css", "js": "text/javascript"}
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_HASHED: Final = re.compile(r"\.[0-9a-f]{8}\.[a-z0-9]+$")
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Joined:
    """One joined file: its name (with its hash), its body and what it was made from."""

    name: str
    body: Body
    stamp: Stamp


class Assets:
    """The joined files of an assets folder, made again when a file in it has changed."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        self.root = root
        self._folder = folder
        self._joined: dict[str, Joined] = {}

    @classmethod
    def of_project(cls, folder: Path | None = None) -> "Assets":
        """The assets of the product; `folder` holds what was compressed at install time."""
        return cls(project_root() / "assets", folder)

    def joined(self, group: str) -> Joined:
        """The joined file of a group (`style`, `head`, `main`)."""
        files = self._files(group)
        stamp = tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files)
        kept = self._joined.get(group)
        if kept is None or kept.stamp != stamp:
            kept = self._joined[group] = self._join(group, files, stamp)
        return kept

    def find(self, name: str) -> tuple[Body, bool]:
        """The body under a name, and whether the hash in the name is today's. KeyError for no such name."""
        kind, _, _ = name.partition(".")
        if kind not in GROUPS:
            raise KeyError(name)
        joined = self.joined(kind)
        if Path(name).suffix != Path(joined.name).suffix:
            raise KeyError(name)
        return joined.body, joined.name == name

    def bodies(self) -> Iterator[Body]:
        """The bodies of all groups."""
        for group in GROUPS:
            yield self.joined(group).body

    def _files(self, group: str) -> list[Path]:
        folder, pattern = GROUPS[group]
        files = sorted((self.root / folder).glob(pattern))
        return [path for path in files if not path.name.startswith("00-")] if group == "main" else files

    def _join(self, group: str, files: list[Path], stamp: Stamp) -> Joined:
        kind = GROUPS[group][1].removeprefix("*.").rpartition(".")[2]
        texts = [path.read_text("utf-8") for path in files]
        if kind == "css":
            texts = [_COMMENT.sub("", text) for text in texts]
        body = body_of(
            "\n;\n".join(texts).encode() if kind == "js" else "".join(texts).encode(), MIMETYPES[kind], self._folder
        )
        return Joined(f"{group}.{body.sha[:12]}.{kind}", body, stamp)


def is_hashed(name: str) -> bool:
    """Whether a file's name holds its hash (`corridors-sans.5f0acae7.woff2`): it may be kept for ever."""
    return bool(_HASHED.search(name))
