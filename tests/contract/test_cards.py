"""Cards: complete in both languages, honest about licences, and the ones that measures need."""

import json
import re
from dataclasses import asdict
from pathlib import Path

from corridors.build.cube import CHART_ONLY
from corridors.build.facts import read_cards
from corridors.model.cards import REDISTRIBUTE
from corridors.model.measures import MEASURES
from corridors.store import Store


def test_cards_are_compiled_as_written(root: Path, store: Store) -> None:
    compiled = json.loads((root / "geodata" / "built" / "cards.json").read_bytes())
    assert compiled == {id: asdict(card) for id, card in read_cards(root / "geodata").items()}
    assert store.cards() == read_cards(root / "geodata")


def test_caveats_are_written_in_each_language(store: Store) -> None:
    for card in store.cards().values():
        assert len(card.caveat_en) > 25, card.id
        assert len(card.caveat_es) > 25, card.id
        assert card.caveat_en != card.caveat_es, card.id
        assert card.caveat_en.endswith(".")
        assert card.caveat_es.endswith(".")
        assert not re.search(r"\b(the|and|of)\b", card.caveat_es), card.id


def test_nothing_that_may_not_be_redistributed_is_carried(store: Store) -> None:
    found = {card.redistribute for card in store.cards().values()}
    assert found <= set(REDISTRIBUTE)
    assert "no" not in found
    assert all(card.licence for card in store.cards().values())


def test_every_measure_has_its_cards(store: Store) -> None:
    shown = [measure for measure in (*MEASURES, *CHART_ONLY) if measure.id in store.cube["measures"]]
    needed = {source for measure in shown for source in measure.sources}
    assert needed <= set(store.cards())


def test_the_caveats_that_readers_need_most_are_there(store: Store) -> None:
    assert "not a random sample" in store.card("ATF_SR").caveat_en
    assert "no son una muestra aleatoria" in store.card("NFCTA_IV").caveat_es
    assert "half year" in store.card("SESNSP_VICT").caveat_en
    assert "never evidence" in store.card("PAPER_2020").caveat_en
