"""The verdict of a claim as a badge (a sign and a word: never a colour alone), and the link to a claim."""

import re
from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.ledger import by_id
from corridors.components.marks import marks
from corridors.store import Store
from corridors.text import text

SIGNS: Final = {
    "holds": "✓", "holds_rounded": "≈", "superseded": "↻", "overstated": "▲", "contradicted": "✕", "slip": "✎",
    "uncheckable": "?",
}  # fmt: skip


def badge(verdict: str, lang: str) -> Component:
    """The word of a verdict behind its sign."""
    sign = html.Span(SIGNS[verdict], className="verdict-sign", **marks(aria_hidden="true"))
    return html.Span([sign, text(f"verdict.{verdict}", lang)], className=f"verdict verdict-{verdict}")


def claim_name(id: str, lang: str) -> str:
    """What a reader calls a claim: its number in the paper (`paper-12` is "claim 12"); of a document that a user added,
    its id, since numbers begin anew in each."""
    number = re.fullmatch(r"paper-(\d+)", id)
    return text("claims.number", lang, number=number[1]) if number else id


def claim_link(id: str, store: Store, lang: str) -> Component:
    """The way to a claim on the page of the ledger, with its verdict; only its id when the ledger does not have it."""
    entry = by_id(store).get(id)
    if entry is None:
        return html.Span(id)
    link = html.A(claim_name(id, lang), href=f"/claims#{id}", **marks(data_nav="1"))
    return html.Span([link, " ", badge(entry.verdict, lang)])
