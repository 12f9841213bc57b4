"""Errors that a person can act on: each says where, what was found and what to do."""


class CorridorsError(Exception):
    """The base of every error this product raises on purpose; its text is meant to be read."""


class DataError(CorridorsError):
    """Shipped or built data are missing, changed or inconsistent."""


class ClaimFault(DataError):
    """What is wrong with a file of claims. `where` is the file, claim and field; `code` and `values` say what in a
    language (`claim_fault.<code>` of the texts). Its own text is English, for the command line."""

    def __init__(self, code: str, where: str, said: str, **values: str | int) -> None:
        super().__init__(f"{where}: {said}")
        self.code, self.where, self.values = code, where, values


class ViewError(CorridorsError):
    """A link holds a view that cannot be read (an unknown version, a malformed field)."""


class CodeError(CorridorsError):
    """A verification code that cannot be read, or a view that none can hold."""


class StoryError(CorridorsError):
    """A story that cannot be told: its text names the story, the scene and the field, and what to do."""
