"""A file of claims: each mistake is one message that names the file, the claim and the field."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from corridors.analysis.claims import sound
from corridors.errors import DataError
from corridors.model.claims import LARGEST, load

GOOD: dict[str, Any] = {
    "document": "a_speech", "title": "A speech", "published": "2026", "card": "", "cited_as": ["A speech"],
    "claims": [
        {
            "id": "s-1", "n": 1, "place": "minute 3", "gist_en": "More.", "gist_es": "Más.", "stated": 3,
            "evidence": {"seen": "count(consulates)"},
            "rules": [
                {"if": "seen > stated", "verdict": "holds", "reason_en": "{seen}", "reason_es": "{seen}"},
                {"verdict": "contradicted", "reason_en": "{seen}", "reason_es": "{seen}"},
            ],
        }
    ],
}  # fmt: skip


def check(document: dict[str, Any]) -> None:
    sound("own.yml", load("own.yml", yaml.safe_dump(document).encode()))


def claim(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["claims"][0]
    return found


def test_a_good_file_is_read() -> None:
    document = load("own.yml", yaml.safe_dump(GOOD).encode())
    assert (document.id, document.claims[0].rules[1].when) == ("a_speech", "")
    assert sound("own.yml", document)[0].evidence["seen"].type == "number"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda d: d.pop("title"), "own.yml: the field title is missing"),
        (lambda d: d.update(claims=[]), "own.yml, claims: holds no claim"),
        (lambda d: d.update(cited_as=[3]), "own.yml, cited_as: write a list of texts"),
        (lambda d: d.update(published=2026), "own.yml, published: must be a text (in quotes); found 2026"),
        (lambda d: d["claims"].append(claim(d)), "own.yml: the id s-1 stands twice"),
        (lambda d: d["claims"].append("s-2"), "own.yml, claim number 2: write fields as `name: value`"),
        (lambda d: claim(d).update(gist_es=" "), "own.yml, claim s-1, gist_es: is empty"),
        (lambda d: claim(d).update(verdict="holds"), "own.yml, claim s-1: verdict is not a field; there are id, n"),
        (lambda d: claim(d).update(nature="law"), "own.yml, claim s-1, as_of: a claim of law says which law it means"),
        (lambda d: claim(d).update(nature="rumour"), "own.yml, claim s-1, nature: 'rumour' is none of fact, law"),
        (lambda d: claim(d).update(missing_en="No."), "own.yml, claim s-1, missing_en and missing_es: write both"),
        (lambda d: claim(d).update(evidence={}), "own.yml, claim s-1, evidence: name at least one expression"),
        (lambda d: claim(d).update(evidence={"A": "1"}), "own.yml, claim s-1, evidence.A: write `name: expression`"),
        (lambda d: claim(d)["evidence"].update(stated="1"), "own.yml, claim s-1, evidence.stated: the name is taken"),
        (lambda d: claim(d)["evidence"].update(seen="count(x)"), "own.yml, claim s-1, evidence.seen, character 7:"),
        (lambda d: claim(d)["rules"].pop(), "own.yml, claim s-1, rules: every rule has an `if` but the last"),
        (lambda d: claim(d)["rules"].pop(0), "own.yml, claim s-1, rules: contradicted without a condition"),
        (lambda d: claim(d)["rules"][0].update(verdict="true"), "own.yml, claim s-1, rule 1, verdict: 'true' is none"),
        (lambda d: claim(d)["rules"][0].update({"if": "seen"}), "own.yml, claim s-1, rule 1, character 1: a condition"),
        (lambda d: claim(d)["rules"][0].update(reason_en="{sen}"), "rule 1, reason_en: {sen} is not in the evidence"),
        (
            lambda d: claim(d)["rules"][0].update(reason_en="x"),
            "rule 1, reason_en and reason_es: quote the same values",
        ),
        (lambda d: claim(d)["rules"][0].update(reason_en="{seen"), "rule 1, reason_en: a { alone; write {name}"),
    ],
)
def test_each_mistake_is_one_message_that_says_where(spoil: Callable[[dict[str, Any]], Any], said: str) -> None:
    document = copy.deepcopy(GOOD)
    spoil(document)
    with pytest.raises(DataError) as refused:
        check(document)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"document: [", "own.yml, line 2: not YAML"),
        (b"\xff\xfe\xfa", "own.yml: not YAML"),
        (b"- a", "own.yml: write fields as `name: value`"),
        (b"", "own.yml: write fields as `name: value`"),
        (b" " * (LARGEST + 1), "own.yml: larger than 1,000,000 bytes"),
    ],
)
def test_what_is_no_file_of_claims_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said.replace("[", r"\[")):
        load("own.yml", data)
