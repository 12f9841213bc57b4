"""The share of the United States in the world's mass shooters, as two studies that contest each other give it."""

from typing import Final

from corridors.answers.chart import Chart, Context, dates, read_in_press
from corridors.figures.rows import each
from corridors.figures.shares import shares
from corridors.figures.theme import Options
from corridors.model.kinds import Kind
from corridors.text.formats import percent

CONTESTED: Final = ("LANKFORD_2016", "LOTT_2018")
SHARES: Final = (
    ("share_world_mass_shooters", "LANKFORD_2016"),
    ("share_world_mass_public_shooters", "LOTT_2018"),
    ("share_world_population", "NYT_2017"),
)


def world_shooters(ask: Context) -> Chart:
    """Both studies and the share of the world's people, each as its source prints it."""
    table = ask.store.table("world_firearms")
    table = table[table["iso2"] == "US"].set_index(["measure", "source_id"])
    rows = table.loc[[key for key in SHARES if key in table.index]].reset_index()
    rows["share"] = rows["value"].astype(float)
    rows["name"] = [ask.say(f"row_{source}") for source in rows["source_id"]]
    rows["contested"] = rows["source_id"].isin(CONTESTED)
    rows["words"] = [
        f"<b>{ask.say('at_most') if row.source_id == 'LOTT_2018' else ''}{_percent(ask, row.share)}</b> · {row.year}"
        for row in each(rows)
    ]
    cards = ask.cards(rows["source_id"])
    printed = rows.set_index("source_id")["share"]
    return Chart(
        name=ask.name,
        title=ask.say("title"),
        summary=ask.say("summary", high=_percent(ask, printed[CONTESTED[0]]), low=_percent(ask, printed[CONTESTED[1]])),
        figure=shares(ask.name, rows, Options(lang=ask.lang)),
        table=rows.assign(kind=[ask.kind(kind) for kind in rows["kind"]]),
        columns=(
            ask.column("name", key="source"),
            ask.column("year", key="period"),
            ask.column("share", 2),
            ask.column("kind"),
        ),
        caption=ask.say("caption"),
        sources=cards,
        press=read_in_press(rows, cards),
        base=ask.say("base"),
        period="1966–2012; 1998–2015",
        date=dates(cards, ask.lang),
        kind=Kind.OBSERVED,
        notes=(ask.say("note_definitions"), ask.say("note_guns")),
    )


def _percent(ask: Context, share: float) -> str:
    return percent(share, ask.lang, 0 if float(share).is_integer() else 2)
