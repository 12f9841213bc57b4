"""What became of numbers that carry a verification code: unchanged, restated since, or of an edition that is not here.

The thing is made again on the same view, from the edition of the code where it is kept and from the one in force; a
code holds no numbers, only a digest of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import pandas as pd

from corridors import history
from corridors.answers.chart import Column
from corridors.answers.digest import digest
from corridors.answers.download import Download, LicenceError
from corridors.answers.taken import taken
from corridors.errors import CodeError, DataError
from corridors.model.verification import Verification, read
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number

State = Literal["unchanged", "restated", "absent", "absent_same", "other", "gone", "mistyped"]
SHOWN: Final = 200  # restated numbers that are listed; the rest is counted
Opened = Callable[[int], Store]


@dataclass(frozen=True)
class Change:
    """One number that was restated: what it is of, before and now ("" where the row is not there)."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Verdict:
    """The answer to a code, in one language.

    `state`: `unchanged`; `restated` (then `changes`, at most SHOWN of `count`); `absent`, its edition is not in this
    instance (`absent_same` when the numbers in force have its digest all the same); `other`, the edition is here but
    its numbers have another digest: altered, or made by another version; `gone`, the thing is not in the edition in
    force; `mistyped`.
    `edition` is that of the code, `now` the one in force (7 hex digits each).
    """

    state: State
    said: str
    title: str = ""
    edition: str = ""
    now: str = ""
    changes: tuple[Change, ...] = ()
    count: int = 0
    found: Verification | None = None


def verify(typed: str, lang: str, now: Store, opened: Opened) -> Verdict:
    """The verdict on a code or on the link that stands for one; it never raises for what a person typed.

    `opened` gives the store of an edition by its number.
    """
    try:
        found = read(typed)
    except CodeError as error:
        return Verdict("mistyped", text("verify.mistyped", lang, reason=_reason(error, lang)))
    here = now.data_version[: len(found.edition)]
    view = replace(found.view, lang=lang)
    try:
        today = taken(found.thing, view, now)
    except (KeyError, LicenceError, DataError):
        said = text("verify.gone", lang, edition=found.edition)
        return Verdict("gone", said, "", found.edition, here, found=found)
    first = now if found.edition == here else _kept(found.edition, now, opened)
    given = today if first is now else _of(found.thing, view, first)
    state, changes = _compared(found, given, today, lang)
    shown = tuple(changes[:SHOWN])
    key = "verify.in_force" if state == "unchanged" and first is now else f"verify.{state}"
    said = text(key, lang, edition=found.edition, now=here, count=number(len(changes), lang))
    return Verdict(state, said, today.title, found.edition, here, shown, len(changes), found)


def _reason(error: CodeError, lang: str) -> str:
    """The error is written for the command line, in English; in Spanish a person learns what to do."""
    return str(error) if lang == "en" else text("verify.reason", lang)


def _kept(edition: str, now: Store, opened: Opened) -> Store | None:
    """The store of the edition whose data version begins so; None when this instance keeps none."""
    for one in reversed(history.editions(now.state)):
        if one.number and one.data.startswith(edition):
            return opened(one.number)
    shipped = opened(history.SHIPPED)
    return shipped if shipped.data_version.startswith(edition) else None


def _of(thing: str, view: ViewState, store: Store | None) -> Download | None:
    """The thing of an edition; None when that edition is not kept or has no such thing."""
    if store is None:
        return None
    try:
        return taken(thing, view, store)
    except (KeyError, LicenceError, DataError):
        return None


def _compared(
    found: Verification, given: Download | None, today: Download, lang: str
) -> tuple[State, tuple[Change, ...]]:
    if given is None:
        return ("absent_same" if digest(today) == found.digest else "absent"), ()
    if digest(given) != found.digest:
        return "other", ()
    changes = () if given is today else tuple(restated(given, today, lang))
    return ("restated" if changes else "unchanged"), changes


def restated(before: Download, after: Download, lang: str) -> Iterator[Change]:
    """What differs between two editions of the same rows: base, period, then each number by the words of its row."""
    for key in ("base", "period"):
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            yield Change(text(f"fig.download.{key}", lang), old, new)
    keys = _keys(before, after)
    old, new = _by_row(before, keys), _by_row(after, keys)
    values = [column for column in after.columns if column.id not in keys]
    for row in [*old, *(row for row in new if row not in old)]:
        for column in values:
            one, other = (found[row].get(column.id) if row in found else None for found in (old, new))
            said, now = _cell(one, column, lang), _cell(other, column, lang)
            if said != now:
                yield Change(" · ".join([*(part for part in row[:-1] if part), column.header]), said, now)


def _keys(before: Download, after: Download) -> list[str]:
    """The first columns of text that tell all rows of both apart, a name before an id; all of them where none do."""
    ids = [column.id for column in after.columns if column.digits is None and column.id in before.frame]
    named = [id for id in ids if id not in after.places][:1]
    if named != ids[:1] and not any(one.frame.duplicated(named).any() for one in (before, after)):
        return named
    for count in range(1, len(ids) + 1):
        if not any(one.frame.duplicated(ids[:count]).any() for one in (before, after)):
            return ids[:count]
    return ids


def _by_row(found: Download, keys: list[str]) -> dict[tuple[str, ...], dict[str, Any]]:
    """Rows by their keys; of rows with the same, the second is told by its number."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in found.frame[[column.id for column in found.columns]].to_dict("records"):
        words = tuple("" if row[key] is None else str(row[key]) for key in keys)
        again = 0
        while (*words, str(again)) in rows:
            again += 1
        rows[(*words, str(again))] = {str(id): value for id, value in row.items()}
    return rows


def _cell(value: Any, column: Column, lang: str) -> str:
    if value is None or (column.digits is not None and pd.isna(value)):
        return ""
    return str(value) if column.digits is None else number(float(value), lang, column.digits)
