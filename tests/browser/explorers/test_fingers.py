"""A finger scrolls past a plot, and acts on it where it means the plot."""

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import EXPLORED, Explored, link_to, named, opened, place, settled
from fingers import BY_FINGER, HELD, Finger

DRAGGED = [each for each in EXPLORED if each.dragged]
UP = -200  # pixels: the page goes down
each_dragged = pytest.mark.parametrize(
    "each", DRAGGED, ids=lambda each: each.name
)
in_the_plane = pytest.mark.parametrize(
    "name", ["gradient_descent", "universal_approximation", "small_network"]
)


def touched(
    open_context: Open, url: str, each: Explored
) -> tuple[Page, Locator, list[str]]:
    """Open an explorer on a phone, with what is dragged in the middle."""
    page, said = opened(open_context, url, each, **BY_FINGER)
    grip = page.get_by_role("slider", name=each.dragged).and_(
        page.locator(".plot__grip")
    )
    grip.evaluate("(grip) => grip.scrollIntoView({ block: 'center' })")
    settled(page, each)
    return page, grip, said


def centre(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def state(page: Page, each: Explored) -> tuple[str | None, ...]:
    """Return all that a touch of a plot can change."""
    settled(page, each)
    grip = place(page, each).locator(".plot__grip:visible")
    link = link_to(page, each)
    told = [one.get_attribute("aria-valuetext") for one in grip.all()]
    return (link.get_attribute("href"), *told)


@each_dragged
@pytest.mark.parametrize("aside", [0, 60])
def test_a_swipe_up_scrolls_the_page_and_changes_nothing(
    aside: int, each: Explored, open_context: Open, url: str
) -> None:
    page, grip, said = touched(open_context, url, each)
    before, top = state(page, each), page.evaluate("scrollY")
    x, y = centre(grip)
    Finger(page).swipe(x + (aside if x < 200 else -aside), y, 4, UP)
    page.wait_for_function("(far) => scrollY > far", arg=top - UP / 2)
    assert state(page, each) == before
    assert said == []


@each_dragged
def test_a_swipe_across_drags_and_does_not_scroll(
    each: Explored, open_context: Open, url: str
) -> None:
    page, grip, said = touched(open_context, url, each)
    before, top = state(page, each), page.evaluate("scrollY")
    x, y = centre(grip)
    Finger(page).swipe(x, y, 80 if x < 200 else -80, 12)
    settled(page, each)
    assert page.evaluate("scrollY") == top
    assert state(page, each) != before
    assert said == []


@in_the_plane
def test_who_holds_a_finger_still_drags_up_and_down(
    name: str, open_context: Open, url: str
) -> None:
    each = named(name)
    page, grip, said = touched(open_context, url, each)
    top, (x, y) = page.evaluate("scrollY"), centre(grip)
    Finger(page).swipe(x, y, 0, -70, held=HELD)
    settled(page, each)
    assert page.evaluate("scrollY") == top
    assert centre(grip)[1] == pytest.approx(y - 70, abs=5)
    assert said == []


def test_a_tap_on_the_map_sets_the_start(open_context: Open, url: str) -> None:
    each = named("gradient_descent")
    page, grip, said = touched(open_context, url, each)
    x, y = centre(grip)
    page.touchscreen.tap(x + 70, y - 90)
    expect(grip).not_to_have_attribute("aria-valuenow", "-1.5")
    assert centre(grip) == pytest.approx((x + 70, y - 90), abs=5)
    assert said == []


def test_a_stroke_across_draws_from_where_it_began(
    open_context: Open, url: str
) -> None:
    each = named("universal_approximation")
    page, grip, said = touched(open_context, url, each)
    x, y = centre(grip)
    Finger(page).swipe(x, y - 40, 110, 0)
    curve = place(page, each).get_by_label("Curve", exact=True)
    expect(curve).to_have_value("drawn")
    heights = (state(page, each)[0] or "").split("drawn=")[1].split("&")[0]
    assert len(set(heights.split("_")[8:18])) == 1
    assert said == []
