"""A brief as the template reads it: words, numbers, and its pictures as SVG."""

from typing import Any, Final

from corridors.answers.both import source_line
from corridors.answers.brief import Brief, Note
from corridors.answers.brief_map import corridors_figure, district_figure, extent, key_colours, known_as
from corridors.answers.home import name
from corridors.answers.lens import plain_base
from corridors.answers.sayings import Saying
from corridors.exports.drawing import Dot, Drawing, Paint
from corridors.exports.picture import PIXEL, picture, swatch
from corridors.exports.plot import plot
from corridors.exports.svg import svg
from corridors.figures.district import KNOWN, OUTLINE
from corridors.store import Store
from corridors.text import text

WIDE: Final = 500.0  # pixels of a map of both countries whose names do not touch
MAP: Final = (252.0, 236.0)  # points
BOTH: Final = (252.0, 190.0)
TREND: Final = {"editions": (248.0, 74.0), "checks": (248.0, 56.0)}
WORDS: Final = (
    "not_shown", "cards", "messages", "sources", "notes", "notes.objection", "notes.answer", "notes.edition",
    "notes.rivals", "notes.other", "law.yes", "law.no", "law.missing", "law.provision",
)  # fmt: skip
NOT_SHOWN: Final = 2  # lines of a card


def parts(found: Brief, store: Store) -> dict[str, Any]:
    """What `templates/brief.typ` needs."""
    lang = found.lang

    def say(key: str, **values: object) -> str:
        return text(f"brief.{key}", lang, **values)

    return {
        "lang": lang,
        "title": found.title,
        "title_full": say("title", city=found.title),
        "product": say("product"),
        "kind": say("kind"),
        "about": found.about,
        "lede": found.lede,
        "lead": "law" if found.role == "capital" and found.law else "corridors",
        "marking": found.marking,
        "foot": say("foot", data=found.data, day=found.made),
        "code": say("code", code=found.code),
        "numbers_title": found.numbers_title,
        "numbers": [
            {
                "value": one.value, "unit": one.unit, "label": one.label, "base": one.base, "refs": one.refs,
                "place": " · ".join(part for part in (one.rung, one.place, one.period, one.kind) if part),
            }
            for one in found.numbers
        ],
        "map": _district(found, store),
        "corridors": _corridors(found, store),
        "trends_title": say("trends"),
        "trends": [
            {
                "title": one.title, "base": one.base, "alt": say("chart.alt", title=one.title, list=one.alt),
                "svg": svg(plot(one, *TREND[one.id])), "refs": found.trend_refs[at],
            }
            for at, one in enumerate(found.trends)
        ],
        "law": _law(found),
        "cards": [card(one) for one in found.cards],
        "messages": [
            {"title": one.title(lang), "words": one.words(lang), "base": one.base(lang)}
            for one in (found.ask, found.own)
            if one is not None
        ],
        "neutral": found.neutral,
        "sources": found.sources,
        "notes": [_note(note) for note in found.notes],
        "words": _words(lang),
    }  # fmt: skip


def _words(lang: str) -> dict[str, str]:
    """The words that the template sets itself, by the last part of their keys."""
    return {key.rpartition(".")[2]: text(f"brief.{key}", lang) for key in WORDS} | {
        "base": text("brief.base.word", lang)
    }


def card(one: Saying) -> dict[str, Any]:
    """A claim card: its claim and its base apart, though a copied card says both in one sentence."""
    claim, base = apart(one.say, one.base)
    return {"say": claim, "base": base, "not_shown": one.not_shown[:NOT_SHOWN]}


def apart(say: str, base: str) -> tuple[str, str]:
    """A sentence without the base that it ends with, and the base with what follows it there (its period)."""
    bare = base.rstrip(".")
    at = say.find(bare)
    claim, said = (say[:at], say[at:]) if at > 0 else (say, bare)
    while "Base:" in claim:
        claim, _, before = claim.rpartition("Base:")
        said = before.lstrip() + said
    return claim.strip(), plain_base(said.rstrip("."))


def _note(note: Note) -> dict[str, Any]:
    return {
        "title": note.title, "base": note.base, "edition": note.edition, "rivals": note.rivals,
        "objection": note.objection, "answer": note.answer, "other": note.other,
    }  # fmt: skip


def district_drawing(found: Brief, store: Store, width: float, height: float, pixel: float = PIXEL) -> Drawing:
    """The map of the district, with what it shows in words."""
    known, approximate = extent(store, found.office)
    said = {"city": found.office.city, "known": len(known), "approximate": len(approximate)}
    alt = text("brief.map.alt" if found.states else "brief.map.alt.none", found.lang, **said)
    return picture(district_figure(store, found.office, found.lang), store, width, height, alt, pixel)


def corridors_drawing(found: Brief, store: Store, width: float, height: float) -> Drawing:
    """The map of the corridors of its states, with what it shows in words."""
    states = ", ".join(name(store, state, found.lang) for state in found.states)
    alt = text("brief.corridors.alt" if states else "brief.corridors.alt.none", found.lang, states=states)
    return picture(corridors_figure(store, found.states, found.lang), store, width, height, alt, width / WIDE)


def district_keys(found: Brief, store: Store) -> list[tuple[str, Paint]]:
    """What the map of the district shows: words and paint."""
    if not found.states:
        return []
    known, approximate = extent(store, found.office)
    looks = [
        (known_as(store, found.office), Paint(KNOWN, OUTLINE, 0.8), bool(known)),
        ("approximate", Paint(KNOWN, OUTLINE, 0.8, "approximate", OUTLINE), bool(approximate)),
        ("port", Paint(key_colours()["port"]), bool(found.ports)),
    ]
    return [(text(f"brief.key.{key}", found.lang), look) for key, look, there in looks if there]


def corridor_keys(found: Brief) -> list[tuple[str, Paint]]:
    """What the map of both countries shows: words and paint."""
    colours = key_colours()
    looks = {"source": Paint(colours["source"]), "pair": Paint(colours["pair"])}
    looks["rest"] = Paint("#e9f0f6", colours["hatch"], 0.6, "missing", colours["hatch"])
    return [(text(f"brief.key.{key}", found.lang), look) for key, look in looks.items()]


def svg_keys(keys: list[tuple[str, Paint]]) -> list[dict[str, str]]:
    """A key as the templates read it."""
    return [{"words": words, "svg": svg(key_drawing(look))} for words, look in keys]


def key_drawing(look: Paint) -> Drawing:
    """The mark of a key: a dot for a port, a square for what fills."""
    if look.edge or look.hatch or look.fill != key_colours()["port"]:
        return swatch(look)
    return Drawing(8, 8, "", (Dot("", 4, 4, 2.6, look),))


def _district(found: Brief, store: Store) -> dict[str, Any]:
    lang = found.lang
    lines = [found.unverified] if found.unverified else []
    if found.ports:
        lines.append(text("brief.ports", lang, list=found.ports))
    if found.tied:
        lines.append(text("brief.tied", lang, list=found.tied))
    drawn = district_drawing(found, store, *MAP)
    title = text("brief.map" if found.states else "brief.map.country", lang)
    return {
        "title": title,
        "svg": svg(drawn),
        "alt": drawn.alt,
        "keys": svg_keys(district_keys(found, store)),
        "lines": lines,
    }


def _corridors(found: Brief, store: Store) -> dict[str, Any]:
    drawn = corridors_drawing(found, store, *BOTH)
    title = text("brief.corridors" if found.states else "brief.corridors.all", found.lang)
    return {
        "title": title, "svg": svg(drawn), "alt": drawn.alt, "keys": svg_keys(corridor_keys(found)),
        "source": source_line(store, found.lang),
    }  # fmt: skip


def _law(found: Brief) -> dict[str, Any] | None:
    law, lang = found.law, found.lang
    if law is None:
        return None
    codes = [id.removeprefix("US-") for id, _ in law.states]
    named = ", ".join(f"{code} {name}" for code, (_, name) in zip(codes, law.states, strict=True))
    gaps = any(value is None for row in law.rows for value in row.values)
    return {
        "title": text("brief.law", lang, year=law.year),
        "refs": found.law_refs,
        "states": [{"code": code, "own": at < law.own} for at, code in enumerate(codes)],
        "names": text("brief.law.states", lang, list=named) + (f" {text('brief.law.note', lang)}" if gaps else ""),
        "base": law.base,
        "rows": [{"words": row.words, "values": row.values} for row in law.rows],
    }
