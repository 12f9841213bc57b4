"""The picture of a scene, as markup that a browser shows without a script: a drawing as SVG, or numbers and tables.

Maps and charts are those of the product (`figures/`), painted by `exports` from the same frame, classes and colours.
"""

from collections.abc import Mapping
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
from corridors.exports.drawing import Drawing, Paint
from corridors.exports.picture import picture, swatch
from corridors.exports.svg import svg
from corridors.figures.both import both_map
from corridors.figures.regions import colours
from corridors.model.story import Scene
from corridors.model.view import ViewState
from corridors.story.bars import staged
from corridors.story.telling import Teller, figures
from corridors.text import text
from corridors.text.formats import number

SIZE: Final = (560.0, 250.0)  # points: letters of 11 to 13 pixels become readable when the drawing fills a screen
WIDE: Final = (620.0, 262.0)  # charts


def markup(teller: Teller, scene: Scene, alt: str) -> str:
    """The picture of a scene; empty for a scene of words. `alt` says what it shows to those who do not see it."""
    show = scene.show
    if show == "words":
        return ""
    if show == "law":
        return table(laws_shown(teller, scene), teller.lang)
    if show.startswith("lens:"):
        return _numbers(teller, scene)
    if show.startswith("message:"):
        said = teller.message(show.removeprefix("message:"))
        words = said.words(teller.lang) or said.reason(teller.lang)
        return _saying(words)
    if show in ("map-us", "map-mx"):
        return legend(teller, scene) + svg(drawing(teller, scene, alt))
    return svg(drawing(teller, scene, alt))


def drawing(teller: Teller, scene: Scene, alt: str) -> Drawing:
    """The drawing of a scene that shows a map or a chart, for a browser, a slide or a page alike."""
    view, store, lang = teller.view(scene), teller.store, teller.lang
    if scene.show.startswith("chart:"):
        return staged(chart(scene.show.removeprefix("chart:"), view, store), lang, *WIDE, alt)
    return picture(_map(teller, scene.show, available(view, store), lang), store, *SIZE, alt)


def _map(teller: Teller, show: str, view: ViewState, lang: str) -> dict[str, Any]:
    store = teller.store
    if show == "map-both":
        return stamped(both_map(both_data(store, lang), view), store, lang)
    if show == "map-district":
        return district_figure(store, teller.lens.office, lang)
    if show == "corridors-district":
        return corridors_figure(store, teller.lens.states, lang)
    return regions(show.removeprefix("map-"), view, store)


def classes(teller: Teller, scene: Scene) -> tuple[str, list[tuple[str, str]]]:
    """The unit of a map of measures, and each of its classes: the colour of its fill, and its words."""
    store, lang = teller.store, teller.lang
    view = available(teller.view(scene), store)
    id = view.us if scene.show == "map-us" else view.mx
    measure = store.cube["measures"][id]
    breaks = (measure["classes"] or {}).get(view.scheme) or []
    fills = colours(measure["family"], len(breaks) + 1)
    missing = (fills[1], text("deck.legend.missing", lang))
    if measure["shape"] == "flag":
        named = [(fills[3], text("deck.no", lang)), (fills[4], text("deck.yes", lang)), missing]
    else:
        ends = [number(one, lang, measure["digits"]) for one in breaks]
        words = [text("deck.legend.below", lang, value=ends[0])] if ends else []
        words += [f"{low}–{high}" for low, high in pairwise(ends)]
        words += [text("deck.legend.from", lang, value=ends[-1])] if ends else []
        named = [*zip(fills[3:], words, strict=False), missing]
    return text(f"measure.{id}.unit", lang), named


def legend(teller: Teller, scene: Scene) -> str:
    """The classes of a map of measures as a list."""
    unit, named = classes(teller, scene)
    items = "".join(f"<li>{svg(swatch(Paint(fill, '#8a8f96', 0.5), 14))}{escape(said)}</li>" for fill, said in named)
    return f'<ul class="scene-legend"><li class="unit">{escape(unit)}</li>{items}</ul>'


def places(teller: Teller, scene: Scene) -> Mapping[str, str]:
    """What is known of each place of a map, for exploring: id -> a short line. Empty for what is no map of measures."""
    if scene.show not in ("map-us", "map-mx"):
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
    """The table of a scene of laws: of the consulate that tells it, or of the states of its view."""
    if teller.office and teller.lens.law:
        return teller.lens.law
    return laws_of(teller.store, scene.view.origins, teller.lang)


def law_rows(laws: LawTable, lang: str) -> list[list[str]]:
    """The same table as rows of words, its first row the head."""
    marks = {True: text("deck.yes", lang), False: text("deck.no", lang), None: "–"}
    head = [text("deck.law", lang, year=laws.year), *(name for _, name in laws.states)]
    return [head, *([law.words, *(marks[value] for value in law.values)] for law in laws.rows)]


def table(laws: LawTable, lang: str) -> str:
    """Named provisions as a table: a line each, no total; the district's own states first and marked."""
    marks = {True: text("deck.yes", lang), False: text("deck.no", lang), None: "–"}
    own = [' class="own"' if at < laws.own else "" for at in range(len(laws.states))]
    head = "".join(
        f'<th scope="col"{kind}>{escape(name)}</th>' for kind, (_, name) in zip(own, laws.states, strict=True)
    )
    body = "".join(
        f'<tr><th scope="row">{escape(law.words)}</th>'
        + "".join(f"<td{kind}>{marks[value]}</td>" for kind, value in zip(own, law.values, strict=True))
        + "</tr>"
        for law in laws.rows
    )
    first = f'<th scope="col">{text("deck.law", lang, year=laws.year)}</th>'
    return f'<table class="scene-table"><thead><tr>{first}{head}</tr></thead><tbody>{body}</tbody></table>'


def _numbers(teller: Teller, scene: Scene) -> str:
    """Numbers of a lens, each with its rung and base; what nobody publishes says so."""
    lang = teller.lang
    none = text("fig.status.missing", lang)
    parts = [
        f'<div><p class="big">{escape(one.value or "–")}</p><p class="label">{escape(one.label)}</p>'
        f'<p class="rung">{escape(none if one.raw is None else one.place)}'
        f"{escape(f' · {one.period}' if one.period else '')}</p></div>"
        for one in figures(teller, scene)
    ]
    return f'<div class="figures-grid">{"".join(parts)}</div>' if parts else _saying(none)


def _saying(words: str) -> str:
    return f'<p class="scene-saying">{escape(words)}</p>'
