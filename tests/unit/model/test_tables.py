import pytest

from corridors.model.tables import BY_NAME, CATEGORIES, LEDGER, TABLES, column


def test_a_column_is_read_from_its_short_form() -> None:
    found = column("value:number?[firearms]")
    assert (found.name, found.type, found.unit, found.optional) == ("value", "number", "firearms", True)
    assert found.numeric
    assert (column("note").type, column("note!").type) == ("text", "name")
    assert [column(name).type for name in ("source_id", "quality", "kind", "via_press")] == [
        "source", "quality", "kind", "yesno",
    ]  # fmt: skip


@pytest.mark.parametrize("spec", ["a b", "value:colour", "value:number[guns", ""])
def test_a_malformed_column_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        column(spec)


def test_tables_are_named_once_and_their_keys_are_columns() -> None:
    assert len(BY_NAME) == len(TABLES)
    for table in TABLES:
        assert set(table.key) <= set(table.names), table.name
        assert table.name == LEDGER or "source_id" in table.names, table.name
        assert len(set(table.names)) == len(table.names), table.name


def test_numbers_have_a_unit_in_their_column_or_in_their_row() -> None:
    bare = {
        (table.name, column.name)
        for table in TABLES
        for column in table.columns
        if column.numeric and column.type in ("int", "number") and not column.unit and "unit" not in table.names
    }
    # Ordinal numbers, codes, and values whose measure names the unit.
    assert {name for _, name in bare} <= {"row", "seq", "sequence", "month", "code", "value"}


def test_categories_are_of_columns_that_exist() -> None:
    assert all(name in BY_NAME[table].names for table, name in CATEGORIES)
