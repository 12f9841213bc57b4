"""The numbers that the words of claim cards may name, from the facts and the cube, in the form of a language."""

from corridors.answers.corridors import ASSET, dial, error_words
from corridors.answers.printed import PAPER, counted
from corridors.answers.totals_chart import edition_rows
from corridors.store import Store
from corridors.text.formats import number, percent


def numbers(store: Store, lang: str) -> dict[str, str]:
    """Field -> number as it is printed; made once an edition."""
    return store.kept(f"saying numbers {lang}", lambda: _numbers(store, lang))


def _numbers(store: Store, lang: str) -> dict[str, str]:
    flows = store.cube["flows"]
    submitted, traced, known = flows["submitted"], flows["traced"], flows["with_recovery_state"]
    totals = store.table("trace_totals")
    shares = edition_rows(totals[totals["source_id"] != PAPER])["share"].dropna()
    found = counted(store, "etrace_access", state_prosecutor_has_etrace="no")
    error = ""
    if store.has_web(ASSET):
        error = error_words(dial(store), dial(store).best[0], lang)
    return {
        "submitted": number(submitted, lang),
        "traced": number(traced, lang),
        "share": percent(100 * flows["border_total"] / traced, lang),
        "share_submitted": percent(100 * flows["border_total"] / submitted, lang),
        "purchaser_share": percent(100 * traced / submitted, lang),
        "unknown_buyer": percent(100 - 100 * traced / submitted, lang),
        "others": number(flows["other_pairs"], lang),
        "pairs_share": percent(100 * (known - flows["other_pairs"]) / known, lang),
        "low_share": percent(shares.min(), lang),
        "high_share": percent(shares.max(), lang),
        "etrace": number(found.value if found else 0, lang),
        "dial_error": error,
    }
