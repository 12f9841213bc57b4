"""What `assets/js/59-flows.js` reads from the page: words, names, sentences and captions of every period and prior."""

import json
from functools import lru_cache
from typing import Any, Final

from corridors.answers.corridors import ASSET, LAW, dial, ends, error_words, sentence, source_words
from corridors.answers.corridors_selection import printed_states
from corridors.answers.page_config import districts
from corridors.model.places import BORDER_MX, BORDER_US
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.corridors import TEXT
from corridors.text.named import renamed

WEB: Final = (ASSET, "both_states", "centroids")
SERVED: Final = ("flow.file.", "flow.ants", "flow.absent", "flow.routes")  # words that the script never says


def page_config(view: ViewState, store: Store) -> str:
    """Everything the script reads, as JSON; addresses are relative to our base."""
    origins, destinations = ends(view, store)
    district = next((place for place in view.followed if place in store.web_json("districts")), "")
    chosen = {"years": view.years, "from": origins, "to": destinations, "district": district}
    own = json.dumps({"view": chosen}, separators=(",", ":"))
    return f"{_common(store, view.lang)[:-1]},{own[1:]}"


@lru_cache(maxsize=8)
def _common(store: Store, lang: str) -> str:
    found = dial(store)
    side = 1 if lang == "es" else 0
    told: dict[str, Any] = {
        "lang": lang,
        "base": "data/",
        "web": {name: store.web(name) for name in WEB},
        "names": {place: names[side] for place, names in store.cube["names"].items()},
        "named": renamed(lang),
        "districts": {place: found for place, found in districts(store).items() if found["states"]},
        "border": BORDER_US + BORDER_MX,
        "text": {key: text(key, lang) for key in TEXT if not key.startswith(SERVED)},
        "kinds": {kind: text(f"fig.kind.{kind}", lang) for kind in ("observed", "derived", "modelled")},
        "sentences": [sentence(found, at, lang) for at in range(len(found.periods))],
        "printed": [printed_states(at, store) for at in range(len(found.periods))],
        "sources": [source_words(found, at, store, lang) for at in range(len(found.periods))],
        "errors": {prior: error_words(found, prior, lang) for prior in found.errors},
        "law": LAW,
        "synthetic": text("fig.synthetic.drawn", lang) if store.synthetic else "",
        "edition": f"Corridors / Corredores, {store.data_version}",
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
