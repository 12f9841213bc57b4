"""The rows of an SESNSP file against what they must be: every fault with its line, then codes in place of words.

A column has few values: each is looked at once, and the rows only through the places of theirs.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from corridors.sources.layouts import Shape
from corridors.sources.names import fold
from corridors.sources.problems import SHOWN, Problem, Refused, problem
from corridors.sources.sesnsp_scan import MONTHS, NAMED, Rows, Scan, Whole, Words

FIRST: Final = 2015  # the methodology begins
LAST: Final = 2100
_YEAR: Final = re.compile("[0-9]{4}")
_TOWN: Final = re.compile("[0-9]{5}")
_MOST: Final = 1 << 62  # keys of whole numbers stay below it
Report = Callable[..., None]
Told = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Names:
    """What words stand for: folded spelling -> code."""

    states: Mapping[str, str]
    crimes: Mapping[str, str]
    weapons: Mapping[str, str]


@dataclass(frozen=True)
class Cleaned:
    """The kept rows in codes: of the place (a state, or a municipality in a file by municipality), the crime and the
    means; the months as in `Rows`. `last` is the last month that is published ("2025-06")."""

    year: Words
    place: Words
    crime: Words
    means: Words
    months: Whole
    last: str


def clean(found: Scan, rows: Rows, shape: Shape, names: Names) -> Cleaned:
    """The kept rows of a file. Refused with every problem of the file."""
    problems = list(found.problems)

    def report(code: str, wrong: Told, column: str, **values: str | int) -> None:
        header, words = shape.header[shape.at[column]], rows.words.get(column)
        for at in np.flatnonzero(wrong)[:NAMED].tolist():
            said = words.values[words.at[at]] if words else ""  # of the months only an empty cell is reported
            problems.append(Problem(code, "", int(rows.line[at]), header, said[:SHOWN], values))

    year = rows.words["year"].become(rows.words["year"].values)  # in their order
    right = year.told(_is_year(one) for one in year.values)
    report("year", ~right, "year", first=FIRST, last=LAST)
    state = _states(rows, names, report)
    means = _codes(rows.words["weapon"], names.weapons)
    report("weapon", means.at < 0, "weapon")
    town = _towns(rows, state, report)
    crime = _codes(rows.words["subtype"], names.crimes)
    others = [rows.words[name] for name in ("sex", "age") if name in rows.words]
    twice = _twice([year, state, *([town] if town else []), crime, means, *others])
    report("duplicate", twice & right & (state.at >= 0), "subtype")
    here = {year.values[at] for at in np.unique(year.at[right])}
    last = max((month for month in found.published if month[:4] in here), default="")
    if not found.problems:  # a cell that is no number is told once
        _holes(year, rows.months, right, last, report)
    problems += _all_states(year, state, right, sorted(set(names.states.values())))
    if not last:
        problems.append(problem("no_rows", row=shape.row))
    if problems:
        raise Refused(sorted(problems, key=lambda one: one.row))
    return Cleaned(year, town or state, crime, means, rows.months, last)


def _is_year(said: str) -> bool:
    return bool(_YEAR.fullmatch(said)) and FIRST <= int(said) <= LAST


def _codes(words: Words, known: Mapping[str, str]) -> Words:
    return words.become([known.get(fold(word)) for word in words.values])


def _states(rows: Rows, names: Names, report: Report) -> Words:
    """The INEGI code of each row's state: the printed code, which must be that of the printed name."""
    said = _codes(rows.words["state"], names.states)
    report("state", said.at < 0, "state")
    report("state_pair", _differ(said, rows.words["state_code"], lambda code: code.zfill(2)), "state_code")
    return said


def _differ(state: Words, other: Words, code: Callable[[str], str]) -> Told:
    """The rows of a known state whose other cell means another one."""
    place = {value: at for at, value in enumerate(state.values)}
    said = np.array([place.get(code(one), -1) for one in other.values])[other.at]
    differ: Told = (state.at >= 0) & (said != state.at)
    return differ


def _towns(rows: Rows, state: Words, report: Report) -> Words | None:
    """The five digits of each row's municipality, which begin with its state's; None in a file by state."""
    printed = rows.words.get("municipality_code")
    if printed is None:
        return None
    codes = [one.zfill(5) for one in printed.values]
    wrong = printed.told(not _TOWN.fullmatch(one) for one in codes)
    report("municipality", wrong | _differ(state, printed, lambda one: one.zfill(5)[:2]), "municipality_code")
    return printed.become(codes)


def _twice(columns: Iterable[Words]) -> Told:
    """The rows that say the same as an earlier one."""
    key: Any = 0
    size = 1
    for one in columns:
        wide = len(one.values) + 1
        if size * wide > _MOST:  # no real file has as many values
            key = np.unique(key, return_inverse=True)[1]
            size = len(key)
        key = key * wide + one.at + 1
        size *= wide
    return np.asarray(pd.Series(key).duplicated(), dtype=bool)


def _holes(year: Words, months: Whole, right: Told, last: str, report: Report) -> None:
    """Reports each empty cell of a month that is published."""
    whole = right & year.told(one < last[:4] for one in year.values)
    part = right & year.told(one == last[:4] for one in year.values)
    for number, (name, cells) in enumerate(zip(MONTHS, months, strict=True), start=1):
        due = whole | part if f"{number:02d}" <= last[5:] else whole
        report("empty", due & (cells < 0), name)


def _all_states(year: Words, state: Words, right: Told, every: list[str]) -> list[Problem]:
    """A problem for each year that lacks a state."""
    there = np.zeros((len(year.values), len(state.values)), dtype=bool)
    known = right & (state.at >= 0)
    there[year.at[known], state.at[known]] = True
    problems = []
    for at in np.unique(year.at[right]).tolist():
        here = {code for code, is_there in zip(state.values, there[at], strict=True) if is_there}
        if missing := [code for code in every if code not in here]:
            said = year.values[at]
            problems.append(problem("states_of_year", found=said, missing=", ".join(missing), year=said))
    return problems
