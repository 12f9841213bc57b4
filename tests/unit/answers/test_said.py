"""Small words that pages share: a true minus, a cut-off, a territory."""

from dataclasses import replace

import pytest

from corridors.answers.changes import said_key
from corridors.store import Store
from corridors.text.cards import published
from corridors.text.formats import number, percent


def test_a_negative_number_has_a_true_minus() -> None:
    assert (number(-1_234.5, "es", 1), percent(-24, "en")) == ("−1,234.5", "−24\u00a0%")


@pytest.mark.parametrize(("lang", "said"), [("en", "cut-off July 2025"), ("es", "corte a julio de 2025")])
def test_a_cut_off_of_any_month_is_said_in_the_language(store: Store, lang: str, said: str) -> None:
    card = replace(store.card("SESNSP_VICT"), published="cut-off July 2025")
    assert published(card, lang) == said


def test_a_territory_without_a_map_is_named(store: Store) -> None:
    key = {"year": "2024", "state_code": "GU"}
    assert said_key(key, store.cube["names"], "es") == "2024 · Guam"
