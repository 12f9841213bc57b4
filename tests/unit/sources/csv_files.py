"""CSV files in publishers' layouts, written here: nothing of them is copied from a real one."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import strategies as st

from corridors.sources.batch import Batch, Part
from corridors.sources.content import Content
from corridors.sources.problems import Refused

# What a fuzzer puts into one cell of a good file.
JUNK = st.one_of(
    st.text(alphabet="0123456789.,;- '\"\n\táéñxXeE+%", max_size=12),
    st.sampled_from(["", "-1", "1,234", "1.5", "0x1F", "NA", "nan", "inf", "1e9", "٣", "12.0", " 7 ", "9" * 30]),
)


def content(data: bytes | str) -> Content:
    """A CSV as the door hands it over; its name says nothing."""
    raw = data.encode() if isinstance(data, str) else data
    return Content(Path("download"), raw, "csv", hashlib.sha256(raw).hexdigest())


def written(header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """A table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def refusal(read: Callable[[Content, Path], Batch], data: bytes | str, geodata: Path) -> Refused:
    """The refusal of a file; the test fails when it is taken in."""
    with pytest.raises(Refused) as caught:
        read(content(data), geodata)
    return caught.value


def taken(read: Callable[[Content, Path], Batch], data: bytes | str, geodata: Path) -> Batch | None:
    """What a file brings, or None when it is refused, which it can say in both languages."""
    try:
        return read(content(data), geodata)
    except Refused as refused:
        if not all(one.line("en") and one.line("es") for one in refused.problems):
            raise
        return None


def codes(refused: Refused) -> list[str]:
    """The codes of a refusal's problems, in their order."""
    return [one.code for one in refused.problems]


def shipped(part: Part, geodata: Path) -> pd.DataFrame:
    """The rows of the data that ship for which a part speaks."""
    found = pd.read_csv(geodata / "facts" / f"{part.table}.csv", dtype=str, keep_default_na=False)
    for column, values in part.scope.items():
        found = found[found[column].isin(values)]
    return found.reset_index(drop=True)
