"""Parts of a deck: a clean presentation in 16:9, words, native tables and charts, drawings as groups of shapes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from corridors.exports import letters
from corridors.exports.drawing import Drawing
from corridors.exports.shapes import FONT, Numbers, group

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

WIDTH: Final = 960.0  # points, as all lengths here
HEIGHT: Final = 540.0
EDGE: Final = 40.0
TITLE: Final = 30.0  # letters of a title; of a long one less
INK, SOFT, FAINT, ACCENT = "1A1F26", "444D58", "5D6671", "5A3EA6"  # the screen's, light theme
ARMS, LAW, LAW_SOFT, GROUND, PAPER = "1F5F8F", "3A6E69", "E4EEEC", "F6F4EF", "FFFFFF"
_FOREIGN: Final = ("/printerSettings", "/thumbnail", "/extended-properties")
_DATED: Final = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def deck(title: str, lang: str, key: str, made: datetime) -> Presentation:
    """An empty deck that names nobody: no author, no person who changed it, a fixed date."""
    from pptx import Presentation  # noqa: PLC0415 - loaded when a deck is asked for
    from pptx.util import Pt  # noqa: PLC0415

    found = Presentation()
    _bare(found)
    found.slide_width, found.slide_height = Pt(WIDTH), Pt(HEIGHT)
    about = found.core_properties
    about.author = about.last_modified_by = about.comments = about.category = about.subject = ""
    about.title, about.keywords, about.language, about.revision = title, key, lang, 1
    about.created = about.modified = made.replace(tzinfo=None)
    return found


def _bare(found: Presentation) -> None:
    """Without what the library's template brings along: its author's printer, its picture, the program's name."""
    for rels, drop in ((found.part.rels, found.part.drop_rel), (found.part.package._rels, found.part.package.drop_rel)):
        for id in [id for id, rel in rels.items() if rel.reltype.endswith(_FOREIGN)]:
            drop(id)


def saved(found: Presentation, made: datetime) -> bytes:
    """The bytes of a deck, the same for the same content: every entry of the archive has one date."""
    raw = io.BytesIO()
    found.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as had, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made_of:
        for name in had.namelist():
            entry = zipfile.ZipInfo(name, (made.year, made.month, made.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            made_of.writestr(entry, _plain(had.read(name), name, made))
    return out.getvalue()


def _plain(content: bytes, name: str, made: datetime) -> bytes:
    """A part without the hour at which it was made: charts carry a workbook, which is an archive with dates too."""
    if not name.endswith(".xlsx"):
        return content
    out = io.BytesIO()
    when = made.strftime("%Y-%m-%dT00:00:00Z").encode()
    with zipfile.ZipFile(io.BytesIO(content)) as had, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made_of:
        for part in had.namelist():
            entry = zipfile.ZipInfo(part, (made.year, made.month, made.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            dated = rb'<dcterms:\1 xsi:type="dcterms:W3CDTF">' + when + rb"</dcterms:\1>"
            made_of.writestr(entry, _DATED.sub(dated, had.read(part)))
    return out.getvalue()


def slide(found: Presentation, title: str, about: str = "", foot: Sequence[str] = ()) -> Slide:
    """A slide with its title in the place for titles, a line beneath it, and the lines of its foot."""
    from pptx.util import Pt  # noqa: PLC0415

    made = found.slides.add_slide(found.slide_layouts[5])  # "title only"
    head = made.shapes.title
    head.left, head.top, head.width, head.height = Pt(EDGE), Pt(20), Pt(WIDTH - 2 * EDGE), Pt(44)
    head.text_frame.word_wrap = True
    long = letters.width(title, TITLE, bold=True) > WIDTH - 2 * EDGE
    _fill(head.text_frame, [(title, TITLE * 0.7 if long else TITLE, INK, True)])
    if about:
        words(made, (EDGE, 62, WIDTH - 2 * EDGE, 22), [(about, 14, SOFT, False)], "about")
    if foot:
        words(made, (EDGE, HEIGHT - 34, WIDTH - 2 * EDGE, 26), [(line, 9, FAINT, False) for line in foot], "foot")
    return made  # type: ignore[no-any-return] # pptx does not say what it adds


Row = tuple[str, float, str, bool]  # words, size in points, colour, bold


def _fill(frame: Any, rows: Sequence[Row]) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for at, (said, size, colour, bold) in enumerate(rows):
        line = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        line.alignment = PP_ALIGN.LEFT
        run = line.add_run()
        run.text = said
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
        run.font.color.rgb = RGBColor.from_string(colour)
        if not said:  # else an empty cell is as tall as the largest letters
            line._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))


def _top(frame: Any) -> None:
    from pptx.enum.text import MSO_ANCHOR  # noqa: PLC0415

    frame.vertical_anchor = MSO_ANCHOR.TOP


def words(made: Slide, box: tuple[float, float, float, float], rows: Sequence[Row], name: str, fill: str = "") -> None:
    """A box of words (left, top, width, height in points), one paragraph a row; `fill` is the colour behind it."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    shape = made.shapes.add_textbox(*(Pt(value) for value in box))
    shape.name = name
    shape.text_frame.word_wrap = True
    _fill(shape.text_frame, rows)
    _top(shape.text_frame)
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(fill)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = Pt(10)
        frame.margin_top = frame.margin_bottom = Pt(8)


def drawn(made: Slide, drawing: Drawing, x: float, y: float, name: str) -> None:
    """A drawing as one group of shapes with its left upper corner at a point."""
    from pptx.oxml import parse_xml  # noqa: PLC0415

    tree = made.shapes._spTree
    ids = Numbers(max(shape.shape_id for shape in made.shapes))
    tree.append(parse_xml(group(drawing, x, y, name, ids)))


def chart(
    made: Slide, kind: str, names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None], str]],
    box: tuple[float, float, float, float], name: str, alt: str,
) -> None:  # fmt: skip
    """A native chart (`bars` or `rows`), whose numbers open in a sheet. A series: words, values, `#rrggbb`."""
    data = sheet(names, [(said, values) for said, values, _ in series])
    _dress(framed(made, _type(kind), data, box, name, alt), kind, [colour for _, _, colour in series])


def sheet(names: Sequence[Any], series: Sequence[tuple[str, Sequence[float | None]]]) -> Any:
    """The numbers behind a native chart: a row a name, a column a series (its words and values)."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415

    parts = any(value and value % 1 for _, values in series for value in values)
    data = CategoryChartData(number_format="#,##0.0" if parts else "#,##0")
    data.categories = list(names)
    for said, values in series:
        data.add_series(said, list(values))
    return data


def framed(
    made: Slide, type: Any, data: Any, box: tuple[float, float, float, float], name: str, alt: str, size: float = 11
) -> Any:
    """A native chart in its frame, without a title, its letters those of the product."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    shapes: Any = made.shapes  # its annotations give the chart for its frame
    frame = shapes.add_chart(type, *(Pt(value) for value in box), data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    found = frame.chart
    found.has_title = False
    found.font.size, found.font.name = Pt(size), FONT
    found.font.color.rgb = RGBColor.from_string(SOFT)
    return found


def _type(kind: str) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415

    return {"bars": XL_CHART_TYPE.COLUMN_CLUSTERED, "rows": XL_CHART_TYPE.BAR_CLUSTERED}[kind]


def _dress(found: Any, kind: str, colours: Sequence[str]) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    found.has_legend = len(colours) > 1
    found.value_axis.has_major_gridlines, found.value_axis.minimum_scale = False, 0
    found.value_axis.visible = False
    found.category_axis.format.line.color.rgb = RGBColor.from_string(FAINT)
    if kind == "rows":
        found.category_axis.reverse_order = True
    found.plots[0].gap_width, found.plots[0].has_data_labels = 50, True
    for series, colour in zip(found.plots[0].series, colours, strict=True):
        look = series.format.fill
        look.solid()
        look.fore_color.rgb = RGBColor.from_string(colour.lstrip("#").upper())


def table(
    made: Slide, rows: Sequence[Sequence[str]], box: tuple[float, float, float, float], widths: Sequence[float],
    name: str, size: float = 11, strong: Sequence[tuple[int, int]] = (),
) -> Any:  # fmt: skip
    """A native table, its first row the head. `strong`: cells (row, column) on the colour of a law in force, and the
    heads that are bold (all of them if none is named). It gives the table."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    frame = made.shapes.add_table(len(rows), len(rows[0]), *(Pt(value) for value in box))
    frame.name = name
    heads = {across for down, across in strong if down == 0} or set(range(len(rows[0])))
    for at, width in enumerate(widths):
        frame.table.columns[at].width = Pt(width)
    for down, row in enumerate(rows):
        frame.table.rows[down].height = Pt(box[3] / len(rows))
        for across, said in enumerate(row):
            cell = frame.table.cell(down, across)
            held = down > 0 and (down, across) in strong
            bold = held or (down == 0 and (across == 0 or across in heads))
            _fill(cell.text_frame, [(said, size, LAW if held else INK, bold)])
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_top = cell.margin_bottom = Pt(1.5)
            cell.margin_left = cell.margin_right = Pt(4)
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(LAW_SOFT if held else GROUND if down == 0 else PAPER)
            if across:
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    return frame.table
