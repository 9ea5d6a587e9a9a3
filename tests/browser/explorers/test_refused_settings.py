"""What no setting can be is refused with a sentence that names it."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from explored import named, opened, place, says, typed, wrong_in


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
    wrong = wrong_in(page, each)
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
    wrong = wrong_in(page, each)
    expect(wrong).to_contain_text("At most 120 letters fit in here")
    assert field.input_value().endswith("+ x")


def test_half_of_what_is_counted_is_refused_in_the_address(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, _ = opened(open_context, url, each, "layers=1.5")
    wrong = wrong_in(page, each)
    expect(wrong).to_contain_text("a whole number from 1 to 30")


def test_a_refused_number_does_not_move_the_button_that_is_pressed(
    open_context: Open, url: str
) -> None:
    each = named("activations")
    page, _ = opened(open_context, url, each, "layers=3")
    layers = typed(page, each, "Layers k")
    layers.fill("9e9")
    place(page, each).get_by_role("button", name="As in the").click()
    expect(layers).to_have_value("10")


@pytest.mark.parametrize(
    ("name", "state", "sentence"),
    [
        ("batch_norm", "x=much", "Sample 1 is a number from −10 to 10;"),
        ("small_network", "seed=1.5", "Seed is a whole number from 0 to 999;"),
        (
            "universal_approximation",
            f"drawn={'9' * 251}",
            "At most 250 letters fit in “The drawn curve”;",
        ),
        ("activations", "z=much", "This is a number from −8 to 8;"),
    ],
)
def test_a_setting_that_is_not_beside_its_sentence_is_named_in_it(
    name: str, state: str, sentence: str, open_context: Open, url: str
) -> None:
    each = named(name)
    page, _ = opened(open_context, url, each, state)
    wrong = wrong_in(page, each)
    expect(wrong).to_contain_text(f"{sentence} the address")
