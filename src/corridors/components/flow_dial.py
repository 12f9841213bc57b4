"""The dial of the page of corridors: the assumptions, what each moves, and what stays under all of them."""

from dash import html
from dash.development.base_component import Component

from corridors.answers.corridors import PRIORS, PROXIES, ROUTES, dial
from corridors.components.flow_fields import placed, radio
from corridors.components.marks import marks
from corridors.store import Store
from corridors.text import text


def dial_panel(store: Store, at: int, lang: str) -> Component:
    """The assumptions, what a change of each moves, and the corridors that stay in all of them."""
    best = dial(store).best
    names = (("prior", PRIORS), ("route", ROUTES), ("proxy", PROXIES))
    groups = [
        html.Fieldset(
            [
                html.Legend(text(f"flow.{name}", lang)),
                *(radio(name, value, text(f"flow.{name}.{value}", lang), value == best[place]) for value in values),
            ],
            className="flow-group",
        )
        for place, (name, values) in enumerate(names)
    ]
    weights = [
        html.Div([html.Dt(text(f"flow.weight.{name}", lang)), html.Dd(id=f"flow-weight-{name}")])
        for name in (*(name for name, _ in names), "etrace")
    ]
    return html.Aside(
        [
            html.H2(text("flow.dial", lang)),
            html.P(text("flow.dial.why", lang), className="small muted"),
            *groups,
            html.P(text("flow.fixed", lang), id="flow-fixed", className="small muted", hidden=True),
            html.H3(text("flow.weight", lang)),
            html.Dl(weights, className="flow-weights"),
            html.Label(
                [placed("checkbox", id="flow-robust"), html.Span(text("flow.robust", lang))], className="switch"
            ),
            html.P(id="flow-robust-said", className="small"),
        ],
        className="flow-dial",
        **marks(aria_label=text("flow.dial", lang)),
    )
