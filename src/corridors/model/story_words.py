"""The fields of a scene's words: `{name}` in a title or a sentence, and the rows of the facts that fill it."""

import re
from collections.abc import Mapping
from typing import Any, Final

from corridors.model.tables import BY_NAME

OFFICE: Final = "office"  # filled by the name of the consulate, in a story that one tells
DIGITS: Final = 4
_FIELD: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_BRACE: Final = re.compile(r"[{}].{0,20}")
_FIGURE: Final = frozenset({"table", "where", "digits", "percent", "count"})
_SCALAR: Final = (str, int, float)
_Fields = Mapping[str, Any]


def unfilled(scene: _Fields, key: str, lens: bool) -> str:
    """The first field in the words `key` of a scene that nothing fills, or the first brace that is none; "" else."""
    known = {*scene.get("figures", {}), *scene.get("shares", {}), *scene.get("periods", {}), *([OFFICE] * lens)}
    words = scene.get(key, "")
    strange = next((match[0] for match in _FIELD.finditer(words) if match[1] not in known), "")
    stray = _BRACE.search(_FIELD.sub("", words))
    return strange or (stray[0] if stray else "")


def fault_of_figures(scene: _Fields) -> tuple[str, str] | None:
    """The first of `citations`, `claims`, `figures`, `shares`, `periods` that is not what it should be, and why."""
    for name in ("citations", "claims"):
        if not all(isinstance(one, str) for one in scene.get(name, ())):
            return name, "must be a list of names"
    figures = scene.get("figures", {})
    for name, one in figures.items():
        if said := _figure(name, one):
            return "figures", f"{name}: {said}"
    for name, pair in scene.get("shares", {}).items():
        if not (isinstance(pair, list) and len(pair) == 2 and all(each in figures for each in pair)):
            return "shares", f"{name}: give two figures, the part and the whole"
    for name, of in scene.get("periods", {}).items():
        if not isinstance(of, str) or of not in figures:
            return "periods", f"{name}: give the figure whose date it is"
    return None


def _figure(name: Any, found: Any) -> str:
    if not isinstance(name, str) or not _FIELD.fullmatch(f"{{{name}}}"):
        return "is no name: use small letters, digits and _"
    if not isinstance(found, dict) or found.keys() - _FIGURE or not {"table", "where"} <= found.keys():
        return f"give table and where, and of {', '.join(sorted(_FIGURE))} nothing else"
    if found["table"] not in BY_NAME:
        return f"{found['table']!r} is no table of the facts"
    where, names = found["where"], BY_NAME[found["table"]].names
    if not isinstance(where, dict) or not all(isinstance(one, _SCALAR) for one in where.values()):
        return "where: give columns and the value of each"
    if strange := [one for one in where if one not in names]:
        return f"{strange[0]!r} is no column of {found['table']}"
    if "source_id" not in names or ("value" not in names and not found.get("count")):
        return f"{found['table']} has no value with a source"
    digits = found.get("digits", 0)
    if isinstance(digits, bool) or not isinstance(digits, int) or not 0 <= digits <= DIGITS:
        return f"digits: 0 to {DIGITS}"
    return "" if all(isinstance(found.get(one, False), bool) for one in ("percent", "count")) else "true or false"
