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
    """One series: `bars` stand apart, a `line` joins years of one source. `values` fit `said`, their words; `colour` is
    that of the screen's charts, `unit` the name of the series in a chart's table."""

    id: str
    shape: Literal["bars", "line"]
    title: str
    unit: str
    base: str
    names: tuple[str, ...]
    values: tuple[float, ...]
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
    found = [(span, cell(measure, [index], at).value) for index, span in enumerate(measure["periods"])]
    known = [(period(*span), value) for span, value in found if value is not None]
    return Trend(
        "checks", "line", text("brief.checks", lang, place=name(store, state, lang)),
        text(f"measure.{CHECKS}.name", lang), text("brief.checks.base", lang),
        tuple(when for when, _ in known), tuple(round(value, 1) for _, value in known),
        tuple(number(value, lang) for _, value in known), ARMS,
        tuple(store.card(id) for id in measure["sources"]),
    )  # fmt: skip
