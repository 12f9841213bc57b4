"""One of the two linked maps with what stands around it; the script fills legend, notes, list and table."""

from typing import Any, Final

from dash import dcc, html

from corridors.answers.regions import regions
from corridors.components.export_button import export_button
from corridors.components.marks import marks
from corridors.components.saying import disclosure
from corridors.model.measures import MEASURES
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text

CONFIG: Final[Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
GROUPS: Final = {
    "us": ("traces", "market", "law"),
    "mx": (
        "sesnsp",
        "sesnsp_cases",
        "inegi",
        "register",
        "secured",
        "municipal",
        "municipal_deaths",
        "municipal_victims",
        "municipal_cases",
    ),
}


def map_panel(side: str, view: ViewState, store: Store) -> html.Section:
    """The panel of `us` or `mx`: title and stamp, selector, map with its list, legend, notes, table, CSV."""
    lang = view.lang
    return html.Section(
        [
            html.Div(
                [
                    html.H2(text(f"ev.map_{side}", lang), id=f"title-{side}"),
                    html.Span(id=f"stamp-{side}", className="stamp"),
                ],
                className="map-head",
            ),
            html.Label(
                [
                    html.Span(text(f"ev.measure_{side}", lang), className="visually-hidden"),
                    _selector(side, lang, store),
                ],
                className="map-measure",
            ),
            _frame(side, view, store),
            html.P(id=f"rest-{side}", className="map-rest"),
            html.Div(id=f"legend-{side}", className="legend"),
            _notes(side, lang),
            html.Div(
                [_table(side, lang), _card(side, lang), _csv(side, view), _export(side, lang)], className="map-more"
            ),
            html.P(text("ev.list_help", lang), id=f"help-{side}", className="visually-hidden"),
        ],
        id=f"panel-{side}",
        className=f"map-panel map-panel-{side}",
        **marks(aria_labelledby=f"title-{side}"),
    )


def _frame(side: str, view: ViewState, store: Store) -> html.Div:
    """The drawing and, over it, the same places as a focusable list."""
    described = marks(
        aria_label=text(f"ev.map_{side}", view.lang), aria_multiselectable="true", aria_describedby=f"help-{side}"
    )
    figure = regions(side, view, store)
    return html.Div(
        [
            dcc.Graph(id=f"map-{side}", figure=figure, config=CONFIG, className="map-graph", responsive=True),
            html.Ul(id=f"list-{side}", className="map-list", role="listbox", tabIndex=0, **described),
            html.P(id=f"told-{side}", className="map-told", **marks(aria_hidden="true")),
        ],
        id=f"frame-{side}",
        className="map-frame",
    )


def _notes(side: str, lang: str) -> html.Div:
    """Base, source and what must be added: the beginning of each line, and a key that opens them whole."""
    of = text(f"ev.map_{side}", lang)
    note = html.Div(
        id=f"note-{side}",
        className="map-note",
        tabIndex=0,
        role="region",
        **marks(aria_label=f"{text('ev.base', lang)}: {of}"),
    )
    more = html.Button(
        text("ev.note_more", lang),
        type="button",
        className="btn btn-quiet note-more",
        **marks(
            aria_expanded="false",
            aria_controls=f"note-{side}",
            aria_label=text("ev.note_more_of", lang, map=of),
            data_note=f"note-{side}",
        ),
    )
    return html.Div([note, more], className="map-notes")


def _table(side: str, lang: str) -> html.Details:
    label = f"{text('ev.table', lang)}: {text(f'ev.map_{side}', lang)}"
    wrap = html.Div(className="table-wrap", tabIndex=0, role="region", **marks(aria_label=label))
    return html.Details([html.Summary(text("ev.table", lang)), wrap], id=f"table-{side}", className="map-table")


def _card(side: str, lang: str) -> html.Details:
    return disclosure(f"map-{side}", text(f"ev.map_{side}", lang), lang)


def _export(side: str, lang: str) -> html.Button:
    return export_button(f"frame-{side}", text(f"ev.map_{side}", lang), lang)


def _csv(side: str, view: ViewState) -> html.A:
    name = f"map-{side}"
    label = f"{text('ev.csv', view.lang)}: {text(f'ev.map_{side}', view.lang)}"
    return html.A(
        text("ev.csv", view.lang),
        href=f"download/{name}.csv?{encode(view)}",
        download=f"corridors-{name}.csv",
        className="map-csv",
        **marks(aria_label=label),
    )


def _selector(side: str, lang: str, store: Store) -> html.Select:
    """What the map can show, by group; only measures whose data are there."""
    groups = []
    for group in GROUPS[side]:
        options = [
            html.Option(text(f"measure.{measure.id}.name", lang), value=measure.id)
            for measure in MEASURES
            if measure.group == group and measure.id in store.cube["measures"]
        ]
        if options:
            groups.append(html.Optgroup(options, label=text(f"measure.group.{group}", lang)))
    return html.Select(groups, id=f"measure-{side}", className="select")
