"""What the picture of corridors shows as a table, and as a file."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.analysis.flows.reading import TOP, rough
from corridors.answers.corridors import Row, band_words, cap_of, dial, listed, pairs
from corridors.components.export_button import export_button
from corridors.components.marks import marks
from corridors.components.prose import scrolling
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, period

COLUMNS: Final = ("origin", "destination", "guns", "interval", "kind", "stays")
NUMERIC: Final = ("guns", "interval")


def table(view: ViewState, store: Store, at: int) -> Component:
    """The same as a table, and the file. Of the opening assumptions; the script writes the others when it opens."""
    lang, found = view.lang, dial(store)
    head = [
        html.Th(text(f"flow.col.{name}", lang, top=TOP), scope="col", className="num" if name in NUMERIC else "")
        for name in COLUMNS
    ]
    every = pairs(view, store)
    told = listed(every)
    body = [*(_row(row, view, store, at) for row in told), *_sums(every, told, view, store, at)]
    first, last = found.periods[at]["years"]
    file = f"corridors-{first}-{last}-{'-'.join(found.best)}.csv"
    when = period(first, last)
    drawn = html.Table(
        [
            html.Caption(text("flow.table.caption", lang, period=when), id="flow-caption"),
            html.Thead(html.Tr(head)),
            html.Tbody(body, id="flow-rows"),
        ],
        className="table table-compact",
    )
    return html.Section(
        [
            html.Details(
                [
                    html.Summary(text("flow.table", lang)),
                    scrolling(drawn, text("flow.aria.table", lang)),
                    html.P(text("flow.table.read", lang), className="small muted"),
                ],
                id="flow-table",
                **marks(data_table="flows"),
            ),
            html.A(text("flow.csv", lang), href=f"download/{file}?{encode(view)}", download=file, id="flow-csv"),
            export_button("flow-frame", text("flow.h1", lang), lang),
        ],
        className="flow-foot",
    )


def _row(row: Row, view: ViewState, store: Store, at: int) -> Component:
    lang, found, names = view.lang, dial(store), store.cube["names"]
    side = 1 if lang == "es" else 0
    printed = row.published is not None
    return html.Tr(
        [
            html.Th(names[row.origin][side], scope="row"),
            html.Td(names[row.destination][side]),
            html.Td(band_words(row, lang, cap_of(found, at)), className="num"),
            html.Td("" if printed else f"{number(row.low, lang)}–{number(row.high, lang)}", className="num"),
            html.Td(text("fig.kind.observed" if printed else "fig.kind.modelled", lang)),
            html.Td("" if printed else text("flow.stays", lang, count=row.stays, sets=len(found.sets(at)))),
        ]
    )


def _sums(every: list[Row], told: list[Row], view: ViewState, store: Store, at: int) -> list[Component]:
    """What has no line of its own: the other pairs in sum, and the guns whose recovery state is not known."""
    lang = view.lang
    lines = []
    if len(every) > len(told):
        under = sum(row.guns for row in every) - sum(row.guns for row in told)
        about = text("flow.band.0", lang) if under < 10 else text("flow.about", lang, number=number(rough(under), lang))
        left = [row for row in every if row not in told]
        name = _named(left[0], view, store) if len(left) == 1 else text("flow.rest_row", lang)
        lines.append((name, about, "modelled"))
    unknown = dial(store).periods[at]["unknown"]
    if unknown:
        of = "flow.unknown_row" if view.followed or view.destinations else "flow.unknown_name"
        lines.append((text(of, lang), number(unknown, lang), "derived"))
    return [
        html.Tr([
            html.Th(name, scope="row", colSpan=2), html.Td(said, className="num"), html.Td(""),
            html.Td(text(f"fig.kind.{kind}", lang)), html.Td(""),
        ])
        for name, said, kind in lines
    ]  # fmt: skip


def _named(row: Row, view: ViewState, store: Store) -> str:
    """One pair that is left is no "other pairs": it is named."""
    side = 1 if view.lang == "es" else 0
    names = store.cube["names"]
    ends = {"origin": names[row.origin][side], "destination": names[row.destination][side]}
    return text("flow.tip.pair", view.lang, **ends)
