"""The files that a thing can be taken away as: one function each from rows and stamp to a name and bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from corridors.answers.download import Download
from corridors.answers.stamp import Stamp, stamp_of, stamped
from corridors.answers.synthetic import marked
from corridors.answers.taken import taken
from corridors.errors import CorridorsError
from corridors.exports import csv, geojson, geoparquet, paper, sheet, slides, xlsx
from corridors.exports.geometry import reason
from corridors.model.view import ViewState
from corridors.store import Store


@dataclass(frozen=True)
class Taken:
    """A thing on its way out: its rows with the lines of the stamp in their citation, the stamp, and the edition."""

    name: str
    view: ViewState
    download: Download
    stamp: Stamp
    store: Store


File = tuple[str, bytes]


def _csv(one: Taken) -> File:
    return csv.file(one.download)


def _xlsx(one: Taken) -> File:
    return xlsx.file(one.download, one.stamp)


def _geojson(one: Taken) -> File:
    return geojson.file(one.download, one.stamp, one.store)


def _geoparquet(one: Taken) -> File:
    return geoparquet.file(one.download, one.stamp, one.store)


def _pdf(one: Taken) -> File:
    return f"corridors-{one.download.name}.pdf", paper.page(one.name, one.view, one.download, one.stamp, one.store)


def _pptx(one: Taken) -> File:
    return f"corridors-{one.download.name}.pptx", slides.page(one.name, one.view, one.download, one.stamp, one.store)


def _picture(form: str) -> Callable[[Taken], File]:
    def made(one: Taken) -> File:
        name = f"corridors-{one.download.name}.{form}"
        return name, sheet.file(one.name, one.view, one.download, one.stamp, one.store, form)

    return made


# Extension -> media type and maker.
FORMATS: Final[Mapping[str, tuple[str, Callable[[Taken], File]]]] = {
    "csv": ("text/csv", _csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "geojson": ("application/geo+json", _geojson),
    "parquet": ("application/vnd.apache.parquet", _geoparquet),
    "png": ("image/png", _picture("png")),
    "svg": ("image/svg+xml", _picture("svg")),
    "pdf": ("application/pdf", _pdf),
    "pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", _pptx),
}
PICTURES: Final = ("png", "svg")  # which a browser makes itself, of what it shows
OF_PLACES: Final = ("geojson", "parquet")


def take(name: str, view: ViewState, store: Store, marking: str = "") -> Taken:
    """A thing with its stamp. KeyError, LicenceError and CorridorsError as `stamp` raises them."""
    download = taken(name, view, store)
    stamp = stamp_of(download, name, view, store, marking)
    marks = marked(stamped(download, stamp), store, view.lang)
    return Taken(name, view, replace(marks, name=marks.name.removeprefix("corridors-")), stamp, store)


def why_not(format: str, one: Taken) -> str:
    """Why a thing is not offered in a format (`places`: its rows name none; `rows`: too many); "" when it is."""
    return reason(one.download) if format in OF_PLACES else ""


def file(format: str, one: Taken) -> File:
    """The name and the bytes of a thing in a format of FORMATS. CorridorsError for one that it is not offered in."""
    if why := why_not(format, one):
        said = {"places": "its rows name no place", "rows": "it has too many rows for a file of geometry"}[why]
        raise CorridorsError(f"{one.name} cannot be taken as {format}: {said}; take csv or xlsx")
    return FORMATS[format][1](one)
