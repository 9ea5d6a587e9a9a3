"""A state is in the address: reload and the way back lead to it again."""

import re

from playwright.sync_api import Page, expect

from conftest import Open
from explored import (
    Explored,
    control_of,
    each_explorer,
    link_to,
    named,
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


@each_explorer
def test_the_way_back_from_the_first_setting_leaves_it_open_as_it_was(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    wanted = says(page, each).text_content() or ""
    place(page, each).locator("a.explorer__try").first.click()
    expect(says(page, each)).not_to_have_text(wanted)
    page.go_back()
    expect(says(page, each)).to_have_text(wanted)
    page.go_forward()
    expect(says(page, each)).not_to_have_text(wanted)
    assert said == []


def test_a_setting_that_follows_a_change_at_once_is_not_overwritten(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, said = opened(open_context, url, each)
    press(page, each)
    wanted = press(page, each)  # too soon after the other to be written
    tries = place(page, each).locator("a.explorer__try")
    target = tries.first.get_attribute("href") or ""
    tries.first.evaluate("(link) => link.click()")
    assert page.evaluate("location.hash") == target
    page.go_back()
    expect(says(page, each)).to_have_text(wanted)
    assert said == []


def test_a_link_to_where_one_is_needs_no_way_back(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, said = opened(open_context, url, each, "layers=3")
    before = page.evaluate("history.length")
    link_to(page, each).click()
    assert page.evaluate("history.length") == before
    assert said == []
