"""In training a sample moves all others; in evaluation it is alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from explored import named, opened, place, says, settled

NORM = named("batch_norm")


def outputs(page: Page) -> list[str]:
    """Return where all samples but the first come out, in pixels."""
    settled(page, NORM)
    dots = place(page, NORM).locator(".plot__line--blue.plot__line--dots")
    return re.findall(r"M(\S+) ", dots.get_attribute("d") or "")[2::3]


@pytest.mark.parametrize(
    ("mode", "moves"), [("training", True), ("evaluation", False)]
)
def test_others_move_in_training_alone(
    mode: str, moves: bool, open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, NORM, f"mode={mode}&m=4")
    before = outputs(page)
    assert len(before) == 3
    place(page, NORM).locator(".plot__grip").focus()
    page.keyboard.press("End")
    expect(says(page, NORM)).to_contain_text("from 10 to")
    assert (outputs(page) != before) is moves
    assert said == []


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("m=1", "refuses it"),
        ("m=1&mode=evaluation", "No other sample"),
        ("m=2", "only the order is left"),
        ("x=10", "stays within √7 = 2.65"),
        ("mode=evaluation&seen=3", "too early"),
        ("spread=0.05&x=3.1&epsilon=0.01", "not 1, but 0.4"),
        ("spread=0&x=3", "nothing is left of them"),
    ],
)
def test_what_the_layer_does_is_said(
    state: str, said: str, open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, NORM, state)
    expect(says(page, NORM)).to_contain_text(said)
    assert errors == []


def test_a_batch_of_one_shows_why_nothing_comes_out(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, NORM, "m=1")
    refused = place(page, NORM).get_by_text("one value has no variance")
    expect(refused).to_be_visible()
