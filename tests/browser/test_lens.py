"""The lens of a consulate in a real browser: chosen, followed by every page, changed, doubled, and left."""

import re

from playwright.sync_api import Page, expect

DRAWN = "#lens-map[data-drawn]"
READY = "#evidence[data-ready]"
SETTLED = "() => !document.documentElement.classList.contains('is-moving')"


def goto(page: Page, path: str) -> None:
    page.locator(".brand" if path == "/" else f"#shell-nav a[href*='{path}']").click()
    page.wait_for_function(SETTLED)


def test_a_consulate_chosen_by_keys_is_followed_by_the_whole_product(page: Page) -> None:
    page.goto("/district?lang=en")
    page.wait_for_selector(DRAWN)
    expect(page.locator("#shell-lens")).to_be_hidden()
    page.locator("#district-query").focus()
    page.keyboard.type("san die")
    page.keyboard.press("Enter")
    expect(page.locator("#district-name")).to_have_text("Consulate General of Mexico in San Diego")
    expect(page).to_have_url(re.compile(r"[?&]lens=san-diego(&|$)"))
    expect(page.locator("#shell-lens-name")).to_have_text("San Diego")
    expect(page.locator("#san-diego-border")).to_be_visible()
    # Every page follows, and its links keep the lens.
    goto(page, "/evidence")
    page.wait_for_selector(READY)
    expect(page.locator("#sentence")).to_contain_text("For the district of San Diego nothing is published by district")
    expect(page.locator(".outline.is-chosen").first).to_be_attached()
    goto(page, "/corridors")
    page.wait_for_selector("#flow-district")
    expect(page.locator("#flow-district")).to_have_value("D-san-diego")
    goto(page, "/")
    expect(page.locator("#sentence")).to_contain_text("1,575")
    expect(page.locator(".home-district")).to_contain_text("San Diego")
    assert "lens=san-diego" in page.url
    assert "o=D-" not in page.url
    # Left by keys: the whole country again, and the focus is not lost.
    page.locator("#shell-lens-clear").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#shell-lens")).to_be_hidden()
    expect(page.locator("#sentence")).to_contain_text("13,861")
    assert "lens=" not in page.url
    assert page.evaluate("document.activeElement.id") == "page"


def test_the_evidence_changes_its_lens_without_a_request(page: Page, requests_log: list[str]) -> None:
    page.goto("/evidence?lang=en&lens=san-diego")
    page.wait_for_selector(f"{READY}[data-charts]")
    before = len(requests_log)
    page.evaluate("corridors.act({ kind: 'lens', value: 'D-el-paso' })")
    expect(page.locator("#sentence")).to_contain_text("For the district of El Paso")
    expect(page.locator("#shell-lens-name")).to_have_text("El Paso")
    expect(page).to_have_url(re.compile("lens=el-paso"))
    page.locator("#shell-lens-clear").click()
    expect(page.locator("#sentence")).to_contain_text("13,861")
    expect(page.locator("#shell-lens")).to_be_hidden()
    assert requests_log[before:] == []


def test_two_districts_stand_side_by_side(page: Page) -> None:
    page.goto("/district?lang=es&lens=austin,el-paso")
    page.wait_for_selector(DRAWN)
    expect(page.locator(".lens-column")).to_have_count(2)
    # The same quantity of both in one row, and what one of them has not is said.
    rows = page.locator(".lens-compare tbody tr")
    expect(rows.first.locator("td")).to_have_text([re.compile("7,825"), re.compile("492.*7,825")])
    expect(page.locator(".lens-compare tr", has_text="Puertos de entrada").locator("td").first).to_have_text(
        "no publicado"
    )
    expect(page.locator("#shell-lens-name")).to_have_text("Austin · El Paso")
    expect(page.locator(".lens-chosen")).to_have_count(2)
    expect(page.locator(".lens-hatched[data-counties]")).to_be_attached()
    page.locator("#lens-beside").select_option("laredo")
    expect(page).to_have_url(re.compile(r"lens=austin,laredo"))
    expect(page.locator("#district-name-2")).to_contain_text("Laredo")
    page.locator("#lens-beside").select_option("")
    expect(page.locator(".lens-column")).to_have_count(1)
    # A consulate's dot on the map is another way to its lens.
    page.wait_for_selector(DRAWN)
    page.locator("#lens-map circle[data-choose='D-san-antonio']").dispatch_event("click")
    expect(page.locator("#district-name")).to_contain_text("San Antonio")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_number_that_leads_opens_its_card(page: Page) -> None:
    page.goto("/district?lang=en&lens=san-diego")
    page.wait_for_selector(DRAWN)
    page.locator(".lens-numbers a").first.focus()
    page.keyboard.press("Enter")
    said = page.locator("#san-diego-traced-US-CA .saying-say")
    expect(said).to_contain_text("1,575")
    expect(said).to_be_in_viewport()
    # On another page the number leads to the same place.
    page.goto("/?lang=en&lens=san-diego")
    page.wait_for_selector(".home-district .lens-numbers")
    page.locator(".home-district .lens-numbers a").first.click()
    expect(page.locator("#san-diego-traced-US-CA")).to_be_in_viewport()
    assert "lens=san-diego" in page.url


def test_a_split_is_off_until_asked_for_and_its_link_keeps_it(page: Page) -> None:
    page.goto("/district?lang=en&lens=el-paso")
    page.wait_for_selector(DRAWN)
    expect(page.locator(".lens-estimate")).to_have_count(0)
    page.locator(".lens-switch a", has_text="By people").click()
    expect(page.locator(".lens-estimate")).to_contain_text("ESTIMATE, not ATF data")
    assert "split=people" in page.url
    page.locator(".lens-switch a", has_text="Off").click()
    expect(page.locator(".lens-estimate")).to_have_count(0)
    assert "split" not in page.url


def test_a_lens_of_nobody_and_one_without_a_district_say_so(page: Page) -> None:
    page.goto("/evidence?lang=en&lens=atlantis")
    page.wait_for_selector(READY)
    expect(page.locator(".shell-notice")).to_contain_text("“atlantis” is not a consulate we know")
    expect(page.locator("#sentence")).to_contain_text("13,861")
    expect(page.locator("#shell-lens")).to_be_hidden()
    page.goto("/evidence?lang=en&lens=san-juan")
    page.wait_for_selector(READY)
    expect(page.locator("#sentence")).to_contain_text("San Juan is a consulate without a district")
    page.goto("/district?lang=en&lens=%3Cscript%3E")
    expect(page.locator(".shell-notice")).to_be_visible()
