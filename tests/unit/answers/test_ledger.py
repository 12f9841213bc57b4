"""The ledger: the claims that ship, what the facts say of them, and that a verdict follows the rows."""

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from corridors.answers.ledger import by_id, cited_reason, claims_of, faults, ledger
from corridors.build.schemas import faults as wrong
from corridors.errors import DataError
from corridors.model.claims import Verdict
from corridors.store import Store
from corridors.text import has
from tests.unit.answers.claims_store import SHIPPED, changed, fact
from tools.serving import ROOT

# What `design/claims.md` expects, where the facts decide it.
DECIDED = {
    10: "overstated", 11: "holds", 12: "holds_rounded", 13: "holds", 14: "slip", 15: "superseded", 17: "overstated",
    20: "contradicted", 22: "slip", 23: "holds", 26: "overstated", 30: "contradicted", 32: "holds", 35: "slip",
    37: "superseded", 38: "slip", 39: "holds", 40: "holds", 41: "contradicted", 48: "superseded", 49: "holds_rounded",
    50: "contradicted", 51: "contradicted", 52: "overstated", 55: "superseded", 56: "overstated", 57: "holds",
    58: "holds", 59: "overstated", 60: "overstated", 61: "holds", 62: "overstated",
}  # fmt: skip
SPOKEN = {
    12: ("73,684", "104,850", "70.28"), 15: ("16,133",), 20: ("36,661", "36,685", "34,723"), 32: ("417", "1.14", "413"),
    37: ("41.5", "45.9"), 41: ("505", "508"), 48: ("35,964", "36,685"), 49: ("70.25",), 50: ("62.9", "1997"),
    57: ("CA, CT, MA, MD, NJ, NY",), 62: ("18,206", "50,409", "36.1"),
}  # fmt: skip


def test_all_64_claims_have_every_field_in_both_languages(store: Store) -> None:
    entries = ledger(store)
    assert [entry.n for entry in entries] == list(range(1, 65))
    assert [entry.id for entry in entries] == [f"paper-{n}" for n in range(1, 65)]
    for entry in entries:
        texts = (entry.place, entry.gist_en, entry.gist_es, entry.evidence, entry.reason_en, entry.reason_es)
        assert all(text.strip() for text in texts), entry.id
        assert entry.gist_en != entry.gist_es
        assert entry.reason_en != entry.reason_es
        assert bool(entry.as_of) == (entry.nature == "law"), entry.id
    assert len(by_id(store)) == 64


def test_the_facts_decide_half_of_them_and_say_that_the_rest_cannot_be_checked(store: Store) -> None:
    found = {entry.n: entry.verdict for entry in ledger(store)}
    assert {n: verdict for n, verdict in found.items() if verdict != "uncheckable"} == DECIDED
    assert Counter(found.values())[Verdict.UNCHECKABLE] == 32


def test_reasons_quote_the_numbers_that_were_computed(store: Store) -> None:
    entries = by_id(store)
    for n, numbers in SPOKEN.items():
        entry = entries[f"paper-{n}"]
        for number in numbers:
            assert number in entry.reason_en, (entry.id, number)
            assert number in entry.reason_es, (entry.id, number)
        assert entry.sources


def test_no_claim_rests_on_the_paper_itself(store: Store) -> None:
    assert not [entry.id for entry in ledger(store) if "PAPER_2020" in entry.sources]
    shares = by_id(store)["paper-16"]
    assert dict(shares.values)["in_2018"] is None  # 70.4 is in the facts, from the paper alone
    assert "70" in shares.reason_en


def test_a_figure_read_second_hand_says_so_in_what_is_carried_away(store: Store) -> None:
    entry = by_id(store)["paper-13"]
    assert entry.press == {"GAO_16_223"}
    assert cited_reason(entry, store, "en").endswith("GAO-16-223, Firearms Trafficking (2016-01), read via press.")
    law = by_id(store)["paper-57"]
    assert "Ley vigente en 2020." in cited_reason(law, store, "es")


def test_an_edition_that_brings_2018_decides_what_was_open(tmp_path: Path) -> None:
    like = {"edition": "ATF Mexico 2017-2022", "year_start": 2017, "year_end": 2017}
    row = {"edition": "ATF Mexico 2018-2023", "year_start": 2018, "year_end": 2018, "value": 16500.0}
    entry = by_id(changed(tmp_path, "trace_totals", [row], like))["paper-15"]
    assert entry.verdict == "superseded"
    assert "16,500" in entry.reason_en
    assert "cannot be checked" not in entry.reason_en


def test_a_later_edition_with_the_papers_numbers_makes_them_hold(tmp_path: Path) -> None:
    like = {"edition": "ATF Mexico 2017-2022", "year_start": 2017, "year_end": 2017}
    rows = [
        {"edition": "ATF Mexico 2020-2025", "year_start": year, "year_end": year, "value": value}
        for year, value in ((2017, 15668.0), (2018, 16343.0))
    ]
    assert by_id(changed(tmp_path, "trace_totals", rows, like))["paper-15"].verdict == "holds"


@pytest.mark.parametrize("own", [{"source_id": "PAPER_2020"}, {"document": "asking the impossible, note 13"}])
def test_rows_of_the_document_are_never_evidence_for_it(tmp_path: Path, own: dict[str, str]) -> None:
    like = {"edition": "ATF Mexico 2017-2022", "year_start": 2017, "year_end": 2017}
    row = {"edition": "ATF Mexico 2018-2023", "year_start": 2018, "year_end": 2018, "value": 16343.0, **own}
    entry = by_id(changed(tmp_path, "trace_totals", [row], like))["paper-15"]
    assert dict(entry.values)["in_2018"] is None


def test_a_final_count_restated_by_an_import_flips_a_verdict(tmp_path: Path) -> None:
    like = {"year": 2019, "measure": "homicides_inegi_final"}
    entry = by_id(changed(tmp_path, "mx_homicides_national_year", [{"value": 36700.0}], like))["paper-20"]
    # Two finals of one year disagree: neither is chosen.
    assert entry.verdict == "uncheckable"
    assert "in_2019" in entry.reason_en


@pytest.mark.parametrize(
    ("n", "rows", "verdict"),
    [
        (1, [fact("mexico-army-gun-stores", 1, "2017")], "holds"),
        (1, [fact("mexico-army-gun-stores", 1, "2017"), fact("mexico-army-gun-stores", 2, "2025")], "superseded"),
        (7, [fact("us-heller-individual-right-year", 2008)], "holds"),
        (31, [fact("us-federal-assault-weapons-ban-end-year", 2004)], "holds"),
        (43, [fact("japan-population-2013", 127_400_000)], "contradicted"),
        (47, [fact("us-federal-gun-law-after-mass-shootings-year", 2022)], "superseded"),
        (54, [fact("paper-54-spanish-original-says-us-opinion", 1)], "slip"),
        (54, [fact("paper-54-spanish-original-says-us-opinion", 1, source_id="PAPER_2020")], "uncheckable"),
    ],
)
def test_a_cited_fact_decides_what_general_knowledge_may_not(
    store: Store, tmp_path: Path, n: int, rows: list[dict[str, object]], verdict: str
) -> None:
    assert by_id(store)[f"paper-{n}"].verdict == "uncheckable"
    assert by_id(changed(tmp_path, "cited_facts", rows))[f"paper-{n}"].verdict == verdict


def users_file(folder: Path, name: str, text: str) -> Store:
    claims = folder / "state" / "claims"
    claims.mkdir(parents=True, exist_ok=True)
    (claims / name).write_text(text, encoding="utf-8")
    return Store(SHIPPED, folder / "state")


OWN = """
document: a_speech
title: "A speech"
published: "2026"
claims:
  - id: speech-1
    n: 1
    place: "minute 3"
    gist_en: "Most traced guns were first sold in Texas."
    gist_es: "La mayoría de las armas rastreadas se vendió por primera vez en Texas."
    evidence:
      texas: value(trace_source_places, us_state_code == "TX", year_start == 2022, measure == "traced_to_us_purchaser")
      traced: value(trace_totals, year_start == 2022, measure == "traced_to_us_purchaser")
      percent: share(texas, traced)
    rules:
      - if: percent > 50
        verdict: holds
        reason_en: "{percent:1} %"
        reason_es: "{percent:1} %"
      - verdict: overstated
        reason_en: "{percent:1} % of {traced}"
        reason_es: "{percent:1} % de {traced}"
"""


def test_a_user_adds_claims_of_another_document_without_code(tmp_path: Path) -> None:
    store = users_file(tmp_path, "speech.yml", OWN)
    entry = by_id(store)["speech-1"]
    assert (entry.verdict, entry.reason_en) == ("overstated", "43.0\u00a0% of 18,206")
    assert len(ledger(store)) == 65
    assert faults(store) == ()


def test_a_file_of_a_user_that_is_wrong_is_named_and_the_rest_still_shows(tmp_path: Path) -> None:
    store = users_file(tmp_path, "speech.yml", OWN.replace("trace_totals", "trace_total"))
    assert len(ledger(store)) == 64
    (said,) = faults(store)
    assert said.startswith("speech.yml, claim speech-1, evidence.traced, character 7: value begins with a table")
    store = users_file(tmp_path, "speech.yml", OWN.replace("speech-1", "paper-1"))
    assert faults(store) == ("speech.yml: paper-1 is in another file; give it another id",)
    # Mended while the product runs.
    users_file(tmp_path, "speech.yml", OWN)
    assert "speech-1" in by_id(store)


def test_a_shipped_file_that_is_wrong_stops(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "broken.yml").write_text("document: [", encoding="utf-8")
    with pytest.raises(DataError, match=r"broken.yml, line \d: not YAML"):
        ledger(Store(SHIPPED, shipped=tmp_path))


def test_rows_of_cited_facts_fit_their_table() -> None:
    rows = [{**fact("japan-population-2013", 127.4, unit="million people"), "edition_id": "GAO_16_223/1"}]
    frame = pd.DataFrame(rows)
    assert wrong("cited_facts", frame) == []
    # A percentage is checked although the table has no measures.
    assert "percentages" in wrong("cited_facts", frame.assign(unit="percent"))[0]


def sites(path: Path) -> set[str]:
    """The codes of faults that a module raises, as they are written there."""
    return set(re.findall(r'(?:ClaimFault\(|self\.refuse\(\w+,)\s*"([a-z_]+)"', path.read_text(encoding="utf-8")))


def test_every_fault_of_a_file_of_claims_has_words_in_both_languages() -> None:
    src = ROOT / "src" / "corridors"
    modules = ("model/claims.py", "analysis/claims.py", "analysis/grammar.py", "text/templates.py", "answers/ledger.py")
    codes = set().union(*(sites(src / name) for name in modules))
    assert len(codes) > 30
    assert not {code for code in codes if not has(f"claim_fault.{code}")}


BROKEN = {
    "document: x": "falta el campo title",
    "document: [": "línea 2: no es YAML",
    OWN.replace("trace_totals", "trace_total"): "afirmación speech-1, evidence.traced, carácter 7: value empieza con",
    OWN.replace("percent > 50", "percent > "): "afirmación speech-1, regla 1, carácter",
    OWN.replace("percent > 50", "percent"): "carácter 1: se esperaba una condición; esto es un número",
    OWN.replace('"{percent:1} %"', '"{percent %"'): "una { suelta; escriba `{nombre}`",
    OWN.replace("share(texas, traced)", 'share(texas, "x")'): "aquí se espera un número; esto es un texto",
    OWN.replace("verdict: holds", "verdict: true_"): "'true_' no es ninguno de holds",
    OWN.replace("n: 1", "n: one"): "debe ser un número entero; se encontró 'one'",
    OWN.replace("speech-1", "paper-1"): "paper-1 está en otro archivo; dele otro id",
    OWN.replace("id: speech-1", "name: x"): "afirmación número 1: falta el campo id",
}


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_fault_is_said_in_the_language_of_the_page_and_means_the_same(content: str, tmp_path: Path) -> None:
    store = users_file(tmp_path, "mine.yml", content)
    (spanish,), (english,) = faults(store, "es"), faults(store, "en")
    assert BROKEN[content] in spanish
    assert spanish != english
    # What the command line says, which has no language of its own, is the English of the page.
    if "paper-1" not in content:  # alone, that file is sound
        with pytest.raises(DataError) as caught:
            claims_of(tmp_path / "state" / "claims" / "mine.yml")
        assert str(caught.value) == english
