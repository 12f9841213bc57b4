"""A publisher's own slips of arithmetic: totals that are not the sum of their parts. They are told, never corrected."""

from collections.abc import Sequence

from corridors.sources.batch import Note

Slip = tuple[str, int, int]  # where, what is printed, what the parts add up to


def slips(found: Sequence[Slip]) -> tuple[Note, ...]:
    """One warning for all slips of a file, with the first of them; none when every total is right."""
    if not found:
        return ()
    where, printed, added = found[0]
    return (Note("sums", {"count": len(found), "where": where, "printed": printed, "added": added}),)
