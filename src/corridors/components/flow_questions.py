"""What the page of corridors can be asked: a port or a road harder to pass and, for analysts, another law score."""

from dash import html
from dash.development.base_component import Component

from corridors.answers.corridors import LAW
from corridors.components.flow_fields import placed, radio, select
from corridors.components.prose import scrolling
from corridors.text import text
from corridors.text.formats import number


def what_if(harden_km: int, lang: str) -> Component:
    """Harden or close a port, close a road; the map shows the difference."""
    hows = [
        radio("how", how, text(f"flow.what.{how}", lang, km=harden_km), how == "close") for how in ("close", "harden")
    ]
    head = [html.Th(text(f"flow.{key}", lang), scope="col", className=css) for key, css in (
        ("port", ""), ("what.before", "num"), ("what.after", "num"), ("what.change", "num"),
    )]  # fmt: skip
    result = html.Table(
        [html.Caption(text("flow.what.table", lang)), html.Thead(html.Tr(head)), html.Tbody(id="flow-what-rows")],
        className="table table-compact flow-what-table",
    )
    return html.Section(
        [
            html.H2(text("flow.what", lang)),
            html.P(text("flow.what.why", lang), className="muted"),
            html.Div(
                [
                    select("what-port", text("flow.what.port", lang), text("flow.what.choose", lang)),
                    select("what-road", text("flow.what.road", lang), text("flow.what.choose", lang)),
                    html.Fieldset([html.Legend(text("flow.what.how", lang)), *hows], className="flow-group"),
                ],
                className="flow-ask",
            ),
            html.Div(
                [
                    html.P(id="flow-what-said", className="flow-said", role="status"),
                    html.P(html.Strong(text("flow.what.not", lang))),
                    scrolling(result, text("flow.what.table", lang)),
                    html.Button(
                        text("flow.what.stop", lang), id="flow-what-stop", type="button", className="btn btn-small"
                    ),
                ],
                id="flow-what-out",
                className="stack",
                hidden=True,
            ),
        ],
        className="flow-what card",
    )


def analyst(lang: str) -> Component:
    """A state's law score, varied: research, for analysts, in no file and no story."""
    values = {name: number(value, lang, 2) for name, value in LAW.items()}
    slider = html.Label(
        [
            html.Span([text("flow.law.units", lang), " ", html.Output("0", id="flow-law-said-units")]),
            placed("range", id="flow-law-units", value="0", min="-10", max="10", step="1"),
        ],
        className="flow-field flow-slider",
    )
    return html.Section(
        [
            html.H2(
                [
                    text("flow.analyst", lang),
                    " ",
                    html.Span(text("flow.analyst.kind", lang), className="kind kind-modelled"),
                ]
            ),
            html.P(text("flow.law.why", lang, **values), className="muted"),
            html.Div([select("law-state", text("flow.law.state", lang)), slider], className="flow-ask"),
            html.P(text("flow.law.zero", lang), id="flow-law-said", className="flow-said", role="status"),
            html.P(
                [text("flow.law.facts", lang), " ", text("flow.what.not", lang), " ", text("flow.law.source", lang)],
                className="small muted",
            ),
        ],
        className="flow-analyst card no-print",
    )
