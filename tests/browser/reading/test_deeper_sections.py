"""A section that goes deeper opens for whoever is led to it, and in print."""

from playwright.sync_api import Page, expect

from conftest import Open
from lecture_site.browser.arriving import arrive


def page_at(place: str, url: str, open_context: Open) -> Page:
    page = open_context().new_page()
    arrive(page, f"{url}optimisation/{place}")
    return page


def test_only_what_a_link_leads_to_is_open(
    url: str, open_context: Open
) -> None:
    page = page_at("#gradient-check", url, open_context)
    expect(page.locator("details.deeper[open] #gradient-check")).to_have_count(
        1
    )
    expect(page.locator("details.deeper[open]")).to_have_count(1)


def test_a_link_within_the_page_opens_it(url: str, open_context: Open) -> None:
    page = page_at("", url, open_context)
    expect(page.locator("details.deeper[open]")).to_have_count(0)
    within = "#what-the-size-of-a-batch-buys"
    page.locator(f"article a[href$='{within}']").first.click()
    expect(page.locator(f"details.deeper[open] {within}")).to_be_visible()


def test_all_are_open_in_print(url: str, open_context: Open) -> None:
    page = page_at("", url, open_context)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    closed = page.locator("details.deeper:not([open])")
    expect(closed).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(closed).not_to_have_count(0)
