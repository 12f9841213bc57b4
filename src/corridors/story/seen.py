"""What a picture of a scene says of itself: its name, its sources, and one sentence with the numbers in force."""

from typing import Final

from corridors.answers.charts import chart
from corridors.answers.messages import messages
from corridors.answers.sayings_maps import MAPS, Shown, of_chart, shown
from corridors.model.story_faults import CHART, MESSAGE, SENTENCE
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.story.bars import STAGED
from corridors.text import text

_FIXED: Final = {
    "words": "words", "law": "law", "law:1": "law_1", "law:2": "law_2", "map-district": "map_district",
    "corridors-district": "corridors_district", "lens:headline": "lens_headline", "lens:border": "lens_border",
    "lens:traces": "lens_traces", "lens:market": "lens_market",
}  # fmt: skip


def seen(show: str, view: ViewState, store: Store) -> Shown | None:
    """The figure of a scene of a map or a chart; None for any other."""
    if show in MAPS:
        return shown(show, view, store)
    name = show.removeprefix(CHART)
    return of_chart(chart(name, view, store)) if show.startswith(CHART) and name in STAGED else None


def sentence(show: str, view: ViewState, store: Store) -> str:
    """What a map or a chart says, in one sentence; "" for any other scene."""
    return said(seen(show, view, store))


def said(figure: Shown | None) -> str:
    """What the figure of a scene (`seen`) says, in one sentence; "" without one."""
    return first(figure.say) if figure else ""


def first(words: str) -> str:
    """The first sentence of a text."""
    end = SENTENCE.search(words)
    return words[: end.start() + 1] if end else words


def name(show: str, figure: Shown | None, lang: str, store: Store) -> str:
    """What a scene shows, in a few words; `figure` is what `seen` gives for it."""
    if show in _FIXED:
        return text(f"story.show.{_FIXED[show]}", lang)
    if show.startswith(MESSAGE):
        found = next((one for one in messages(store) if one.id == show.removeprefix(MESSAGE)), None)
        return text("story.show.message", lang, title=found.title(lang)) if found else show
    kind = "chart" if show.startswith(CHART) else "map"
    return text(f"story.show.{kind}", lang, title=figure.title) if figure else show
