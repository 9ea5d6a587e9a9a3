"""Controls keep their places, and a number beside a slider can be typed."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import (
    Explored,
    each_explorer,
    named,
    opened,
    place,
    says,
    settled,
)
from looking import PHONE

BOXES = """(panel) => [...panel.children].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  const from = panel.getBoundingClientRect();
  const { visibility } = getComputedStyle(each);
  return [visibility, x - from.x, y - from.y, width, height];
})"""
# Boxes of the words along an axis that goes up, and of what stands beside.
OVERLAPS = """(stage) => [...stage.querySelectorAll(".plot__axes")]
  .filter((axes) => axes.getBoundingClientRect().width)
  .flatMap((axes) => {
    const texts = [...axes.querySelectorAll("text")]
      .filter((text) => text.textContent);
    const [title] = texts.filter((text) =>
      text.getAttribute("transform")?.includes("rotate"));
    if (!title) return [];
    const a = title.getBoundingClientRect();
    return texts.filter((text) => text !== title).filter((text) => {
      const b = text.getBoundingClientRect();
      return b.left < a.right && a.left < b.right &&
        b.top < a.bottom && a.top < b.bottom;
    }).map((text) => title.textContent + " / " + text.textContent);
  })"""


def panel(page: Page, each: Explored) -> Locator:
    return place(page, each).locator(".explorer__controls").first


def typed(page: Page, each: Explored, label: str) -> Locator:
    return place(page, each).get_by_label(f"{label}, as a number")


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
def test_words_of_an_axis_keep_clear_of_its_numbers(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each, viewport=PHONE)
    assert place(page, each).evaluate(OVERLAPS) == []


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
    link = place(page, each).get_by_role("link", name="Link to this state")
    expect(link).to_have_attribute("href", "#explore-gradient_descent?lr=0.07")
    field.fill("0,08")
    field.press("Enter")
    expect(says(page, each)).to_contain_text("η = 0.08")
    assert said == []


@pytest.mark.parametrize(
    ("label", "text", "sentence"),
    [
        ("Step size η", "7", "a number from 0.001 to 3; “7” is none"),
        ("Step size η", "ten", "a number from 0.001 to 3; “ten” is none"),
        ("Steps", "2.5", "a whole number from 1 to 300; “2.5” is none"),
        ("Steps", "", "a whole number from 1 to 300; “” is none"),
    ],
)
def test_what_is_no_number_of_a_field_gets_a_sentence(
    label: str, text: str, sentence: str, open_context: Open, url: str
) -> None:
    each = named("gradient_descent")
    page, _ = opened(open_context, url, each)
    before = says(page, each).text_content() or ""
    field = typed(page, each, label)
    field.fill(text)
    field.press("Tab")
    wrong = place(page, each).locator(".explorer__wrong:visible")
    expect(wrong).to_have_text(f"This is {sentence}.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(says(page, each)).to_have_text(before)
    slider = place(page, each).get_by_label(label, exact=True)
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(wrong).to_have_count(0)


def test_a_text_that_is_too_long_is_not_cut_in_silence(
    open_context: Open, url: str
) -> None:
    each = named("computational_graph")
    page, _ = opened(open_context, url, each)
    field = place(page, each).get_by_label("f =")
    field.fill("x + " * 40 + "x")
    wrong = place(page, each).locator(".explorer__wrong:visible")
    expect(wrong).to_contain_text("At most 120 letters fit in here")
    assert field.input_value().endswith("+ x")


def test_half_of_what_is_counted_is_refused_in_the_address(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, _ = opened(open_context, url, each, "layers=1.5")
    wrong = place(page, each).locator(".explorer__wrong:visible")
    expect(wrong).to_contain_text("a whole number from 1 to 30")


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


def test_a_refused_number_does_not_move_the_button_that_is_pressed(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, _ = opened(open_context, url, each, "layers=3")
    layers = typed(page, each, "Layers k")
    layers.fill("9e9")
    place(page, each).get_by_role("button", name="As in the").click()
    expect(layers).to_have_value("10")
