"""Panel with HoloViews: two `Polygons` in `DynamicMap`s that follow the slider."""

import holoviews as hv
import panel as pn
from albers import rings, window
from data import FIRST, LAST, START, MapWork, load, sentence

hv.extension("bokeh")
pn.extension()
US, MX = load()
SHAPES = {id(work): rings(work) for work in (US, MX)}


def polygons(work: MapWork, year: int) -> hv.Polygons:
    parts = []
    for name, fill, shape in zip(work.names, work.fills(year), SHAPES[id(work)], strict=True):
        level = work.colours.index(fill) if fill in work.colours else -1
        parts += [{"x": xs, "y": ys, "name": name, "value": level} for xs, ys in shape]
    return hv.Polygons(parts, vdims=["value", "name"])


def draw(work: MapWork, slider: pn.widgets.IntSlider, title: str) -> hv.DynamicMap:
    x_range, y_range = window(work)
    dynamic = hv.DynamicMap(pn.bind(lambda year: polygons(work, year), slider))
    return dynamic.opts(
        hv.opts.Polygons(
            width=700,
            height=480,
            cmap=work.colours,
            clim=(-0.5, len(work.colours) - 0.5),
            color="value",
            line_color="white",
            line_width=0.5,
            xlim=x_range,
            ylim=y_range,
            xaxis=None,
            yaxis=None,
            toolbar=None,
            tools=["hover", "tap"],
            title=title,
            framewise=False,
            shared_axes=False,
            default_tools=[],
        )
    )


def page() -> pn.Column:
    slider = pn.widgets.IntSlider(name="Year", start=FIRST, end=LAST, value=START)
    words = pn.pane.Str(pn.bind(lambda year: sentence(US, MX, year), slider))
    maps = pn.Row(pn.pane.HoloViews(draw(US, slider, "United States")), pn.pane.HoloViews(draw(MX, slider, "Mexico")))
    return pn.Column(slider, words, maps)


page().servable()
