"""The links to a consulate's brief: as PDF and as slides, in both languages, with a marking by choice."""

from dash import html
from dash.development.base_component import Component

from corridors.answers.stamp import MARKINGS
from corridors.components.marks import marks
from corridors.model.places import DISTRICT
from corridors.model.view import LANGS
from corridors.text import text


def brief_button(office_id: str, city: str, lang: str) -> Component:
    """The brief of a consulate (`D-san-diego`): first the language of the page."""
    name = office_id.removeprefix(DISTRICT)
    links = []
    for at, said in enumerate(sorted(LANGS, key=lambda one: one != lang)):
        for format in ("pdf", "pptx"):
            words = f"{format.upper()} · {text(f'brief.lang.{said}', lang)}"
            full = text("brief.button.of", lang, words=words, city=city)  # begins with what is seen
            look = "btn btn-primary" if at == 0 and format == "pdf" else "btn"
            links.append(
                html.A(
                    words,
                    href=f"brief/{name}.{format}?lang={said}",
                    download=f"corridors-{name}-{said}.{format}",
                    className=look,
                    **marks(aria_label=full),
                )
            )
    parts: list[Component | str] = [html.Strong(text("brief.button", lang)), " ", *links, _marking(lang)]
    told = marks(data_working=text("export.working", lang))
    return html.Div(parts, className="brief-links no-print", **told)


def _marking(lang: str) -> html.Label:
    """The marking of every page of the briefs; the links follow it (`assets/js/38-exports.js`)."""
    options = [html.Option(text(f"export.marking.{one or 'none'}", lang), value=one) for one in MARKINGS]
    select = html.Select(options, className="select", **marks(data_brief_marking=""))
    return html.Label([text("export.marking", lang), " ", select], className="export-marking")
