"""A good file of any publisher, damaged anywhere, is read or refused: no reader raises anything else, or hangs."""

import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridors.sources import personal, reading
from corridors.sources.door import open_file
from corridors.sources.problems import Refused
from tests.hostile import valid

NAMES = list(valid.files(Path()))
SECONDS = 10
SCRAPS = st.sampled_from(
    [b"", b"\0", b"\n", b'"', b",", b";", b"\xff", b"\xc3", b"-1", b"1e999", b"nan", b"=1+1", b" " * 99]
)


@cache
def good(name: str) -> bytes:
    with TemporaryDirectory() as folder:
        return valid.files(Path(folder))[name]()


def taken(path: Path) -> tuple[ModuleType | None, list[str]]:
    """The importer that knew a file, and the codes of its refusal (none when it was taken in)."""
    module = None
    try:
        content = open_file(path, valid.HINTS)
        module, _ = reading.identify(content)
        personal.check(content, valid.GEODATA, module.ID, getattr(module, "PERSONAL_DROPPED", ()))
        module.read(content, valid.GEODATA)
    except Refused as refused:
        lines = [one.line(lang) for one in refused.problems for lang in ("en", "es")]
        return module, [one.code for one in refused.problems if all(lines)]
    return module, []


def test_there_is_a_good_file_for_every_importer() -> None:
    assert {name.split()[0] for name in NAMES} == {module.ID for module in reading.SOURCES}


@pytest.mark.parametrize("name", NAMES)
def test_a_good_file_is_known_and_passes_the_look_for_persons(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(good(name))
    module, codes = taken(tmp_path / "file")
    assert module is not None
    assert name.split(maxsplit=1)[0] == module.ID
    assert not [code for code in codes if code.startswith("personal")]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, tmp_path: Path, data: st.DataObject) -> None:
    whole = good(name)
    how = data.draw(st.sampled_from(["cut", "flip", "put", "repeat"]))
    at = data.draw(st.integers(0, len(whole) - 1))
    if how == "cut":
        bad = whole[:at]
    elif how == "flip":
        bad = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    elif how == "put":
        bad = whole[:at] + data.draw(SCRAPS) + whole[at + data.draw(st.integers(0, 40)) :]
    else:
        bad = whole[:at] + whole[at : at + data.draw(st.integers(1, 400))] * 3 + whole[at:]
    (tmp_path / "file").write_bytes(bad)
    started = time.monotonic()
    module, codes = taken(tmp_path / "file")
    assert time.monotonic() - started < SECONDS
    assert module is not None or codes
