"""Crockford's base 32 with two check characters: what a person can read out and type again.

The alphabet has no I, L, O or U; case, hyphens and spaces do not matter, an O is read as 0, an I or L as 1. The checks
are those of a Reed-Solomon code over GF(32): in a code of at most 31 characters any two wrong ones are noticed, hence
every single slip and every exchange of two characters.
"""

from typing import Final

from corridors.errors import CodeError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LONGEST: Final = 31  # characters with the checks, without hyphens: the length up to which the checks hold
GROUP: Final = 4
BITS: Final = 5
CHECKS: Final = 2
_READ: Final = {one: at for at, one in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_FIELD: Final = 0b100101  # x^5 + x^2 + 1


def _powers() -> tuple[int, ...]:
    found, value = [], 1
    for _ in range(LONGEST):
        found.append(value)
        value <<= 1
        value ^= _FIELD if value & 32 else 0
    return tuple(found)


_POWER: Final = _powers()
_LOG: Final = {value: at for at, value in enumerate(_POWER)}


def _times(one: int, other: int) -> int:
    return _POWER[(_LOG[one] + _LOG[other]) % LONGEST] if one and other else 0


def _sums(symbols: list[int]) -> tuple[int, int]:
    """The two sums that are 0 for a code without a slip; the last symbol stands at 0."""
    plain = weighted = 0
    for at, symbol in enumerate(reversed(symbols)):
        plain ^= symbol
        weighted ^= _times(symbol, _POWER[at])
    return plain, weighted


def encode(value: int, size: int) -> str:
    """The code of the `size` bits of a number, in groups of four. CodeError for more than a code can hold."""
    count = -(-size // BITS)
    if count + CHECKS > LONGEST:
        raise CodeError(f"{size} bits are more than a code holds ({(LONGEST - CHECKS) * BITS})")
    filled = value << (count * BITS - size)
    data = [filled >> (BITS * at) & 31 for at in reversed(range(count))]
    plain, weighted = _sums([*data, 0, 0])
    # Two unknowns at 1 and 0: x1 + x0 = plain and 2 x1 + x0 = weighted, in the field.
    first = _times(plain ^ weighted, _POWER[-_LOG[3] % LONGEST])
    letters = "".join(ALPHABET[one] for one in [*data, first, plain ^ first])
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def decode(code: str) -> tuple[int, int]:
    """The number in a code and its size in bits (the last up to four are filling). CodeError when it was mistyped."""
    letters = "".join(code.split()).replace("-", "").upper()
    if wrong := sorted({one for one in letters if one not in _READ}):
        raise CodeError(f"a code has no {wrong[0]!r}")
    if not CHECKS < len(letters) <= LONGEST:
        raise CodeError("a code has between 3 and 31 characters")
    symbols = [_READ[one] for one in letters]
    if _sums(symbols) != (0, 0):
        raise CodeError("the check characters do not agree with the rest")
    value = 0
    for symbol in symbols[:-CHECKS]:
        value = value << BITS | symbol
    return value, (len(symbols) - CHECKS) * BITS
