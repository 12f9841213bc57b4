import json
from typing import Any

from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st
from plotly.utils import PlotlyJSONEncoder

from corridors.web.markup import markup, still


def tree(component: Any) -> Any:
    return json.loads(json.dumps(component, cls=PlotlyJSONEncoder))


def test_a_still_tree_is_one_element() -> None:
    made = still(tree(html.Div([html.H1("A"), html.P(["b ", html.B("c")])], id="x", className="y")), ())
    assert made["props"] == {"id": "x", "className": "y", "data-html": "<h1>A</h1><p>b <b>c</b></p>"}


def test_what_dash_must_know_stays_and_so_does_what_is_around_it() -> None:
    made = still(tree(html.Div([html.Ul([html.Li("1")]), html.P(html.I("z")), dcc.Graph(id="g")])), ())
    first, second, third = made["props"]["children"]
    assert first["props"] == {"data-html": "<li>1</li>"}
    assert second["props"] == {"data-html": "<i>z</i>"}
    assert third["type"] == "Graph"


def test_what_a_callback_names_stays() -> None:
    content = html.Div([html.Section([html.Div(id="body", children=html.P("w"))]), html.Div([html.P("s")])])
    section, still_one = still(tree(content), {"body"})["props"]["children"]
    (body,) = section["props"]["children"]
    assert body["props"] == {"id": "body", "data-html": "<p>w</p>"}
    assert "data-html" in still_one["props"]


def test_words_alone_stay_words() -> None:
    assert still(tree(html.P("a < b")), ()) == tree(html.P("a < b"))
    assert still(["a", None, 3], ()) == ["a", None, 3]


def part(kind: str, children: object = None, **props: object) -> dict[str, object]:
    return {"type": kind, "namespace": "dash_html_components", "props": {"children": children, **props}}


def test_attributes_are_those_of_the_document() -> None:
    style = {"backgroundColor": "red", "--share": "3%", "color": None}
    cell = part("Td", colSpan=2, hidden=True, style=style, **{"aria-hidden": "false", "data-x": 'a"b'})
    label = part("Label", cell, htmlFor="f", className="c", tabIndex=0, n_clicks=3, key="k")
    assert markup(label) == (
        '<label for="f" class="c" tabindex="0"><td colspan="2" hidden="" '
        'style="background-color:red;--share:3%" aria-hidden="false" data-x="a&#34;b"></td></label>'
    )


def test_an_element_that_holds_nothing_is_not_closed() -> None:
    assert markup(part("Div", [part("Br"), part("Img", src="x", alt="")])) == '<div><br><img src="x" alt=""></div>'


def test_switches_are_there_or_not() -> None:
    assert markup(part("Details", open=True)) == '<details open=""></details>'
    assert markup(part("Option", "a", selected=False)) == "<option>a</option>"
    assert markup(part("Div", **{"aria-pressed": False})) == '<div aria-pressed="false"></div>'


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_becomes_markup(words: str, value: str) -> None:
    made = str(markup({"type": "P", "namespace": "dash_html_components", "props": {"children": words, "title": value}}))
    inside = made.removeprefix("<p").removesuffix("</p>")
    assert inside.count("<") == 0
    assert inside.count(">") == 1
    assert inside.count('"') == 2
