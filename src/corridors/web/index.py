"""The document of a request: its language, title, header and footer, and what to load early."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

from flask import request
from markupsafe import Markup

from corridors import __version__
from corridors.answers.freshness import freshness
from corridors.model.view import LANGS, ViewState, decode_or_default, encode
from corridors.settings import Settings
from corridors.text import AREAS, text
from corridors.web.assets import Assets
from corridors.web.shell import find
from corridors.web.stores import Stores
from corridors.web.template import DOCUMENT

# What the first picture of a page needs from `data/`, so that it comes beside the scripts, not after them.
PRELOAD: Final[Mapping[str, tuple[str, ...]]] = {
    "/": ("both_states", "flow_shapes"),
    "/evidence": ("us_states", "mx_states", "cube"),
    "/district": ("us_states", "district_outlines"),
    "/corridors": ("both_states", "corridor_dial", "centroids"),
}
# Pages without a chart do not start Plotly (it comes when one asks for it).
PLAIN: Final = (
    "/corridors", "/sources", "/import", "/changes", "/claims", "/district", "/methods", "/no-longer", "/guide",
    "/verify", "/stories", "/rehearse",
)  # fmt: skip
KEYS: Final[tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...]] = (
    (
        "keys.g_everywhere",
        (
            (("?",), "keys.help"),
            (("/",), "keys.search"),
            (("L",), "keys.lang"),
            (("F",), "keys.full"),
            (("T",), "keys.table"),
            (("S",), "keys.sources"),
            (("D",), "keys.download"),
            (("W",), "keys.card"),
            (("A",), "keys.attack"),
            (("C",), "keys.capture"),
        ),
    ),
    (
        "keys.g_maps",
        (
            (("←", "↑", "→", "↓"), "keys.arrows"),
            (("Enter",), "keys.enter"),
            (("Shift", "Enter"), "keys.shift_enter"),
            (("Esc",), "keys.escape"),
            (("M",), "keys.both"),
            (("M",), "keys.matrix"),
            (("Q",), "keys.copy"),
        ),
    ),
    (
        "keys.g_time",
        (((",", "["), "keys.prev"), ((".", "]"), "keys.next"), (("Space",), "keys.play")),
    ),
)

# What the shell's script says again in the other language.
_SHELL: Final = AREAS["shell"] | {key: both for key, both in AREAS["changes"].items() if key.startswith("fresh.")}


@dataclass(frozen=True)
class Around:
    """What is the same in every document of a running server."""

    settings: Settings
    pages: Sequence[ModuleType]
    assets: Assets
    stores: Stores
    plotly: str
    fonts: tuple[str, ...]


def document(around: Around, dash: Mapping[str, str]) -> str:
    """The whole document for the current request; `dash` holds the parts that Dash makes."""
    lang = language()
    page = find(around.pages, request.path)
    path = page.PATH if page else ""
    base = around.settings.base_path
    bundle = f"{base}assets/bundle/"
    view, _ = decode_or_default(request.query_string.decode("ascii", "replace"))
    store = around.stores.now()
    fresh = freshness(store)
    query = encode(view) if "lang" in request.args else f"lang={lang}"
    return DOCUMENT.render(
        lang=lang,
        base=base,
        current=getattr(page, "UNDER", path),
        title=page_title(page, lang),
        pages=[page.PATH for page in around.pages if not hasattr(page, "UNDER")],
        plotly=around.plotly,
        charts=bool(path) and path not in PLAIN,
        fonts=[f"{base}assets/fonts/{name}" for name in around.fonts],
        style=bundle + around.assets.joined("style").name,
        head_js=bundle + around.assets.joined("head").name,
        main_js=bundle + around.assets.joined("main").name,
        preload=_preload(around, path, view),
        words=Markup(_words(around)),
        groups=KEYS,
        t=lambda key: text(key, lang),
        say=lambda key, css="", values=None: _say(key, lang, css, values or {}),
        label=lambda key: Markup('aria-label="{}" data-t-label="{}"').format(text(key, lang), key),
        link=lambda to: f"{base}{to[1:]}?{query}",
        pressed=lambda which: "true" if which == lang else "false",
        version={"version": __version__},
        edition={"edition": store.data_version[:7]},
        latest={"year": latest_year(store.cube)},
        fresh=fresh.headline,
        stale="late" if fresh.late or fresh.clock else "good",
        **{name: Markup(html) for name, html in dash.items()},
    )


def language() -> str:
    """The language of a request: `?lang`, else Spanish if the browser prefers it, else English."""
    asked = request.args.get("lang", "")
    return asked if asked in LANGS else (request.accept_languages.best_match(LANGS) or "en")


def page_title(page: ModuleType | None, lang: str) -> str:
    """The title of a document: the page and the product."""
    key = page.TITLE if page else "error.404.title"
    product = text("shell.product", lang)
    return product if page and page.PATH == "/" else f"{text(key, lang)} · {product}"


def latest_year(cube: Mapping[str, Any]) -> str:
    """The last whole year that the maps cover: part of a year makes counts, but never a rate."""
    rates = (measure for measure in cube["measures"].values() if measure["shape"] == "rate")
    return str(max(last for measure in rates for _, last in measure["periods"]))


def _say(key: str, lang: str, css: str, values: Mapping[str, str | tuple[str, str]]) -> Markup:
    """A string in a span with its key; a field is one text, or a pair of them (English, Spanish)."""
    at = LANGS.index(lang)
    words = text(key, lang, **{name: said if isinstance(said, str) else said[at] for name, said in values.items()})
    marks = Markup(' class="{}"').format(css) if css else Markup()
    if values:
        marks += Markup(' data-t-values="{}"').format(json.dumps(values, ensure_ascii=False))
    return Markup('<span data-t="{}"{}>{}</span>').format(key, marks, words)


def _preload(around: Around, path: str, view: ViewState) -> list[str]:
    names = PRELOAD["/"] if path == "/evidence" and view.map == "both" else PRELOAD.get(path, ())
    web = around.stores.of(view).manifest["web"]
    return [f"{around.settings.base_path}data/{web[name]}" for name in names if name in web]


def _words(around: Around) -> str:
    """What the shell's script says, in both languages, and the titles of the pages."""
    content = {
        "pages": {page.PATH: [page_title(page, lang) for lang in LANGS] for page in around.pages},
        "under": {page.PATH: page.UNDER for page in around.pages if hasattr(page, "UNDER")},
        "missing": [page_title(None, lang) for lang in LANGS],
        "text": {key: both for key, both in _SHELL.items() if not key.startswith(("error.", "state."))},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
