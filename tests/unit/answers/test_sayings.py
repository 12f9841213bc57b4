"""Every figure has a card in both languages: with its base, what it does not show, the citation, and the attack."""

import json
import re
from dataclasses import replace

import pytest

from corridors.answers import charts
from corridors.answers.district import offices
from corridors.answers.lens import lens
from corridors.answers.sayings import WORDS, Saying, figure_saying, plain, saying, sayings
from corridors.answers.sayings_percents import meanings, percents
from corridors.model.kinds import Kind
from corridors.model.measures import MEASURES, Measure
from corridors.model.view import LANGS, ViewState
from corridors.store import Store

DIPLOMACY = re.compile(
    r"\b(republican|democrat|demócrata|senator|senador|congress(man|woman)|diputad|bill\b|iniciativa de ley|"
    r"candidat|cartel|cártel|CJNG|Zetas|supplied by|suministrad|hot ?spot|foco rojo|punto caliente|scorecard|incautad|"
    r"confiscad)",
    re.IGNORECASE,
)
MARK = {"en": "ESTIMATE, not ATF data", "es": "ESTIMACIÓN, no son datos de la ATF"}


def words(card: Saying) -> str:
    return " ".join(
        [card.title, card.say, *card.not_shown, *card.attack.rivals, card.attack.objection, card.attack.answer]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_has_a_card_with_its_base_and_no_two_are_alike(store: Store, lang: str) -> None:
    names = sayings(store)
    cards = {name: saying(name, ViewState(lang=lang), store) for name in names}
    assert {*charts.names(store), *charts.analyses(store), *charts.SAID, "backtest", "map-us", "map-mx"} <= {*names}
    for name, card in cards.items():
        assert card.base.rstrip(".") in card.say, name
        assert card.period in card.say, name
        assert card.attack.base == card.base
        assert store.data_version in card.attack.edition
        assert not re.search(r"\b[A-Z]+_[A-Z0-9_]+", card.attack.edition), "a document by its title, not by its id"
        assert card.citation[-1].endswith(f"lang={lang}"), name
        assert "{" not in words(card), name
        assert not DIPLOMACY.search(words(card)), (name, DIPLOMACY.search(words(card)))
    assert len(set(names)) == len(names)
    assert len({plain(card, lang) for card in cards.values()}) == len(cards)


@pytest.mark.parametrize("one", MEASURES, ids=lambda measure: measure.id)
def test_a_map_has_a_card_for_every_measure(store: Store, one: Measure) -> None:
    if one.id not in store.cube["measures"]:
        assert one.needs  # its data come by import
        return
    side = one.country.lower()
    for lang in LANGS:
        view = replace(ViewState(lang=lang), us=one.id) if side == "us" else replace(ViewState(lang=lang), mx=one.id)
        card = saying(f"map-{side}", view, store)
        assert card.base.rstrip(".") in card.say


def test_the_card_is_of_the_view(store: Store) -> None:
    card = saying("map-us", ViewState(origins=("US-TX",)), store)
    assert "7,825" in card.say
    earlier = saying("map-mx", ViewState(years=(2018, 2018)), store)
    assert "2018" in earlier.period
    assert saying("ladder", ViewState(years=(2010, 2010)), store).period == "2007–2011"


def test_only_the_numbers_of_the_figure_are_said(store: Store) -> None:
    for name in ("totals", "origins", "pairs", "clock"):
        assert saying(name, ViewState(), store).say.startswith(charts.chart(name, ViewState(), store).summary)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_modelled_says_so_first(store: Store, lang: str) -> None:
    corridors = saying("corridors", ViewState(lang=lang), store)
    assert corridors.say.startswith(MARK[lang])
    assert corridors.kind is Kind.MODELLED
    assert any("CPC" in line for line in corridors.not_shown)
    assert re.match("Esti", saying("early_notice", ViewState(lang=lang), store).say)


def test_no_card_without_its_base_or_without_what_it_does_not_show(store: Store) -> None:
    card = saying("totals", ViewState(), store)
    with pytest.raises(ValueError, match="base"):
        replace(card, base=" ")
    with pytest.raises(ValueError, match="not show"):
        replace(card, not_shown=())
    with pytest.raises(KeyError):
        saying("lens.san-diego.nothing", ViewState(), store)


def test_the_paper_is_no_source_of_a_card(store: Store) -> None:
    card = saying("totals", ViewState(), store)
    assert not any("Asking the Impossible" in line for line in card.citation)
    assert any("not evidence" in line for line in card.attack.rivals)


def test_rival_figures_come_from_the_tables(store: Store) -> None:
    rows = store.table("flow_estimates")
    found = " ".join(saying("flow_estimates", ViewState(), store).attack.rivals)
    assert all(f"{value:,.0f}" in found for value in rows.loc[rows["unit"] == "firearms per year", "value"])
    assert "413" in " ".join(saying("us_violence", ViewState(), store).attack.rivals)


@pytest.mark.parametrize("lang", LANGS)
def test_every_number_of_every_lens_has_a_card(store: Store, lang: str) -> None:
    rungs = set()
    for office in offices(store, lang):
        found = lens(store, office.id, lang)
        for figure in (figure for section in found.sections for figure in section.figures):
            card = figure_saying(figure, found, ViewState(lang=lang, lens=(office.id,)), store)
            rungs.add(figure.rung)
            assert not DIPLOMACY.search(words(card)), card.name
            assert card == saying(card.name, ViewState(lang=lang, lens=(office.id,)), store)
            assert not re.match("Base", card.base), card.name  # whatever shows a base sets the label itself
            assert plain(card, lang).count("Base: ") == 1, card.name
            assert card.attack.base == card.base
    assert rungs == {"district", "state", "sector", "none"}


def test_a_copy_has_the_base_the_limits_and_the_citation(store: Store) -> None:
    copied = plain(saying("home", ViewState(lang="es"), store), "es")
    assert "Base: las 18,206 armas" in copied
    assert "Lo que esto no muestra:" in copied
    assert "(vía prensa)" in copied
    assert store.data_version in copied


def test_seventy_four_percent_means_three_things(store: Store) -> None:
    for lang in LANGS:
        found = meanings(store, lang)[74]
        assert [one.id for one in found] == ["abroad", "dealers", "firearm_share_of_known_sesnsp"]
        assert len({one.base for one in found}) == 3
    assert [one.id for one in meanings(store, "en")[76]] == ["first_sale"]
    assert [one.id for one in meanings(store, "en")[90]] == ["seized_and_traced"]
    assert {"us_sourced", "homicides_inegi"} <= {one.id for one in meanings(store, "en")[70]}


def test_no_percentage_is_of_the_paper_and_each_says_who_printed_it(store: Store) -> None:
    found = percents(store, "en")
    assert len(found) > 80
    assert all(one.publisher and one.figure for one in found)
    assert not any(one.value == pytest.approx(69.3) for one in found)  # read only in the paper


def test_no_figure_is_typed_into_the_words(store: Store) -> None:
    written = json.dumps(store.words(WORDS), ensure_ascii=False)
    assert not re.findall(r"\d+(?:\.\d+)? ?%|\d{1,3},\d{3}", written.replace("100,000", ""))
    for topic in store.words(WORDS)["topics"].values():
        assert len(topic["not_en"]) == len(topic["not_es"])
