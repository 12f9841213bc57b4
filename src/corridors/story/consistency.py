"""Consistency: whether the decks of several offices say the same in the same scene of the same story.

A story by consulate has scenes of its own district: these are compared between decks of one office only.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from corridors.errors import StoryError
from corridors.story.deck import Deck
from corridors.story.pack import unpack

PARTS: Final = ("title", "text", "base", "source", "picture")
OWN: Final = ("map-district", "corridors-district", "lens", "table")  # kinds of scenes that show one district
_Key = tuple[str, str, str, str]
_TAG: Final = re.compile(r"<[^>]+>")
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Made:
    """A deck as it is named: its file, the story and its form, the office, the edition of its data, its day."""

    file: str
    story: str
    form: int
    office: str
    data: str
    made: str


@dataclass(frozen=True)
class Difference:
    """A part of a scene that decks show differently, in one language: what each file has."""

    story: str
    scene: str
    lang: str
    part: str
    values: dict[str, str]


@dataclass(frozen=True)
class Compared:
    """Decks compared: how many scenes stand in more than one, and the differences."""

    decks: tuple[Made, ...]
    compared: int
    differences: tuple[Difference, ...]
    faults: tuple[str, ...]

    @property
    def agree(self) -> bool:
        """Whether there is something to compare and no scene differs."""
        return len(self.decks) > 1 and not self.differences


def packs_in(paths: Sequence[Path]) -> list[Path]:
    """The packs named, and those of the folders named, each once."""
    found = [one for path in paths for one in (sorted(path.glob("*.html")) if path.is_dir() else [path])]
    return list(dict.fromkeys(found))


def compare(paths: Sequence[Path]) -> Compared:
    """What the packs of these files show differently; each is named by its path."""
    return compared((str(path), path.read_bytes()) for path in paths)


def compared(packs: Iterable[tuple[str, bytes]]) -> Compared:
    """What packs (name, content) show differently. One that is none is named by `faults` and leaves out no other."""
    made, faults = [], []
    shown: dict[_Key, dict[str, dict[str, str]]] = {}
    for file, content in packs:
        name = Path(file).name
        try:
            found = unpack(content)
            scenes = [*_shown(found)]
            made.append(Made(file, *(found[name] for name in ("story", "form", "office", "data", "made"))))
        except StoryError as error:
            faults.append(f"{name}: {error}")
            continue
        except (KeyError, TypeError) as error:
            faults.append(f"{name}: its deck is not as this product writes one ({error})")
            continue
        for key, parts in scenes:
            shown.setdefault(key, {})[file] = parts
    shared = {key: files for key, files in shown.items() if len(files) > 1}
    return Compared(tuple(made), len({key[:3] for key in shared}), tuple(_differences(shared)), tuple(faults))


def _shown(found: Deck) -> Iterator[tuple[_Key, dict[str, str]]]:
    """Each scene of a deck in each language: (story, scene, office where it is the office's own, language)."""
    for scene in found["scenes"]:
        office = found["office"] if scene["kind"] in OWN else ""
        for lang in found["langs"]:
            parts = {part: scene[part][lang] for part in PARTS[:-1]}
            drawn = unescape(_TAG.sub(" ", found["pictures"][scene["picture"][lang]]))
            yield (found["story"], scene["id"], office, lang), {**parts, "picture": " ".join(_FIGURE.findall(drawn))}


def _differences(shared: dict[_Key, dict[str, dict[str, str]]]) -> Iterator[Difference]:
    for (story, scene, _, lang), files in shared.items():
        for part in PARTS:
            values = {file: parts[part] for file, parts in files.items()}
            if len(set(values.values())) > 1:
                yield Difference(story, scene, lang, part, values)
