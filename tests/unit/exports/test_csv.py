"""CSV files: the citation, numbers as numbers, and no formula."""

import csv
import io
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.answers.chart import Column
from corridors.answers.download import DOWNLOADS, Download, download
from corridors.exports.csv import BOM, cell, file, safe
from corridors.model.view import ViewState
from corridors.store import Store


def read(content: bytes) -> tuple[list[str], list[list[str]]]:
    text = content.decode("utf-8").removeprefix(BOM)
    lines = text.split("\r\n")
    comments = [line for line in lines if line.startswith("# ")]
    return comments, list(csv.reader(io.StringIO("\r\n".join(lines[len(comments) :]))))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|'/c calc'!A1"])
def test_what_looks_like_a_formula_gets_a_quote(text: str) -> None:
    assert safe(text).startswith("'")


@pytest.mark.parametrize("text", ["Texas", "2022–2023", "México", "a=b", "70 %", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


@given(st.text())
def test_no_text_is_ever_a_formula_or_two_lines(text: str) -> None:
    made = safe(text)
    assert not made.lstrip(" ").startswith(("=", "+", "-", "@"))
    assert len(made.splitlines()) <= 1


@pytest.mark.parametrize(
    ("value", "written"),
    [(-3.5, -3.5), (7.0, 7), (math.nan, ""), (None, ""), (True, "true"), ("-3", "'-3"), (0, 0)],
)
def test_numbers_stay_numbers(value: object, written: object) -> None:
    assert cell(value) == written


def test_a_file_is_comments_header_and_rows() -> None:
    frame = pd.DataFrame({"place": ["=Texas", "Sonora, MX"], "value": [-1.5, math.nan], "hidden": [1, 2]})
    columns = (Column("place", "Place"), Column("value", "Value, %", 1))
    name, content = file(Download("x", frame, columns, ("Title: a\nb", "Base: c")))
    comments, rows = read(content)
    assert name == "corridors-x.csv"
    assert comments == ["# Title: a b", "# Base: c"]
    assert rows[0] == ["Place", "Value, %"]
    assert rows[1:3] == [["'=Texas", "-1.5"], ["Sonora, MX", ""]]


@pytest.mark.parametrize("name", [name for name in DOWNLOADS if name != "us_violence"])  # its licence stops it
def test_each_download_reads_back_as_it_was(store: Store, name: str) -> None:
    found = download(name, ViewState(lang="es"), store)
    comments, rows = read(file(found)[1])
    assert len(comments) == len(found.citation)
    assert rows[0] == [column.header for column in found.columns]
    body = [row for row in rows[1:] if row]
    assert len(body) == len(found.frame)
    numeric = next(at for at, column in enumerate(found.columns) if column.digits is not None)
    for text, value in zip((row[numeric] for row in body), found.frame[found.columns[numeric].id], strict=True):
        assert (text == "") if pd.isna(value) else math.isclose(float(text), float(value))
