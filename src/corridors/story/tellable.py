"""What a sound story still may lack in this instance: sources, claims, messages, charts and tables that it names."""

from collections.abc import Iterator
from typing import Any

from corridors.answers.ledger import by_id
from corridors.answers.messages import messages
from corridors.model.story_faults import CHART, MESSAGE, Fault
from corridors.store import Store
from corridors.story.bars import STAGED
from corridors.story.drafts import Draft
from corridors.story.editing import Edited
from corridors.text import text


def checked(found: Edited, store: Store) -> tuple[Fault, ...]:
    """Every fault of an edited story: its own, and where it has none, what this instance does not have."""
    return found.faults or tuple(_untold(found.draft, store))


def said(fault: Fault, lang: str) -> str:
    """What is wrong, in a language, to stand beside its field."""
    return text(f"story.fault.{fault.code}", lang, **fault.values)


def _untold(draft: Draft, store: Store) -> Iterator[Fault]:
    known = {one.id for one in messages(store)}
    yield from _each(draft.id, "leaves", "message", draft.fields.get("leaves", {}), known)
    for scene in draft.scenes:
        where = f"{draft.id}, scene {scene['id']}"
        show = str(scene["show"])
        named = [show.removeprefix(MESSAGE)] if show.startswith(MESSAGE) else []
        yield from _each(where, "show", "message", named, known)
        yield from _each(where, "message", "message", [scene["message"]] if scene.get("message") else [], known)
        if show.startswith(CHART) and show.removeprefix(CHART) not in STAGED:
            yield Fault("chart", f"{where}, show", f"a stage shows the charts {', '.join(STAGED)}", "show")
        yield from _each(where, "citations", "card", scene["citations"], store.cards())
        yield from _each(where, "claims", "claim", scene.get("claims", ()), by_id(store))
        tables = [one["table"] for one in scene.get("figures", {}).values()]
        yield from (
            Fault("table", f"{where}, figures", f"the data in force have no {name}", "figures", name=name)
            for name in tables
            if not store.has(name)
        )


def _each(where: str, field: str, code: str, named: Any, known: Any) -> Iterator[Fault]:
    for name in named:
        if name not in known:
            yield Fault(code, f"{where}, {field}", f"there is no {code} {name!r}", field, name=name)
