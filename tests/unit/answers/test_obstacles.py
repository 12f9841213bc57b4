"""Obstacles on both sides weigh the same; the figures beside them are of the facts."""

import pytest

from corridors.answers.obstacles import OBSTACLES, SIDES, obstacles
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")


def words(side: str, lang: str) -> str:
    return " ".join(text(f"obstacle.{id}.{part}", lang) for id in OBSTACLES[side] for part in ("title", "body"))


@pytest.mark.parametrize("lang", LANGS)
def test_both_sides_are_as_many_and_as_long(lang: str) -> None:
    assert len(OBSTACLES["us"]) == len(OBSTACLES["mx"])
    us, mx = (len(words(side, lang)) for side in SIDES)
    assert abs(us - mx) <= 0.1 * max(us, mx)


@pytest.mark.parametrize("lang", LANGS)
def test_as_many_have_no_published_measure(store: Store, lang: str) -> None:
    bare = {side: [one.id for one in obstacles(store, lang) if one.side == side and not one.figures] for side in SIDES}
    assert bare == {"us": ["privacy"], "mx": ["trust"]}


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_has_its_words_its_period_and_its_card(store: Store, lang: str) -> None:
    for one in obstacles(store, lang):
        for shown in one.figures:
            assert text(f"obstacle.{shown.id}", lang)
            assert shown.value
            assert shown.when
            assert shown.found.card.id != "PAPER_2020"


def test_the_figures_are_those_of_the_facts(store: Store) -> None:
    found = {shown.id: shown.value for one in obstacles(store, "en") for shown in one.figures}
    crossings = store.table("border_crossings_year")
    vehicles = crossings[(crossings["year"] == 2020) & (crossings["measure"] == "Personal Vehicles")]["value"].sum()
    assert found == {
        "seized": "1,012", "recovered": "56,000", "southbound": "1,125", "vehicles": f"{vehicles:,}",
        "secured": "24,236", "submitted": "25,884", "without": "14 of 32",
    }  # fmt: skip


def test_seizures_and_crossings_have_their_own_units() -> None:
    for lang in LANGS:
        assert text("obstacle.southbound", lang).split("(")[1] != text("obstacle.vehicles", lang).split("(")[1]
