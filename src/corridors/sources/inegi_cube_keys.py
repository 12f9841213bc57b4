"""Whose each row or column of a cube export is: INEGI's codes, and whether parts add up to what is printed.

A row of a state is followed by those of its municipalities; `33` is abroad, whose "municipalities" are 33, 34 and 35.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from corridors.sources.batch import Note
from corridors.sources.inegi_cube_table import Cube
from corridors.sources.inegi_slips import Slip, slips
from corridors.sources.inegi_states import ABROAD, COUNTRY, STATES, UNKNOWN
from corridors.sources.layouts import layout
from corridors.sources.names import codes, fold
from corridors.sources.problems import Problem, Refused, problem

_STATE: Final = re.compile(r" ?=CONCATENAR\([ 0],(\d\d)\) ?")
_TOWN_KEY: Final = 8  # characters of a municipality's key as it is written: a space before, between and after
_TOWN: Final = re.compile(r" ?(\d\d) (\d{3}) ?")
_ABROAD: Final = (ABROAD, "34", "35")  # the United States, other Latin America, other countries


def area_names(geodata: Path) -> dict[str, str]:
    """Folded name -> code of the states, the country, abroad and not specified."""
    others = {fold(row["name"]): row["code"] for row in layout(geodata, "inegi_cube", "areas")}
    return {**codes(geodata, "MX"), **others}


def areas(cube: Cube, geodata: Path) -> list[str]:
    """The codes of the columns. Refused with every unknown or repeated name, and when a state is missing."""
    known = area_names(geodata)
    found = [known.get(fold(name), "") for name in cube.header]
    problems = [
        problem("state", row=cube.header_row, found=name)
        for name, code in zip(cube.header, found, strict=True)
        if not code
    ]
    problems += _missing(found, cube.header_row)
    problems += [
        problem("duplicate", row=cube.header_row, found=name)
        for at, name in enumerate(cube.header)
        if found[at] and found[at] in found[:at]
    ]
    if problems:
        raise Refused(problems)
    return found


def row_codes(cube: Cube, geodata: Path) -> list[str]:
    """The code of each row: two digits for a state, five for a municipality, `00` for the country.

    Refused with every key that is none, every name that is not that of its key, and every state that is missing.
    """
    known = area_names(geodata)
    return _usual(cube, known) or _checked(cube, known)


def _usual(cube: Cube, known: Mapping[str, str]) -> list[str]:
    """The codes when every key and name is as it should be, written as usual; none otherwise."""
    keys, names = cube.columns
    found = "\n".join(keys).replace(" ", "").split("\n")  # of a municipality's key its five digits remain
    heads = np.flatnonzero(np.fromiter(map(len, keys), np.int64, len(keys)) != _TOWN_KEY).tolist()
    if heads[:1] != [0] or len(found) != len(keys):
        return []  # a municipality before any state, or a line end within a key
    for start, stop in pairwise((*heads, len(keys))):
        state = found[start] = _code(keys[start])
        owners = "|".join(_ABROAD) if state == ABROAD else state
        right = len(state) == len(COUNTRY) and known.get(fold(names[start])) == state
        if not right or not re.fullmatch(rf"(?: (?:{owners}) [0-9]{{3}} )*", "".join(keys[start + 1 : stop])):
            return []
    return [] if len(set(found)) < len(found) or _missing(found, 0) else found


def _checked(cube: Cube, known: Mapping[str, str]) -> list[str]:
    """The codes one by one, with everything that is wrong with them."""
    found: list[str] = []
    problems: list[Problem] = []
    state = COUNTRY
    for (key, name), row in zip(cube.labels, cube.rows, strict=True):
        code = _code(key)
        if not code:
            problems.append(problem("cube_key", row=row, found=key))
        elif len(code) == 2:
            state = code
            if known.get(fold(name)) != code:
                problems.append(problem("state", row=row, found=name))
        elif code[:2] not in (_ABROAD if state == ABROAD else (state,)):
            problems.append(problem("cube_key", row=row, found=key))
        found.append(code)
    seen: set[str] = set()
    twice = len(set(found)) < len(found)
    for code, (key, _), row in zip(found, cube.labels, cube.rows, strict=True) if twice else ():
        if code in seen:
            problems.append(problem("duplicate", row=row, found=key))
        seen.add(code)
    problems += _missing(found, 0)
    if problems:
        raise Refused(problems)
    return found


def whole(cube: Cube, codes: Sequence[str]) -> tuple[Note, ...]:
    """A warning where months, municipalities or states do not add up to what is printed for them all."""
    values, added = cube.values, cube.sums()
    found: list[Slip] = [
        (codes[at], int(values[at, 0]), int(added[at])) for at in np.flatnonzero(values[:, 0] != added).tolist()
    ]
    heads = np.flatnonzero(np.fromiter(map(len, codes), np.int64, len(codes)) == len(COUNTRY)).tolist()
    country = codes.index(COUNTRY)
    states = np.array([at for at in heads if at != country])
    sums = np.add.reduceat(values, heads, axis=0) - values[heads]  # the rows below each, without its own
    places = [country, *states.tolist()]
    wanted = np.stack([values[states].sum(axis=0), *sums[[heads.index(at) for at in places[1:]]]])
    at, column = np.nonzero(values[places] != wanted)
    found += [
        (f"{codes[places[row]]}, {cube.header[one]}", int(values[places[row], one]), int(wanted[row, one]))
        for row, one in zip(at.tolist(), column.tolist(), strict=True)
    ]
    return slips(found)


def _code(key: str) -> str:
    if key in (" ", ""):
        return COUNTRY
    if town := _TOWN.fullmatch(key):
        return town[1] + town[2]
    state = _STATE.fullmatch(key)
    return state[1] if state and state[1] in (*STATES, ABROAD, UNKNOWN) else ""


def _missing(found: Sequence[str], row: int) -> list[Problem]:
    here = set(found)
    gone = [code for code in (COUNTRY, *STATES) if code not in here]
    return [problem("states", row=row, missing=", ".join(gone))] if gone else []
