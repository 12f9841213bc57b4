"""Lines over years or months as native charts of a slide, in the colours of the screen; a missing year is a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from corridors.exports import deck
from corridors.exports.deck import FAINT, INK
from corridors.exports.native import Panel, Series

if TYPE_CHECKING:
    from pptx.slide import Slide

Box = tuple[float, float, float, float]  # left, top, width, height in points
_TITLE: Final = 18.0
_LEGEND: Final = 46.0  # points that the legend of the first panel takes


def lines(made: Slide, found: Sequence[Panel], box: Box, name: str, alt: str) -> None:
    """The panels beneath each other, as high as their parts of the screen's picture."""
    left, top, wide, tall = box
    whole = sum(panel.share for panel in found)
    legend = _LEGEND if len(found[0].series) > 1 else 0.0
    room = tall - legend - sum(_TITLE for panel in found if panel.title)
    for at, panel in enumerate(found):
        high = room * panel.share / whole + (legend if at == 0 else 0)
        if panel.title:
            deck.words(made, (left, top, wide, _TITLE), [(panel.title, 11, INK, True)], "panel")
            top += _TITLE
        said = (name if at == 0 else f"{name}-{at + 1}", alt)
        _chart(made, panel, (left, top, wide, high), said, bool(legend) and at == 0)
        top += high


def _chart(made: Slide, panel: Panel, box: Box, said: tuple[str, str], legend: bool) -> None:
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION  # noqa: PLC0415 - loaded when a deck is asked for

    monthly = isinstance(panel.times[0], date)
    times = [at if isinstance(at, date) else date(at, 1, 1) for at in panel.times]
    data = deck.sheet(times, [(one.name, one.values) for one in panel.series])
    data.categories.number_format = "mmm yyyy" if monthly else "yyyy"
    chart = deck.framed(made, XL_CHART_TYPE.LINE_MARKERS, data, box, *said, 10)
    _axes(chart, panel, monthly)
    chart.has_legend = legend
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        _unnamed(chart, panel.series)
    for drawn, one in zip(chart.plots[0].series, panel.series, strict=True):
        _dress(drawn, one)


def _axes(chart: Any, panel: Panel, monthly: bool) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.enum.chart import XL_TICK_MARK  # noqa: PLC0415

    up, along = chart.value_axis, chart.category_axis
    up.minimum_scale = 0
    if panel.top is not None:
        up.maximum_scale = panel.top
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = "#,##0", False
    up.major_gridlines.format.line.color.rgb = RGBColor.from_string("E2DFD8")
    up.format.line.fill.background()
    along.format.line.color.rgb = RGBColor.from_string(FAINT)
    along.major_tick_mark = XL_TICK_MARK.NONE
    years = len(panel.times) / (12 if monthly else 1)
    _every(along, 1 if years <= 8 else 2 if years <= 16 else 5, monthly)


def _every(axis: Any, years: int, monthly: bool) -> None:
    """The year every so many years, on an axis of months or of years."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "yyyy", False
    unit = axis._element.find("{*}baseTimeUnit")
    unit.set("val", "months" if monthly else "years")
    for tag, value in (("majorTimeUnit", "years"), ("majorUnit", years)):
        unit.addnext(parse_xml(f'<c:{tag} {nsdecls("c")} val="{value}"/>'))


def _unnamed(chart: Any, series: Sequence[Series]) -> None:
    """Keep what has no name of its own out of the legend."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    place = chart.legend._element.find("{*}legendPos")
    for at, one in reversed(list(enumerate(series))):
        if not one.named:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
            place.addnext(parse_xml(entry))


def _dress(drawn: Any, one: Series) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.enum.chart import XL_MARKER_STYLE  # noqa: PLC0415
    from pptx.enum.dml import MSO_LINE  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    colour = RGBColor.from_string(one.colour.lstrip("#").upper())
    drawn.smooth = False
    line = drawn.format.line
    if one.width:
        line.color.rgb, line.width = colour, Pt(one.width)
        dashes = {"dot": MSO_LINE.SQUARE_DOT, "dash": MSO_LINE.DASH}
        line.dash_style = dashes.get(one.dash, MSO_LINE.SOLID)
    else:
        line.fill.background()
    styles = {
        "circle": XL_MARKER_STYLE.CIRCLE,
        "triangle": XL_MARKER_STYLE.TRIANGLE,
        "diamond": XL_MARKER_STYLE.DIAMOND,
    }
    drawn.marker.style = styles.get(one.mark, XL_MARKER_STYLE.NONE)
    if one.mark:
        drawn.marker.size = 5 if one.width else 8
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour
        drawn.marker.format.line.color.rgb = colour
