import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from corridors import history
from corridors.build.checks import check
from corridors.editions.accept import accept
from corridors.editions.moves import diff, rollback
from corridors.editions.state import StateError, locked, point
from corridors.errors import DataError
from corridors.store import Store
from tests.unit.editions.making import GEODATA, TABLE, batch_of, moved, planned, ports, take
from tools.serving import ROOT

KILLED = 77


def digest(folder: Path) -> str:
    """One hash over every file of a folder, names and bytes."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def test_an_accepted_file_is_a_whole_edition_and_the_earlier_ones_are_kept(tmp_path: Path) -> None:
    state, shipped = tmp_path / "state", digest(GEODATA)
    first, second = take(moved("25.9"), state), take(moved("25.8"), state)
    assert (first.number, second.number, history.current(state)) == (1, 2, 2)
    assert (second.restated, second.added, second.removed, second.parent) == (1, 0, 0, 1)
    assert second.by == "A. Analyst"
    assert second.before["lat"] != second.totals["lat"]
    assert digest(GEODATA) == shipped
    for number, latitude in ((0, 25.952), (1, 25.9), (2, 25.8)):
        root = history.root(GEODATA, state, number)
        assert not [finding for finding in check(root) if not finding.ok], number
        store = Store(root)
        rows = store.table(TABLE).set_index("port_code")
        assert rows.at["2301", "lat"] == latitude
        assert rows.at["2301", "edition_id"] == f"BTS_BORDER/{number + 1}"
    assert len({Store(history.root(GEODATA, state, n)).data_version for n in range(3)}) == 3
    crossings = Store(history.root(GEODATA, state)).table("border_crossings_year")
    assert set(crossings["edition_id"]) == {"BTS_BORDER/1"}


def test_the_way_back_and_the_difference(state: Path) -> None:
    changes = diff(GEODATA, state, 0, 1)
    (row,) = changes.to_dict("records")
    assert (row["table"], row["column"], row["before"], row["after"]) == (TABLE, "lat", "25.952", "25.9")
    assert json.loads(row["key"]) == {"port_code": "2301"}
    assert rollback(GEODATA, state, None, "B. Admin") == 0
    assert history.root(GEODATA, state) == GEODATA
    assert [line["action"] for line in history.journal(state)] == ["accept", "rollback"]
    assert [line["who"] for line in history.journal(state)] == ["A. Analyst", "B. Admin"]
    assert [line.get("file") for line in history.journal(state)] == ["ports.csv", None]
    assert rollback(GEODATA, state, 1, "B. Admin") == 1
    with pytest.raises(StateError, match="already"):
        rollback(GEODATA, state, 1, "")
    with pytest.raises(DataError, match="no edition 7"):
        rollback(GEODATA, state, 7, "")


@pytest.mark.parametrize("path", ["/home/ana/ports.csv", "C:\\Users\\ana\\ports.csv", "../ports.csv", "ports.csv"])
def test_the_journal_names_the_file_and_never_its_folder(tmp_path: Path, path: str) -> None:
    point(tmp_path, 0, "A. Analyst", "accept", path)
    (line,) = (json.loads(line) for line in (tmp_path / history.JOURNAL).read_text(encoding="utf-8").splitlines())
    assert (line["file"], line["action"]) == ("ports.csv", "accept")


def test_an_edition_whose_files_changed_is_not_put_in_force(state: Path) -> None:
    take(moved("25.8"), state)
    path = history.folder(state, 1) / "facts" / f"{TABLE}.csv"
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(DataError, match="not whole"):
        rollback(GEODATA, state, 1, "")
    assert history.current(state) == 2


def test_a_file_that_says_what_is_known_changes_nothing(tmp_path: Path) -> None:
    plan = planned(batch_of(ports()), tmp_path / "state")
    assert plan.changes_nothing
    assert plan.changes.empty
    assert plan.before == plan.after


def test_data_that_would_not_hold_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    state = tmp_path / "state"
    with pytest.raises(DataError, match="lat"):
        planned(moved("91.0"), state)
    assert not state.exists()


def test_a_preview_of_another_edition_is_not_accepted(tmp_path: Path, state: Path) -> None:
    late = planned(moved("25.7"), tmp_path / "before")
    with pytest.raises(StateError, match="look at it again"):
        accept(late, GEODATA, state, "", lambda _: None)
    assert history.current(state) == 1


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    state = tmp_path / "state"
    plan = planned(moved("25.9"), state)
    with locked(state), pytest.raises(StateError, match="another import"):
        accept(plan, GEODATA, state, "", lambda _: None)


SCRIPT = """
import os, sys
from pathlib import Path
from tests.unit.editions.making import moved, take
import corridors.editions.accept as accepting
import corridors.editions.state as state_module
where = sys.argv[2]
seen = []
def progress(said):
    seen.append(said)
    if where.isdigit() and len(seen) > int(where):
        os._exit(77)
def die(*_):
    os._exit(77)
if where == "before moving":
    accepting.settle = die
if where == "before the pointer":
    accepting.point = die
if where == "before the journal":
    state_module.now = die  # the first thing that its line asks for; the record has its own
take(moved("25.8"), Path(sys.argv[1]), progress)
"""


@pytest.mark.parametrize("where", ["0", "2", "before moving", "before the pointer", "before the journal"])
def test_killed_at_any_moment_the_state_is_whole(tmp_path: Path, where: str, taken: Path) -> None:
    state = tmp_path / "state"
    shutil.copytree(taken, state)
    before = digest(history.folder(state, 1))
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(state), where], cwd=ROOT, env=environment(), check=False)
    assert done.returncode == KILLED
    # The pointer is what commits: only after it the new edition is in force, and then it is whole.
    now = history.current(state)
    assert now == (2 if where == "before the journal" else 1)
    assert history.journal(state)[-1]["current"] == now
    root = history.root(GEODATA, state)
    assert not [finding for finding in check(root) if not finding.ok]
    assert digest(history.folder(state, 1)) == before
    with locked(state):  # the next writer clears what was half made
        assert not list((state / "editions").glob(".staging-*"))


def test_a_full_disk_leaves_the_state_as_it_was(tmp_path: Path, taken: Path) -> None:
    state = tmp_path / "state"
    shutil.copytree(taken, state)
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from corridors.editions.state import StateError\n"
        "from tests.unit.editions.making import moved, planned, GEODATA\n"
        "from corridors.editions.accept import accept\n"
        "plan = planned(moved('25.8'), Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try:\n"
        "    accept(plan, GEODATA, Path(sys.argv[1]), '', lambda said: None)\n"
        "except StateError as error:\n"
        "    sys.exit(5 if 'nothing was changed' in str(error) else 6)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(state)], cwd=ROOT, env=environment(), check=False)
    assert done.returncode == 5
    assert history.current(state) == 1
    assert [path.name for path in (state / "editions").iterdir()] == ["0001"]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}


def test_as_of_a_day_is_the_edition_in_force_at_its_end(tmp_path: Path, taken: Path) -> None:
    assert history.as_of(taken, date(2020, 1, 1)) == 0
    assert history.as_of(taken, datetime.now(UTC).date()) == 1
    assert history.as_of(None, date(2020, 1, 1)) == 0
    assert history.as_of(tmp_path, date(2100, 1, 1)) == 0


def test_a_pointer_that_cannot_be_right_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "current").write_text("seven\n")
    with pytest.raises(DataError, match="corridors rollback"):
        history.current(tmp_path)
    (tmp_path / "current").write_text("7\n")
    with pytest.raises(DataError, match="edition 7"):
        history.current(tmp_path)


def test_the_record_and_the_changes_can_be_read(taken: Path) -> None:
    shipped, one = history.editions(taken)
    assert (shipped.number, shipped.moment) == (0, None)
    assert one.moment is not None
    assert one.data == Store(history.folder(taken, 1)).data_version
    assert one.base == Store(GEODATA).data_version
    changes = pd.read_parquet(history.folder(taken, 1) / history.CHANGES)
    assert changes.loc[0, "after"] == "25.9"
