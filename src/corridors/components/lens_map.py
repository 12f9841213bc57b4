"""The map of districts: a frame with what the script (`assets/js/61-lens-map.js`) draws into it, and its key."""

import json
from collections.abc import Sequence
from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from corridors.answers.district import APPROXIMATE, county_qualities, offices
from corridors.components.marks import marks
from corridors.store import Store
from corridors.text import text


def lens_map(store: Store, chosen: Sequence[str], lang: str) -> Component:
    """The map around the districts chosen (ids), or of all of them; a click on one chooses it, as its link does."""
    rough = {id: _rough(store, id) for id in chosen}
    cities = [office.city for office in offices(store, lang) if office.id in chosen]
    data = {
        "base": "data/",
        "web": {name: store.web(name) for name in ("us_states", "us_counties", "district_outlines")},
        "offices": _seats(store),
        "chosen": list(chosen),
        "approximate": rough,
        "synthetic": text("fig.synthetic.drawn", lang) if store.synthetic else "",
    }
    words = text("lens.map", lang, names=", ".join(cities)) if chosen else text("home.district.map.all", lang)
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    frame = html.Div(id="lens-map", className="lens-map", role="img", **marks(aria_label=words, data_map=packed))
    return html.Figure([frame, _key(any(rough.values()), bool(chosen), lang)], className="district-figure")


def _key(rough: bool, chosen: bool, lang: str) -> Component:
    shown = [key for key, there in (("sourced", chosen), ("approximate", rough)) if there]
    items = [
        html.Li([html.Span(className=f"swatch is-{key}"), text(f"home.district.key.{key}", lang)]) for key in shown
    ]
    hint = html.Li(text("lens.map.hint", lang), className="faint no-print")
    return html.Figcaption(html.Ul([*items, hint], className="both-key district-key"))


@lru_cache(maxsize=4)
def _seats(store: Store) -> list[tuple[str, str, float, float]]:
    """Every consulate in the states that the map draws: id, city, longitude, latitude."""
    drawn = set(store.cube["places"]["US"])
    return [(one.id, one.city, one.lon, one.lat) for one in offices(store, "en") if one.state in drawn]


@lru_cache(maxsize=128)
def _rough(store: Store, id: str) -> list[str]:
    """The counties of a district that rest on memory or on nearness alone."""
    row = store.web_json("districts").get(id)
    groups = county_qualities(store, tuple(row["counties"])) if row else {}
    return [county for group in APPROXIMATE for county in groups.get(group, ())]
