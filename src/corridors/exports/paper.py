"""PDF: tagged, vector, reproducible. Typst sets it, from templates and fonts that come with the product."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from corridors.answers.brief import Brief
from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.exports.brief_parts import apart, parts, svg_keys
from corridors.exports.page_parts import fitting, grouped, keys, page_of, shares, shown
from corridors.exports.svg import svg
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

if TYPE_CHECKING:
    import typst

FOLDER: Final = Path(__file__).parent
STANDARD: Final = "ua-1"  # PDF/UA-1: every picture has words, every table a head, and headings follow each other
WIDE, TALL = 500.0, 300.0  # points, of a picture on a page
TALLEST: Final = 400.0  # of a chart with many rows
ROWS: Final = 30  # of a page without a picture
ROW: Final = 14.0  # points
FEWEST: Final = 6
_ONE: Final = Lock()  # the compiler is one at a time


@lru_cache(maxsize=2)
def _compiler(template: str) -> "typst.Compiler":
    import typst  # noqa: PLC0415 - 40 MB that only a hand-out needs

    templates = FOLDER / "templates"
    return typst.Compiler(
        str(templates / f"{template}.typ"), root=str(templates), font_paths=[str(FOLDER / "fonts")],
        ignore_system_fonts=True,
    )  # fmt: skip


def compiled(template: str, data: Mapping[str, Any], made: datetime, **how: Any) -> bytes:
    """A template with its data as PDF (or in another `format` of typst's). `made` is the date in its metadata."""
    with _ONE:
        found = _compiler(template).compile(
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, timestamp=made,
            **({"format": "pdf", "pdf_standards": [STANDARD]} | how),
        )  # fmt: skip
    if not isinstance(found, bytes):
        raise TypeError(f"{template}: the compiler gave {type(found).__name__}, not a file")
    return found


def brief(found: Brief, store: Store, key: str = "", **how: Any) -> bytes:
    """The brief as PDF. `key` is kept among its keywords: it names what the brief was made from."""
    return compiled("brief", parts(found, store) | {"keywords": [key] if key else []}, made_on(store), **how)


def made_on(store: Store) -> datetime:
    """Midnight of the store's day: a file made twice on a day is the same file."""
    day = store.clock().date()
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def page(name: str, view: ViewState, download: Download, stamp: Stamp, store: Store) -> bytes:
    """A chart, a map or other rows on one page."""
    found = page_of(name, view, download, stamp, store)
    drawn = shown(name, view, found, store, WIDE, TALL)
    small = 1.0 if drawn is None else min(1.0, WIDE / drawn.width, TALLEST / drawn.height)
    room = ROWS if drawn is None else max(ROWS - round(drawn.height * small / ROW), FEWEST)
    whole = bool(found.groups)  # a lens: every number of it, on as many pages as it takes
    rows = found.rows if whole else fitting(found.rows, room) if drawn is None or found.names else found.rows[:1]
    claim, base = apart(stamp.say, stamp.base)
    lang = stamp.lang

    def say(key: str, **values: object) -> str:
        return text(f"brief.{key}", lang, **values)

    return compiled("page", {
        "lang": lang, "title": stamp.title, "title_full": stamp.title, "product": say("product"), "kind": "",
        "marking": stamp.marking, "foot": say("foot", data=store.data_version, day=stamp.made),
        "code": say("code", code=stamp.code), "keywords": [], "say": claim, "base": base,
        "period": "" if stamp.period in base else stamp.period, "svg": svg(drawn) if drawn else "", "alt": stamp.say,
        "keys": svg_keys(keys(name, view, store)),
        "width": drawn.width * small if drawn else 0, "head": rows[0], "shares": shares(rows),
        "numbers": found.numbers,
        "groups": grouped(replace(found, rows=tuple(rows), groups=found.groups if whole else ())),
        "more": say("table.more", count=len(found.rows) - len(rows)) if len(found.rows) > len(rows) else "",
        "not_shown": stamp.not_shown, "lines": (*stamp.filters, *stamp.citation, stamp.tail[0]),
        "words": {"base": say("base.word"), "not_shown": say("not_shown")},
    }, made_on(store))  # fmt: skip
