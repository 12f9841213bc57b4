"""The links to a consulate's brief: as PDF and as slides, in both languages."""

from dash import html
from dash.development.base_component import Component

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
            full = text(
                "brief.button.of", lang, city=city, lang=text(f"brief.lang.{said}", lang), format=format.upper()
            )
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
    return html.P([html.Strong(text("brief.button", lang)), " ", *links], className="brief-links no-print")
