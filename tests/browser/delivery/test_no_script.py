"""No script is needed to read: what a page says is there without one."""

from playwright.sync_api import Page, expect

from conftest import Open
from delivered import page_names
from looking import PHONE, WIDE, html


def without_script(open_context: Open, size: dict[str, int]) -> Page:
    return open_context(viewport=size, java_script_enabled=False).new_page()


def test_every_page_is_read_without_a_script(
    url: str, open_context: Open
) -> None:
    page = without_script(open_context, WIDE)
    for name in page_names():
        page.goto(url + name, wait_until="domcontentloaded")
        expect(page.locator("h1").first).to_be_visible()
        ways = ".contents" if name == "" else ".md-nav--primary"
        expect(page.locator(ways).first).to_be_visible()
        for kind in (".drawing svg", "math", ".highlight pre", "table"):
            if html(name or ".").css_first(f"article {kind}"):
                seen = page.locator(f"article {kind}:visible")
                assert seen.count(), (name, kind)


def test_on_a_phone_the_navigation_opens_without_a_script(
    url: str, open_context: Open
) -> None:
    page = without_script(open_context, PHONE)
    page.goto(f"{url}introduction/")
    page.locator(".md-header [for=__drawer]").click()
    link = page.locator(".md-nav--primary a[href='../optimisation/']").first
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url("**/optimisation/")


def test_what_is_folded_opens_without_a_script(
    url: str, open_context: Open
) -> None:
    page = without_script(open_context, WIDE)
    page.goto(f"{url}summary/")
    box = page.locator("article details").first
    box.locator("summary").click()
    expect(box.locator("p").first).to_be_visible()


def test_tabs_change_without_a_script(url: str, open_context: Open) -> None:
    page = without_script(open_context, WIDE)
    page.goto(f"{url}introduction/")
    tabs = page.locator(".tabbed-set").first
    tabs.locator(".tabbed-labels label").nth(1).click()
    expect(tabs.locator(".tabbed-block").nth(1)).to_be_visible()
    expect(tabs.locator(".tabbed-block").nth(0)).to_be_hidden()
