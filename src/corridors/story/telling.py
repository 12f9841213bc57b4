"""What a scene says: its words with the numbers in force, its base and its source, from the facts and never typed."""

from dataclasses import dataclass, replace
from typing import Final

from corridors.answers.lens import Figure, Lens, headline, lens
from corridors.answers.messages import Message, messages
from corridors.answers.quoting import Quoted, quoted
from corridors.answers.sayings import Saying, saying
from corridors.answers.sayings_maps import MAPS
from corridors.errors import StoryError
from corridors.model.cards import Card
from corridors.model.story import Scene, Story
from corridors.model.story_faults import CHART, LAW, LENS, MESSAGE
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.story.seen import sentence
from corridors.text import text
from corridors.text.cards import brief, cited

LINE: Final = 100  # letters of a line of the foot of a stage
HEADLINE: Final = "headline"
SAME: Final = {"corridors-district": "map-both"}  # the same map with the states of the district chosen: the same card


@dataclass(frozen=True)
class Teller:
    """A story told in one language: the store, the consulate that tells it ("" for a story of the whole)."""

    story: Story
    store: Store
    lang: str
    office: str = ""

    def view(self, scene: Scene) -> ViewState:
        """The view of a scene, in this language, through the lens of the consulate."""
        return replace(scene.view, lang=self.lang, lens=(self.office,) if self.office else ())

    @property
    def lens(self) -> Lens:
        """The lens of the consulate. StoryError for a story that is told without one, or by one that is none."""
        if not self.office:
            raise StoryError(f"{self.story.id}: this story is told by a consulate; name one")
        try:
            return lens(self.store, self.office, self.lang)
        except KeyError as error:
            raise StoryError(f"{self.story.id}: there is no consulate {self.office.removeprefix('D-')!r}") from error

    def message(self, id: str) -> Message:
        """A core message. StoryError for one that is not there or may not be said with the facts in force."""
        found = next((one for one in messages(self.store) if one.id == id), None)
        if found is None:
            raise StoryError(f"{self.story.id}: there is no message {id!r}")
        return found


@dataclass(frozen=True)
class Told:
    """A scene in words. `source` names its sources in full, `short` as a stage has room for; `cards` are these sources,
    `saying` the claim card of its picture (None where a scene shows no figure). `missing`: fields of its words that no
    row in force fills; then its sentence is empty."""

    title: str
    text: str
    base: str
    source: str
    short: str
    cards: tuple[Card, ...]
    saying: Saying | None
    missing: tuple[str, ...]


def told(teller: Teller, scene: Scene) -> Told:
    """A scene with its numbers in place."""
    view, store, lang = teller.view(scene), teller.store, teller.lang
    words = quoted(store, {"figures": scene.figures, "shares": scene.shares, "periods": scene.periods})
    name = SAME.get(scene.show, scene.show.removeprefix(CHART))
    card = saying(name, view, store) if scene.show.startswith(CHART) or name in MAPS else None
    cards = {one.id: one for one in (*(store.card(id) for id in scene.citations), *words.cards)}
    base = scene.base(lang) or (card.base if card else "")
    said = _fill(words, scene.text(lang), teller)
    if scene.show.startswith(MESSAGE):
        message = teller.message(scene.show.removeprefix(MESSAGE))
        base = message.base(lang)
        cards |= {one.id: one for one in message.cards}
    elif scene.show.startswith(LENS):
        cards |= {one.id: one for figure in figures(teller, scene) for one in figure.cards}
        base = text("deck.base.lens", lang)
    elif scene.show.startswith(LAW):
        table = teller.lens.law if teller.office else None
        base = table.base if table else text("deck.base.law", lang)
    if not scene.text(lang):
        said = sentence(scene.show, view, store)
    source = _line(lang, [cited(one, lang) for one in cards.values()])
    shown_base = f"{text('deck.base', lang)}: {base}" if base else ""
    return Told(_fill(words, scene.title(lang), teller), said, shown_base, source, _short([*cards.values()], lang),
                tuple(cards.values()), card, words.missing)  # fmt: skip


def whole(teller: Teller, scene: Scene) -> str:
    """The message of a scene that shows one, in all of its words; "" for any other scene."""
    kind, _, id = scene.show.partition(":")
    if kind != "message":
        return ""
    message = teller.message(id)
    return message.words(teller.lang) or message.reason(teller.lang)


def _line(lang: str, sources: list[str]) -> str:
    return f"{text('deck.source', lang)}: {'; '.join(sources)}" if sources else ""


def _short(cards: list[Card], lang: str) -> str:
    """Sources in few lines of a stage: an acronym for the publisher; titles only where one line holds them."""
    titled = _line(lang, [brief(one, lang) for one in cards])
    return titled if len(titled) <= LINE else _line(lang, [brief(one, lang, titled=False) for one in cards])


def _fill(words: Quoted, template: str, teller: Teller) -> str:
    """Numbers and, in a story by consulate, the name of the office; "" while a figure is missing."""
    if words.missing:
        return "" if "{" in template else template
    placed = template.replace("{office}", teller.lens.office.name) if teller.office else template
    return words.fill(placed, teller.lang)


def figures(teller: Teller, scene: Scene) -> tuple[Figure, ...]:
    """The numbers of a `lens:…` scene: the five of the headline, or the first six of a section."""
    found = teller.lens
    which = scene.show.removeprefix(LENS)
    if which == HEADLINE:
        return headline(found)
    section = next((one for one in found.sections if one.id == which), None)
    return section.figures[:6] if section else ()
