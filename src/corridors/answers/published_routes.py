"""How far the estimate's least-cost ways agree with routes that an authority published (`analysis.agreement`)."""

from corridors.answers.corridors import Dial
from corridors.text import text
from corridors.text.formats import number, percent


def agreement_words(found: Dial, lang: str) -> str:
    """How far the least-cost ways agree with published routes, on those with two points or more; empty: not known."""
    if found.agreement is None:
        return ""
    told = {name: number(value, lang) for name, value in found.agreement.items()}
    share = percent(100 * found.agreement["near"] / found.agreement["between"], lang)
    return text("flow.routes.agree", lang, share=share, **told)
