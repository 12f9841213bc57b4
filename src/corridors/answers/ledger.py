"""The ledger: every claim with the verdict that the facts in force give it, in both languages.

Claims ship with the product (`geodata/claims`, like layouts, not with an edition); users add files of their own to
`claims` in the state folder. One of those that cannot be read is named by `faults` and leaves the rest as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.analysis.claims import Judged, Sound, independent, judge, sound
from corridors.errors import ClaimFault
from corridors.model.claims import Document, Verdict, load
from corridors.store import Store
from corridors.text import text
from corridors.text.cards import cited
from corridors.text.templates import filled

# The words of a place that are no names: `mine.yml, claim speech-1, rule 2`.
_PARTS: Final = ("claim", "rule", "line", "character")
_PLACE: Final = re.compile(rf"(?<=, )(?:{'|'.join(_PARTS)})(?= )|(?<=claim )number(?= \d)|(?<=_en )and(?= )")


@dataclass(frozen=True)
class Entry:
    """One claim judged. `evidence` is its expressions, `values` what each gives (name, value; None: no row), `sources`
    the cards of the rows read and `press` those read second-hand; `title` the document's; `as_of` the law that a claim
    of law means ("" for others)."""

    id: str
    n: int
    document: str
    title: str
    place: str
    nature: str
    gist_en: str
    gist_es: str
    figure: str
    verdict: Verdict
    evidence: str
    values: tuple[tuple[str, float | str | bool | None], ...]
    sources: tuple[str, ...]
    press: frozenset[str]
    reason_en: str
    reason_es: str
    as_of: str

    def gist(self, lang: str) -> str:
        """The claim in our words, in a language."""
        return self.gist_es if lang == "es" else self.gist_en

    def reason(self, lang: str) -> str:
        """Why the verdict is what it is, in a language."""
        return self.reason_es if lang == "es" else self.reason_en


@dataclass(frozen=True)
class _Read:
    """What the files hold: documents with their sound claims, and what is wrong with the files that are left out."""

    documents: tuple[tuple[Document, tuple[Sound, ...]], ...]
    faults: tuple[ClaimFault, ...]


def ledger(store: Store) -> tuple[Entry, ...]:
    """Every claim, judged, in the order of the documents: those that ship, then the users'."""
    key, files = _files(store)
    return store.kept(f"ledger {key}", lambda: _entries(store, _read(store, files)))


def by_id(store: Store) -> Mapping[str, Entry]:
    """The claims by their ids."""
    key, _ = _files(store)
    return store.kept(f"claims {key}", lambda: {entry.id: entry for entry in ledger(store)})


def faults(store: Store, lang: str = "en") -> tuple[str, ...]:
    """One line for each file of claims that is left out: the file, the place, what is wrong, in a language."""
    key, files = _files(store)
    found = store.kept(f"faults {key}", lambda: _read(store, files).faults)
    return tuple(_said(fault, lang) for fault in found)


def _said(fault: ClaimFault, lang: str) -> str:
    """A fault in words. Its place names files and fields as they are written, and the parts of a file in words."""
    place = _PLACE.sub(lambda found: text(f"claim_fault.at.{found[0]}", lang), fault.where)
    return f"{place}: {text(f'claim_fault.{fault.code}', lang, **fault.values)}"


def claims_of(path: Path) -> tuple[Document, tuple[Sound, ...]]:
    """The document of a file and its claims. ClaimFault: what is wrong with it, where."""
    try:
        found = load(path.name, path.read_bytes())
    except OSError as error:
        said = f"cannot be read ({error.strerror})"
        raise ClaimFault("unread", path.name, said, why=str(error.strerror)) from error
    return found, sound(path.name, found)


def _files(store: Store) -> tuple[str, tuple[Path, ...]]:
    """The files, and what changes with them: users' files come and go while the product runs."""
    files = store.claim_files()
    marks = [(path, path.stat()) for path in files]
    return " ".join(f"{path}:{mark.st_mtime_ns}:{mark.st_size}" for path, mark in marks), files


def _read(store: Store, files: tuple[Path, ...]) -> _Read:
    found: list[tuple[Document, tuple[Sound, ...]]] = []
    wrong: list[ClaimFault] = []
    taken: set[str] = set()
    for path in files:
        try:
            document, claims = claims_of(path)
            ids = {document.id, *(claim.claim.id for claim in claims)}
            if twice := sorted(ids & taken):
                said = f"{twice[0]} is in another file; give it another id"
                raise ClaimFault("elsewhere", path.name, said, id=twice[0])
        except ClaimFault as error:
            if path.is_relative_to(store.shipped / "claims"):
                raise
            wrong.append(error)
            continue
        taken |= ids
        found.append((document, claims))
    return _Read(tuple(found), tuple(wrong))


def _entries(store: Store, found: _Read) -> tuple[Entry, ...]:
    def facts(table: str) -> pd.DataFrame | None:
        return store.table(table) if store.has(table) else None

    return tuple(
        _entry(store, document, judge(claim, own))
        for document, claims in found.documents
        for own in [independent(facts, document)]
        for claim in claims
    )


def _entry(store: Store, document: Document, judged: Judged) -> Entry:
    claim = judged.claim
    sources = {id: press or store.card(id).via_press for id, press in judged.sources}
    return Entry(
        id=claim.id, n=claim.n, document=document.id, title=document.title, place=claim.place, nature=claim.nature,
        gist_en=claim.gist_en, gist_es=claim.gist_es, figure=claim.figure, verdict=judged.verdict,
        evidence="; ".join(f"{name} = {' '.join(said.split())}" for name, said in claim.evidence.items()),
        values=tuple((name, judged.values[name].value) for name in claim.evidence),
        sources=tuple(sources), press=frozenset(id for id, press in sources.items() if press),
        reason_en=_reason(judged, "en"), reason_es=_reason(judged, "es"), as_of=claim.as_of,
    )  # fmt: skip


def _reason(judged: Judged, lang: str) -> str:
    """The reason of the rule that applied, or what is missing."""
    claim, rule = judged.claim, judged.rule
    values = {name: found.value for name, found in judged.values.items()}
    template = rule.reason_es if rule and lang == "es" else rule.reason_en if rule else ""
    template = template or (claim.missing_es if lang == "es" else claim.missing_en)
    if not template:
        return text("claims.missing", lang, names=", ".join(judged.missing))
    return filled(template, values, lang, text("claims.absent", lang))


def cited_reason(entry: Entry, store: Store, lang: str) -> str:
    """The reason with the law's date and the sources after it, as a file carries it away."""
    parts = [entry.reason(lang)]
    if entry.as_of:
        parts.append(text("claims.as_of", lang, date=entry.as_of))
    if entry.sources:
        said = (
            cited(store.card(id), lang) + (text("home.press", lang) if id in entry.press else "")
            for id in entry.sources
        )
        parts.append(text("claims.sources", lang, cards="; ".join(said)))
    return " ".join(parts)
