"""Words whose numbers are read from the facts: a template, and which figures fill it.

A file of words has, beside its texts, `figures` (a name -> the one row of a table, or `count` of its rows), `shares`
(a name -> the figure that is a part and the one that is the whole) and `periods` (a name -> the figure it is of).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corridors.answers.chart import spoken_date
from corridors.answers.printed import Printed, counted, printed
from corridors.model.cards import Card
from corridors.store import Store
from corridors.text.formats import number, percent


@dataclass(frozen=True)
class Quoted:
    """The figures of one file of words. `missing` names those that the facts in force do not have."""

    spec: Mapping[str, Any]
    figures: Mapping[str, Printed]
    missing: tuple[str, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """The sources of the figures, each once."""
        return tuple({one.card.id: one.card for one in self.figures.values()}.values())

    @property
    def press(self) -> frozenset[str]:
        """The ids of the sources that were read second-hand."""
        return frozenset(one.card.id for one in self.figures.values() if one.press)

    def fill(self, template: str, lang: str) -> str:
        """The template with its numbers in the form of the language; "" while a figure is missing."""
        return "" if self.missing else template.format(**self._said(lang))

    def _said(self, lang: str) -> dict[str, str]:
        specs: Mapping[str, Any] = self.spec.get("figures", {})
        out = {name: _number(one.value, specs[name], lang) for name, one in self.figures.items()}
        for name, (part, whole) in self.spec.get("shares", {}).items():
            out[name] = percent(self.figures[part].value / self.figures[whole].value * 100, lang, 1)
        for name, of in self.spec.get("periods", {}).items():
            out[name] = spoken_date(self.figures[of].when, lang)
        return out


def quoted(store: Store, spec: Mapping[str, Any]) -> Quoted:
    """The figures that a file of words asks for, from the facts in force."""
    found = {name: _figure(store, one) for name, one in spec.get("figures", {}).items()}
    missing = tuple(name for name, one in found.items() if one is None)
    return Quoted(spec, {name: one for name, one in found.items() if one is not None}, missing)


def _figure(store: Store, spec: Mapping[str, Any]) -> Printed | None:
    find = counted if spec.get("count") else printed
    return find(store, spec["table"], **spec["where"])


def _number(value: float, spec: Mapping[str, Any], lang: str) -> str:
    digits = spec.get("digits", 0)
    return percent(value, lang, digits) if spec.get("percent") else number(value, lang, digits)
