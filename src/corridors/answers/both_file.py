"""The map of both countries as rows: bands, published pairs, and what is known of no pair."""

from typing import Final

import pandas as pd

from corridors.answers.both import ends, order_line, source_line
from corridors.answers.chart import Column, Context
from corridors.answers.download import Download, refuse
from corridors.answers.home import flows
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, period

NAME: Final = "map-both"
DIGITS: Final = {"guns": 0, "share": 1, "base": 0}


def download(view: ViewState, store: Store) -> Download:
    """The rows of the map; it shows the same flows whatever the view selects. LicenceError as any download."""
    lang = view.lang
    data = store.cube["flows"]
    refuse((store.card(data["source"]),), lang)
    names = Context(NAME, view, store)
    rows = []
    for flow in flows(store.cube):
        origin, destination = ends(store, flow, lang)
        rows.append(
            {
                "origin": flow.origin, "destination": flow.destination, "from": origin, "to": destination,
                "guns": flow.count, "share": flow.share, "base": flow.base, "kind": names.kind(flow.kind),
            }
        )  # fmt: skip
    ids = ("from", "to", "guns", "share", "base", "kind")
    columns = tuple(Column(id, text(f"home.both.col.{id}", lang), DIGITS.get(id)) for id in ids)
    title, when = text("home.both.title", lang), period(*data["period"])
    base = text("export.both.base", lang, traced=number(data["traced"], lang))
    source = f"{text('fig.download.source', lang)}: {source_line(store, lang)}"
    said = (
        f"{text('fig.download.title', lang)}: {title}",
        f"{text('fig.download.base', lang)}: {base}",
        f"{text('fig.download.period', lang)}: {when}",
        source,
        f"{text('fig.download.note', lang)}: {order_line(store, lang)}",
        f"{text('fig.download.view', lang)}: /?{encode(view)}",
        f"{text('fig.download.data', lang)}: {store.data_version}",
    )
    return Download(
        NAME, pd.DataFrame(rows), columns, said, title, "", base, when, "observed", (source,), ("origin", "destination")
    )
