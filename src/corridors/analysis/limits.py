"""The limits within which unusual places, months, laws and associations are judged: computed with and printed."""

from typing import Final

LEAST_PLACES: Final = 20  # for places to be compared with each other
# Unusual places.
PERMUTATIONS: Final = 999
FALSE_SHARE: Final = 0.05  # of false discoveries among what is called unusual
# Unusual months.
WINDOW: Final = 36  # months before, from which a month is expected
LEAST_MEAN: Final = 20.0  # events a month in the window: below it nothing is judged
TAIL: Final = 0.005  # probability of a count beyond each threshold, if nothing has changed
# Lasting changes of level.
LEAST_SEGMENT: Final = 6  # months between two changes
PENALTY: Final = 6.0  # of one change more, in logarithms of the length: 1 in 20 steady series then shows one
# Law provisions and associations.
LEAST_STATES: Final = 5  # with a provision, and without it
CONFIDENCE: Final = 0.95
LAGS: Final = tuple(range(-3, 4))
DRAWS: Final = 1_000
