"""The stamp of whatever leaves the product, and the digest in its code."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from corridors.answers import charts
from corridors.answers.digest import digest
from corridors.answers.stamp import MARKINGS, stamp, stamp_of, stamped
from corridors.answers.taken import taken, things
from corridors.errors import CorridorsError
from corridors.model.verification import read
from corridors.model.view import ViewState
from corridors.store import Store
from tools.serving import ROOT

STOPPED = "us_violence"  # a source whose terms are not known
CORRIDORS = "corridors-2022-2023-fitted-ports-seizures"
VIEW = ViewState(lang="es", years=(2022, 2023), origins=("US-TX", "D-el-paso"), destinations=("MX-26",))


@pytest.fixture(scope="module")
def all_things(store: Store) -> list[str]:
    return [name for name in (*things(store), CORRIDORS) if name != STOPPED]


def test_every_thing_has_a_stamp_with_base_citation_claim_and_a_code_that_reads_back(
    store: Store, all_things: list[str]
) -> None:
    for name in all_things:
        found = stamp(name, VIEW, store)
        assert found.title, name
        assert found.say, name
        assert found.base, name
        assert found.not_shown, name
        assert found.citation[-1].endswith(store.data_version)
        assert any("Texas, circunscripción consular de El Paso" in line for line in found.filters)
        assert len(found.code) <= 40
        said = read(found.code)
        assert store.data_version.startswith(said.edition)
        assert said.digest == digest(taken(name, VIEW, store))
        assert (said.view, said.thing) == (VIEW, name.replace("-2022-2023", ""))


def test_the_digest_is_the_same_in_both_languages(store: Store, all_things: list[str]) -> None:
    for name in all_things:
        found = {digest(taken(name, replace(VIEW, lang=lang), store)) for lang in ("en", "es")}
        assert len(found) == 1, name


def test_a_number_a_period_or_a_base_changes_the_digest(store: Store) -> None:
    found = taken("pairs", VIEW, store)
    frame = found.frame.assign(guns=found.frame["guns"] + 1)
    others = [replace(found, frame=frame), replace(found, period="2021–2022"), replace(found, base="17,718 guns")]
    assert len({digest(one) for one in (found, *others)}) == 4
    assert digest(replace(found, base="17717 of them")) == digest(replace(found, base="17,717 guns"))


def test_suppressed_missing_and_zero_are_three_digests(store: Store) -> None:
    found = taken("map-us", VIEW, store)
    said = ("suppressed by the source", "not published", "zero")
    assert len({digest(replace(found, frame=found.frame.assign(status=one))) for one in said}) == 3


def test_the_day_is_the_clocks_and_a_marking_comes_first() -> None:
    store = Store(ROOT / "geodata", clock=lambda: datetime(2026, 10, 31, 23, 59, tzinfo=UTC))
    found = stamp("pairs", ViewState(), store, "onward")
    assert found.made == "2026-10-31"
    assert found.marking == "Not for onward release"
    rows = stamped(taken("pairs", ViewState(), store), found)
    assert rows.citation[0] == "Marking: Not for onward release"
    assert rows.citation[-1] == f"Verification code: {found.code}"
    assert "Made on: 2026-10-31" in rows.citation


@pytest.mark.parametrize("marking", MARKINGS)
def test_a_marking_is_by_choice_and_changes_no_code(store: Store, marking: str) -> None:
    assert stamp("pairs", ViewState(), store, marking).code == stamp("pairs", ViewState(), store).code


def test_an_unknown_marking_is_refused(store: Store) -> None:
    with pytest.raises(CorridorsError, match="onward, draft"):
        stamp("pairs", ViewState(), store, "secret")


def test_a_view_of_many_places_has_a_link(store: Store) -> None:
    many = ViewState(origins=tuple(f"US-{one}" for one in ("TX", "AZ", "CA", "NM", "CO", "NV", "UT", "WA")),
                     destinations=tuple(f"MX-{one:02d}" for one in range(1, 9)))  # fmt: skip
    found = stamp_of(taken("pairs", many, store), "pairs", many, store)
    assert found.code.startswith("/verify?t=pairs")
    assert found.tail[-1].startswith("Link to verify")


def test_the_view_of_an_earlier_day_and_a_consulate_stand_in_the_filters(store: Store) -> None:
    view = ViewState(as_of="2026-10-31", lens=("D-san-diego",))
    lines = stamp("map-mx", view, store).filters
    assert "As it stood on: 2026-10-31" in lines
    assert "Consulate: consular district of San Diego" in lines
    assert any(line.startswith("Measure: ") for line in lines)


def test_everything_that_is_named_can_be_taken(store: Store) -> None:
    assert set(charts.names(store)) <= set(things(store))
    with pytest.raises(KeyError):
        taken("corridors-fitted-ports-guns", ViewState(), store)


@pytest.mark.parametrize("office", ["D-san-diego", "D-san-juan"])
def test_the_numbers_of_a_consulate_have_a_stamp_of_their_own(store: Store, office: str) -> None:
    found = stamp("lens", ViewState(lang="es", lens=(office,)), store)
    assert found.say
    assert found.base
    assert read(found.code).view.lens == (office,)
    assert read(found.code).digest == digest(taken("lens", ViewState(lens=(office,)), store))
    with pytest.raises(KeyError):
        stamp("lens", ViewState(), store)


@pytest.mark.parametrize(("lang", "words"), [("en", "without a district"), ("es", "sin circunscripción")])
def test_a_consulate_without_a_district_says_so_in_its_file(store: Store, lang: str, words: str) -> None:
    found = taken("lens", ViewState(lang=lang, lens=("D-san-juan",)), store)
    assert words in found.say
    (row,) = found.frame.to_dict("records")
    assert (words in row["label"], row["words"], row["place"]) == (True, "", "San Juan")
