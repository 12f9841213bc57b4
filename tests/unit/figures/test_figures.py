"""Each figure from a small frame: what is drawn is what the frame says."""

import math

import pandas as pd

from corridors.figures.firepower import firepower
from corridors.figures.ladder import ladder
from corridors.figures.sankey import pairs
from corridors.figures.theme import ACCENT, LOUD, Options
from corridors.figures.totals import totals
from corridors.figures.us_violence import SPAN, us_violence
from corridors.figures.world import in_millions

NAN = math.nan
LABELS = {
    "submitted": "submitted", "us_sourced": "US", "pooled": "pooled", "by_year": "by year", "paper_only": "paper",
    "share_of": "{share} of {base}", "heading": "%", "panel_shootings": "a", "panel_intent": "b", "panel_rate": "c",
    "marks": "d", "firearm_deaths_suicide": "suicides",
}  # fmt: skip


def total(edition: str, first: int, last: int, submitted: float, us: float = NAN, **more: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "edition": edition, "name": edition, "years": edition, "first": first, "last": last, "submitted": submitted,
        "us_sourced": us, "share": us / submitted * 100, "evidence": True, "hover": "",
    }  # fmt: skip
    return plain | more


def test_pooled_editions_that_share_a_year_never_share_a_row() -> None:
    frame = pd.DataFrame([total("A", 2007, 2011, 10, 5), total("B", 2009, 2014, 10), total("C", 2012, 2017, 10)])
    bars = [trace for trace in totals(frame, LABELS, Options())["data"] if trace["name"].endswith("submitted")]
    rows = {trace["meta"]["edition"]: trace["y"][0] for trace in bars}
    assert rows["A"] == rows["C"] != rows["B"]


def test_a_pooled_bar_lies_over_its_years() -> None:
    frame = pd.DataFrame([total("A", 2012, 2017, 10, 7)])
    outer, inner = totals(frame, LABELS, Options())["data"]
    assert (outer["base"][0], outer["base"][0] + outer["x"][0]) == (2011.5, 2017.5)
    assert math.isclose(inner["width"] / outer["width"], 0.7)


def test_a_year_of_two_editions_is_two_bars_side_by_side() -> None:
    frame = pd.DataFrame([total("A", 2017, 2017, 16_133), total("B", 2017, 2017, 15_668, evidence=False)])
    later, paper = totals(frame, LABELS, Options())["data"]
    assert later["x"] != paper["x"]
    assert "pattern" in paper["marker"]
    assert "pattern" not in later["marker"]


def test_rungs_are_on_the_scale_of_the_first() -> None:
    frame = pd.DataFrame(
        [
            {"step": 0, "name": "all", "guns": 100.0, "base": NAN, "solid": True, "hover": ""},
            {"step": 1, "name": "some", "guns": 25.0, "base": 100.0, "solid": False, "hover": ""},
        ]
    )
    made = ladder(frame, LABELS, Options())
    assert made["layout"]["xaxis"]["range"] == [0, 100.0]
    assert "25\u00a0% of 100" in made["layout"]["annotations"][1]["text"]
    assert made["data"][1]["marker"]["pattern"]["shape"] == "/"


def test_links_touch_the_nodes_they_name() -> None:
    frame = pd.DataFrame(
        [
            {
                "origin": "US-AZ",
                "origin_name": "Arizona",
                "destination": "MX-26",
                "destination_name": "Sonora",
                "guns": 3,
            },
            {"origin": "US-TX", "origin_name": "Texas", "destination": "MX-28", "destination_name": "Tam", "guns": 5},
            {"origin": None, "origin_name": "rest", "destination": None, "destination_name": "rest", "guns": 9},
        ]
    ).assign(hover="")
    trace = pairs(frame, LABELS, Options(selected=("MX-26",)))["data"][0]
    labels, link = trace["node"]["label"], trace["link"]
    ends = [(labels[a].split()[0], labels[b].split()[0]) for a, b in zip(link["source"], link["target"], strict=True)]
    assert ends == [("Arizona", "Sonora"), ("Texas", "Tam"), ("rest", "rest")]
    assert trace["node"]["color"][trace["meta"]["places"].index("MX-26")] == ACCENT
    assert link["color"] == [LOUD["link"], *trace["meta"]["links"][1:]]
    assert len({*link["color"]}) == 3
    assert all(0 < place < 1 for place in trace["node"]["y"])


def test_what_was_not_printed_is_empty() -> None:
    rows = [("rifles", 28.0, 0.0), ("not_printed", 72.0, 28.0)]
    frame = pd.DataFrame(
        {"strip": 0, "strip_name": "2007", "kind": kind, "name": kind, "share": share, "start": start, "short": "",
         "hover": ""}
        for kind, share, start in rows
    )  # fmt: skip
    printed, empty = firepower(frame, LABELS, Options())["data"]
    assert empty["base"] == [28.0]
    assert empty["marker"]["color"].endswith(",0)")
    assert not printed["marker"]["color"].endswith(",0)")


def test_counts_before_the_axis_are_left_out_and_each_panel_has_its_axis() -> None:
    rows = [
        ("mass_shootings_motherjones", 1982, 1.0),
        ("mass_shootings_motherjones", 2019, 10.0),
        ("mass_shootings_gva", 2019, 413.0),
        ("gun_deaths_cdc_per_100k", 2019, 12.1),
        ("firearm_deaths_suicide", 2013, 21_175.0),
    ]
    frame = pd.DataFrame(rows, columns=["series", "year", "value"]).assign(name="x")
    made = us_violence(frame, LABELS, Options())
    narrow = made["data"][2]
    assert narrow["x"] == [2019]
    assert SPAN[0] > 1982
    assert {trace.get("yaxis", "y") for trace in made["data"]} == {"y", "y2", "y3"}


def test_millions_have_a_decimal_only_where_the_source_has_one() -> None:
    assert in_millions(270_000_000, "en") == "270"
    assert in_millions(393_300_000, "es") == "393.3"
