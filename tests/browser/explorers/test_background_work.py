"""What takes longer than a frame is computed away from the page."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from conftest import Open
from explored import (
    EXPLORED,
    Explored,
    named,
    opened,
    place,
    says,
    settled,
    view,
)

SILENT = "onmessage = () => {};"
# What is dragged in a state that takes long, and how many steps that are.
HEAVY = {
    "regularisation": ("model=network&epochs=2000&samples=40", "Noise"),
    "initialisation": ("depth=20&width=128", "Scale s"),
    "small_network": ("layers=3&units=8&epochs=1000", "Noise"),
    "universal_approximation": ("n=100", "Sharpness"),
    "gradient_descent": ("steps=300", "Condition κ"),
}
each_heavy = pytest.mark.parametrize(
    "each",
    [each for each in EXPLORED if each.name in HEAVY],
    ids=lambda each: each.name,
)


def without_worker(window: BrowserContext) -> None:
    window.route("**/worker.js", lambda route: route.abort())


def press(page: Page, each: Explored) -> None:
    slider = place(page, each).get_by_label(HEAVY[each.name][1], exact=True)
    slider.focus()
    page.keyboard.press("ArrowRight")


@each_heavy
def test_a_page_goes_on_while_a_worker_is_silent(
    each: Explored, open_context: Open, url: str
) -> None:
    window = open_context()
    window.route(
        "**/worker.js",
        lambda route: route.fulfill(
            body=SILENT, content_type="text/javascript"
        ),
    )
    page = window.new_page()
    page.goto(f"{url}{each.page}#explore-{each.name}?{HEAVY[each.name][0]}")
    expect(view(page, each)).to_have_attribute("aria-busy", "true")
    slider = place(page, each).get_by_label(HEAVY[each.name][1], exact=True)
    before = slider.get_attribute("aria-valuetext") or ""
    press(page, each)
    expect(slider).not_to_have_attribute("aria-valuetext", before)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    expect(view(page, each)).to_have_attribute("aria-busy", "true")
    if each.name != "gradient_descent":  # whose walk is known at once
        expect(says(page, each)).to_be_empty()  # rather than something untrue


@each_heavy
def test_without_a_worker_the_page_computes_the_same(
    each: Explored, open_context: Open, url: str
) -> None:
    state = HEAVY[each.name][0]
    for much, little in (("epochs=1000", "epochs=50"), ("=128", "=16")):
        state = state.replace(much, little)
    page, _ = opened(open_context, url, each, state)
    press(page, each)
    settled(page, each)
    wanted = says(page, each).text_content() or ""
    assert wanted
    window = open_context()
    without_worker(window)
    other = window.new_page()
    other.goto(f"{url}{each.page}#explore-{each.name}?{state}")
    press(other, each)
    expect(says(other, each)).to_have_text(wanted)
    settled(other, each)


def test_a_worker_ends_with_its_page(open_context: Open, url: str) -> None:
    each = named("regularisation")
    page, said = opened(open_context, url, each)
    (worker,) = page.workers
    with worker.expect_event("close"):
        page.locator(".md-header a.md-logo").first.click()
        expect(page).not_to_have_url(re.compile(each.page))
    assert said == []
