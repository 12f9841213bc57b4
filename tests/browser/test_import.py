"""The import page: drop, look, accept, in both languages, by keyboard, with and without a token."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.test_pages import told
from tests.unit.test_cli_editions import matrix
from tools.browsers import INTERNAL_NAME, settle
from tools.serving import Server, serving

SERVER = str(Path(__file__).with_name("import_server.py"))
TOKEN = "a-token-of-some-length"
DROP = """([name, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  const options = { bubbles: true, cancelable: true, dataTransfer: data };
  for (const kind of ["dragover", "drop"]) document.querySelector("h1").dispatchEvent(new DragEvent(kind, options));
}"""


@pytest.fixture(scope="module")
def stub() -> Iterator[Server]:
    """The product with a command line that does what the file says."""
    with serving((SERVER,), CORRIDORS_ADMIN_TOKEN=TOKEN, CORRIDORS_MAX_IMPORT_BYTES="100000") as running:
        yield running


@pytest.fixture
def open_import(stub: Server, new_page: Callable[..., Page]) -> Callable[..., Page]:
    def opened(query: str = "lang=en", **options: Any) -> Page:
        page = new_page(**{"base_url": stub.url, **options})
        page.goto(f"/import?{query}")
        settle(page)
        page.wait_for_selector("#import-work[data-state]")
        return page

    return opened


def file_that(does: str, **more: Any) -> FilePayload:
    return {
        "name": f"{does} <b>2014</b>.csv",
        "mimeType": "text/csv",
        "buffer": json.dumps({"does": does, **more}).encode(),
    }


def choose(page: Page, does: str, state: str, **more: Any) -> None:
    page.locator("#import-file").set_input_files(file_that(does, **more))
    page.wait_for_selector(f"#import-work[data-state={state}]")


def inbox(server: Server) -> list[str]:
    """The jobs that a server keeps."""
    found = server.log.parent / "state" / "inbox"
    return [path.name for path in found.iterdir() if path.is_dir()] if found.is_dir() else []


def test_a_file_is_looked_at_and_accepted_by_keyboard(open_import: Callable[..., Page]) -> None:
    page = open_import()
    page.keyboard.press("Tab")
    page.locator("#import-file").focus()
    ring = page.locator("label[for=import-file]").evaluate("(label) => getComputedStyle(label).outlineStyle")
    assert ring == "solid"
    choose(page, "preview", "previewed")
    outcome = page.locator("#import-outcome")
    expect(outcome).to_be_focused()
    expect(outcome).to_have_text("Firearms sourced and recovered — calendar year 2014")
    work = page.locator("#import-work")
    for words in ("preview <b>2014</b>.csv", "2,916", "174,650", "The total of Ohio is 3 below its cells.", "16,133"):
        expect(work).to_contain_text(words)
    page.locator("#import-by").focus()
    page.keyboard.press("Enter")
    assert work.get_attribute("data-state") == "previewed"  # a name is needed
    page.keyboard.type("Ana Ruiz")
    page.keyboard.press("Enter")
    page.wait_for_selector("#import-work[data-state=accepted]")
    expect(outcome).to_have_text("Taken in as edition 1")
    expect(outcome).to_be_focused()
    page.locator("#import-work a[href*='/changes']").click()
    expect(page.locator("h1")).not_to_have_text("Bring in an official file")
    page.locator("#shell-nav a[href*='/import']").click()
    page.wait_for_selector("#import-work[data-state=accepted]")
    page.reload()
    page.wait_for_selector("#import-work[data-state=start]")


def test_problems_are_a_table_that_changes_its_language_in_place(open_import: Callable[..., Page]) -> None:
    page = open_import()
    choose(page, "refuse", "refused", answer={"more": 12})
    problems = page.locator(".import-problems")
    expect(page.locator("#import-work")).to_contain_text(
        "refuse <b>2014</b>.csv — problems found: 13. Nothing was changed."
    )
    expect(problems.locator("thead th")).to_have_text(["Row", "Column", "Found", "Expected", "What to do"])
    expect(problems.locator("tbody td")).to_have_text(
        ["7", "Enero", "n/d", "A number was expected.", "Correct the cell."]
    )
    page.locator("[data-lang-to=es]").click()
    page.wait_for_selector("html[lang^=es] #import-work[data-state=refused]")
    expect(page.locator(".import-problems tbody td").nth(3)).to_have_text("Se esperaba un número.")
    expect(page.locator("#import-work")).to_contain_text("problemas encontrados: 13.")


def test_a_field_that_a_problem_asks_for_is_shown_and_sent(open_import: Callable[..., Page]) -> None:
    page = open_import()
    choose(page, "refuse", "refused", answer={"problems": [{"code": "records_terms", "expected": {"en": "Why?"}}]})
    expect(page.locator(".import-extra")).to_have_attribute("open", "")
    page.locator("#import-purpose").fill("a study")
    page.locator(".import-again").click()
    page.wait_for_selector("#import-work[data-state=refused] .import-problems")
    expect(page.locator("#import-purpose")).to_have_value("a study")


def test_a_file_can_be_dropped_anywhere_on_the_page(open_import: Callable[..., Page]) -> None:
    page = open_import()
    page.evaluate(DROP, ["a.csv", json.dumps({"does": "preview"})])
    page.wait_for_selector("#import-work[data-state=previewed]")
    assert "/import" in page.url


def test_what_is_too_large_or_empty_is_never_sent(open_import: Callable[..., Page], requests_log: list[str]) -> None:
    page = open_import()
    for size, words in ((100_001, "The file is larger than 100 kB."), (0, "The file is empty.")):
        page.locator("#import-file").set_input_files({"name": "x", "mimeType": "x/x", "buffer": b"x" * size})
        expect(page.locator("#import-outcome")).to_have_text(words)
    asked = [url for url in requests_log if "/admin/import" in url]
    assert len(asked) == 1


def test_a_preview_can_be_cancelled_and_is_forgotten_with_the_page(
    open_import: Callable[..., Page], stub: Server
) -> None:
    page = open_import()
    before = set(inbox(stub))
    choose(page, "hang", "previewing")
    expect(page.locator("#import-amount")).to_have_text("67%")
    page.locator("#import-work button").click()
    page.wait_for_selector("#import-work[data-state=start]")
    expect(page.locator("#import-file")).to_be_focused()
    choose_when_free(page, "preview")
    assert len(set(inbox(stub)) - before) == 1
    page.goto("about:blank")
    page.wait_for_timeout(500)
    assert not set(inbox(stub)) - before


def choose_when_free(page: Page, does: str) -> None:
    """Choose a file, and again while the command of a cancelled one still ends."""
    page.locator("#import-file").set_input_files(file_that(does))
    page.wait_for_selector("#import-work[data-state=previewed], #import-work[data-state=error]")
    if page.locator("#import-work[data-state=error]").count():
        page.get_by_role("button", name="Read it again").click()
        page.wait_for_selector("#import-work[data-state=previewed]")


def test_two_tabs_take_turns(open_import: Callable[..., Page], console_errors: list[str]) -> None:
    one, other = open_import(), open_import()
    choose(one, "hang", "previewing")
    choose(other, "preview", "error")
    expect(other.locator("#import-outcome")).to_contain_text("Another file is being read")
    console_errors.clear()  # the browser reports the 409 that was asked for
    one.locator("#import-work button").click()
    one.wait_for_timeout(500)
    other.get_by_role("button", name="Read it again").click()
    other.wait_for_selector("#import-work[data-state=previewed]")


def test_a_reader_that_breaks_down_is_said_in_words(open_import: Callable[..., Page]) -> None:
    page = open_import("lang=es")
    choose(page, "crash", "failed")
    expect(page.locator("#import-work")).to_contain_text("El proceso que lo leía terminó antes de tiempo.")
    choose(page, "fail", "refused")
    expect(page.locator("#import-work")).to_contain_text("the state folder is in use")


def test_elsewhere_the_token_is_asked_for_and_forgotten(open_import: Callable[..., Page], stub: Server) -> None:
    page = open_import(base_url=f"http://{INTERNAL_NAME}:{stub.port}")
    assert page.locator("#import-file").count() == 0
    page.locator("#import-token").fill("not the token of this server")
    page.keyboard.press("Enter")
    expect(page.locator("#import-token-wrong")).to_have_text("That is not the token.")
    expect(page.locator("#import-token")).to_be_focused()
    assert told(Axe().run(page)) == []
    page.locator("#import-token").fill(TOKEN)
    page.keyboard.press("Enter")
    choose(page, "preview", "previewed")
    page.locator("#import-by").fill("Ana Ruiz")
    page.locator(".import-decision button[type=submit]").click()
    page.wait_for_selector("#import-work[data-state=accepted]")
    kept = page.evaluate(
        "JSON.stringify([Object.values(localStorage), Object.values(sessionStorage), document.cookie])"
    )
    assert TOKEN not in kept
    page.reload()
    page.wait_for_selector("#import-work[data-state=token]")


def test_where_nothing_may_be_written_the_page_says_how(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page(base_url=f"http://{INTERNAL_NAME}:{server.port}")
    page.goto("/import?lang=en")
    page.wait_for_selector("#import-work[data-state=closed]")
    expect(page.locator("#import-work")).to_contain_text("CORRIDORS_ADMIN_TOKEN")
    expect(page.locator(".import-about pre")).to_contain_text("corridors import FILE --accept")
    assert page.locator("input[type=file]").count() == 0


@pytest.mark.parametrize(
    ("width", "lang", "themes"), [(1366, "en", ["light", "dark"]), (390, "es", ["dark"]), (320, "es", [])]
)
def test_every_state_passes_axe_and_fits(
    open_import: Callable[..., Page], width: int, lang: str, themes: list[str]
) -> None:
    page = open_import(f"lang={lang}", viewport={"width": width, "height": 768})
    for does, state in (("", "start"), ("preview", "previewed"), ("refuse", "refused"), ("crash", "failed")):
        if does:
            choose(page, does, state)
        page.locator(".import-extra").evaluate("(details) => (details.open = true)")
        for theme in themes:
            page.evaluate("theme => (document.documentElement.dataset.theme = theme)", theme)
            assert told(Axe().run(page)) == [], (state, theme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state


def ended(page: Page) -> None:
    """Wait until the real command has ended, well or not."""
    under_way = ["uploading", "previewing", "accepting", "start"]
    state = "(ways) => !ways.includes(document.getElementById('import-work').dataset.state)"
    page.wait_for_function(state, arg=under_way, timeout=120_000)


def test_an_accepted_file_is_shown_everywhere_without_a_restart(
    serve: Callable[..., Server], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    server = serve()
    page = new_page(base_url=server.url)
    view = "/evidence?lang=en&us=exported_to_other_states&y=2018&o=US-TX"
    page.goto(view)
    page.wait_for_selector("#evidence[data-ready]")
    sentence = page.locator("#sentence")
    before = sentence.inner_text()
    page.locator("#shell-nav a[href*='/import']").click()
    page.wait_for_selector("#import-work[data-state=start]")
    page.locator("#import-file").set_input_files(matrix(tmp_path / "any name.bin"))
    ended(page)
    work = page.locator("#import-work")
    expect(work).to_contain_text("ATF, firearms sourced and recovered, by state")
    expect(work).to_contain_text("any name.bin")
    assert not (server.log.parent / "state" / "current").exists()
    page.locator("#import-by").fill("Ana Ruiz")
    page.locator(".import-decision button[type=submit]").click()
    ended(page)
    expect(page.locator("#import-outcome")).to_have_text("Taken in as edition 1")
    expect(page.locator(".shell-fresh")).not_to_contain_text("As shipped")
    page.locator("#import-work a[href*='/changes']").click()
    expect(page.locator("#page")).to_contain_text("Ana Ruiz")
    expect(page.locator("#page")).to_contain_text("any name.bin")
    page.goto(view)
    page.wait_for_selector("#evidence[data-ready]")
    expect(sentence).to_contain_text("Texas: 5 firearms (Guns traced to other states, number, 2018)")
    assert "Texas: 5 firearms" not in before
    journal = (server.log.parent / "state" / "journal.jsonl").read_text(encoding="utf-8")
    assert json.loads(journal.splitlines()[0])["who"] == "Ana Ruiz"
    assert "import accept" in server.log.read_text(encoding="utf-8")
    # The same file once more changes nothing.
    page.goto("/import?lang=en")
    page.wait_for_selector("#import-work[data-state=start]")
    page.locator("#import-file").set_input_files(matrix(tmp_path / "any name.bin"))
    ended(page)
    expect(work).to_contain_text("Nothing would change")
    assert page.locator("#import-by").count() == 0
