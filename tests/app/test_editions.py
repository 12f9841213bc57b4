"""A server that runs while editions come and go in its state folder: no restart, no old answer, no lost file.

The editions here are written by hand in the layout of `corridors/history.py`: the shipped folder with one fact, the
years of the cube and the manifest changed. What writes real ones is tested with its own room.
"""

import hashlib
import json
import os
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridors import history
from corridors.errors import DataError
from corridors.model.view import ViewState
from corridors.pages import PAGES
from corridors.settings import Settings
from corridors.store import Store
from corridors.text import text
from corridors.web import logs, shell
from corridors.web.stores import Stores
from tests.app.asking import LANGS, body
from tools.serving import DIRECT, ROOT, Server, serving

SHIPPED = ROOT / "geodata"
FIRST, SECOND = "2026-11-10T15:04:05+00:00", "2026-11-20T09:30:00+00:00"
OLD, NEW = 13_452, 13_460  # guns of 2016 before and after edition 1
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def accept(state: Path, number: int, when: str, years: tuple[int, int]) -> Path:
    """Another edition in a state folder, put in force."""
    made = history.folder(state, number)
    shutil.copytree(SHIPPED, made, copy_function=os.link)
    built = made / "built"
    guns = pd.read_parquet(built / "tables" / "trace_totals.parquet")
    guns.loc[guns["value"] == OLD, "value"] = NEW + number
    replace(built / "tables" / "trace_totals.parquet", guns.to_parquet(index=False))
    manifest = json.loads((built / "manifest.json").read_bytes())
    cube = json.loads((built / "web" / manifest["web"]["cube"]).read_bytes())
    content = json.dumps(cube | {"years": years}).encode()
    (built / "web" / manifest["web"]["cube"]).unlink()
    manifest["web"]["cube"] = f"cube.{hashlib.sha256(content).hexdigest()[:8]}.json"
    (built / "web" / manifest["web"]["cube"]).write_bytes(content)
    replace(built / "manifest.json", json.dumps(manifest).encode())
    cells = [("restated", str(OLD + at), str(NEW + at)) for at in range(15)] + [("added", "", "7")]
    key = json.dumps({"edition": "ATF Mexico 2011-2016", "year_start": "2016", "measure": "us_sourced"})
    pd.DataFrame(
        [
            {"table": "trace_totals", "key": key, "column": "value", "before": a, "after": b, "change": change}
            for change, a, b in cells
        ]
    ).to_parquet(made / history.CHANGES)
    record = history.Edition(
        number, accepted=when, by="ana", source="atf_traces", source_ids=("ATF_MX_2011_2016",),
        edition="2011-2016, restated", published="2026-10", file="traces.csv", sha256="ab" * 32,
        data=Store(made).data_version, parent=number - 1, restated=15, added=1,
        totals={"us_sourced": NEW + number}, before={"us_sourced": OLD},
        warnings=({"en": "A printed total is off.", "es": "Un total impreso no cuadra."},),
    )  # fmt: skip
    (made / history.RECORD).write_text(json.dumps(asdict(record)))
    point(state, number, when, "accept")
    return made


def replace(path: Path, content: bytes) -> None:
    """Another file in place of one that is a link to the shipped one."""
    path.unlink()
    path.write_bytes(content)


def point(state: Path, number: int, when: str, action: str) -> None:
    """Puts an edition in force as the writer does: a new file over the pointer, a line in the journal."""
    with (state / history.JOURNAL).open("a") as journal:
        journal.write(json.dumps({"when": when, "who": "ana", "action": action, "current": number}) + "\n")
    fresh = state / "current.new"
    fresh.write_text(f"{number}\n")
    fresh.replace(state / history.CURRENT)


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


@pytest.fixture(scope="module")
def running(state: Path) -> Iterator[Server]:
    with serving(CORRIDORS_STATE=str(state)) as server:
        yield server


@pytest.fixture(scope="module")
def seen(running: Server, state: Path) -> dict[str, dict[str, str]]:
    """What one running server says before any import, after one, after two, and after the way back."""
    found = {"shipped": look(running)}
    accept(state, 1, FIRST, (1990, 2025))
    found["first"] = look(running)
    accept(state, 2, SECOND, (1990, 2026))
    found["second"] = look(running)
    point(state, 0, "2026-11-21T08:00:00+00:00", "rollback")
    found["back"] = look(running)
    point(state, 2, "2026-11-22T08:00:00+00:00", "rollback")
    return found


def look(server: Server) -> dict[str, str]:
    return {
        "version": json.loads(server.get("/health"))["data"],
        "document": server.get("/evidence?lang=en").decode(),
        "page": drawn(server, "/evidence", "?lang=en"),
        "csv": server.get("/download/totals.csv?lang=en").decode(),
        "changes": drawn(server, "/changes", "?lang=en"),
    }


def drawn(server: Server, path: str, search: str) -> str:
    """The main area of a page, as the browser asks for it."""
    sent = json.dumps(body(path, search)).encode()
    asked = urllib.request.Request(server.url + "/_dash-update-component", sent, {"Content-Type": "application/json"})
    with DIRECT.open(asked, timeout=60) as answer:
        said: dict[str, Any] = json.load(answer)
    return str(said["response"]["page"]["children"])


def status(server: Server, path: str) -> int:
    try:
        with DIRECT.open(server.url + path, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def cube(page: str) -> str:
    start = page.index("cube.")
    return page[start : start + len("cube.00000000.json")]


def test_everything_follows_the_edition_in_force_without_a_restart(seen: dict[str, dict[str, str]]) -> None:
    names = ("shipped", "first", "second")
    assert len({seen[name]["version"] for name in names}) == 3
    for name in names:
        assert f'data-edition="{seen[name]["version"][:7]}"' in seen[name]["document"]
        assert seen[name]["version"] in seen[name]["csv"]
        assert seen[name]["version"] in seen[name]["page"]
    assert f"{OLD}," in seen["shipped"]["csv"]
    assert f"{NEW + 1}," in seen["first"]["csv"]
    assert f"{NEW + 2}," in seen["second"]["csv"]
    assert "&quot;years&quot;:[1990,2026]" in seen["second"]["page"] or '"years":[1990,2026]' in seen["second"]["page"]


def test_the_way_back_is_as_it_was(seen: dict[str, dict[str, str]]) -> None:
    for part in ("version", "page", "csv"):
        assert seen["back"][part] == seen["shipped"][part]
    # But what was done is not forgotten.
    assert text("changes.place.aside", "en") in seen["back"]["changes"]
    assert text("changes.step.rollback", "en") in seen["back"]["changes"]
    assert text("changes.history.none", "en") in seen["shipped"]["changes"]


def test_the_files_of_every_kept_edition_are_served(running: Server, seen: dict[str, dict[str, str]]) -> None:
    names = {cube(seen[name]["page"]) for name in ("shipped", "first", "second")}
    assert len(names) == 3
    assert {status(running, f"/data/{name}") for name in names} == {200}
    for wrong in ("cube.00000000.json", "manifest.json", "edition.json", "..%2Fedition.json"):
        assert status(running, f"/data/{wrong}") == 404


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize(
    ("day", "said", "value"),
    [
        ("2026-11-09", "asof.shipped", OLD),
        ("2026-11-10", "asof.edition", NEW + 1),
        ("2026-11-19", "asof.edition", NEW + 1),
        ("2026-11-20", "asof.edition", NEW + 2),
        ("2026-11-21", "asof.shipped", OLD),
        ("2026-11-30", "asof.edition", NEW + 2),
    ],
)
def test_a_day_shows_the_product_as_it_stood_at_its_end(running: Server, day: str, said: str, value: int) -> None:
    search = f"?lang=es&asof={day}"
    page = drawn(running, "/sources", search)
    assert text(said, "es").partition("{")[0] in page
    assert text("asof.show_latest", "es") in page
    latest = value == NEW + 2
    assert (text("asof.latest", "es") in page) == latest
    assert (text("asof.not_latest", "es") in page) == (not latest)
    taken = running.get(f"/download/totals.csv{search}").decode()
    assert f"{value}," in taken
    assert f"asof={day}" in taken


@pytest.mark.usefixtures("seen")
def test_links_keep_the_day_and_one_leaves_it(running: Server) -> None:
    page = drawn(running, "/", "?lang=en&asof=2026-11-12&o=US-TX")
    assert "/evidence?v=1&amp;lang=en&amp;o=US-TX&amp;asof=2026-11-12" in page or "o=US-TX&asof=2026-11-12" in page
    assert "o=US-TX&asof='" in page or 'o=US-TX&amp;asof="' in page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("seen")
def test_the_page_tells_what_each_edition_changed(running: Server, lang: str) -> None:
    page = drawn(running, "/changes", f"?lang={lang}")
    for part in ("15,668", "16,133", "ab" * 32, "traces.csv", "2011-2016, restated", "13,452", "13,460"):
        assert part in page, part
    assert text("changes.cells.more", lang, count="3") in page
    assert text("changes.edition", lang, number=2) in page
    assert {"en": "A printed total is off.", "es": "Un total impreso no cuadra."}[lang] in page


@pytest.mark.usefixtures("seen")
def test_all_changes_of_an_edition_can_be_taken_away(running: Server) -> None:
    lines = running.get("/download/changes-0001.csv?lang=en").decode("utf-8-sig").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert len(rows) == 1 + 16
    assert "ab" * 32 in "\n".join(lines[:8])
    assert status(running, "/download/changes-0000.csv") == 404
    assert status(running, "/download/changes-0099.csv") == 404


@pytest.mark.usefixtures("seen")
def test_a_pointer_that_breaks_meanwhile_ends_nothing(running: Server, state: Path) -> None:
    pointer = state / history.CURRENT
    kept = pointer.read_bytes()
    replace(pointer, b"seven")
    assert [status(running, path) for path in ("/", "/health", "/data/cube.00000000.json")] == [500, 503, 500]
    assert text("state.data_title", "en") in drawn(running, "/", "?lang=en")
    replace(pointer, kept)
    assert [status(running, path) for path in ("/", "/health")] == [200, 200]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(state=tmp_path)


def test_a_request_costs_one_look_at_the_pointer(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    accept(settings.state, 1, FIRST, (1990, 2025))
    stores = Stores(settings, lambda: NOW)
    kept = stores.now()
    looks: list[Path] = []
    stat = Path.stat

    def look_at(path: Path, **options: bool) -> os.stat_result:
        looks.append(path)
        return stat(path, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", look_at)
        assert stores.now() is kept
        assert stores.of(ViewState()) is kept
    assert looks == [settings.state / history.CURRENT] * 2


def test_stores_stay_open_and_threads_share_them(settings: Settings) -> None:
    stores = Stores(settings, lambda: NOW)
    shipped = stores.now()
    accept(settings.state, 1, FIRST, (1990, 2025))
    views = [ViewState(), ViewState(as_of="2026-11-01")] * 16
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(stores.of, views))
    assert {id(store) for store in found[::2]} == {id(stores.now())}
    assert {id(store) for store in found[1::2]} == {id(shipped)}
    assert stores.now().edition == 1
    point(settings.state, 0, SECOND, "rollback")
    assert stores.now() is shipped


def test_a_kept_answer_is_asked_for_anew_after_an_import_and_on_another_day(settings: Settings) -> None:
    days = iter((NOW, NOW, NOW, NOW.replace(day=25)))
    stores = Stores(settings, lambda: next(days))
    first = stores.mark()
    assert stores.mark() == first
    accept(settings.state, 1, FIRST, (1990, 2025))
    second = stores.mark()
    assert second != first
    assert stores.mark() != second


@pytest.mark.parametrize("said", ["seven", "7", "\xff"])
def test_a_pointer_that_cannot_be_read_is_an_error_and_the_page_says_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    settings.state.joinpath(history.CURRENT).write_bytes(said.encode("latin-1"))
    stores = Stores(settings, lambda: NOW)
    with pytest.raises(DataError):
        stores.now()
    logged: list[str] = []
    monkeypatch.setattr(logs, "failure", lambda error, _: logged.append(str(error)))
    page = str(shell.render(PAGES, stores, "/", "/", "?lang=es"))
    assert "corridors rollback" in logged[0]
    assert text("state.data_title", "es") in page
    assert str(settings.state) not in page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("year", "said"), [(2009, "behind"), (2026, ""), (2066, "ahead")])
def test_a_wrong_clock_is_said_on_the_page(settings: Settings, year: int, said: str, lang: str) -> None:
    stores = Stores(settings, lambda: NOW.replace(year=year))
    page = str(shell.render(PAGES, stores, "/", "/changes", f"?lang={lang}"))
    for clock in ("behind", "ahead"):
        words = text(f"changes.clock.{clock}", lang).partition("{day}")[2]
        assert (words in page) == (clock == said)
    assert ("state-late" in page) == (said == "")


@pytest.mark.parametrize("lang", LANGS)
def test_an_edition_made_before_tables_were_computed_says_what_to_do(
    serve: Callable[..., Server], tmp_path: Path, lang: str
) -> None:
    made = accept(tmp_path, 1, FIRST, (1990, 2025))
    shutil.rmtree(made / "built" / "derived")
    manifest = json.loads((made / "built" / "manifest.json").read_bytes())
    (made / "built" / "web" / manifest["web"].pop("corridor_dial")).unlink()
    replace(made / "built" / "manifest.json", json.dumps(manifest).encode())
    server = serve(CORRIDORS_STATE=str(tmp_path))
    for path in ("/corridors", "/backtest"):
        page = drawn(server, path, f"?lang={lang}")
        assert text("flow.absent.title", lang) in page
        assert "corridors build" in page
        assert text("state.data_title", lang) not in page
    assert text("analysis.gone", lang) in drawn(server, "/analysis", f"?lang={lang}")
    for name in ("corridors-2022-2023-fitted-ports-seizures", "backtest"):
        assert status(server, f"/download/{name}.csv") == 404
