"""The ledger in a browser: filtered by keys, sorted, reached by an anchor; a message copied with its base."""

from playwright.sync_api import Page, expect

from tools.browsers import settle

SHOWN = "#claims-list > li:visible"


def test_the_ledger_is_filtered_and_sorted_by_keys(page: Page) -> None:
    page.goto("/claims?lang=en")
    settle(page)
    expect(page.locator("#claims-told")).to_have_text("64 of 64 claims shown.")
    page.locator("#claims-query").focus()
    page.keyboard.type("correlation")
    expect(page.locator("#claims-told")).not_to_have_text("64 of 64 claims shown.")
    assert 0 < page.locator(SHOWN).count() < 10
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "claims-verdict"
    page.keyboard.press("c")  # a select takes the first letter of a choice: Contradicted
    expect(page.locator("#claims-verdict")).to_have_value("contradicted")
    verdicts = page.locator(SHOWN).evaluate_all("items => [...new Set(items.map(item => item.dataset.verdict))]")
    assert verdicts == ["contradicted"]
    page.locator("#claims-verdict").select_option("")
    # The count of a verdict is a switch of the same filter.
    slips = page.locator("[data-verdict-to=slip]")
    slips.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#claims-verdict")).to_have_value("slip")
    expect(slips).to_have_attribute("aria-pressed", "true")
    assert page.locator(SHOWN).count() == int(slips.locator("b").inner_text())
    page.keyboard.press("Enter")
    expect(page.locator("#claims-told")).to_have_text("64 of 64 claims shown.")
    page.locator("#claims-sort").select_option("verdict")
    ranks = page.locator("#claims-list > li").evaluate_all("items => items.map(item => Number(item.dataset.rank))")
    assert ranks == sorted(ranks)


def test_a_link_to_a_claim_opens_it_and_a_link_to_a_group_filters(page: Page) -> None:
    page.goto("/claims?lang=es#paper-50")
    settle(page)
    expect(page.locator("#paper-50 details")).to_have_attribute("open", "")
    expect(page.locator("#paper-50")).to_be_in_viewport()
    page.goto("/claims?lang=es&show=no-longer")
    settle(page)
    expect(page.locator("#claims-verdict")).to_have_value("no-longer")
    assert page.locator("#claims-list > li:visible [class*=verdict-holds]").count() == 0


def test_from_the_menu_to_a_claim_and_to_what_is_no_longer_said(page: Page) -> None:
    page.goto("/?lang=en")
    settle(page)
    page.locator("nav a[href*='/messages']").first.click()
    expect(page.locator("h1")).to_have_text("What every office says")
    expect(page.locator(".neutral-words")).to_contain_text("Mexico takes no position on the Second Amendment")
    assert page.locator(".message:not(.is-held)").count() == 6
    page.locator("#prevention .rests a").first.click()
    expect(page.locator("#paper-23 details")).to_have_attribute("open", "")
    expect(page.locator("#shell-nav a[aria-current]")).to_have_text("Messages")
    page.locator("a[href*='/no-longer']").first.click()
    expect(page.locator("h1")).to_have_text("What we no longer say")
    expect(page.locator("body")).to_contain_text("36,685")


def test_a_message_is_copied_with_its_base_and_the_neutral_sentence(page: Page) -> None:
    page.goto("/messages?lang=es")
    settle(page)
    page.locator("#shared [data-copy]").click()
    expect(page.locator("#announce")).not_to_be_empty()
    copied = page.locator("#shared [data-copy]").get_attribute("data-copy") or ""
    assert "Base: " in copied
    assert "Segunda Enmienda" in copied
