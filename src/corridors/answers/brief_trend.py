"""The trends of a brief: one bar for each edition of ATF's totals, never joined, and a line of one state's checks."""

from dataclasses import dataclass
from typing import Final, Literal

from corridors.analysis.slices import cell
from corridors.answers.home import name
from corridors.answers.lens import Lens
from corridors.answers.totals_chart import edition_rows
from corridors.figures.rows import each
from corridors.figures.theme import ARMS
from corridors.model.cards import Card
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, percent, period

CHECKS: Final = "checks_per_100k"


@dataclass(frozen=True)
class Trend:
    """One series: `bars` stand apart, a `line` joins years of one source. `values` fit `said`, their words: a line has
    None and "" for a year without a number, and is broken there. `colour` is that of the screen's charts, `unit` the
    name of the series in a chart's table."""

    id: str
    shape: Literal["bars", "line"]
    title: str
    unit: str
    base: str
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    said: tuple[str, ...]
    colour: str
    cards: tuple[Card, ...]

    @property
    def alt(self) -> str:
        """The series in words: all of a few bars, the ends of a line."""
        pairs = [f"{at}: {value}" for at, value in zip(self.names, self.said, strict=True)]
        return "; ".join(pairs if self.shape == "bars" else [pairs[0], pairs[-1]])


def trends(found: Lens, store: Store, lang: str) -> tuple[Trend, ...]:
    """The editions' shares, then the checks of the state where the office stands (else of its district's first)."""
    own = found.office.state if found.office.state in found.states else next(iter(found.states), "")
    return (_editions(store, lang), *([_checks(own, store, lang)] if own else []))


def _editions(store: Store, lang: str) -> Trend:
    """Every edition with a share over several years, by its years; what was read only in the paper is left out."""
    rows = edition_rows(store.table("trace_totals"))
    shown = rows[rows["evidence"] & ~rows["rival"] & rows["share"].notna() & (rows["first"] < rows["last"])]
    return Trend(
        "editions", "bars", text("brief.trend", lang), text("brief.trend.share", lang), text("brief.trend.base", lang),
        tuple(period(row.first, row.last) for row in each(shown)),
        tuple(round(float(row.share), 1) for row in each(shown)),
        tuple(percent(float(row.share), lang) for row in each(shown)),
        ARMS, tuple(store.card(id) for id in dict.fromkeys(shown["source_id"])),
    )  # fmt: skip


def _checks(state: str, store: Store, lang: str) -> Trend:
    measure = store.cube["measures"][CHECKS]
    at = store.cube["places"]["US"].index(state)
    found = [(period(*span), cell(measure, [index], at).value) for index, span in enumerate(measure["periods"])]
    known = [place for place, (_, value) in enumerate(found) if value is not None]
    shown = found[known[0] : known[-1] + 1] if known else []  # a year between them without a number stays a gap
    return Trend(
        "checks", "line", text("brief.checks", lang, place=name(store, state, lang)),
        text(f"measure.{CHECKS}.name", lang), text("brief.checks.base", lang),
        tuple(when for when, _ in shown), tuple(None if value is None else round(value, 1) for _, value in shown),
        tuple("" if value is None else number(value, lang) for _, value in shown), ARMS,
        tuple(store.card(id) for id in measure["sources"]),
    )  # fmt: skip
