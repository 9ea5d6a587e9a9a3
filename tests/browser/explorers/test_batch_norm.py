"""In training a sample moves all others; in evaluation it is alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from conftest import Open
from explored import named, opened, place, says, settled
from looking import PHONE, WIDE

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


ARROWS = ".plot__inside path.plot__bar"
EARLY = "mode=evaluation&seen=0&mean=5"  # y is what x was, times the scale


@pytest.mark.parametrize(
    ("state", "count", "said"),
    [
        (f"{EARLY}&spread=0&m=3&x=5&gamma=3", 3, "3 points lie beyond the"),
        (f"{EARLY}&spread=0&m=3&x=-5&gamma=3", 3, "3 points lie beyond the"),
        (f"{EARLY}&spread=0&m=3&x=6&gamma=1.9", 1, "One point lies beyond"),
        (f"{EARLY}&spread=0&m=3&x=5", 0, ""),
    ],
)
def test_what_lies_beyond_the_axes_is_counted_and_pointed_at(
    state: str, count: int, said: str, open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, NORM, state)
    told = says(page, NORM).text_content() or ""
    assert ("beyond" in told) is bool(count)
    assert said in told
    arrows = place(page, NORM).locator(ARROWS)
    drawn = [one.get_attribute("d") or "" for one in arrows.all()]
    assert "".join(drawn).count("Z") == count
    assert errors == []


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_the_longest_sentence_moves_nothing(
    size: dict[str, int], open_context: Open, url: str
) -> None:
    longest = "mode=evaluation&seen=1&mean=-5&spread=3&gamma=-3&m=32&x=-9.9"
    tops = set()
    for state in ("", longest):
        page, _ = opened(open_context, url, NORM, state, viewport=size)
        seen = place(page, NORM).locator(".explorer__view")
        tops.add(
            seen.evaluate(
                "(view) => view.offsetTop - view.parentElement.offsetTop"
            )
        )
    assert len(tops) == 1


def test_an_arrow_goes_when_its_point_is_back(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, NORM, f"{EARLY}&spread=0&gamma=3")
    expect(says(page, NORM)).to_contain_text("8 points lie beyond")
    place(page, NORM).get_by_label("Scale γ, as a number").fill("1")
    expect(says(page, NORM)).not_to_contain_text("beyond")
    for arrow in place(page, NORM).locator(ARROWS).all():
        expect(arrow).to_have_attribute("d", "")
