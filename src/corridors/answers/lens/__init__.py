"""The consulate's lens: everything published for one consular district, each number with the rung it stands on."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from corridors.answers.district import find
from corridors.answers.lens.border import border
from corridors.answers.lens.changes import changed
from corridors.answers.lens.law import law_table
from corridors.answers.lens.market import market
from corridors.answers.lens.shape import (
    RUNGS,
    Estimate,
    Figure,
    Law,
    LawTable,
    Lens,
    Port,
    Role,
    Section,
    Tie,
    plain_base,
)
from corridors.answers.lens.split import has, split
from corridors.answers.lens.traces import ties, traces
from corridors.answers.lens.where import here_of, role, unverified
from corridors.store import Store

__all__ = [
    "RUNGS", "Estimate", "Figure", "Law", "LawTable", "Lens", "Port",
    "Role", "Section", "Tie", "has", "headline", "lens",
    "plain_base", "split",
]  # fmt: skip
# What the five numbers of a brief are, by the beginning of their ids and by role; then whatever is published.
LEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "border": ("traced-", "ports", "crossings-trucks", "seized-", "pair-", "place-"),
    "capital": ("traced-", "traced_to_mexico_per_100k-", "pair-", "checks_per_100k-", "licences-"),
    "other": ("traced-", "place-", "pair-", "checks_per_100k-", "licences-"),
}
HEADLINE: Final = 5


@lru_cache(maxsize=128)
def lens(store: Store, office_id: str, lang: str) -> Lens:
    """The lens of a consulate (`D-san-diego`) in a language. KeyError for an id that is no consulate's.

    It holds what is published, and never an estimate: `split` makes those, apart.
    """
    office = find(store, office_id, lang)
    if office is None:
        raise KeyError(office_id)
    here = here_of(store, office, lang)
    what = role(here)
    if not here.states:
        return Lens(office, what, False, "", (), (), (), (), None, ())
    sections = (traces(here), market(here), border(here))
    ordered = sections if what != "border" else (sections[2], *sections[:2])
    rough, told = unverified(here)
    return Lens(office, what, rough, told, here.states, here.ports, ties(here), ordered, law_table(here), changed(here))


def headline(found: Lens) -> tuple[Figure, ...]:
    """The five numbers of a brief: what its role leads with, of the office's own state first; then what is published
    nearest to the district. Fewer where fewer are published."""
    known = [figure for section in found.sections for figure in section.figures if figure.raw is not None]
    known.sort(key=lambda figure: not figure.id.endswith(found.office.state))
    picked = [next((one for one in known if one.id.startswith(start)), None) for start in LEADS[found.role]]
    chosen = dict.fromkeys(figure for figure in picked if figure is not None)
    rest = sorted((one for one in known if one not in chosen), key=lambda one: RUNGS.index(one.rung))
    return (*chosen, *rest)[:HEADLINE]
