"""The language of evidence: a small, safe expression over the tables of facts (`docs/claims.md`).

An expression is read with Python's own grammar and only what is listed here is accepted; nothing is ever executed.
Its types are checked when it is read, so that judging a claim can fail on no data: a row that is not there gives a
missing value, and what rests on a missing value is missing.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from corridors.errors import ClaimFault
from corridors.model.tables import BY_NAME, Table

Type = str  # "number", "text" or "truth"
LONGEST: Final = 1_000  # characters
DEEPEST: Final = 40
LARGEST: Final = 1e15
OVER_TABLES: Final = {
    "value": ("column", "latest"), "sum": ("column",), "min": ("column",), "max": ("column",), "names": ("column",),
    "count": ("of",), "exists": (),
}  # fmt: skip
SCALARS: Final = {"share": 2, "rounds": 2, "first": 0, "missing": 1}  # how many arguments; 0: two or more
ARITHMETIC: Final = (ast.Add, ast.Sub, ast.Mult, ast.Div)
COMPARISONS: Final = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_WORDS: Final = {"starts": "startswith", "contains": "contains"}  # of a column of text
_ABOUT: Final = 'write names, numbers, "texts", + - * /, comparisons, and, or, not, and the functions of docs/claims.md'


@dataclass(frozen=True)
class Expression:
    """An expression that was read and found sound: its text, its tree and the type of what it gives."""

    text: str
    node: ast.expr
    type: Type


def read(text: str, where: str, known: Mapping[str, Type]) -> Expression:
    """An expression over the tables and the names `known`. ClaimFault: where, at which character, what is expected."""
    said = " ".join(text.split())
    if len(said) > LONGEST:
        raise ClaimFault("longer", where, f"longer than {LONGEST} characters; name its parts", limit=LONGEST)
    try:
        node = ast.parse(said, mode="eval").body
    except SyntaxError as error:
        raise ClaimFault(
            "grammar", f"{where}, character {error.offset or len(said) + 1}", f"cannot be read; {_ABOUT}"
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise ClaimFault("grammar", f"{where}, character 1", f"cannot be read; {_ABOUT}") from error
    if _depth(node) > DEEPEST:
        said = f"nested more than {DEEPEST} times; name its parts"
        raise ClaimFault("nested", f"{where}, character 1", said, limit=DEEPEST)
    return Expression(said, node, _Check(where, known).type_of(node))


def _depth(node: ast.expr) -> int:
    """How deep a tree is, without going down it by calls."""
    deepest, level = 0, [node]
    while level:
        deepest += 1
        level = [child for one in level for child in ast.iter_child_nodes(one) if isinstance(child, ast.expr)]
    return deepest


class _Check:
    """Walks a tree, gives its type, and refuses what is not of the language."""

    def __init__(self, where: str, known: Mapping[str, Type]) -> None:
        self.where = where
        self.known = known

    def refuse(self, node: ast.AST, code: str, said: str, **values: str | int) -> ClaimFault:
        at = getattr(node, "col_offset", 0) + 1
        return ClaimFault(code, f"{self.where}, character {at}", said, **values)

    def type_of(self, node: ast.expr) -> Type:
        match node:
            case ast.Constant(value=str()):
                return "text"
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool) and value < LARGEST:
                return "number"
            case ast.Name(id=name):
                return self.named(node, name)
            case ast.UnaryOp(op=ast.USub() | ast.Not() as op, operand=operand):
                return self.expect(operand, "number" if isinstance(op, ast.USub) else "truth")
            case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
                return self.all_of("number", left, right)
            case ast.BoolOp(values=values):
                return self.all_of("truth", *values)
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARISONS:
                return self.compared(node, self.type_of(left), op, right)
            case ast.Call(func=ast.Name(id=name)) if name in OVER_TABLES:
                return self.over_table(node, name)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in SCALARS:
                return self.scalar(node, name, args)
        raise self.refuse(node, "about", _ABOUT)

    def named(self, node: ast.expr, name: str) -> Type:
        if name not in self.known:
            if not self.known:
                raise self.refuse(node, "no_names", f"{name} is not a name of this claim; it has none", name=name)
            listed = ", ".join(self.known)
            said = f"{name} is not a name of this claim; it has {listed}"
            raise self.refuse(node, "no_name", said, name=name, known=listed)
        return self.known[name]

    def compared(self, node: ast.expr, kind: Type, op: ast.cmpop, right: ast.expr) -> Type:
        if kind != "number" and not isinstance(op, ast.Eq | ast.NotEq):
            raise self.refuse(node, "order", "only numbers have an order; use == or !=")
        self.expect(right, kind)
        return "truth"

    def all_of(self, kind: Type, *nodes: ast.expr) -> Type:
        for node in nodes:
            self.expect(node, kind)
        return kind

    def expect(self, node: ast.expr, kind: Type) -> Type:
        found = self.type_of(node)
        if found != kind:
            raise self.refuse(node, f"type_{kind}_{found}", f"a {kind} is expected here, this is a {found}")
        return kind

    def scalar(self, node: ast.expr, name: str, args: list[ast.expr]) -> Type:
        wanted = SCALARS[name]
        if len(args) != wanted if wanted else len(args) < 2:
            said = f"{name} takes {wanted or 'two or more'} values, {len(args)} are given"
            if wanted:
                raise self.refuse(node, "arguments", said, name=name, wanted=wanted, given=len(args))
            raise self.refuse(node, "arguments_more", said, name=name, given=len(args))
        if name == "first":
            return self.all_of(self.type_of(args[0]), *args)
        if name == "missing":
            self.type_of(args[0])
            return "truth"
        self.all_of("number", *args)
        return "truth" if name == "rounds" else "number"

    def over_table(self, node: ast.Call, name: str) -> Type:
        table = self.table(node, name)
        for one in node.args[1:]:
            self.condition(one, table)
        given = {keyword.arg or "": keyword.value for keyword in node.keywords}
        if unknown := [key for key in given if key not in OVER_TABLES[name]]:
            listed = ", ".join(OVER_TABLES[name])
            said = f"{name} has no {unknown[0]} =; it has {listed or 'none'}"
            if not listed:
                raise self.refuse(node, "no_options", said, name=name, option=unknown[0])
            raise self.refuse(node, "no_option", said, name=name, option=unknown[0], known=listed)
        if "of" in given:
            self.condition(given["of"], table)
        if "latest" in given:
            self.column(given["latest"], table)
        if name in ("count", "exists"):
            return "number" if name == "count" else "truth"
        numeric = self.numeric(node, given.get("column"), table)
        if numeric != (name != "names") and name != "value":
            kind = "texts" if name == "names" else "numbers"
            raise self.refuse(node, f"reads_{kind}", f"{name} reads a column of {kind}", name=name)
        return "number" if numeric else "text"

    def table(self, node: ast.Call, name: str) -> Table:
        first = node.args[0] if node.args else node
        if not isinstance(first, ast.Name) or first.id not in BY_NAME:
            said = f"{name} begins with a table of facts (`corridors tables` lists them)"
            raise self.refuse(first, "table", said, name=name)
        return BY_NAME[first.id]

    def numeric(self, node: ast.expr, column: ast.expr | None, table: Table) -> bool:
        """Whether the column read (`value` where none is named) holds numbers."""
        if column is None and "value" not in table.names:
            listed = ", ".join(table.names)
            said = f"{table.name} has no column value; write column = one of {listed}"
            raise self.refuse(node, "no_value", said, table=table.name, known=listed)
        return self.column(column, table) if column is not None else True

    def column(self, node: ast.expr, table: Table) -> bool:
        """Whether a column holds numbers."""
        if not isinstance(node, ast.Name) or node.id not in table.names:
            listed = ", ".join(table.names)
            said = f"{table.name} has no such column; it has {listed}"
            raise self.refuse(node, "no_column", said, table=table.name, known=listed)
        return next(column.numeric for column in table.columns if column.name == node.id)

    def condition(self, node: ast.expr, table: Table) -> None:
        """A condition on the rows: `column == value`, `starts(column, "text")` or `contains(column, "text")`."""
        match node:
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARISONS:
                kind = "number" if self.column(left, table) else "text"
                if not isinstance(right, ast.Constant | ast.Name):
                    said = 'a column is compared with a number, a "text" or a name'
                    raise self.refuse(right, "compared", said)
                self.compared(node, kind, op, right)
            case ast.Call(func=ast.Name(id=word), args=[column, ast.Constant(value=str())], keywords=[]) if (
                word in _WORDS
            ):
                if self.column(column, table):
                    raise self.refuse(column, "reads_texts", f"{word} reads a column of texts", name=word)
            case _:
                said = 'a condition is `column == value`, `starts(column, "text")` or `contains(…)`'
                raise self.refuse(node, "condition", said)
