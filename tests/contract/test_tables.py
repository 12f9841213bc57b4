"""The tables that ship: carried whole, cited, and in agreement with figures that anyone can look up."""

from pathlib import Path

import pytest

from corridors.model.kinds import Kind
from corridors.model.tables import LEDGER, TABLES, UNVERIFIED
from corridors.store import Store

SHIPPED = [table for table in TABLES if not table.optional]
MEGABYTE = 1_000_000


@pytest.mark.parametrize("table", [t for t in SHIPPED if t.name != LEDGER], ids=lambda table: table.name)
def test_every_row_has_a_source_and_says_what_kind_of_number_it_is(store: Store, table: object) -> None:
    frame = store.table(table.name)  # type: ignore[attr-defined]
    assert set(frame["source_id"]) <= set(store.cards())
    if "kind" in frame and table.name != "published_routes":  # type: ignore[attr-defined]
        assert set(frame["kind"]) <= {kind.value for kind in Kind}
        assert (frame["quality"] != UNVERIFIED).all()


def test_the_facts_stay_small(root: Path) -> None:
    assert sum(path.stat().st_size for path in (root / "geodata" / "facts").iterdir()) < 9 * MEGABYTE
    assert sum(path.stat().st_size for path in (root / "geodata" / "built" / "tables").iterdir()) < 2 * MEGABYTE


def test_grades_and_the_unusable_row_are_not_carried(store: Store) -> None:
    assert not any("grade" in table.name for table in TABLES)
    assert "GIFFORDS" not in store.cards()
    assert not (store.table("trace_totals")["value"] == 2_475_000).any()


def test_the_ladder_of_bases_is_carried_with_its_citation(store: Store) -> None:
    frame = store.table("trace_totals")
    ladder = frame[frame["source_id"] == "SAS_2013"].set_index("measure")
    assert ladder["value"].to_dict() == {
        "us_sourced": 68_161, "traced_to_us_retail_purchaser": 27_825, "traced_to_foreign_country": 1_461,
        "purchaser_not_determined": 38_875,
    }  # fmt: skip
    assert set(ladder["locator"]) == {"table 12.6"}


def test_no_group_of_criminals_is_named(root: Path) -> None:
    for path in (root / "geodata" / "facts").glob("*.csv"):
        assert "CJNG" not in path.read_text(encoding="utf-8"), path.name


def test_figures_read_second_hand_say_so(store: Store) -> None:
    pairs = store.table("trace_pairs")
    assert set(pairs["via_press"]) == {"yes"}
    assert store.card("NFCTA_IV").via_press


def test_the_readme_lists_every_card_and_table(root: Path, store: Store) -> None:
    said = (root / "geodata" / "README.md").read_text(encoding="utf-8")
    for card in store.cards().values():
        assert f"| `{card.id}` | {card.publisher} | {card.licence} | {card.redistribute} |" in said
    for table in SHIPPED:
        assert f"| `{table.name}` | {len(store.table(table.name)):,} |" in said
    for path in (root / "geodata" / "built" / "derived").glob("*.parquet"):
        assert f"| `{path.stem}` | {len(store.derived(path.stem)):,} |" in said
