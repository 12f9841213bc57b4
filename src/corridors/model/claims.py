"""Claims of a document: what one file of `geodata/claims` holds, read and validated. Their expressions are checked by
`analysis.claims`, which judges them.

A verdict is never written down: a claim has rules, and the facts decide which of them applies.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import yaml

from corridors.errors import ClaimFault


class Verdict(StrEnum):
    """What the facts say of a claim. `slip`: of a translation or a citation; `uncheckable`: no row decides it."""

    HOLDS = "holds"
    HOLDS_ROUNDED = "holds_rounded"
    SUPERSEDED = "superseded"
    OVERSTATED = "overstated"
    CONTRADICTED = "contradicted"
    SLIP = "slip"
    UNCHECKABLE = "uncheckable"


# What kind of sentence a claim is. One of law carries the date of the law; a position is shown as such.
LAW: Final = "law"
NATURES: Final = ("fact", LAW, "judgement", "forecast", "position")
LARGEST: Final = 1_000_000  # bytes of one file
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DOCUMENT: Final = {"document": str, "title": str, "published": str, "claims": list}
_DOCUMENT_MAY: Final = {"card": str, "cited_as": list}
_CLAIM: Final = {"id": str, "n": int, "place": str, "gist_en": str, "gist_es": str, "evidence": dict, "rules": list}
_CLAIM_MAY: Final = {
    "nature": str, "figure": str, "stated": (int, float), "as_of": str, "missing_en": str, "missing_es": str,
}  # fmt: skip
_RULE: Final = {"verdict": str, "reason_en": str, "reason_es": str}
_RULE_MAY: Final = {"if": str}
_KINDS: Final = {
    str: ("text", "a text (in quotes)"), int: ("whole", "a whole number"), list: ("list", "a list"),
    dict: ("fields", "fields `name: value`"),
}  # fmt: skip
_Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """A condition over the evidence and the verdict that it gives; the last rule has none ("") and is what is left."""

    when: str
    verdict: Verdict
    reason_en: str
    reason_es: str


@dataclass(frozen=True)
class Claim:
    """One sentence of a document, its gist in our words. `figure` is as it is printed there, `stated` the number that
    rules compare with; `evidence` names expressions over the facts; `missing_*` is said when a row is not there."""

    id: str
    n: int
    place: str
    gist_en: str
    gist_es: str
    evidence: Mapping[str, str]
    rules: tuple[Rule, ...]
    nature: str = NATURES[0]
    figure: str = ""
    stated: float | None = None
    as_of: str = ""
    missing_en: str = ""
    missing_es: str = ""


@dataclass(frozen=True)
class Document:
    """A document and its claims. Rows of its `card`, or whose document's name holds one of `cited_as`, are the
    document's own and never evidence for it."""

    id: str
    title: str
    published: str
    claims: tuple[Claim, ...]
    card: str = ""
    cited_as: tuple[str, ...] = ()


def load(where: str, data: bytes) -> Document:
    """The document of a YAML file. ClaimFault: too large, not YAML (at which line), or what `parse` refuses."""
    if len(data) > LARGEST:
        raise ClaimFault(
            "large", where, f"larger than {LARGEST:,} bytes; write a file for each document", limit=f"{LARGEST:,}"
        )
    try:
        found = yaml.load(data, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f", line {mark.line + 1}" if mark else ""
        raise ClaimFault(
            "yaml", f"{where}{at}", "not YAML; put a text that holds a colon or a brace in quotes"
        ) from error
    return parse(where, found)


def parse(where: str, found: Any) -> Document:
    """A document of what its YAML file holds. ClaimFault names the file, the claim and the field at fault."""
    _fields(where, found, _DOCUMENT, _DOCUMENT_MAY)
    claims = tuple(_claim(where, at, one) for at, one in enumerate(found["claims"], start=1))
    ids = [claim.id for claim in claims]
    if twice := sorted({id for id in ids if ids.count(id) > 1}):
        raise ClaimFault("id_twice", where, f"the id {twice[0]} stands twice; give each claim its own", id=twice[0])
    if not claims:
        raise ClaimFault("no_claim", f"{where}, claims", "holds no claim")
    cited_as = tuple(found.get("cited_as", ()))
    if not all(isinstance(name, str) and name.strip() for name in cited_as):
        raise ClaimFault("cited_as", f"{where}, cited_as", "write a list of texts")
    return Document(found["document"], found["title"], found["published"], claims, found.get("card", ""), cited_as)


def _claim(where: str, at: int, found: Any) -> Claim:
    name = found["id"] if isinstance(found, dict) and isinstance(found.get("id"), str) else f"number {at}"
    place = f"{where}, claim {name}"
    _fields(place, found, _CLAIM, _CLAIM_MAY)
    known = {field: found[field] for field in (*_CLAIM, *_CLAIM_MAY) if field in found}
    _one_of(f"{place}, nature", found.get("nature", NATURES[0]), NATURES)
    if found.get("nature") == LAW and not found.get("as_of"):
        raise ClaimFault("as_of", f"{place}, as_of", "a claim of law says which law it means; write its date or year")
    if bool(found.get("missing_en")) != bool(found.get("missing_es")):
        raise ClaimFault("languages", f"{place}, missing_en and missing_es", "write both languages or neither")
    if not found["evidence"]:
        raise ClaimFault("no_evidence", f"{place}, evidence", "name at least one expression over the facts")
    for key, expression in found["evidence"].items():
        if not (isinstance(key, str) and key.isidentifier() and key.islower() and isinstance(expression, str)):
            raise ClaimFault(
                "evidence", f"{place}, evidence.{key}", "write `name: expression`, the name in small letters"
            )
    known["rules"] = _rules(place, found["rules"])
    return Claim(**known)


def _rules(place: str, found: Sequence[Any]) -> tuple[Rule, ...]:
    rules = []
    for at, one in enumerate(found, start=1):
        where = f"{place}, rule {at}"
        _fields(where, one, _RULE, _RULE_MAY)
        verdict = Verdict(_one_of(f"{where}, verdict", one["verdict"], tuple(Verdict)))
        rules.append(Rule(one.get("if", ""), verdict, one["reason_en"], one["reason_es"]))
    if not rules or rules[-1].when or any(not rule.when for rule in rules[:-1]):
        raise ClaimFault("rules", f"{place}, rules", "every rule has an `if` but the last, which is what is left")
    if len(rules) == 1 and rules[0].verdict is not Verdict.UNCHECKABLE:
        raise ClaimFault(
            "verdict_alone", f"{place}, rules",
            f"{rules[0].verdict} without a condition; a verdict is computed, so write an `if`",
            verdict=str(rules[0].verdict),
        )  # fmt: skip
    return tuple(rules)


def _fields(where: str, found: Any, needed: _Fields, may: _Fields) -> None:
    """That an object has its fields, no others, each of its type and none empty."""
    if not isinstance(found, dict):
        raise ClaimFault("fields", where, "write fields as `name: value`")
    if missing := [name for name in needed if name not in found]:
        raise ClaimFault("missing", where, f"the field {missing[0]} is missing", field=missing[0])
    if unknown := [str(name) for name in found if name not in needed and name not in may]:
        known = ", ".join((*needed, *may))
        said = f"{unknown[0]} is not a field; there are {known}"
        raise ClaimFault("unknown", where, said, field=unknown[0], known=known)
    for name, value in found.items():
        kind = needed.get(name, may.get(name))
        if not isinstance(value, kind) or isinstance(value, bool):
            code, said = _KINDS.get(kind, ("number", "a number"))
            raise ClaimFault(f"kind_{code}", f"{where}, {name}", f"must be {said}; found {value!r}", found=repr(value))
        if name in needed and isinstance(value, str) and not value.strip():
            raise ClaimFault("empty", f"{where}, {name}", "is empty")


def _one_of(where: str, found: str, known: Sequence[str]) -> str:
    if found not in known:
        listed = ", ".join(known)
        raise ClaimFault("none_of", where, f"{found!r} is none of {listed}", found=repr(found), known=listed)
    return found
