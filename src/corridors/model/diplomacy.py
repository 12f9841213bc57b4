"""Words that no story, brief, pack or message holds: it informs a dialogue and takes no side in another country's
politics (`docs/stories.md`, What a story never says)."""

import re
from typing import Final

# Stems as regular expressions, by what they would bring in. "Case" and "bill" stand in the sentence of neutrality,
# which is a text of the product, not of a story.
_REFUSED: Final = {
    "party": r"republican(?:s|o|os|a|as)?|democrats?|demócratas?|(?-i:GOP|MAGA|Morena|MORENA|PRI|PAN)",
    "bill": r"(?:house|senate) bill|bills? (?:no\.?|number)|H\.R\.|proyectos? de ley|iniciativa de ley|assembly bill",
    "candidate": r"candidat\w+|election campaign|campaña electoral|reelect\w+|reelec\w+",
    "vote": r"vote (?:for|against)|vot(?:ar|en|e) (?:por|a favor|en contra)",
    "legislator": r"(?:senator|congress(?:wo)?man|representative|diputad[oa]|senador[a]?) (?-i:[A-ZÁÉÍÓÚ])\w+",
    "cartel": r"sinaloa cartel|cártel(?:es)? de (?-i:[A-Z])\w+|(?-i:CJNG)|jalisco new generation|los zetas|gulf cartel",
    "grade": r"scorecards?|grades? of (?-i:[A-F])\b|calificaci(?:ón|ones) de (?-i:[A-F])\b|ranks? (?:first|last)",
    "supply": r"suppl(?:y|ies|ied) by|suministrad[oa]s? por|proveíd[oa]s? por",
    "hot spot": r"hot ?spots?|puntos? (?:caliente|rojo)s?",
    "seizure": r"decomis\w+",
}
_PATTERN: Final = re.compile("|".join(rf"\b(?:{stems})\b" for stems in _REFUSED.values()), re.IGNORECASE)


def refused(said: str) -> str:
    """The first word of a text that has no place in what Corridors hands out; "" where there is none."""
    found = _PATTERN.search(said)
    return found[0] if found else ""
