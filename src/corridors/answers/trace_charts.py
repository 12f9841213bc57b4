"""The charts of the latest traces, 2022-2023: source states, published pairs, and the reactive clock."""

from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.clock import clock as draw_clock
from corridors.figures.origins import origins as draw_origins
from corridors.figures.rows import each
from corridors.figures.sankey import pairs as draw_pairs
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.model.places import BORDER_US
from corridors.text.formats import number, percent, period


def origins(ask: Context) -> Chart:
    """The published source states of 2022-2023 and all others, with their base."""
    flows = ask.store.cube["flows"]
    base, when = number(flows["traced"], ask.lang), period(*flows["period"])
    frame = _origin_rows(ask)
    cards = ask.cards((ask.store.cube["flows"]["source"],))
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=_origin_summary(ask, frame, when),
        figure=draw_origins(frame, ask.labels(), Options(selected=ask.states("origin"), lang=ask.lang)),
        table=frame.assign(kind=[ask.kind(kind) for kind in frame["kind"]]),
        columns=(
            ask.column("name", key="origin"),
            ask.column("guns", 0),
            ask.column("share", 1),
            ask.column("base", 0),
            ask.column("kind"),
        ),
        caption=ask.say("caption", period=when, base=base),
        sources=cards,
        press=read_in_press(ask.store.table("trace_source_places"), cards),
        base=ask.say("base", base=base),
        period=when,
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=_origin_notes(ask, base),
    )


def _origin_rows(ask: Context) -> pd.DataFrame:
    """place, name, guns, kind, base, share, hover: the printed states by size, all others last."""
    flows = ask.store.cube["flows"]
    base = flows["traced"]
    printed = sorted(flows["sources"], key=lambda source: -source[1])
    rows: list[tuple[Any, ...]] = [(place, ask.place(place), guns, Kind.OBSERVED) for place, guns in printed]
    rows.append((None, ask.say("others"), flows["other_sources"], Kind.DERIVED))
    frame = pd.DataFrame(rows, columns=["place", "name", "guns", "kind"]).assign(base=base)
    frame["share"] = frame["guns"] / base * 100
    frame["hover"] = [
        f"{row.name}: <b>{number(row.guns, ask.lang)}</b><br>"
        + ask.say("share_of", share=percent(row.share, ask.lang, 1), base=number(base, ask.lang))
        for row in each(frame)
    ]
    return frame


def _origin_summary(ask: Context, frame: pd.DataFrame, when: str) -> str:
    base, top = frame["base"].iloc[0], next(each(frame))
    border = frame.loc[frame["place"].isin(BORDER_US), "guns"].sum()
    return ask.say(
        "summary",
        base=number(base, ask.lang),
        period=when,
        border=number(border, ask.lang),
        share=percent(border / base * 100, ask.lang),
        top=number(top.guns, ask.lang),
        name=top.name,
    )


def _origin_notes(ask: Context, base: str) -> tuple[str, ...]:
    """What "all other states" is, and that a selected state without a number is among them."""
    flows = ask.store.cube["flows"]
    others = number(flows["other_sources"], ask.lang)
    printed = {place for place, _ in flows["sources"]}
    missing = [place for place in ask.states("origin") if place not in printed]
    return (
        ask.say("note_others", others=others, base=base),
        *(ask.say("note_selected", name=ask.place(place), others=others) for place in missing),
    )


def pairs(ask: Context) -> Chart:
    """The five published pairs of 2022-2023, and all other pairs as one."""
    flows = ask.store.cube["flows"]
    when = period(*flows["period"])
    frame = _pair_rows(ask)
    printed = sum(guns for _, _, guns in flows["pairs"])
    counts = {"base": flows["with_recovery_state"], "printed": printed, "others": flows["other_pairs"]}
    said = {name: number(count, ask.lang) for name, count in counts.items()}
    largest = next(each(frame))
    cards = ask.cards((ask.store.cube["flows"]["source"],))
    selected = (*ask.states("origin"), *ask.states("destination"))
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say(
            "summary",
            **said,
            period=when,
            share=percent(printed / counts["base"] * 100, ask.lang),
            origin=largest.origin_name,
            destination=largest.destination_name,
            largest=number(largest.guns, ask.lang),
        ),
        figure=draw_pairs(frame, ask.labels(), Options(selected=selected, lang=ask.lang)),
        table=_pair_table(ask, frame, counts["base"]),
        columns=tuple(
            ask.column(id, digits, key=id.removesuffix("_name"))
            for id, digits in (("origin_name", None), ("destination_name", None), *_PAIR_NUMBERS, ("kind", None))
        ),
        caption=ask.say("caption", period=when, base=said["base"]),
        sources=cards,
        press=read_in_press(ask.store.table("trace_pairs"), cards),
        base=ask.say("base", base=said["base"]),
        period=when,
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=_pair_notes(ask, said, selected),
    )


_PAIR_NUMBERS: Final = (("guns", 0), ("share", 1), ("base", 0))


def _pair_rows(ask: Context) -> pd.DataFrame:
    """origin, origin_name, destination, destination_name, guns, kind, share, hover: largest first, the rest last."""
    flows = ask.store.cube["flows"]
    rows: list[tuple[Any, ...]] = [
        (origin, ask.place(origin), destination, ask.place(destination), guns, Kind.OBSERVED)
        for origin, destination, guns in sorted(flows["pairs"], key=lambda pair: -pair[2])
    ]
    rows.append((None, ask.say("others"), None, ask.say("others_to"), flows["other_pairs"], Kind.DERIVED))
    names = ["origin", "origin_name", "destination", "destination_name", "guns", "kind"]
    frame = pd.DataFrame(rows, columns=names, dtype="object").astype({"guns": "float64"})
    frame["share"] = frame["guns"] / flows["with_recovery_state"] * 100
    frame["hover"] = [
        (ask.say("others") if pd.isna(row.origin) else f"{row.origin_name} → {row.destination_name}")
        + f": <b>{number(row.guns, ask.lang)}</b><br>{percent(row.share, ask.lang, 1)}"
        for row in each(frame)
    ]
    return frame


def _pair_table(ask: Context, frame: pd.DataFrame, base: int) -> pd.DataFrame:
    rest = frame["origin"].isna()
    return frame.assign(
        destination_name=frame["destination_name"].mask(rest, ""),
        base=base,
        kind=[ask.kind(kind) for kind in frame["kind"]],
    )


def _pair_notes(ask: Context, said: dict[str, str], selected: tuple[str, ...]) -> tuple[str, ...]:
    printed = {place for *ends, _ in ask.store.cube["flows"]["pairs"] for place in ends}
    missing = [place for place in selected if place not in printed]
    return (
        ask.say("note_others", **said),
        *(ask.say("note_selected", name=ask.place(place), others=said["others"]) for place in missing),
    )


_MEASURES: Final = {
    "average_time_to_crime": "average",
    "mean_time_to_crime": "average",
    "time_to_crime_3_years_or_more": "three_or_more",
    "time_to_crime_under_3_years": "under_three",
}
_AREAS: Final = {"Mexico": "mexico", "United States": "us"}


def clock(ask: Context) -> Chart:
    """The average time from first sale to recovery, and the part recovered three years or more after."""
    rows = ask.store.table("time_to_crime")
    now, split = _averages(ask, rows, "average_time_to_crime"), _split(ask, rows)
    before = _averages(ask, rows, "mean_time_to_crime")
    when, then = str(now["period"].iloc[0]), str(before["period"].iloc[0])
    mexico, us = (number(years, ask.lang, 1) for years in now["years"])
    mexico_then, us_then = (number(years, ask.lang, 1) for years in before["years"])
    cards = ask.cards(rows["source_id"][::-1])
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", mexico=mexico, us=us, period=when),
        figure=draw_clock(now, split, ask.labels(), Options(lang=ask.lang)),
        table=_clock_table(ask, rows),
        columns=(
            ask.column("measure"),
            ask.column("area"),
            ask.column("period"),
            ask.column("value", 1),
            ask.column("unit"),
            ask.column("kind"),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base", early=then, guns=number(split["guns"].sum(), ask.lang)),
        period=f"{when}; {then}",
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(ask.say("note_average"), ask.say("note_earlier", period=then, mexico=mexico_then, us=us_then)),
    )


def _averages(ask: Context, rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """row, area, years, period, hover of one measure: Mexico, then the United States."""
    found = rows[rows["measure"] == measure].set_index("recovery_area").loc[list(_AREAS)]
    spans = [period(int(row.year_start), int(row.year_end)) for row in each(found)]
    frame = pd.DataFrame(
        {"area": [ask.say(key) for key in _AREAS.values()], "years": found["value"].to_numpy(), "period": spans}
    )
    frame["row"] = frame.index
    frame["hover"] = [
        f"{row.area}, {row.period}<br><b>{ask.say('years', years=number(row.years, ask.lang, 1))}</b>"
        for row in each(frame)
    ]
    return frame


def _split(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """name, guns, late, share, hover: recovered three years or more after the sale, and before."""
    found = rows[rows["measure"].isin(["time_to_crime_3_years_or_more", "time_to_crime_under_3_years"])]
    frame = pd.DataFrame(
        {
            "late": [row.measure == "time_to_crime_3_years_or_more" for row in each(found)],
            "when": [period(int(row.year_start), int(row.year_end)) for row in each(found)],
            "guns": found["value"].astype("float64").to_numpy(),
        }
    ).sort_values("late", ascending=False)
    total = frame["guns"].sum()
    frame["name"] = [ask.say("late" if row.late else "early", period=row.when) for row in each(frame)]
    frame["share"] = frame["guns"] / total * 100
    frame["hover"] = [
        f"{row.name}<br><b>{percent(row.share, ask.lang, 1)}</b> · "
        f"{number(row.guns, ask.lang)} / {number(total, ask.lang)}"
        for row in each(frame)
    ]
    return frame


def _clock_table(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "measure": [ask.say(_MEASURES[measure]) for measure in rows["measure"]],
            "area": [ask.say(f"place_{_AREAS[area]}") for area in rows["recovery_area"]],
            "period": [period(int(row.year_start), int(row.year_end)) for row in each(rows)],
            "value": rows["value"].astype("float64").to_numpy(),
            "unit": [ask.say(f"unit_{'years' if unit == 'years' else 'guns'}") for unit in rows["unit"]],
            "kind": [ask.kind(kind) for kind in rows["kind"]],
        }
    )
