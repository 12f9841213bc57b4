"""What an expression of evidence gives over the facts (`analysis.grammar` reads it and checks its types).

Nothing here can fail on data: a row that is not there, a number that is not reported, rows that disagree on a single
value and a division by zero give a missing value, and what rests on a missing value is missing.
"""

import ast
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from math import isfinite
from typing import Final

import pandas as pd

from corridors.analysis.grammar import OVER_TABLES, Expression

Scalar = float | str | bool
Sources = tuple[tuple[str, bool], ...]
Facts = Callable[[str], pd.DataFrame | None]  # the rows of a table that may be evidence; None: no such table
_ARITHMETIC: Final = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_COMPARE: Final = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}  # fmt: skip
_ALWAYS: Final = frozenset({"value", "source_id", "via_press"})  # read beside the columns that are named


@dataclass(frozen=True)
class Found:
    """What an expression gives. `value` is None when a row is missing; `sources` are the cards of the rows read, each
    with whether a row was read second-hand."""

    value: Scalar | None
    sources: Sources = ()


def evaluate(expression: Expression, facts: Facts, known: Mapping[str, Found]) -> Found:
    """What a sound expression gives over the facts, with the values of the names that it uses."""
    return _Run(facts, known).run(expression.node)


@dataclass(frozen=True)
class _Run:
    facts: Facts
    known: Mapping[str, Found]

    def run(self, node: ast.expr) -> Found:
        match node:
            case ast.Constant(value=str() | int() | float() as value):
                return Found(value if isinstance(value, str) else float(value))
            case ast.Name(id=name):
                return self.known[name]
            case ast.UnaryOp(op=op, operand=operand):
                one = self.run(operand)
                turn: Callable[..., Scalar] = operator.neg if isinstance(op, ast.USub) else operator.not_
                return Found(None if one.value is None else turn(one.value), one.sources)
            case ast.BinOp(left=left, op=op, right=right):
                return _both(
                    _divided if isinstance(op, ast.Div) else _ARITHMETIC[type(op)], self.run(left), self.run(right)
                )
            case ast.BoolOp(op=op, values=values):
                return _logic(isinstance(op, ast.Or), [self.run(value) for value in values])
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return _both(_COMPARE[type(op)], self.run(left), self.run(right))
            case ast.Call(func=ast.Name(id=name)) if name in OVER_TABLES:
                return self.over_table(node, name)
            case ast.Call(func=ast.Name(id=name), args=args):
                return _scalar(name, [self.run(arg) for arg in args])
        raise TypeError(f"{ast.dump(node)} was not checked")

    def over_table(self, node: ast.Call, name: str) -> Found:
        given = {keyword.arg or "": keyword.value for keyword in node.keywords}
        rows = self.kept(self.facts(_name(node.args[0])), node.args[1:], given)
        if name == "exists":
            return Found(rows is not None and len(rows) > 0, _sources(rows))
        if rows is None or rows.empty:
            return Found(None)
        if "latest" in given:
            newest = rows[_name(given["latest"])]
            rows = rows[newest == newest.max()]
        if name == "count":
            met = self.met(rows, given["of"]) if "of" in given else None
            return Found(float(len(rows) if met is None else met.sum()), _sources(rows))
        cells = rows[_name(given["column"]) if "column" in given else "value"]
        return Found(_cell(name, cells), _sources(rows))

    def kept(
        self, rows: pd.DataFrame | None, conditions: Sequence[ast.expr], given: Mapping[str, ast.expr]
    ) -> pd.DataFrame | None:
        """The rows that meet every condition, in the columns that are read of them (a table of laws has sixty)."""
        if rows is None:
            return None
        named = {
            found.id for part in (*conditions, *given.values()) for found in ast.walk(part) if type(found) is ast.Name
        }
        read = rows[[column for column in rows.columns if column in named or column in _ALWAYS]]
        met = [self.met(read, one) for one in conditions]
        return read[reduce(operator.and_, met)] if met else read

    def met(self, rows: pd.DataFrame, node: ast.expr) -> pd.Series:
        """Which rows meet a condition; none when what they are compared with is missing."""
        match node:
            case ast.Call(func=ast.Name(id=word), args=[column, ast.Constant(value=str() as part)]):
                texts = rows[_name(column)].str
                return texts.startswith(part) if word == "starts" else texts.contains(part, regex=False)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                wanted = self.run(right).value
                cells = rows[_name(left)]
                return pd.Series(False, cells.index) if wanted is None else _COMPARE[type(op)](cells, wanted)
        raise TypeError(f"{ast.dump(node)} was not checked")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _cell(name: str, cells: pd.Series) -> Scalar | None:
    """One value of a column's cells. None when one is not reported, or when rows disagree on a single value."""
    if (cells.isna() | (cells == "")).any():
        return None
    if name == "names":
        return ", ".join(sorted(set(cells)))
    if name != "value":
        return float(cells.agg(name))
    one = cells.iloc[0]
    if (cells != one).any():
        return None
    return one if isinstance(one, str) else float(one)


def _sources(rows: pd.DataFrame | None) -> Sources:
    if rows is None or "source_id" not in rows:
        return ()
    press = set(rows["source_id"][rows["via_press"] == "yes"]) if "via_press" in rows else set()
    return tuple((source, source in press) for source in rows["source_id"].unique())


def joined(found: Iterable[Found]) -> Sources:
    """The sources of several values, each once: second-hand when it is so for one of them."""
    press: dict[str, bool] = {}
    for source, second_hand in (pair for one in found for pair in one.sources):
        press[source] = press.get(source, False) or second_hand
    return tuple(press.items())


def _both(work: Callable[..., Scalar | None], left: Found, right: Found) -> Found:
    """Work on two values; missing when either is, or when it gives no number."""
    sources = joined((left, right))
    if left.value is None or right.value is None:
        return Found(None, sources)
    given = work(left.value, right.value)
    return Found(None if isinstance(given, float) and not isfinite(given) else given, sources)


def _divided(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _logic(either: bool, found: Sequence[Found]) -> Found:
    """`and`, `or` of three values: a missing one decides nothing, what the others decide without it stands."""
    values = [one.value for one in found]
    if either in values:
        return Found(either, joined(found))
    return Found(None if None in values else not either, joined(found))


def _scalar(name: str, found: Sequence[Found]) -> Found:
    if name == "missing":
        return Found(found[0].value is None, found[0].sources)
    if name == "first":
        return next((one for one in found if one.value is not None), Found(None))
    if name == "share":
        return _both(lambda part, whole: part / whole * 100 if whole else None, *found)
    return _both(rounds, *found)


def rounds(value: float, stated: float) -> bool:
    """Whether a value, rounded half up to the decimals of the stated one, is the stated one."""
    wanted = Decimal(str(int(stated)) if float(stated).is_integer() else str(stated))
    if abs(value - stated) > 1:
        return False
    return Decimal(str(value)).quantize(wanted, ROUND_HALF_UP) == wanted
