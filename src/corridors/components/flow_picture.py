"""The picture of the page of corridors: filters, periods, key, and a caption with the method's error."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.analysis.flows.reading import BANDS
from corridors.answers.corridors import Dial, dial, error_words, source_words
from corridors.answers.published_routes import agreement_words
from corridors.components.flow_fields import placed, select
from corridors.components.marks import marks
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import period

FILTERS: Final = (
    ("from", "any_us"), ("to", "any_mx"), ("district", "any_district"), ("border", "any_border"), ("port", "any_port"),
)  # fmt: skip


def filters(lang: str) -> Component:
    """Where from, where to, which district, which part of the border, which port, and map or matrix."""
    fields = [select(name, text(f"flow.{name}", lang), text(f"flow.{every}", lang)) for name, every in FILTERS]
    pictures = [
        html.Button(text(f"flow.{name}", lang), id=f"flow-{name}", type="button", className="btn btn-small")
        for name in ("map", "matrix")
    ]
    return html.Section(
        [
            *fields,
            html.Button(
                text("flow.clear", lang), id="flow-clear", type="button", className="btn btn-small", hidden=True
            ),
            html.Div(pictures, role="group", className="segmented", **marks(aria_label=text("flow.picture", lang))),
            html.P(text("flow.whole_states", lang), id="flow-whole", className="small muted", hidden=True),
        ],
        className="flow-filters",
        **marks(aria_label=text("flow.filters", lang)),
    )


def picture(view: ViewState, store: Store, at: int) -> Component:
    """The drawing with its periods, key and caption; the error of the method stands in the caption."""
    lang, found = view.lang, dial(store)
    said = [
        html.P(text("flow.key.schematic", lang)),
        html.P([html.Span(error_words(found, found.best[0], lang), id="flow-error"), " ", _tested(lang)]),
        html.P(html.Strong(text("flow.caption.transfer", lang))),
        html.P(source_words(found, at, store, lang), id="flow-source"),
        html.P(text("flow.caption.absent", lang)),
    ]
    drawing = html.Div(
        [
            html.Div(
                id="flow-picture", className="flow-picture", role="img", **marks(aria_label=text("flow.map_of", lang))
            ),
            html.Div(id="flow-tip", className="flow-tip", hidden=True),
        ],
        id="flow-frame",
        className="flow-frame",
    )
    return html.Figure(
        [
            html.Div([drawing, _key(lang)], className="flow-stage"),
            _periods(view, store, at),
            html.Label(
                [
                    placed("checkbox", id="flow-routes"),
                    html.Span(className="flow-swatch is-route"),
                    html.Span(text("flow.routes", lang)),
                ],
                className="switch small for-map",
            ),
            _agreement(found, lang),
            _routes(lang),
            html.P(id="flow-shown", className="flow-shown small"),
            html.Figcaption(said, className="source"),
        ],
        className="flow-figure",
    )


def _agreement(found: Dial, lang: str) -> Component:
    """How far the estimate's ways agree with the published routes, and the way to how it was measured."""
    measured = html.A(text("flow.routes.method", lang), href="/methods#ports-and-roads", **marks(data_nav="1"))
    return html.P([agreement_words(found, lang), " ", measured, "."], id="flow-agreement", className="small for-map")


def _routes(lang: str) -> Component:
    """The published routes by name, which the script lists."""
    return html.Details(
        [
            html.Summary(text("flow.routes.list", lang)),
            html.P(text("flow.routes.note", lang)),
            html.Ul(id="flow-routes-names"),
        ],
        className="flow-routes-list small for-map",
    )


def _tested(lang: str) -> Component:
    """The way from the error's figures to what they mean."""
    title = text("flow.caption.cpc_title", lang)
    return html.A(text("flow.caption.cpc", lang), href="/backtest", title=title, **marks(data_nav="1"))


def _key(lang: str) -> Component:
    """What the signs mean: those of the map, and those of the matrix."""
    signs = [(name, "for-map", text(f"flow.key.{name}", lang)) for name in ("published", "estimated", "width", "port")]
    signs += [(name, "for-scenario", text(f"flow.key.{name}", lang)) for name in ("less", "more")]
    signs += [(f"band-{band}", "for-matrix", text(f"flow.band.{band}", lang)) for band in range(len(BANDS))]
    signs.append(("outlined", "for-matrix", text("flow.key.outlined", lang)))
    return html.Ul(
        [html.Li([html.Span(className=f"flow-swatch is-{sign}"), words], className=css) for sign, css, words in signs],
        className="flow-key",
    )


def _periods(view: ViewState, store: Store, at: int) -> Component:
    """The periods in which something is published, as stops of one slider; `,` and `.` step through them too."""
    lang = view.lang
    said = [period(*one["years"]) for one in dial(store).periods]
    slider = placed(
        "range", min="0", max=str(len(said) - 1), step="1", value=str(at),
        **{"data-dial": "period", "aria-label": text("flow.period", lang), "aria-valuetext": said[at]},
    )  # fmt: skip
    stops = [html.Li(words, className="is-on" if index == at else "") for index, words in enumerate(said)]
    legend = html.P(text("flow.period", lang), title=text("flow.periods_hint", lang), className="flow-time-name")
    return html.Div(
        [legend, slider, html.Ol(stops, className="flow-stops", **marks(aria_hidden="true"))], className="flow-time"
    )
