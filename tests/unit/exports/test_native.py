"""Lines over time are native charts of a slide: the numbers, colours and gaps of the screen, editable in a sheet."""

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pptx
import pytest

from corridors.answers.brief_trend import trends
from corridors.answers.charts import chart
from corridors.answers.lens import lens
from corridors.exports import native
from corridors.exports.drawing import Line
from corridors.exports.formats import file, take
from corridors.exports.native import Series, panels, when
from corridors.exports.plot import plot
from corridors.model.view import ViewState
from corridors.store import Store

LINES = ("homicides", "early_notice", "early_checks")


def figure(name: str, store: Store, lang: str = "es") -> dict[str, Any]:
    return chart(name, ViewState(lang=lang), store).figure


def frames(name: str, store: Store, lang: str = "es") -> list[Any]:
    deck = pptx.Presentation(io.BytesIO(file("pptx", take(name, ViewState(lang=lang), store))[1]))
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def years(frame: Any) -> list[int]:
    """The years of an axis of dates, which a sheet counts in days."""
    return [(date(1899, 12, 30) + timedelta(float(at))).year for at in frame.chart.plots[0].categories]


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", LINES)
def test_a_slide_has_the_numbers_of_the_screen(name: str, lang: str, store: Store) -> None:
    traces = figure(name, store, lang)["data"]
    drawn = [line for frame in frames(name, store, lang) for line in frame.chart.plots[0].series]
    assert [line.name for line in drawn[: len(traces)]] == [trace.get("name") or "–" for trace in traces]
    for trace, line in zip(traces, drawn, strict=False):
        known = [float(value) for value in trace["y"] if value is not None]
        assert [value for value in line.values if value is not None] == pytest.approx(known)
        colour = trace["line"]["color"] if "lines" in trace["mode"] else ""
        if colour.startswith("#"):
            assert str(line.format.line.color.rgb) == colour.lstrip("#").upper()


def test_a_year_without_a_number_is_a_gap_and_no_year_is_left_out(store: Store) -> None:
    rates, shares = frames("homicides", store)
    for frame in (rates, shares):
        assert years(frame) == list(range(1990, 2025))
        assert frame.chart._chartSpace.chart.find("{*}dispBlanksAs").get("val") == "gap"
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr")
        assert not any(line.smooth for line in frame.chart.plots[0].series)
    register = next(iter(rates.chart.plots[0].series))
    assert register.values[:8] == (None,) * 8  # 1990 to 1997
    assert register.values[19:] == (None,) * 16  # from 2009


def test_months_are_dates_and_an_estimate_says_so(store: Store) -> None:
    (frame,) = frames("early_notice", store)
    months = [date(2015 + at // 12, at % 12 + 1, 1) for at in range(126)]
    (panel,) = panels(figure("early_notice", store))
    assert list(panel.times) == months
    assert panel.series[-1].name == "nuevo nivel"
    at = [str(month)[:7] for month, value in zip(months, panel.series[-1].values, strict=True) if value is not None]
    assert at == ["2016-07", "2017-10", "2021-11"]
    assert len(frame.chart.plots[0].series) == len(panel.series)
    deck = pptx.Presentation(io.BytesIO(file("pptx", take("early_notice", ViewState(lang="es"), store))[1]))
    words = {shape.name: shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame}
    assert words["mark"] == "ESTIMACIÓN, no es una cifra publicada"


def test_what_is_no_line_over_time_stays_as_it_is_drawn(store: Store) -> None:
    for name in ("totals", "clock", "world", "flow_estimates"):  # the last has intervals, which bars would lose
        assert panels(figure(name, store)) == ()
        deck = pptx.Presentation(io.BytesIO(file("pptx", take(name, ViewState(lang="es"), store))[1]))
        shapes = {shape.name: shape for shape in deck.slides[0].shapes}
        assert name in shapes
        assert not shapes[name].has_table
        assert not shapes[name].has_chart
    assert native.marks(figure("totals", store)) == ()


def test_bars_in_groups_are_native(store: Store) -> None:
    (frame,) = frames("two_governments", store)
    traces = figure("two_governments", store)["data"]
    assert [line.name for line in frame.chart.plots[0].series] == [trace["name"] for trace in traces]
    assert [list(line.values) for line in frame.chart.plots[0].series] == [trace["y"] for trace in traces]
    assert native.columns(figure("totals", store)) is None


def test_a_number_between_two_gaps_has_a_mark() -> None:
    trace = {"type": "scatter", "mode": "lines", "x": [2001, 2003, 2005, 2006], "y": [1.0, 2.0, None, 3.0]}
    line = {"color": "#123456", "dash": "dot"}
    (panel,) = panels({"data": [trace | {"name": "one", "line": line}], "layout": {}})
    assert panel.times == (2001, 2002, 2003, 2004, 2005, 2006)
    assert panel.series == (Series("one", (1.0, None, 2.0, None, None, 3.0), "#123456", 2.0, "dot", "circle"),)
    assert when(2018.0416, True) == date(2018, 1, 1)
    assert when(2016.5, True) == date(2016, 7, 1)


def test_the_line_of_a_brief_is_broken_where_a_year_is_missing(store: Store) -> None:
    trend = trends(lens(store, "D-san-diego", "es"), store, "es")[1]
    whole = [item for item in plot(trend, 248, 56).items if isinstance(item, Line) and item.id == trend.id]
    assert len(whole) == 1
    assert trend.names == tuple(str(year) for year in range(int(trend.names[0]), int(trend.names[-1]) + 1))
    broken = replace(trend, values=(*trend.values[:5], None, *trend.values[6:]))
    parts = [item for item in plot(broken, 248, 56).items if isinstance(item, Line) and item.id == trend.id]
    assert [len(part.points) for part in parts] == [5, len(trend.values) - 6]
    assert not any(np.isnan(part.points).any() for part in parts)
