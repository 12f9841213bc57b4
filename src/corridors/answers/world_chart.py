"""The chart of the world's civilian guns, in two editions of one publisher."""

from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.figures.world import in_millions
from corridors.figures.world import world as draw_world
from corridors.model.kinds import Kind
from corridors.text.formats import percent

EDITIONS: Final = ("2007", "2017")
HOLDERS: Final = 5  # how many countries after the United States


def world(ask: Context) -> Chart:
    """The share of the United States in each edition, then the next largest holders of the later one."""
    every = ask.store.table("world_firearms")
    rows = every[(every["measure"] == "civilian_firearms_total") & every["year"].isin(EDITIONS)]
    guns = {(row.year, row.iso2): float(row.value) for row in each(rows)}
    first, last = EDITIONS
    frame = _frame(ask, rows, guns)
    shown = {"US", "WLD", *frame["iso2"]}
    used = rows[rows["iso2"].isin(shown)]
    cards = ask.cards(used.sort_values("year", ascending=False)["source_id"])
    shares = {year: guns[year, "US"] / guns[year, "WLD"] * 100 for year in EDITIONS}
    said = {
        "first": first,
        "last": last,
        **{f"us_{name}": in_millions(guns[year, "US"], ask.lang) for name, year in (("first", first), ("last", last))},
        **{
            f"world_{name}": in_millions(guns[year, "WLD"], ask.lang)
            for name, year in (("first", first), ("last", last))
        },
        "share_first": percent(shares[first], ask.lang, 1),
        "share_last": percent(shares[last], ask.lang, 1),
    }
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", **said),
        figure=draw_world(frame, ask.labels(), Options(lang=ask.lang)),
        table=_table(ask, used, guns, list(frame["iso2"])),
        columns=(
            ask.column("country"), ask.column("year", key="edition"), ask.column("guns", 0),
            ask.column("share", 1), ask.column("kind"),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(used, cards),
        base=ask.say("base"),
        period="; ".join(EDITIONS),
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(
            ask.say("note_editions"),
            ask.say("note_42", old=percent(_quoted(every), ask.lang), new=percent(shares[last], ask.lang)),
        ),
    )  # fmt: skip


def _quoted(every: pd.DataFrame) -> float:
    """The share of the earlier edition as newspapers round it."""
    found = every[(every["measure"] == "share_world_civilian_firearms") & (every["source_id"] == "NYT_2017")]
    return float(found["value"].iloc[0])


def _frame(ask: Context, rows: pd.DataFrame, guns: dict[tuple[str, str], float]) -> pd.DataFrame:
    first, last = EDITIONS
    out: list[dict[str, Any]] = [
        {
            "year": year,
            "iso2": "WLD",
            "name": ask.say("world_row", year=year),
            "guns": guns[year, "WLD"],
            "us": guns[year, "US"],
            "before": float("nan"),
        }
        for year in (last, first)
    ]
    later = rows[(rows["year"] == last) & ~rows["iso2"].isin(["US", "WLD"])]
    for row in each(later.sort_values("value", ascending=False).head(HOLDERS)):
        before = guns.get((first, row.iso2), float("nan"))
        name = ask.say(f"country_{row.iso2}")
        out.append(
            {
                "year": last,
                "iso2": row.iso2,
                "name": name,
                "guns": float(row.value),
                "us": float("nan"),
                "before": before,
            }
        )
    frame = pd.DataFrame(out)
    frame["rank"] = range(len(frame))
    frame["hover"] = [
        f"{row.name}: <b>{ask.say('millions', guns=in_millions(row.guns, ask.lang))}</b>" for row in each(frame)
    ]
    return frame


def _table(ask: Context, used: pd.DataFrame, guns: dict[tuple[str, str], float], shown: list[str]) -> pd.DataFrame:
    order = list(dict.fromkeys(["WLD", "US", *shown]))
    rows = used.assign(at=[order.index(iso2) for iso2 in used["iso2"]]).sort_values(
        ["year", "at"], ascending=[False, True]
    )
    return pd.DataFrame(
        {
            "country": [ask.say(f"country_{iso2}") for iso2 in rows["iso2"]],
            "year": rows["year"].to_numpy(),
            "guns": rows["value"].to_numpy(),
            "share": [row.value / guns[row.year, "WLD"] * 100 for row in each(rows)],
            "kind": [ask.kind(kind) for kind in rows["kind"]],
        }
    )
