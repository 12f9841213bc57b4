"""The language of evidence: what it gives, that a missing row is never a number, and what a bad expression is told."""

from collections.abc import Mapping

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.analysis.expressions import Found, evaluate, rounds
from corridors.analysis.grammar import Type, read
from corridors.errors import DataError

TOTALS = pd.DataFrame(
    {
        "edition": ["A 2017", "A 2018", "A 2018", "B"],
        "year_start": [2017, 2017, 2018, 2018],
        "measure": ["submitted", "submitted", "submitted", "share"],
        "value": [100.0, 120.0, 40.0, float("nan")],
        "publisher": ["ATF", "ATF", "ATF", "GAO"],
        "via_press": ["yes", "no", "no", "no"],
        "source_id": ["ONE", "TWO", "TWO", "THREE"],
    }
)


def facts(table: str) -> pd.DataFrame | None:
    return TOTALS if table == "trace_totals" else None


def give(text: str, values: Mapping[str, float | str | bool | None] | None = None) -> Found:
    known: dict[str, Type] = dict.fromkeys(values or {}, "number")
    found = {name: Found(value) for name, value in (values or {}).items()}
    return evaluate(read(text, "here", known), facts, found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('value(trace_totals, edition == "A 2017")', 100.0),
        ('value(trace_totals, year_start == 2017, measure == "submitted", latest = edition)', 120.0),
        ('value(trace_totals, edition == "B", column = publisher)', "GAO"),
        ('sum(trace_totals, measure == "submitted")', 260.0),
        ('min(trace_totals, measure == "submitted")', 40.0),
        ("max(trace_totals, column = year_start)", 2018.0),
        ("count(trace_totals)", 4.0),
        ('count(trace_totals, year_start == 2018, of = measure == "submitted")', 1.0),
        ('count(trace_totals, of = measure == "other")', 0.0),
        ('exists(trace_totals, starts(edition, "A"))', True),
        ('exists(trace_totals, contains(publisher, "DEA"))', False),
        ("exists(world_firearms)", False),
        ("names(trace_totals, column = publisher)", "ATF, GAO"),
        ("share(x, 200)", 25.0),
        ("rounds(70.28, 70)", True),
        ("-(x + 2 * 3) / 4", -14.0),
        ("not x > 50 or missing(x)", True),
        ("first(value(world_firearms), x)", 50.0),
    ],
)
def test_what_an_expression_gives(text: str, value: object) -> None:
    assert give(text, {"x": 50}).value == value


@pytest.mark.parametrize(
    "text",
    [
        'value(trace_totals, edition == "C")',  # no row
        "value(world_firearms)",  # no table
        "value(trace_totals, year_start == 2017)",  # rows that disagree
        'value(trace_totals, edition == "B")',  # not reported
        "sum(trace_totals)",  # one cell of the sum not reported
        'count(trace_totals, edition == "C")',  # nothing to count among is not zero
        "1 / 0",
        "share(1, 0)",
        " * ".join(["1e14"] * 30),
        "value(trace_totals, year_start == gone)",
        "gone + 1",
        "gone > 1",
        "gone > 1 and 2 > 1",
        "gone > 1 or 1 > 2",
        "not gone > 1",
    ],
)
def test_what_is_missing_stays_missing(text: str) -> None:
    assert give(text, {"gone": None}).value is None


def test_what_is_certain_without_the_missing_value_is_said() -> None:
    assert give("gone > 1 and 1 > 2", {"gone": None}).value is False
    assert give("gone > 1 or 2 > 1", {"gone": None}).value is True


def test_sources_are_those_of_the_rows_read_and_second_hand_sticks() -> None:
    found = give(
        'value(trace_totals, edition == "A 2017") + value(trace_totals, edition == "A 2018", year_start == 2018)'
    )
    assert found.sources == (("ONE", True), ("TWO", False))


@pytest.mark.parametrize(
    ("value", "stated", "same"),
    [
        (70.28, 70, True),
        (70.5, 70, False),
        (69.5, 70, True),
        (4.44, 4.4, True),
        (4.45, 4.4, False),
        (41.538, 42.0, True),
    ],
)
def test_rounding_is_to_the_decimals_that_were_stated(value: float, stated: float, same: bool) -> None:
    assert rounds(value, stated) is same


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("value(trace_total)", "here, character 7: value begins with a table of facts"),
        ("value()", "here, character 1: value begins with a table of facts"),
        ('value(trace_totals, editon == "A")', "here, character 21: trace_totals has no such column; it has edition"),
        ("value(trace_totals, edition == 5)", "character 32: a text is expected here, this is a number"),
        ('value(trace_totals, edition > "A")', "character 21: only numbers have an order"),
        ("value(trace_totals, column = values)", "character 30: trace_totals has no such column"),
        ("value(consulates)", "character 1: consulates has no column value; write column = one of"),
        ("sum(trace_totals, column = edition)", "sum reads a column of numbers"),
        ("names(trace_totals, column = value)", "names reads a column of texts"),
        ("count(trace_totals, latest = edition)", "count has no latest =; it has of"),
        ('starts(edition, "A")', "character 1: write names, numbers"),
        ("share(1)", "share takes 2 values, 1 are given"),
        ("first(1)", "first takes two or more values, 1 are given"),
        ("first(1, 'a')", "a number is expected here, this is a text"),
        ("value(trace_totals, year_start == 1 + 1)", "character 35: a column is compared with a number"),
        ("x", "character 1: x is not a name of this claim; it has none"),
        ("1 + 'a'", "character 5: a number is expected here, this is a text"),
        ("not 1", "character 5: a truth is expected here, this is a number"),
        ("1 <", "character 4: cannot be read"),
        ("(" * 500, "cannot be read"),
        ("1 + " * 400 + "1", "longer than 1000 characters"),
        ("__import__('os').system('true')", "character 1: write names, numbers"),
        ("().__class__", "character 1: write names"),
        ("[x for x in (1,)]", "character 1: write names"),
        ("lambda: 1", "character 1: write names"),
        ("True", "character 1: write names"),
        ("1 ** 9", "character 1: write names"),
        ("\0", "cannot be read"),
        ("-" * 900 + "1", "nested more than 40 times"),
        ("9" * 900, "character 1: write names, numbers"),
        ("1e999", "character 1: write names, numbers"),
    ],
)
def test_a_bad_expression_is_one_clear_message(text: str, said: str) -> None:
    with pytest.raises(DataError) as refused:
        read(text, "here", {})
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


WORDS = st.sampled_from(
    ["value", "count", "trace_totals", "edition", "==", '"A"', "(", ")", ",", "and", "not", "1", "2.5", "x", "+", "/",
     "share", "missing", "of", "=", "latest", "starts", "<", ".", "[", "]", "lambda", "'", "if"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join)))
def test_whatever_is_written_is_read_or_refused_and_never_fails(text: str) -> None:
    try:
        expression = read(text, "here", {"x": "number"})
    except DataError:
        return
    found = evaluate(expression, facts, {"x": Found(3.0)}).value
    kinds = {"number": float, "text": str, "truth": bool}
    assert found is None or type(found) is kinds[expression.type]
