"""The present view as a scene: what of it a stage can show, with its words in both languages, or why it may not be one.

A scene shows what is published and in force. So an estimate by split, a what-if and an earlier day are refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from corridors.answers.lens import lens
from corridors.answers.messages import messages
from corridors.answers.sayings import saying
from corridors.answers.sayings_maps import MAPS
from corridors.model.story_faults import CHART, LAW, MESSAGE, OF_LENS
from corridors.model.view import LANGS, ViewState, decode, encode
from corridors.store import Store
from corridors.story.seen import name, said, seen
from corridors.text import text

SECONDS: Final = 60
_OF_PAGE: Final[Mapping[str, tuple[str, ...]]] = {
    "/": ("map-both",),
    "/evidence": (*MAPS, "chart:ladder", "chart:origins", "chart:pairs", "chart:clock"),
    "/corridors": ("map-both", "chart:pairs"),
    "/district": ("map-district", "corridors-district", "lens:headline", "lens:border", "lens:traces", "lens:market",
                  "law:1", "law:2"),
    "/messages": ("chart:flow_estimates",),
}  # fmt: skip
_CITED: Final = {"map-district": "DISTRICTS_COMPILED", "corridors-district": "NFCTA_IV", "law:1": "SFL_2020",
                 "law:2": "SFL_2020"}  # fmt: skip
_WHAT_IF: Final = ("close", "harden", "road", "whatif")  # fields of an address that ask what would be


@dataclass(frozen=True)
class Captured:
    """A scene that a view could become: the fields of `story.yml`, its notes, what it is called, and whether only a
    story told by a consulate can show it. A sentence that is left as it is follows the facts."""

    scene: Mapping[str, Any]
    notes: Mapping[str, str]
    label: Mapping[str, str]
    lens: bool


def refusal(path: str, view: ViewState, asked: Mapping[str, str]) -> str:
    """Why a view may be no scene (`page`, `consulate`, `split`, `day`, `whatif`); "" where it may."""
    if path not in _OF_PAGE:
        return "page"
    if path == "/district" and not view.lens:
        return "consulate"
    if view.split:
        return "split"
    if view.as_of:
        return "day"
    return "whatif" if path == "/corridors" and any(asked.get(one) for one in _WHAT_IF) else ""


def captured(path: str, view: ViewState, store: Store) -> tuple[Captured, ...]:
    """Every scene that the view of a page could become, the likeliest first. KeyError for a page without a view."""
    shows = _OF_PAGE[path]
    if path == "/evidence" and view.map == "both":
        shows = ("map-both", *(one for one in shows if one != "map-both"))
    if path == "/messages":
        shows = (*(f"{MESSAGE}{one.id}" for one in messages(store) if one.holds), *shows)
    return tuple(_captured(show, view, store) for show in shows)


def query(view: ViewState) -> str:
    """A view as a scene keeps it: without language, lens and what no scene shows."""
    plain = encode(replace(view, lang=LANGS[0], lens=(), as_of="", split="", map="linked"))
    return plain.removeprefix(encode(ViewState(lang=LANGS[0]))).removeprefix("&")


def _message(id: str, store: Store) -> Captured:
    """A core message as a scene: its title, its sources, and the message that it carries is itself."""
    found = next(one for one in messages(store) if one.id == id)
    show = f"{MESSAGE}{id}"
    scene = {
        "show": show,
        "view": "",
        **{f"title_{lang}": found.title(lang) for lang in LANGS},
        **{f"text_{lang}": "" for lang in LANGS},
        "seconds": SECONDS,
        "citations": [card.id for card in found.cards],
        "message": id,
    }
    notes = {lang: text("story.capture.message", lang) for lang in LANGS}
    return Captured(scene, notes, {lang: name(show, None, lang, store) for lang in LANGS}, False)


def _captured(show: str, view: ViewState, store: Store) -> Captured:
    if show.startswith(MESSAGE):
        return _message(show.removeprefix(MESSAGE), store)
    if show.startswith(LAW):
        view = replace(view, origins=lens(store, view.lens[0], view.lang).states)
    # As the scene will be seen, not through the lens of the moment.
    views = {lang: replace(decode(query(view)), lang=lang) for lang in LANGS}
    of_lens = OF_LENS.fullmatch(show) is not None
    figures = {lang: seen(show, one, store) for lang, one in views.items()}
    labels = {lang: name(show, figure, lang, store) for lang, figure in figures.items()}
    titles = {lang: figure.title if figure else labels[lang] for lang, figure in figures.items()}
    first = figures[LANGS[0]]
    cards = [card.id for card in first.cards] if first else [_CITED[show]] if show in _CITED else []
    scene = {
        "show": show,
        "view": query(view),
        **{f"title_{lang}": title for lang, title in titles.items()},
        **{f"text_{lang}": said(figure) for lang, figure in figures.items()},
        "seconds": SECONDS,
        "citations": cards,
    }
    notes = {
        lang: _base(show, one, store) if first else text("story.capture.notes", lang) for lang, one in views.items()
    }
    return Captured(scene, notes, labels, of_lens)


def _base(show: str, view: ViewState, store: Store) -> str:
    """A beginning of the notes: the base of the figure, so that it is said."""
    found = saying(show.removeprefix(CHART), view, store)
    return text("story.capture.base", view.lang, base=found.base.rstrip("."), hidden=found.not_shown[0])
