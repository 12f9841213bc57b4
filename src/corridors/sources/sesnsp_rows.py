"""The rows of an SESNSP file against what they must be: every fault with its line, then codes in place of words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.sources.layouts import Shape
from corridors.sources.names import fold
from corridors.sources.problems import SHOWN, Problem, Refused, problem
from corridors.sources.sesnsp_scan import MONTHS, NAMED, Scan

FIRST: Final = 2015  # the methodology begins
LAST: Final = 2100
_KEY: Final = ("year", "state", "town", "crime", "means", "sex", "age")


@dataclass(frozen=True)
class Names:
    """What words stand for: folded spelling -> code."""

    states: Mapping[str, str]
    crimes: Mapping[str, str]
    weapons: Mapping[str, str]


def clean(found: Scan, rows: pd.DataFrame, shape: Shape, names: Names) -> tuple[pd.DataFrame, str]:
    """The kept rows with `year`, `state`, `town` ("" in a file by state), `crime`, `means` and the months, and the last
    month that is published ("2025-06"). Refused with every problem of the file."""
    problems = list(found.problems)

    def report(code: str, wrong: Any, column: str, **values: str | int) -> None:
        at = np.flatnonzero(np.asarray(wrong, dtype=bool))[:NAMED]
        if not len(at):
            return
        bad = rows.iloc[at]
        header = shape.header[shape.at[column]]
        for row, cell in zip(bad["row"], bad[column], strict=True):
            said = "" if pd.isna(cell) else str(cell)
            problems.append(Problem(code, "", int(row), header, said[:SHOWN], values))

    year = rows["year"].str.strip()
    right = year.str.fullmatch(r"\d{4}") & year.between(str(FIRST), str(LAST))
    report("year", ~right, "year", first=FIRST, last=LAST)
    state = _states(rows, names, report)
    means = _codes(rows["weapon"], names.weapons)
    report("weapon", means.isna(), "weapon")
    made = pd.DataFrame({
        "year": year, "state": state, "town": _towns(rows, state, report),
        "crime": _codes(rows["subtype"], names.crimes), "means": means,
        **{name: rows[name].str.strip() if name in rows else "" for name in ("sex", "age")},
        **{name: rows[name] for name in MONTHS}, "row": rows["row"],
    })  # fmt: skip
    report("duplicate", made.duplicated(list(_KEY)) & right & state.notna(), "subtype")
    years = set(year[right].unique())
    last = max((month for month in found.published if month[:4] in years), default="")
    if not found.problems:  # a cell that is no number is told once
        whole, part = right & (year < last[:4]), right & (year == last[:4])
        for number, name in enumerate(MONTHS, start=1):
            due = whole | part if f"{number:02d}" <= last[5:] else whole
            report("empty", due & rows[name].isna(), name)
    problems += _all_states(made[right], names)
    if not last:
        problems.append(problem("no_rows", row=shape.row))
    if problems:
        raise Refused(sorted(problems, key=lambda one: one.row))
    return made, last


def _codes(cells: pd.Series, known: Mapping[str, str]) -> pd.Series:
    return cells.map({word: known.get(fold(word)) for word in cells.unique()})


def _states(rows: pd.DataFrame, names: Names, report: Callable[..., None]) -> pd.Series:
    """The INEGI code of each row's state: the printed code, which must be that of the printed name."""
    said = _codes(rows["state"], names.states)
    report("state", said.isna(), "state")
    code = rows["state_code"].str.strip().str.zfill(2)
    report("state_pair", said.notna() & (code != said), "state_code")
    return said


def _towns(rows: pd.DataFrame, state: pd.Series, report: Callable[..., None]) -> pd.Series:
    """The five digits of each row's municipality, which begin with its state's; "" in a file by state."""
    if "municipality_code" not in rows:
        return pd.Series("", index=rows.index)
    code = rows["municipality_code"].str.strip().str.zfill(5)
    right = code.str.fullmatch(r"\d{5}") & ((code.str[:2] == state) | state.isna())
    report("municipality", ~right, "municipality_code")
    return code


def _all_states(rows: pd.DataFrame, names: Names) -> list[Problem]:
    """A problem for each year that lacks a state."""
    every = sorted(set(names.states.values()))
    problems = []
    for year, states in rows.groupby("year")["state"].unique().items():
        here = set(states)
        if missing := [code for code in every if code not in here]:
            problems.append(problem("states_of_year", found=f"{year}", missing=", ".join(missing), year=str(year)))
    return problems
