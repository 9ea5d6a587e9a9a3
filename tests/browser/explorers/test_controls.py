"""Controls keep their places, and a number beside a slider can be typed."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import (
    Explored,
    each_explorer,
    fields,
    link_to,
    named,
    opened,
    place,
    says,
    settled,
    typed,
)
from looking import PHONE

BOXES = """(panel) => [...panel.children].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  const from = panel.getBoundingClientRect();
  const { visibility } = getComputedStyle(each);
  return [visibility, x - from.x, y - from.y, width, height];
})"""


def panel(page: Page, each: Explored) -> Locator:
    return place(page, each).locator(".explorer__controls").first


@each_explorer
@pytest.mark.parametrize("width", [1440, 360])
def test_no_choice_leaves_a_hole_or_moves_a_control(
    width: int, each: Explored, open_context: Open, url: str
) -> None:
    size = {"width": width, "height": 740}
    page, _ = opened(open_context, url, each, viewport=size)
    wanted: list[Any] = panel(page, each).evaluate(BOXES)
    assert {box[0] for box in wanted} == {"visible"}
    for select in panel(page, each).locator("select").all():
        for option in select.locator("option").all():
            select.select_option(option.get_attribute("value"))
            assert panel(page, each).evaluate(BOXES) == wanted


@each_explorer
def test_the_sentence_stands_between_what_is_touched_and_seen(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each, viewport=PHONE)
    order = (
        place(page, each)
        .locator(".explorer__stage")
        .evaluate(
            "(stage) => [...stage.children].map((each) => each.classList[0])"
        )
    )
    assert order[:3] == [
        "explorer__controls",
        "explorer__says",
        "explorer__view",
    ]


@each_explorer
@pytest.mark.parametrize("width", [1440, 360])
def test_nothing_moves_while_sliders_go_from_end_to_end(
    width: int, each: Explored, open_context: Open, url: str
) -> None:
    size = {"width": width, "height": 740}
    page, _ = opened(open_context, url, each, viewport=size)
    seen = place(page, each).locator(".explorer__view")
    before = seen.evaluate("(view) => view.offsetTop")
    for slider in panel(page, each).locator("input[type=range]").all():
        if slider.is_disabled():
            continue
        slider.focus()
        for key in ("Home", "End"):
            page.keyboard.press(key)
            settled(page, each)
            assert seen.evaluate("(view) => view.offsetTop") == before


def test_a_number_between_two_steps_can_be_typed(
    open_context: Open, url: str
) -> None:
    each = named("gradient_descent")
    page, said = opened(open_context, url, each)
    field = typed(page, each, "Step size η")
    field.fill("0.07")
    expect(says(page, each)).to_contain_text("η = 0.07")
    link = link_to(page, each)
    expect(link).to_have_attribute("href", "#explore-gradient_descent?lr=0.07")
    field.fill("0,08")
    field.press("Enter")
    expect(says(page, each)).to_contain_text("η = 0.08")
    assert said == []


def test_a_number_that_is_too_large_is_of_nothing(
    open_context: Open, url: str
) -> None:
    each = named("computational_graph")
    page, _ = opened(open_context, url, each, "f=1e400*x")
    expect(says(page, each)).to_contain_text("Note that 1e400 is ∞, and")


def test_a_setting_to_try_is_said_to_those_who_hear(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, _ = opened(open_context, url, each, "")
    spoken = place(page, each).locator(".explorer__spoken")
    expect(spoken).to_be_empty()
    place(page, each).locator(".explorer__try").first.press("Enter")
    expect(spoken).to_contain_text("Tanh makes")


@each_explorer
def test_a_slider_leads_to_the_end_that_it_states(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each)
    for name, field in fields(page, url, each.name).items():
        slider = page.locator(f"#explore-{each.name}-{name}")
        if field["kind"] != "number" or field.get("hidden"):
            continue
        if slider.is_disabled():
            continue
        slider.focus()
        page.keyboard.press("End")
        number = page.locator(f"#explore-{each.name}-{name}-typed")
        number.focus()
        assert float(number.input_value()) == field["max"], name


def test_what_is_dragged_leads_to_the_end_that_is_stated(
    open_context: Open, url: str
) -> None:
    each = named("initialisation")
    page, _ = opened(open_context, url, each)
    grip = page.get_by_role("slider", name="Scale s, in the map")
    grip.focus()
    page.keyboard.press("End")
    expect(grip).to_have_attribute("aria-valuenow", "40")
