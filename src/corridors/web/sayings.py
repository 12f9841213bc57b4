"""Routes of the claim cards: a card as markup for the view in the query, and what each percentage means."""

import json
from dataclasses import asdict

from flask import Flask, Response, abort, request
from plotly.io.json import to_json_plotly

from corridors.answers.charts import page_of
from corridors.answers.sayings import saying
from corridors.answers.sayings_percents import meanings
from corridors.components.saying import card
from corridors.model.view import ViewState, decode_or_default
from corridors.store import Store
from corridors.text import text
from corridors.web.encoding import REVALIDATE
from corridors.web.markup import markup
from corridors.web.stores import Stores


def install(server: Flask, stores: Stores) -> None:
    """Add the routes; each is a plain function of the request."""

    @server.get("/card/<string:name>")
    def claim_card(name: str) -> Response:
        view = _view()
        return _answer(card_of(name, view, stores.of(view)), "text/html")

    @server.get("/meanings.json")
    def percentages() -> Response:
        view = _view()
        return _answer(meanings_of(stores.of(view), view.lang), "application/json")


def card_of(name: str, view: ViewState, store: Store) -> str:
    """The card of a figure as markup. 404 for a figure without one."""
    try:
        found = saying(name, view, store)
    except KeyError:
        abort(404)
    return str(markup(json.loads(to_json_plotly(card(found, view.lang)))))


def meanings_of(store: Store, lang: str) -> str:
    """Whole percentage -> its meanings, each with the path of the figure that shows it, and the words of the search."""
    found = {
        whole: [{**asdict(one), "page": _page(one.figure)} for one in rows]
        for whole, rows in meanings(store, lang).items()
    }
    said = {key: text(f"percent.{key}", lang) for key in ("found", "found_one", "none")}
    return json.dumps({"meanings": found, "text": said}, ensure_ascii=False)


def _page(figure: str) -> str:
    """Where a figure stands: a page, and the place on it."""
    return (
        f"/evidence#panel-{figure.removeprefix('map-')}"
        if figure.startswith("map-")
        else f"{page_of(figure)}#figure-{figure}"
    )


def _view() -> ViewState:
    return decode_or_default(request.query_string.decode("ascii", "replace"))[0]


def _answer(content: str, kind: str) -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = REVALIDATE
    response.add_etag()
    response.make_conditional(request.environ)
    return response
