"""Cited facts in our layout: every row with its whole citation, and never of a document that is tested here."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.model.tables import BY_NAME
from corridors.sources import cited_facts, personal, reading
from corridors.sources.problems import Refused
from tests.unit.sources.csv_files import JUNK, codes, content, refusal, taken, written

ROW = {
    "fact": "japan-population-2013", "place": "Japan", "period": "1 October 2013", "date": "2013-10-01",
    "value": "127298000", "unit": "people", "base_en": "everybody who lives in Japan",
    "base_es": "todas las personas que viven en Japón", "statement_en": "The people of Japan were counted.",
    "statement_es": "Se contó a la población de Japón.", "publisher": "A statistical office",
    "document": "A yearbook 2014", "date_published": "2014", "locator": "p. 8, table 2", "quality": "rounded",
    "kind": "observed", "via_press": "no",
}  # fmt: skip
SPANISH = (
    "hecho", "lugar", "periodo", "fecha", "valor", "unidad", "base_en", "base_es", "enunciado_en", "enunciado_es",
    "editor", "documento", "fecha_publicacion", "ubicacion", "calidad", "tipo", "via_prensa",
)  # fmt: skip


@pytest.fixture(scope="module")
def geodata(root: Path) -> Path:
    return root / "geodata"


def text(*changes: dict[str, str]) -> str:
    """The layout with a row for each mapping of what it says otherwise; a key that is new is a column of its own."""
    header = list(dict.fromkeys((*ROW, *(name for one in changes for name in one))))
    rows = [{**dict.fromkeys(header, ""), **ROW, **one} for one in changes]
    return written(header, [[row[name] for name in header] for row in rows])


def test_a_fact_comes_in_with_its_citation_and_a_card_of_its_document(geodata: Path) -> None:
    found = cited_facts.read(content(text({})), geodata)
    (part,) = found.parts
    row = part.frame.iloc[0].to_dict()
    assert {name: row[name] for name in ROW} == ROW
    assert (row["url"], row["note"]) == ("", "")
    assert re.fullmatch(r"CITED_A_YEARBOOK_2014_[0-9A-F]{6}", row["source_id"])
    assert tuple(part.frame) == BY_NAME["cited_facts"].names
    assert part.scope == {"source_id": (row["source_id"],)}
    (card,) = found.cards
    assert (card.id, card.publisher, card.document, card.published, card.coverage, card.redistribute) == (
        row["source_id"], "A statistical office", "A yearbook 2014", "2014", "2013", "unknown",
    )  # fmt: skip
    assert found.totals == {"facts": 1, "documents": 1}
    assert (found.warnings, found.published, found.edition) == ((), "2014", "A yearbook 2014")


def test_spanish_headers_and_words_say_the_same(geodata: Path) -> None:
    said = {**ROW, "unit": "Personas", "quality": "redondeado", "kind": "Observado", "via_press": "No"}
    found = cited_facts.read(content(written(SPANISH, [list(said.values())], ";")), geodata)
    wanted = cited_facts.read(content(text({})), geodata)
    assert found.parts[0].frame.equals(wanted.parts[0].frame)
    assert found.recognised_by != wanted.recognised_by


def test_every_document_is_a_source_and_editions_of_one_title_are_two(geodata: Path) -> None:
    rows: tuple[dict[str, str], ...] = (
        {}, {"fact": "japan-gun-deaths-2013", "unit": "deaths", "value": "20", "document": "Another"},
            {"publisher": "A second office"})  # fmt: skip
    found = cited_facts.read(content(text(*rows)), geodata)
    assert len({card.id for card in found.cards}) == found.totals["documents"] == 3
    wrong = refusal(cited_facts.read, text({}, {"fact": "x", "date_published": "2015", "via_press": "yes"}), geodata)
    assert [(one.code, one.row, one.column) for one in wrong.problems] == [
        ("cited_document", 3, "date_published"), ("cited_document", 3, "via_press"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"fact": "Japan population"}, "cited_fact", "fact"),
        ({"fact": ""}, "cited_fact", "fact"),
        ({"place": " "}, "empty", "place"),
        ({"base_es": ""}, "empty", "base_es"),
        ({"locator": ""}, "empty", "locator"),
        ({"document": ""}, "empty", "document"),
        ({"value": ""}, "number", "value"),
        ({"value": "127,298,000"}, "number", "value"),
        ({"value": "-1"}, "number", "value"),
        ({"value": "nan"}, "number", "value"),
        ({"value": "9" * 30}, "number", "value"),
        ({"unit": "million people", "value": "127.3"}, "cited_unit", "unit"),
        ({"fact": "x", "unit": "yes or no", "value": "2"}, "flag", "value"),
        ({"fact": "x", "unit": "year", "value": "13"}, "cited_year", "value"),
        ({"fact": "x", "unit": "percent", "value": "101"}, "percent", "value"),
        ({"date": "2013-02-30"}, "cited_date", "date"),
        ({"date": "1 October 2013"}, "cited_date", "date"),
        ({"date_published": ""}, "cited_date", "date_published"),
        ({"url": "javascript:alert(1)"}, "cited_url", "url"),
        ({"quality": "true"}, "trace_quality", "quality"),
        ({"kind": "known"}, "cited_kind", "kind"),
        ({"kind": "modelled"}, "cited_modelled", "kind"),
        ({"via_press": "maybe"}, "cited_yes_no", "via_press"),
        ({"redistribute": "no"}, "cited_redistribute", "redistribute"),
        ({"document": "Asking the Impossible (2020)"}, "cited_own", "document"),
        ({"document": "ASKING  the impossible."}, "cited_own", "document"),
        ({"locator": "as quoted in “Asking the Impossible”, note 3"}, "cited_own", "locator"),
        ({"url": "https://example.org/asking-the-impossible.pdf"}, "cited_own", "url"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_row_and_column(
    change: dict[str, str], code: str, column: str, geodata: Path
) -> None:
    found = refusal(cited_facts.read, text({"fact": "first"}, change), geodata)
    assert (code, 3, column) in [(one.code, one.row, one.column) for one in found.problems]
    assert len(found.problems) == 1
    assert all(one.line("en") != one.line("es") for one in found.problems)


def test_a_fact_twice_is_refused_and_one_that_no_claim_asks_for_is_named(geodata: Path) -> None:
    assert codes(refusal(cited_facts.read, text({}, {"value": "1"}), geodata)) == ["duplicate"]
    found = cited_facts.read(content(text({"fact": "japan-populaton-2013"})), geodata)
    assert [(one.code, one.values) for one in found.warnings] == [("cited_unasked", {"facts": "japan-populaton-2013"})]


def test_lines_are_counted_where_a_cell_has_several(geodata: Path) -> None:
    found = refusal(cited_facts.read, text({"note": "one\ntwo\nthree"}, {"fact": "x", "value": "?"}), geodata)
    assert [(one.code, one.row) for one in found.problems] == [("number", 5)]


def test_the_file_is_known_by_its_header_and_no_other_importer_takes_it(geodata: Path) -> None:
    module, told = reading.identify(content(text({})))
    assert (module, told) == (cited_facts, cited_facts.recognise(content(text({}))))
    assert cited_facts.recognise(content("fact,value,document\nx,1,y\n")) == ()
    assert cited_facts.recognise(content(b"\0")) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"purchaser_name": "A. Person"}, {"nombre completo": "Una Persona"}, {"curp": "x"},
        {"note": "GOMC850101HDFRRL09"}, {"serial_number": "ABC12345"}, {"note": "1-23-456-01-2B-34567"},
    ],
)  # fmt: skip
def test_nothing_about_a_person_comes_in(change: dict[str, str], geodata: Path) -> None:
    with pytest.raises(Refused) as caught:
        personal.check(content(text(change)), geodata, cited_facts.ID)
    assert codes(caught.value)[0].startswith("personal_")
    assert next(iter(change.values())) not in str(caught.value) or change.get("curp")


def test_numbers_of_reports_and_periods_are_no_serial_numbers(geodata: Path) -> None:
    rows = [{"document": f"GAO-16-22{n}", "period": f"FY20{n}0-FY20{n}1", "fact": f"q-{n}"} for n in range(10, 20)]
    personal.check(content(text(*rows)), geodata, cited_facts.ID)


def test_the_layout_lists_every_fact_that_the_claims_ask_for_and_the_document_prints_it(
    geodata: Path, root: Path
) -> None:
    asked = {
        name
        for path in (geodata / "claims").glob("*.yml")
        for name in re.findall(r'cited_facts, fact == "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    with (geodata / "layouts" / "cited_facts" / "facts.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, strict=True))
    assert {row["fact"] for row in listed} == asked
    assert all(row["question_en"] and row["question_es"] for row in listed)
    printed = (root / "docs" / "layouts" / "cited_facts.md").read_text(encoding="utf-8")
    assert all(f"| `{row['fact']}` | {row['unit']} | {row['question_en']} |" in printed for row in listed)
    example = re.search(r"```csv\n(.*?)```", printed, re.DOTALL)
    assert example
    assert cited_facts.read(content(example[1]), geodata).totals == {"facts": 1, "documents": 1}


# Letters of both languages. Any others may look like a text in a wrong encoding, which is refused (test_encoding).
WORDS = st.text("abcXYZ 019 áéíóúñ¿«»–’,;.\"'|()/&%", min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    facts=st.lists(
        st.from_regex(r"[a-z]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True), min_size=1, max_size=6, unique=True
    ),
    values=st.lists(st.decimals(0, 10**9, places=2), min_size=6, max_size=6),
    words=st.lists(WORDS.filter(lambda said: said.strip()), min_size=6, max_size=6),
)
def test_what_is_keyed_is_what_comes_in(
    facts: list[str], values: list[object], words: list[str], geodata: Path
) -> None:
    rows = [
        {"fact": fact, "value": str(value), "unit": "things", "document": said, "note": said}
        for fact, value, said in zip(facts, values, words, strict=False)
    ]
    found = cited_facts.read(content(text(*rows)), geodata).parts[0].frame
    assert [*found["fact"]] == facts
    assert [*found["value"]] == [row["value"] for row in rows]
    assert [*found["document"]] == [row["document"].strip() for row in rows]
    assert found["source_id"].str.fullmatch(r"[A-Z][A-Z0-9_]+").all()


@settings(max_examples=80, deadline=None)
@given(at=st.integers(0, 1), column=st.sampled_from([*ROW]), cell=JUNK)
def test_a_damaged_cell_is_refused_or_harmless(at: int, column: str, cell: str, geodata: Path) -> None:
    changes: list[dict[str, str]] = [{}, {"fact": "x", "unit": "things"}]
    changes[at][column] = cell
    found = taken(cited_facts.read, text(*changes), geodata)
    assert found is None or len(found.parts[0].frame) == 2
