"""The data dictionary: every table with its key, and every column with its type, unit and meaning, in Markdown."""

from collections.abc import Iterator

from corridors.answers.quantities import crime
from corridors.model.measures import LAW_VARIABLES
from corridors.model.tables import TABLES, Column, Table
from corridors.text import text


def dictionary(lang: str) -> str:
    """The whole document in a language (`en` or `es`), the same text each time."""
    head = [f"# {text('dictionary.title', lang)}", "", text("dictionary.lede", lang), ""]
    return "\n".join([*head, *(line for table in TABLES for line in _table(table, lang))])


def _table(table: Table, lang: str) -> Iterator[str]:
    yield f"## `{table.name}`"
    yield ""
    said = [text(f"sources.table.{table.name}", lang) + "."]
    said += [text("dictionary.optional", lang)] if table.optional else []
    said += [text("dictionary.years", lang, first=table.years[0])] if table.years else []
    keys = ", ".join(f"`{name}`" for name in table.key)
    yield f"{' '.join(said)} {text('dictionary.key', lang)}: {keys}."
    yield ""
    yield f"| {' | '.join(text(f'dictionary.{name}', lang) for name in ('column', 'type', 'unit', 'what'))} |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        empty = f" ({text('dictionary.may_be_empty', lang)})" if column.optional else ""
        yield f"| `{column.name}` | {column.type}{empty} | {column.unit} | {_meaning(column, lang)} |"
    yield ""


def _meaning(column: Column, lang: str) -> str:
    if column.name in LAW_VARIABLES:
        return text("dictionary.law", lang, name=text(f"law.{column.name}", lang))
    return crime(column.name, lang) or text(f"column.{column.name}", lang)
