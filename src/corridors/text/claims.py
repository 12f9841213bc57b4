"""Words of the ledger of claims: verdicts, the words of a missing row, and of the command."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "verdict.holds": ("Holds", "Se sostiene"),
    "verdict.holds_rounded": ("Holds, rounded", "Se sostiene, redondeada"),
    "verdict.superseded": ("Superseded", "Superada por datos posteriores"),
    "verdict.overstated": ("Overstated", "Excede los datos"),
    "verdict.contradicted": ("Contradicted", "Contradicha por los datos"),
    "verdict.slip": ("A slip", "Desliz"),
    "verdict.uncheckable": ("Cannot be checked", "No verificable"),
    "claims.absent": ("not in the facts", "no está en los datos"),
    "claims.missing": (
        "No row with a citation decides this yet: {names} is not in the facts.",
        "Aún no hay un renglón con cita que lo decida: {names} no está en los datos.",
    ),
    "claims.sources": ("Sources: {cards}.", "Fuentes: {cards}."),
    "claims.number": ("Claim {number}", "Afirmación {number}"),
    "claims.claim": ("Claim", "Afirmación"),
    "claims.gist": ("What is claimed", "Qué se afirma"),
    "claims.verdict": ("Verdict", "Veredicto"),
    "claims.reason": ("Reason", "Motivo"),
    "claims.counts": ("{count} claims: {verdicts}", "{count} afirmaciones: {verdicts}"),
    "claims.as_of": ("Law as of {date}.", "Ley vigente en {date}."),
}
