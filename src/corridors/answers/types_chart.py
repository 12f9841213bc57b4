"""The chart of types and calibres, one strip a period and base; makes are left out (analysts only)."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.answers.totals_chart import edition_rows
from corridors.figures.firepower import firepower as draw_firepower
from corridors.figures.rows import each
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text.formats import number, percent, period

# Printed shares by measure -> kind of gun, or calibre. A measure that is not here (a make) is never shown.
TYPES: Final = {
    f"share_{kind}": kind for kind in ("rifles", "shotguns", "long_guns", "pistols", "revolvers", "handguns", "other")
}
CALIBRES: Final = {"share_caliber_9mm": "9mm", "share_caliber_.22": "22"}
ORDER: Final = (*TYPES.values(), *CALIBRES.values())
LONE: Final = 2016  # the year that prints rifles as a number, not as a share


def firepower(ask: Context) -> Chart:
    """Shares by type and calibre, each strip with its base."""
    rows = ask.store.table("trace_types")
    submitted = _submitted(ask)
    found = type_rows(rows, submitted)
    rifles = found[found["gun"] == "rifles"]
    first = next(each(rifles[(rifles["base"] == "all") & (rifles["first"] != rifles["last"])]))
    last = next(each(rifles[rifles["base"] == "traced"]))
    cards = ask.cards(found.sort_values("first")["source_id"])
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say(
            "summary",
            first=percent(first.share, ask.lang),
            last=percent(last.share, ask.lang),
            first_period=period(first.first, first.last),
            last_period=period(last.first, last.last),
        ),
        figure=draw_firepower(_strips(ask, found), ask.labels(), Options(lang=ask.lang)),
        table=_table(ask, found),
        columns=(
            ask.column("type"),
            ask.column("share", 1),
            ask.column("period"),
            ask.column("base_name"),
            ask.column("kind"),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base"),
        period=period(int(found["first"].min()), int(found["last"].max())),
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(ask.say("note_bases"), _note_2016(ask, rows, submitted)),
    )


def _submitted(ask: Context) -> float:
    rows = edition_rows(ask.store.table("trace_totals"))
    return float(rows.loc[(rows["first"] == LONE) & (rows["last"] == LONE), "submitted"].item())


def _note_2016(ask: Context, rows: pd.DataFrame, submitted: float) -> str:
    lone = rows[(rows["year_start"] == LONE) & (rows["year_end"] == LONE)].set_index("measure")["value"]
    return ask.say(
        "note_2016",
        rifles=number(lone["rifles"], ask.lang),
        revolvers=number(lone["revolvers"], ask.lang),
        submitted=number(submitted, ask.lang),
    )


def type_rows(rows: pd.DataFrame, submitted: float) -> pd.DataFrame:
    """Each printed share once: first, last, base, gun (type or calibre), share (percent), kind, calibre, source_id.

    `base` is `all` (submitted), `traced` (to a US purchaser) or `us` (US-sourced). `submitted` are the guns of 2016,
    the base of its rifles, which were printed as a number.
    """
    out = []
    for row in each(rows):
        gun = TYPES.get(row.measure) or CALIBRES.get(row.measure)
        counted = row.measure == "rifles"
        if gun is None and not counted:
            continue
        out.append(
            {
                "first": int(row.year_start),
                "last": int(row.year_end),
                "base": "all" if row.source_area == "all" else "traced" if row.source_id == "NFCTA_IV" else "us",
                "gun": gun or "rifles",
                "share": row.value / submitted * 100 if counted else float(row.value),
                "kind": Kind.DERIVED if counted else row.kind,
                "calibre": row.measure in CALIBRES,
                "source_id": row.source_id,
            }
        )
    return pd.DataFrame(out)


def _table(ask: Context, found: pd.DataFrame) -> pd.DataFrame:
    ordered = found.sort_values(["calibre", "first", "last", "base"], kind="stable")
    return ordered.assign(
        type=[ask.say(gun) for gun in ordered["gun"]],
        period=[period(row.first, row.last) for row in each(ordered)],
        base_name=[ask.say(f"{base}_long") for base in ordered["base"]],
        kind=[ask.kind(kind) for kind in ordered["kind"]],
    )


def _strips(ask: Context, found: pd.DataFrame) -> pd.DataFrame:
    """Segments laid end to end within each strip, with what was not printed as the last."""
    keys = sorted({(row.calibre, row.first, row.last, row.base) for row in each(found)})
    return pd.DataFrame(
        segment
        for strip, (calibre, first, last, base) in enumerate(keys)
        for segment in _segments(
            ask,
            found[
                (found["calibre"] == calibre)
                & (found["first"] == first)
                & (found["last"] == last)
                & (found["base"] == base)
            ],
            strip,
        )
    )


def _segments(ask: Context, part: pd.DataFrame, strip: int) -> Iterator[dict[str, Any]]:
    """strip, strip_name, kind, name, share, start, short, hover of one strip, in the order of ORDER."""
    head = next(each(part))
    when, shorts, start = period(head.first, head.last), ask.labels(), 0.0
    words = f"{when} {ask.say('calibres')}" if head.calibre else when
    shares = sorted(((row.gun, row.share) for row in each(part)), key=lambda item: ORDER.index(item[0]))
    rest = 100 - sum(share for _, share in shares)
    for gun, share in [*shares, ("not_printed", rest)] if rest > 0.5 else shares:
        short = shorts.get(f"short_{gun}", "")
        said = percent(share, ask.lang)
        yield {
            "strip": strip,
            "strip_name": f"{words}<br>{ask.say(head.base)}",
            "kind": gun,
            "name": ask.say(gun),
            "share": share,
            "start": start,
            "short": short if _fits(f"{short} {share:.0f}", share) else "",
            "hover": f"{when}, {ask.say(f'{head.base}_long')}<br>{ask.say(gun)}: <b>{said}</b>",
        }
        start += share


def _fits(label: str, share: float) -> bool:
    """Whether a label of 10.5 px stands inside its segment of a strip 240 px wide (the narrow column)."""
    return len(label) * 4.2 + 3 <= share * 2.4
