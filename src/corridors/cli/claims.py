"""`corridors claims`: the ledger of claims, and whether a file of claims can be read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corridors.cli.app import Geodata, Json, State, app, opened, show

if TYPE_CHECKING:
    from corridors.answers.ledger import Entry


@app.command()
def claims(
    lang: Annotated[Literal["en", "es"], typer.Option(help="Language of the table.")] = "en",
    document: Annotated[str | None, typer.Option(help="Only the claims of this document (its id).")] = None,
    verdict: Annotated[str | None, typer.Option(help="Only the claims with this verdict, such as superseded.")] = None,
    check: Annotated[
        Path | None, typer.Option("--check", exists=True, dir_okay=False, help="Only say whether this file is sound.")
    ] = None,
    geodata: Geodata = None,
    state: State = None,
    as_json: Json = False,
) -> None:
    """List the claims of documents with the verdict that the facts give each, or check a file of claims."""
    from corridors.answers.ledger import cited_reason, claims_of, faults, ledger
    from corridors.model.claims import Verdict

    if check is not None:
        found, sound = claims_of(check)
        result = {"ok": True, "document": found.id, "claims": len(sound)}
        show(result, as_json, [f"{check.name}: {len(sound)} claims of {found.id}, all sound"])
        return
    if verdict is not None and verdict not in tuple(Verdict):
        raise typer.BadParameter(f"{verdict} is none of {', '.join(Verdict)}", param_hint="--verdict")
    store = opened(geodata, state)
    entries = [one for one in ledger(store) if document in (None, one.document) and verdict in (None, one.verdict)]
    for fault in faults(store):
        typer.echo(f"corridors: left out: {fault}", err=True)
    said = [
        {
            "id": one.id,
            "place": one.place,
            "verdict": one.verdict,
            "evidence": one.evidence,
            "reason_en": cited_reason(one, store, "en"),
            "reason_es": cited_reason(one, store, "es"),
        }
        for one in entries
    ]
    show(said, as_json, _table(entries, lang))


def _table(entries: "list[Entry]", lang: str) -> list[str]:
    """A line for each claim, and how many have each verdict."""
    from collections import Counter

    from corridors.text import text

    heads = [text(f"claims.{name}", lang) for name in ("claim", "verdict", "gist", "reason")]
    rows = [[one.id, text(f"verdict.{one.verdict}", lang), one.gist(lang), one.reason(lang)] for one in entries]
    first, second = (max(len(row[at]) for row in [heads, *rows]) for at in (0, 1))
    said = [
        f"{row[0]:<{first}}  {row[1]:<{second}}  {row[2]}\n{'':<{first + second + 4}}{row[3]}" for row in [heads, *rows]
    ]
    found = Counter(row[1] for row in rows)
    counts = ", ".join(f"{verdict} {count}" for verdict, count in found.most_common())
    return [*said, text("claims.counts", lang, count=len(entries), verdicts=counts or "0")]
