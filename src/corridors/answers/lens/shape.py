"""The shape of a consulate's lens: figures with the rung on which each was observed, in sections, as plain values."""

from dataclasses import dataclass
from typing import Final, Literal

from corridors.answers.district import Office
from corridors.model.cards import Card
from corridors.model.kinds import Kind

Rung = Literal["district", "state", "sector", "none"]
Role = Literal["border", "capital", "other"]
RUNGS: Final[tuple[Rung, ...]] = ("district", "state", "sector", "none")  # from the nearest; "none": not published


@dataclass(frozen=True)
class Figure:
    """One number of a lens. `value` is the number in words, with its unit; "" and `raw` None where nothing is published
    (rung "none"). `place` is what was observed: the district, a state, a sector of the border. `press` holds the ids of
    the cards that were read in a news report or a copy that quotes them. ValueError for a figure without a base, and
    for a modelled one: what is split from a state is an `Estimate`, and no section, brief or pack holds those."""

    id: str
    label: str
    value: str
    raw: float | None
    rung: Rung
    place: str
    base: str
    period: str
    kind: Kind
    cards: tuple[Card, ...]
    press: frozenset[str]

    def __post_init__(self) -> None:
        if not self.base:
            raise ValueError(f"the figure {self.id!r} has no base")
        if self.kind is Kind.MODELLED:
            raise ValueError(f"the figure {self.id!r} is modelled: a lens holds what is published alone")
        if (self.rung == "none") != (self.raw is None) or bool(self.value) == (self.raw is None):
            raise ValueError(f"the figure {self.id!r}: a value on a rung, or no value and the rung 'none'")


@dataclass(frozen=True)
class Estimate:
    """A state's figure split to a district, which nobody published: `value` in words with its range, `assumption` and
    `error` say on what it rests and how far such a split missed where it can be checked. Always modelled."""

    id: str
    label: str
    value: str
    raw: float
    low: float
    high: float
    assumption: str
    error: str
    period: str
    cards: tuple[Card, ...]
    kind: Kind = Kind.MODELLED


@dataclass(frozen=True)
class Section:
    """Figures of one question."""

    id: str
    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Law:
    """One named provision: whether each state of the table has it in force (None: not published)."""

    id: str
    words: str
    values: tuple[bool | None, ...]


@dataclass(frozen=True)
class LawTable:
    """Named provisions in the last year of the laws: the states of the district first (`own` of them), then their
    neighbours by shared border. `states` are (id, name)."""

    year: int
    states: tuple[tuple[str, str], ...]
    own: int
    rows: tuple[Law, ...]
    base: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Tie:
    """A Mexican state that the district is tied to: by guns of a published pair (`count`, with its base), or by ports
    alone (`count` None, the base says so)."""

    place: str
    name: str
    count: int | None
    base: str


@dataclass(frozen=True)
class Port:
    """A crossing within the district: its name, the cities on both sides, and the Mexican state."""

    id: str
    name: str
    us_city: str
    mx_city: str
    mx: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Lens:
    """What one consulate sees. `states` are ids; none for a consulate without a district, whose sections are empty.

    `approximate` is true where counties rest on memory or on the nearest consulate; `unverified` says with counts what
    rests on what nobody has confirmed ("" where nothing does).
    """

    office: Office
    role: Role
    approximate: bool
    unverified: str
    states: tuple[str, ...]
    ports: tuple[Port, ...]
    tied: tuple[Tie, ...]
    sections: tuple[Section, ...]
    law: LawTable | None
    changed: tuple[str, ...]

    def section(self, id: str) -> Section:
        """A section by its id. KeyError for one that the lens has not."""
        found = next((section for section in self.sections if section.id == id), None)
        if found is None:
            raise KeyError(id)
        return found


def plain_base(words: str) -> str:
    """A base without the word "Base:" before it, for what sets that word itself."""
    bare = words.removeprefix("Base: ").strip()
    return bare[:1].upper() + bare[1:]


def ordered(figures: list[Figure], section: str, title: str) -> Section:
    """A section whose figures stand by rung, the nearest first; within a rung in the order given."""
    return Section(section, title, tuple(sorted(figures, key=lambda figure: RUNGS.index(figure.rung))))
