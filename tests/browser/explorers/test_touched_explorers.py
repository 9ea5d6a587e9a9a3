"""Explorers are touched: by keys, mouse and finger, and by their address."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from explored import (
    NONSENSE,
    Explored,
    control_of,
    each_explorer,
    fields,
    link_to,
    opened,
    place,
    says,
    settled,
    view,
    wrong_in,
)
from looking import PHONE

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


@each_explorer
def test_it_is_driven_by_keyboard_and_says_what_happens(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    expect(says(page, each)).not_to_be_empty()
    before = says(page, each).text_content()
    control = control_of(page, each)
    control.focus()
    page.keyboard.press("ArrowRight")
    expect(says(page, each)).not_to_have_text(before or "")
    page.wait_for_function(
        "(name) => location.hash.startsWith(`#explore-${name}?`)",
        arg=each.name,
    )
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
    is_at_its_end = before == grip.get_attribute("aria-valuemax")
    way = -1 if is_at_its_end else 1
    box = grip.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if by == "key":
        grip.focus()
        page.keyboard.press("ArrowLeft" if is_at_its_end else "ArrowRight")
    elif by == "finger":
        page.touchscreen.tap(x + 30 * way, y)
    else:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 40 * way, y - 10, steps=4)
        page.mouse.up()
    expect(grip).not_to_have_attribute("aria-valuenow", before or "")
    assert said == []


@each_explorer
def test_frames_come_while_it_is_dragged(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each)
    page.evaluate(WATCH_FRAMES)
    control = control_of(page, each)
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
    for value in NONSENSE:
        names = (*known, "unknown", "__proto__")
        go_to(page, each, urlencode(dict.fromkeys(names, value)))
        wrong = wrong_in(page, each)
        expect(wrong.last).not_to_be_empty()
        for name, field in known.items():
            is_said = field["kind"] != "text" and not field.get("hidden")
            if is_said and len(value) < 200:  # all fit into an address
                beside = page.locator(f"#explore-{each.name}-{name}-wrong")
                expect(beside).to_contain_text("the address says")
        expect(place(page, each).locator(".explorer__view")).to_be_visible()
    go_to(page, each, "")
    expect(says(page, each)).to_have_text(wanted)
    assert said == []
    assert page.evaluate("violations") == []


def go_to(page: Page, each: Explored, query: str) -> None:
    """Follow a link to a state."""
    page.evaluate(
        """(href) => {
          const link = document.createElement("a");
          link.href = href;
          document.querySelector("article").append(link);
          link.click();
          link.remove();
        }""",
        f"#explore-{each.name}?{query}",
    )


@each_explorer
def test_a_link_reproduces_what_its_sender_saw(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each)
    control_of(page, each).focus()
    page.keyboard.press("ArrowRight")
    link = link_to(page, each)
    wanted = link.get_attribute("href") or ""
    page.wait_for_function("(to) => location.hash === to", arg=wanted)
    seen = drawing(page, each)
    state = wanted.partition("?")[2]
    other, said = opened(open_context, url, each, state)
    assert drawing(other, each) == seen
    assert said == []


def drawing(page: Page, each: Explored) -> str:
    """Return all that is drawn, once the last frame has come."""
    settled(page, each)
    drawn = view(page, each).inner_html()
    # The theme's marks of where the keyboard is.
    return re.sub(r' (class|data)[-\w]*="(focus-visible)?"', "", drawn)


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
        wrong = wrong_in(page, each)
        expect(wrong).to_have_count(0)
    assert said == []


@each_explorer
def test_an_answer_leads_to_the_state_that_it_names(
    each: Explored, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, each)
    before = says(page, each).text_content() or ""
    answer = place(page, each).locator(".explorer__answer")
    answer.locator(f"a[href*='#explore-{each.name}?']").first.click()
    expect(says(page, each)).not_to_have_text(before)
    wrong = wrong_in(page, each)
    expect(wrong).to_have_count(0)
    assert said == []
