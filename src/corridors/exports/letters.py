"""How wide words are in the font of the product, so that a picture made here breaks its lines where they end."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import ImageFont

_FONT: Final = Path(__file__).parent / "fonts" / "corridors-sans.ttf"
_AT: Final = 100  # pixels at which letters are measured
_BOLD: Final = 1.07  # times that bold letters are wider
# Where the font is not installed, Arial stands in for it and is a little wider.
_SPARE: Final = 1.06
_LONGEST: Final = 60  # letters of a word without a space, such as an address, before it is cut


@lru_cache(maxsize=1)
def _font() -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - only a picture needs it

    return ImageFont.truetype(str(_FONT), _AT)


@lru_cache(maxsize=4096)
def width(words: str, size: float, bold: bool = False) -> float:
    """The width of one line at a size, in the size's unit."""
    return float(_font().getlength(words)) / _AT * size * (_BOLD if bold else 1)


def wrapped(words: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The lines of a text that fit into a width."""
    lines: list[str] = []
    for word in (part for whole in words.split() for part in _parts(whole, size, room, bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) * _SPARE <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parts(word: str, size: float, room: float, bold: bool) -> list[str]:
    if width(word, size, bold) * _SPARE <= room:
        return [word]
    most = max(1, min(_LONGEST, int(len(word) * room / (width(word, size, bold) * _SPARE))))
    return [word[at : at + most] for at in range(0, len(word), most)]
