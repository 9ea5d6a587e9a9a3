"""The small network learns as it is told to: played, stepped, or by a link."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import link_to, named, opened, place, says, settled
from fingers import BY_FINGER, Finger
from looking import PHONE

NETWORK = named("small_network")
EDGE = 2.6  # of the plane, as it is shown


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


def own_points(page: Page) -> str:
    """Return the points that were added, as the link to the state has them."""
    link = link_to(page, NETWORK)
    found = re.search("points=([^&]*)", link.get_attribute("href") or "")
    return unquote(found[1]) if found else ""


def screen(page: Page, x: float, y: float) -> tuple[float, float]:
    """Return where a place of the plane is, which the handle shows."""
    box = (
        place(page, NETWORK)
        .locator(".plane .plot__inside")
        .evaluate(
            """(inside) => {
          const plot = inside.ownerSVGElement.getBoundingClientRect();
          const [left, top, width, height] = ["x", "y", "width", "height"]
            .map((name) => Number(inside.getAttribute(name)));
          return [plot.left + left, plot.top + top, width, height];
        }"""
        )
    )
    left, top, width, height = box
    across, up = (x + EDGE) / (2 * EDGE), (EDGE - y) / (2 * EDGE)
    return left + width * across, top + height * up


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_a_point_that_was_added_is_dragged(
    by: str, open_context: Open, url: str
) -> None:
    size = BY_FINGER if by == "finger" else {}
    state = "points=1,0.5,1;-2,-1,0"
    page, said = opened(open_context, url, NETWORK, state, **size)
    point(page).scroll_into_view_if_needed()
    settled(page, NETWORK)
    (x, y), (to_x, to_y) = screen(page, 1, 0.5), screen(page, -1, 1)
    if by == "finger":
        Finger(page).swipe(x, y, to_x - x, to_y - y)
    else:
        page.mouse.move(x + 4, y)
        page.mouse.down()
        page.mouse.move(to_x, to_y, steps=8)
        page.mouse.up()
    settled(page, NETWORK)
    assert own_points(page) == "-1,1,1;-2,-1,0"
    assert said == []


def test_a_tap_on_a_point_adds_none_and_keys_drag_none(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, NETWORK, "points=1,0.5,1")
    point(page).scroll_into_view_if_needed()
    settled(page, NETWORK)
    page.mouse.click(*screen(page, 1, 0.5))
    page.keyboard.press("ArrowLeft")
    settled(page, NETWORK)
    assert own_points(page) == "1,0.5,1"


def test_what_cannot_be_done_now_is_not_offered(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, NETWORK)

    def button(name: str) -> Locator:
        seen = place(page, NETWORK)
        return seen.get_by_role("button", name=name, exact=True)

    expect(button("From the start")).to_be_disabled()
    expect(button("Take a point away")).to_be_disabled()
    place(page, NETWORK).get_by_label("Epochs", exact=True).press("End")
    expect(button("One epoch")).to_be_disabled()
    expect(button("Learn for 100 epochs")).to_be_disabled()
    press(page, "From the start")
    expect(button("One epoch")).to_be_enabled()
