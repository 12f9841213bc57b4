"""Numbers of a few bits each, one after the other, in one whole number."""

from corridors.errors import CodeError


class Writer:
    """Puts numbers together; `value` and `size` are what they make."""

    def __init__(self) -> None:
        self.value = 0
        self.size = 0

    def put(self, number: int, width: int) -> None:
        """Append a number. CodeError when it needs more than `width` bits."""
        if not 0 <= number < 1 << width:
            raise CodeError(f"{number} does not fit into {width} bits")
        self.value = self.value << width | number
        self.size += width


class Reader:
    """Takes them apart again, in the same order."""

    def __init__(self, value: int, size: int) -> None:
        self._value = value
        self._left = size

    def take(self, width: int) -> int:
        """The next number. CodeError when there is none."""
        self._left -= width
        if self._left < 0:
            raise CodeError("the code ends too early")
        return self._value >> self._left & (1 << width) - 1

    def end(self, filling: int) -> None:
        """CodeError unless only the filling is left: fewer than `filling` bits, all of them 0."""
        if self._left >= filling or self._value & (1 << self._left) - 1:
            raise CodeError("the code goes on after its end")
