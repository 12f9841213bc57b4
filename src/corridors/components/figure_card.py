"""The one way to show a chart: title, sentence, picture, source line, table and download."""

from typing import Any, Final

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from corridors.answers.chart import Chart, Column
from corridors.components.export_button import export_button
from corridors.components.saying import disclosure
from corridors.text import text
from corridors.text.cards import document, published, publisher
from corridors.text.formats import number

CONFIG: Final[Any] = {"displayModeBar": False, "responsive": True, "staticPlot": False, "showTips": False}


def figure_card(chart: Chart, lang: str, view_query: str, compact: bool = False) -> Component:
    """A section named by its title, with everything that a figure must print.

    `view_query` is the encoded view, so that the download is of what is shown. Ids: `figure-<name>`
    (the section), `chart-<name>` (the graph), `chart-<name>-summary`, `table-<name>` (the details).
    """
    title_id = f"figure-{chart.name}-title"
    return html.Section(
        [
            html.H3(chart.title, id=title_id, className="figure-title"),
            html.P(chart.summary, id=f"chart-{chart.name}-summary", className="figure-summary"),
            *_follows(chart),
            _picture(chart, lang),
            source_line(chart, lang),
            html.Div(
                [
                    html.Details(
                        [html.Summary(text("fig.card.table", lang)), *_details(chart, lang)], id=f"table-{chart.name}"
                    ),
                    disclosure(chart.name, chart.title, lang),
                    _files(chart, lang, view_query),
                ],
                className="figure-foot",
            ),
        ],
        id=f"figure-{chart.name}",
        className="figure-card is-compact" if compact else "figure-card",
        **_raw({"aria-labelledby": title_id}),
    )


def _files(chart: Chart, lang: str, view_query: str) -> Component:
    """The table as a file, and the menu of the other files."""
    csv = html.A(
        text("fig.card.csv", lang),
        href=f"download/{chart.name}.csv?{view_query}",
        download=f"corridors-{chart.name}.csv",
        className="figure-download",
        **_raw({"aria-label": text("fig.card.csv_of", lang, title=chart.title)}),
    )
    return html.Span([csv, export_button(f"chart-{chart.name}", chart.title, lang)], className="figure-files")


def _follows(chart: Chart) -> list[Component]:
    """The place whose series are shown; the browser writes another name when another place is selected."""
    if not chart.follows:
        return []
    return [html.P(html.B(chart.place, **_raw({"data-follows": chart.follows})), className="figure-place")]


def _picture(chart: Chart, lang: str) -> Component:
    """The graph; to a screen reader an image, since its sentence and its table say the same."""
    height = chart.figure["layout"]["height"]
    graph = dcc.Graph(
        id=f"chart-{chart.name}", figure=chart.figure, config=CONFIG, responsive=True, style={"height": f"{height}px"}
    )
    return html.Div(
        graph, role="img", className="figure-picture", style={"minHeight": f"{height}px"},
        **_raw({"aria-label": text("fig.card.chart_of", lang, title=chart.title),
           "aria-describedby": f"chart-{chart.name}-summary"}),
    )  # fmt: skip


def source_line(chart: Chart, lang: str) -> Component:
    """Publisher (via press), base, period, date of publication, error of what is modelled, and the kind of number."""
    publishers = list(dict.fromkeys(publisher(card, lang) for card in chart.sources))
    shown, rest = publishers[:3], len(publishers) - 3
    label = text("fig.card.source" if len(publishers) == 1 else "fig.card.sources", lang)
    words: list[Any] = [html.B(label), " ", "; ".join(shown)]
    if rest > 0:
        words += [" ", text("fig.card.and_more", lang, count=rest)]
    if chart.via_press:
        words += [
            " ",
            html.Span(text("fig.card.via_press", lang), className="press", title=text("fig.card.via_press_long", lang)),
        ]
    parts = [html.Span(words)]
    said = (("base", chart.base), ("period", chart.period), ("date", chart.date), ("error", chart.error))
    for key, value in said:
        if value:
            parts.append(html.Span([html.B(text(f"fig.card.{key}", lang)), " ", _whole(value)]))
    kind = html.Span(
        text(f"fig.kind.{chart.kind}", lang),
        className=f"kind kind-{chart.kind}",
        title=text(f"fig.kind.{chart.kind}_long", lang),
    )
    return html.P([*parts, kind], className="source figure-source")


def _raw(attributes: dict[str, str]) -> dict[str, Any]:
    """Attributes with a hyphen, which Python has no keyword for."""
    return attributes


def _whole(value: str) -> Any:
    """A short value that no line break divides."""
    return html.Span(value, className="nowrap") if len(value) <= 24 else value


def _details(chart: Chart, lang: str) -> list[Component]:
    inside: list[Component] = [table(chart.table, chart.columns, chart.caption, lang)]
    if chart.notes:
        inside.append(html.Ul([html.Li(note) for note in chart.notes], className="figure-notes"))
    inside.append(html.Ul([html.Li(_citation(chart, card, lang)) for card in chart.sources], className="figure-notes"))
    return inside


def _citation(chart: Chart, card: Any, lang: str) -> list[Any]:
    words: list[Any] = [
        html.A(
            f"{publisher(card, lang)}, {document(card, lang)}",
            href=f"sources#{card.id}",
            **_raw({"data-nav": "1"}),
        ),
        f" ({published(card, lang)})" if card.published else "",
    ]
    if card.id in chart.press:
        words.append(f" · {text('fig.card.via_press', lang)}")
    return words


def table(frame: pd.DataFrame, columns: tuple[Column, ...], caption: str, lang: str) -> Component:
    """A real table: caption, headers with their scope, numbers at the end side, "not published" for what is missing."""
    head = html.Tr([html.Th(column.header, scope="col", className=_align(column)) for column in columns])
    body = [
        html.Tr(
            [
                html.Th(cell_text(row[columns[0].id], columns[0], lang), scope="row"),
                *(html.Td(cell_text(row[column.id], column, lang), className=_align(column)) for column in columns[1:]),
            ]
        )
        for row in frame.to_dict("records")
    ]
    return html.Div(
        html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="table table-compact"),
        className="table-wrap", tabIndex=0, role="region", **_raw({"aria-label": caption}),
    )  # fmt: skip


def cell_text(value: Any, column: Column, lang: str) -> str:
    """A cell as text: a number in the form of the language, a missing number as an en dash."""
    if column.digits is None:
        return "" if value is None else str(value)
    return "–" if value is None or pd.isna(value) else number(float(value), lang, column.digits)


def _align(column: Column) -> str:
    return "" if column.digits is None else "num"
