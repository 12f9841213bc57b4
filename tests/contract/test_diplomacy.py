"""What Corridors hands out informs a dialogue and takes no side: no party, bill, candidate, cartel, grade or ranking.

The glossary alone may name the words that are not to be used: it says which not to confuse. The sentence of neutrality
names what it takes no side in; it is taken out before a text is read.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from corridors.answers.brief import AUDIENCES, brief
from corridors.answers.ledger import ledger
from corridors.answers.messages import messages
from corridors.answers.sayings import saying, sayings
from corridors.model.diplomacy import refused
from corridors.model.measures import MEASURES
from corridors.model.view import LANGS, ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.catalogue import AREAS

NEUTRAL = "message.neutral"


def words(thing: object) -> Iterator[str]:
    """Every text in a thing of dataclasses and their collections."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from words(value)
    elif isinstance(thing, tuple | list | frozenset):
        for one in thing:
            yield from words(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from words(getattr(thing, field.name))


def found(thing: object) -> list[tuple[str, str]]:
    """The words of a thing that have no place in it, each with its text."""
    said = list(words(thing))
    assert any(said)
    for lang in LANGS:  # the notes of a speaker hold both languages
        said = [one.replace(text(NEUTRAL, lang), "") for one in said]
    return [(word, one) for one in said if (word := refused(one))]


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_of_the_product_keeps_to_the_rules(lang: str) -> None:
    at = LANGS.index(lang)
    assert LANGS == ("en", "es")
    held = {key: both[at] for area in AREAS.values() for key, both in area.items() if key != NEUTRAL}
    assert found(held) == []


@pytest.mark.parametrize("lang", LANGS)
def test_messages_and_the_ledger_keep_to_the_rules(store: Store, lang: str) -> None:
    for message in messages(store):
        assert found((getattr(message, f"title_{lang}"), getattr(message, f"text_{lang}"))) == [], message.id
        assert found(getattr(message, f"base_{lang}")) == [], message.id
    for claim in ledger(store):
        assert found((getattr(claim, f"gist_{lang}"), getattr(claim, f"reason_{lang}"))) == [], claim.id


@pytest.mark.parametrize("lang", LANGS)
def test_claim_cards_keep_to_the_rules(store: Store, lang: str) -> None:
    view = ViewState(lang=lang)
    for name in sayings(store):
        assert found(saying(name, view, store)) == [], name
    for measure in (one for one in MEASURES if one.id in store.cube["measures"]):
        side = measure.country.lower()
        shown = replace(view, us=measure.id) if side == "us" else replace(view, mx=measure.id)
        assert found(saying(f"map-{side}", shown, store)) == [], measure.id


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("office", ["D-san-diego", "D-austin", "D-chicago", "D-san-juan"])
def test_briefs_keep_to_the_rules(store: Store, office: str, lang: str) -> None:
    for whom in AUDIENCES:
        assert found(brief(office, ViewState(lang=lang), store, whom)) == [], whom


def test_the_rules_still_bite() -> None:
    for said in ("guns supplied by Texas", "un punto rojo", "armas decomisadas", "vote for it", "el CJNG"):
        assert refused(said)
