"""A stamp as data: what travels in a file beside its rows, under the same names in every format."""

from typing import Any

from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.exports.geometry import schematic
from corridors.text import text


def about(download: Download, stamp: Stamp, drawn: bool = False) -> dict[str, Any]:
    """The stamp of a download; with `drawn`, what its geometry is too."""
    said: dict[str, Any] = {
        "title": stamp.title,
        "say": stamp.say,
        "base": stamp.base,
        "not_shown": list(stamp.not_shown),
        "period": stamp.period,
        "kind": download.kind,
        "filters": list(stamp.filters),
        "citation": list(download.citation),
        "language": stamp.lang,
        "made": stamp.made,
        "code": stamp.code,
        "marking": stamp.marking,
        "columns": {column.id: column.header for column in download.columns},
    }
    if drawn:
        said["geometry"] = text("export.schematic" if schematic(download) else "export.simplified", stamp.lang)
    return said
