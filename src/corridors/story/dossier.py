"""A story as one file, `NAME.corridors`: a zip of its folder and a manifest with digests, the same bytes each time.

It is read like anything from outside: bounded, only the names that belong there, nothing is ever unpacked to a path.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from corridors.errors import StoryError
from corridors.model.story_faults import ID
from corridors.story.drafts import FILES
from corridors.text import text
from corridors.text.formats import number

FORMAT: Final = 1
SUFFIX: Final = ".corridors"
MANIFEST: Final = "manifest.json"
FOLDER: Final = "story/"
LARGEST: Final = 2_000_000  # bytes of the whole file
MOST: Final = 500_000  # bytes of one part
_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold: a file says nothing of when it was made
_NAMES: Final = frozenset({MANIFEST, *(FOLDER + name for name in FILES)})


class Unread(StoryError):
    """A file that is no story here; its text is English, and `said` gives it in either language."""

    def __init__(self, code: str, **values: Any) -> None:
        self.code, self.values = code, values
        super().__init__(self.said("en"))

    def said(self, lang: str) -> str:
        """What is wrong with the file, and what to do."""
        counts = {name: number(one, lang) if isinstance(one, int) else one for name, one in self.values.items()}
        return text(f"story.file.{self.code}", lang, **counts)


@dataclass(frozen=True)
class Dossier:
    """What a `.corridors` file holds: the id of a story and its files, and the digest over them."""

    id: str
    files: Mapping[str, bytes]
    digest: str


def digest(id: str, files: Mapping[str, bytes]) -> str:
    """SHA-256 over the id and the digest of each file."""
    return hashlib.sha256(_canonical({"id": id, "files": _hashes(files)})).hexdigest()


def packed(id: str, files: Mapping[str, bytes]) -> bytes:
    """The `.corridors` file of a story: uncompressed, so that it is the same everywhere."""
    hashes = _hashes(files)
    said = {"format": FORMAT, "product": "corridors", "id": id, "files": hashes, "digest": digest(id, files)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in {MANIFEST: _canonical(said), **{FOLDER + name: files[name] for name in FILES}}.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def opened(content: bytes) -> Dossier:
    """The story in a `.corridors` file. Unread for one that is none, was changed, or is too large."""
    if len(content) > LARGEST:
        raise Unread("large", size=len(content), most=LARGEST)
    try:
        parts = _parts(content)
    # What Python's reader raises for a part that is cut off, encrypted, or packed in a way that it does not know.
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise Unread("damaged") from error
    said = _manifest(parts[MANIFEST])
    files = {name: parts[FOLDER + name] for name in FILES}
    if said["files"] != _hashes(files) or said["digest"] != digest(said["id"], files):
        raise Unread("changed")
    return Dossier(said["id"], files, said["digest"])


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if len(names) != len(_NAMES) or set(names) != _NAMES:
            strange = next((name for name in names if name not in _NAMES), "")
            raise Unread("strange" if strange else "parts", names=", ".join(sorted(_NAMES)), found=repr(strange[:60]))
        return {entry.filename: _bounded(archive, entry) for entry in entries}


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part, read no further than it may be long: what the archive says of its size is not believed."""
    with archive.open(entry) as part:
        found = part.read(MOST + 1)
    if len(found) > MOST:
        raise Unread("part_large", name=entry.filename, most=MOST)
    return found


def _manifest(raw: bytes) -> dict[str, Any]:
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Unread("manifest", name=MANIFEST) from error
    if not isinstance(said, dict) or said.get("product") != "corridors":
        raise Unread("other", name=MANIFEST)
    if said.get("format") != FORMAT:
        raise Unread("format", found=repr(said.get("format")), wanted=FORMAT)
    if not isinstance(said.get("id"), str) or not ID.fullmatch(said["id"]):
        raise Unread("id", name=MANIFEST)
    if not {"files", "digest"} <= said.keys():
        raise Unread("digest", name=MANIFEST)
    return said


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(files[name]).hexdigest() for name in FILES}


def _canonical(said: Any) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
