import pytest

from corridors.errors import DataError
from corridors.model.cards import NAMES, parse

GOOD = {
    "id": "ATF_SR", "publisher": "ATF", "document": "Matrix", "url": "", "published": "", "licence": "Public domain",
    "redistribute": "yes", "coverage": "", "via_press": False, "caveat_en": "Traces.", "caveat_es": "Rastreos.",
    "sha256": "",
}  # fmt: skip


def test_a_card_says_its_caveat_in_both_languages() -> None:
    card = parse("x", GOOD)
    assert (card.caveat("en"), card.caveat("es")) == ("Traces.", "Rastreos.")
    assert tuple(GOOD) == NAMES


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"colour": "red"}, "unknown field colour"),
        ({"via_press": "yes"}, "write true or false"),
        ({"published": 2020}, "write it as text"),
        ({"caveat_es": " "}, "caveat_es is empty"),
        ({"redistribute": "maybe"}, "use one of yes, figures-only, no, unknown"),
    ],
)
def test_a_malformed_card_says_where_and_what_to_write(change: dict[str, object], said: str) -> None:
    with pytest.raises(DataError, match=r"cards/x\.yml") as error:
        parse("cards/x.yml", {**GOOD, **change})
    assert said in str(error.value)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(DataError, match="add the field licence"):
        parse("x", {name: value for name, value in GOOD.items() if name != "licence"})
