"""An import in a listing leads to its entry, and is copied as it was."""

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from lecture_site.browser.arriving import arrive
from looking import OPEN_ALL, PHONE, WIDE

LISTING = ".highlight:has(a.code-link[href$='optimisers.SGD'])"
HEIGHT = "element => element.getBoundingClientRect().height"
UNLINKED = """element => {
  for (const link of element.querySelectorAll("a.code-link"))
    link.replaceWith(...link.childNodes);
}"""


def opened(open_context: Open, url: str, **options: object) -> Page:
    page = open_context(viewport=WIDE, **options).new_page()
    arrive(page, f"{url}momentum_and_adam/")
    page.evaluate(OPEN_ALL)
    return page


def test_a_link_is_followed_by_key_to_the_entry_and_back(
    url: str, open_context: Open
) -> None:
    page = opened(open_context, url)
    link = page.locator(f"{LISTING} a[href$='optimisers.SGD']").first
    link.focus()
    page.keyboard.press("Enter")
    entry = page.locator("[id='lecture_code.optimisers.SGD']")
    expect(entry).to_be_in_viewport()
    back = page.locator(".api__uses a[href*='momentum_and_adam']").first
    back.click()
    page.wait_for_url("**/momentum_and_adam/**")


def test_a_link_changes_nothing_but_its_look(
    url: str, open_context: Open
) -> None:
    page = opened(open_context, url)
    listing = page.locator(LISTING).first.element_handle()
    assert listing
    text, height = listing.inner_text(), listing.evaluate(HEIGHT)
    link = listing.query_selector("a.code-link")
    assert link
    link.hover()
    assert listing.evaluate(HEIGHT) == height
    listing.evaluate(UNLINKED)
    assert listing.inner_text() == text
    assert listing.evaluate(HEIGHT) == height


def test_what_is_copied_is_the_code(url: str, open_context: Open) -> None:
    page = opened(
        open_context, url, permissions=["clipboard-read", "clipboard-write"]
    )
    listing = page.locator(LISTING).first
    code = listing.locator("pre code").inner_text()
    listing.hover()
    listing.locator("[data-md-type='copy'], .md-clipboard").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "from lecture_code.optimisers import" in copied
    assert copied.strip() == code.strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_entry_fits_a_phone_with_all_unfolded(
    scheme: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=PHONE, color_scheme=scheme).new_page()
    page.goto(f"{url}teaching_code/losses/")
    page.evaluate(OPEN_ALL)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
