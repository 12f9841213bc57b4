"""The stamp of whatever leaves the product: title, claim, base, filters, citation, language, day, code and marking."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from corridors.answers.digest import digest
from corridors.answers.download import MAPS, Download
from corridors.answers.lens_file import NAME
from corridors.answers.sayings import saying
from corridors.answers.taken import taken, thing
from corridors.errors import CorridorsError
from corridors.model.places import DISTRICT
from corridors.model.verification import EDITION, PAGE, Verification, code
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import period

MARKINGS: Final = ("", "onward", "draft", "internal")


@dataclass(frozen=True)
class Stamp:
    """What is printed with a thing that was taken away, in the language of its view.

    `say` and `not_shown` are those of the claim card, `made` the day (ISO, UTC), `code` the verification code or, where
    none can hold the view, a link that begins with `/verify?`; `marking` the words of the marking, "" for none.
    `citation` has a line a source, then the edition.
    """

    title: str
    say: str
    base: str
    period: str
    filters: tuple[str, ...]
    citation: tuple[str, ...]
    lang: str
    made: str
    code: str
    marking: str
    not_shown: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The stamp as `Label: value` lines, without what a citation says already."""
        lang = self.lang
        marked = [f"{text('export.marking', lang)}: {self.marking}"] if self.marking else []
        silent = [f"{text('export.not_shown', lang)}: {line}" for line in self.not_shown]
        return (*marked, *silent, *self.filters, *self.tail)

    @property
    def tail(self) -> tuple[str, ...]:
        """Language, day and code as `Label: value` lines."""
        label = "export.code" if not self.code.startswith(PAGE) else "export.link"
        return (
            f"{text('export.language', self.lang)}: {text(f'export.language.{self.lang}', self.lang)}",
            f"{text('export.made', self.lang)}: {self.made}",
            f"{text(label, self.lang)}: {self.code}",
        )


def stamp(name: str, view: ViewState, store: Store, marking: str = "") -> Stamp:
    """The stamp of a chart, a map or estimated corridors. KeyError for an unknown name; LicenceError as a download;
    CorridorsError for a marking that is none of MARKINGS."""
    return stamp_of(taken(name, view, store), name, view, store, marking)


def stamp_of(download: Download, name: str, view: ViewState, store: Store, marking: str = "") -> Stamp:
    """The stamp of rows that are at hand; `name` is that of the thing."""
    if marking not in MARKINGS:
        raise CorridorsError(f"{marking!r} is not a marking; use one of {', '.join(MARKINGS[1:])}, or none")
    lang = view.lang
    what, shown = thing(name, view)
    # The numbers of a lens have a claim card each; what all of them say is in their own words.
    card = None if what == NAME else saying("corridors" if what.startswith("corridors-") else what, shown, store)
    return Stamp(
        title=download.title,
        say=card.say if card else download.say or download.title,
        base=download.base,
        period=download.period,
        filters=tuple(filters(name, shown, store)),
        citation=(*download.sources, f"{text('fig.download.data', lang)}: {store.data_version}"),
        lang=lang,
        made=store.clock().date().isoformat(),
        code=code(Verification(what, shown, store.data_version[:EDITION], digest(download))),
        marking=text(f"export.marking.{marking}", lang) if marking else "",
        not_shown=card.not_shown if card else download.not_shown,
    )


def stamped(download: Download, found: Stamp) -> Download:
    """The download with the lines of its stamp in its citation: a marking first, the rest last."""
    first = [line for line in found.lines if found.marking and line.endswith(found.marking)]
    rest = [line for line in found.lines if line not in first]
    return replace(download, citation=(*first, *download.citation, *rest))


def filters(name: str, view: ViewState, store: Store) -> Iterator[str]:
    """What the view selects, a line each: years, places at both ends, consulate, measure of a map, and the day."""
    lang = view.lang
    yield f"{text('export.filter.years', lang)}: {period(*view.years)}"
    for key, places in (("origins", view.origins), ("destinations", view.destinations), ("lens", view.lens)):
        if places:
            yield f"{text(f'export.filter.{key}', lang)}: {', '.join(_name(place, store, lang) for place in places)}"
    if not (view.origins or view.destinations or view.lens):
        yield text("export.filter.none", lang)
    if name in MAPS:
        measure = view.us if MAPS[name] == "us" else view.mx
        yield f"{text('export.filter.measure', lang)}: {text(f'measure.{measure}.name', lang)}"
        yield f"{text('export.filter.classes', lang)}: {text(f'ev.scheme.{view.scheme}', lang)}"
    if view.as_of:
        yield f"{text('export.filter.as_of', lang)}: {view.as_of}"


def _name(place: str, store: Store, lang: str) -> str:
    """A place by name; a county or a municipality by its id, which its country's authority gave."""
    if place.startswith(DISTRICT):
        found = store.web_json("districts").get(place)
        city = str(found["city"]) if found else place.removeprefix(DISTRICT).replace("-", " ").title()
        return text("export.district", lang, city=city)
    names = store.cube["names"].get(place)
    return str(names[1 if lang == "es" else 0]) if names else place
