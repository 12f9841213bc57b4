"""Everything that can be taken away, by name: the rows of a chart, of a map, or of estimated corridors."""

import re
from dataclasses import replace
from typing import Final

from corridors.answers import both_file, charts, corridors_file, lens_file
from corridors.answers.corridors import Filters
from corridors.answers.download import MAPS, Download, download
from corridors.model.view import ViewState
from corridors.store import Store

_CORRIDORS: Final = re.compile(r"corridors-(\d{4})-(\d{4})-([a-z]+-[a-z]+-[a-z]+)")


def taken(name: str, view: ViewState, store: Store) -> Download:
    """The rows of a thing on a view.

    `name` is a chart, a map (`map-us`, `map-mx`, `map-both`), `lens` (the consulate of the view), or estimated
    corridors, with their period (`corridors-2022-2023-fitted-ports-seizures`) or for the years of the view
    (`corridors-fitted-ports-seizures`).
    KeyError for any other name; LicenceError when a source may not be redistributed.
    """
    if name == lens_file.NAME:
        return lens_file.download(view, store)
    if name == both_file.NAME:
        return both_file.download(view, store)
    if name.startswith("corridors-"):
        whole = name if _CORRIDORS.fullmatch(name) else "corridors-{}-{}-".format(*view.years) + name[10:]
        return corridors_file.download(whole, view, store, Filters())
    return download(name, view, store)


def thing(name: str, view: ViewState) -> tuple[str, ViewState]:
    """The thing that a name stands for in codes, and its view: a period in the name becomes years of the view."""
    found = _CORRIDORS.fullmatch(name)
    if found is None:
        return name, view
    return f"corridors-{found[3]}", replace(view, years=(int(found[1]), int(found[2])))


def things(store: Store) -> tuple[str, ...]:
    """The charts and maps of an edition, in the order of the pages; corridors are named by their assumptions."""
    apart = ("backtest",) if store.has_derived("backtest") else ()
    return (*MAPS, both_file.NAME, *charts.names(store), *charts.SAID, *apart, *charts.analyses(store))
