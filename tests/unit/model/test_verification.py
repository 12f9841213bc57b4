"""Verification codes: short, read back as they were, and no slip of a person goes unnoticed."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.errors import CodeError
from corridors.model import base32, numbered
from corridors.model import measures as m
from corridors.model.verification import Verification, code, read
from corridors.model.view import LANGS, MAPS, SPLITS, ViewState

# What was given a number stays where it is: append to `numbered`, never change these.
PINNED = {
    "THINGS": (59, "53cd76a73e45"),
    "MEASURES": (92, "2095b9992c35"),
    "STATES": (56, "ad31cdaf36c6"),
    "OFFICES": (53, "e9a00d7a65f5"),
}
US = [id for id in numbered.MEASURES if m.BY_ID[id].country == "US"]
MX = [id for id in numbered.MEASURES if m.BY_ID[id].country == "MX"]
OFFICES = [f"D-{office}" for office in numbered.OFFICES]
ORIGINS = [*(f"US-{state}" for state in numbered.STATES), *OFFICES, "US-48201", "US-01001"]
DESTINATIONS = [*(f"MX-{state:02d}" for state in range(1, 33)), "MX-26030", "MX-01001"]


def places(known: list[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(known), unique=True, max_size=most).map(tuple)


YEARS = st.tuples(st.integers(1990, 2099), st.integers(1990, 2099)).map(lambda pair: (min(pair), max(pair)))
VIEWS = st.builds(
    ViewState,
    lang=st.sampled_from(LANGS),
    us=st.sampled_from(US),
    mx=st.sampled_from(MX),
    years=YEARS,
    origins=places(ORIGINS, 8),
    destinations=places(DESTINATIONS, 8),
    layers=st.sets(st.sampled_from(m.LAYERS)).map(lambda on: tuple(one for one in m.LAYERS if one in on)),
    scheme=st.sampled_from(m.SCHEMES),
    map=st.sampled_from(MAPS),
    as_of=st.just("") | st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(str),
    lens=places(OFFICES, 2),
    split=st.sampled_from(("", *SPLITS)),
)
HEX = "0123456789abcdef"
SAID = st.builds(
    Verification,
    thing=st.sampled_from(numbered.THINGS),
    view=VIEWS,
    edition=st.text(HEX, min_size=7, max_size=7),
    digest=st.text(HEX, min_size=10, max_size=10),
)
SHORT = st.builds(
    Verification, st.sampled_from(numbered.THINGS), st.builds(ViewState, years=YEARS), st.just("02cf52e"),
    st.text(HEX, min_size=10, max_size=10),
)  # fmt: skip
PLAIN = Verification("pairs", ViewState(lang="es", years=(2022, 2023), origins=("US-TX",)), "02cf52e", "0123456789")


@given(SAID)
def test_a_code_or_a_link_reads_back_as_it_was(said: Verification) -> None:
    made = code(said)
    assert read(made) == said
    assert made.startswith("/verify?") or len(made) <= 40


@pytest.mark.parametrize("chosen", [{"origins": ("D-san-diego",)}, {"lens": ("D-san-diego",)}])
def test_a_view_with_other_measures_years_and_two_places_fits_into_a_code(chosen: dict[str, Any]) -> None:
    base = ViewState("es", "law_universal", "homicide_rate_inegi_occurrence", (2015, 2019), destinations=("MX-26",))
    view = replace(base, **chosen)
    made = code(Verification("map-us", view, "02cf52e", "0123456789"))
    assert not made.startswith("/")
    assert len(made) <= 40
    assert set(made) <= {*base32.ALPHABET, "-"}


def test_a_view_of_many_places_is_a_link() -> None:
    many = ViewState(origins=tuple(ORIGINS[:8]), destinations=tuple(DESTINATIONS[:8]))
    made = code(Verification("pairs", many, "02cf52e", "0123456789"))
    assert made.startswith("/verify?t=pairs&e=02cf52e&x=0123456789&v=1&")
    assert read(f"http://corridors.internal{made}").view == many


def test_a_thing_without_a_number_is_a_link() -> None:
    assert code(Verification("something_new", ViewState(), "02cf52e", "0123456789")).startswith("/verify?")


@given(SHORT, st.data())
def test_any_one_wrong_character_is_noticed(said: Verification, data: st.DataObject) -> None:
    letters = code(said).replace("-", "")
    at = data.draw(st.integers(0, len(letters) - 1))
    other = data.draw(st.sampled_from([one for one in base32.ALPHABET if one != letters[at]]))
    with pytest.raises(CodeError):
        base32.decode(letters[:at] + other + letters[at + 1 :])


@given(SHORT, st.data())
def test_any_two_characters_exchanged_are_noticed(said: Verification, data: st.DataObject) -> None:
    letters = list(code(said).replace("-", ""))
    one, other = (data.draw(st.integers(0, len(letters) - 1)) for _ in range(2))
    swapped = letters.copy()
    swapped[one], swapped[other] = letters[other], letters[one]
    if swapped == letters:
        assert read("".join(swapped)) == said
    else:
        with pytest.raises(CodeError):
            read("".join(swapped))


def test_a_code_is_read_as_people_type_it() -> None:
    made = code(PLAIN)
    assert read(f"  {made.lower().replace('-', ' ')}\n") == PLAIN
    typed = made.replace("0", "O").replace("1", "l")
    assert read(typed) == PLAIN


@pytest.mark.parametrize("typed", ["", "-", "U000", "ñ", "00", "0" * 32, "222", "/verify?t=pairs&e=02cf52e&x=1"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(CodeError):
        read(typed)


def test_a_code_of_a_later_version_says_so() -> None:
    with pytest.raises(CodeError, match="version 2"):
        read(base32.encode(2 << 76, 80))


def test_nothing_that_was_numbered_has_moved() -> None:
    for name, (count, digest) in PINNED.items():
        first = getattr(numbered, name)[:count]
        assert hashlib.sha256(" ".join(first).encode()).hexdigest()[:12] == digest, name
    assert m.LAYERS[:7] == ("border", "flows", "purchases", "districts", "ports", "roads", "cities")
    assert m.SCHEMES[:4] == ("quantile", "equal", "jenks", "fixed")
    assert (LANGS[:2], MAPS, SPLITS[:2]) == (("en", "es"), ("linked", "both"), ("people", "dealers"))


def test_every_list_is_without_doubles_and_has_room() -> None:
    for listed, most in (
        (numbered.THINGS, 256),
        (numbered.MEASURES, 256),
        (numbered.STATES, 64),
        (numbered.OFFICES, 128),
    ):
        assert len(set(listed)) == len(listed) <= most


def test_every_measure_has_a_number() -> None:
    assert set(m.BY_ID) <= set(numbered.MEASURES), "append the new measure to model/numbered.py"
