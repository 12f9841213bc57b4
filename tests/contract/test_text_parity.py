"""Every string in both languages, with the same fields, used somewhere, and in neutral words."""

import ast
import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from corridors.answers.ledger import ledger
from corridors.model.measures import BY_ID
from corridors.model.places import is_place
from corridors.model.tables import TABLES
from corridors.store import Store
from corridors.text import AREAS, text
from corridors.text.documents import GUIDES, METHODS, guide, method
from tools.serving import ROOT

STRINGS = {key: pair for area in AREAS.values() for key, pair in area.items()}
# What is the same in both languages, and rightly so.
SAME = frozenset({"sources.original", "sources.redistribute.no", "fig.firepower.calibres", "fig.firepower.rifles",
                  "fig.firepower.short_revolvers", "fig.firepower.short_rifles"})  # fmt: skip
# Words that only English has: one of them in a Spanish string is a leftover.
ENGLISH = re.compile(
    r"\b(the|of|and|with|without|from|for|are|was|were|this|that|which|these|where|when|years?|guns?|traced|rates?|"
    r"shares?|states?|counts?|charts?|maps?|sources?|published|missing|selected|download|people|sold|bought|first|last)\b",
    re.IGNORECASE,
)
# Titles of documents and names of tools keep their language.
QUOTED = re.compile(
    r"Gun Violence Archive|State Firearm Laws|Mass Shooting|Small Arms Survey|source_id|Our World in Data"
)
FORBIDDEN = {
    "first sold in, never supplied by": r"supplied by|suministrad[ao]s? por",
    "secured is not forfeited": r"decomis|confiscat|incautad",
    "no group's name": r"CJNG|Jalisco New Generation|Jalisco Nueva Generaci|Sinaloa Cartel|C[aá]rtel de Sinaloa|Zetas|"
    r"Gulf Cartel|C[aá]rtel del Golfo|Familia Michoacana|\bcartels?\b|\bc[aá]rteles\b|\bc[aá]rtel\b",
    "no hot spots": r"hot ?spots?|punto caliente|foco rojo",
    "no scorecards or rankings of governments": r"\bgrade[sd]?\b|\bscorecard|"
    r"\bcalificaci[oó]n(es)? de (los )?(estados|gobiernos)",
}
LEGAL_TERM = re.compile(r"\bassault|\basalto", re.IGNORECASE)


def documents(lang: str) -> Iterator[tuple[str, str]]:
    yield from ((f"methods/{name}", method(name, lang)) for name in METHODS)
    yield from ((f"guide/{name}", guide(name, lang)) for name in GUIDES)


def fields(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


def test_every_key_has_both_languages() -> None:
    empty = [key for key, pair in STRINGS.items() if len(pair) != 2 or not all(part.strip() for part in pair)]
    assert not empty


def test_both_languages_have_the_same_fields() -> None:
    different = [key for key, (english, spanish) in STRINGS.items() if fields(english) != fields(spanish)]
    assert not different


def test_fields_are_named() -> None:
    assert not [
        key for key, pair in STRINGS.items() if any(not re.fullmatch(r"[a-z_0-9]+", f) for f in fields(pair[0]))
    ]


def plain(string: str) -> str:
    """A string without its fields, without code, and without titles that keep their language."""
    return QUOTED.sub("", re.sub(r"\{\w+\}|`[^`]*`", "", string))


def letters(string: str) -> str:
    """What has to be translated: the words that are neither fields nor names."""
    return re.sub(r"\{\w+\}|[^A-Za-zÀ-ÿ]", "", string)


def test_spanish_is_not_english() -> None:
    same = {key for key, (english, spanish) in STRINGS.items() if letters(english) and english == spanish}
    # A name (of a person, place, publisher or unit) has no lower-case word of its own to translate.
    same = {key for key in same if re.search(r"(^|\s)[a-zà-ÿ]{3,}", STRINGS[key][0])} - SAME
    assert not same


def test_the_list_of_what_is_the_same_holds_nothing_else() -> None:
    assert not [key for key in SAME if STRINGS[key][0] != STRINGS[key][1]]


def test_no_english_is_left_in_spanish() -> None:
    left = {key: match[0] for key, (_, es) in STRINGS.items() if (match := ENGLISH.search(plain(es)))}
    assert not left


@pytest.mark.parametrize("reason", FORBIDDEN)
def test_neutral_words(reason: str) -> None:
    pattern = re.compile(FORBIDDEN[reason], re.IGNORECASE)
    found = [key for key, pair in STRINGS.items() if any(pattern.search(part) for part in pair)]
    found += [f"{name}.{lang}" for lang in ("en", "es") for name, words in documents(lang) if pattern.search(words)]
    assert not found, reason


@pytest.mark.parametrize("reason", FORBIDDEN)
def test_claims_are_in_neutral_words(store: Store, reason: str) -> None:
    pattern = re.compile(FORBIDDEN[reason], re.IGNORECASE)
    said = {one.id: (one.gist_en, one.gist_es, one.reason_en, one.reason_es) for one in ledger(store)}
    assert not [id for id, texts in said.items() if any(map(pattern.search, texts))], reason


def test_assault_is_only_a_legal_term() -> None:
    laws = {key for key in STRINGS if re.search(r"(^|\.)laws?[._]", key)}
    assert not [key for key, pair in STRINGS.items() if key not in laws and any(map(LEGAL_TERM.search, pair))]


@cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "src").rglob("*.py"))}


@cache
def words() -> frozenset[str]:
    """Everything that can fill a key: string constants of Python and of the scripts, ids, measures of the data."""
    found = {table.name for table in TABLES} | {name for table in TABLES for name in table.names} | set(BY_ID)
    with (ROOT / "geodata" / "layouts" / "etrace_records" / "codes.csv").open(encoding="utf-8") as file:
        found |= {cell.replace(" ", "_") for row in csv.reader(file) for cell in row}
    for path, tree in trees().items():
        if path.parent.name != "text" or path.stem not in AREAS:
            found |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    found |= set(in_templates())
    for facts in (ROOT / "geodata" / "facts").glob("*.csv"):
        with facts.open(encoding="utf-8", newline="") as file:
            found |= {row.get("measure") or "" for row in csv.DictReader(file)}
    for script in (ROOT / "assets" / "js").glob("*.js"):
        found |= set(re.findall(r"""["'`]([\w.\- ]+)["'`]""", script.read_text(encoding="utf-8")))
        found |= set(re.findall(r"[\w-]+", script.read_text(encoding="utf-8")))
    return frozenset(found)


@cache
def tokens() -> frozenset[str]:
    """The words that longer constants are made of: `_long` in f"{base}_long" gives `long`."""
    return frozenset(bit for found in words() if " " not in found for bit in re.split(r"[._]", found))


@cache
def in_templates() -> tuple[str, ...]:
    """What stands in quotes inside the templates of the document (`{{ say('shell.skip') }}`)."""
    constants = [n.value for tree in trees().values() for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    templates = [value for value in constants if isinstance(value, str) and "{{" in value]
    return tuple(found for template in templates for found in re.findall(r"'([^'\s]+)'", template))


def pattern_of(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else "(.+)" for p in node.values]
    return re.compile("".join(parts))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The f-strings of the code that can be keys: they begin with the area's own prefix."""
    prefixes = {key.split(".")[0] + "." for key in STRINGS}
    joined = [n for tree in trees().values() for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) and n.values]
    starts = [n for n in joined if isinstance(n.values[0], ast.Constant)]
    made = [pattern_of(n) for n in starts if str(n.values[0].value).startswith(tuple(prefixes))]  # type: ignore[attr-defined]
    scripts = [path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "js").glob("*.js")]
    templates = re.findall(r"`([\w.]+\$\{[^`]+)`", "\n".join(scripts))
    fixed = [map(re.escape, re.split(r"\$\{[^}]+\}", template)) for template in templates]
    made += [re.compile("(.+)".join(parts)) for parts in fixed]
    return (*made, *(re.compile(re.escape(start) + "(.+)") for start in in_templates() if start.endswith(".")))


def is_used(key: str) -> bool:
    if key in words():
        return True
    return any(match and known(match) for match in (pattern.fullmatch(key) for pattern in patterns()))


def known(match: re.Match[str]) -> bool:
    """Whether each part that an f-string fills in is a word that the code holds, or a code of the data."""
    return all(part in words() or all(map(word, re.split(r"[._]", part))) for part in match.groups())


def word(part: str) -> bool:
    return part in tokens() or is_place(part) or bool(re.fullmatch(r"[A-Z]{2}|\d{3}", part))


def test_every_key_is_used() -> None:
    assert not sorted(key for key in STRINGS if not is_used(key))


def calls() -> Iterator[tuple[str, ast.expr]]:
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "text" and node.args:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


def test_every_key_that_is_asked_for_exists() -> None:
    missing = [
        f"{where} {arg.value!r}" for where, arg in calls() if isinstance(arg, ast.Constant) and arg.value not in STRINGS
    ]
    for where, arg in calls():
        if isinstance(arg, ast.JoinedStr) and not any(pattern_of(arg).fullmatch(key) for key in STRINGS):
            missing.append(f"{where} {ast.unparse(arg)}")
    assert not missing


def test_every_measure_and_table_has_its_words() -> None:
    keys = [f"measure.{id}.name" for id in BY_ID] + [f"sources.table.{table.name}" for table in TABLES]
    assert not [key for key in keys if key not in STRINGS]


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("no.such.key", "en")
