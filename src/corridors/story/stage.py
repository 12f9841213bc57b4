"""The sizes and colours of the stage (`assets/deck/stage.css`), for what is drawn on it and for who rehearses it.

The unit is a hundredth of the width of a stage of 16:9, whatever the shape of the window that it stands in.
"""

from typing import Final

from corridors.exports.letters import width

# What the last row has to read: the sentence, labels, numbers, cells, messages. Capitals of 16 minutes of arc at four
# widths of the screen.
WORD: Final = 2.84
# What is there to be looked up: base, source, the rung of a number. 10 minutes of arc at the same distance.
FINE: Final = 1.78
LONG_TABLE: Final = 2.0  # cells of a table with more rows than ROWS
ROWS: Final = 7
POINTS: Final = 10.0  # points of a drawing in a unit
LETTERS: Final = WORD * POINTS  # of every word in a drawing
# Boxes that a picture always has, in points: the whole width, and what a legend leaves.
WHOLE: Final = (936.0, 290.0)
BESIDE: Final = (600.0, 290.0)
INK: Final = "#14181d"
SOFT: Final = "#323a43"
PAPER: Final = "#ffffff"
OWN: Final = "#efeaf9"
_SPARE: Final = 1.02  # of the width: hinting


def wide(words: str, size: float = LETTERS) -> float:
    """How wide bold words are on the stage, in points."""
    return width(words, size, bold=True) * _SPARE
