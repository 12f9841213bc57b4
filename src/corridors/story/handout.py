"""A story on paper: a handout for who was there, and the script for who speaks, Spanish and English side by side."""

from typing import Any, Final

from corridors.exports.paper import compiled, made_on
from corridors.exports.picture import swatch
from corridors.exports.svg import svg
from corridors.model.story import Scene, Story
from corridors.model.story_faults import DRAWN, KEYED, LAW, LENS, MESSAGE
from corridors.store import Store
from corridors.story.deck import seconds
from corridors.story.notes import plain
from corridors.story.pictures import classes, drawing, law_rows, laws_shown
from corridors.story.slides import telling
from corridors.story.telling import Teller, figures, told, whole
from corridors.text import text

FACING: Final = ("es", "en")


def handout(story: Story, store: Store, lang: str, office: str = "", minutes: int = 15) -> bytes:
    """The scenes of a form in order as PDF, without notes. StoryError as `story.deck.deck` raises it."""
    teller = telling(story, store, lang, office, minutes)
    scenes = [{"number": at, **_printed(teller, scene)} for at, scene in enumerate(story.form(minutes), start=1)]
    data = _frame(story, store, lang, minutes, "handout") | {
        "scenes": scenes,
        "neutral": text("message.neutral", lang),
        "marking": "",
    }
    return compiled("handout", data, made_on(store))


def script(story: Story, store: Store, lang: str, office: str = "", minutes: int = 15) -> bytes:
    """What is shown and said in each scene in both languages, as PDF for the speaker; `lang` is that of its frame."""
    tellers = [telling(story, store, one, office, minutes) for one in FACING]
    scenes = []
    for at, scene in enumerate(story.form(minutes), start=1):
        time = text("deck.paper.scene", lang, number=at, seconds=seconds(story, scene, minutes))
        scenes.append({"head": time, "sides": [_side(teller, scene) for teller in tellers]})
    data = _frame(story, store, lang, minutes, "script") | {
        "scenes": scenes,
        "neutral": [{"lang": one, "words": text("message.neutral", one)} for one in FACING],
        "marking": text("deck.paper.speaker", lang),
    }
    return compiled("script", data, made_on(store))


def _frame(story: Story, store: Store, lang: str, minutes: int, kind: str) -> dict[str, Any]:
    day = made_on(store).date().isoformat()
    return {
        "lang": lang, "title": story.title(lang), "title_full": story.title(lang), "keywords": [],
        "about": story.audience(lang), "product": text("brief.product", lang),
        "kind": text(f"deck.paper.{kind}", lang), "foot": text("brief.foot", lang, data=store.data_version, day=day),
        "code": text("deck.paper.form", lang, minutes=minutes),
    }  # fmt: skip


def _side(teller: Teller, scene: Scene) -> dict[str, Any]:
    said = told(teller, scene)
    notes = plain(scene.notes[teller.lang])
    words = said.text or whole(teller, scene)
    return {"lang": teller.lang, "title": said.title, "text": words, "notes": notes, "base": said.base,
            "source": said.source}  # fmt: skip


def _printed(teller: Teller, scene: Scene) -> dict[str, Any]:
    """A scene for the template: its words, and the one part that is its picture."""
    said, show, lang = told(teller, scene), scene.show, teller.lang
    found: dict[str, Any] = {
        "title": said.title, "text": said.text, "base": said.base, "source": said.source, "svg": "", "alt": "",
        "unit": "", "keys": [], "message": "", "rows": [], "numbers": [],
    }  # fmt: skip
    if show.startswith(DRAWN):
        found["alt"] = said.text or said.title
        found["svg"] = svg(drawing(teller, scene, found["alt"]))
    if show in KEYED:
        found["unit"], named = classes(teller, scene)
        found["keys"] = [{"svg": svg(swatch(look, 14)), "words": words} for look, words in named]
    elif show.startswith(LAW):
        found["rows"] = law_rows(laws_shown(teller, scene), lang)
    elif show.startswith(LENS):
        none = text("fig.status.missing", lang)
        found["numbers"] = [
            {"value": one.value or "–", "label": one.label, "base": one.base,
             "place": " · ".join(part for part in (none if one.raw is None else one.place, one.period) if part)}
            for one in figures(teller, scene)
        ]  # fmt: skip
    elif show.startswith(MESSAGE):
        found["message"] = whole(teller, scene)
    return found
