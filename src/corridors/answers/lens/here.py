"""Where a lens looks: the states, counties and ports of a district, and the one way to make a figure of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from corridors.analysis.slices import cell
from corridors.answers.district import Office
from corridors.answers.home import name
from corridors.answers.lens.shape import Figure, Port, Rung
from corridors.model.kinds import Kind
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number, period
from corridors.text.named import fiscal, named

COUNTIES: Final = "lens/counties"  # reviewed: the counties of ports, places of purchase, points of published routes


Row = Mapping[str, Any]
Said = tuple[str, float]  # a number in words, and as it is


@lru_cache(maxsize=32)
def records(store: Store, table: str) -> tuple[Row, ...]:
    """The rows of a small table as plain mappings, made once an edition: a lens asks for a few rows of many tables."""
    return tuple({str(column): value for column, value in row.items()} for row in store.table(table).to_dict("records"))


@dataclass(frozen=True)
class Here:
    """A consulate's district in a store: `states` and `counties` are ids, none for a consulate without a district."""

    store: Store
    office: Office
    lang: str
    states: tuple[str, ...]
    counties: frozenset[str]

    def say(self, key: str, /, **values: object) -> str:
        """The string `lens.<key>` in the language."""
        return text(f"lens.{key}", self.lang, **values)

    def named(self, place: str) -> str:
        """The name of a state of either country."""
        return name(self.store, place, self.lang)

    def called(self, printed: str) -> str:
        """A port, an area or a place that a source prints, in the words of the language."""
        return named(printed, self.lang)

    def counted(self, value: float, unit: str) -> Said:
        """A whole number with its unit in words (`1,575 guns`), and as it is."""
        return f"{number(value, self.lang)} {self.say(f'unit.{unit}')}", float(value)

    def within(self, kind: str) -> dict[str, str]:
        """The reviewed names of a kind that touch the district: name -> `all` or `some` of their counties."""
        found = {}
        for row in self.store.layout(COUNTIES):
            counties = set(row["counties"].split("|"))
            if row["kind"] == kind and counties & self.counties:
                found[row["name"]] = "all" if counties <= self.counties else "some"
        return found

    @cached_property
    def ports(self) -> tuple[Port, ...]:
        """The crossings within the district, from west to east."""
        inside = self.within("port")
        rows = [row for row in self.store.web_json("layers")["ports"] if row["id"] in inside]
        return tuple(self._port(row) for row in sorted(rows, key=lambda row: float(row["lon"])))

    def _port(self, row: Mapping[str, Any]) -> Port:
        crossing, city = self.called(row["name_en"]), self.called(row["us_city"])
        return Port(row["id"], crossing, city, row["mx_city"], row["mx"], float(row["lon"]), float(row["lat"]))

    @cached_property
    def gates(self) -> frozenset[str]:
        """The BTS codes of those crossings; two crossings have none."""
        inside = {port.id for port in self.ports}
        rows = self.store.web_json("layers")["ports"]
        return frozenset(row["bts_port_code"] for row in rows if row["id"] in inside and row["bts_port_code"])

    def figure(
        self, id: str, label: str, said: Said, at: tuple[Rung, str], base: str, when: str,
        of: tuple[Kind, Sequence[Row]],
    ) -> Figure:  # fmt: skip
        """A figure `at` a (rung, place), `of` a kind and some rows (source_id, and via_press where they have one)."""
        kind, rows = of
        cards = tuple(self.store.card(id) for id in dict.fromkeys(row["source_id"] for row in rows))
        press = {row["source_id"] for row in rows if row.get("via_press") == "yes"}
        quoted = frozenset(press | {card.id for card in cards if card.via_press})
        return Figure(id, label, *said, *at, base, when, kind, cards, quoted)

    def absent(self, id: str, label: str, place: str, base: str, when: str = "") -> Figure:
        """What is not published, said where the number would stand."""
        return Figure(id, label, "", None, "none", place, base, when, Kind.OBSERVED, (), frozenset())

    def measured(self, id: str) -> Iterator[Figure]:
        """The last published value of a measure of the cube in each state of the district."""
        measure = self.store.cube["measures"].get(id)
        if measure is None:
            return
        at = len(measure["periods"]) - 1
        unit, base = text(f"measure.{id}.unit", self.lang), text(f"measure.{id}.base", self.lang)
        when = period(*measure["periods"][at])
        for state in self.states:
            label = self.say("measured", measure=text(f"measure.{id}.name", self.lang), place=self.named(state))
            found = cell(measure, [at], self.store.cube["places"]["US"].index(state))
            if found.value is None:
                yield self.absent(f"{id}-{state}", label, self.named(state), base, when)
                continue
            value = f"{number(found.value, self.lang, measure['digits'])} {unit}"
            yield self.figure(
                f"{id}-{state}", label, (value, float(found.value)), ("state", self.named(state)), base, when,
                (Kind(measure["kind"]), [{"source_id": source} for source in measure["sources"]]),
            )  # fmt: skip

    def period(self, printed: str) -> str:
        """A period of a fiscal year as the language says it."""
        return fiscal(printed, self.lang)
