"""Present: the stories of this instance, each to be shown from here or carried away as one file."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from corridors.answers.district import offices
from corridors.components.marks import marks
from corridors.errors import StoryError
from corridors.model.story import FORMS, Story
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.story.deck import FOR, digest
from corridors.story.library import faults, stories
from corridors.story.markup import known
from corridors.story.meetings import KINDS, LONGEST
from corridors.story.pack import packs, unpack
from corridors.text import AREAS, text

PATH: Final = "/present"
TITLE: Final = "home.present.title"
TODAY: Final = ("full", "keys", "lang", "link", "print", "offline")
_MEETING: Final = "present.meeting."
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}
_KEYS: Final = {"f": "f", "back": ",", "next": ".", "t": "t", "help": "?", "l": "l"}


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: stories, packs of other instances, keys, and views that open well in a meeting."""
    lang = view.lang
    today = [
        html.Div([html.Dt(text(f"home.present.{key}", lang)), html.Dd(_how(key, lang))], className="present-item")
        for key in TODAY
    ]
    return html.Div(
        [
            html.H1(text(TITLE, lang)),
            html.P(text("present.lede", lang), className="lede"),
            html.P(html.A(text("editor.link", lang), href="/stories", **_NAV)),
            html.P(html.A(text("rehearsing.link", lang), href="/rehearse", **_NAV)),
            html.P(id="present-status", role="status", className="muted"),
            *(_story(one, view) for one in stories(store)),
            *(html.P(fault, className="notice notice-warn", role="note") for fault in faults(store)),
            *_packs(view, store),
            html.Section(id="meetings", className="stack", hidden=True, **marks(data_config=_meetings(view, store))),
            html.H2(text("present.keys", lang)),
            html.P(text("present.keys.how", lang)),
            html.H2(text("home.present.today", lang)),
            html.Dl(today, className="present-list"),
            html.H2(text("home.present.start", lang)),
            html.Ul([html.Li(link) for link in _starts(view)], className="present-starts"),
        ],
        className="page-narrow stack present",
    )


def _story(story: Story, view: ViewState) -> Component:
    """A story: for whom it is, a button for each of its forms, and the file to carry. One by consulate asks for it."""
    lang = view.lang
    title = html.H2(story.title(lang), id=f"story-{story.id}")
    parts: list[Component] = [title, html.P(story.audience(lang), className="muted")]
    if story.lens and not view.lens:
        choose = html.A(text("present.choose", lang), href=f"/district?{encode(view)}", **_NAV)
        return html.Section([*parts, html.P(choose)], className="story card")
    query = urlencode({"lens": view.lens[0].removeprefix("D-")} if view.lens else {})
    buttons = [_button(story, minutes, f"{query}&lang={lang}", lang) for minutes in FORMS]
    carry = [
        html.A(
            text(f"present.pack.{reader}", lang),
            download="",
            href=f"deck/{story.id}.html?{query}&lang={lang}&for={reader}",
        )
        for reader in FOR
    ]
    carry += [
        html.A(text(f"present.file.{kind}", lang), download="", href=f"deck/{story.id}.{kind}?{query}&lang={lang}")
        for kind in ("pptx", "pdf", "script")
    ]
    return html.Section([*parts, html.Div(buttons, className="story-forms"), html.P(carry, className="story-carry")],
                        className="story card")  # fmt: skip


def _button(story: Story, minutes: int, query: str, lang: str) -> Component:
    scenes = len(story.form(minutes))
    marks: dict[str, Any] = {
        "data-deck": f"deck/{story.id}.json?{query}&form={minutes}&for=speaker",
        "data-loading": text("present.loading", lang),
        "data-failed": text("present.failed", lang),
        "aria-describedby": f"story-{story.id}",
    }
    if minutes == FORMS[-1]:
        marks["data-first"] = "1"
    said = text("present.form", lang, minutes=minutes, scenes=scenes)
    return html.Button(said, type="button", className="btn btn-primary" if minutes == FORMS[-1] else "btn", **marks)


def _packs(view: ViewState, store: Store) -> list[Component]:
    """Packs that other instances made and this one took in, each to be shown from here as it was made; nothing without
    one."""
    found = packs(store.state)
    if not found:
        return []
    cities = {office.id: office.city for office in offices(store, view.lang)}
    return [html.H2(text("present.packs", view.lang)), *(_pack(path, view.lang, cities) for path in found)]


def _pack(path: Path, lang: str, cities: Mapping[str, str]) -> Component:
    """One pack: its title, of which office, day and data it is, its digest, a button; or what is wrong with it."""
    try:
        deck = known(unpack(path.read_bytes()))
    except (OSError, StoryError) as error:
        return html.P(f"{path.name}: {error}", className="notice notice-warn", role="note")
    shown = lang if lang in deck["langs"] else deck["langs"][0]
    made = text("present.pack.made", lang, day=deck["made"], data=deck["data"][:7], digest=digest(deck)[:12],
                reader=text(f"present.pack.for.{deck['for']}", lang))  # fmt: skip
    id = f"pack-{path.stem}"
    marks: dict[str, Any] = {
        "data-deck": f"pack/{path.stem}.json",
        "data-loading": text("present.loading", lang),
        "data-failed": text("present.failed", lang),
        "data-first": "1",
        "aria-describedby": id,
    }
    said = text("present.form", lang, minutes=deck["form"], scenes=len(deck["scenes"]))
    return html.Section(
        [
            html.H3(
                " · ".join(part for part in (deck["title"][shown], cities.get(deck["office"])) if part),
                id=id,
                lang=shown,
            ),
            html.P(made, className="muted"),
            html.Div(html.Button(said, type="button", className="btn", **marks), className="story-forms"),
            html.P(html.A(text("present.pack.file", lang), href=f"pack/{path.name}", download="")),
        ],
        className="story card",
    )


def _meetings(view: ViewState, store: Store) -> str:
    """What `71-meetings.js` has to know, as JSON. Records themselves are asked for: not everyone may see them."""
    lang = view.lang
    names = [key.removeprefix(_MEETING) for key in AREAS["present"] if key.startswith(_MEETING)]
    found = {
        "text": {name: text(f"present.meeting.{name}", lang) for name in names},
        "kinds": {kind: text(f"present.kind.{kind}", lang) for kind in KINDS},
        "offices": [(office.id, office.city) for office in offices(store, lang)],
        "stories": {one.id: one.title(lang) for one in stories(store)},
        "limits": LONGEST,
    }
    return json.dumps(found, ensure_ascii=False)


def _how(key: str, lang: str) -> list[Any]:
    """The words of one hint, with each key as a key cap."""
    words = text(f"home.present.{key}.how", lang, **{name: f"\0{cap}\0" for name, cap in _KEYS.items()})
    return [html.Kbd(part) if index % 2 else part for index, part in enumerate(words.split("\0"))]


def _starts(view: ViewState) -> list[Component]:
    """Links to views that open well in a meeting: each is a whole view in its address."""
    plain = ViewState(lang=view.lang)
    views = {
        "both": replace(plain, map="both"),
        "texas": replace(plain, origins=("US-TX",)),
        "arizona": replace(plain, origins=("US-AZ",)),
        "laws": replace(plain, us="law_universal", years=(2020, 2020)),
    }
    return [
        html.A(text(f"home.present.start.{key}", view.lang), href=f"/evidence?{encode(start)}", **_NAV)
        for key, start in views.items()
    ]
