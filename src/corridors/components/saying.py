"""The claim card beside a figure: a disclosure that is filled when it is opened, and what fills it."""

from dash import html
from dash.development.base_component import Component

from corridors.answers.sayings import Attack, Saying, plain
from corridors.components.marks import marks
from corridors.text import text


def disclosure(name: str, title: str, lang: str) -> html.Details:
    """The card of a figure, closed and empty, so that no page waits for it: `assets/js/36-sayings.js` fills it."""
    named = marks(aria_label=text("card.open_of", lang, title=title))
    words = marks(data_loading=text("card.loading", lang), data_failed=text("card.failed", lang))
    return html.Details(
        [html.Summary(text("card.open", lang), **named), html.Div(className="saying-body", **words)],
        className="saying",
        **marks(data_card=name),
    )


def card(saying: Saying, lang: str) -> html.Div:
    """The card: what may be said with its base, what it does not show, citation, the key to copy, and the attack."""
    copied = marks(data_copy_card=plain(saying, lang), data_link=saying.citation[-1].partition(": ")[2])
    return html.Div(
        [
            html.P(saying.say, className="saying-say"),
            html.P(html.B(text("card.not_shown", lang)), className="saying-head"),
            _list(saying.not_shown),
            html.P(html.B(text("card.citation", lang)), className="saying-head"),
            _list(saying.citation[:-1]),
            html.Button([text("card.copy", lang), html.Kbd("W")], type="button", className="btn btn-small", **copied),
            _attack(saying.attack, lang),
        ],
        className="saying-card",
    )


def _attack(attack: Attack, lang: str) -> html.Details:
    rivals = attack.rivals or (text("card.no_rival", lang),)
    rows = (
        ("base", attack.base),
        ("edition", attack.edition),
        ("rivals", _list(rivals)),
        ("objection", attack.objection),
        ("answer", attack.answer),
    )
    parts = [html.Div([html.Dt(text(f"card.{key}", lang)), html.Dd(said)], className=f"is-{key}") for key, said in rows]
    return html.Details([html.Summary([text("card.attack", lang), html.Kbd("A")]), html.Dl(parts)], className="attack")


def _list(lines: tuple[str, ...]) -> Component:
    return html.Ul([html.Li(line) for line in lines])
