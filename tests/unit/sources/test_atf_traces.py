"""ATF Mexico and the NFCTA in our keyed CSV: an original takes the place of the press, a new edition of nothing."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.build.totals import pairs, traces
from corridors.model.tables import BY_NAME
from corridors.sources import atf_traces as importer
from corridors.sources.batch import Batch
from corridors.sources.problems import Refused
from corridors.store import Store
from tests.unit.sources.atf_files import content

META = {
    "publisher": "U.S. ATF",
    "document": "Firearms Trace Data: Mexico, 2018-2023",
    "edition": "ATF Mexico 2018-2023",
    "published": "2024-11",
    "url": "https://www.atf.gov/resource-center/data-statistics",
}
HEADER = "table,year_start,year_end,source_area,recovery_area,measure,value,quality,page,printed_table,note"
WHOLE = (
    "trace_totals,2018,2023,all,Mexico,recovered_submitted_for_tracing,136894,exact,3,table 1,",
    "trace_totals,2018,2023,United States,Mexico,us_sourced,91900,exact,3,table 1,",
    "trace_totals,2018,2023,non-US or undetermined,Mexico,non_us_or_undetermined,44994,exact,3,table 1,",
    "trace_totals,2018,2023,non-US,Mexico,non_us_manufacturer,22126,exact,4,,",
    "trace_totals,2018,2023,undetermined,Mexico,undetermined,22868,exact,4,,",
    "trace_totals,2023,2023,all,Mexico,recovered_submitted_for_tracing,25001,exact,3,table 1,by year",
)


@pytest.fixture(scope="session")
def geodata(root: Path) -> Path:
    return root / "geodata"


def text(*rows: str, **meta: str) -> str:
    lines = [f"# {key}: {value}" for key, value in {**META, **meta}.items() if value]
    return "\n".join([*lines, HEADER, *rows]) + "\n"


def read(written: str, geodata: Path) -> Batch:
    return importer.read(content(written.encode(), "csv"), geodata)


def frame(batch: Batch, table: str = "trace_totals") -> pd.DataFrame:
    return next(part.frame for part in batch.parts if part.table == table)


def problems(written: str, geodata: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(Refused) as refused:
        read(written, geodata)
    assert all(one.line("en") and one.line("es") for one in refused.value.problems)
    return [(one.code, one.row, one.column, one.found) for one in refused.value.problems]


def test_the_layout_is_recognised_by_its_header(geodata: Path) -> None:
    template = (geodata / "layouts/atf_traces/template.csv").read_bytes()
    assert importer.recognise(content(template, "csv")) == ("the header of the layout atf_traces",)
    assert importer.recognise(content(b"year,measure,value\n2020,x,1\n", "csv")) == ()
    assert importer.recognise(content(template, "xlsx")) == ()


def test_the_template_is_refused_only_for_having_no_numbers(geodata: Path) -> None:
    template = (geodata / "layouts/atf_traces/template.csv").read_text()
    assert problems(template, geodata) == [("no_rows", 6, "", "")]
    # Its examples are rows of the layout: without the mark of a comment they come in.
    filled = template.replace("\n# trace_", "\ntrace_")
    assert [part.table for part in read(filled, geodata).parts] == ["trace_totals", "trace_pairs"]


def test_the_document_takes_the_place_of_the_press(geodata: Path) -> None:
    batch = read(text(*WHOLE), geodata)
    assert (batch.source, batch.edition, batch.published) == ("ATF_MX_2018_2023", "ATF Mexico 2018-2023", "2024-11")
    rows = frame(batch)
    assert tuple(rows.columns) == BY_NAME["trace_totals"].names
    assert rows["via_press"].tolist() == ["no"] * 6
    assert rows["value"].tolist() == ["136894", "91900", "44994", "22126", "22868", "25001"]
    assert rows["locator"].tolist()[:4] == ["page 3, table 1"] * 3 + ["page 4"]
    assert set(rows["source_id"]) == {"ATF_MX_2018_2023"}
    assert set(rows["document"]) == {META["document"]}
    assert batch.parts[0].scope == {"source_id": ("ATF_MX_2018_2023",)}
    assert [note.words("en") for note in batch.warnings] == [
        "5 numbers read through the press until now come from the document itself; their mark is cleared.",
        "us_sourced, 2018–2023: 91896 until now, 91900 in the document.",
        "non_us_or_undetermined, 2018–2023: 44998 until now, 44994 in the document.",
        "undetermined, 2018–2023: 22872 until now, 22868 in the document.",
    ]
    (card,) = batch.cards
    assert (card.via_press, card.published, card.url) == (False, "2024-11", META["url"])
    assert "press" not in card.caveat_en
    assert "prensa" not in card.caveat_es
    assert "not a random sample" in card.caveat_en


def test_totals_are_those_of_the_longest_span(geodata: Path) -> None:
    assert read(text(*WHOLE), geodata).totals == {
        "recovered_submitted_for_tracing": 136894, "us_sourced": 91900, "non_us_or_undetermined": 44994,
        "non_us_manufacturer": 22126, "undetermined": 22868,
    }  # fmt: skip


def test_what_the_document_does_not_say_stays_as_it_was(geodata: Path) -> None:
    batch = read(text(WHOLE[1]), geodata)
    rows = frame(batch)
    assert len(rows) == 5
    assert rows.loc[rows["via_press"] == "no", "measure"].tolist() == ["us_sourced"]
    (card,) = batch.cards
    assert card.via_press
    assert "Read as quoted by the press" in card.caveat_en


def test_two_press_readings_give_way_to_one_number(geodata: Path) -> None:
    """2007 was read as 17,352 and as 17,372; "more than 99,000" is of a news release and stays."""
    row = "trace_totals,2007,2007,all,Mexico,recovered_submitted_for_tracing,17352,exact,2,,"
    rows = frame(read(text(row, edition="ATF Mexico 2007-2011"), geodata))
    same = (rows["measure"] == "recovered_submitted_for_tracing") & (rows["year_end"] == "2007")
    assert rows.loc[same, ["value", "via_press"]].to_numpy().tolist() == [["17352", "no"]]
    assert "99000" in rows["value"].tolist()


@pytest.mark.parametrize(
    ("edition", "source", "years"),
    [
        ("ATF Mexico 2020-2025", "ATF_MX_2020_2025", "2025–2025"),
        ("NFCTA V 2024", "NFCTA_V", "2025–2025"),
        ("NFCTA VI", "NFCTA_VI", "2025–2025"),
    ],
)
def test_a_new_edition_has_a_card_and_rows_of_its_own(edition: str, source: str, years: str, geodata: Path) -> None:
    row = "trace_totals,2025,2025,all,Mexico,recovered_submitted_for_tracing,26000,exact,3,,"
    batch = read(text(row, edition=edition, document="A new document"), geodata)
    (card,) = batch.cards
    assert (batch.source, card.id, card.coverage, card.via_press) == (source, source, years, False)
    assert (card.document, card.published, card.sha256) == ("A new document", "2024-11", "")
    assert (len(frame(batch)), batch.parts[0].scope, batch.warnings) == (1, {"source_id": (source,)}, ())


def test_pairs_of_a_new_edition_do_not_collide_with_the_old(geodata: Path) -> None:
    row = "trace_pairs,2022,2023,Arizona,Sonora,traced_to_us_purchaser,1700,exact,12,figure 4,"
    new = frame(read(text(row, edition="NFCTA V 2022-2024"), geodata), "trace_pairs")
    old = pd.read_csv(geodata / "facts/trace_pairs.csv", dtype=str, keep_default_na=False)
    assert new[["us_state_code", "mx_state_code", "unit"]].to_numpy().tolist() == [["AZ", "26", "firearms"]]
    assert not pd.concat([old, new]).duplicated(list(BY_NAME["trace_pairs"].key)).any()


def test_what_was_subtracted_for_the_rest_goes_when_the_document_names_more(geodata: Path) -> None:
    """4,345 was our "other states": with Florida on its own it would be counted twice."""
    texas = "trace_source_places,2022,2023,Texas,Mexico,traced_to_us_purchaser,7825,exact,9,figure 2,"
    florida = texas.replace("Texas", "Florida").replace("7825", "510")
    table = "trace_source_places"
    only = frame(read(text(texas, edition="NFCTA IV 2022-2023"), geodata), table)
    assert "4345" in only["value"].tolist()
    both = frame(read(text(texas, florida, edition="NFCTA IV 2022-2023"), geodata), table)
    assert both["us_state_code"].tolist() == ["TX", "AZ", "CA", "NM", "", "FL"]
    assert "4345" not in both["value"].tolist()


def test_sums_that_the_document_prints_wrongly_are_its_slips(geodata: Path) -> None:
    rows = (
        WHOLE[0],
        WHOLE[1],
        WHOLE[2].replace("44994", "44990"),
        *(
            f"trace_totals,{year},{year},United States,Mexico,us_sourced,{value},exact,3,table 1,"
            for year, value in zip(range(2018, 2024), (15_000, 15_000, 15_000, 15_000, 15_000, 16_901), strict=True)
        ),
    )
    batch = read(text(*rows), geodata)
    said = [dict(note.values) for note in batch.warnings if note.code == "trace_sum"]
    assert said == [
        {
            "measure": "recovered_submitted_for_tracing", "years": "2018–2023",
            "parts": "us_sourced+non_us_or_undetermined", "found": 136890, "printed": 136894,
        },
        {"measure": "us_sourced", "years": "2018–2023", "parts": "its single years", "found": 91901, "printed": 91900},
    ]  # fmt: skip
    slips = frame(batch, "publisher_slips")
    assert slips[["year", "role", "place", "found", "printed"]].to_numpy().tolist() == [
        ["2023", "recovered_submitted_for_tracing", "2018-2023", "136890", "136894"],
        ["2023", "us_sourced", "2018-2023", "91901", "91900"],
    ]


@pytest.mark.parametrize(
    ("edition", "rows"),
    [
        ("ATF Mexico 2018-2023", WHOLE[:2]),
        ("NFCTA V 2022-2024", ("trace_pairs,2022,2024,Arizona,Sonora,traced_to_us_purchaser,1700,exact,12,,",)),
        ("NFCTA IV 2022-2023", ("trace_pairs,2022,2023,Arizona,Sonora,traced_to_us_purchaser,1700,exact,12,,",)),
        ("NFCTA IV 2022-2023", ("trace_source_places,2022,2023,Texas,Mexico,traced_to_us_purchaser,7826,exact,9,,",)),
    ],
)
def test_a_document_is_not_held_to_sums_of_the_press(
    edition: str, rows: tuple[str, ...], geodata: Path, store: Store
) -> None:
    tables = {name: store.table(name) for name in ("trace_totals", "trace_pairs", "trace_source_places")}
    for part in read(text(*rows, edition=edition), geodata).parts:
        if part.table in tables:
            held = tables[part.table]
            new = part.frame.astype({"value": float, "year_start": int, "year_end": int})
            tables[part.table] = pd.concat([held[~held["source_id"].isin(part.scope["source_id"])], new])
    assert traces(tables) == []
    assert pairs(tables) == []


def test_spellings_of_a_state_are_one_state(geodata: Path) -> None:
    row = "trace_pairs,2022,2023,TEXAS,Nuevo León,traced_to_us_purchaser,1158,exact,12,figure 4,"
    batch = read(text(row, edition="NFCTA IV 2022-2023"), geodata)
    rows = frame(batch, "trace_pairs")
    assert len(rows) == 7
    one = rows[rows["mx_state_code"] == "19"]
    assert one[["source_area", "recovery_area", "via_press"]].to_numpy().tolist() == [["Texas", "Nuevo Leon", "no"]]
    assert batch.cards[0].via_press  # the other six are still read through the press


def test_the_country_is_not_the_state_of_its_name(geodata: Path) -> None:
    rows = (
        "trace_recovery_places,2024,2024,United States,Mexico,traced_to_us_purchaser,9000,exact,1,,",
        "trace_recovery_places,2024,2024,United States,Estado de México,traced_to_us_purchaser,90,exact,1,,",
    )
    found = frame(read(text(*rows, edition="NFCTA V"), geodata), "trace_recovery_places")
    assert found["mx_state_code"].tolist() == ["", "15"]


def test_places_within_a_state_have_no_code_of_a_state(geodata: Path) -> None:
    row = 'trace_source_places,2024,2024,"Houston, Texas",Mexico,traced_to_us_purchaser,900,rounded,1,,'
    found = frame(read(text(row, edition="NFCTA V"), geodata), "trace_source_places")
    assert found[["us_state_code", "source_area", "quality"]].to_numpy().tolist() == [["", "Houston, Texas", "rounded"]]


def test_a_spreadsheet_may_have_saved_it(geodata: Path) -> None:
    """Semicolons, a byte-order mark, and empty cells after the lines that say which document it is."""
    lines = text(*WHOLE).splitlines()
    saved = "\ufeff" + "\r\n".join(
        f'"{line}";;;;' if line.startswith("#") else line.replace(",", ";") for line in lines
    )
    assert read(saved, geodata).totals == read(text(*WHOLE), geodata).totals


def test_every_mistake_is_named_at_once(geodata: Path) -> None:
    rows = (
        "trace_total,2018,2018,all,Mexico,us_sourced,1,exact,3,,",
        "trace_totals,18,2018,all,Mexico,us_sourced,1,exact,3,,",
        "trace_totals,2020,2019,all,Mexico,us_sourced,1,exact,3,,",
        'trace_totals,2018,2024,all,Mexico,us_sourced,"91,896",exact,3,,',
        "trace_totals,2018,2018,all,Mexico,us_sourced_share,101,Exact,,,",
        "trace_pairs,2018,2018,Texsa,Sonora,traced_to_us_purchaser,1,exact,3,,",
        "trace_pairs,2018,2018,Texas,Sonorra,us_sourced,1,exact,3,,",
        "trace_totals,2018,2018,non-US,Mexico,non_us,1,exact,3,,",
        "trace_totals,2018,2018,non-US,Mexico,non_us,2,exact,3,,",
        "trace_totals,2018,2018,non-US",
    )
    assert problems(text(*rows, url="www.atf.gov", published=""), geodata) == [
        ("trace_meta", 0, "published", ""),
        ("trace_meta", 0, "url", "www.atf.gov"),
        ("trace_table", 6, "table", "trace_total"),
        ("trace_year", 7, "year_start", "18"),
        ("trace_outside", 7, "year_start", "18"),
        ("trace_span", 8, "year_end", "2019"),
        ("number", 9, "value", "91,896"),
        ("trace_outside", 9, "year_end", "2024"),
        ("empty", 10, "page", ""),
        ("trace_quality", 10, "quality", "Exact"),
        ("percent", 10, "value", "101"),
        ("trace_area", 11, "source_area", "Texsa"),
        ("trace_measure", 12, "measure", "us_sourced"),
        ("trace_area", 12, "recovery_area", "Sonorra"),
        ("duplicate", 14, "measure", "non_us"),
        ("ragged", 15, "", "4"),
    ]


def test_an_unknown_family_is_refused(geodata: Path) -> None:
    assert problems(text(WHOLE[0], edition="GAO-16-223"), geodata) == [("trace_edition", 0, "edition", "GAO-16-223")]


def test_a_missing_column_is_named(geodata: Path) -> None:
    assert problems(text(*WHOLE).replace(",page,", ",leaf,"), geodata) == [("header", 6, "", "")]


def test_an_import_of_the_same_document_again_changes_nothing(geodata: Path, tmp_path: Path) -> None:
    first = read(text(*WHOLE), geodata)
    for folder in ("names", "layouts", "cards", "facts"):
        shutil.copytree(geodata / folder, tmp_path / folder)
    path = tmp_path / "facts/trace_totals.csv"
    held = pd.read_csv(path, dtype=str, keep_default_na=False)
    held = held[held["source_id"] != first.source]
    pd.concat([held, frame(first)]).to_csv(path, index=False)
    again = read(text(*WHOLE), tmp_path)
    assert frame(again).to_numpy().tolist() == frame(first).to_numpy().tolist()
    assert again.warnings == ()


@settings(max_examples=25, deadline=None)
@given(
    values=st.lists(st.integers(0, 10**6), min_size=1, max_size=6),
    note=st.text(alphabet="aZñáéíóú,;|#\"'“”–7", max_size=20),
)
def test_every_number_comes_back_in_its_row(root: Path, values: list[int], note: str) -> None:
    quoted = note.replace('"', '""')
    rows = [
        f'trace_totals,{2018 + at},{2018 + at},all,Mexico,trace_requests,{value},exact,{at + 1},,"{quoted}"'
        for at, value in enumerate(values)
    ]
    found = frame(read(text(*rows, edition="ATF Mexico 2018-2029"), root / "geodata"))
    assert found["value"].tolist() == [str(value) for value in values]
    assert set(found["note"]) == {note}
