"""The pages of messages, of the ledger and of what is no longer said."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from corridors.answers.claims_list import NO_LONGER, VERDICTS, counts, download, no_longer, section
from corridors.answers.ledger import ledger
from corridors.answers.messages import messages as all_messages
from corridors.model.claims import Verdict
from corridors.model.view import ViewState
from corridors.pages import claims, messages
from corridors.pages import no_longer as dropped
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")
PAGES = (messages, claims, dropped)
OTHER = """
document: other
title: "Another document"
published: "2024"
claims:
  - id: other-1
    n: 1
    place: "Chapter 1, note 3"
    gist_en: "There are fifty offices."
    gist_es: "Hay cincuenta oficinas."
    evidence: {offices: count(consulates)}
    rules:
      - if: offices > 50
        verdict: superseded
        reason_en: "There are {offices}."
        reason_es: "Hay {offices}."
      - verdict: holds
        reason_en: "There are {offices}."
        reason_es: "Hay {offices}."
"""


def parts(root: Any) -> Iterator[Any]:
    yield root
    children = getattr(root, "children", None) if isinstance(root, Component) else None
    for child in children if isinstance(children, (list, tuple)) else [children] if children is not None else []:
        yield from parts(child)


def words(root: Any) -> str:
    return " ".join(str(part) for part in parts(root) if isinstance(part, (str, int, float)))


def listed(page: Any) -> list[Any]:
    return [
        part for part in parts(page) if isinstance(part, html.Li) and "claim" in str(getattr(part, "className", ""))
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_one_title_and_headings_in_order(page: Any, lang: str, store: Store) -> None:
    levels = [
        int(type(part).__name__[1])
        for part in parts(page.layout(ViewState(lang=lang), store))
        if type(part).__name__ in {"H1", "H2", "H3", "H4"}
    ]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_says_the_neutral_sentence_and_every_message(lang: str, store: Store) -> None:
    drawn = messages.layout(ViewState(lang=lang), store)
    said = words(drawn)
    assert text("message.neutral", lang) in said
    for one in all_messages(store):
        assert one.words(lang) in said
        assert one.base(lang) in said
    copies = [getattr(part, "data-copy") for part in parts(drawn) if hasattr(part, "data-copy")]
    assert len(copies) == 6
    assert all(text("message.neutral", lang) in copied for copied in copies)


def test_both_charts_and_every_quantity_are_there(store: Store) -> None:
    drawn = messages.layout(ViewState(), store)
    ids = {getattr(part, "id", None) for part in parts(drawn) if isinstance(part, Component)}
    assert {"chart-flow_estimates", "chart-two_governments"} <= ids
    table = next(
        part
        for part in parts(drawn)
        if isinstance(part, html.Table) and "governments" in str(getattr(part, "className", ""))
    )
    assert words(table).count(text("governments.why", "en")) == 4


@pytest.mark.parametrize("lang", LANGS)
def test_the_ledger_lists_every_claim_with_its_anchor_its_verdict_and_its_reason(lang: str, store: Store) -> None:
    drawn = claims.layout(ViewState(lang=lang), store)
    found = listed(drawn)
    entries = ledger(store)
    assert [part.id for part in found] == [entry.id for entry in entries]
    for part, entry in zip(found, entries, strict=True):
        said = words(part)
        assert text(f"verdict.{entry.verdict}", lang) in said
        assert entry.reason(lang) in said
        assert entry.evidence in said
        assert getattr(part, "data-section") == section(entry)


def test_there_is_one_document_until_a_user_adds_one(store: Store, tmp_path: Path) -> None:
    assert "claims-document" not in str(claims.layout(ViewState(), store))
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "other.yml").write_text(OTHER, encoding="utf-8")
    (tmp_path / "claims" / "broken.yml").write_text("document: x\n", encoding="utf-8")
    mine = Store(store.root, state=tmp_path)
    drawn = claims.layout(ViewState(lang="es"), mine)
    assert "claims-document" in str(drawn)
    assert "Another document" in words(drawn)
    assert words(drawn).count("broken.yml") == 1
    assert "other-1" in words(dropped.layout(ViewState(), mine))


def test_counts_are_those_of_the_ledger(store: Store) -> None:
    entries = ledger(store)
    assert sum(counts(entries).values()) == len(entries)
    assert set(VERDICTS) == set(Verdict)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_no_longer_said_says_why_and_what_instead(lang: str, store: Store) -> None:
    drawn = dropped.layout(ViewState(lang=lang), store)
    every = [entry for entries in no_longer(store).values() for entry in entries]
    assert {entry.verdict for entry in every} <= set(NO_LONGER)
    assert len(listed(drawn)) == len(every) == sum(entry.verdict in NO_LONGER for entry in ledger(store))
    said = words(drawn)
    for entry in every:
        assert entry.gist(lang) in said
        assert entry.reason(lang) in said
    assert said.count(text("dropped.nothing", lang)) < len(every) / 4


def test_the_paper_is_never_evidence_for_itself(store: Store) -> None:
    assert not [entry.id for entry in ledger(store) if "PAPER_2020" in entry.sources]


@pytest.mark.parametrize("lang", LANGS)
def test_the_file_has_a_row_a_claim(lang: str, store: Store) -> None:
    found = download(ViewState(lang=lang), store)
    assert list(found.frame["id"]) == [entry.id for entry in ledger(store)]
    assert found.citation
    kept = found.frame.set_index("id")
    # The Gun Violence Archive gives no licence: its count is quoted on the page, and not given away in a file.
    assert set(kept.loc["paper-32", ["values", "reason"]]) == {text("ledger.withheld", lang)}
    assert text("ledger.withheld", lang) not in set(kept.loc["paper-12", ["values", "reason"]])
    assert "GVA" in str(kept.loc["paper-32", "sources"])
    assert {column.id for column in found.columns} == set(found.frame.columns)
