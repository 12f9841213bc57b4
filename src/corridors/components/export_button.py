"""The button that opens the export menu; it stands beside the file (a[download]) that names its thing and its view."""

from dash import html

from corridors.components.marks import marks
from corridors.text import text


def export_button(frame: str, title: str, lang: str) -> html.Button:
    """A button for the picture in the element with the id `frame`; `assets/js/38-exports.js` makes the menu."""
    return html.Button(
        text("export.open", lang),
        type="button",
        className="btn btn-small export-open",
        **marks(data_export=frame, aria_haspopup="dialog", aria_label=text("export.open_of", lang, title=title)),
    )
