"""The front page: what this is, three ways in, and a network that learns."""

from playwright.sync_api import Page, expect

from conftest import Open
from lecture_experiments.introduction import training_by_hand as by_hand

NOTE_ALL_STATES = """() => {
  const state = document.querySelector(".live output");
  window.states = [state.value];
  new MutationObserver(() => window.states.push(state.value))
    .observe(state, { childList: true, characterData: true, subtree: true });
}"""


def open_front(open_context: Open, url: str, **options: object) -> Page:
    page = open_context(**options).new_page()
    page.goto(url)
    return page


def told_by_python() -> list[str]:
    """Return what the picture must say at each of its steps."""
    x, y, *_ = task = by_hand.problem(0)
    return [
        f"step {step:,}: loss {by_hand.loss(x, y, weights):.4f}, "
        f"{100 * by_hand.accuracy(by_hand.predict(x, weights), y):.1f} % right"
        for step, weights in enumerate(by_hand.descent(task))
    ]


def test_the_page_trains_as_the_tested_code_does(
    open_context: Open, url: str
) -> None:
    page = open_front(open_context, url, reduced_motion="no-preference")
    train = page.get_by_role("button", name="Train again")
    expect(train).to_be_visible()
    page.evaluate(NOTE_ALL_STATES)
    train.click()
    expect(train).to_be_hidden()
    expect(train).to_be_visible()
    told = page.evaluate("window.states")
    assert len(set(told)) > 20
    assert set(told) <= set(told_by_python())
    assert told[-1].startswith("step 1,000:")


def test_without_motion_the_picture_is_trained_at_once(
    open_context: Open, url: str
) -> None:
    page = open_front(open_context, url, reduced_motion="reduce")
    state = page.locator(".live output")
    expect(state).to_have_text(told_by_python()[-1])


def test_training_can_be_paused_by_the_keyboard(
    open_context: Open, url: str
) -> None:
    page = open_front(open_context, url, reduced_motion="no-preference")
    expect(page.get_by_role("button", name="Train again")).to_be_visible()
    page.get_by_role("button", name="New weights").press("Enter")
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page.get_by_role("button", name="Train")).to_be_visible()


def test_without_script_the_drawn_picture_stays(
    open_context: Open, url: str
) -> None:
    page = open_front(open_context, url, java_script_enabled=False)
    expect(page.locator(".live__picture svg")).to_be_visible()
    expect(page.locator(".live__controls")).to_be_hidden()


def test_one_screen_shows_the_promise_a_picture_and_three_ways_in(
    open_context: Open, url: str
) -> None:
    for width, height in ((1440, 900), (360, 740)):
        size = {"width": width, "height": height}
        page = open_front(open_context, url, viewport=size)
        for shown in (
            page.get_by_text("Every number on these pages was computed."),
            page.locator(".live__picture"),
            page.get_by_role("heading", name="Read"),
            page.get_by_role("heading", name="Run"),
            page.get_by_role("heading", name="Teach"),
        ):
            box = shown.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= height
