"""The chart of what CBP seized on its way out over the southwest border, by office or sector and fiscal year.

It is drawn from CBP's public file, which only an import brings. What releases and the press say of the same stands
beside it in the table, never joined: other areas, directions and months.
"""

from typing import Final

import pandas as pd

from corridors.answers.chart import Chart, Column, Context, dates, read_in_press
from corridors.answers.outbound import MEASURES, SOURCE, TABLE, outbound
from corridors.answers.outbound import months as spans
from corridors.figures.rows import each
from corridors.figures.seizures import seizures as draw
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text.formats import number
from corridors.text.named import fiscal, named

BESIDE: Final = "southbound_seizures"
QUOTED: Final = (*MEASURES, "firearms")  # measures of the press figures that are a whole, not a kind of weapon
SHOWN: Final = 4  # fiscal years of the picture; the table has every one
_WAYS: Final = {"southbound": "southbound", "both": "both", "between ports": "ports", "not stated": "unknown"}
PLACES: Final = 14  # offices and sectors of the picture, the largest first; the others are one row


def seizures(ask: Context) -> Chart:
    """Weapons and rounds by office or sector and fiscal year, and the quoted figures in the table."""
    file = ask.store.table(TABLE)
    months = {year: len(those) for year, those in spans(file).items()}
    out = outbound(file)
    out = out.assign(area=[named(area, ask.lang) for area in out["area"]])
    rows = pd.DataFrame(out.groupby(["measure", "area", "fiscal_year"], as_index=False)["quantity"].sum())
    quoted = _quoted(ask.store.table(BESIDE))
    cards = ask.cards([SOURCE, *quoted["source_id"]])
    year = max((year for year in rows["fiscal_year"] if months[year] == 12), default=int(rows["fiscal_year"].max()))
    said = _said(ask, rows[rows["fiscal_year"] == year]) | {"year": _year(ask, year, months[year])}
    table = pd.concat([_of_file(ask, rows, months), _of_press(ask, quoted)], ignore_index=True)
    first, last = int(rows["fiscal_year"].min()), int(rows["fiscal_year"].max())
    ends = dict.fromkeys((first, last))
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary_most" if said["most"] else "summary", **said),
        figure=draw(*_drawn(ask, rows, months), ask.labels(), Options(lang=ask.lang)),
        table=table,
        columns=_columns(ask),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(quoted, cards),
        base=ask.say("base", **said),
        period=" – ".join(_year(ask, one, months[one]) for one in ends),
        date=dates(cards[:1], ask.lang),  # of the file: the quoted figures say their own
        kind=Kind.DERIVED,
        notes=(
            ask.say("note_flows"),
            ask.say("note_empty"),
            ask.say("note_press", count=number(len(quoted), ask.lang)),
            ask.store.card(SOURCE).caveat(ask.lang),
        ),
    )


def _quoted(rows: pd.DataFrame) -> pd.DataFrame:
    """CBP's whole figures that were read in a release or the press; those of the imported file are left out."""
    cbp = rows["publisher"] == "U.S. CBP"
    return rows[cbp & rows["measure"].isin(QUOTED) & (rows["source_id"] != SOURCE)]


def _year(ask: Context, year: int, months: int) -> str:
    """`FY2023`, or `FY2024 (10 of 12 months)` where the file has only some."""
    return ask.say("year", year=year) if months == 12 else ask.say("part", year=year, months=months)


def _said(ask: Context, rows: pd.DataFrame) -> dict[str, str]:
    """The sums of one year, and the place with the most weapons ("" without any)."""
    sums = {name: float(rows.loc[rows["measure"] == name, "quantity"].sum()) for name in MEASURES}
    weapons = rows[rows["measure"] == "weapons"].sort_values("quantity", kind="stable")
    most = weapons.iloc[-1] if sums["weapons"] else None
    told = {name: number(total, ask.lang) for name, total in sums.items()}
    if most is None:
        return told | {"most": ""}
    return told | {"most": str(most["area"]), "count": number(float(most["quantity"]), ask.lang)}


def _drawn(ask: Context, rows: pd.DataFrame, months: dict[int, int]) -> tuple[pd.DataFrame, list[str]]:
    """What the picture shows: the last fiscal years, the largest places, the sum of all first; and its years."""
    years = sorted(set(rows["fiscal_year"]))[-SHOWN:]
    labels = {year: ask.say("year" if months[year] == 12 else "tick", year=year, months=months[year]) for year in years}
    recent = rows[rows["fiscal_year"].isin(years)]
    parts = []
    for measure in MEASURES:
        part = recent[recent["measure"] == measure]
        order = part.groupby("area")["quantity"].sum().sort_values(ascending=False, kind="stable").index
        named = part.assign(name=part["area"].where(part["area"].isin(order[:PLACES]), ask.say("others")))
        parts += [_summed(part.assign(name=ask.say("all")), whole=True), _summed(named, whole=False, order=list(order))]
    frame = pd.concat(parts, ignore_index=True)
    frame["year"] = frame["fiscal_year"].map(labels)
    frame["hover"] = [
        f"{row.name}, {_year(ask, row.fiscal_year, months[row.fiscal_year])}"
        f"<br><b>{number(row.quantity, ask.lang)}</b> {ask.say(f'unit_{row.measure}')}"
        for row in each(frame)
    ]
    return frame, [labels[year] for year in years]


def _summed(rows: pd.DataFrame, whole: bool, order: list[str] | None = None) -> pd.DataFrame:
    """measure, name, fiscal_year, quantity, whole; the names in the order given, others after them."""
    sums = pd.DataFrame(rows.groupby(["measure", "name", "fiscal_year"], as_index=False)["quantity"].sum())
    at = {name: number for number, name in enumerate(order or ())}
    places = sums["name"].map(at).fillna(len(at))
    return sums.assign(whole=whole).iloc[places.argsort(kind="stable")]


def _columns(ask: Context) -> tuple[Column, ...]:
    return (
        ask.column("source"), ask.column("period"), ask.column("place"), ask.column("direction"),
        ask.column("measure"), ask.column("value", 0),
    )  # fmt: skip


def _of_file(ask: Context, rows: pd.DataFrame, months: dict[int, int]) -> pd.DataFrame:
    ordered = rows.sort_values(["measure", "fiscal_year", "area"], ascending=[False, True, True], kind="stable")
    return pd.DataFrame(
        {
            "source": ask.say("file"),
            "period": [_year(ask, year, months[year]) for year in ordered["fiscal_year"]],
            "place": ordered["area"],
            "direction": ask.say("way.southbound"),
            "measure": [ask.say(f"of_{measure}") for measure in ordered["measure"]],
            "value": ordered["quantity"].astype("float64"),
        }
    )


def _of_press(ask: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """The quoted figures: period and area as printed, in the words of the language."""
    return pd.DataFrame(
        {
            "source": [ask.say("press" if press == "yes" else "release") for press in rows["via_press"]],
            "period": [fiscal(printed, ask.lang) for printed in rows["period"]],
            "place": [named(area, ask.lang) for area in rows["area"]],
            "direction": [ask.say(f"way.{_WAYS[way]}") for way in rows["direction"]],
            "measure": [ask.say(f"of_{measure}") for measure in rows["measure"]],
            "value": rows["value"].astype("float64"),
        }
    )
