"""Whose each row or column of a cube export is: INEGI's codes, and whether parts add up to what is printed.

A row of a state is followed by those of its municipalities; `33` is abroad, whose "municipalities" are 33, 34 and 35.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from corridors.sources.batch import Note
from corridors.sources.inegi_cube_regular import Cut
from corridors.sources.inegi_cube_table import Cube
from corridors.sources.inegi_slips import Slip, slips
from corridors.sources.inegi_states import ABROAD, COUNTRY, STATES, UNKNOWN
from corridors.sources.layouts import layout
from corridors.sources.names import codes, fold
from corridors.sources.problems import Problem, Refused, problem

Codes = npt.NDArray[np.int64]
_STATE: Final = re.compile(r" ?=CONCATENAR\([ 0],(\d\d)\) ?")
_TOWN_KEY: Final = 8  # characters of a municipality's key as it is written: a space before, between and after
_TOWN: Final = re.compile(r" ?(\d\d) (\d{3}) ?")
TOWNS_OF: Final = 1_000  # municipalities that a state may have; a smaller number is a state's
_DIGITS, _SPACES, _PLACES = [1, 2, 4, 5, 6], [0, 3, 7], 10 ** np.arange(4, -1, -1)
_ABROAD: Final = (33, 34, 35)  # the United States, other Latin America, other countries


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
    problems += _missing([int(code) for code in found if code], cube.header_row)
    problems += [
        problem("duplicate", row=cube.header_row, found=name)
        for at, name in enumerate(cube.header)
        if found[at] and found[at] in found[:at]
    ]
    if problems:
        raise Refused(problems)
    return found


def row_codes(cube: Cube, geodata: Path) -> Codes:
    """The code of each row as a number: of two digits for a state, five for a municipality, 0 for the country.

    Refused with every key that is none, every name that is not that of its key, and every state that is missing.
    """
    known = area_names(geodata)
    found = _usual(cube, known)
    return _checked(cube, known) if found is None else found


def _usual(cube: Cube, known: Mapping[str, str]) -> Codes | None:
    """The codes when every key and name is as it should be, written as usual; None otherwise."""
    keys, names = cube.columns
    if not isinstance(keys, Cut):
        return None
    found = _town_codes(keys)
    if found is None:
        return None
    heads = np.flatnonzero(found < 0)
    for at in heads.tolist():
        state = _code(keys[at])
        if len(state) != len(COUNTRY) or known.get(fold(names[at])) != state:
            return None
        found[at] = int(state)
    if heads[:1].tolist() != [0] or np.bincount(found).max() > 1 or _missing(found[heads].tolist(), 0):
        return None
    owner, own = np.repeat(found[heads], np.diff(heads, append=len(found))), found // TOWNS_OF
    abroad = (owner == _ABROAD[0]) & (own >= _ABROAD[0]) & (own <= _ABROAD[-1])
    right = (own > 0) & ((own == owner) | abroad)  # the country has no municipality of its own
    right[heads] = True
    return found if right.all() else None


def _town_codes(keys: Cut) -> Codes | None:
    """The numbers of municipalities' keys, -1 where a key is of another length; None when one is written otherwise."""
    found = np.full(len(keys), -1, dtype=np.int64)
    towns = np.flatnonzero(keys.ends - keys.starts == _TOWN_KEY)
    signs = keys.signs(towns, _TOWN_KEY)
    digits = signs[:, _DIGITS] - np.uint8(ord("0"))
    if (signs[:, _SPACES] != ord(" ")).any() or (digits > 9).any():
        return None
    found[towns] = digits @ _PLACES
    return found


def _checked(cube: Cube, known: Mapping[str, str]) -> Codes:
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
        elif state == COUNTRY or int(code) // TOWNS_OF not in (_ABROAD if state == ABROAD else (int(state),)):
            problems.append(problem("cube_key", row=row, found=key))
        found.append(code)
    seen: set[str] = set()
    twice = len(set(found)) < len(found)
    for code, (key, _), row in zip(found, cube.labels, cube.rows, strict=True) if twice else ():
        if code in seen:
            problems.append(problem("duplicate", row=row, found=key))
        seen.add(code)
    problems += _missing([int(code) for code in found if len(code) == len(COUNTRY)], 0)
    if problems:
        raise Refused(problems)
    return np.array([int(code) for code in found], dtype=np.int64)


def whole(cube: Cube, codes: Codes) -> tuple[Note, ...]:
    """A warning where months, municipalities or states do not add up to what is printed for them all."""
    values, added = cube.values, cube.sums()
    found: list[Slip] = [
        (written(codes[at]), int(values[at, 0]), int(added[at]))
        for at in np.flatnonzero(values[:, 0] != added).tolist()
    ]
    heads = np.flatnonzero(codes < TOWNS_OF)
    country = np.flatnonzero(codes[heads] == int(COUNTRY))[0]
    sums = np.add.reduceat(values, heads, axis=0) - values[heads]  # the rows below each, without its own
    sums[country] = values[heads].sum(axis=0) - values[heads[country]]
    at, column = np.nonzero(values[heads] != sums)
    order = np.argsort(at != country, kind="stable")  # the country first
    found += [
        (f"{written(codes[heads[row]])}, {cube.header[one]}", int(values[heads[row], one]), int(sums[row, one]))
        for row, one in zip(at[order].tolist(), column[order].tolist(), strict=True)
    ]
    return slips(found)


def written(code: int) -> str:
    """A code as INEGI writes it: `09`, `09015`."""
    return f"{code:02d}" if code < TOWNS_OF else f"{code:05d}"


def _code(key: str) -> str:
    if key in (" ", ""):
        return COUNTRY
    if town := _TOWN.fullmatch(key):
        return town[1] + town[2]
    state = _STATE.fullmatch(key)
    return state[1] if state and state[1] in (*STATES, ABROAD, UNKNOWN) else ""


def _missing(found: Iterable[int], row: int) -> list[Problem]:
    here = set(found)
    gone = [code for code in (COUNTRY, *STATES) if int(code) not in here]
    return [problem("states", row=row, missing=", ".join(gone))] if gone else []
