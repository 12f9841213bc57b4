"""A cited fact from the command line to the ledger and back: what nobody could check is judged by what came in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from corridors import history
from corridors.answers.ledger import by_id
from corridors.store import Store
from tests.unit.sources.test_cited_facts import text
from tools.serving import ROOT

Run = Callable[..., tuple[int, Any, str]]
STORES = {"fact": "mexico-army-gun-stores", "unit": "stores", "place": "Mexico", "document": "A report of the army"}
ONE = {**STORES, "value": "1", "date": "2017", "period": "2017"}
TWO = {**STORES, "value": "2", "date": "2023", "period": "2023"}


def verdicts(run: Run) -> dict[str, str]:
    status, listed, _ = run("claims")
    assert status == 0
    assert len(listed) == 64
    return {one["id"]: one["verdict"] for one in listed}


def test_a_verdict_follows_the_facts_that_come_in_and_goes_back_with_them(run: Run, tmp_path: Path) -> None:
    before = verdicts(run)
    assert (before["paper-1"], before["paper-43"]) == ("uncheckable", "uncheckable")

    file = tmp_path / "cited.csv"
    file.write_text(text({}, ONE), encoding="utf-8")
    status, seen, _ = run("import", file)
    assert (status, seen["source"], seen["added"], seen["accepted"]) == (0, "cited_facts", 2, False)
    assert seen["totals"] == {"facts": 2, "documents": 2}
    assert verdicts(run) == before

    assert run("import", file, "--accept", "--by", "A. Analyst")[1]["after"]["edition"] == 1
    supported = verdicts(run)
    assert supported == {**before, "paper-1": "holds", "paper-43": "contradicted"}
    store = Store(history.root(ROOT / "geodata", tmp_path / "state"), tmp_path / "state", shipped=ROOT / "geodata")
    (source,) = by_id(store)["paper-1"].sources
    assert (store.card(source).document, store.card(source).publisher) == (
        "A report of the army",
        "A statistical office",
    )
    row = store.table("cited_facts").set_index("fact").loc["mexico-army-gun-stores"]
    assert (row["value"], row["locator"], row["edition_id"]) == (1, "p. 8, table 2", f"{source}/1")
    assert run("check")[1]["ok"]
    assert run("import", file)[1]["no_change"]

    # A later file of one of the two documents replaces its rows and leaves the other document alone.
    file.write_text(text(TWO), encoding="utf-8")
    again = run("import", file, "--accept")[1]
    assert (again["added"], again["removed"], again["restated"]) == (1, 1, 0)
    assert verdicts(run) == {**supported, "paper-1": "superseded"}
    changed = run("diff", 1, 2)[1]
    assert {(row["table"], row["change"]) for row in changed} >= {("cited_facts", "added"), ("cited_facts", "removed")}

    assert run("rollback", 1)[1] == {"ok": True, "current": 1}
    assert verdicts(run) == supported
    assert run("rollback", 0)[1] == {"ok": True, "current": 0}
    assert verdicts(run) == before


def test_the_paper_is_no_evidence_for_itself_and_nothing_is_kept_of_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cited.csv"
    file.write_text(text({}, {**ONE, "document": "Asking the Impossible, 2020, p. 3"}), encoding="utf-8")
    status, refused, _ = run("import", file, "--accept")
    assert (status, refused["ok"]) == (1, False)
    (problem,) = refused["problems"]
    assert (problem["code"], problem["row"], problem["column"]) == ("cited_own", 3, "document")
    assert not (tmp_path / "state" / "editions").exists()

    # Past the first import, importers read a folder of their own: the names of the document are in it too.
    file.write_text(text({}), encoding="utf-8")
    assert run("import", file, "--accept")[0] == 0
    file.write_text(text({**ONE, "document": "asking the impossible"}), encoding="utf-8")
    assert run("import", file, "--accept")[1]["problems"][0]["code"] == "cited_own"
