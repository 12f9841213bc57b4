"""Panel with Bokeh: two choropleths whose one column of values is patched in place at each step."""

import panel as pn
from albers import rings, window
from bokeh.models import ColumnDataSource, HoverTool, LinearColorMapper
from bokeh.plotting import figure
from data import FIRST, LAST, START, MapWork, load, sentence

pn.extension()
US, MX = load()
SHAPES = {id(work): rings(work) for work in (US, MX)}


def classes(work: MapWork, year: int) -> list[int]:
    return [work.colours.index(fill) if fill in work.colours else -1 for fill in work.fills(year)]


def draw(work: MapWork, title: str) -> tuple[figure, ColumnDataSource]:
    shapes = SHAPES[id(work)]
    source = ColumnDataSource(
        {
            "xs": [[[xs] for xs, _ in parts] for parts in shapes],
            "ys": [[[ys] for _, ys in parts] for parts in shapes],
            "name": work.names,
            "value": classes(work, START),
        }
    )
    x_range, y_range = window(work)
    plot = figure(
        title=title, width=700, height=480, x_range=x_range, y_range=y_range, match_aspect=True, tools="tap",
        toolbar_location=None, x_axis_type=None, y_axis_type=None,
    )  # fmt: skip
    plot.grid.visible = False
    mapper = LinearColorMapper(palette=work.colours, low=-0.5, high=len(work.colours) - 0.5, low_color="#d9d9d9")
    plot.multi_polygons(
        "xs", "ys", source=source, fill_color={"field": "value", "transform": mapper}, line_color="white",
        line_width=0.5,
    )  # fmt: skip
    plot.add_tools(HoverTool(tooltips=[("", "@name")]))
    return plot, source


def page() -> pn.Column:
    left, us_source = draw(US, "United States")
    right, mx_source = draw(MX, "Mexico")
    slider = pn.widgets.IntSlider(name="Year", start=FIRST, end=LAST, value=START)
    words = pn.pane.Str(sentence(US, MX, START))

    def step(event: object) -> None:
        year = slider.value
        us_source.patch({"value": [(slice(len(US.ids)), classes(US, year))]})
        mx_source.patch({"value": [(slice(len(MX.ids)), classes(MX, year))]})
        words.object = sentence(US, MX, year)

    slider.param.watch(step, "value")
    return pn.Column(slider, words, pn.Row(pn.pane.Bokeh(left), pn.pane.Bokeh(right)))


page().servable()
