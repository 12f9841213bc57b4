"""The catalogue: areas of strings, each `key -> (English, Spanish)`, merged once."""

from typing import Final

from corridors.text import (
    analysis,
    backtest,
    brief,
    changes,
    claim_faults,
    claims,
    claims_page,
    columns,
    corridors,
    deck,
    door,
    editor,
    estimates,
    evidence,
    exports,
    figures,
    home,
    import_page,
    laws,
    lens,
    measures,
    messages,
    pages,
    percents,
    places,
    present,
    problems,
    records,
    rehearsal,
    rehearsing,
    sayings,
    seizures,
    shell,
    story,
    wording,
)

Area = dict[str, tuple[str, str]]
AREAS: Final[dict[str, Area]] = {
    "shell": shell.TEXT,
    "places": places.TEXT,
    "present": present.TEXT,
    "story": story.TEXT,
    "editor": editor.TEXT,
    "measures": measures.TEXT,
    "messages": messages.TEXT,
    "laws": laws.TEXT,
    "lens": lens.TEXT,
    "estimates": estimates.TEXT,
    "evidence": evidence.TEXT,
    "exports": exports.TEXT,
    "figures": figures.TEXT,
    "home": home.TEXT,
    "import_page": import_page.TEXT,
    "pages": pages.TEXT,
    "changes": changes.TEXT,
    "claim_faults": claim_faults.TEXT,
    "claims": claims.TEXT,
    "claims_page": claims_page.TEXT,
    "columns": columns.TEXT,
    "corridors": corridors.TEXT,
    "deck": deck.TEXT,
    "backtest": backtest.TEXT,
    "brief": brief.TEXT,
    "problems": problems.TEXT,
    "door": door.TEXT,
    "records": records.TEXT,
    "rehearsal": rehearsal.TEXT,
    "rehearsing": rehearsing.TEXT,
    "sayings": sayings.TEXT,
    "percents": percents.TEXT,
    "analysis": analysis.TEXT,
    "seizures": seizures.TEXT,
    "wording": wording.TEXT,
}


def _merge() -> Area:
    merged: Area = {}
    for name, area in AREAS.items():
        if clash := merged.keys() & area.keys():
            raise ValueError(f"text area {name} repeats keys: {sorted(clash)}")
        merged.update(area)
    return merged


_ALL: Final = _merge()


def text(key: str, lang: str, /, **values: object) -> str:
    """The string of a key in a language (`en` or `es`), with `{name}` fields filled in.

    Raises KeyError for a key that no area has: a missing string is a defect, never a blank.
    """
    template = _ALL[key][1 if lang == "es" else 0]
    return template.format(**values) if values else template


def has(key: str) -> bool:
    """Whether a key is in the catalogue."""
    return key in _ALL


def keys() -> frozenset[str]:
    """Every key of the catalogue."""
    return frozenset(_ALL)
