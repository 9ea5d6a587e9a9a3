"""Explorers: each agrees with the teaching code, and everyone can touch it."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from axe import findings
from conftest import Open, windows
from explored import (
    EXPLORED,
    PROJECT,
    VALUES,
    Explored,
    each_explorer,
    module,
    opened,
    place,
)
from lecture_golden.export import FEWEST, export, names
from lecture_site.browser.arriving import arrive
from lecture_site.explorers.golden import differences
from lecture_site.explorers.products import weight_of
from looking import PHONE, SHIFTS, switch_to

MOST_BYTES = 60_000  # of the kit, one explorer and its worker, packed
# What follows a touch at once is no shift, as browsers count.
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput)
      window.shifts.push([entry.value, ...entry.sources.map(({ node }) =>
        node && (node.outerHTML ?? node.textContent).slice(0, 90))]);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def blank(browser: Browser, url: str) -> Any:
    """Return a page of the site that nothing is done to."""
    with windows(browser) as open_window:
        page = open_window().new_page()
        page.goto(f"{url}404.html")
        yield page


def test_every_explorer_is_tested_and_has_golden_values(
    blank: Page, url: str
) -> None:
    tested = sorted(each.name for each in EXPLORED)
    assert tested == names()
    for each in EXPLORED:
        blank.goto(url + each.page)
        expect(place(blank, each)).to_have_count(1)


@each_explorer
def test_its_numbers_are_those_of_the_teaching_code(
    each: Explored, blank: Page, url: str
) -> None:
    golden = json.loads(export(each.name))
    states = golden["states"]
    assert len(states) >= FEWEST
    given = [one["state"] for one in states]
    found = blank.evaluate(VALUES, [module(url, each.name), given])
    for values, one in zip(found, states, strict=True):
        for name, off in differences(values, one["values"]):
            assert off <= golden["tolerance"], (name, one["state"])


@each_explorer
def test_it_is_light(each: Explored) -> None:
    assert weight_of(each.name, PROJECT) <= MOST_BYTES


@each_explorer
def test_it_loads_as_a_reader_comes_near_and_nothing_moves(
    each: Explored, open_context: Open, url: str
) -> None:
    window = open_context(viewport=PHONE)
    window.add_init_script(WATCH_SHIFTS)
    page = window.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    arrive(page, url + each.page)
    assert module(url, each.name) not in asked
    question = place(page, each)
    while not question.locator("input[type=radio]").count():
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(20)
    assert module(url, each.name) in asked
    question.scroll_into_view_if_needed()
    question.locator("label").first.click()
    question.get_by_role("button", name="This is my guess").click()
    expect(question.locator(".explorer__stage")).to_be_visible()
    assert page.evaluate(SHIFTS) == []
    assert page.evaluate("scrollX") == 0


@each_explorer
def test_it_asks_before_it_shows(
    each: Explored, open_context: Open, url: str
) -> None:
    page = open_context().new_page()
    page.goto(url + each.page)
    question = place(page, each)
    question.scroll_into_view_if_needed()
    guess = question.get_by_role("button", name="This is my guess")
    guess.click()
    expect(question.get_by_role("alert")).to_contain_text("Choose one")
    expect(question.locator(".explorer__answer")).to_be_hidden()
    question.locator("[data-right] input").check()
    expect(question.get_by_role("alert")).to_be_empty()
    guess.focus()
    page.keyboard.press("Enter")
    answer = question.locator(".explorer__answer")
    summary = answer.locator("summary")
    expect(summary).to_have_text("As you guessed")
    expect(summary).to_be_focused()
    expect(answer.locator(".measured").first).to_be_visible()
    expect(question.locator(".explorer__stage")).to_be_visible()


@each_explorer
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_in_it_in_either_scheme(
    width: int, each: Explored, open_context: Open, url: str
) -> None:
    size = {"width": width, "height": 800}
    page, _ = opened(
        open_context, url, each, viewport=size, color_scheme="light"
    )
    for scheme in ("light", "dark"):
        switch_to(page, scheme)
        assert findings(page, f"#explore-{each.name}") == [], scheme
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        assert wide <= width, scheme


@each_explorer
def test_without_script_the_question_and_its_answer_stand(
    each: Explored, open_context: Open, url: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(url + each.page)
    question = place(page, each)
    expect(question.locator(".explorer__question")).to_be_visible()
    question.locator("summary").click()
    expect(question.locator(".measured").last).to_be_visible()
    dead = question.locator("button, input, .explorer__tries a[href^='#']")
    expect(dead).to_have_count(0)
