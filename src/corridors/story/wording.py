"""The words of the editor of stories and of the dialog that takes a view as a scene, for the scripts."""

from typing import Final

from corridors.model.view import LANGS
from corridors.text import AREAS, text

_NAMES: Final = tuple(key.removeprefix("editor.") for key in AREAS["editor"])
WORDS: Final = {name: [text(f"editor.{name}", lang) for lang in LANGS] for name in _NAMES}  # English, Spanish
