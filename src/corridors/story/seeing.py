"""What a person in the last row sees: the angle of letters, contrast in a lit room, colours to the colour-blind.

Pure arithmetic over sizes and `#rrggbb` colours; the rules that it is held against stand beside the numbers.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

# ISO 9241-3 (now 9241-303): the height of capitals is at least 16 minutes of arc, 20 to 22 are preferred; where reading
# is incidental (footnotes) it may be less, and 10 is the least that is usable with good contrast.
READABLE: Final = 16.0
USABLE: Final = 10.0
CAPITALS: Final = 0.66  # of the letters' size: sCapHeight of assets/fonts, 660 of 1,000
# Light of the room on the screen, as a part of the projector's white: 1/14 gives the system contrast of 15 to 1 that
# ANSI/INFOCOMM 3M-2011 asks where decisions are made; 1/6 its least, 7 to 1, for passive viewing.
ROOM: Final = 1 / 6
TEXT_CONTRAST: Final = 4.5  # WCAG 2.2, 1.4.3
# Twice the difference that is just noticed on average, 2.3 in CIELAB (Mahy, Van Eycken and Oosterlinck 1994).
APART: Final = 4.6
# Viénot, Brettel and Mollon 1999: linear RGB to the responses of the cones, and what each dichromat puts in place of
# the cone that is missing. Their slight reduction of the gamut keeps every result a colour.
_CONES: Final = np.array(
    [[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]], dtype=float
)
_SEEN: Final = {
    "protanopia": np.array([[0.0, 2.02344, -2.52581], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    "deuteranopia": np.array([[1.0, 0.0, 0.0], [0.494207, 0.0, 1.24827], [0.0, 0.0, 1.0]]),
}
_REDUCED: Final = {"protanopia": (0.992052, 0.003974), "deuteranopia": (0.957237, 0.0213814)}
BLINDNESS: Final = tuple(_SEEN)
# IEC 61966-2-1 (sRGB), white point D65.
_XYZ: Final = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_Vector = NDArray[np.float64]


def arcmin(size: float, screen: float, distance: float) -> float:
    """The height of capitals in minutes of arc: letters of `size` (a part of the screen's width), both in metres."""
    return float(np.degrees(np.arctan(size * CAPITALS * screen / distance))) * 60


def nearest(size: float, screen: float, wanted: float) -> float:
    """The greatest distance, in metres, at which capitals still have the angle wanted."""
    return size * CAPITALS * screen / float(np.tan(np.radians(wanted / 60)))


def contrast(first: str, second: str, room: float = 0.0) -> float:
    """The WCAG contrast of two colours, after the light of the room is added to both."""
    one, other = (float(_XYZ[1] @ _linear(colour)) + room for colour in (first, second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def apart(first: str, second: str, room: float = 0.0, blindness: str = "") -> float:
    """The CIELAB difference of two colours, washed out by the room, as one of BLINDNESS sees them ("": all cones)."""
    one, other = (_lab(_seen(colour, room, blindness)) for colour in (first, second))
    return float(np.linalg.norm(one - other))


def lightness(colour: str, room: float = 0.0, blindness: str = "") -> float:
    """L* of a colour, 0 to 100."""
    return float(_lab(_seen(colour, room, blindness))[0])


def _seen(colour: str, room: float, blindness: str) -> _Vector:
    """Linear RGB of a colour on a screen whose white is that of the projector and the room together."""
    linear = _linear(colour)
    if blindness:
        scale, rest = _REDUCED[blindness]
        cones = _SEEN[blindness] @ (_CONES @ (linear * scale + rest))
        linear = np.clip(np.linalg.solve(_CONES, cones), 0.0, 1.0)
    return (linear + room) / (1 + room)


def _linear(colour: str) -> _Vector:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _lab(linear: _Vector) -> _Vector:
    scaled = (_XYZ @ linear) / _XYZ.sum(axis=1)
    bent = np.where(scaled > (6 / 29) ** 3, np.cbrt(scaled), scaled / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])
