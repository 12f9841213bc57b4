"""Judges claims: evaluates their evidence over the facts and finds the rule that applies.

Rows of the document under test are dropped before anything is read. A row that is missing makes a claim uncheckable,
whatever its rules would say of the rest, so that a verdict changes by itself when an import brings the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from corridors.analysis.expressions import Facts, Found, Sources, evaluate, joined
from corridors.analysis.grammar import Expression, Type, read
from corridors.errors import ClaimFault, DataError
from corridors.model.claims import Claim, Document, Rule, Verdict
from corridors.text.templates import fields

STATED: Final = "stated"


@dataclass(frozen=True)
class Sound:
    """A claim whose expressions were read and found sound: its evidence and the condition of each rule."""

    claim: Claim
    evidence: Mapping[str, Expression]
    rules: tuple[tuple[Expression | None, Rule], ...]


@dataclass(frozen=True)
class Judged:
    """A claim with its verdict. `rule` is the one that applied; None where rows are `missing` (names of evidence)."""

    claim: Claim
    verdict: Verdict
    values: Mapping[str, Found]
    rule: Rule | None
    missing: tuple[str, ...] = ()

    @property
    def sources(self) -> Sources:
        """The cards of the rows that were read, each with whether one of its rows was read second-hand."""
        return joined(self.values.values())


def sound(where: str, document: Document) -> tuple[Sound, ...]:
    """The claims of a document with their expressions. DataError: where, character, what is expected."""
    return tuple(_sound(f"{where}, claim {claim.id}", claim) for claim in document.claims)


def _sound(where: str, claim: Claim) -> Sound:
    known: dict[str, Type] = {STATED: "number"} if claim.stated is not None else {}
    evidence = {}
    for name, text in claim.evidence.items():
        if name in known:
            raise ClaimFault("taken", f"{where}, evidence.{name}", "the name is taken")
        evidence[name] = read(text, f"{where}, evidence.{name}", known)
        known[name] = evidence[name].type
    rules = []
    for at, rule in enumerate(claim.rules, start=1):
        here = f"{where}, rule {at}"
        condition = read(rule.when, here, known) if rule.when else None
        if condition and condition.type != "truth":
            raise ClaimFault(f"condition_{condition.type}", f"{here}, character 1",
                             f"a condition is expected, this is a {condition.type}")  # fmt: skip
        rules.append((condition, rule))
        _templates(here, {"reason_en": rule.reason_en, "reason_es": rule.reason_es}, known)
    _templates(where, {"missing_en": claim.missing_en, "missing_es": claim.missing_es}, known)
    return Sound(claim, evidence, tuple(rules))


def _templates(where: str, texts: Mapping[str, str], known: Mapping[str, Type]) -> None:
    """That the texts of both languages quote the same values, and only such as the evidence has."""
    quoted = {name: fields(f"{where}, {name}", text) for name, text in texts.items()}
    for name, found in quoted.items():
        if unknown := sorted(found - set(known)):
            listed = ", ".join(known)
            said = f"{{{unknown[0]}}} is not in the evidence; it has {listed}"
            raise ClaimFault("not_evidence", f"{where}, {name}", said, name=f"{{{unknown[0]}}}", known=listed)
    one, other = quoted.values()
    if one != other:
        alone = sorted(one ^ other)[0]
        said = f"quote the same values; {alone} is in one only"
        raise ClaimFault("same_values", f"{where}, {' and '.join(texts)}", said, name=alone)


def judge(claim: Sound, facts: Facts) -> Judged:
    """The verdict of a claim over the facts."""
    values: dict[str, Found] = {}
    if claim.claim.stated is not None:
        values[STATED] = Found(claim.claim.stated)
    for name, expression in claim.evidence.items():
        values[name] = evaluate(expression, facts, values)
    for condition, rule in claim.rules:
        answer = True if condition is None else evaluate(condition, facts, values).value
        if answer is None:
            absent = tuple(name for name, found in values.items() if found.value is None)
            return Judged(claim.claim, Verdict.UNCHECKABLE, values, None, absent)
        if answer:
            return Judged(claim.claim, rule.verdict, values, rule)
    raise DataError(f"claim {claim.claim.id}: no rule is left")  # the last rule has no condition: `model.claims`


def independent(facts: Facts, document: Document) -> Facts:
    """The facts without the document's own rows: those of its card, or citing it by one of its names."""

    @cache
    def rows(table: str) -> pd.DataFrame | None:
        found = facts(table)
        if found is None:
            return None
        if document.card and "source_id" in found and (own := found["source_id"] == document.card).any():
            found = found[~own]
        for name in document.cited_as if "document" in found else ():
            if (own := found["document"].str.contains(name, case=False, regex=False)).any():
                found = found[~own]
        return found

    return rows
