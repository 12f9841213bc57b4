"""Practice: twelve hostile questions, each with the claim card that answers it.

The questions are the worst honest objections of the claim cards: first those that the pictures of the story invite,
then those of the other figures of the product, so that nobody is asked a thirteenth without having heard the twelve.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corridors.answers.lens import lens
from corridors.answers.sayings import Saying, figure_saying, saying, sayings
from corridors.errors import StoryError
from corridors.model.story import Story
from corridors.model.story_faults import LENS
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.story.telling import Teller, figures, told

ASKED: Final = 12
# What is asked most, before the rest of the cards in their own order.
_FIRST: Final = (
    "home",
    "ladder",
    "totals",
    "pairs",
    "corridors",
    "flow_estimates",
    "clock",
    "origins",
    "map-us",
    "map-mx",
)


@dataclass(frozen=True)
class Question:
    """A hostile question: the card that answers it, and the scene whose picture invites it ("" for none)."""

    scene: str
    card: Saying

    @property
    def ask(self) -> str:
        """The worst honest objection."""
        return self.card.attack.objection

    @property
    def answer(self) -> str:
        """The honest answer."""
        return self.card.attack.answer


def practice(store: Store, lang: str, story: Story | None = None, office: str = "") -> tuple[Question, ...]:
    """The questions, each once. Without a story: those of the product's figures. Fewer than ASKED only where the facts
    in force have fewer figures. StoryError for a story by consulate without one."""
    if story and story.lens and not office:
        raise StoryError(f"{story.id}: this story is told by a consulate; name one")
    found: dict[str, Question] = {}
    for question in (*(_of_story(story, store, lang, office) if story else ()), *_of_figures(store, lang)):
        found.setdefault(question.ask, question)
        if len(found) == ASKED:
            break
    return tuple(found.values())


def _of_story(story: Story, store: Store, lang: str, office: str) -> Iterator[Question]:
    teller = Teller(story, store, lang, office if story.lens else "")
    for scene in story.scenes:
        if scene.show.startswith(LENS):
            for figure in figures(teller, scene):
                yield Question(scene.id, figure_saying(figure, lens(store, office, lang), teller.view(scene), store))
        elif card := told(teller, scene).saying:
            yield Question(scene.id, card)


def _of_figures(store: Store, lang: str) -> Iterator[Question]:
    known = sayings(store)
    for name in (*(one for one in _FIRST if one in known), *(one for one in known if one not in _FIRST)):
        yield Question("", saying(name, ViewState(lang=lang), store))
