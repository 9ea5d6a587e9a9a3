"""A state is in the address: reload and the way back lead to it again."""

import re

from playwright.sync_api import Page, expect

from conftest import Open
from explored import (
    Explored,
    control_of,
    each_explorer,
    opened,
    place,
    says,
    settled,
)


def press(page: Page, each: Explored) -> str:
    """Change the state by a key, and return what is said then."""
    before = says(page, each).text_content() or ""
    control = control_of(page, each)
    control.focus()
    page.keyboard.press("ArrowRight")
    expect(says(page, each)).not_to_have_text(before)
    settled(page, each)
    return says(page, each).text_content() or ""


@each_explorer
def test_a_reload_keeps_what_was_just_set(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    wanted = press(page, each)
    page.reload()
    expect(says(page, each)).to_have_text(wanted)
    assert said == []


@each_explorer
def test_the_way_back_from_another_page_keeps_it(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    wanted = press(page, each)
    page.locator(".md-header a.md-logo").first.click()
    expect(page).not_to_have_url(re.compile(each.page))
    page.go_back()
    expect(page).to_have_url(re.compile(f"#explore-{each.name}"))
    expect(says(page, each)).to_have_text(wanted)
    assert said == []


@each_explorer
def test_the_way_back_from_a_setting_leads_to_the_one_before(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    tries = place(page, each).locator("a.explorer__try")
    tries.nth(0).click()
    settled(page, each)
    wanted = says(page, each).text_content() or ""
    tries.nth(1).click()
    expect(says(page, each)).not_to_have_text(wanted)
    page.go_back()
    expect(says(page, each)).to_have_text(wanted)
    assert said == []
