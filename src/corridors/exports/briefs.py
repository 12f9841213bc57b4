"""One brief from an order, and the key that names everything a brief was made from."""

import hashlib
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from corridors import __version__
from corridors.answers.brief import AUDIENCES, Audience, brief
from corridors.exports import paper, slides
from corridors.model.places import DISTRICT
from corridors.model.view import ViewState
from corridors.store import Store

FORMATS: Final = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


@dataclass(frozen=True)
class Order:
    """Which brief: of which consulate (`D-san-diego`), in which language and format, for whom, with which marking."""

    office: str
    lang: str
    format: str
    whom: str = AUDIENCES[0]
    marking: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        name = f"corridors-{self.office.removeprefix(DISTRICT)}-{self.lang}"
        return f"{name}{'-speaker' if self.whom == 'speaker' else ''}.{self.format}"


def made(order: Order, store: Store) -> bytes:
    """The bytes of a brief. KeyError for an unknown consulate, LicenceError for a source that may not be given away."""
    whom: Audience = "speaker" if order.whom == "speaker" else "audience"
    found = brief(order.office, ViewState(lang=order.lang), store, whom, order.marking)
    write = paper.brief if order.format == "pdf" else slides.brief
    return write(found, store, key(order, store))


def key(order: Order, store: Store) -> str:
    """Sixteen hex digits over the order, the data, and the product that makes it; not over the day."""
    parts = (*astuple(order), store.data_version, __version__, _product(), _beside(store))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _beside(store: Store) -> str:
    """The reviewed words and the layouts of the lens: they lie beside the data and are in no edition."""
    found = hashlib.sha256()
    for pattern in ("*.yml", "messages/*.yml", "layouts/lens/*"):
        for path in sorted(store.shipped.glob(pattern)):
            found.update(path.read_bytes())
    for path in store.claim_files():
        found.update(path.read_bytes())
    return found.hexdigest()


@lru_cache(maxsize=1)
def _product() -> str:
    """The code and the templates that decide what a brief looks like and says."""
    found = hashlib.sha256()
    for folder in ("model", "analysis", "answers", "exports", "text", "figures"):
        for path in sorted((Path(__file__).parents[1] / folder).rglob("*")):
            if path.suffix in (".py", ".typ", ".ttf"):
                found.update(path.read_bytes())
    return found.hexdigest()
