"""Claim cards: beside a figure, what may be said with its base, what it does not show, the citation, and the attack.

The words of each figure are in `geodata/sayings.yml`, by the topic of the figure; numbers in them are fields that the
facts fill in. What is said, its base and its sources come from the figure itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from corridors.answers import charts
from corridors.answers.lens import Figure, Lens, lens
from corridors.answers.printed import PAPER
from corridors.answers.sayings_maps import MAPS, Shown, elsewhere, of_chart, shown, topic_of
from corridors.answers.sayings_numbers import numbers
from corridors.answers.sayings_rivals import rivals
from corridors.model.kinds import Kind
from corridors.model.measures import BY_ID
from corridors.model.places import DISTRICT
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited, document

WORDS: Final = "sayings"
LENS: Final = "lens."  # how the names of cards of a lens begin
# Words of a number of a lens: by how its id begins; a measure of the cube has those of the measure.
_OF_LENS: Final = (
    ("pair", "pairs"), ("tie", "pairs"), ("place", "origins"), ("traced", "origins"), ("cross", "crossings"),
    ("port", "crossings"), ("seiz", "southbound"), ("licen", "dealers"), ("dealer", "dealers"), ("law", "laws"),
    ("checks", "checks"), ("purchase", "origins"), ("route", "pairs"),
)  # fmt: skip


@dataclass(frozen=True)
class Attack:
    """A figure under attack: its base, the edition of its rows, other published figures of the same quantity, the worst
    honest objection, and the honest answer. `rivals` is empty where the facts hold no other figure."""

    base: str
    edition: str
    rivals: tuple[str, ...]
    objection: str
    answer: str


@dataclass(frozen=True)
class Saying:
    """What may be said of a figure, in one language. ValueError without a base, or without what it does not show.

    `say` holds the base in words; `citation` has a line for each source, then the edition of the data and the view.
    """

    name: str
    title: str
    say: str
    base: str
    not_shown: tuple[str, ...]
    citation: tuple[str, ...]
    period: str
    kind: Kind
    attack: Attack

    def __post_init__(self) -> None:
        if not self.base.strip():
            raise ValueError(f"{self.name}: a claim card states its base")
        if not self.not_shown:
            raise ValueError(f"{self.name}: a claim card says what its figure does not show")


def sayings(store: Store) -> tuple[str, ...]:
    """The names of every card of a store: its charts, the maps, and the figures of other pages."""
    apart = ("backtest",) if store.has_derived("backtest") else ()
    return (*charts.names(store), *charts.SAID, *charts.analyses(store), *apart, *MAPS, *elsewhere(store))


def saying(name: str, view: ViewState, store: Store) -> Saying:
    """The card of a chart, a map (`map-us`, `map-mx`, `map-both`), of `home`, of `corridors`, or of a number of a lens
    (`lens.san-diego.ports`: its office and its id). KeyError for any other name."""
    if name.startswith(LENS):
        office, _, id = name.removeprefix(LENS).partition(".")
        found = lens(store, DISTRICT + office, view.lang)
        figures = {one.id: one for section in found.sections for one in section.figures}
        return figure_saying(figures[id], found, view, store)
    apart = name in (*MAPS, *elsewhere(store))
    return _made(shown(name, view, store) if apart else of_chart(charts.chart(name, view, store)), view, store)


def figure_saying(figure: Figure, of: Lens, view: ViewState, store: Store) -> Saying:
    """The card of one number of a consulate's lens; it says on which rung the number stands."""
    lang = view.lang
    said = text("card.lens" if figure.value else "card.lens.none", lang, label=figure.label, value=figure.value)
    more = [text(f"card.rung.{figure.rung}", lang, place=figure.place)]
    if of.unverified and figure.rung == "district":
        more.append(of.unverified)
    found = Shown(
        f"{LENS}{of.office.id.removeprefix(DISTRICT)}.{figure.id}", _topic(figure.id), figure.label, said,
        figure.base, figure.period, figure.kind, figure.cards, figure.press, "/district", tuple(more),
    )  # fmt: skip
    return _made(found, view, store)


def plain(saying: Saying, lang: str) -> str:
    """The card as the text that a copy holds: what may be said, what it does not show, and the citation."""
    hidden = (f"– {line}" for line in saying.not_shown)
    return "\n".join([saying.say, f"{text('card.not_shown', lang)}:", *hidden, *saying.citation])


def _topic(id: str) -> str:
    measure = next((one for one in BY_ID if id.startswith(one)), "")
    if measure:
        return topic_of(BY_ID[measure])
    return next((topic for start, topic in _OF_LENS if id.startswith(start)), "lens")


def _made(found: Shown, view: ViewState, store: Store) -> Saying:
    lang = view.lang
    label = f"{text('card.base', lang)}: "  # every card, copy and slide sets it; a base of a lens begins with it
    found = replace(found, base=found.base.removeprefix(label))
    words: Mapping[str, Any] = store.words(WORDS)
    topic: Mapping[str, Any] = words["topics"][found.topic]
    fields = numbers(store, lang)
    shared = (words["shared"][id][lang] for id in topic.get("shared", ()))
    hidden = [line.format(**fields) for line in (*topic[f"not_{lang}"], *shared)]
    attack = Attack(
        base=found.base,
        edition=_edition(found, store, lang),
        rivals=rivals(tuple(topic["rivals"]), store, lang),
        objection=topic[f"objection_{lang}"].format(**fields),
        answer=topic[f"answer_{lang}"].format(**fields),
    )
    return Saying(
        found.name, found.title, _say(found, lang), found.base, (*found.more, *filter(None, hidden)),
        tuple(_citation(found, view, store)), found.period, found.kind, attack,
    )  # fmt: skip


def _say(found: Shown, lang: str) -> str:
    when = f"; {found.period}" if found.period else ""
    said = text("card.say", lang, said=found.say, base=found.base.rstrip(".") + when)
    if found.topic == "corridors":
        return f"{text('flow.mark', lang)}. {said}"
    return f"{text('card.modelled', lang)} {said}" if found.kind is Kind.MODELLED else said


def _citation(found: Shown, view: ViewState, store: Store) -> Iterator[str]:
    lang = view.lang
    for card in (one for one in found.cards if one.id != PAPER):  # shown, but never evidence
        through = f" ({text('fig.card.via_press', lang)})" if card.id in found.press else ""
        yield f"{text('fig.download.source', lang)}: {cited(card, lang)}{through}"
    yield f"{text('fig.download.data', lang)}: {store.data_version}"
    yield f"{text('fig.download.view', lang)}: {found.page}?{encode(view)}"


def _edition(found: Shown, store: Store, lang: str) -> str:
    """The editions in force of the sources of a figure, then that of the data."""
    rows = store.table("editions").drop_duplicates("of_source", keep="last")
    ids = dict(zip(rows["of_source"], rows["edition_id"], strict=True))
    named = []
    for card in found.cards:
        at = ids.get(card.id, "").rpartition("/")[2]
        words = document(card, lang)
        named.append(words if at in ("", "1") else text("card.editions.one", lang, document=words, number=at))
    return text("card.editions", lang, editions="; ".join(named) or "–", data=store.data_version)
