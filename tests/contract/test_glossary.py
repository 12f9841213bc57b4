"""The glossary is complete in both languages, and no text uses the words that it rules out."""

import re

import pytest

from corridors.answers.glossary import glossary
from corridors.model.view import LANGS
from corridors.store import Store
from corridors.text import AREAS
from corridors.text.documents import GUIDES, METHODS, guide, method

FIELDS = {
    "id",
    "en",
    "es",
    "means_en",
    "means_es",
    "not_en",
    "not_es",
    "source_en",
    "source_es",
    "never_en",
    "never_es",
}
FORFEIT = re.compile(r"decomis", re.IGNORECASE)
DECIDED = re.compile(r"no está decidid|aún no está decomis|no es decomiso|pérdida|juez", re.IGNORECASE)


def texts(store: Store, lang: str) -> dict[str, str]:
    """Every text of a language: the catalogue, guides, methods, and the words of the cards."""
    at = 1 if lang == "es" else 0
    found = {key: pair[at] for area in AREAS.values() for key, pair in area.items()}
    found |= {f"guide/{name}": guide(name, lang) for name in GUIDES}
    found |= {f"methods/{name}": method(name, lang) for name in METHODS}
    words = store.words("sayings")
    found |= {f"shared/{id}": line[lang] for id, line in words["shared"].items()}
    for id, topic in words["topics"].items():
        found[f"topics/{id}"] = " ".join([*topic[f"not_{lang}"], topic[f"objection_{lang}"], topic[f"answer_{lang}"]])
    return found


def test_every_term_has_every_field_in_both_languages(store: Store) -> None:
    rows = store.words("glossary")["terms"]
    assert all(set(row) == FIELDS for row in rows)
    assert not [row["id"] for row in rows if not all(row[key] for key in FIELDS if not key.startswith("never"))]
    assert {"asegurada", "decomiso", "trace", "recovery", "time_to_crime"} <= {row["id"] for row in rows}
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("lang", LANGS)
def test_a_term_is_told_in_one_language(store: Store, lang: str) -> None:
    assert all(term.name and term.means and term.confused and term.source for term in glossary(store, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_uses_a_word_that_the_glossary_rules_out(store: Store, lang: str) -> None:
    for row in store.words("glossary")["terms"]:
        if pattern := row[f"never_{lang}"]:
            never = re.compile(pattern, re.IGNORECASE)
            found = [key for key, words in texts(store, lang).items() if never.search(words)]
            # The guide may name the word that is ruled out, in order to rule it out.
            assert not [key for key in found if not key.startswith(("guide/", "methods/"))], row["id"]


def test_securing_is_never_called_forfeiture(store: Store) -> None:
    found = {key: words for key, words in texts(store, "es").items() if FORFEIT.search(words)}
    assert not [key for key, words in found.items() if not DECIDED.search(words)]
