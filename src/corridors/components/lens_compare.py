"""Two consulates side by side: the same quantity of both in one row, each number with the mark of its rung."""

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.lens import Figure, Lens
from corridors.components.lens_parts import mark
from corridors.components.prose import scrolling
from corridors.text import text

# How the ids of the figures begin that two districts can share. The order is that of the questions, not of the numbers.
ROWS: Final = (
    "traced-", "traced_to_mexico_per_100k-", "ports", "crossings-trucks", "crossings-personal_vehicles",
    "crossings-pedestrians", "licences-", "dealers_per_100k-", "checks_per_100k-", "sale_checks_per_100k-",
)  # fmt: skip


def compare(found: Sequence[Lens], lang: str) -> Component:
    """The table over the columns; what only one of them has says so in the other's cell. Bases stand below."""
    title = text("lens.compare", lang)
    heads = [html.Th(one.office.city, scope="col") for one in found]
    rows = [_row(start, found, lang) for start in ROWS if any(_figures(one, start) for one in found)]
    head = html.Thead(html.Tr([html.Td(), *heads]))
    made = html.Table(
        [html.Caption(title, className="visually-hidden"), head, html.Tbody(rows)],
        className="table table-compact lens-compare",
    )
    note = html.P(text("lens.compare.note", lang), className="source")
    return html.Section([html.H2(title, className="lens-compare-title"), scrolling(made, title), note])


def _figures(lens: Lens, start: str) -> list[Figure]:
    """The published figures of a row: one for the district, or one for each of its states."""
    figures = (figure for section in lens.sections for figure in section.figures)
    return [
        one
        for one in figures
        if one.raw is not None and (one.id.startswith(start) if start[-1] == "-" else one.id == start)
    ]


def _row(start: str, found: Sequence[Lens], lang: str) -> Component:
    cells = [html.Td(_cell(_figures(one, start), lang)) for one in found]
    words = text(f"lens.compare.{start.rstrip('-')}", lang)
    return html.Tr([html.Th(words, scope="row"), *cells])


def _cell(figures: Sequence[Figure], lang: str) -> list[Component]:
    if not figures:
        return [html.Span([mark("none"), text("lens.rung.none", lang)], className="lens-rung faint")]
    lines: list[Component] = []
    for one in figures:
        where = f"{one.place} · {one.period}" if one.rung == "state" else one.period
        rung = html.Span(f", {text(f'lens.rung.{one.rung}', lang)}", className="visually-hidden")
        words: list[Any] = [html.Strong(one.value, className="num"), " ", html.Span([where, rung], className="faint")]
        lines.append(html.Div([mark(one.rung), html.Span(words)], className="lens-compare-line"))
    return lines
