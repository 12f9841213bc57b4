"""The picture of a scene, as markup that a browser shows without a script: a drawing as SVG, or numbers and tables.

Maps and charts are those of the product (`figures/`), painted by `exports` from the same frame, classes and colours.
"""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Any, Final

from corridors.analysis.slices import cell, latest_only, resolve
from corridors.answers.both import both_data
from corridors.answers.brief_map import corridors_figure, district_figure
from corridors.answers.charts import chart
from corridors.answers.evidence import Scene as Shown
from corridors.answers.evidence import value_text
from corridors.answers.lens.law import laws_of
from corridors.answers.lens.shape import LawTable
from corridors.answers.page_config import districts, totals
from corridors.answers.regions import available, regions
from corridors.answers.synthetic import stamped
from corridors.exports.drawing import Area, Drawing, Paint
from corridors.exports.picture import picture, swatch
from corridors.exports.svg import svg
from corridors.figures.both import both_map
from corridors.figures.regions import colours
from corridors.model.story import Scene
from corridors.model.story_faults import CHART, KEYED, LAW, LENS, MESSAGE
from corridors.model.view import ViewState
from corridors.story.bars import staged
from corridors.story.labels import apart, beside, clear, enlarged
from corridors.story.numbers import ROOM, SENTENCE, grid
from corridors.story.stage import BESIDE, ROWS, WHOLE, wide
from corridors.story.telling import Teller, figures
from corridors.text import text
from corridors.text.formats import number

OUTLINE: Final = "outline"  # the role of the line around a district
EDGE: Final = "#8a8f96"
CHOSEN: Final = "#4b3391"  # --s-lit of the stage
NAMES: Final = 596.0  # points that the names of states may take above a table; where they need more, postal codes do
_BESIDE: Final = 23.0  # points beside each


def markup(teller: Teller, scene: Scene, alt: str) -> str:
    """The picture of a scene; empty for a scene of words. `alt` says what it shows to those who do not see it."""
    show = scene.show
    if show == "words":
        return ""
    if show.startswith(LAW):
        return table(laws_shown(teller, scene), teller.lang)
    if show.startswith(LENS):
        found = figures(teller, scene)
        room = ROOM - SENTENCE if scene.text(teller.lang) else ROOM
        return grid(found, teller.lang, room) if found else _saying(text("fig.status.missing", teller.lang))
    if show.startswith(MESSAGE):
        said = teller.message(show.removeprefix(MESSAGE))
        return _saying(said.brief(teller.lang) or said.reason(teller.lang))
    if show in KEYED:
        return legend(teller, scene) + svg(drawing(teller, scene, alt))
    return svg(drawing(teller, scene, alt))


def drawing(teller: Teller, scene: Scene, alt: str) -> Drawing:
    """The drawing of a scene that shows a map or a chart, for a browser, a slide or a page alike."""
    view, store, lang = teller.view(scene), teller.store, teller.lang
    if scene.show.startswith(CHART):
        return staged(chart(scene.show.removeprefix(CHART), view, store), lang, *WHOLE, alt)
    figure = _map(teller, scene.show, available(view, store), lang)
    if scene.show in ("map-both", "corridors-district"):
        return beside(figure, store, WHOLE, alt)
    if scene.show == "map-district":
        return apart(clear(picture(enlarged(figure), store, *WHOLE, alt, 1.0), OUTLINE))
    return _chosen(picture(enlarged(figure), store, *BESIDE, alt, 1.0), {*view.origins, *view.destinations})


def _chosen(drawn: Drawing, chosen: set[str]) -> Drawing:
    """A map with the places that its view chooses outlined, above all others."""
    picked = [item for item in drawn.items if isinstance(item, Area) and item.id in chosen]
    rims = (replace(item, paint=replace(item.paint, edge=CHOSEN, width=4.0)) for item in picked)
    rest = (item for item in drawn.items if item not in picked) if picked else drawn.items
    return replace(drawn, items=(*rest, *rims))


def _map(teller: Teller, show: str, view: ViewState, lang: str) -> dict[str, Any]:
    store = teller.store
    if show == "map-both":
        return stamped(both_map(both_data(store, lang), view), store, lang)
    if show == "map-district":
        return district_figure(store, teller.lens.office, lang)
    if show == "corridors-district":
        return corridors_figure(store, teller.lens.states, lang)
    return regions(show.removeprefix("map-"), view, store)


def classes(teller: Teller, scene: Scene) -> tuple[str, list[tuple[Paint, str]]]:
    """The unit of a map of measures, and each of its classes: how it is painted, and its words. What is not published
    is hatched, as on the map."""
    store, lang = teller.store, teller.lang
    view = available(teller.view(scene), store)
    id = view.us if scene.show == "map-us" else view.mx
    measure = store.cube["measures"][id]
    breaks = (measure["classes"] or {}).get(view.scheme) or []
    fills = colours(measure["family"], len(breaks) + 1)
    missing = (Paint(fills[1], EDGE, 0.5, "missing"), text("deck.legend.missing", lang))
    if measure["shape"] == "flag":
        named = [(_look(fills[3]), text("deck.no", lang)), (_look(fills[4]), text("deck.yes", lang)), missing]
    else:
        ends = [number(one, lang, measure["digits"]) for one in breaks]
        words = [text("deck.legend.below", lang, value=ends[0])] if ends else []
        words += [f"{low}–{high}" for low, high in pairwise(ends)]
        words += [text("deck.legend.from", lang, value=ends[-1])] if ends else []
        named = [*((_look(fill), said) for fill, said in zip(fills[3:], words, strict=False)), missing]
    return text(f"measure.{id}.unit", lang), named


def _look(fill: str) -> Paint:
    return Paint(fill, EDGE, 0.5)


def legend(teller: Teller, scene: Scene) -> str:
    """The classes of a map of measures as a list."""
    unit, named = classes(teller, scene)
    items = "".join(f"<li>{svg(swatch(look, 14))}{escape(said)}</li>" for look, said in named)
    return f'<ul class="scene-legend"><li class="unit">{escape(unit)}</li>{items}</ul>'


def places(teller: Teller, scene: Scene) -> Mapping[str, str]:
    """What is known of each place of a map, for exploring: id -> a short line. Empty for what is no map of measures."""
    if scene.show not in KEYED:
        return {}
    store = teller.store
    view = available(teller.view(scene), store)
    id = view.us if scene.show == "map-us" else view.mx
    measure = store.cube["measures"][id]
    if measure.get("asset"):
        return {}
    shown = Shown(view, store.cube, totals(store), districts(store))
    found = resolve(measure["periods"], view.years, latest_only(measure))
    lines = {}
    for at, place in enumerate(store.cube["places"][measure["country"]]):
        one = cell(measure, found.indexes, at)
        if measure["shape"] == "flag" and one.value is not None:
            said = text("deck.yes" if one.value else "deck.no", view.lang)
        else:
            missing = text(f"fig.status.{one.status}", view.lang)
            said = missing if one.value is None else value_text(shown, id, measure, one.value)
        lines[place] = f"{shown.name(place)}: {said}"
    return lines


def laws_shown(teller: Teller, scene: Scene) -> LawTable:
    """The table of a scene of laws: of the consulate that tells it, or of the states of its view. Its two halves
    (`law:1`, `law:2`) are what a room can read; whole, it is for paper."""
    law = teller.lens.law if teller.office else None
    found = law or laws_of(teller.store, scene.view.origins, teller.lang)
    half = (len(found.rows) + 1) // 2
    shown = {"law:1": found.rows[:half], "law:2": found.rows[half:]}.get(scene.show, found.rows)
    return replace(found, rows=shown)


def law_rows(laws: LawTable, lang: str) -> list[list[str]]:
    """The same table as rows of words, its first row the head."""
    marks = {True: text("deck.yes", lang), False: text("deck.no", lang), None: "–"}
    head = [text("deck.law", lang, year=laws.year), *(name for _, name in laws.states)]
    return [head, *([law.words, *(marks[value] for value in law.values)] for law in laws.rows)]


def table(laws: LawTable, lang: str) -> str:
    """Named provisions as a table: a line each, in few words, no total; the district's own states first and marked."""
    marks = {True: text("deck.yes", lang), False: text("deck.no", lang), None: "–"}
    own = [' class="own"' if at < laws.own else "" for at in range(len(laws.states))]
    coded = sum(wide(name) + _BESIDE for _, name in laws.states) > NAMES
    head = "".join(
        f'<th scope="col"{kind}>{_state(id, name, coded)}</th>'
        for kind, (id, name) in zip(own, laws.states, strict=True)
    )
    body = "".join(
        f'<tr><th scope="row">{escape(text(f"deck.law.{law.id}", lang))}</th>'
        + "".join(f"<td{kind}>{marks[value]}</td>" for kind, value in zip(own, law.values, strict=True))
        + "</tr>"
        for law in laws.rows
    )
    first = f'<th scope="col">{text("deck.law", lang, year=laws.year)}</th>'
    long = " is-long" if len(laws.rows) > ROWS else ""
    long += " is-coded" if coded else ""
    return f'<table class="scene-table{long}"><thead><tr>{first}{head}</tr></thead><tbody>{body}</tbody></table>'


def _state(id: str, name: str, coded: bool) -> str:
    if not coded:
        return escape(name)
    return f'<abbr title="{escape(name)}">{id.removeprefix("US-")}</abbr>'


def _saying(words: str) -> str:
    return f'<p class="scene-saying">{escape(words)}</p>'
