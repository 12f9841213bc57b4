"""What the browser's script is told of the evidence page: words, sources, coverage and the view.

One JSON document a page, in the page's language; the numbers themselves come from the cube.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

from corridors.answers.evidence import Total
from corridors.figures.regions import NEUTRAL
from corridors.model import measures as m
from corridors.model.places import BORDER_MX, BORDER_US
from corridors.model.view import LIMITS, ViewState, encode
from corridors.store import Store
from corridors.text import keys, text
from corridors.text.cards import cited
from corridors.text.named import renamed

# The strip that a measure belongs to, by its group; the measures of a group share their years.
SERIES: Final = (
    ("traces", ()),
    ("flows", ("traced_to_mexico_per_100k", "traced_to_mexico")),
    ("exported", ("exported_per_100k", "exported_to_other_states")),
    ("checks", ("checks_per_100k", "sale_checks_per_100k")),
    ("dealers", ("dealers_per_100k", "licences_listed", "licences_listed_per_100k")),
    ("laws", tuple(f"law_{name}" for name in m.LAW_VARIABLES)),
    ("sesnsp", tuple(x.id for x in m.MEASURES if x.group == "sesnsp")),
    ("sesnsp_cases", tuple(x.id for x in m.MEASURES if x.group == "sesnsp_cases")),
    ("inegi", tuple(x.id for x in m.MEASURES if x.group == "inegi")),
    ("register", tuple(x.id for x in m.MEASURES if x.group == "register")),
    ("municipal", tuple(x.id for x in m.MEASURES if x.group == "municipal")),
    ("municipal_deaths", tuple(x.id for x in m.MEASURES if x.group == "municipal_deaths")),
    ("municipal_victims", tuple(x.id for x in m.MEASURES if x.group == "municipal_victims")),
    ("municipal_cases", tuple(x.id for x in m.MEASURES if x.group == "municipal_cases")),
    ("secured", tuple(x.id for x in m.MEASURES if x.group == "secured")),
)
WEB: Final = (
    "cube", "municipal", "municipal_centres", "centroids", "neighbours", "layers", "district_outlines",
    "purchases", "us_states", "mx_states", "us_counties", "mx_municipalities",
)  # fmt: skip
LAND: Final = {"light": "#e9ecef", "dark": "#2a3138"}


@lru_cache(maxsize=4)
def totals(store: Store) -> tuple[Total, ...]:
    """One published total a period: guns submitted and, where found, the US-sourced, by edition.

    Where editions give the same period twice the later edition answers; the charts show both.
    """
    table = store.table("trace_totals")
    usable = table[(table["recovery_area"] == "Mexico") & (table["quality"] != "from_memory_unverified")]
    usable = usable[~usable["edition"].isin(["other", "ATF Mexico 2013-2018"])]
    found: dict[tuple[str, int, int], dict[str, int]] = {}
    for row in usable.to_dict("records"):
        if row["measure"] in ("recovered_submitted_for_tracing", "trace_requests", "us_sourced"):
            key = (str(row["edition"]), int(row["year_start"]), int(row["year_end"]))
            name = "us_sourced" if row["measure"] == "us_sourced" else "submitted"
            found.setdefault(key, {}).setdefault(name, int(row["value"]))
    by_period: dict[tuple[int, int], Total] = {}
    for edition, first, last in sorted(found):
        values = found[(edition, first, last)]
        if "submitted" in values:
            by_period[(first, last)] = (first, last, values["submitted"], values.get("us_sourced"), edition)
    return tuple(by_period[key] for key in sorted(by_period))


def series(store: Store, lang: str) -> list[dict[str, Any]]:
    """The coverage strips: for each series the periods in which it has data."""
    cube = store.cube["measures"]
    strips = []
    for name, members in SERIES:
        periods = {tuple(p) for id in members if id in cube for p in cube[id]["periods"]}
        if name == "traces":
            periods = {(row[0], row[1]) for row in totals(store)}
        if periods:
            strips.append({"id": name, "label": text(f"ev.series.{name}", lang), "periods": sorted(periods)})
    return strips


def words(store: Store, lang: str) -> dict[str, dict[str, Any]]:
    """For each measure on a map: its words, source line, kind, and the strip it belongs to."""
    strip_of = {id: name for name, members in SERIES for id in members}
    cards = store.cards()
    told = {}
    for measure in m.MEASURES:
        if measure.id not in store.cube["measures"]:
            continue
        sources = [cards[id] for id in measure.sources if id in cards]
        told[measure.id] = {
            "country": measure.country,
            "name": text(f"measure.{measure.id}.name", lang),
            "title": text(f"measure.{measure.id}.title", lang),
            "unit": text(f"measure.{measure.id}.unit", lang),
            "base": text(f"measure.{measure.id}.base", lang),
            "source": "; ".join(cited(card, lang) for card in sources),
            "via_press": any(card.via_press for card in sources),
            "kind": str(measure.kind),
            "series": strip_of.get(measure.id, ""),
        }
    return told


@lru_cache(maxsize=4)
def districts(store: Store) -> dict[str, Mapping[str, Any]]:
    """For each consular district: its city, its states and whether it rests on approximation; a consulate without a
    district has no states."""
    kept, found = ("city", "states", "approximate"), store.web_json("districts")
    bare = {"states": [], "approximate": False}
    offices = {row["id"]: {"city": row["city"], **bare} for row in store.web_json("layers")["consulates"]}
    return {id: {key: found[id][key] for key in kept} if id in found else office for id, office in offices.items()}


def page_config(view: ViewState, store: Store) -> str:
    """Everything `assets/js/40-evidence.js` reads from the page, as JSON; addresses are relative to our base."""
    own = json.dumps({"view": asdict(view), "query": encode(view)}, separators=(",", ":"))
    return f"{_common(store, view.lang)[:-1]},{own[1:]}"


@lru_cache(maxsize=8)
def _common(store: Store, lang: str) -> str:
    """What is the same for every view in a language, made once an edition."""
    card = store.card(store.cube["flows"]["source"])
    say = sorted(key for key in keys() if key.startswith(("say.", "ev.")))
    told = {
        "lang": lang,
        "base": "data/",
        "web": {name: store.web(name) for name in WEB if name in store.manifest["web"]},
        "defaults": asdict(ViewState()),
        "years": store.cube["years"],
        "limits": LIMITS,
        "layers": m.LAYERS,
        "schemes": m.SCHEMES,
        "measures": words(store, lang),
        "series": series(store, lang),
        "totals": totals(store),
        "districts": districts(store),
        "border": BORDER_US + BORDER_MX,
        "neutral": NEUTRAL,
        "land": LAND,
        "text": {key: text(key, lang) for key in say},
        "named": renamed(lang),
        "citation": f"{cited(card, lang)}, {text('ev.via_press', lang)}",
        "edition": f"Corridors / Corredores, {store.data_version}",
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
