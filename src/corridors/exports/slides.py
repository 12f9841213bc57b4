"""PPTX: editable slides, with native charts and tables, and maps as shapes that can be recoloured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from corridors.answers.both import source_line
from corridors.answers.brief import Brief, Note
from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.exports import deck, native, native_chart
from corridors.exports.brief_parts import (
    apart,
    card,
    corridor_keys,
    corridors_drawing,
    district_drawing,
    district_keys,
    key_drawing,
)
from corridors.exports.deck import ACCENT, ARMS, EDGE, FAINT, GROUND, HEIGHT, INK, SOFT, WIDTH
from corridors.exports.drawing import Paint, placed
from corridors.exports.page_parts import Page, figure_of, keys, page_of, shares, shown
from corridors.exports.paper import made_on
from corridors.exports.slide_rows import heights, set_out, smaller, spread
from corridors.figures.theme import ARMS as THEME_ARMS
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

TOP: Final = 92.0
HALF: Final = 420.0
PICTURE: Final = (540.0, 390.0)  # points, of the picture on a slide of one thing
COLUMNS, ROWS, SOURCES = 5, 14, 4  # of a table on such a slide, and of the lines of its citation
LETTERS: Final = 9.0  # of the rows of a file
SHORT: Final = 150  # letters of a base on a slide of five numbers


def brief(found: Brief, store: Store, key: str = "") -> bytes:
    """The brief as slides: the district, its corridors, the law, what may be said, the sources. `key` is a keyword."""
    made = made_on(store)
    pages = deck.deck(text("brief.title", found.lang, city=found.title), found.lang, key, made)
    _district(pages, found, store)
    if found.role == "capital":
        _law(pages, found)
    _corridors(pages, found, store)
    if found.role != "capital":
        _law(pages, found)
    _said(pages, found)
    _sources(pages, found)
    if found.notes:
        _notes(pages, found.notes, found.lang)
    return deck.saved(pages, made)


def _foot(found: Brief) -> list[str]:
    lang = found.lang
    parts = [text("brief.foot", lang, data=found.data, day=found.made), text("brief.code", lang, code=found.code)]
    return [" · ".join([found.marking, *parts] if found.marking else parts)]


def _district(pages: Presentation, found: Brief, store: Store) -> None:
    page = deck.slide(pages, found.title, found.about, _foot(found))
    deck.drawn(page, district_drawing(found, store, 400, 366, 0.95), EDGE, TOP, "map-district")
    _keys(page, district_keys(found, store), TOP + 370)
    if found.unverified:
        deck.words(page, (EDGE, TOP + 386, HALF - 20, 24), [(found.unverified, 9, SOFT, False)], "unverified")
    x, room = EDGE + HALF, (HEIGHT - TOP - 40) / max(len(found.numbers), 1)
    for at, one in enumerate(found.numbers):
        y = TOP + at * room
        base = f"{text('brief.base.word', found.lang)} {one.base}"
        where = (one.rung, one.place, one.period, one.kind)
        rows = [
            (f"{one.value} {one.unit}", 18, ARMS, True),
            (one.label, 13, INK, True),
            (base, 10.5 if len(base) < SHORT else 9, SOFT, False),
            (" · ".join(part for part in (*where, _refs(one.refs, found.lang)) if part), 9, FAINT, False),
        ]
        deck.words(page, (x, y, WIDTH - x - EDGE, room), rows, f"number-{at + 1}")


def _refs(refs: Sequence[int], lang: str) -> str:
    """The places of the sources of a number in the list on the last slide."""
    return f"{text('brief.sources', lang)} {', '.join(map(str, refs))}" if refs else ""


def _corridors(pages: Presentation, found: Brief, store: Store) -> None:
    title = "brief.corridors" if found.states else "brief.corridors.all"
    page = deck.slide(pages, text(title, found.lang), found.lede, _foot(found))
    deck.drawn(page, corridors_drawing(found, store, 430, 324), EDGE, TOP + 20, "map-corridors")
    _keys(page, corridor_keys(found), TOP + 350)
    deck.words(page, (EDGE, TOP + 367, 430, 46), [(source_line(store, found.lang), 9, SOFT, False)], "source")
    x, y, wide = EDGE + 450, TOP + 20, WIDTH - 2 * EDGE - 450
    for one, refs in zip(found.trends, found.trend_refs, strict=True):
        deck.words(page, (x, y, wide, 18), [(one.title, 12, INK, True)], f"title-{one.id}")
        alt = text("brief.chart.alt", found.lang, title=one.title, list=one.alt)
        box = (x, y + 18, wide, 128.0)
        if one.shape == "line":
            native_chart.lines(page, [native.trend(one)], box, f"chart-{one.id}", alt)
        else:
            deck.chart(page, one.shape, one.names, [(one.unit, one.values, one.colour)], box, f"chart-{one.id}", alt)
        base = f"{text('brief.base.word', found.lang)} {one.base} {_refs(refs, found.lang)}"
        deck.words(page, (x, y + 148, wide, 30), [(base, 10, SOFT, False)], "base")
        y += 186


def _keys(page: Slide, keys: list[tuple[str, Paint]], y: float) -> None:
    x = EDGE
    for words, look in keys:
        deck.drawn(page, key_drawing(look), x, y + 3, f"key: {words}")
        deck.words(page, (x + 12, y, 150, 14), [(words, 10, SOFT, False)], "key")
        x += 12 + 4.7 * len(words) + 14


def _law(pages: Presentation, found: Brief) -> None:
    law, lang = found.law, found.lang
    if law is None:
        return
    names = ", ".join(f"{id.removeprefix('US-')} {name}" for id, name in law.states)
    note = f"{text('brief.law.states', lang, list=names)} {law.base} {_refs(found.law_refs, lang)}"
    page = deck.slide(pages, text("brief.law", lang, year=law.year), "", [*_foot(found), ""])
    said = {True: text("brief.law.yes", lang), False: text("brief.law.no", lang), None: text("brief.law.missing", lang)}
    head = [text("brief.law.provision", lang), *(id.removeprefix("US-") for id, _ in law.states)]
    rows = [head, *([row.words, *(said[value] for value in row.values)] for row in law.rows)]
    narrow = min(52.0, 460 / len(law.states))
    wide = WIDTH - 2 * EDGE
    strong = [(down + 1, at + 1) for down, row in enumerate(law.rows) for at, value in enumerate(row.values) if value]
    strong += [(0, at + 1) for at in range(law.own)]
    widths = [wide - narrow * len(law.states), *[narrow] * len(law.states)]
    deck.table(page, rows, (EDGE, 70, wide, 370), widths, "law", 11, strong)
    deck.words(page, (EDGE, 462, wide, 36), [(note, 10, SOFT, False)], "base")


def _said(pages: Presentation, found: Brief) -> None:
    lang = found.lang
    page = deck.slide(pages, text("brief.cards", lang), "", _foot(found))
    wide = (WIDTH - 2 * EDGE - 12 * (len(found.cards) - 1)) / len(found.cards)
    for at, one in enumerate(found.cards):
        parts = card(one)
        rows = [
            (parts["say"], 14, INK, True),
            (f"{text('brief.base.word', lang)} {parts['base']}", 11, SOFT, False),
            (text("brief.not_shown", lang), 11, ACCENT, True),
            *((f"– {line}", 11, SOFT, False) for line in parts["not_shown"]),
        ]
        deck.words(page, (EDGE + at * (wide + 12), 72, wide, 236), rows, f"card-{at + 1}", GROUND)
    messages = [one for one in (found.ask, found.own) if one is not None]
    half = (WIDTH - 2 * EDGE - 12) / 2
    for at, message in enumerate(messages):
        rows = [(message.title(lang), 14, ACCENT, True), (message.words(lang), 13, INK, False)]
        rows.append((message.base(lang), 10, FAINT, False))
        deck.words(page, (EDGE + at * (half + 12), 322, half, 130), rows, f"message-{message.id}")
    deck.words(page, (EDGE, 474, WIDTH - 2 * EDGE, 20), [(found.neutral, 13, ACCENT, True)], "neutral")


def _sources(pages: Presentation, found: Brief) -> None:
    page = deck.slide(pages, text("brief.sources", found.lang), "", _foot(found))
    rows = [(f"{at}. {line}", 11, SOFT, False) for at, line in enumerate(found.sources, 1)]
    deck.words(page, (EDGE, 74, WIDTH - 2 * EDGE, 380), rows, "sources")


def _notes(pages: Presentation, notes: tuple[Note, ...], lang: str) -> None:
    """Notes of the speaker, on the slide of the cards."""
    cards = next(page for page in pages.slides if any(shape.name == "card-1" for shape in page.shapes))
    lines: list[str] = []
    for note in notes:
        lines += [note.title, f"{text('brief.notes.other', lang)}: {note.other}"]
        for key, said in (("objection", note.objection), ("answer", note.answer), ("edition", note.edition)):
            lines.append(f"{text(f'brief.notes.{key}', lang)}: {said}")
        if note.rivals:
            lines.append(f"{text('brief.notes.rivals', lang)}: {'; '.join(note.rivals)}")
        lines.append("")
    frame = cards.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(lines)


def _rows(pages: Presentation, slide: Slide, name: str, found: Page, foot: list[str]) -> None:
    """Rows as tables: every row of a lens, on slides of their own after the first; else those that the slide holds."""
    head, *rows = found.rows if found.groups else [row[:COLUMNS] for row in found.rows]
    wide = WIDTH - 2 * EDGE
    parts = shares(found.rows if found.groups else [head, *rows[:ROWS]])
    rooms = [([part * PICTURE[0] for part in parts], PICTURE[1])]
    rooms += [([part * wide for part in parts], HEIGHT - TOP - 50)] if found.groups else []
    for at, those in enumerate(spread(head, rows, rooms, LETTERS)):
        where = slide if at == 0 else deck.slide(pages, found.stamp.title, "", foot)
        widths, _ = rooms[min(at, len(rooms) - 1)]
        talls = heights(those, widths, LETTERS)
        box = (EDGE, TOP - (20 if at else 0), sum(widths), sum(talls))
        set_out(deck.table(where, those, box, widths, name, LETTERS), talls)
        if not found.groups and len(those) <= len(rows):
            more = text("brief.table.more", found.stamp.lang, count=len(rows) + 1 - len(those))
            deck.words(where, (EDGE, TOP + PICTURE[1] + 6, PICTURE[0], 16), [(more, 9, SOFT, False)], "more")


def _native(slide: Slide, name: str, view: ViewState, found: Page, store: Store) -> bool:
    """A chart that a slide can hold: a few bars, bars in groups, or lines over time; False for anything else."""
    box = (EDGE, TOP, *PICTURE)
    figure = figure_of(name, view, store)
    if found.names and native.bars(figure):
        deck.chart(slide, "rows", found.names, [(found.unit, found.values, THEME_ARMS)], box, name, found.stamp.say)
        return True
    if figure is None:
        return False
    if (bars := native.columns(figure)) is not None:
        deck.chart(slide, "bars", *bars, box, name, found.stamp.say)
    elif drawn := native.panels(figure):
        native_chart.lines(slide, drawn, box, name, found.stamp.say)
    else:
        return False
    said = [(words, 11.0, INK, True) for words in native.marks(figure)]
    if said:
        deck.words(slide, (EDGE, TOP + PICTURE[1] + 2, PICTURE[0], 16), said, "mark")
    return True


def page(name: str, view: ViewState, download: Download, stamp: Stamp, store: Store) -> bytes:
    """A chart, a map or other rows as one slide: a native chart, shapes, or a table."""
    found, made, lang = page_of(name, view, download, stamp, store), made_on(store), stamp.lang
    pages = deck.deck(stamp.title, lang, "", made)
    parts = [stamp.marking, text("brief.foot", lang, data=store.data_version, day=stamp.made)]
    foot = [" · ".join([*(part for part in parts if part), text("brief.code", lang, code=stamp.code)])]
    slide = deck.slide(pages, stamp.title, "", foot)
    if not _native(slide, name, view, found, store):
        drawn = shown(name, view, found, store, *PICTURE)
        if drawn is None:
            _rows(pages, slide, name, found, foot)
        else:
            small = min(1.0, PICTURE[0] / drawn.width, PICTURE[1] / drawn.height)
            deck.drawn(slide, placed(drawn, small), EDGE, TOP, name)
            _keys(slide, keys(name, view, store), TOP + PICTURE[1] + 4)
    claim, base = apart(stamp.say, stamp.base)
    said = [(claim, 14, INK, True), (f"{text('brief.base.word', lang)} {base}", 11, SOFT, False)]
    if stamp.not_shown:
        said.append((text("brief.not_shown", lang), 11, ACCENT, True))
        said += [(f"– {line}", 10, SOFT, False) for line in stamp.not_shown]
    said += [(line, 8, FAINT, False) for line in stamp.citation[:SOURCES] if not found.groups]
    said.append((" · ".join((*stamp.filters, stamp.tail[0])), 8, FAINT, False))
    left = EDGE + PICTURE[0] + 20
    wide, tall = WIDTH - left - EDGE, HEIGHT - TOP - 40
    deck.words(slide, (left, TOP, wide, tall), smaller(said, wide, tall), "card")
    if found.groups:
        listed = deck.slide(pages, text("brief.sources", lang), stamp.title, foot)
        deck.words(
            listed, (EDGE, TOP, WIDTH - 2 * EDGE, 390), [(line, 10, SOFT, False) for line in stamp.citation], "sources"
        )
    return deck.saved(pages, made)
