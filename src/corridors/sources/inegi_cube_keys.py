"""Whose each row or column of a cube export is: INEGI's codes, and whether parts add up to what is printed.

A row of a state is followed by those of its municipalities; `33` is abroad, whose "municipalities" are 33, 34 and 35.
"""

import re
from collections.abc import Sequence
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
    values, off = cube.values, cube.values[:, 0] - cube.sums()
    found: list[Slip] = [
        (codes[at], int(values[at, 0]), int(values[at, 0] - off[at])) for at in np.flatnonzero(off).tolist()
    ]
    states = np.array([at for at, code in enumerate(codes) if len(code) == 2 and code != COUNTRY])
    towns = np.array([at for at, code in enumerate(codes) if len(code) == 5], dtype=np.int64)
    owners = states[np.searchsorted(states, towns) - 1]
    sums = np.zeros_like(values)
    np.add.at(sums, owners, values[towns])
    country = codes.index(COUNTRY)
    sums[country] = values[states].sum(axis=0)
    found += [
        (f"{codes[at]}, {cube.header[column]}", int(values[at, column]), int(sums[at, column]))
        for at in (country, *states.tolist())
        for column in np.flatnonzero(values[at] != sums[at]).tolist()
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
    gone = [code for code in (COUNTRY, *STATES) if code not in found]
    return [problem("states", row=row, missing=", ".join(gone))] if gone else []
