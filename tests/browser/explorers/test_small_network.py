"""The small network learns as it is told to: played, stepped, or by a link."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import named, opened, place, says, settled
from looking import PHONE

NETWORK = named("small_network")


def press(page: Page, name: str) -> None:
    place(page, NETWORK).get_by_role("button", name=name, exact=True).click()


def epochs(page: Page) -> int:
    slider = place(page, NETWORK).get_by_label("Epochs", exact=True)
    return int(slider.input_value())


def point(page: Page) -> Locator:
    return page.get_by_role("slider", name="Place of a new point")


def test_it_plays_until_it_is_paused(open_context: Open, url: str) -> None:
    page, said = opened(open_context, url, NETWORK, reduced_motion=None)
    press(page, "Play")
    spoken = place(page, NETWORK).locator(".explorer__spoken")
    expect(spoken).to_be_empty()  # or it would be said without an end
    slider = place(page, NETWORK).get_by_label("Epochs", exact=True)
    expect(slider).to_have_value(re.compile("[2-9].|..."))
    press(page, "Pause")
    reached = epochs(page)
    expect(says(page, NETWORK)).to_contain_text(f"after {reached} epochs")
    expect(spoken).to_contain_text(f"after {reached} epochs")
    settled(page, NETWORK)
    assert epochs(page) == reached
    assert said == []


def test_who_wants_no_motion_goes_on_by_steps(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, NETWORK)
    press(page, "One epoch")
    expect(says(page, NETWORK)).to_contain_text("after one epoch")
    press(page, "Learn for 100 epochs")
    expect(says(page, NETWORK)).to_contain_text("after 101 epochs")
    press(page, "From the start")
    expect(says(page, NETWORK)).to_contain_text("not trained yet")


def test_it_says_the_same_however_far_was_gone_at_once(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, NETWORK, "epochs=5&data=moons")
    at_once = says(page, NETWORK).text_content() or ""
    assert re.search("after 5 epochs: .* right", at_once)
    press(page, "From the start")
    for _ in range(5):
        press(page, "One epoch")
    expect(says(page, NETWORK)).to_have_text(at_once)


@pytest.mark.parametrize("by", ["tap", "key"])
def test_a_point_is_added_and_taken_away(
    by: str, open_context: Open, url: str
) -> None:
    touch = {"viewport": PHONE, "has_touch": True} if by == "tap" else {}
    page, said = opened(open_context, url, NETWORK, **touch)
    before = says(page, NETWORK).text_content() or ""
    place(page, NETWORK).get_by_label("A tap or Enter adds").select_option(
        "orange point"
    )
    if by == "tap":
        point(page).scroll_into_view_if_needed()
        point(page).tap()
    else:
        point(page).focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("points="))
    x = "0" if by == "tap" else "0.1"
    assert page.evaluate("decodeURIComponent(location.hash)").endswith(
        f"points={x},0,1"
    )
    press(page, "Take a point away")
    expect(says(page, NETWORK)).to_have_text(before)
    assert said == []
