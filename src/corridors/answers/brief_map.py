"""The two maps of a brief, as figures of the product: the district with its ports, and the corridors of its states."""

from typing import Any, Final, Literal

from corridors.answers.both import both_data
from corridors.answers.district import APPROXIMATE, GROUPS, Office, county_qualities
from corridors.answers.synthetic import stamped
from corridors.figures.both import LIGHT, both_map
from corridors.figures.district import LAND, OUTLINE, DistrictData, district_map
from corridors.figures.frames import GEO_US
from corridors.figures.theme import FONT, Figure, Trace
from corridors.model.view import ViewState
from corridors.store import Store

PORT: Final = "#1f5f8f"  # --arms of the light theme
FAINT: Final = "#646d78"
_APART: Final = 1.1  # degrees: the name of a state keeps this far from the seat


def extent(store: Store, office: Office) -> tuple[list[str], list[str]]:
    """The counties of a district, those that a source names and those that are approximate; none for San Juan."""
    row = store.web_json("districts").get(office.id)
    if row is None:
        return [], []
    found = county_qualities(store, tuple(row["counties"]))
    return (
        [county for group in GROUPS if group not in APPROXIMATE for county in found[group]],
        [county for group in APPROXIMATE for county in found[group]],
    )


def known_as(store: Store, office: Office) -> Literal["sourced", "county", "either"]:
    """How the counties that are not approximate are known: a source names them, the seat lies there, or both kinds."""
    groups = county_qualities(store, tuple(store.web_json("districts")[office.id]["counties"]))
    if not groups["seat"]:
        return "sourced"
    return "either" if any(groups[group] for group in GROUPS if group not in (*APPROXIMATE, "seat")) else "county"


def district_figure(store: Store, office: Office, lang: str) -> Figure:
    """The map of "My district" in its own frame, colours and hatch, with the ground of Mexico and the ports of entry.

    A district that reaches Alaska or Hawaii is seen on the map of the whole country, where both are insets.
    """
    known, approximate = extent(store, office)
    outline = store.web_json("district_outlines").get(office.id, {})
    seats = [(office.lon, office.lat, office.city)] if outline else []
    data = DistrictData(
        f"data/{store.web('us_states')}", f"data/{store.web('us_counties')}", store.cube["places"]["US"],
        known, approximate, outline, seats,
    )  # fmt: skip
    figure = district_map(data, label=True)
    if figure["layout"]["geo"] != GEO_US:
        ground = figure["data"][0] | {"geojson": f"data/{store.web('both_states')}"}
        south = list(store.cube["places"]["MX"])
        line = ground["marker"]
        figure["data"][:1] = [ground, _ground(ground, south, LIGHT["mx"]) | {"marker": line}]
        figure["data"] += [_ports(store), _names(store, office, lang)]
    return stamped(figure, store, lang)


def _ground(like: Trace, places: list[str], colour: str) -> Trace:
    scale = [[0, colour], [1, colour]]
    return like | {"locations": places, "z": [0] * len(places), "colorscale": scale, "meta": {"role": "mexico"}}


def _ports(store: Store) -> Trace:
    ports = store.web_json("layers")["ports"]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [port["lon"] for port in ports],
        "lat": [port["lat"] for port in ports],
        "marker": {"size": 6, "color": PORT, "line": {"color": "#ffffff", "width": 1}},
        "meta": {"role": "ports"},
    }


def _names(store: Store, office: Office, lang: str) -> Trace:
    """The names of states on both sides, where they do not stand on the seat."""
    at = {
        place: point
        for place, point in store.web_json("centroids")["both"].items()
        if max(abs(point[0] - office.lon), abs(point[1] - office.lat)) > _APART
    }
    names = store.cube["names"]
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [lon for lon, _ in at.values()],
        "lat": [lat for _, lat in at.values()],
        "text": [names[place][1 if lang == "es" else 0] for place in at],
        "textposition": "middle center",
        "textfont": {"family": FONT, "size": 11, "color": FAINT},
        "meta": {"role": "names"},
    }


def corridors_figure(store: Store, states: tuple[str, ...], lang: str) -> Figure:
    """The map of both countries with the states of a district chosen: what does not touch them is faded."""
    return stamped(both_map(both_data(store, lang), ViewState(lang=lang, origins=states)), store, lang)


def key_colours() -> dict[str, Any]:
    """What the keys of both maps show: role -> colour."""
    return {"seat": OUTLINE, "port": PORT, "land": LAND, **{role: LIGHT[role] for role in ("source", "pair", "hatch")}}
