"""What changed for a district: this edition against the one before, provisions of law, and restated figures."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corridors import history
from corridors.answers.changes import Restatement, restatements
from corridors.answers.lens.here import Here
from corridors.answers.lens.law import law_changes
from corridors.answers.quantities import importer, quantity
from corridors.history import Edition
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text.formats import number, period

RESTATED: Final = 2  # the newest restatements that a district's page names; the page of changes has all


def changed(here: Here) -> tuple[str, ...]:
    """Sentences: the edition in force, then the laws of the district's states, then what publishers restated."""
    return (*_edition(here), *law_changes(here), *_restated(here))


def _edition(here: Here) -> Iterator[str]:
    """What the edition in force brought over the one before it; what ships has none before it."""
    number_of = here.store.edition
    if number_of == history.SHIPPED:
        yield here.say("edition.shipped", data=here.store.data_version[:7])
        return
    found: Edition = history.read(here.store.root)
    yield here.say(
        "edition", number=number_of, source=importer(found.source, here.lang), added=number(found.added, here.lang),
        restated=number(found.restated, here.lang), removed=number(found.removed, here.lang),
    )  # fmt: skip


def _restated(here: Here) -> Iterator[str]:
    """Counts of ATF that a later edition prints otherwise: the base under every share."""
    for one in _later_editions(here.store, here.lang)[:RESTATED]:
        first, last = one.figures[0], one.figures[-1]
        yield here.say(
            "restated", measure=quantity(one.measure, here.lang), years=period(*one.years),
            before=number(first.value, here.lang), after=number(last.value, here.lang),
            edition=first.edition, later=last.edition,
        )  # fmt: skip


@lru_cache(maxsize=8)
def _later_editions(store: Store, lang: str) -> tuple[Restatement, ...]:
    """What a later edition of the publisher prints otherwise; two readings of one edition restate nothing."""
    return tuple(one for one in restatements(ViewState(lang=lang), store) if one.kind == "editions")
