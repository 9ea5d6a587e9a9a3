"""Explorers: each agrees with the teaching code, and everyone can touch it."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from axe import findings
from cards import PHONE, SHIFTS
from conftest import Open, windows
from explored import (
    EXPLORED,
    NONSENSE,
    Explored,
    away,
    fields,
    gzip_bytes,
    module,
    opened,
    place,
    says,
)
from lecture_golden.export import FEWEST, export, names

MOST_BYTES = 60_000  # of the kit and one explorer, packed
# Numbers that JSON lacks are written as Python writes them.
GOLDEN = """async ([path, states]) => {
  const { model } = await import(path);
  const plain = (value) =>
    Array.isArray(value) ? value.map(plain)
    : typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
    : Number.isNaN(value) ? "nan"
    : value === Infinity ? "inf" : value === -Infinity ? "-inf" : value;
  return states.map((state) => plain(model.golden(state)));
}"""
# Long tasks are of the machine, too; only what would freeze a page counts.
FROZEN = 1000.0  # milliseconds
WATCH_FRAMES = """() => {
  window.frames_ = 0; window.longest = 0;
  const next = () => { window.frames_ += 1; requestAnimationFrame(next); };
  requestAnimationFrame(next);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
}"""
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
each_explorer = pytest.mark.parametrize(
    "each", EXPLORED, ids=lambda each: each.name
)


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
    found = blank.evaluate(GOLDEN, [module(url, each.name), given])
    for value, one in zip(found, states, strict=True):
        difference = away(value, one["values"])
        assert difference <= golden["tolerance"], (one["state"], value)


@each_explorer
def test_it_is_light(each: Explored) -> None:
    assert gzip_bytes(each.name) <= MOST_BYTES


@each_explorer
def test_it_loads_as_a_reader_comes_near_and_nothing_moves(
    each: Explored, open_context: Open, url: str
) -> None:
    window = open_context(viewport=PHONE)
    window.add_init_script(WATCH_SHIFTS)
    page = window.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url + each.page, wait_until="networkidle")
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
    guess.focus()
    page.keyboard.press("Enter")
    answer = question.locator(".explorer__answer")
    expect(answer.locator("summary")).to_have_text("As you guessed")
    expect(answer.locator(".measured").first).to_be_visible()
    expect(question.locator(".explorer__stage")).to_be_visible()


@each_explorer
def test_it_is_driven_by_keyboard_and_says_what_happens(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    expect(says(page, each)).not_to_be_empty()
    before = says(page, each).text_content()
    control = place(page, each).get_by_label(each.control, exact=True)
    control.focus()
    page.keyboard.press("ArrowRight")
    expect(says(page, each)).not_to_have_text(before or "")
    page.wait_for_function(f"location.hash.startsWith('#explore-{each.name}')")
    place(page, each).get_by_role("button", name="As in the").click()
    expect(says(page, each)).to_have_text(before or "")
    assert said == []
    assert page.evaluate("violations") == []


@each_explorer
@pytest.mark.parametrize("by", ["mouse", "finger", "key"])
def test_it_is_dragged_by_pointer_touch_and_key(
    by: str, each: Explored, open_context: Open, url: str
) -> None:
    if not each.dragged:
        return
    phone = {"viewport": PHONE, "has_touch": True} if by == "finger" else {}
    page, said = opened(open_context, url, each, **phone)
    grip = page.get_by_role("slider", name=each.dragged).and_(
        page.locator(".plot__grip")
    )
    grip.scroll_into_view_if_needed()
    before = grip.get_attribute("aria-valuenow")
    box = grip.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if by == "key":
        grip.focus()
        page.keyboard.press("ArrowRight")
    elif by == "finger":
        page.touchscreen.tap(x + 30, y)
    else:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 40, y - 10, steps=4)
        page.mouse.up()
    expect(grip).not_to_have_attribute("aria-valuenow", before or "")
    assert said == []


@each_explorer
def test_frames_come_while_it_is_dragged(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each)
    page.evaluate(WATCH_FRAMES)
    control = place(page, each).get_by_label(each.control, exact=True)
    control.focus()
    for key in ["ArrowRight"] * 20 + ["ArrowLeft"] * 20:
        page.keyboard.press(key)
    assert page.evaluate("window.frames_") > 5
    assert page.evaluate("window.longest") < FROZEN


@each_explorer
def test_nonsense_in_the_address_gets_a_sentence(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each, "")
    wanted = says(page, each).text_content() or ""
    known = fields(page, url, each.name)
    for name in (*known, "unknown", "__proto__"):
        for value in NONSENSE:
            go_to(page, each, urlencode({name: value}))
            wrong = place(page, each).locator(".explorer__wrong:visible")
            if known.get(name, {}).get("kind") != "text":
                expect(wrong.first).not_to_be_empty()
            expect(
                place(page, each).locator(".explorer__view")
            ).to_be_visible()
    go_to(page, each, "")
    expect(says(page, each)).to_have_text(wanted)
    assert said == []
    assert page.evaluate("violations") == []


def go_to(page: Page, each: Explored, query: str) -> None:
    """Follow a link to a state."""
    page.evaluate(
        "(to) => { location.hash = to; }", f"explore-{each.name}?{query}"
    )


@each_explorer
def test_a_link_reproduces_what_its_sender_saw(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each)
    place(page, each).get_by_label(each.control, exact=True).focus()
    page.keyboard.press("ArrowRight")
    link = place(page, each).get_by_role("link", name="Link to this state")
    wanted = link.get_attribute("href") or ""
    page.wait_for_function("(to) => location.hash === to", arg=wanted)
    seen = view(page, each)
    state = wanted.partition("?")[2]
    other, said = opened(open_context, url, each, state)
    assert view(other, each) == seen
    assert said == []


def view(page: Page, each: Explored) -> str:
    """Return all that is drawn, once the last frame has come."""
    page.wait_for_timeout(100)
    return place(page, each).locator(".explorer__view").inner_html()


@each_explorer
def test_what_is_to_be_tried_changes_what_is_said(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    tries = place(page, each).locator("a.explorer__try")
    expect(tries).to_have_count(3)
    for number in range(3):
        before = says(page, each).text_content() or ""
        tries.nth(number).click()
        expect(says(page, each)).not_to_have_text(before)
        wrong = place(page, each).locator(".explorer__wrong:visible")
        expect(wrong).to_have_count(0)
    assert said == []


@each_explorer
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_in_it(
    width: int, scheme: str, each: Explored, open_context: Open, url: str
) -> None:
    size = {"width": width, "height": 800}
    page, _ = opened(
        open_context, url, each, viewport=size, color_scheme=scheme
    )
    assert findings(page, f"#explore-{each.name}") == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


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
