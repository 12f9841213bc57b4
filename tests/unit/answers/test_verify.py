"""A code is verified against every edition that is kept, after an import that restates numbers."""

from dataclasses import replace
from pathlib import Path

import pytest

from corridors import history
from corridors.answers.stamp import stamp
from corridors.answers.verify import Opened, Verdict, verify
from corridors.editions.rows import frame_of
from corridors.model.tables import BY_NAME
from corridors.model.verification import Verification, code, read
from corridors.model.view import ViewState
from corridors.sources.batch import Batch, Part
from corridors.store import Store
from tests.unit.editions import making

LANGS = ("en", "es")


def opened_in(state: Path, number: int) -> Store:
    root = history.root(making.GEODATA, state, number)
    return Store(root, state, number, shipped=making.GEODATA)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Edition 0 ships; edition 1 restates two published pairs, whose sum stays."""
    state = tmp_path_factory.mktemp("verify") / "state"
    rows = frame_of(making.GEODATA, BY_NAME["trace_pairs"])
    rows = rows[rows["source_id"] == "NFCTA_IV"].copy()
    rows["value"] = rows["value"].replace({"1618": "1628", "1191": "1181"})
    part = Part("trace_pairs", rows, {"source_id": ("NFCTA_IV",)})
    totals = {"guns": float(rows["value"].astype(float).sum())}
    made = making.take(Batch("atf_traces", "restated pairs", "2026-10", ("a test",), (part,), totals), state)
    assert (made.number, made.restated) == (1, 2)
    stores = {number: opened_in(state, number) for number in (0, 1)}
    return stores.__getitem__


def asked(made: str, opened: Opened, lang: str = "en") -> Verdict:
    return verify(made, lang, opened(1), opened)


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_that_an_import_restated_are_listed_before_and_after(opened: Opened, lang: str) -> None:
    found = asked(stamp("pairs", ViewState(), opened(0)).code, opened, lang)
    assert found.state == "restated"
    told = {one.what: (one.before, one.after) for one in found.changes}
    guns = "Guns" if lang == "en" else "Armas"
    assert told[f"Arizona · Sonora · {guns}"] == ("1,618", "1,628")
    assert told[f"Texas · Tamaulipas · {guns}"] == ("1,191", "1,181")
    assert not any("Chihuahua" in what for what in told)
    assert found.count == len(found.changes)
    assert (found.edition, found.now) == (opened(0).data_version[:7], opened(1).data_version[:7])
    assert found.edition in found.said
    assert found.now in found.said


@pytest.mark.parametrize("number", [0, 1])
def test_numbers_that_no_import_touched_are_unchanged(opened: Opened, number: int) -> None:
    assert asked(stamp("totals", ViewState(lang="es"), opened(number)).code, opened).state == "unchanged"


def test_what_the_edition_in_force_shows_is_unchanged(opened: Opened) -> None:
    assert asked(stamp("pairs", ViewState(), opened(1)).code, opened).state == "unchanged"


def test_an_edition_that_is_not_here_says_so(opened: Opened) -> None:
    said = replace(read(stamp("pairs", ViewState(), opened(1)).code), edition="abcdef0")
    same = asked(code(said), opened)
    assert same.state == "absent_same"
    assert "abcdef0 is not in this instance" in same.said
    other = asked(code(replace(said, digest="0123456789")), opened)
    assert other.state == "absent"
    assert "not the same" in other.said


def test_another_digest_of_an_edition_that_is_here_is_not_called_unchanged(opened: Opened) -> None:
    for number in (0, 1):
        said = replace(read(stamp("pairs", ViewState(), opened(number)).code), digest="0123456789")
        assert asked(code(said), opened).state == "other"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("typed", ["", "hello", "2202-SX9E-73HT-WMDX-JG06-1B00-KC", "/verify?t=pairs", "ñ" * 2000])
def test_a_mistyped_code_is_told_apart(opened: Opened, typed: str, lang: str) -> None:
    found = asked(typed, opened, lang)
    assert found.state == "mistyped"
    assert ("cannot be read" if lang == "en" else "no se puede leer") in found.said


@pytest.mark.parametrize("thing", ["records_pairs", "us_violence", "something_new"])
def test_what_is_not_in_the_edition_in_force_or_is_stopped_is_gone(opened: Opened, thing: str) -> None:
    said = Verification(thing, ViewState(), opened(1).data_version[:7], "0123456789")
    assert asked(code(said), opened).state == "gone"


def test_a_link_is_verified_like_a_code(opened: Opened) -> None:
    places = tuple(f"US-{one}" for one in ("TX", "AZ", "CA", "NM", "CO", "NV", "UT", "WA"))
    view = ViewState(origins=places, destinations=tuple(f"MX-{one:02d}" for one in range(1, 9)))
    made = stamp("pairs", view, opened(0)).code
    assert made.startswith("/verify?")
    assert asked(f"http://127.0.0.1:8050{made}", opened).state == "restated"
