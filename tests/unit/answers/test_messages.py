"""The six messages: bound to claims, their numbers from the facts, held back when a claim falls, neutral in words."""

import re
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from corridors.answers import messages as module
from corridors.answers.instead import instead
from corridors.answers.ledger import Entry, by_id, ledger
from corridors.answers.messages import NEUTRAL, ORDER, SAYABLE, messages
from corridors.answers.quoting import quoted
from corridors.errors import DataError
from corridors.model.claims import Verdict
from corridors.store import Store
from corridors.text import text
from tests.contract.test_text_parity import ENGLISH, FORBIDDEN, LEGAL_TERM, plain
from tools.serving import ROOT

LANGS = ("en", "es")
FOLDER = ROOT / "geodata" / "messages"
FILES = {id: yaml.safe_load((FOLDER / f"{id}.yml").read_text("utf-8")) for id in ORDER}
INSTEAD = yaml.safe_load((ROOT / "geodata" / "instead.yml").read_text(encoding="utf-8"))
ADVOCACY = re.compile(
    r"\b(democrats?|republicans?|dem[oó]cratas?|republicanos?|senators?|senador(es|a|as)?|legislators?|"
    r"legislador(es)?|congress(man|woman)?|H\.R\.|NRA|lobby|vote[sd]?|votar|voto|must ban|should ban|prohibir|"
    r"ranking|worst|peor(es)?)\b",
    re.IGNORECASE,
)


def every_word() -> dict[str, str]:
    """Every text of the messages and of what may be said instead, by its place."""
    out = {f"{id}.{name}": words for id, found in FILES.items() for name, words in found.items() if name[-3:-2] == "_"}
    return out | {f"{id}.{lang}": found[lang] for id, found in INSTEAD.items() for lang in LANGS}


def told(store: Store, monkeypatch: pytest.MonkeyPatch, **verdicts: str) -> Any:
    """The messages over a ledger that has every claim, those named with another verdict ("": not there)."""
    pattern = next(iter(ledger(store)))
    known: dict[str, Entry] = {}
    for claim in {claim for found in FILES.values() for claim in found["claims"]}:
        verdict = verdicts.get(claim.replace("-", "_"), "holds")
        if verdict:
            known[claim] = replace(pattern, id=claim, verdict=Verdict(verdict))
    monkeypatch.setattr(module, "by_id", lambda _: known)
    # A store keeps its messages: a new one makes them.
    return {one.id: one for one in messages(Store(store.root))}


def test_there_are_six_and_each_is_bound_to_claims_that_the_ledger_has(store: Store) -> None:
    found = messages(store)
    assert len(found) == 6
    assert all(one.claims for one in found)
    assert {claim for one in found for claim in one.claims} <= set(by_id(store))


def test_all_six_hold_over_the_shipped_facts(store: Store) -> None:
    assert [one.id for one in messages(store) if not one.holds] == []


def test_the_files_are_those_of_the_order() -> None:
    assert {path.stem for path in (ROOT / "geodata" / "messages").iterdir()} == set(ORDER)


@pytest.mark.parametrize("verdict", sorted(set(Verdict) - set(SAYABLE)))
def test_a_claim_that_may_not_be_said_holds_its_message_back(
    store: Store, monkeypatch: pytest.MonkeyPatch, verdict: str
) -> None:
    held = told(store, monkeypatch, paper_23=verdict)["prevention"]
    assert not held.holds
    assert held.text_en == held.text_es == held.base_en == held.base_es == ""
    for lang in LANGS:
        assert "paper-23" in held.reason(lang)
        assert text(f"verdict.{verdict}", lang) in held.reason(lang)


@pytest.mark.parametrize("verdict", SAYABLE)
def test_a_sayable_claim_lets_its_message_stand(store: Store, monkeypatch: pytest.MonkeyPatch, verdict: str) -> None:
    found = told(store, monkeypatch, paper_23=verdict)["prevention"]
    assert found.holds
    assert found.held_back == ("", "")


def test_a_claim_that_is_not_there_holds_its_message_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(store, monkeypatch, paper_13="")
    assert not found["shared"].holds
    assert "paper-13" in found["shared"].reason("es")
    assert all(one.holds for id, one in found.items() if id != "shared")


def test_a_position_needs_no_finding_but_may_not_be_denied(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(store, monkeypatch, paper_64="uncheckable")["own"].holds
    assert not told(store, monkeypatch, paper_64="contradicted")["own"].holds


def test_a_number_that_is_not_in_the_facts_holds_its_message_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = {
        **FILES["own"],
        "figures": {"without": {"table": "etrace_access", "where": {"as_of": "1999-01"}, "count": True}},
    }
    monkeypatch.setattr(Store, "words", lambda _, name: spec if name == "messages/own" else FILES[name.split("/")[1]])
    held = told(store, monkeypatch)["own"]
    assert not held.holds
    assert text("messages.held.number", "en") in held.reason("en")


def test_the_numbers_are_those_of_the_facts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(store, monkeypatch)
    assert "Of 25,884 guns recovered in Mexico in 2024" in found["shared"].text_en
    assert "18,249 (70.5\u00a0%)" in found["shared"].text_es
    assert "in 2022–2023, 5.4 years" in found["prevention"].text_en
    assert "In March 2023, 14 state prosecutors" in found["own"].text_en
    assert "En marzo de 2023, 14 fiscalías" in found["own"].text_es
    assert "The 53 Mexican consular offices" in found["network"].text_en


def test_no_number_is_typed() -> None:
    bare = {
        where: words
        for where, words in every_word().items()
        if re.search(
            r"\d", "".join(part for part, *_ in Formatter().parse(words)).replace("2017–2022", "").replace("2016", "")
        )
    }
    assert not bare


def test_both_languages_quote_the_same_figures() -> None:
    def fields(words: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    for found in FILES.values():
        for part in ("text", "base"):
            assert fields(found[f"{part}_en"]) == fields(found[f"{part}_es"])
    for id, found in INSTEAD.items():
        assert fields(found["en"]) == fields(found["es"]), id


def test_every_message_states_a_base_and_a_copy_holds_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in told(store, monkeypatch).values():
        for lang in LANGS:
            assert one.base(lang)
            copied = one.citation(lang)
            assert one.words(lang) in copied
            assert one.base(lang) in copied
            assert text(NEUTRAL, lang) in copied
            assert all(card.id for card in one.cards)


@pytest.mark.parametrize("reason", FORBIDDEN)
def test_the_words_are_neutral(reason: str) -> None:
    pattern = re.compile(FORBIDDEN[reason], re.IGNORECASE)
    assert not [where for where, words in every_word().items() if pattern.search(words)]


def test_no_words_advocate() -> None:
    assert not [where for where, words in every_word().items() if ADVOCACY.search(words) or LEGAL_TERM.search(words)]


def test_spanish_is_spanish() -> None:
    spanish = {where: words for where, words in every_word().items() if where.endswith((".es", "_es"))}
    assert not {where: match[0] for where, words in spanish.items() if (match := ENGLISH.search(plain(words)))}


def test_what_mexico_has_to_do_is_as_long_as_what_it_asks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(store, monkeypatch)
    for lang in LANGS:
        assert len(found["own"].words(lang)) >= 0.9 * len(found["prevention"].words(lang))


def test_what_may_be_said_instead_finds_its_figures_and_a_claim(store: Store) -> None:
    for id, spec in INSTEAD.items():
        assert quoted(store, spec).missing == (), id
        assert id in by_id(store)
        for lang in LANGS:
            assert instead(by_id(store)[id], store, lang)


def test_a_broken_file_is_named(store: Store, tmp_path: Path) -> None:
    (tmp_path / "messages").mkdir()
    for id in ORDER:
        (tmp_path / "messages" / f"{id}.yml").write_text("title_en: x\n", encoding="utf-8")
    broken = Store(store.root, shipped=tmp_path)
    with pytest.raises(DataError, match=r"messages/shared\.yml"):
        messages(broken)
