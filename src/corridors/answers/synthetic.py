"""Synthetic records are never shown without saying so: drawn in every figure, first in every file.

`stamped` draws the mark, `marked` writes it, and `verify` is the door: with synthetic records in the store, a page
with a figure that does not carry the mark is not shown.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from corridors.answers.chart import Column
from corridors.errors import DataError
from corridors.store import Store
from corridors.text import text

if TYPE_CHECKING:
    from corridors.answers.download import Download

SOURCE: Final = "ETRACE_SYNTHETIC"
MARK: Final = "SYNTHETIC"  # in both languages, so that a program can look for it
NAME: Final = "synthetic"  # of the annotation and of the column
_LOOK: Final[dict[str, Any]] = {
    "name": NAME, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "xanchor": "center", "yanchor": "middle",
    "showarrow": False, "textangle": -18, "font": {"size": 30, "color": "rgba(200,32,32,0.5)"},
}  # fmt: skip


def stamped(figure: dict[str, Any], store: Store, lang: str) -> dict[str, Any]:
    """The figure, with the mark drawn across it when the store holds synthetic records."""
    if not store.synthetic:
        return figure
    layout: dict[str, Any] = figure["layout"]
    mark = _LOOK | {"text": f"<b>{text('fig.synthetic.drawn', lang)}</b>"}
    return {**figure, "layout": {**layout, "annotations": [*layout.get("annotations", ()), mark]}}


def verify(figures: Iterable[Any], store: Store) -> None:
    """DataError when the store holds synthetic records and a figure is not marked with it."""
    if not store.synthetic:
        return
    for figure in figures:
        layout = figure.get("layout", {}) if isinstance(figure, dict) else {}
        if not any(note.get("name") == NAME for note in layout.get("annotations", ())):
            raise DataError("a figure over synthetic records does not say SYNTHETIC: it is not shown")


def marked(download: "Download", store: Store, lang: str) -> "Download":
    """The download, with the mark as the first line of its citation and in a column of its own.

    What an edition changed is marked too when it brought or removed synthetic records: their terms are among the rows.
    """
    if not store.synthetic and not ("key" in download.frame and download.frame["key"].str.contains(SOURCE).any()):
        return download
    return replace(
        download,
        frame=download.frame.assign(**{NAME: MARK}),
        columns=(*download.columns, Column(NAME, text("fig.synthetic.column", lang))),
        citation=(text("fig.synthetic.file", lang), *download.citation),
    )
