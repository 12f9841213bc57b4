"""The brief of a consulate: what its hand-out says, in one language, as plain values. Pictures are made from it.

It holds what is published and nothing modelled. For the public (`audience`) it has no notes; for the speaker it also
has the objection to each card with its answer, and what the card says in the other language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from corridors.answers.brief_trend import Trend, trends
from corridors.answers.district import Office
from corridors.answers.download import refuse
from corridors.answers.home import greeting, ladder, name
from corridors.answers.lens import Figure, LawTable, Lens, headline, lens, plain_base
from corridors.answers.messages import NEUTRAL, Message, messages
from corridors.answers.sayings import Saying, figure_saying, saying
from corridors.answers.stamp import stamp
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from corridors.text.formats import day, number, percent, period

Audience = Literal["audience", "speaker"]
AUDIENCES: Final[tuple[Audience, ...]] = ("audience", "speaker")
CARDS: Final = 3
ASK, OWN = "prevention", "own"  # the two messages that stand side by side, equally large


@dataclass(frozen=True)
class Number:
    """One of the five numbers. `value` is the number alone, `unit` its words; `refs` are the places of its sources in
    the list of the brief, from 1."""

    value: str
    unit: str
    label: str
    rung: str
    place: str
    base: str
    period: str
    kind: str
    refs: tuple[int, ...]


@dataclass(frozen=True)
class Note:
    """For the speaker: a card's attack, and its sentence in the other language."""

    title: str
    base: str
    edition: str
    rivals: tuple[str, ...]
    objection: str
    answer: str
    other: str


@dataclass(frozen=True)
class Brief:
    """All words and numbers of a brief, in the order in which they are read. `law` is None, and `states` empty, for a
    consulate without a district. `notes` is empty for the public."""

    office: Office
    role: str
    lang: str
    title: str
    about: str
    lede: str
    numbers_title: str
    numbers: tuple[Number, ...]
    unverified: str
    states: tuple[str, ...]
    ports: str
    tied: str
    trends: tuple[Trend, ...]
    law: LawTable | None
    law_refs: tuple[int, ...]
    trend_refs: tuple[tuple[int, ...], ...]
    cards: tuple[Saying, ...]
    ask: Message | None
    own: Message | None
    neutral: str
    sources: tuple[str, ...]
    code: str
    data: str
    made: str
    marking: str
    notes: tuple[Note, ...]


def brief(office_id: str, view: ViewState, store: Store, audience: Audience = "audience", marking: str = "") -> Brief:
    """The brief of a consulate (`D-san-diego`) in the language of a view, on the data of a store.

    KeyError for an id that is no consulate's; LicenceError when a source that it quotes may not be redistributed.
    """
    lang = view.lang
    found = lens(store, office_id, lang)
    shown = replace(view, lens=(office_id,))
    figures = headline(found)
    said = _cards(figures, found, shown, store)
    ask, own = _pair(store)
    drawn = trends(found, store, lang)
    sources = _Sources(lang)
    numbers = tuple(_numbers(figures, found, sources, store))
    trend_refs = tuple(sources.add(_quoted(one.cards)) for one in drawn)
    law_refs = sources.add((found.law.cards, frozenset())) if found.law else ()
    for message in (ask, own):
        if message is not None:
            sources.add((message.cards, message.press))
    refuse(sources.cards, lang)
    mark = stamp("lens", shown, store, marking)
    return Brief(
        office=found.office, role=found.role, lang=lang, title=found.office.city, about=_about(found, store, lang),
        lede=greeting(store, lang).sentence, numbers_title=_heading(numbers, found, lang), numbers=numbers,
        unverified=found.unverified, states=found.states, ports=_ports(found), tied=_tied(found), trends=drawn,
        law=found.law, law_refs=law_refs, trend_refs=trend_refs, cards=said, ask=ask, own=own,
        neutral=text(NEUTRAL, lang), sources=sources.lines, code=mark.code, data=store.data_version,
        made=day(date.fromisoformat(mark.made), lang), marking=mark.marking,
        notes=tuple(_notes(figures, found, shown, store)) if audience == "speaker" else (),
    )  # fmt: skip


class _Sources:
    """The list of sources of one brief: each card once, in the order in which it is first quoted."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.cards: tuple[Card, ...] = ()
        self.press: frozenset[str] = frozenset()

    def add(self, *quoted: tuple[Iterable[Card], frozenset[str]]) -> tuple[int, ...]:
        """The places of some cards in the list, from 1."""
        refs: list[int] = []
        for cards, press in quoted:
            for card in cards:
                if card not in self.cards:
                    self.cards = (*self.cards, card)
                refs.append(self.cards.index(card) + 1)
            self.press |= press
        return tuple(sorted(set(refs)))

    @property
    def lines(self) -> tuple[str, ...]:
        """Publisher, document, date, and whether it was read second-hand."""
        return tuple(
            cited(card, self.lang) + (f"; {text('brief.press', self.lang)}" if self._second_hand(card) else "")
            for card in self.cards
        )

    def _second_hand(self, card: Card) -> bool:
        return card.via_press or card.id in self.press


def _numbers(figures: tuple[Figure, ...], found: Lens, sources: _Sources, store: Store) -> Iterator[Number]:
    lang = sources.lang
    if not found.states:
        yield from _national(store, sources)
        return
    for figure in figures:
        value, _, unit = figure.value.partition(" ")
        yield Number(
            value, unit, figure.label, text(f"brief.rung.{figure.rung}", lang), figure.place, plain_base(figure.base),
            figure.period, text(f"fig.kind.{figure.kind}", lang), sources.add((figure.cards, figure.press)),
        )  # fmt: skip


def _national(store: Store, sources: _Sources) -> Iterator[Number]:
    """The ladder of bases, for an office without a district."""
    lang, flows = sources.lang, store.cube["flows"]
    card = store.card(flows["source"])
    refs = sources.add(((card,), frozenset({card.id} if card.via_press else ())))
    above = ""
    for rung in ladder(store, lang):
        base = text("brief.base.first", lang)
        if rung.share is not None:
            base = text("brief.base.share", lang, words=rung.words, share=percent(rung.share, lang, 1), base=above)
        kind = Kind.DERIVED if rung.key in ("pairs", "rest", "known") else Kind.OBSERVED
        yield Number(
            number(rung.count, lang), text("lens.unit.guns", lang), rung.words, text("brief.rung.national", lang), "",
            base, period(*flows["period"]), text(f"fig.kind.{kind}", lang), refs,
        )  # fmt: skip
        if rung.key not in ("pairs", "rest"):
            above = number(rung.count, lang)


def _heading(numbers: tuple[Number, ...], found: Lens, lang: str) -> str:
    if not found.states:
        return text("brief.numbers.national", lang)
    return text("brief.numbers" if len(numbers) == 5 else "brief.numbers.few", lang)


def _about(found: Lens, store: Store, lang: str) -> str:
    if not found.states:
        return text("brief.none", lang, name=found.office.name)
    count = len(store.web_json("districts")[found.office.id]["counties"])
    counties = (
        text("brief.counties.one", lang) if count == 1 else text("brief.counties", lang, count=number(count, lang))
    )
    return " · ".join([found.office.name, ", ".join(name(store, state, lang) for state in found.states), counties])


def _ports(found: Lens) -> str:
    return ", ".join(port.name for port in found.ports)


def _tied(found: Lens) -> str:
    return ", ".join(tie.name for tie in found.tied)


def _quoted(cards: tuple[Card, ...]) -> tuple[tuple[Card, ...], frozenset[str]]:
    return cards, frozenset(card.id for card in cards if card.via_press)


def _cards(figures: tuple[Figure, ...], found: Lens, view: ViewState, store: Store) -> tuple[Saying, ...]:
    """The first cards, one a quantity; the sentence of the first view where the office has no number of its own."""
    if not figures:
        return (saying("home", view, store), saying("pairs", view, store))
    chosen = [figure_saying(figure, found, view, store) for figure in _apart(figures)]
    return tuple(chosen[:CARDS])


def _apart(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """One figure a quantity: the same quantity of two ways (traffic by lorries and by cars) is one card."""
    kinds: dict[str, Figure] = {}
    for figure in figures:
        kinds.setdefault(figure.id.partition("-")[0].partition("_")[0], figure)
    return tuple(kinds.values())


def _pair(store: Store) -> tuple[Message | None, Message | None]:
    """What is asked and Mexico's own part: both, or neither."""
    by_id = {message.id: message for message in messages(store)}
    ask, own = by_id[ASK], by_id[OWN]
    return (ask, own) if ask.holds and own.holds else (None, None)


def _notes(figures: tuple[Figure, ...], found: Lens, view: ViewState, store: Store) -> Iterator[Note]:
    other = replace(view, lang="en" if view.lang == "es" else "es")
    also = lens(store, found.office.id, other.lang)
    said = _cards(figures, found, view, store)
    for one, translated in zip(said, _cards(headline(also), also, other, store), strict=True):
        attack = one.attack
        yield Note(
            one.title, attack.base, attack.edition, attack.rivals, attack.objection, attack.answer, translated.say
        )
