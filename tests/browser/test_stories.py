"""A view becomes a scene, a story is edited by keyboard, goes out as a file, comes in elsewhere and is presented."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.test_pages import told
from tools.browsers import INTERNAL_NAME, settle
from tools.serving import Server, serving

CLOSING = ("own", "request", "offer")
TOKEN = "a-token-of-some-length"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def editor() -> Iterator[Server]:
    """A server of its own, so that no other test sees the stories that are made here."""
    with serving() as running:
        yield running


def arrive(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)
    if "/stories" in address:
        page.wait_for_selector("#stories-work[data-state]")


def scenes(page: Page) -> list[str]:
    found: list[str] = page.locator(".story-scene").evaluate_all("all => all.map(one => one.id.replace('scene-', ''))")
    return found


def capture(page: Page, address: str) -> None:
    """Open the dialog of the key c on a page."""
    arrive(page, address)
    page.locator("#page").focus()
    page.keyboard.press("c")
    expect(page.locator("#capture")).to_be_visible(timeout=20_000)  # a fresh server makes its cards now


def test_a_view_becomes_a_scene_and_the_story_goes_its_way(
    new_page: Callable[..., Page], serve: Callable[..., Server], tmp_path: Path, console_errors: list[str]
) -> None:
    page, other = new_page(base_url=serve().url), new_page(base_url=serve().url)
    make_a_story(page)
    add_a_scene(page)
    order(page)
    reword(page)
    remove_and_undo(page)
    assert told(Axe().run(page)) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Take it out").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "a-short-river.corridors"
    bring_in(other, file)
    present(other)
    delete(page)
    assert [error for error in console_errors if not any(code in error for code in ("400", "409", "422"))] == []
    console_errors.clear()


def make_a_story(page: Page) -> None:
    """A new story of a view of the evidence, by the key c."""
    capture(page, "/evidence?lang=en&us=traced_to_mexico_per_100k")
    dialog = page.get_by_role("dialog", name="Make a scene of this view")
    assert dialog.get_by_label("Sentence, Spanish").input_value().startswith("De 50,409 armas")
    assert "NFCTA_IV" in dialog.get_by_label("Sources").input_value()
    assert Axe().run(page, context="#capture").response["violations"] == []
    page.keyboard.press("?")
    assert not page.locator("#help").is_visible(), "what is typed here is no key of the page"
    dialog.get_by_label("Title of the new story (EN)").fill("A short river")
    dialog.get_by_role("button", name="Save").press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("Not saved")
    expect(dialog.get_by_label("Title of the new story (ES)")).to_be_focused()
    page.keyboard.type("Un río corto")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("Kept in A short river.")
    page.keyboard.press("Escape")


def add_a_scene(page: Page) -> None:
    """A chart of another view, into the story that is there; then to the page that edits it."""
    capture(page, "/evidence?lang=en&mx=firearm_share_sesnsp&y=2023")
    dialog = page.get_by_role("dialog", name="Make a scene of this view")
    dialog.get_by_label("What it shows").select_option(label="Chart: Where traced guns were first sold")
    assert dialog.get_by_label("Story", exact=True).input_value() == "a-short-river"
    dialog.get_by_label("Title, English").fill("Four states")
    dialog.get_by_label("Message").select_option("local")
    dialog.get_by_role("button", name="Save").click()
    dialog.get_by_role("link", name="Open the story").press("Enter")
    page.wait_for_selector("#stories-work[data-state=story]")
    assert scenes(page)[1:] == ["four-states", *CLOSING]
    pictured(page)


def pictured(page: Page) -> None:
    """Every scene has a small slide of its own, beside words that say what it shows."""
    shown = page.locator(".story-scene img")
    expect(shown).to_have_count(5)
    for one in shown.all():
        one.scroll_into_view_if_needed()
        page.wait_for_function("one => one.complete && one.naturalWidth > 0", arg=one.element_handle())
        assert one.get_attribute("alt") == ""
    found = [page.request.get(one.evaluate("one => one.src")) for one in shown.all()]
    assert [one.headers["content-type"] for one in found] == ["image/svg+xml; charset=utf-8"] * 5
    assert len({one.body() for one in found}) == 5
    assert "Texas" in found[1].text()
    assert "4,345" in found[1].text()


def order(page: Page) -> None:
    """By keys; the three closing scenes stay last."""
    first = scenes(page)[0]
    page.locator("#scene-four-states").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".story-scene").first).to_have_id("scene-four-states")
    expect(page.locator("#scene-four-states")).to_be_focused()
    page.locator("#scene-down-four-states").press("Enter")
    expect(page.locator(".story-said")).to_contain_text("now 2 of 5")
    expect(page.locator("#scene-down-four-states")).to_be_focused()
    page.locator("#scene-up-four-states").press("Enter")
    expect(page.locator(".story-said")).to_contain_text("now 1 of 5")
    expect(page.locator(".story-scene img")).to_have_count(5)
    page.locator("#scene-down-own").press("Enter")
    expect(page.locator(".story-said")).to_contain_text("must end with Mexico’s own part")
    assert scenes(page) == ["four-states", first, *CLOSING]


def reword(page: Page) -> None:
    """A fault stands beside its field; then it is saved."""
    page.locator("#scene-four-states").focus()
    page.keyboard.press("Enter")
    form = page.locator("form[data-scene=four-states]")
    expect(form.get_by_label("Title, English")).to_be_focused()
    form.get_by_label("Notes, English").fill("")
    form.get_by_role("button", name="Save").press("Enter")
    expect(form.get_by_label("Notes, English")).to_be_focused()
    expect(form.locator("[data-field=notes_en] .story-wrong")).to_have_text("Write what is said beside it.")
    form.get_by_label("Notes, English").fill("Counts and rates differ.")
    form.get_by_label("Sources").fill("NONE")
    form.get_by_role("button", name="Save").press("Enter")
    expect(form.locator("[data-field=citations] .story-wrong")).to_have_text("There is no source NONE.")
    form.get_by_label("Sources").fill("NFCTA_IV")
    form.get_by_label("3 minutes").uncheck()
    form.get_by_role("button", name="Save").press("Enter")
    expect(page.locator(".story-said")).to_contain_text("Saved")
    expect(page.locator("#scene-edit-four-states")).to_be_focused()
    expect(page.locator("#stories-work")).to_contain_text("3 minutes: 4 scenes")


def remove_and_undo(page: Page) -> None:
    """Away, and back where it was."""
    before = scenes(page)
    page.locator(f"#scene-{before[1]}").focus()
    page.keyboard.press("Delete")
    expect(page.locator("#story-undo")).to_be_focused()
    assert scenes(page) == [before[0], *CLOSING]
    page.keyboard.press("Enter")
    expect(page.locator(f"#scene-{before[1]}")).to_be_focused()
    assert scenes(page) == before


def bring_in(page: Page, file: Path) -> None:
    """Into another installation: a damaged file is refused, the whole one looked at and taken."""
    arrive(page, "/stories?lang=es")
    damaged = FilePayload(name="x.corridors", mimeType="application/zip", buffer=file.read_bytes()[:-20])
    page.get_by_label("Elegir un archivo").set_input_files(damaged)
    expect(page.locator("#stories-work")).to_contain_text("no se integró")
    page.get_by_label("Elegir un archivo").set_input_files(file)
    expect(page.locator("#story-in")).to_have_text("En este archivo: Un río corto")
    page.get_by_role("button", name="Aceptar").press("Enter")
    page.wait_for_selector("#stories-work[data-state=story]")
    assert (scenes(page)[0], scenes(page)[2:]) == ("four-states", list(CLOSING))
    page.locator("#scene-edit-own").click()
    assert told(Axe().run(page)) == []


def present(page: Page) -> None:
    """From the page that edits it; and it stands on the page Present."""
    page.get_by_role("button", name="Ver en el escenario").click()
    expect(page.locator(".stage")).to_contain_text("18,206")
    page.keyboard.press("Escape")
    expect(page.locator(".stage")).to_have_count(0)
    arrive(page, "/present?lang=es")
    expect(page.get_by_role("heading", name="Un río corto")).to_be_visible()


def delete(page: Page) -> None:
    """Only by its name."""
    page.locator("summary", has_text="Delete the story").press("Enter")
    typed = page.get_by_label("Type a-short-river")
    typed.press("Enter")
    expect(typed).to_be_focused()
    typed.fill("a-short-river")
    typed.press("Enter")
    expect(page.locator("#stories-work")).to_contain_text("None yet.")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("size", [(1366, 768), (820, 1180), (360, 740)])
def test_the_editor_is_accessible_and_fits_every_screen(
    new_page: Callable[..., Page], editor: Server, lang: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = new_page(base_url=editor.url, viewport={"width": width, "height": height}, color_scheme="dark")
    page.add_init_script("localStorage.setItem('corridors.theme', 'dark')")
    arrive(page, f"/stories?lang={lang}")
    assert told(Axe().run(page)) == []
    page.locator(".story-list button").first.click()
    page.wait_for_selector("#stories-work[data-state=story]")
    page.locator(".story-scene button[aria-expanded]").first.click()
    page.locator("#stories-work details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert told(Axe().run(page)) == []
    assert page.evaluate(OVERFLOW) <= 0


def test_where_nothing_may_be_written_the_scene_can_be_taken_along(
    new_page: Callable[..., Page], serve: Callable[..., Server]
) -> None:
    page = new_page(base_url=f"http://{INTERNAL_NAME}:{serve(CORRIDORS_HOST='0.0.0.0').port}")
    arrive(page, "/stories?lang=en")
    expect(page.locator("#stories-work")).to_contain_text("does not let stories be written")
    capture(page, "/district?lang=en&lens=nogales&split=people")
    expect(page.locator("#capture")).to_contain_text("an estimate for analysts")
    page.keyboard.press("Escape")
    capture(page, "/?lang=en")
    expect(page.locator("#capture")).to_contain_text("You cannot write stories here")
    assert Axe().run(page, context="#capture").response["violations"] == []
    page.get_by_role("button", name="Copy as YAML").click()
    expect(page.locator("#toast, #copy").first).to_contain_text("id")


def test_elsewhere_the_token_opens_the_editor(new_page: Callable[..., Page], serve: Callable[..., Server]) -> None:
    server = serve(CORRIDORS_HOST="0.0.0.0", CORRIDORS_ADMIN_TOKEN=TOKEN)
    page = new_page(base_url=f"http://{INTERNAL_NAME}:{server.port}")
    arrive(page, "/stories?lang=es")
    page.get_by_label("Clave de administración").fill("otra")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Esa no es la clave.")
    assert told(Axe().run(page)) == []
    page.get_by_label("Clave de administración").fill(TOKEN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Una historia nueva")).to_be_visible()
